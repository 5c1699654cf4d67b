"""A strip over a record: each open duty with the time left or gone, to the minute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.errors import AppError
from app.rules.vocabulary import DeadlineState
from app.services.deadlines.data import DeadlineView
from app.ui import actions
from app.ui.deadlines.words import standing_text
from app.ui.watch.minute import MinuteTimer

if TYPE_CHECKING:
    from app.bootstrap import AppContext
    from app.ui.deadlines.dialog import DeadlineDialog

_UNSAVED = "Theo số liệu đã cất, chưa tính phần đang sửa:"


class DeadlineStrip(QWidget):
    """Hidden while the record has no deadline. ``changed`` tells that one was changed here."""

    changed = Signal()

    def __init__(self, ctx: AppContext, page: QWidget) -> None:
        super().__init__(page)
        self._ctx = ctx
        self._record: tuple[str, int] | None = None
        self._views: tuple[DeadlineView, ...] = ()
        self._trouble = ""
        self._is_unsaved = False
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._action = actions.make("deadlines", "open", self, self._on_open)
        page.addAction(self._action)
        self._button = QPushButton(f"{self._action.text()}…")
        self._button.setToolTip(self._action.toolTip())
        self._button.setAutoDefault(False)
        self._button.clicked.connect(self._action.trigger)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        self._minute = MinuteTimer(ctx.clock, self)
        self._minute.timeout.connect(self._say)
        self.hide()

    def show_record(self, kind: str, record_id: int | None) -> None:
        """Show the deadlines of a record; nothing for one that is not stored yet."""
        self._record = None if record_id is None else (kind, record_id)
        self._trouble = ""
        try:
            self._views = () if self._record is None else self._ctx.deadlines.of(*self._record)
        except AppError as error:  # the record itself is on screen: only this strip has trouble
            self._views = ()
            self._trouble = f"Chưa đọc được hạn: {error}"
        self._action.setEnabled(bool(self._views))
        self._button.setVisible(bool(self._views))
        self.setVisible(bool(self._views or self._trouble))
        self._say()

    def show_unsaved(self, unsaved: bool) -> None:
        """Say that the deadlines are those of what is saved, while something else is typed."""
        if unsaved is not self._is_unsaved:
            self._is_unsaved = unsaved
            self._say()

    def words(self) -> str:
        """Return the lines on show."""
        return "" if self.isHidden() else self._label.text()

    def _say(self) -> None:
        now = self._ctx.clock()
        is_open = [view for view in self._views if view.state is DeadlineState.OPEN]
        lines = [_UNSAVED] if self._is_unsaved else []
        lines += [f"{view.duty.label}: {standing_text(view, now)}" for view in is_open]
        for state, verb in ((DeadlineState.MET, "Đã xong"), (DeadlineState.DROPPED, "Đã kết thúc")):
            ended = [view for view in self._views if view.state is state]
            late = sum(view.late_by(now) is not None for view in ended)
            if ended:
                words = f"{verb} {len(ended)} việc"
                lines.append(words + (f", {late} việc chậm hạn." if late else "."))
        self._label.setText(self._trouble or "\n".join(lines))

    def _on_open(self) -> None:
        self.open_dialog()

    def open_dialog(self) -> DeadlineDialog | None:
        """Open what is known of the deadlines; None where there are none."""
        from app.ui.deadlines.dialog import DeadlineDialog

        if self._record is None or not self._views:
            return None
        dialog = DeadlineDialog(self._ctx, *self._record, self.window())
        dialog.changed.connect(self._on_changed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _on_changed(self) -> None:
        if self._record is not None:
            self.show_record(*self._record)
            self.changed.emit()
