"""Statements about the latest incidents and of the office's own accord; a prepared one to come."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from app.demo.people_and_places import OFFICE
from app.demo.registers.data import Book
from app.rules.vocabulary import SpeakerKind, StatementForm
from app.services.plain import ListQuery

_LATEST = 12
_HEAD = {"speaker": "Nguyễn Minh Khang", "speaker_position": "Giám đốc Sở"}
_PRESS = "Các cơ quan báo chí trong tỉnh"


def add_statements(book: Book) -> None:
    """Record what was said, give it, and prepare what is still to be said."""
    _proactive(book)
    rows = book.ctx.records.page("incident", ListQuery(), 0, _LATEST)
    for row in rows:
        _about(book, row.id)
    if rows:
        _prepare(book, rows[0].id)


def _about(book: Book, incident_id: int) -> None:
    """Record what the incident says was spoken, word by word."""
    incident = book.ctx.records.get("incident", incident_id).values
    times = (incident["first_statement_at"], incident["last_statement_at"])
    said = (
        "Cơ quan chức năng đang xác minh, sẽ thông tin khi có kết quả.",
        "Cơ quan chức năng đã xác minh, đang khắc phục; đời sống người dân không bị ảnh hưởng.",
    )
    for at, end, form in zip(
        times, said, (StatementForm.SPOKEN, StatementForm.WRITTEN), strict=True
    ):
        if at is not None:
            statement = _add(
                book,
                title=incident["title"],
                incident_id=incident_id,
                form=form,
                given_at=at,
                text=f"{incident['title']}. {end}",
            )
            _give(book, statement)


def _proactive(book: Book) -> None:
    """One on the portal, put right a day later; one still being written."""
    at = datetime.combine(book.today - timedelta(days=9), time(9, 0))
    posted: dict[str, Any] = {
        "title": "Kết quả giải ngân vốn đầu tư công 9 tháng",
        "form": StatementForm.POSTED,
        "place": "Cổng thông tin điện tử của Sở",
    }
    first = _add(
        book, **posted, given_at=at, text="Đến nay ngành xây dựng giải ngân được 62 % kế hoạch."
    )
    _give(book, first)
    second = _add(
        book,
        **posted,
        continues_id=first,
        given_at=at + timedelta(days=1),
        text="Đến nay ngành xây dựng giải ngân được 63,5 % kế hoạch. Số liệu hôm trước chưa tính "
        "hai dự án hoàn thành cuối tháng.",
        next_update_at=datetime.combine(book.today + timedelta(days=5), time(16, 0)),
        outcome="Các báo đăng theo số liệu mới.",
    )
    _give(book, second)
    _add(book, title="Quy hoạch khu dân cư ven sông", form=StatementForm.CONFERENCE)


def _prepare(book: Book, incident_id: int) -> None:
    title = book.ctx.records.get("incident", incident_id).values["title"]
    book.add(
        "preparation",
        title=title,
        incident_id=incident_id,
        planned_at=datetime.combine(book.today + timedelta(days=1), time(9, 0)),
        place="Phòng họp số 2, Sở Xây dựng",
        speaker=_HEAD["speaker"],
        message="Người dân an toàn; sự cố đang được khắc phục.",
        prepared_by="Dương Ngọc Mai",
        secrecy_confirmed=True,
        facts=(
            {"fact": "Không có người bị thương.", "confirmed_by": "Công an phường"},
            {"fact": "Đơn vị thi công đã có mặt từ sáng."},
        ),
        questions=(
            {"question": "Ai chịu trách nhiệm?", "answer": "Đang xác minh, chưa kết luận."},
            {"question": "Khi nào khắc phục xong?"},
        ),
        limits=({"topic": "Nguyên nhân", "reason": "Chưa có kết luận kiểm tra."},),
    )


def _add(book: Book, **values: Any) -> int:
    return book.add(
        "statement",
        body_id=book.bodies[OFFICE],
        speaker_kind=SpeakerKind.HEAD,
        audience=_PRESS,
        **_HEAD,
        **values,
    )


def _give(book: Book, statement_id: int) -> None:
    version = book.ctx.records.get("statement", statement_id).version
    book.ctx.statements.give(statement_id, version, secrecy_confirmed=True)
