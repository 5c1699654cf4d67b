"""The "Sổ theo dõi yêu cầu phản hồi, cải chính": its columns, and how a request fills them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from app.exports.sheets.data import TrackingRow
from app.exports.sheets.sheet import CellKind, Column, Value
from app.rules.dates import date_text, time_text
from app.rules.vocabulary import LetterState

TITLE = "SỔ THEO DÕI YÊU CẦU PHẢN HỒI, CẢI CHÍNH"
TAB = "Theo dõi cải chính"

# Widths add up so that an A4 page across holds all at more than 70 % of their size.
COLUMNS = (
    Column("STT", 4.5, CellKind.INTEGER),
    Column("Số, ngày văn bản", 13),
    Column("Cơ quan báo chí", 12),
    Column("Tên bài, ngày đăng", 17),
    Column("Nội dung sai", 19),
    Column("Nội dung đúng, căn cứ", 22.6),
    Column("Loại yêu cầu", 14.9),
    Column("Ngày báo nhận", 10.8, CellKind.DATE),
    Column("Hạn", 10.8, CellKind.DATE),
    Column("Ngày gửi cơ quan QLNN báo chí", 10.8, CellKind.DATE),
    Column("Lần đôn đốc", 10.8),
    Column("Kết quả", 9.5),
    Column("Ngày đăng cải chính, link", 13),
    Column("Lý do từ chối", 11),
    Column("Bước tiếp theo", 9.5),
    Column("Ghi chú", 10.5),
)


def tracking_cells(number: int, row: TrackingRow) -> tuple[Value, ...]:
    """Return the sixteen cells of one request."""
    return (
        number,
        _letter(row),
        row.outlet,
        f"{row.article_title}\n({_moment(row.published_at)})",
        _points([wrong for wrong, _ in row.points]),
        _lines(_points([true for _, true in row.points]), _labelled("Căn cứ: ", row.grounds)),
        _lines(row.kind.label, _labelled("Theo ", row.due_law), row.no_due and f"({row.no_due})"),
        row.received_on,
        row.due_on,
        row.sent_to_authority_on,
        _reminders(row.reminded_on),
        row.outcome.label,
        _lines(date_text(row.published_on), row.published_where),
        row.refusal_reason,
        row.next_step.label,
        row.note,
    )


def tracking_table(rows: list[TrackingRow]) -> Iterator[tuple[Value, ...]]:
    """Return the cells of every request, numbered from 1."""
    return (tracking_cells(number, row) for number, row in enumerate(rows, start=1))


def _letter(row: TrackingRow) -> str:
    """Return "12/SXD-VP", the date below it; for a letter not (or no longer) in force its state."""
    words = [row.letter_number, date_text(row.letter_date)]
    if row.letter_state is not LetterState.ISSUED:
        state = row.letter_state or LetterState.DRAFT
        words.append(f"({state.label})" if row.letter_number else state.label)
    return _lines(*words)


def _reminders(days: tuple[date, ...]) -> str:
    return "\n".join([f"{len(days)} lần:", *map(date_text, days)]) if days else ""


def _points(texts: list[str]) -> str:
    if len(texts) < 2:
        return "".join(texts)
    return "\n".join(f"{number}. {text}" for number, text in enumerate(texts, start=1))


def _labelled(label: str, text: str | None) -> str:
    return label + text if text else ""


def _lines(*parts: str | None) -> str:
    return "\n".join(part for part in parts if part)


def _moment(moment: datetime) -> str:
    day = date_text(moment)
    return f"{time_text(moment.time())} {day}" if moment.hour or moment.minute else day
