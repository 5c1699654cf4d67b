"""Duty 31: which spokespersons were not trained lately, and which bodies never sent anybody."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.rules.duties.coverage import Attendance, Speaker, Untrained, unrepresented, untrained

TODAY = date(2026, 11, 24)
AN = Speaker(1, "Lê Văn An", 10, "Sở Y tế")
BINH = Speaker(2, "Trần Thị Bình", 20, "Sở Nội vụ")


def test_who_was_at_no_class_comes_first_and_without_a_day() -> None:
    took = Attendance(date(2025, 3, 4), "Lê Văn An", 10, speaker_id=1)
    assert untrained([AN, BINH], [took], TODAY, 12) == (
        Untrained(BINH),
        Untrained(AN, date(2025, 3, 4)),
    )


def test_twelve_months_to_the_day_are_over() -> None:
    for day, lately in ((date(2025, 11, 24), False), (date(2025, 11, 25), True)):
        took = Attendance(day, "Lê Văn An", 10, speaker_id=1)
        assert (untrained([AN], [took], TODAY, 12) == ()) is lately


def test_a_renewed_assignment_counts_the_person_by_name_within_the_body() -> None:
    before = Attendance(date(2026, 3, 4), "lê văn an", 10, speaker_id=99)
    elsewhere = Attendance(date(2026, 3, 4), "Lê Văn An", 30)
    assert untrained([AN], [before], TODAY, 12) == ()
    assert untrained([AN], [elsewhere], TODAY, 12) == (Untrained(AN),)


def test_a_class_still_ahead_does_not_count() -> None:
    ahead = Attendance(date(2026, 12, 1), "Lê Văn An", 10, speaker_id=1)
    assert untrained([AN], [ahead], TODAY, 12) == (Untrained(AN),)


def test_bodies_nobody_came_from_are_named_in_their_order() -> None:
    took = [Attendance(date(2026, 3, 4), "Lê Văn An", 10)]
    assert unrepresented([20, 10, 30], took) == (20, 30)


_DAYS = st.dates(date(2020, 1, 1), TODAY)


@given(st.lists(_DAYS, max_size=5), st.integers(1, 60))
def test_more_months_back_leave_fewer_untrained(days: list[date], months: int) -> None:
    took = [Attendance(day, AN.person, AN.body_id, AN.id) for day in days]
    few, many = (untrained([AN], took, TODAY, span) for span in (months + 1, months))
    assert set(few) <= set(many)
