"""Việc hôm nay: what is due, what is waited for, and what is missing, as one list."""
