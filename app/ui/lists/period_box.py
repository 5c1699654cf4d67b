"""The filter over a date: this month, this quarter, this year, or from one day to another."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.rules.dates import period_text
from app.rules.vocabulary import Labelled
from app.services.plain import Period
from app.ui.widgets.choices import ChoiceBox
from app.ui.widgets.date_edit import DateEdit

_BETWEEN = ".."


class Preset(Labelled):
    """The spans of time that clerks report on."""

    MONTH = "month", "Tháng này"
    QUARTER = "quarter", "Quý này"
    YEAR = "year", "Năm nay"
    DAYS = "days", "Từ ngày – đến ngày"


def period_of(preset: str, today: date) -> Period:
    """Return the whole month, quarter or year that ``today`` lies in."""
    if preset == Preset.YEAR:
        return Period(date(today.year, 1, 1), date(today.year, 12, 31))
    first = last = today.month
    if preset == Preset.QUARTER:
        first = (today.month - 1) // 3 * 3 + 1
        last = first + 2
    end = date(today.year, last, monthrange(today.year, last)[1])
    return Period(date(today.year, first, 1), end)


class PeriodBox(QWidget):
    """Its value is a Period, None for no filter. The two date fields show only when chosen."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._preset_box = ChoiceBox(Preset, allow_empty=True, empty_text="Mọi lúc")
        self._preset_box.changed.connect(self._on_preset_box_changed)
        self._start_edit = DateEdit(today=today)
        self._end_edit = DateEdit(today=today)
        self._start_edit.setAccessibleName("Từ ngày")
        self._end_edit.setAccessibleName("Đến ngày")
        self._days = QWidget()
        days = QHBoxLayout(self._days)
        days.setContentsMargins(0, 0, 0, 0)
        for words, editor in (("từ", self._start_edit), ("đến", self._end_edit)):
            days.addWidget(QLabel(words))
            days.addWidget(editor)
            editor.left.connect(self._on_days_left)
        self._days.hide()
        self.setFocusProxy(self._preset_box)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._preset_box)
        layout.addWidget(self._days)

    def value(self) -> Period | None:
        preset = self._preset_box.value()
        if preset is None:
            return None
        if preset != Preset.DAYS:
            return period_of(preset, self._today())
        start, end = self._start_edit.value(), self._end_edit.value()
        return Period(start, end) if start or end else None

    def words(self) -> str:
        """Return the value in words for the line that tells what is filtered."""
        preset = self._preset_box.value()
        if preset is None:
            return ""
        if preset != Preset.DAYS:
            return Preset(preset).label.lower()
        period = self.value() or Period()
        return period_text(period.start, period.end)

    def kept(self) -> str | None:
        """Return the value as a view keeps it: "this month" stays that in the months to come."""
        preset = self._preset_box.value()
        if preset != Preset.DAYS:
            return preset
        period = self.value()
        if period is None:
            return None
        return _BETWEEN.join(day.isoformat() if day else "" for day in (period.start, period.end))

    def show_kept(self, kept: str) -> None:
        """Show what ``kept`` returned; what nothing wrote so is no filter."""
        self.clear()
        start, between, end = kept.partition(_BETWEEN)
        try:
            if between:
                self._start_edit.set_value(date.fromisoformat(start) if start else None)
                self._end_edit.set_value(date.fromisoformat(end) if end else None)
                self._preset_box.set_value(Preset.DAYS)
            else:
                self._preset_box.set_value(Preset(kept))
        except ValueError:
            self.clear()

    def clear(self) -> None:
        """Show every day."""
        self._start_edit.set_value(None)
        self._end_edit.set_value(None)
        self._preset_box.set_value(None)

    def setAccessibleName(self, name: str) -> None:  # not virtual; the focus sits on the box
        super().setAccessibleName(name)
        self._preset_box.setAccessibleName(name)

    def _on_preset_box_changed(self) -> None:
        self._days.setVisible(self._preset_box.value() == Preset.DAYS)
        self.changed.emit()

    def _on_days_left(self) -> None:
        self.changed.emit()
