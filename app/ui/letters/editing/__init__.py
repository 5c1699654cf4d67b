"""Editing a letter: the parts that every page of a letter is made of, and its steps."""
