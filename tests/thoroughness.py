"""How often the dear tests try: enough for every day, all of it where CI says what lands."""

from __future__ import annotations

import os


def times(every_day: int, in_ci: int) -> int:
    """Return how many tries a test makes: fewer where CI is not set."""
    return in_ci if os.environ.get("CI") else every_day
