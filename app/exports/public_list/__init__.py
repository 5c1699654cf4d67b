"""The list of spokespersons that is made public, as a PDF."""
