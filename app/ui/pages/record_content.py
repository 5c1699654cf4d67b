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
from app.ui.lines.lines_edit import LinesEdit
from app.ui.pages.record_tabs import RecordTab
from app.ui.widgets import NumberedTabs


class RecordContent(QWidget):
    """Everything of a record that its save stores, with the tabs of what is stored apart."""

    dirty_changed = Signal(bool)
    notice = Signal(str, object)  # as the page's
    # The kind to add a record of, the name typed, and a call that takes the id of the new one.
    related_add_requested = Signal(str, str, object)

    def __init__(self, spec: RecordSpec, sources: Sources) -> None:
        super().__init__()
        self.form = FormWidget(spec.sections, sources.records, today=sources.today)
        self.form.changed.connect(self._tell_dirty)
        self.form.related_add_requested.connect(self._on_form_related_add_requested)
        self._tabs: NumberedTabs | None = None
        self._record_tabs: list[RecordTab] = []
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self.form)
        self._was_dirty = False
        self._begins_at = ""
        self.lines = {one.name: LinesEdit(one, sources) for one in spec.lines}
        for lines in self.lines.values():
            index = self._shown_tabs().add_part(lines, lines.spec.title)
            lines.changed.connect(partial(self._on_lines_changed, lines, index))
            lines.notice.connect(self.notice)
            lines.related_add_requested.connect(self.related_add_requested)

    def add_tabs(self, tabs: Sequence[tuple[str, RecordTab]]) -> None:
        """Put the tabs of what is stored apart behind the form."""
        for title, tab in tabs:
            index = self._shown_tabs().add_part(tab, title)
            self._record_tabs.append(tab)
            tab.count_changed.connect(partial(self._shown_tabs().set_count, index))

    def tabs(self) -> NumberedTabs | None:
        """Return the tabs; None where the form stands alone."""
        return self._tabs

    def begin_at(self, name: str) -> None:
        """Let work begin at some of the lines, by their name."""
        self._begins_at = name

    def show_record(self, record_id: int | None, *, deleted: bool) -> None:
        """Bring the tabs of what is stored apart in line with the stored record."""
        for tab in self._record_tabs:
            tab.show_record(record_id, deleted=deleted)

    def load(self, values: Mapping[str, Any]) -> None:
        """Show stored values and call them clean."""
        self.form.load(values)
        for name, lines in self.lines.items():
            lines.load(values.get(name))
        self._settle()

    def accept_saved(self, stored: Mapping[str, Any]) -> None:
        """Call what stands on the screen saved as ``stored``, without moving the cursor."""
        self.form.accept_saved()
        for name, lines in self.lines.items():
            lines.accept_saved(stored[name])
        self._settle()

    def values(self) -> dict[str, Any]:
        """Return every value as it would be saved."""
        lines = {name: edit.value() for name, edit in self.lines.items()}
        return {**self.form.values(), **lines}

    def set_value(self, name: str, value: Any) -> None:
        """Put a value in as if the clerk had."""
        (self.lines[name].set_value if name in self.lines else partial(self.form.set_value, name))(
            value
        )

    def is_dirty(self) -> bool:
        """Return whether something differs from what was loaded, understood or not."""
        return self.form.is_dirty() or any(lines.is_dirty() for lines in self.lines.values())

    def problems(self) -> dict[str, str]:
        """Return what keeps the record from being saved, as far as the screen can know."""
        found = self.form.problems()
        for lines in self.lines.values():
            found |= lines.problems()
        return found

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Put each sentence at its place and go to the first; a tab with some says so."""
        elsewhere = dict(errors)
        wrong: list[QWidget] = []
        for name, lines in self.lines.items():
            own = {key: text for key, text in errors.items() if key.startswith(f"{name}[")}
            if lines.show_errors(own):
                wrong.append(lines)
                elsewhere = {key: text for key, text in elsewhere.items() if key not in own}
        if elsewhere:
            wrong.insert(0, self.form)
        if self._tabs is not None:
            for index in range(self._tabs.count()):
                self._tabs.mark(index, self._tabs.widget(index) in wrong)
            if wrong:
                self._tabs.setCurrentWidget(wrong[0])
        self.form.show_errors(elsewhere)
        if wrong and not elsewhere:
            wrong[0].focus_first()  # type: ignore[attr-defined]

    def set_read_only(self, read_only: bool) -> None:
        self.form.set_read_only(read_only)
        for lines in self.lines.values():
            lines.set_read_only(read_only)

    def offer_own(self, own: Mapping[str, Any]) -> None:
        """Beside what differs now, keep what the clerk had typed."""
        self.form.offer_own(own)
        for name, lines in self.lines.items():
            lines.offer_own(own[name])

    def show_lines(self, name: str) -> None:
        """Bring the tab of these lines to the front, with the cursor in its grid."""
        self._shown_tabs().setCurrentWidget(self.lines[name])
        self.lines[name].focus_first()

    def focus_first(self) -> None:
        """Put the cursor where work begins: into the first field, or the lines asked for."""
        if self._begins_at in self.lines and self._tabs is not None:
            self.show_lines(self._begins_at)
            self._begins_at = ""  # only the first time
            return
        if self._tabs is not None:
            self._tabs.setCurrentIndex(0)
        self.form.focus_first()

    def _settle(self) -> None:
        """Forget errors and changes: what stands here is what is stored."""
        if self._tabs is not None:
            self._tabs.clear_marks()
            for lines in self.lines.values():
                self._tabs.set_count(self._tabs.indexOf(lines), lines.count())
        self._tell_dirty()

    def _tell_dirty(self) -> None:
        dirty = self.is_dirty()
        if dirty != self._was_dirty:
            self._was_dirty = dirty
            self.dirty_changed.emit(dirty)

    def _on_lines_changed(self, lines: LinesEdit, index: int) -> None:
        self._shown_tabs().set_count(index, lines.count())
        self._tell_dirty()

    def _shown_tabs(self) -> NumberedTabs:
        if self._tabs is None:
            self._tabs = NumberedTabs()
            self._whole.addWidget(self._tabs)
            self._tabs.add_part(self.form, "Thông tin")
        return self._tabs

    def _on_form_related_add_requested(self, field: str, kind: str, typed: str) -> None:
        self.related_add_requested.emit(kind, typed, partial(self.form.set_value, field))
