"""The left side of the correction request page: four tabs over one draft."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.services.requests.data import RequestDraft
from app.ui.forms.editors import Sources
from app.ui.requests.facts import FactsTab
from app.ui.requests.sending import SendingTab
from app.ui.requests.tab import RequestTab
from app.ui.requests.text import TextTab
from app.ui.requests.tracking import TrackingTab
from app.ui.widgets import NumberedTabs

_TITLES = ("Nội dung", "Văn bản", "Nơi nhận", "Theo dõi")


class RequestForm(NumberedTabs):
    """Shows a draft and gives it back as it stands."""

    changed = Signal()
    notice = Signal(str, object)

    def __init__(self, sources: Sources, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = FactsTab(sources)
        self.text = TextTab(sources)
        self.sending = SendingTab(sources)
        self.tracking = TrackingTab(sources)
        self._tabs: tuple[RequestTab, ...] = (self.facts, self.text, self.sending, self.tracking)
        self._loading = False
        for tab, title in zip(self._tabs, _TITLES, strict=True):
            self.add_part(tab, title)
            tab.changed.connect(self._on_tab_changed)
            tab.notice.connect(self.notice)

    def load(self, draft: RequestDraft) -> None:
        """Show a draft; what stands there already keeps cursor and undo."""
        self._loading = True
        for tab in self._tabs:
            tab.load(draft)
        self._loading = False

    def apply(self, draft: RequestDraft) -> RequestDraft:
        """Return ``draft`` with what stands in the fields."""
        for tab in self._tabs:
            draft = tab.apply(draft)
        return draft

    def lock_letter(self, locked: bool) -> None:
        """Let facts and text be changed, or only read; the tracking is always open."""
        for tab in (self.facts, self.text, self.sending):
            tab.set_read_only(locked)

    def problems(self) -> dict[str, str]:
        """Return what was typed and cannot be understood, by field."""
        return {name: text for tab in self._tabs for name, text in tab.problems().items()}

    def show_errors(self, errors: Mapping[str, str]) -> str:
        """Put each sentence at its field, go to the first, and return what belongs to none."""
        self.clear_errors()
        first: tuple[RequestTab, QWidget] | None = None
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

    def go_to(self, tab: RequestTab, place: QWidget | None = None) -> None:
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
