"""Certificates of a training: whom, what, when, a page each."""
