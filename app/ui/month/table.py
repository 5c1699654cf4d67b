"""The lines of one day: at what hour, which duty, of which record, how it stands."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.rules.clocks.duties import day_end
from app.rules.dates import time_text
from app.services.today.data import DueMonth, TodayLine
from app.text import upper_first
from app.ui.widgets.line_table import LineTable, Part

_COLUMNS = (("Giờ", 10), ("Việc", 32), ("Hồ sơ", 34), ("Tình trạng", 24))


class DayTable(LineTable[TodayLine]):
    """Esc leads from here back to the days."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__("Việc của ngày đang chọn", _COLUMNS, _cells)
        self._day: date | None = None
        self.horizontalHeader().hide()  # what stands there tells by itself

    def show_day(self, found: DueMonth) -> None:
        """Show the lines of the chosen day; where nothing has changed nothing moves."""
        total = found.day(found.chosen).total
        part = Part("", found.lines, total - len(found.lines))
        self.show_parts((part,) if total else ())
        if self._day != found.chosen:
            self._day = found.chosen
            self.setCurrentCell(0, 0)

    def event(self, event: QEvent) -> bool:
        # Else the window would take Esc and leave the page.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _cells(line: TodayLine) -> tuple[str, ...]:
    assert line.due_at is not None  # else it stands on no day
    is_whole_day = line.due_at == day_end(line.due_at.date())
    clock = "Hết ngày" if is_whole_day else time_text(line.due_at.time())
    standing = upper_first(line.due_words)
    if line.is_extended:
        standing += ", đã gia hạn"
    return clock, line.label, line.title, standing
