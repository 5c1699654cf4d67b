"""The right side of the window: for each area the list and the pages pushed over it.

Going to another area leaves them as they are; nothing typed is lost or asked about.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.pages.page import Page


class PageStack(QStackedWidget):
    """Shows the top page of one area's trail."""

    # Another page came to the front, or the one in front changed its title.
    page_changed = Signal()
    area_emptied = Signal()
    open_requested = Signal(str, object, object)
    records_changed = Signal(str)
    notice = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trails: dict[str, list[Page]] = {}
        self._area = ""

    @property
    def area(self) -> str:
        """The id of the area in front."""
        return self._area

    def trail(self) -> list[Page]:
        """Return the pages of the area in front, the list first."""
        return self._trails.get(self._area, [])

    def has(self, area: str) -> bool:
        """Return whether the area was opened before."""
        return bool(self._trails.get(area))

    def page(self) -> Page | None:
        """Return the page in front."""
        trail = self.trail()
        return trail[-1] if trail else None

    def all_pages(self) -> list[tuple[str, Page]]:
        """Return every open page with its area, those on top first."""
        return [(area, page) for area, trail in self._trails.items() for page in reversed(trail)]

    def show_area(self, area: str) -> None:
        """Bring an area to the front with the page it was left at."""
        self._area = area
        self._show_top()

    def push(self, page: Page, area: str | None = None) -> None:
        """Put a page over the others of an area (the one in front) and show it."""
        if area is not None:
            self._area = area
        self._trails.setdefault(self._area, []).append(page)
        self.addWidget(page)
        page.open_requested.connect(self.open_requested)
        page.records_changed.connect(self._on_page_records_changed)
        page.notice.connect(self.notice)
        page.title_changed.connect(self._on_page_title_changed)
        page.closed.connect(self._on_page_closed)
        self._show_top()
        page.focus_first()

    def back(self) -> bool:
        """Close the page in front, if it may go, and show the one under it."""
        trail = self.trail()
        if len(trail) < 2 or not trail[-1].can_close():
            return False
        # A page that saved itself on the way out has closed itself already.
        if len(trail) > 1 and trail is self.trail():
            self._remove(trail[-1])
        return True

    def return_to(self, kind: str, record_id: int, part: str) -> bool:
        """Go back to the page of a record that this trail came by, to some of its lines if named.

        Returns whether there is one; a page over it that may not close stays in front.
        """
        trail = self.trail()
        shows = next((page for page in trail if page.shown_record() == (kind, record_id)), None)
        if shows is None:
            return False
        while trail[-1] is not shows:
            if not self.back():
                return True
        if part:
            shows.begin_at(part)
        return True

    def _remove(self, page: Page) -> None:
        trail = next((trail for trail in self._trails.values() if page in trail), None)
        if trail is None:
            return
        trail.remove(page)
        self.removeWidget(page)
        page.hide()
        page.deleteLater()
        if not trail:
            self.area_emptied.emit()
            return
        self._show_top()
        front = self.page()
        if front is not None:
            front.resume()

    def _show_top(self) -> None:
        page = self.page()
        if page is not None:
            self.setCurrentWidget(page)
        self.page_changed.emit()

    def _on_page_closed(self) -> None:
        page = self.sender()
        if isinstance(page, Page):
            self._remove(page)

    def _on_page_records_changed(self, kind: str) -> None:
        changed_by = self.sender()
        for _area, page in self.all_pages():
            if page is not changed_by:
                page.refresh(kind)
        self.records_changed.emit(kind)

    def _on_page_title_changed(self, _title: str) -> None:
        self.page_changed.emit()
