"""Files of records: kept in the book, proved by their hash."""
