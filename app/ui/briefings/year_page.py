"""Theo quý: which briefings were held, planned and are missing; Enter opens or begins one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.errors import AppError
from app.rules.clocks.periods import Period
from app.rules.duties.briefing_year import BriefingYear
from app.rules.typed_dates import FIRST_YEAR, LAST_YEAR
from app.rules.vocabulary import TermUnit
from app.ui import actions, tasks
from app.ui.briefings.year_grid import YearGrid
from app.ui.pages.page import Page
from app.ui.widgets import Banner

if TYPE_CHECKING:
    from app.bootstrap import AppContext

_SHOWN_KINDS = ("briefing", "legal_rule")


class YearPage(Page):
    """Read in a worker, for each year one goes to."""

    def __init__(self, ctx: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._year = ctx.today().year
        self._task: tasks.Task | None = None
        self._banner = Banner()
        self._grid = YearGrid()
        self._grid.opened.connect(self._on_open)
        self._foot_label = QLabel("Đang nạp…")
        self._foot_label.setWordWrap(True)
        self._foot_label.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.addWidget(self._banner)
        layout.addWidget(self._grid, 1)
        layout.addWidget(self._foot_label)
        make = partial(actions.make, "briefing_year", parent=self)
        self._shown_actions = [
            make("open", on_triggered=self._on_open),
            make("this_year", on_triggered=self._on_this_year),
            make("previous", on_triggered=partial(self._go_to, -1)),
            make("next", on_triggered=partial(self._go_to, 1)),
            make("reload", on_triggered=self._load),
        ]
        self._stand_on_today()
        self._load()

    def title(self) -> str:
        return f"Giao ban báo chí năm {self._year}"

    def page_actions(self) -> list[QAction]:
        return list(self._shown_actions)

    def refresh(self, kind: str | None = None) -> None:
        if kind is None or kind in _SHOWN_KINDS:
            self._load()

    def focus_first(self) -> None:
        self._grid.setFocus()

    def words(self) -> str:
        """Return what stands on the page, a row a line."""
        return "\n".join([self.title(), *self._grid.texts(), "", self._foot_label.text()])

    def _load(self) -> None:
        if self._task is not None:
            self._task.cancel()
        read = partial(self._ctx.briefings.year, self._year)
        self._task = tasks.run(read, self._on_read, self._on_failed)

    def _on_read(self, year: BriefingYear) -> None:
        self._task = None
        self._banner.clear()
        self._grid.show_year(year)
        self._foot_label.setText(
            f"{year.words} Enter: mở cuộc giao ban của kỳ, chưa có thì lập. PgUp, PgDn: năm khác."
        )

    def _on_failed(self, error: BaseException) -> None:
        self._task = None
        if not isinstance(error, AppError):
            raise error
        self._banner.say(error, "&Thử lại", self._load)

    def _on_open(self) -> None:
        cell = self._grid.cell()
        if cell is None:
            return
        if cell.first is not None:
            self.open_requested.emit("briefing", cell.first.id, None)
        else:
            self.open_requested.emit("briefing", None, cell.period.parts())

    def _go_to(self, years: int) -> None:
        year = self._year + years
        if FIRST_YEAR <= year <= LAST_YEAR:
            self._year = year
            self.title_changed.emit(self.title())
            self._load()

    def _on_this_year(self) -> None:
        self._go_to(self._ctx.today().year - self._year)
        self._stand_on_today()

    def _stand_on_today(self) -> None:
        quarter = Period.of(self._ctx.today(), TermUnit.QUARTER).quarter
        assert quarter is not None
        self._grid.go_to(quarter - 1, 0)
