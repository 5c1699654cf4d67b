"""Copies of the office's records by hand: made and proved, looked into, put back."""
