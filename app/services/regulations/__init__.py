"""The radar over the press regulations of all bodies."""
