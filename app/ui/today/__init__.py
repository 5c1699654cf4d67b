"""Việc hôm nay: what is due, why, and what to do about it."""
