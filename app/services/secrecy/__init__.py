"""The secrecy guard: no text or file that bears the mark of a state secret reaches the disk."""
