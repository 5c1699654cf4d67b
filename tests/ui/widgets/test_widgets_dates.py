"""The date and time fields, worked from the keyboard."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLineEdit, QWidget

from app.rules.vocabulary import Sensitivity
from app.ui.widgets import ChoiceBox, DateEdit, DateTimeEdit, FlagBox, IntegerEdit, LongTextEdit
from tests.ui.keyboard import press, type_text

TODAY = date(2026, 10, 5)


def today() -> date:
    return TODAY


@pytest.fixture
def date_edit(shown) -> DateEdit:
    return shown(DateEdit(today=today))


@pytest.fixture
def date_time_edit(shown) -> DateTimeEdit:
    return shown(DateTimeEdit(today=today))


def test_a_date_is_written_out_with_its_weekday_when_the_field_is_left(date_edit) -> None:
    type_text("5/6/26")
    assert date_edit.text() == "5/6/26"
    press(Qt.Key.Key_Tab)
    assert date_edit.text() == "05/06/2026"
    assert date_edit.weekday() == "Thứ Sáu"
    assert date_edit.value() == date(2026, 6, 5)


@pytest.mark.parametrize(
    ("typed", "shown_date", "weekday"),
    [("hn", "05/10/2026", "Thứ Hai"), ("+3", "08/10/2026", "Thứ Năm"),
     ("-1", "04/10/2026", "Chủ Nhật"), ("050626", "05/06/2026", "Thứ Sáu")],
)  # fmt: skip
def test_short_ways_to_type_a_date(date_edit, typed, shown_date, weekday) -> None:
    type_text(typed)
    press(Qt.Key.Key_Tab)
    assert (date_edit.text(), date_edit.weekday()) == (shown_date, weekday)


def test_an_impossible_date_is_refused_and_stays_as_typed(date_edit) -> None:
    type_text("31/02/2026")
    press(Qt.Key.Key_Tab)
    assert date_edit.text() == "31/02/2026"
    assert date_edit.value() is None
    assert date_edit.problem() == "Tháng 2 năm 2026 không có ngày 31."
    assert date_edit.weekday() == ""


def test_a_date_may_be_empty(date_edit) -> None:
    date_edit.set_value(date(2026, 6, 5))
    date_edit.set_value(None)
    press(Qt.Key.Key_Tab)
    assert date_edit.value() is None
    assert date_edit.problem() == ""
    assert date_edit.text() == ""


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_F4, None), (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)],
)
def test_the_calendar_opens_by_key_speaks_vietnamese_and_starts_on_monday(
    qtbot, date_edit, key, modifier
) -> None:
    date_edit.set_value(date(2026, 6, 5))
    press(key, modifiers=modifier)
    calendar = QApplication.activePopupWidget().findChild(QCalendarWidget)
    assert calendar.firstDayOfWeek() is Qt.DayOfWeek.Monday
    assert calendar.locale().dayName(1) == "Thứ Hai"
    assert calendar.selectedDate().toPython() == date(2026, 6, 5)
    qtbot.keyClick(calendar.focusProxy() or calendar, Qt.Key.Key_Right)
    calendar.activated.emit(calendar.selectedDate())
    assert date_edit.text() == "06/06/2026"
    assert QApplication.activePopupWidget() is None


def test_a_date_and_its_time(date_time_edit) -> None:
    type_text("5/6/26")
    press(Qt.Key.Key_Tab)
    type_text("8h30")
    press(Qt.Key.Key_Tab)
    assert date_time_edit.value() == datetime(2026, 6, 5, 8, 30)
    assert [line.text() for line in date_time_edit.findChildren(QLineEdit)] == [
        "05/06/2026",
        "08:30",
    ]


def test_a_date_and_time_pasted_from_a_newspaper_are_parted(date_time_edit) -> None:
    QApplication.clipboard().setText("Thứ hai, 5/10/2026, 09:15 (GMT+7)")
    press(Qt.Key.Key_V, modifiers=Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Tab)
    assert date_time_edit.value() == datetime(2026, 10, 5, 9, 15)


def test_a_date_without_its_time_is_asked_for_the_time(date_time_edit) -> None:
    type_text("5/6/26")
    assert date_time_edit.value() is None
    assert date_time_edit.problem() == "Chưa nhập giờ. Nếu không rõ giờ, gõ 0."
    press(Qt.Key.Key_Tab)
    type_text("0")
    assert date_time_edit.value() == datetime(2026, 6, 5)


def test_a_time_without_its_date_is_asked_for_the_date(date_time_edit) -> None:
    press(Qt.Key.Key_Tab)
    type_text("8:30")
    assert date_time_edit.problem() == "Đã có giờ nhưng chưa nhập ngày."


def test_date_and_time_are_left_as_one_field(date_time_edit) -> None:
    left: list[bool] = []
    date_time_edit.left.connect(lambda: left.append(True))
    press(Qt.Key.Key_Tab)
    assert left == []
    press(Qt.Key.Key_Tab)
    assert left == [True]


def turn_wheel(widget: QWidget) -> bool:
    """Turn the mouse wheel over a widget; return whether it took the turn for itself."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle, widget.mapToGlobal(middle), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


@pytest.mark.parametrize(
    "make", [lambda: ChoiceBox(Sensitivity), lambda: DateEdit(today=today),
             lambda: DateTimeEdit(today=today), FlagBox, IntegerEdit, LongTextEdit],
)  # fmt: skip
def test_the_wheel_never_changes_a_value(shown, make) -> None:
    editor = shown(make())
    before = editor.value()
    for widget in (editor, *editor.findChildren(QWidget)):
        turn_wheel(widget)
    assert editor.value() == before
    assert editor.focusPolicy() != Qt.FocusPolicy.WheelFocus
