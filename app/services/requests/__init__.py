"""Correction requests with their letters, from the facts to what came of them."""
