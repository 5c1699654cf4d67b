"""Theo quý by keyboard: a year of press briefings, opened or begun from its quarters (duty 30)."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt

from app.bootstrap import AppContext
from app.ui.briefings.year_page import YearPage
from app.ui.pages.list_page import ListPage
from app.ui.pages.record_page import RecordPage
from tests.factories import make_briefing
from tests.services.deadlines.conftest import clock, office
from tests.ui.window import Clerk, open_window

Key = Qt.Key
__all__ = ["clock", "office"]


@pytest.fixture
def clerk(qtbot, office: AppContext) -> Clerk:
    make_briefing(office, part="Q3", state="held", starts_at=datetime(2026, 9, 22, 8, 0))
    opened = open_window(qtbot, office.data_dir, lambda: office, area="briefings")
    opened.press(Key.Key_Q, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    opened.wait()
    return opened


def page(clerk: Clerk) -> YearPage:
    assert isinstance(clerk.page, YearPage)
    return clerk.page


def test_the_year_in_words(clerk: Clerk, golden) -> None:
    golden("briefings/year.txt", page(clerk).words())


def test_enter_begins_one_for_the_quarter_the_cursor_is_on(clerk: Clerk) -> None:
    clerk.press(Key.Key_Return)  # the present quarter, where the cursor begins
    assert isinstance(clerk.page, RecordPage)
    values = clerk.page.form().values()
    assert (values["year"], values["part"]) == (2026, "Q4")
    clerk.press(Key.Key_Escape)
    clerk.press(Key.Key_Right)
    clerk.press(Key.Key_F2)
    values = clerk.page.form().values()
    assert (values["year"], values["part"]) == (2026, "10")


def test_enter_opens_the_one_that_is_there(clerk: Clerk) -> None:
    clerk.press(Key.Key_Up)
    clerk.press(Key.Key_Return)
    assert isinstance(clerk.page, RecordPage)
    assert clerk.page.title() == "Sửa cuộc giao ban báo chí: Quý III/2026"


def test_other_years_and_back(clerk: Clerk) -> None:
    clerk.press(Key.Key_PageUp)
    clerk.wait()
    assert clerk.heading().endswith("Giao ban báo chí năm 2025")
    assert page(clerk)._grid.texts()[0].startswith("Quý I/2025")
    clerk.press(Key.Key_PageDown)
    clerk.press(Key.Key_PageDown)
    clerk.wait()
    assert page(clerk).title() == "Giao ban báo chí năm 2027"
    clerk.ctrl(Key.Key_Home)
    clerk.wait()
    assert page(clerk).title() == "Giao ban báo chí năm 2026"


def test_what_was_saved_meanwhile_is_shown(clerk: Clerk, office: AppContext) -> None:
    make_briefing(office)
    page(clerk).refresh("briefing")
    clerk.wait()
    assert "Kế hoạch 15/12/2026" in page(clerk).words()
    clerk.press(Key.Key_Escape)
    assert isinstance(clerk.page, ListPage)
