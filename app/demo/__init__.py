"""Fictitious data: an office and a year of its work. No outlet and no person here is real."""
