"""Dates and times typed as clerks type them, with a calendar for the others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.rules.dates import date_text, time_text
from app.rules.typed_dates import (
    FIRST_YEAR,
    LAST_YEAR,
    WEEKDAYS,
    NotUnderstood,
    read_date,
    read_time,
    split_date_time,
    weekday_text,
)
from app.ui.screens import room_around
from app.ui.widgets.line_edit import LineEdit


class CalendarPopup(QWidget):
    """A month to pick a day from: arrow keys and Enter, or a click; Esc closes it."""

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._calendar = QCalendarWidget(self)
        self._calendar.setLocale(QLocale("vi_VN"))
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._calendar.setVerticalHeaderFormat(
            QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
        )
        self._calendar.setDateRange(QDate(FIRST_YEAR, 1, 1), QDate(LAST_YEAR, 12, 31))
        self._calendar.setAccessibleName("Lịch")
        self._calendar.clicked.connect(self._on_calendar_picked)
        self._calendar.activated.connect(self._on_calendar_picked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._calendar)

    def open_at(self, day: date, below: QWidget) -> None:
        """Show the month of ``day`` under a widget, or over it where the screen ends."""
        self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        corner = below.mapToGlobal(QPoint(0, below.height()))
        screen = room_around(below)
        if corner.y() + self.height() > screen.bottom():
            corner = below.mapToGlobal(QPoint(0, -self.height()))
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - self.width())))
        self.move(corner)
        self.show()
        self._calendar.setFocus()

    def _on_calendar_picked(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()


class DateEdit(QWidget):
    """A date that may be empty. Shows ``dd/MM/yyyy`` and the weekday once it is left.

    ``today`` is asked each time, so that "hn" is right after midnight too.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None, *, today: Callable[[], date]) -> None:
        super().__init__(parent)
        self._today = today
        self._popup: CalendarPopup | None = None
        self._line = LineEdit()
        metrics = self._line.fontMetrics()
        self._line.setPlaceholderText("ngày/tháng/năm")
        self._line.setFixedWidth(
            metrics.horizontalAdvance("ngày/tháng/năm") + 3 * metrics.averageCharWidth()
        )
        self._line.installEventFilter(self)
        self._line.changed.connect(self._on_line_changed)
        self._line.left.connect(self._on_line_left)
        self._button = QToolButton()
        self._button.setText("Lịch")
        self._button.setToolTip("Mở lịch (F4)")
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.clicked.connect(self.open_calendar)
        self._weekday = QLabel()
        # As wide as the longest name, so that nothing beside it moves while a date is typed.
        self._weekday.setMinimumWidth(max(map(metrics.horizontalAdvance, WEEKDAYS)))
        self.setFocusProxy(self._line)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._line)
        self._layout.addWidget(self._button)
        self._layout.addWidget(self._weekday)
        self._layout.addStretch(1)

    def value(self) -> date | None:
        try:
            return read_date(self._line.text(), self._today())
        except NotUnderstood:
            return None

    def set_value(self, value: date | None) -> None:
        self._line.set_value(date_text(value))
        self._show_weekday()

    def problem(self) -> str:
        try:
            read_date(self._line.text(), self._today())
        except NotUnderstood as error:
            return str(error)
        return ""

    def text(self) -> str:
        """Return what stands in the field, understood or not."""
        return self._line.text()

    def set_text(self, text: str) -> None:
        """Put a text in the field as if it had been typed and left."""
        self._line.set_value(text)
        self._settle()

    def weekday(self) -> str:
        """Return the weekday shown beside the date."""
        return self._weekday.text()

    def take_weekday_label(self) -> QLabel:
        """Hand the label out to an editor that shows something between it and the date."""
        self._layout.removeWidget(self._weekday)
        return self._weekday

    def set_read_only(self, read_only: bool) -> None:
        self._line.set_read_only(read_only)
        self._button.setEnabled(not read_only)

    def open_calendar(self) -> None:
        """Open the month of the typed date, else this month."""
        if self._line.isReadOnly():
            return
        self._popup = CalendarPopup(self)
        self._popup.picked.connect(self._on_calendar_picked)
        self._popup.open_at(self.value() or self._today(), self._line)

    def setAccessibleName(self, name: str) -> None:  # not virtual; the focus sits on the line
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:  # as above
        super().setAccessibleDescription(description)
        self._line.setAccessibleDescription(description)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alt_down = (
                event.key() == Qt.Key.Key_Down
                and event.modifiers() & Qt.KeyboardModifier.AltModifier
            )
            if event.key() == Qt.Key.Key_F4 or alt_down:
                self.open_calendar()
                return True
        return super().eventFilter(watched, event)

    def _on_line_changed(self) -> None:
        self._show_weekday()
        self.changed.emit()

    def _on_line_left(self) -> None:
        self._settle()
        self.left.emit()

    def _on_calendar_picked(self, day: date) -> None:
        self.set_value(day)
        self._line.setFocus()

    def _settle(self) -> None:
        """Write an understood date out in full; leave anything else as it was typed."""
        day = self.value()
        if day is not None and self._line.text() != date_text(day):
            self._line.set_value(date_text(day))

    def _show_weekday(self) -> None:
        day = self.value()
        self._weekday.setText("" if day is None else weekday_text(day))


class DateTimeEdit(QWidget):
    """A date with a time, or nothing at all. "05/06/2026 8h30" typed into the date is parted."""

    changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None, *, today: Callable[[], date]) -> None:
        super().__init__(parent)
        self._today = today
        self._date = DateEdit(today=today)
        self._time = LineEdit()
        char = self._time.fontMetrics().averageCharWidth()
        self._time.setPlaceholderText("giờ:phút")
        self._time.setFixedWidth(self._time.fontMetrics().horizontalAdvance("giờ:phút") + 3 * char)
        self._date.changed.connect(self.changed)
        self._date.left.connect(self._on_date_left)
        self._time.changed.connect(self.changed)
        self._time.left.connect(self._on_time_left)
        self.setFocusProxy(self._date)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._date)
        layout.addWidget(self._time)
        layout.addWidget(self._date.take_weekday_label())
        layout.addStretch(1)

    def value(self) -> datetime | None:
        day, clock = self._date.value(), self._clock()
        return None if day is None or clock is None else datetime.combine(day, clock)

    def set_value(self, value: datetime | None) -> None:
        self._date.set_value(None if value is None else value.date())
        self._time.set_value(time_text(None if value is None else value.time()))

    def problem(self) -> str:
        if trouble := self._date.problem():
            return trouble
        try:
            clock = read_time(self._time.text())
        except NotUnderstood as error:
            return str(error)
        day = self._date.value()
        if day is not None and clock is None:
            # Laws count hours from these times: an hour that was never typed must not appear.
            return "Chưa nhập giờ. Nếu không rõ giờ, gõ 0."
        if day is None and clock is not None:
            return "Đã có giờ nhưng chưa nhập ngày."
        return ""

    def text(self) -> str:
        """Return what stands in the field, understood or not."""
        return f"{self._date.text()} {self._time.text()}".strip()

    def set_text(self, text: str) -> None:
        """Put a text in the field as if it had been typed and left."""
        self._date.set_text(text)
        self._time.set_value(None)
        if self._date.problem():
            self._part(*split_date_time(text))

    def weekday(self) -> str:
        """Return the weekday shown beside the date."""
        return self._date.weekday()

    def take_weekday_label(self) -> QLabel:
        """Hand the label out to an editor that has no room for it."""
        return self._date.take_weekday_label()

    def set_read_only(self, read_only: bool) -> None:
        self._date.set_read_only(read_only)
        self._time.set_read_only(read_only)

    def setAccessibleName(self, name: str) -> None:  # not virtual; the focus sits on the parts
        super().setAccessibleName(name)
        self._date.setAccessibleName(f"{name}: ngày")
        self._time.setAccessibleName(f"{name}: giờ")

    def setAccessibleDescription(self, description: str) -> None:  # as above
        super().setAccessibleDescription(description)
        self._date.setAccessibleDescription(description)
        self._time.setAccessibleDescription(description)

    def _on_date_left(self) -> None:
        if self._date.problem() and not self._time.text().strip():
            self._part(*split_date_time(self._date.text()))
        self._tell_left()

    def _on_time_left(self) -> None:
        self._settle_time()
        self._tell_left()

    def _part(self, day: str, clock: str) -> None:
        try:
            if clock and read_time(clock) is not None and read_date(day, self._today()):
                self._date.set_text(day)
                self._time.set_value(clock)
                self._settle_time()
        except NotUnderstood:
            return  # left as it was typed; problem() says what is wrong

    def _tell_left(self) -> None:
        focused = self.focusWidget() if self.isActiveWindow() else None
        if focused is None or not (self.isAncestorOf(focused) and focused.hasFocus()):
            self.left.emit()

    def _clock(self) -> time | None:
        try:
            return read_time(self._time.text())
        except NotUnderstood:
            return None

    def _settle_time(self) -> None:
        clock = self._clock()
        if clock is not None and self._time.text() != time_text(clock):
            self._time.set_value(time_text(clock))
