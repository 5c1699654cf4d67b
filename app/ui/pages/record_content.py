"""A record on its page: its form alone, or in the first of several tabs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.specs.fields import RecordSpec
from app.ui.forms.editors import Sources
from app.ui.forms.form_widget import FormWidget
from app.ui.pages.record_tabs import RecordTab
from app.ui.widgets import NumberedTabs


class RecordContent(QWidget):
    """Everything of a record that its save stores, with the tabs of what is stored apart."""

    dirty_changed = Signal(bool)
    # The kind to add a record of, the name typed, and a call that takes the id of the new one.
    related_add_requested = Signal(str, str, object)

    def __init__(self, spec: RecordSpec, sources: Sources) -> None:
        super().__init__()
        self.form = FormWidget(spec.sections, sources.records, today=sources.today)
        self.form.dirty_changed.connect(self.dirty_changed)
        self.form.related_add_requested.connect(self._on_form_related_add_requested)
        self._tabs: NumberedTabs | None = None
        self._record_tabs: list[RecordTab] = []
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self.form)

    def add_tabs(self, tabs: Sequence[tuple[str, RecordTab]]) -> None:
        """Put the tabs of what is stored apart behind the form."""
        for title, tab in tabs:
            index = self._add_part(tab, title)
            self._record_tabs.append(tab)
            tab.count_changed.connect(partial(self._shown_tabs().set_count, index))

    def tabs(self) -> NumberedTabs | None:
        """Return the tabs; None where the form stands alone."""
        return self._tabs

    def show_record(self, record_id: int | None, *, deleted: bool) -> None:
        """Bring the tabs of what is stored apart in line with the stored record."""
        for tab in self._record_tabs:
            tab.show_record(record_id, deleted=deleted)

    def load(self, values: Mapping[str, Any]) -> None:
        """Show stored values and call them clean."""
        self.form.load(values)

    def accept_saved(self) -> None:
        """Call what stands on the screen saved, without moving the cursor."""
        self.form.accept_saved()

    def values(self) -> dict[str, Any]:
        """Return every value as it would be saved."""
        return self.form.values()

    def set_value(self, name: str, value: Any) -> None:
        """Put a value in as if the clerk had."""
        self.form.set_value(name, value)

    def is_dirty(self) -> bool:
        """Return whether something differs from what was loaded, understood or not."""
        return self.form.is_dirty()

    def problems(self) -> dict[str, str]:
        """Return what keeps the record from being saved, as far as the screen can know."""
        return self.form.problems()

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Put each sentence at its place and go to the first."""
        if self._tabs is not None:
            self._tabs.setCurrentIndex(0)
        self.form.show_errors(errors)

    def set_read_only(self, read_only: bool) -> None:
        self.form.set_read_only(read_only)

    def offer_own(self, own: Mapping[str, Any]) -> None:
        """Beside what differs now, keep what the clerk had typed."""
        self.form.offer_own(own)

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        if self._tabs is not None:
            self._tabs.setCurrentIndex(0)
        self.form.focus_first()

    def _add_part(self, part: QWidget, title: str) -> int:
        return self._shown_tabs().add_part(part, title)

    def _shown_tabs(self) -> NumberedTabs:
        if self._tabs is None:
            self._tabs = NumberedTabs()
            self._whole.addWidget(self._tabs)
            self._tabs.add_part(self.form, "Thông tin")
        return self._tabs

    def _on_form_related_add_requested(self, field: str, kind: str, typed: str) -> None:
        self.related_add_requested.emit(kind, typed, partial(self.form.set_value, field))
