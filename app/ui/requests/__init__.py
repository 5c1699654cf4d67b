"""The page of a correction request: its parts, its steps, the letter beside it."""
