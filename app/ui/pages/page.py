"""What the main window asks of every page on its right side."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QWidget

from app.ui import messages

# Among the start values: the lines of a stored record that its page begins at.
PART = "record_part"


class Page(QWidget):
    """A list, a record or a work page.

    ``open_requested(kind, id)`` asks the window to open a record over this page; id None is a new
    one, and ``values`` what it starts with. ``records_changed(kind)`` tells that records of a kind
    were saved or deleted here: the window passes it to the ``refresh`` of every other page.
    ``closed`` is sent once the page has nothing more to do; the window then returns to the page
    under it.
    ``notice(text, undo)`` shows a passing notice, with an "Hoàn tác" button when undo is callable.
    """

    open_requested = Signal(str, object, object)  # kind, id or None, start values or None
    records_changed = Signal(str)
    title_changed = Signal(str)
    notice = Signal(str, object)
    closed = Signal()

    def title(self) -> str:
        """Return the words at the top of the page."""
        return ""

    def page_actions(self) -> list[QAction]:
        """Return the page's own actions, for the tool bar and the key list."""
        return []

    def is_dirty(self) -> bool:
        """Return whether something typed here is not saved yet."""
        return False

    def save(self) -> bool:
        """Save what was typed here; return whether nothing unsaved is left."""
        return True

    def can_close(self) -> bool:
        """Return whether the page may go; asks about unsaved changes."""
        self.commit_typing()
        if not self.is_dirty():
            return True
        answer = messages.ask_unsaved(self, self.title())
        if answer is messages.Unsaved.SAVE:
            return self.save()
        return answer is messages.Unsaved.DISCARD

    def commit_typing(self) -> None:
        """Let the input method finish the word it holds, so that it counts as typed."""
        QGuiApplication.inputMethod().commit()

    def refresh(self, kind: str | None = None) -> None:
        """Show stored data anew; with ``kind``, only if this page shows such records."""

    def shown_record(self) -> tuple[str, int] | None:
        """Return kind and id of the stored record that this page is about."""
        return None

    def begin_at(self, part: str) -> None:
        """Put the cursor at some lines of the record on show, by their name."""
        self.focus_first()

    def remember(self) -> None:
        """Put into the settings what the page should look like the next time."""

    def focus_first(self) -> None:
        """Put the cursor where work on this page begins."""

    def resume(self) -> None:
        """Put the cursor where it was left on this page."""
        left = self.focusWidget()
        if left is not None and left.isVisibleTo(self):
            left.setFocus()
        else:
            self.focus_first()
