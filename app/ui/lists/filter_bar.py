"""The search box and the filters above a list, made from its spec."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.errors import NotFound
from app.specs.fields import FilterSpec, Kind, RecordSpec
from app.specs.registry import SPECS
from app.text import nfc
from app.ui.lists.period_box import PeriodBox
from app.ui.widgets.choices import ChoiceBox
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.line_edit import SearchBox
from app.ui.widgets.related_edit import RelatedEdit

if TYPE_CHECKING:
    from app.services.records.service import Records


class FilterBar(QWidget):
    """What the list shows only part of, and why. ``before`` stands in front of it all."""

    changed = Signal()

    def __init__(
        self,
        records: Records,
        spec: RecordSpec,
        today: Callable[[], date],
        before: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._records = records
        self._spec = spec
        self._search_box = SearchBox()
        self._search_box.setMinimumWidth(self.fontMetrics().averageCharWidth() * 26)
        self._search_box.search_changed.connect(self._on_search_box_search_changed)
        self._search = ""
        self._editors: dict[str, ChoiceBox | RelatedEdit | PeriodBox] = {}
        layout = FlowLayout(self)
        if before is not None:
            layout.addWidget(before)
        layout.addWidget(self._search_box)
        for described in spec.list.filters:
            editor = self._make_editor(described, today)
            editor.setAccessibleName(described.label)
            editor.changed.connect(self._on_editor_changed)
            self._editors[described.name] = editor
            layout.addWidget(_labelled(described.label, editor))

    def search(self) -> str:
        """Return what is searched for."""
        return self._search

    def filters(self) -> dict[str, Any]:
        """Return the filters that are set, by name."""
        values = {name: editor.value() for name, editor in self._editors.items()}
        return {name: value for name, value in values.items() if value is not None}

    def kept(self) -> dict[str, str | int]:
        """Return the filters that are set as a view keeps them."""
        kept = {
            name: editor.kept() if isinstance(editor, PeriodBox) else editor.value()
            for name, editor in self._editors.items()
        }
        return {name: value for name, value in kept.items() if value is not None}

    def show_kept(self, search: str, filters: Mapping[str, str | int]) -> list[str]:
        """Search and filter as a view does, without telling ``changed``.

        Returns the labels of filters for which the record they name is gone.
        """
        gone: list[str] = []
        self._silently(self._empty)
        self._silently(partial(self._fill, search, filters, gone))
        return gone

    def _fill(self, search: str, filters: Mapping[str, str | int], gone: list[str]) -> None:
        self._search = search
        self._search_box.set_value(search)
        self._search_box.forget_change()
        for described in self._spec.list.filters:
            editor, value = self._editors[described.name], filters.get(described.name)
            if value is None:
                continue
            if isinstance(editor, PeriodBox):
                editor.show_kept(str(value))
            elif isinstance(editor, RelatedEdit):
                try:
                    editor.set_value(int(value))
                except NotFound:
                    gone.append(described.label)
            else:
                editor.set_value(str(value))

    def words(self) -> list[str]:
        """Return what is searched and filtered, each in a few words."""
        words = [f"tìm “{self._search}”"] if self._search else []
        for described in self._spec.list.filters:
            editor = self._editors[described.name]
            value = editor.value()
            if value is None:
                continue
            if isinstance(editor, ChoiceBox):
                shown = editor.currentText()
            elif isinstance(editor, RelatedEdit):
                shown = editor.text()
            else:
                shown = editor.words()
            words.append(f"{described.label}: {shown}")
        return words

    def is_set(self) -> bool:
        """Return whether the list shows only part of its records."""
        return bool(self._search or self.filters())

    def clear(self) -> None:
        """Show everything again."""
        self._silently(self._empty)
        self.changed.emit()

    def _silently(self, change: Callable[[], None]) -> None:
        self.blockSignals(True)
        try:
            change()
        finally:
            self.blockSignals(False)

    def _empty(self) -> None:
        self._search = ""
        self._search_box.clear()
        for editor in self._editors.values():
            if isinstance(editor, PeriodBox):
                editor.clear()
            else:
                editor.set_value(None)

    def focus_search(self) -> None:
        """Put the cursor into the search box, what is there ready to be typed over."""
        self._search_box.setFocus()
        self._search_box.selectAll()

    def _make_editor(
        self, described: FilterSpec, today: Callable[[], date]
    ) -> ChoiceBox | RelatedEdit | PeriodBox:
        if described.choices is not None:
            return ChoiceBox(described.choices, allow_empty=True, empty_text="Tất cả")
        if described.kind is Kind.RELATED and described.related is not None:
            kind = described.related
            editor = RelatedEdit(
                partial(self._records.options, kind),
                partial(self._records.option, kind),
                noun=SPECS[kind].singular,
                can_add=False,
            )
            editor.setMinimumWidth(editor.fontMetrics().averageCharWidth() * 36)
            return editor
        return PeriodBox(today)

    def _on_search_box_search_changed(self, text: str) -> None:
        self._search = nfc(text)
        self.changed.emit()

    def _on_editor_changed(self) -> None:
        self.changed.emit()


def _labelled(label: str, editor: QWidget) -> QWidget:
    pair = QWidget()
    layout = QHBoxLayout(pair)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(QLabel(label))
    layout.addWidget(editor)
    return pair
