-- SQLite has one process: nobody else is to be told that an API key changed.
SELECT 1;
