"""Those who speak: a post with its history, one left empty, one half told, and authorisations."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from app.demo.people_and_places import OFFICE, PRESS_AUTHORITY
from app.demo.registers.data import Book
from app.services.plain import ListQuery

_HEAD = {"grantor": "Nguyễn Minh Khang", "grantor_position": "Giám đốc Sở"}
_DEPUTY = {
    "grantee": "Lê Thị Thanh Hằng",
    "grantee_position": "Phó Giám đốc Sở",
    "phone": "0296 388 0102",
    "email": "lethanhhang@soxaydung.example",
}


def add_speakers(book: Book) -> None:
    """Assign spokespersons, and authorise the deputy for cases: now, before, and soon."""
    _assign(book)
    _authorise(book)


def _assign(book: Book) -> None:
    since = book.today - timedelta(days=900)
    former = _add(book, OFFICE, "Trần Hữu Lộc", "Phó Chánh Văn phòng Sở", since, number=41)
    _add(
        book, OFFICE, "Phạm Quốc Duy", "Chánh Văn phòng Sở", book.today - timedelta(days=260),
        number=57, replaces_id=former,
    )  # fmt: skip
    _add(
        book, PRESS_AUTHORITY, "Đoàn Thị Kim Ngân", "Trưởng phòng Quản lý báo chí",
        book.today - timedelta(days=40), number=88, phone=None, announced_on=None,
    )  # fmt: skip
    others = [
        name
        for name in book.bodies
        if name not in (OFFICE, PRESS_AUTHORITY)
        and book.ctx.records.get("body", book.bodies[name]).values["valid_to"] is None
    ]
    people = (
        ("Huỳnh Văn Nhân", "Phó Chủ tịch", None),
        ("Bùi Thị Thu Sương", "Chánh Văn phòng", book.today - timedelta(days=3)),
        ("Ngô Đức Toàn", "Phó Giám đốc", book.today + timedelta(days=20)),
    )
    for number, (name, (person, position, last)) in enumerate(zip(others, people, strict=False)):
        begins = book.today - timedelta(days=400 - number)
        _add(book, name, person, position, begins, number=12 + number, valid_to=last)


def _add(
    book: Book, body: str, person: str, position: str, begins: date, *, number: int, **over: Any
) -> int:
    told = begins + timedelta(days=1)
    values: dict[str, Any] = {
        "body_id": book.bodies[body],
        "person": person,
        "position": position,
        "phone": f"0296 388 {number:04d}",
        "email": f"phatngon{number}@coquan.example",
        "decision_number": f"{number}/QĐ",
        "decision_date": begins,
        "decision_signer": "Thủ trưởng cơ quan",
        "valid_from": begins,
        "published_on": told,
        "published_where": "Cổng thông tin điện tử của cơ quan",
        "announced_on": told,
    }
    return book.add("spokesperson", **{**values, **over})


def _authorise(book: Book) -> None:
    """One in force that ends soon, one that ended, one whose paper is still to be written."""
    records = book.ctx.records
    (latest,) = records.page("incident", ListQuery(), 0, 1) or (None,)
    body = {"body_id": book.bodies[OFFICE], **_HEAD, **_DEPUTY}
    scope = "Diễn biến, nguyên nhân và kết quả xử lý vụ việc."
    signed = datetime.combine(book.today - timedelta(days=6), time(8, 0))
    book.add(
        "authorisation", **body, scope=scope, incident_id=latest.id if latest else None,
        case_text=None if latest else "Bờ kè bị nứt", valid_from=signed.date(),
        valid_to=book.today + timedelta(days=4), paper_number="06/GUQ", signed_at=signed,
        published_at=signed + timedelta(hours=3), published_where="Cổng thông tin điện tử Sở",
    )  # fmt: skip
    before = datetime.combine(book.today - timedelta(days=200), time(9, 0))
    book.add(
        "authorisation", **body, scope=scope, case_text="Trả lời về quy hoạch khu dân cư",
        valid_from=before.date(), valid_to=before.date() + timedelta(days=10),
        paper_number="02/GUQ", signed_at=before, published_at=before + timedelta(hours=5),
    )  # fmt: skip
    book.add(
        "authorisation", **body, scope=scope, case_text="Họp báo về công trình ven sông",
        valid_from=book.today + timedelta(days=2), valid_to=book.today + timedelta(days=9),
    )  # fmt: skip
