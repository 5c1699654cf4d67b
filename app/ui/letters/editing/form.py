"""The left side of a letter's page: tabs over one draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui.letters.editing.tab import EditTab
from app.ui.widgets import NumberedTabs


class EditForm(NumberedTabs):
    """Brings what is said about a draft to the tab it belongs to."""

    changed = Signal()
    notice = Signal(str, object)

    def __init__(self, tabs: Sequence[tuple[str, EditTab]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs = tuple(tab for _title, tab in tabs)
        self._loading = False
        for title, tab in tabs:
            self.add_part(tab, title)
            tab.changed.connect(self._on_tab_changed)
            tab.notice.connect(self.notice)

    def problems(self) -> dict[str, str]:
        """Return what was typed and cannot be understood, by field."""
        return {name: text for tab in self._tabs for name, text in tab.problems().items()}

    def show_errors(self, errors: Mapping[str, str]) -> str:
        """Put each sentence at its field, go to the first, and return what belongs to none."""
        self.clear_errors()
        first: tuple[EditTab, QWidget] | None = None
        elsewhere = []
        for name, sentence in errors.items():
            for index, tab in enumerate(self._tabs):
                place = tab.put_error(name, sentence)
                if place is not None:
                    self.mark(index, True)
                    if first is None or index < self.indexOf(first[0]):
                        first = (tab, place)
                    break
            else:
                elsewhere.append(sentence)
        if first is not None:
            self.go_to(*first)
        return " ".join(elsewhere)

    def clear_errors(self) -> None:
        self.clear_marks()
        for tab in self._tabs:
            tab.clear_errors()

    def go_to(self, tab: EditTab, place: QWidget | None = None) -> None:
        """Bring a tab to the front with the cursor in ``place`` or its first field."""
        self.setCurrentWidget(tab)
        if place is None:
            tab.focus_first()
        else:
            place.setFocus(Qt.FocusReason.OtherFocusReason)
            tab.ensureWidgetVisible(place)

    def _on_tab_changed(self) -> None:
        if not self._loading:
            self.changed.emit()

    @contextmanager
    def _filling(self) -> Iterator[None]:
        """What is put into the fields meanwhile is no change by the clerk."""
        self._loading = True
        yield
        self._loading = False
