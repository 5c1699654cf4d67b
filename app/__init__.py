"""Sổ Phát ngôn: press-relations records and letters for provincial offices."""

__version__ = "0.1.0"
