"""Notices over the window that stay until the clerk has seen to them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.widgets import Banner


class StandingNotices(QWidget):
    """One strip for each matter; takes no room while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._banners: dict[str, Banner] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def say(
        self,
        matter: str,
        words: str,
        action: str = "Đã biết",
        on_action: Callable[[], object] | None = None,
    ) -> None:
        """Show ``words`` about a matter, in place of what was said of it before."""
        banner = self._banners.get(matter)
        if banner is None:
            banner = self._banners[matter] = Banner()
            self._column.addWidget(banner)
        banner.say(words, action, lambda: self._on_action(on_action))
        self.show()

    def clear(self, matter: str) -> None:
        """Take back what was said of a matter."""
        banner = self._banners.get(matter)
        if banner is not None:
            banner.clear()
        self._fold()

    def text(self) -> str:
        """Return all the words on show, a line for each matter."""
        return "\n".join(filter(None, (banner.text() for banner in self._banners.values())))

    def _on_action(self, on_action: Callable[[], object] | None) -> None:
        self._fold()
        if on_action is not None:
            on_action()

    def _fold(self) -> None:
        self.setVisible(bool(self.text()))
