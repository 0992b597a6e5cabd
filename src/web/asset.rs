//! Style sheets, scripts and logos of our own, under addresses that change with their content.
