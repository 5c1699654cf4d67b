"""Where a person worked, from when to when: which of the posts are held at the same time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations

# When a post began and when it ended; None where that is not known, or has not come yet.
Span = tuple[date | None, date | None]


def held_together(spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Return the places of each two posts that share a day, as far as that is known.

    A post without an end is the present one, so two of them are held together. Whoever leaves one
    place and begins at the next on the same day holds none together.
    """
    pairs = combinations(enumerate(spans), 2)
    return [(first, second) for (first, one), (second, other) in pairs if _share_days(one, other)]


def _share_days(one: Span, other: Span) -> bool:
    (start, end), (other_start, other_end) = one, other
    if end is None and other_end is None:
        return True
    if start is None or other_start is None:
        return False
    return start < (other_end or date.max) and other_start < (end or date.max)
