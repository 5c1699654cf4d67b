"""How a deadline stands, in the words of the screen."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from app.rules.clocks.lateness import (
    Standing,
    due_text,
    late_by,
    leading,
    standing_words,
    time_words,
)
from app.rules.vocabulary import DeadlineState

DUE = datetime(2026, 10, 5, 16, 0)
DAY = datetime(2026, 10, 5, 23, 59, 59)
OPEN, MET, DROPPED = DeadlineState.OPEN, DeadlineState.MET, DeadlineState.DROPPED


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (-192, "còn 3 giờ 12 phút"),
        (-1, "còn 1 phút"),
        (0, "còn chưa đầy 1 phút"),
        (150, "quá hạn 2 giờ 30 phút"),
    ],
)
def test_hours_are_told_to_the_minute(minutes: int, words: str) -> None:
    now = DUE + timedelta(minutes=minutes)
    assert standing_words(Standing(OPEN, DUE, True), now) == words


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (datetime(2026, 10, 3, 8, 0), "còn 2 ngày"),
        (datetime(2026, 10, 5, 23, 0), "đến hạn hôm nay"),
        (datetime(2026, 10, 6, 0, 0), "quá hạn 1 ngày"),
        (datetime(2026, 10, 8, 8, 0), "quá hạn 3 ngày"),
    ],
)
def test_days_are_told_by_the_day(now: datetime, words: str) -> None:
    assert standing_words(Standing(OPEN, DAY, False), now) == words


@pytest.mark.parametrize(
    ("state", "ended_at", "words", "late"),
    [
        (MET, DUE, "đúng hạn", None),
        (MET, DUE + timedelta(minutes=5), "trễ 5 phút", timedelta(minutes=5)),
        (DROPPED, DUE, "đã kết thúc", None),
        (
            DROPPED,
            DUE + timedelta(hours=26),
            "đã kết thúc khi quá hạn 1 ngày 2 giờ",
            timedelta(hours=26),
        ),
    ],
)
def test_what_is_over_keeps_how_late_it_was(
    state: DeadlineState, ended_at: datetime, words: str, late: timedelta | None
) -> None:
    standing = Standing(state, DUE, True, ended_at=ended_at)
    much_later = DUE + timedelta(days=99)
    assert standing_words(standing, much_later) == words
    assert late_by(standing, much_later) == late


def test_what_was_done_on_the_last_day_was_in_time() -> None:
    standing = Standing(MET, DAY, False, ended_at=datetime(2026, 10, 5, 0, 0))
    assert standing_words(standing, DAY) == "đúng hạn"
    next_day = Standing(MET, DAY, False, ended_at=datetime(2026, 10, 6, 0, 0))
    assert standing_words(next_day, DAY) == "trễ 1 ngày"
    third_day = Standing(MET, DAY, False, ended_at=datetime(2026, 10, 8, 9, 0))
    assert standing_words(third_day, DAY) == "trễ 3 ngày"
    assert late_by(third_day, DAY) == timedelta(days=3)


def test_without_a_day_the_waiting_is_counted() -> None:
    waiting = Standing(OPEN, None, False, "chưa có số ngày", datetime(2026, 10, 1))
    assert standing_words(waiting, DUE) == "chưa có số ngày; đã 4 ngày"
    assert standing_words(waiting, datetime(2026, 10, 1, 9, 0)) == "chưa có số ngày"
    at_once = Standing(OPEN, None, True, "chưa có số giờ", DUE - timedelta(minutes=90))
    assert standing_words(at_once, DUE) == "chưa có số giờ; đã 1 giờ 30 phút"
    assert standing_words(Standing(MET, None, False, "chưa có số ngày"), DUE) == "đã thực hiện"
    assert late_by(waiting, DUE) is None


# -- of several deadlines of a record ----------------------------------------------------------


def test_the_open_one_due_first_leads_whatever_is_ended() -> None:
    first, later = Standing(OPEN, DUE, True), Standing(OPEN, DAY, False)
    without, late = Standing(OPEN, None, False), Standing(MET, DUE, True, ended_at=DAY)
    assert leading([late, without, later, first]) == first
    assert leading([late, without]) == without
    assert leading([]) is None


def test_of_what_is_ended_the_one_most_late_leads() -> None:
    day = timedelta(days=1)
    dropped, in_time, late, later = (
        Standing(state, DUE, True, ended_at=DUE + span)
        for state, span in ((DROPPED, -day), (MET, -day), (MET, day), (DROPPED, 2 * day))
    )
    assert leading([dropped, in_time, late, later]) == later
    assert leading([dropped, in_time, late]) == late
    assert leading([dropped, in_time]) == in_time
    assert leading([dropped]) == dropped


def test_the_due_moment_stands_beside_how_it_stands() -> None:
    now = datetime(2026, 10, 5, 9, 0)
    to_the_minute, by_day = Standing(OPEN, DUE, True), Standing(OPEN, DAY, False)
    waiting = Standing(OPEN, None, False, "chưa có số ngày", datetime(2026, 10, 1))
    met = Standing(MET, DUE, True, ended_at=DUE)
    assert [(due_text(one), time_words(one, now)) for one in (to_the_minute, by_day, waiting)] == [
        ("05/10/2026 16:00", "còn 7 giờ"),
        ("05/10/2026", "đến hạn hôm nay"),
        ("chưa có số ngày", "đã 4 ngày"),
    ]
    assert (due_text(met), time_words(met, now)) == ("", "đúng hạn")
