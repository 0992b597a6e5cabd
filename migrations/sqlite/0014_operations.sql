-- Which version of the program brought the schema where it is: what a downgrade is told.
CREATE TABLE schema_release (
    migration INTEGER PRIMARY KEY,
    version TEXT NOT NULL
) STRICT;

-- By this a program that asks the public address knows that it is this installation that answers.
CREATE TABLE installation (
    id TEXT PRIMARY KEY
) STRICT;
