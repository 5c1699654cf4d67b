"""Envelopes: whom a letter goes to, one page each."""
