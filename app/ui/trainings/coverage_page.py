"""Ai chưa tập huấn: spokespersons not trained for months, bodies never represented (duty 31)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from app.errors import AppError
from app.rules.dates import date_text
from app.rules.duties.coverage import Untrained
from app.services.trainings.service import Coverage
from app.specs.duties.trainings import TRAINING
from app.ui import actions, tasks
from app.ui.lists.tools import Done, ListTool
from app.ui.pages.page import Page
from app.ui.widgets import Banner
from app.ui.widgets.line_table import LineTable, Part

if TYPE_CHECKING:
    from app.bootstrap import AppContext

KIND = "training_coverage"
_SHOWN_KINDS = ("training", "spokesperson", "body")
_MONTHS = 12  # what the page begins with: letter 144-CV/TU wants a training every year
_COLUMNS = (("Người phát ngôn", 30), ("Cơ quan, đơn vị", 40), ("Tập huấn gần nhất", 30))


@dataclass(frozen=True, slots=True)
class _Line:
    key: str
    kind: str
    record_id: int
    cells: tuple[str, ...]


class CoveragePage(Page):
    """Read in a worker, anew whenever the number of months changes."""

    def __init__(self, ctx: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._found: Coverage | None = None
        self._banner = Banner()
        self._months = QSpinBox()
        self._months.setRange(1, 120)
        self._months.setValue(_MONTHS)
        self._months.setSuffix(" tháng")
        self._months.valueChanged.connect(self._load)
        label = QLabel("Chưa tập huấn &trong")
        label.setBuddy(self._months)
        self._table: LineTable[_Line] = LineTable("Ai chưa tập huấn", _COLUMNS, _cells)
        self._table.opened.connect(self._on_open)
        self._table.line_changed.connect(self._enable)
        self._count_label = QLabel("Đang nạp…")
        self._count_label.setWordWrap(True)
        top = QHBoxLayout()
        top.addWidget(label)
        top.addWidget(self._months)
        top.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(self._banner)
        layout.addLayout(top)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._count_label)
        make = partial(actions.make, "coverage", parent=self)
        self._open_action = make("open", on_triggered=self._on_open)
        self._new_action = make("new_training", on_triggered=self._on_new)
        self._shown_actions = [
            self._open_action, self._new_action, make("reload", on_triggered=self._load),
        ]  # fmt: skip
        self.addActions(self._shown_actions)
        self._enable()
        self._load()

    def title(self) -> str:
        return "Ai chưa tập huấn"

    def page_actions(self) -> list[QAction]:
        return list(self._shown_actions)

    def refresh(self, kind: str | None = None) -> None:
        if kind is None or kind in _SHOWN_KINDS:
            self._load()

    def focus_first(self) -> None:
        self._table.setFocus()

    def months_edit(self) -> QSpinBox:
        return self._months

    def texts(self) -> list[str]:
        """Return the rows as shown."""
        return self._table.texts()

    def count_words(self) -> str:
        """Return what stands under the table."""
        return self._count_label.text()

    def _load(self) -> None:
        work = partial(self._ctx.trainings.coverage, self._months.value())
        tasks.run(work, self._on_read, self._on_failed)

    def _on_read(self, found: Coverage) -> None:
        if found.months != self._months.value():
            return  # changed meanwhile; another answer is on its way
        self._banner.clear()
        self._found = found
        self._table.show_parts(_parts(found))
        self._count_label.setText(_counted(found))
        self._enable()

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, AppError):
            raise error
        self._banner.say(error, "&Thử lại", self._load)

    def _enable(self) -> None:
        self._open_action.setEnabled(self._table.line() is not None)
        self._new_action.setEnabled(self._found is not None)

    def _on_open(self) -> None:
        line = self._table.line()
        if line is not None:
            self.open_requested.emit(line.kind, line.record_id, None)

    def _on_new(self) -> None:
        if self._found is None:
            return
        lines = tuple(map(_participant, self._found.untrained))
        self.open_requested.emit("training", None, {"participants": lines})


def coverage_tools(kind: str) -> tuple[ListTool, ...]:
    """Return the way from the list of trainings to this page."""

    def show(parent: QWidget, _record_id: int | None, _done: Done) -> None:
        assert isinstance(parent, Page)
        parent.open_requested.emit(KIND, None, None)

    return (ListTool("coverage", show),) if kind == "training" else ()


def _participant(one: Untrained) -> Mapping[str, object]:
    (participants,) = (lines for lines in TRAINING.lines if lines.name == "participants")
    speaker = one.speaker
    chosen = {"spokesperson_id": speaker.id, "name": speaker.person, "body_id": speaker.body_id}
    return {**participants.blank(), **chosen, "id": None}


def _parts(found: Coverage) -> tuple[Part[_Line], ...]:
    speakers = tuple(
        _Line(
            f"spokesperson/{one.speaker.id}",
            "spokesperson",
            one.speaker.id,
            (one.speaker.person, one.speaker.body, date_text(one.last_on) or "Chưa lần nào"),
        )
        for one in found.untrained
    )
    bodies = tuple(
        _Line(f"body/{body_id}", "body", body_id, ("", name, "Chưa có ai dự lớp nào"))
        for body_id, name in found.unrepresented
    )
    parts = []
    if speakers:
        heading = f"Người phát ngôn chưa tập huấn trong {found.months} tháng: {len(speakers)}"
        parts.append(Part(heading, speakers))
    if bodies:
        parts.append(Part(f"Cơ quan, đơn vị chưa có ai dự: {len(bodies)}", bodies))
    return tuple(parts)


def _counted(found: Coverage) -> str:
    if not found.speakers and not found.bodies:
        return "Chưa có người phát ngôn, cơ quan nào; thêm ở phần “Người phát ngôn” trước."
    trained = found.speakers - len(found.untrained)
    represented = found.bodies - len(found.unrepresented)
    return (
        f"Trong {found.months} tháng đến ngày {date_text(found.on)}: {trained} trên "
        f"{found.speakers} người phát ngôn đã tập huấn; {represented} trên {found.bodies} cơ quan "
        "đã có người dự."
    )


def _cells(line: _Line) -> tuple[str, ...]:
    return line.cells
