"""What the first screen and the month calendar both offer about their lines, by the same keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from app.errors import AppError
from app.rules.typed_dates import FIRST_YEAR, LAST_YEAR
from app.rules.wording.file_names import SAMPLE_PREFIX
from app.services.today.calendar import export_calendar
from app.services.today.data import PeriodicDone, TodayAction, TodayLine
from app.settings import Settings
from app.specs.registry import SPECS
from app.ui import actions, files, messages, tasks
from app.ui.pages.page import PART, Page

if TYPE_CHECKING:
    from app.bootstrap import AppContext


class LineActions(QObject):
    """Acts on what ``line`` returns, for ``page``; tells by ``changed`` that the lines did."""

    changed = Signal()

    def __init__(
        self,
        ctx: AppContext,
        settings: Settings,
        page: Page,
        line: Callable[[], TodayLine | None],
    ) -> None:
        super().__init__(page)
        self._ctx = ctx
        self._settings = settings
        self._page = page
        self._line = line
        self.open = actions.make("today", "open", self, self.open_line)
        self.why = actions.make("today", "why", self, self._on_why)
        self.export = actions.make("today", "export_calendar", self, self._on_export)

    def enable(self) -> None:
        """Offer what can be done about the line in front."""
        line = self._line()
        self.open.setEnabled(line is not None and line.record_id is not None)
        self.why.setEnabled(line is not None)

    def open_line(self) -> None:
        """Open the line's record; of a gap, ask when it was closed."""
        line = self._line()
        if line is None:
            return
        if line.record_id is None:
            self._ask_done(line)
        else:
            part = {PART: line.record_part} if line.record_part else None
            self._page.open_requested.emit(line.record_kind, line.record_id, part)

    def begin_record(self, line: TodayLine) -> None:
        """Begin a record of what is missing in a period."""
        assert line.period is not None
        known = SPECS[line.record_kind].value_names()
        start = {name: part for name, part in line.period.parts().items() if name in known}
        self._page.open_requested.emit(line.record_kind, None, start)

    # Why

    def _on_why(self) -> None:
        from app.ui.today.dialogs import WhyDialog

        line = self._line()
        if line is None:
            return
        title = f"{line.label}: {line.title}"
        dialog = WhyDialog(
            title, line.due_text, line.steps, self._page.window(), confirmed=line.is_confirmed
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # A gap

    def _ask_done(self, line: TodayLine) -> None:
        from app.ui.today.dialogs import DoneDialog

        if line.period is None or line.duty is None:
            return
        begin = None
        if line.action is TodayAction.BEGIN_RECORD:
            begin = (f"&Lập {SPECS[line.record_kind].singular}…", partial(self.begin_record, line))
        dialog = DoneDialog(
            line.duty, line.period, self._ctx.today, self._record_done, self._page.window(), begin
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _record_done(self, done: PeriodicDone) -> None:
        self._ctx.today_list.record_done(done)
        words = f"Đã ghi: {done.duty.label}, {done.period.label}."
        self._page.notice.emit(words, partial(_undo_done, self._ctx, done))
        self.changed.emit()

    # The file for other calendars

    def _on_export(self) -> None:
        prefix = SAMPLE_PREFIX if self._ctx.is_sample else ""
        proposed = files.usual_folder(self._settings) / f"{prefix}Hạn xử lý.ics"
        path = files.ask_path("Xuất lịch", proposed, "Tệp lịch", self._page)
        if path is not None:
            tasks.run(
                partial(self._write, path), partial(self._on_written, path), self._on_not_written
            )

    def _write(self, path: Path) -> int:
        days = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 30)
        items = self._ctx.deadlines.due_between(*days)
        lines = self._ctx.today_list.dated_between(*days)
        now, is_sample = self._ctx.clock(), self._ctx.is_sample
        return export_calendar(items, lines, now, path, is_sample=is_sample)

    def _on_written(self, path: Path, count: int) -> None:
        files.remember_folder(path, self._settings)
        self._page.notice.emit(f"Đã ghi {count} việc có hạn vào {path}.", None)

    def _on_not_written(self, error: BaseException) -> None:
        if not isinstance(error, AppError):
            raise error
        messages.show_error(self._page, error)


def _undo_done(ctx: AppContext, done: PeriodicDone) -> None:
    """Open the gap again. The window reads every page anew after this; the one here may be gone."""
    try:
        ctx.today_list.undo_done(done.duty, done.period)
    except AppError as error:
        messages.show_error(QApplication.activeWindow(), error)
