"""A clock that is wrong, and a Windows set up for other people: 12 hours, commas, other calendars.

Nothing the app shows, reads or writes may come from the system's regional settings.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QCalendarWidget

from app.bootstrap import AppContext, open_context
from app.rules.pc_clock import clock_doubt
from app.ui.vietnamese import install_vietnamese
from app.ui.widgets import DateEdit, DateTimeEdit
from tests.conftest import NOW
from tests.factories import make_article, make_outlet
from tests.ui.window import Clerk, fill_in_office, open_window

APP = Path(__file__).parents[2] / "app"
DEAD_BATTERY = datetime(2000, 1, 1, 8, 30)


# The clock


@pytest.mark.parametrize(
    ("now", "last_saved", "words"),
    [
        (DEAD_BATTERY, None, "Đồng hồ máy đang chỉ 01/01/2000 08:30, chắc chắn sai."),
        (datetime(2100, 1, 1), None, "chắc chắn sai"),
        (NOW, datetime(2026, 11, 2, 9, 0), "sớm hơn lần cất gần nhất trong sổ (ngày 02/11/2026)"),
    ],
)
def test_a_clock_that_cannot_be_right_is_told_with_what_to_do(
    now: datetime, last_saved: datetime | None, words: str
) -> None:
    doubt = clock_doubt(now, last_saved)
    assert words in doubt
    assert "chỉnh lại ngày giờ trong Cài đặt" in doubt


@pytest.mark.parametrize(
    "last_saved",
    [None, datetime(2026, 10, 5, 8, 59), datetime(2026, 10, 5, 20, 0), datetime(2020, 1, 1)],
)
def test_a_clock_that_may_be_right_is_left_alone(last_saved: datetime | None) -> None:
    """A few hours ahead is another PC, years behind a long rest."""
    assert clock_doubt(NOW, last_saved) == ""


def test_the_last_save_is_that_of_any_record(ctx: AppContext) -> None:
    assert ctx.records.last_saved() == NOW  # what the book begins with
    later = open_context(ctx.data_dir, clock=lambda: datetime(2026, 10, 7, 8, 0))
    make_outlet(later)
    later.close()
    assert ctx.records.last_saved() == datetime(2026, 10, 7, 8, 0)


def test_the_window_says_so_and_bars_nothing(qtbot, ctx: AppContext) -> None:
    fill_in_office(ctx)
    ctx.db.clock = lambda: DEAD_BATTERY
    clerk = open_window(qtbot, ctx.data_dir, lambda: ctx)
    assert "01/01/2000" in clerk.window.workspace.notices.text()
    assert clerk.heading() == "Vụ việc"
    (banner,) = clerk.window.workspace.notices._banners.values()
    banner._button.click()
    assert clerk.window.workspace.notices.isHidden()


def test_a_right_clock_is_not_spoken_of(qtbot, ctx: AppContext) -> None:
    fill_in_office(ctx)
    clerk = open_window(qtbot, ctx.data_dir, lambda: ctx)
    assert clerk.window.workspace.notices.isHidden()


# The region


@pytest.fixture
def abroad(request: pytest.FixtureRequest) -> Iterator[None]:
    """Qt's language as Windows' regional settings make it, and the app's start over it."""
    QLocale.setDefault(QLocale(request.param))
    install_vietnamese(request.getfixturevalue("qapp"))
    yield
    QLocale.setDefault(QLocale("vi_VN"))


everywhere = pytest.mark.parametrize("abroad", ["en_US", "th_TH", "ar_EG", "fa_IR"], indirect=True)


@everywhere
def test_dates_and_times_are_written_one_way(qtbot, abroad) -> None:
    edit = DateTimeEdit(today=lambda: NOW.date())
    qtbot.addWidget(edit)
    edit.set_value(datetime(2026, 10, 5, 15, 4))
    assert [line.text() for line in (edit._date._line, edit._time)] == ["05/10/2026", "15:04"]
    edit._date._line.setText("05/10/2026")
    assert edit.value() == datetime(2026, 10, 5, 15, 4)


@everywhere
def test_the_calendar_is_vietnamese(qtbot, abroad) -> None:
    edit = DateEdit(today=lambda: NOW.date())
    qtbot.addWidget(edit)
    edit.set_value(date(2026, 10, 5))
    edit.open_calendar()
    (calendar,) = edit.findChildren(QCalendarWidget)
    assert calendar.locale().name() == "vi_VN"
    assert calendar.selectedDate().year() == 2026  # not 2569 of the Buddhist calendar


@everywhere
def test_a_list_shows_its_dates_one_way(qtbot, ctx: AppContext, abroad) -> None:
    fill_in_office(ctx)
    make_article(ctx, title="Bờ kè mới đã nứt", published_at=datetime(2026, 10, 2, 16, 5))
    clerk: Clerk = open_window(qtbot, ctx.data_dir, lambda: ctx)
    clerk.window.workspace._go_to("articles")
    clerk.wait()
    row = [clerk.list._model.text_at(0, column) for column in range(4)]
    assert "02/10/2026 16:05" in row


def _sources() -> Iterator[tuple[str, str]]:
    for path in APP.rglob("*.py"):
        yield str(path.relative_to(APP)), path.read_text(encoding="utf-8")


def test_no_code_asks_the_system_how_to_write_dates_or_numbers() -> None:
    asks = re.compile(
        r"\bimport locale\b|QLocale\(\)|QLocale\.system|\.toString\(Qt\.DateFormat|SystemLocale"
        r"|ctime\(|asctime\(\)|:n\}"
    )
    found = [(name, hit.group()) for name, source in _sources() for hit in asks.finditer(source)]
    assert found == []


def test_no_format_of_a_time_has_names_or_halves_of_the_day() -> None:
    """%A, %b, %p, %c, %x and %X are words and orders of the system's language."""
    found = []
    for name, source in _sources():
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
                spec = ast.unparse(node.format_spec)
            elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "strftime":
                spec = ast.unparse(node)
            else:
                continue
            found += [(name, spec)] if re.search(r"%-?[aAbBpcxX]", spec) else []
    assert found == []
