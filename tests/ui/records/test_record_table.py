"""The columns of a list: what they share, what is never cut, and whose widths they are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.bootstrap import AppContext
from app.specs.registry import SPECS
from app.ui.lists.record_table import RecordTable
from app.ui.lists.table_model import RecordTableModel


@pytest.fixture
def shown(qtbot, ctx: AppContext):
    def show(kind: str, width: int) -> RecordTable:
        table = RecordTable(SPECS[kind].list)
        table.setModel(RecordTableModel(ctx.records, SPECS[kind], ctx.clock))
        table.resize(width, 400)
        qtbot.addWidget(table)
        table.show()
        return table

    return show


def lines(table: RecordTable) -> int:
    return round(table.verticalHeader().defaultSectionSize() / table.fontMetrics().height() - 0.7)


def test_where_most_names_would_be_cut_they_go_on_in_a_second_line(shown) -> None:
    table = shown("contact", 1600)
    assert (lines(table), table.wordWrap()) == (1, False)
    table.resize(600, 400)
    assert (lines(table), table.wordWrap()) == (2, True)


def test_every_column_has_room_for_its_title_and_for_what_is_short(shown) -> None:
    table = shown("contact", 600)
    for place, column in enumerate(SPECS["contact"].list.columns[:-1]):
        assert table.columnWidth(place) >= table.fontMetrics().horizontalAdvance(column.title)
    phone = [column.name for column in SPECS["contact"].list.columns].index("phone")
    assert table.columnWidth(phone) > table.fontMetrics().horizontalAdvance("0296 398 0101")


def test_a_button_held_elsewhere_makes_the_widths_no_clerks(shown, monkeypatch) -> None:
    """A list that is opened by the mouse is shown while the button is down."""
    monkeypatch.setattr(QApplication, "mouseButtons", lambda: Qt.MouseButton.LeftButton)
    table = shown("contact", 900)
    assert table.widths() == {}
    monkeypatch.setattr(table.horizontalHeader().viewport(), "underMouse", lambda: True)
    table.horizontalHeader().resizeSection(0, 300)
    assert table.widths()["name"] == 300
