"""How the window meets the secrecy guard."""
