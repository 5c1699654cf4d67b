"""A preparation as the page that is taken along when one speaks (duty 25)."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.exports.preparation.data import Entry, PreparationPaper
from app.models import Office, Preparation, PreparedFact
from app.rules.dates import date_time_text
from app.services.fetching import fetch


def preparation_paper(session: Session, id: int, *, is_sample: bool) -> PreparationPaper:
    """Return what the page of a preparation shows. Raises NotFound."""
    sheet = fetch(session, Preparation, id)
    return PreparationPaper(
        office=session.scalar(select(Office.__table__.c.name)) or "",
        title=sheet.title,
        heads=tuple(_heads(sheet)),
        message=sheet.message or "",
        facts=tuple(Entry(one.fact, _confirmed(one)) for one in sheet.facts),
        questions=tuple(
            Entry(f"Hỏi: {one.question}", f"Trả lời: {one.answer or 'CHƯA CÓ'}")
            for one in sheet.questions
        ),
        limits=tuple(
            Entry(one.topic, f"Vì: {one.reason}" if one.reason else "") for one in sheet.limits
        ),
        secrecy=_secrecy(sheet),
        prepared_by=sheet.prepared_by or "",
        is_sample=is_sample,
    )


def _heads(sheet: Preparation) -> Iterator[tuple[str, str]]:
    if sheet.incident is not None and sheet.incident.title != sheet.title:
        yield "Vụ việc", sheet.incident.title
    when = date_time_text(sheet.planned_at)
    if when or sheet.place:
        yield "Phát ngôn", ", ".join(filter(None, (when, sheet.place)))
    if sheet.speaker:
        yield "Người phát ngôn", sheet.speaker


def _confirmed(fact: PreparedFact) -> str:
    if not fact.confirmed_by:
        return "CHƯA AI XÁC NHẬN: chưa nói."
    at = f", {date_time_text(fact.confirmed_at)}" if fact.confirmed_at else ""
    return f"Xác nhận: {fact.confirmed_by}{at}"


def _secrecy(sheet: Preparation) -> str:
    if not sheet.secrecy_confirmed:
        return "CHƯA XÁC NHẬN phiếu không chứa bí mật nhà nước."
    return (
        f"Đã xác nhận không chứa bí mật nhà nước lúc {date_time_text(sheet.secrecy_confirmed_at)}."
    )
