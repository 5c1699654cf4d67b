"""The words of the letters, written from facts: a module for each matter, and what they share."""
