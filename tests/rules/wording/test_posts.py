"""Which places to work a person holds at the same time, as far as the dates tell."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.wording.posts import Span, held_together

A, B, C, D = (date(2020, 1, 1) + timedelta(days=100 * number) for number in range(4))


@pytest.mark.parametrize(
    ("spans", "pairs"),
    [
        ([], []),
        ([(A, None)], []),
        ([(A, B), (B, None)], []),  # left and begun on one day
        ([(A, B), (C, D)], []),
        ([(A, C), (B, None)], [(0, 1)]),
        ([(A, None), (B, None)], [(0, 1)]),
        ([(None, None), (None, None)], [(0, 1)]),  # two present posts
        ([(None, B), (A, None)], []),  # nobody knows when the first began
        ([(A, None), (B, C), (D, None)], [(0, 1), (0, 2)]),
    ],
)
def test_two_posts_are_held_together_where_they_share_a_day(
    spans: list[Span], pairs: list[tuple[int, int]]
) -> None:
    assert held_together(spans) == pairs


days = st.dates(date(2000, 1, 1), date(2030, 1, 1))
spans = st.tuples(days, st.integers(1, 900)).map(lambda s: (s[0], s[0] + timedelta(days=s[1])))


@given(st.lists(spans, max_size=5))
def test_known_posts_are_told_exactly_where_a_day_lies_in_both(known: list[Span]) -> None:
    def days_of(span: Span) -> set[int]:
        start, end = span
        return set(range(start.toordinal(), end.toordinal()))

    assert held_together(known) == [
        (first, second)
        for first in range(len(known))
        for second in range(first + 1, len(known))
        if days_of(known[first]) & days_of(known[second])
    ]
