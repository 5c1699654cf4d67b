"""The sheet "Sổ theo dõi giao ban báo chí": each briefing with what was asked and given to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.exports.sheets.data import BriefingRow, GivenTask
from app.exports.sheets.sheet import CellKind, Column, Value
from app.rules.dates import date_text, date_time_text
from app.rules.vocabulary import BriefingState
from app.text import grouped

TAB = "Giao ban báo chí"
TITLE = "SỔ THEO DÕI GIAO BAN BÁO CHÍ"
COLUMNS = (
    Column("STT", 4.5, CellKind.INTEGER),
    Column("Kỳ", 10),
    Column("Thời gian", 11),
    Column("Địa điểm", 16),
    Column("Chủ trì, đơn vị phối hợp", 20),
    Column("Cơ quan, báo chí dự", 26),
    Column("Nội dung", 26),
    Column("Câu hỏi, trả lời", 36),
    Column("Việc giao, hạn", 28),
    Column("Tin, bài", 14),
    Column("Tình trạng", 12),
)


def briefing_table(rows: Iterable[BriefingRow]) -> Iterator[tuple[Value, ...]]:
    """Yield the cells of each briefing."""
    for number, row in enumerate(rows, start=1):
        yield (
            number,
            row.period,
            date_time_text(row.starts_at),
            row.place,
            "\n".join(filter(None, (row.chair, row.co_organiser))),
            _present(row),
            "\n".join(row.topics),
            "\n".join(_question(*one) for one in row.questions),
            "\n".join(map(_task, row.tasks)),
            _counts(row),
            "\n".join(filter(None, (row.state.label, row.reason))),
        )


def _present(row: BriefingRow) -> str:
    if not row.invited:
        return ""
    if row.state is not BriefingState.HELD:
        return f"Mời {row.invited} nơi"  # who comes is not known yet
    return "\n".join([f"{len(row.present)}/{row.invited} nơi được mời có mặt", *row.present])


def _question(question: str, answer: str) -> str:
    return f"- {question} → {answer}" if answer else f"- {question}"


def _task(one: GivenTask) -> str:
    words = f"- {one.body}: {one.task}" if one.body else f"- {one.task}"
    if one.due_on is not None:
        words += f" (hạn {date_text(one.due_on)})"
    return f"{words}, xong {date_text(one.done_on)}" if one.done_on is not None else words


def _counts(row: BriefingRow) -> str:
    if not row.articles:
        return ""
    tones = (
        ("tích cực", row.positive),
        ("chỉ đạo điều hành, trung tính", row.neutral),
        ("phản ánh tồn tại", row.critical),
    )
    told = [f"{grouped(number)} {tone}" for tone, number in tones if number]
    return "\n".join([grouped(row.articles), *told])
