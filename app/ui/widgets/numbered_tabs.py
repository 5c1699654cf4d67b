"""Tabs that Alt and their number lead into; a tab with errors says so in its title."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QTabWidget, QWidget


class NumberedTabs(QTabWidget):
    """Holds parts that have a ``focus_first()``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles: list[str] = []
        self._counts: list[int] = []
        self._marked: set[int] = set()
        self.setDocumentMode(True)
        # In a narrow window the titles are cut; arrows would hide whole tabs.
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabBar().setExpanding(False)
        self.currentChanged.connect(self._on_current_changed)

    def add_part(self, part: QWidget, title: str) -> int:
        """Add a part at the end; return its place."""
        self._titles.append(f"&{self.count() + 1} {title}")
        self._counts.append(0)
        return self.addTab(part, self._titles[-1])

    def set_count(self, index: int, count: int) -> None:
        """Say in a part's title how many things are in it."""
        self._counts[index] = count
        self._show_title(index)

    def mark(self, index: int, needs_look: bool) -> None:
        """Say in a part's title that something in it needs a look."""
        if needs_look:
            self._marked.add(index)
        else:
            self._marked.discard(index)
        self._show_title(index)

    def clear_marks(self) -> None:
        for index in range(self.count()):
            self.mark(index, False)

    def minimumSizeHint(self) -> QSize:
        # Wide enough for the plain titles; those that ask for a look may be cut at their end.
        words = sum(
            self.fontMetrics().horizontalAdvance(title.replace("&", "")) for title in self._titles
        )
        margins = len(self._titles) * 4 * self.fontMetrics().averageCharWidth()
        least = super().minimumSizeHint()
        return QSize(max(least.width(), words + margins), least.height())

    def _show_title(self, index: int) -> None:
        count = f" ({self._counts[index]})" if self._counts[index] else ""
        look = " (cần xem)" if index in self._marked else ""
        self.setTabText(index, f"{self._titles[index]}{count}{look}")

    def _on_current_changed(self, index: int) -> None:
        # Alt+number leads into the tab; the arrow keys on the titles stay on the titles.
        if self.isVisible() and not self.tabBar().hasFocus():
            self.widget(index).focus_first()  # type: ignore[attr-defined]
