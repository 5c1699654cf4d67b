"""The grid in which the lines of a record are typed, as clerks know it from Excel."""
