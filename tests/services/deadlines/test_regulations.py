"""Duty 6: once a cited text ends, every regulation that rests on it is to be reviewed."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from sqlalchemy import select

from app.bootstrap import AppContext
from app.errors import FieldErrors
from app.models import LegalDocument
from app.rules.vocabulary import ClockDuty, DeadlineState, ReviewResult, ReviewState
from tests.factories import make_legal_document, make_regulation

KIND = "regulation"


def state(ctx: AppContext, regulation_id: int) -> tuple[str, date | None]:
    (row,) = ctx.records.rows(KIND, [regulation_id])
    columns = dict(zip(("review_state", "review_from"), row.values[5:7], strict=True))
    return columns["review_state"], columns["review_from"]


def deadline(ctx: AppContext, regulation_id: int, duty: ClockDuty):
    found = [one for one in ctx.deadlines.of(KIND, regulation_id) if one.duty is duty]
    return found[0] if found else None


def save(ctx: AppContext, kind: str, record_id: int, **values) -> None:
    version = ctx.records.get(kind, record_id).version
    ctx.records.save(kind, values, record_id, version)


def shipped(ctx: AppContext, number: str) -> int:
    with ctx.db.reading() as session:
        return session.scalars(select(LegalDocument.id).where(LegalDocument.number == number)).one()


def test_all_that_cite_a_text_turn_when_it_is_marked_as_replaced(ctx: AppContext) -> None:
    old, other = make_legal_document(ctx, number="A"), make_legal_document(ctx, number="B")
    citing = [make_regulation(ctx, cites=[old]), make_regulation(ctx, cites=[other, old])]
    apart = make_regulation(ctx, cites=[other])
    assert {state(ctx, one) for one in (*citing, apart)} == {(ReviewState.CURRENT, None)}
    save(ctx, "legal_document", old, valid_to=date(2026, 9, 30), replaced_by_id=other)
    assert [state(ctx, one) for one in citing] == [(ReviewState.NEEDED, date(2026, 10, 1))] * 2
    assert state(ctx, apart) == (ReviewState.CURRENT, None)
    found = deadline(ctx, citing[0], ClockDuty.REGULATION_REVIEW)
    # Three months by the shipped rule, which says that the number is the program's own.
    assert found.due_at == datetime(2027, 1, 4, 23, 59, 59)  # 01/01/2027 and the weekend after
    assert not found.is_confirmed
    assert any("A (hết hiệu lực từ 01/10/2026, thay bằng B)" in step for step in found.steps)


def test_the_law_switch_of_2026_runs_through_the_radar(ctx: AppContext) -> None:
    on_old_law = make_regulation(ctx, cites=[shipped(ctx, "09/2017/NĐ-CP")])
    on_new_law = make_regulation(ctx, cites=[shipped(ctx, "244/2026/NĐ-CP")])
    assert state(ctx, on_old_law) == (ReviewState.NEEDED, date(2026, 7, 1))
    assert state(ctx, on_new_law) == (ReviewState.CURRENT, None)


def test_taking_the_end_of_a_text_back_takes_the_review_back(ctx: AppContext) -> None:
    old = make_legal_document(ctx, valid_to=date(2026, 9, 30))
    citing = make_regulation(ctx, cites=[old])
    save(ctx, "legal_document", old, valid_to=None)
    assert state(ctx, citing) == (ReviewState.CURRENT, None)
    assert deadline(ctx, citing, ClockDuty.REGULATION_REVIEW).state is DeadlineState.DROPPED


def test_a_review_meets_the_deadline_and_begins_the_next(ctx: AppContext) -> None:
    citing = make_regulation(ctx, cites=[make_legal_document(ctx, valid_to=date(2026, 8, 31))])
    found = {
        "reviewed_on": date(2026, 9, 15),
        "result": ReviewResult.AMEND,
        "plan": "Sửa Điều 5",
        "plan_due_on": date(2026, 10, 30),
    }
    save(ctx, KIND, citing, reviews=[found])
    assert state(ctx, citing) == (ReviewState.AMENDING, date(2026, 9, 1))
    assert deadline(ctx, citing, ClockDuty.REGULATION_REVIEW).state is DeadlineState.MET
    amendment = deadline(ctx, citing, ClockDuty.REGULATION_AMENDMENT)
    assert amendment.due_at == datetime(2026, 10, 30, 23, 59, 59)
    (line,) = ctx.records.get(KIND, citing).values["reviews"]
    save(ctx, KIND, citing, reviews=[{**line, "done_on": date(2026, 10, 1)}])
    assert state(ctx, citing) == (ReviewState.CURRENT, date(2026, 9, 1))
    assert deadline(ctx, citing, ClockDuty.REGULATION_AMENDMENT).state is DeadlineState.MET


def test_a_text_that_was_replaced_has_an_end(ctx: AppContext) -> None:
    new = make_legal_document(ctx, valid_from=date(2026, 7, 1))
    with pytest.raises(FieldErrors) as caught:
        make_legal_document(ctx, replaced_by_id=new)
    assert caught.value.errors == {
        "valid_to": "Văn bản đã được thay thế: nhập ngày cuối còn hiệu lực, như 30/06/2026."
    }


def test_a_text_is_in_the_library_once(ctx: AppContext) -> None:
    make_legal_document(ctx, number="12/2024/NĐ-CP", issuer="Chính phủ", title="Nghị định A")
    with pytest.raises(FieldErrors, match="Đã có văn bản"):
        make_legal_document(ctx, number="12/2024/NĐ-CP", issuer="chính phủ")
    make_legal_document(ctx, number="12/2024/NĐ-CP", issuer="Chính phủ Lào")


def test_one_document_is_cited_once(ctx: AppContext) -> None:
    document = make_legal_document(ctx)
    with pytest.raises(FieldErrors) as caught:
        make_regulation(ctx, cites=[document, document])
    assert list(caught.value.errors) == ["bases[1].document_id"]
