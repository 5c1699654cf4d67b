"""Statements: given and frozen, their series, what differs between two."""
