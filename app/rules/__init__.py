"""The rules of the office as pure functions: no files, no database, no window."""
