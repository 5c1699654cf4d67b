"""The deadlines of records: counted with every save, extended, logged, read."""
