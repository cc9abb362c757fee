"""An investigation that lasts for days, in one SQLite file. Adding articles loads little: the report is not needed."""
