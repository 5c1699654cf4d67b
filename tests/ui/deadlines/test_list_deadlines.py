"""The deadlines in a list by keyboard: their words follow the clock, sort, filter."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QObject, Qt

from app.bootstrap import AppContext
from app.ui.watch.minute import MinuteTimer
from tests.conftest import NOW
from tests.factories import make_incident
from tests.services.deadlines.cases import Clock
from tests.services.deadlines.conftest import clock, office
from tests.ui.window import Clerk, open_window

Key = Qt.Key
__all__ = ["clock", "office"]
TITLE, DUE, STANDING = 0, 2, 3


@pytest.fixture
def clerk(qtbot, office: AppContext) -> Clerk:
    """The list of three incidents: due in five minutes, late, and without any duty."""
    for title, left in (("Cháy", 5), ("Sạt lở", -120)):
        learned_at = NOW - timedelta(days=1) + timedelta(minutes=left)
        make_incident(office, title=title, sensitivity="sensitive", learned_at=learned_at)
    make_incident(office, title="Lễ hội", learned_at=NOW - timedelta(days=9))
    return open_window(qtbot, office.data_dir, lambda: office)


def test_each_row_says_when_it_is_due_and_how_it_stands(clerk: Clerk) -> None:
    rows = zip(clerk.rows(TITLE), clerk.rows(DUE), clerk.rows(STANDING), strict=True)
    assert sorted(rows) == [
        ("Cháy", "05/10/2026 09:05", "còn 5 phút"),
        ("Lễ hội", "", ""),
        ("Sạt lở", "05/10/2026 07:00", "quá hạn 2 giờ"),
    ]


def test_the_words_follow_the_clock_and_nothing_is_read_for_it(
    clerk: Clerk, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    model = clerk.list._model
    model.dataChanged.connect(lambda first, last: told.append((first, last)))
    monkeypatch.setattr(clerk.list, "_load", lambda *_: pytest.fail("read again"))
    monkeypatch.setattr(model, "_read", lambda *_: pytest.fail("read again"))
    clock.now += timedelta(minutes=6)
    clerk.list._minute.timeout.emit()
    ((first, last),) = told
    assert (first.row(), last.row(), first.column()) == (0, 2, STANDING)
    assert set(clerk.rows(STANDING)) == {"quá hạn 1 phút", "quá hạn 2 giờ 6 phút", ""}


def test_only_rows_on_screen_are_told_anew(clerk: Clerk, office: AppContext) -> None:
    for _ in range(200):
        make_incident(office, sensitivity="sensitive")
    clerk.press(Key.Key_F5)
    clerk.wait()
    told = []
    clerk.list._model.dataChanged.connect(lambda first, last: told.append((first, last)))
    clerk.press(Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    clerk.list._minute.timeout.emit()
    ((first, last),) = told
    assert first.row() > 100
    assert last.row() == 202


def test_a_list_out_of_sight_tells_nothing(clerk: Clerk) -> None:
    incidents = clerk.list
    clerk.ctrl(Key.Key_3)
    clerk.wait()
    incidents._model.dataChanged.connect(lambda *_: pytest.fail("told unseen"))
    incidents._minute.timeout.emit()


def test_the_list_sorts_and_filters_by_it(clerk: Clerk) -> None:
    table = clerk.list._table
    table.setCurrentIndex(clerk.list._model.index(0, DUE))
    clerk.list._sort_action.trigger()
    clerk.wait()
    assert clerk.rows() == ["Sạt lở", "Cháy", "Lễ hội"]
    clerk.list._filter_bar._editors["due"].set_value("overdue")
    clerk.wait()
    assert clerk.rows() == ["Sạt lở"]
    assert clerk.list.count_text() == "Có 1 vụ việc; đang lọc: Tình trạng hạn: Quá hạn"


def test_the_timer_waits_for_the_next_minute_of_the_clock(qtbot, clock: Clock) -> None:
    clock.now = NOW.replace(second=59, microsecond=900_000)
    owner = QObject()
    timer = MinuteTimer(clock, owner)
    assert 0 < timer.interval() <= 100
    clock.now = NOW.replace(second=0, microsecond=0)
    with qtbot.waitSignal(timer.timeout, timeout=5000):
        pass
    assert timer.isActive()
    assert timer.interval() == 60_000
