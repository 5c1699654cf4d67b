"""Duty 6 over all bodies: who has a regulation that fits, who has to review, who has none."""

from __future__ import annotations

from datetime import date

import pytest

from app.bootstrap import AppContext
from app.errors import FieldErrors
from app.rules.vocabulary import LetterState, RegulationStatus
from tests.conftest import NOW
from tests.factories import make_body, make_legal_document, make_regulation
from tests.services.office_profiles import make_authority, state_profile


@pytest.fixture
def office(ctx: AppContext) -> AppContext:
    make_authority(ctx)
    ctx.office.save_profile(state_profile(ctx))
    return ctx


def standing(ctx: AppContext, *body_ids: int) -> list[tuple[str, str]]:
    lines = [line for line in ctx.regulations.progress() if line.body_id in body_ids]
    return [(line.state_words, line.grounds) for line in lines]


def test_every_body_has_its_line(office: AppContext) -> None:
    dead = make_legal_document(office, number="A", valid_to=date(2026, 6, 30))
    fit, old, none = (make_body(office, name=f"Sở {name}") for name in ("Một", "Hai", "Ba"))
    make_regulation(office, body_id=fit)
    make_regulation(office, body_id=old, cites=[dead])
    assert standing(office, fit, old, none) == [
        ("Chưa có quy chế", ""),
        ("Cần rà soát", "A (hết hiệu lực từ 01/07/2026)"),
        ("Còn phù hợp", ""),
    ]
    wanting = [line.body_id for line in office.regulations.progress() if line.is_wanting]
    assert {old, none} <= set(wanting)
    assert fit not in wanting


def test_a_body_that_is_no_more_has_none(office: AppContext) -> None:
    gone = make_body(office, valid_to=date(2025, 6, 30))
    assert standing(office, gone) == []
    before = office.regulations.progress(date(2025, 6, 30))
    assert gone in [line.body_id for line in before]


def test_a_regulation_that_was_replaced_is_none(office: AppContext) -> None:
    body = make_body(office)
    make_regulation(
        office, body_id=body, status=RegulationStatus.REPLACED, valid_to=date(2026, 1, 31)
    )
    assert standing(office, body) == [("Chưa có quy chế", "")]


def test_the_last_letter_that_went_out_is_quoted(office: AppContext) -> None:
    dead = make_legal_document(office, valid_to=date(2026, 6, 30))
    regulation = make_regulation(office, cites=[dead])
    line = next(one for one in office.regulations.progress() if one.regulation_id == regulation)
    assert line.reminded == ""
    draft = office.record_letters.create(line.purpose, line.letter_source)
    issued = issue(office, draft)
    assert issued.letter_state is LetterState.ISSUED
    line = next(one for one in office.regulations.progress() if one.regulation_id == regulation)
    assert (line.reminded, line.reminded_on) == (issued.reference, NOW.date())


def test_nobody_is_asked_to_review_what_fits(office: AppContext) -> None:
    draft = office.record_letters.create("regulation_review", make_regulation(office))
    with pytest.raises(FieldErrors, match="không cần rà soát"):
        issue(office, draft)


def issue(ctx: AppContext, draft):
    return ctx.record_letters.issue(draft, NOW.date(), secrecy_confirmed=True)
