"""Press regulations in every state: fitting, to be reviewed, being amended, replaced."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select

from app.demo.people_and_places import OFFICE
from app.demo.registers.data import Book
from app.models import LegalDocument
from app.rules.vocabulary import RegulationStatus, RegulationTopic, ReviewResult

_TITLE = "Quy chế phát ngôn và cung cấp thông tin cho báo chí của {}"
_OLD_LAW = ("103/2016/QH13", "09/2017/NĐ-CP")
_NEW_LAW = ("126/2025/QH15", "244/2026/NĐ-CP")


def add_regulations(book: Book) -> None:
    """Give most bodies a regulation, and leave some without."""
    with book.ctx.db.reading() as session:
        rows = session.execute(select(LegalDocument.number, LegalDocument.id))
        documents = {row.number: row.id for row in rows}

    def add(body: str, number: str, issued_on: date, law: tuple[str, ...], **values: object) -> int:
        return book.add(
            "regulation",
            body_id=book.bodies[body],
            title=_TITLE.format(body),
            number=number,
            issued_on=issued_on,
            valid_from=issued_on,
            bases=[{"document_id": documents[text]} for text in law],
            clauses=[
                {"topic": topic.value, "is_covered": topic is not RegulationTopic.SECRECY}
                for topic in RegulationTopic
            ],
            **values,
        )

    old = add(
        OFFICE, "112/QĐ-SXD", date(2019, 4, 8), _OLD_LAW,
        status=RegulationStatus.REPLACED, valid_to=date(2026, 8, 9),
    )  # fmt: skip
    add(OFFICE, "301/QĐ-SXD", date(2026, 8, 10), _NEW_LAW, replaces_id=old)
    add("Sở Y tế", "87/QĐ-SYT", date(2018, 5, 21), _OLD_LAW)
    found = {
        "reviewed_on": date(2026, 9, 14),
        "result": ReviewResult.AMEND.value,
        "plan": "Sửa các điều về ủy quyền và thời hạn cung cấp thông tin",
        "plan_due_on": book.today + timedelta(days=20),
    }
    add("Ủy ban nhân dân xã An Thạnh Tây", "45/QĐ-UBND", date(2025, 7, 28), _OLD_LAW,
        reviews=[found])  # fmt: skip
    add("Ủy ban nhân dân phường Long Sơn Tây", "Dự thảo", date(2026, 10, 5), _NEW_LAW,
        status=RegulationStatus.DRAFTING)  # fmt: skip
