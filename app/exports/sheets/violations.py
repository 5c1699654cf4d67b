"""The sheet "Sổ theo dõi vi phạm báo chí phát hiện": each case with its steps (duties 19 to 23)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.exports.sheets.data import StepLine, ViolationRow
from app.exports.sheets.sheet import CellKind, Column, Value
from app.rules.dates import date_text
from app.rules.vocabulary import TransferCount, ViolationStepKind

Step = ViolationStepKind

TAB = "Vi phạm báo nêu"
TITLE = "SỔ THEO DÕI VI PHẠM DO BÁO CHÍ PHÁT HIỆN"
COLUMNS = (
    Column("STT", 4.5, CellKind.INTEGER),
    Column("Biết tin", 10.8, CellKind.DATE),
    Column("Báo chí nêu", 32),
    Column("Báo, bài", 22),
    Column("Tập thể, cá nhân", 16),
    Column("Cơ quan chịu trách nhiệm", 18),
    Column("Chỉ đạo", 13),
    Column("Kiểm tra", 14),
    Column("Kết luận", 16),
    Column("Xử lý", 18),
    Column("Báo cáo cấp trên", 13),
    Column("Thông tin báo chí", 14),
    Column("Tình trạng", 14),
)


def violation_table(rows: Iterable[ViolationRow]) -> Iterator[tuple[Value, ...]]:
    """Yield the cells of each case."""
    for number, row in enumerate(rows, start=1):
        conclusion = row.conclusion.label if row.conclusion else ""
        passed_on = row.transferred.label if row.transferred is not TransferCount.NONE else ""
        yield (
            number,
            row.learned_on,
            f"{row.title}: {row.finding}",
            "\n".join(row.sources),
            row.subject,
            _lines(row.body, passed_on),
            _taken(row, Step.DIRECTED),
            _taken(row, Step.INSPECTED),
            _lines(conclusion, _taken(row, Step.CONCLUDED)),
            _taken(row, Step.HANDLED),
            _taken(row, Step.REPORTED),
            _taken(row, Step.INFORMED),
            row.stage.label,
        )


def _taken(row: ViolationRow, step: Step) -> str:
    return "\n".join(_words(line) for line in row.steps if line.step is step)


def _words(line: StepLine) -> str:
    until = f" - {date_text(line.until_on)}" if line.until_on else ""
    parts = (f"{date_text(line.on)}{until}", line.paper, line.who, line.note)
    return "; ".join(filter(None, parts))


def _lines(*texts: str) -> str:
    return "\n".join(filter(None, texts))
