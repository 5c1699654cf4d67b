"""For each purpose of a letter a record it can be made from, as full as a clerk fills it in."""

from __future__ import annotations

from collections.abc import Callable

from app.bootstrap import AppContext

# The purpose -> makes the record, and returns its id.
EXAMPLES: dict[str, Callable[[AppContext], int]] = {}
