"""Duty 5: the library of law and Party documents, and to whom each was made known."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from app.bootstrap import AppContext
from app.errors import CannotDelete, FieldErrors
from app.models import LegalDocument, LegalRule
from app.services.plain import ListQuery
from tests.factories import make_legal_document, make_regulation

KIND = "legal_document"


def test_where_it_was_made_known_and_to_whom_is_kept(ctx: AppContext) -> None:
    times = [
        {"held_on": date(2026, 7, 8), "manner": "Hội nghị trực tuyến", "audience": "Các phòng"},
        {"held_on": date(2026, 8, 3), "audience": "Chi bộ Văn phòng"},
    ]
    document = make_legal_document(ctx, disseminations=times)
    kept = ctx.records.get(KIND, document).values["disseminations"]
    assert [(line["held_on"], line["audience"]) for line in kept] == [
        (date(2026, 7, 8), "Các phòng"),
        (date(2026, 8, 3), "Chi bộ Văn phòng"),
    ]


def test_making_known_is_noted_afterwards_and_says_to_whom(ctx: AppContext) -> None:
    with pytest.raises(FieldErrors) as caught:
        make_legal_document(
            ctx,
            disseminations=[
                {"held_on": date(2027, 1, 4), "audience": "Các phòng"},
                {"held_on": date(2026, 7, 8)},
            ],
        )
    assert set(caught.value.errors) == {
        "disseminations[0].held_on", "disseminations[1].audience",
    }  # fmt: skip


def test_the_shipped_rules_cite_the_library(ctx: AppContext) -> None:
    with ctx.db.reading() as session:
        number = session.scalar(
            select(LegalDocument.number)
            .join(LegalRule, LegalRule.document_id == LegalDocument.id)
            .where(LegalRule.code == "initial_statement-2026")
        )
    assert number == "244/2026/NĐ-CP"


def test_a_document_is_found_without_marks_by_number_title_or_issuer(ctx: AppContext) -> None:
    make_legal_document(ctx, number="15/2026/TT-BVHTTDL", issuer="Bộ Văn hóa", title="Thông tư X")
    for words in ("15/2026", "thong tu x", "bo van hoa"):
        assert ctx.records.count(KIND, ListQuery(search=words)) == 1


def test_one_that_is_cited_is_not_deleted(ctx: AppContext) -> None:
    document = make_legal_document(ctx)
    make_regulation(ctx, cites=[document])
    with pytest.raises(CannotDelete):
        ctx.records.delete(KIND, document)
