"""The letters of a press briefing from record to number: invitations, minutes (duty 30)."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

import pdfplumber
import pytest

from app.bootstrap import AppContext
from app.errors import FieldErrors
from app.rules.vocabulary import EnvelopeSize, LetterState
from app.services.record_letters.purposes import Address
from tests.conftest import NOW
from tests.factories import make_body, make_briefing, make_outlet

TODAY = NOW.date()
HELD = {
    "state": "held",
    "starts_at": datetime(2026, 10, 2, 8, 0),
    "ends_at": datetime(2026, 10, 2, 11, 0),
    "secretary": "Ngô Quốc Đạt",
}


def pages(pdf: bytes) -> list[str]:
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return [page.extract_text() for page in opened.pages]


def guests(ctx: AppContext) -> list[dict[str, Any]]:
    return [
        {"outlet_id": make_outlet(ctx, name="Thời sự", type="print", address="1 Lê Lợi")},
        {"body_id": make_body(ctx, name="Sở Nội vụ")},
        {"name": "Hội Nhà báo tỉnh"},
    ]


def test_all_who_are_invited_get_their_letter_and_envelope_in_one_batch(office: AppContext) -> None:
    briefing = make_briefing(office, invited=guests(office))
    named = office.batches.named("briefing_invitation", briefing)
    assert named == (
        Address("Báo Thời sự", "1 Lê Lợi"),
        Address("Sở Nội vụ"),
        Address("Hội Nhà báo tỉnh"),
    )
    made = office.batches.create("briefing_invitation", [briefing], named)
    issued = office.batches.issue(made.id, TODAY, secrecy_confirmed=True)
    assert [draft.letter_number for draft in issued.letters] == ["01", "02", "03"]
    merged = pages(office.batches.pdf(made.id))
    assert ["kính mời: Sở Nội vụ" in page for page in merged] == [False, True, False]
    envelopes = pages(
        office.batches.envelopes([draft.letter_id for draft in made.letters], EnvelopeSize.C5)
    )
    assert len(envelopes) == 3
    assert "1 Lê Lợi" in envelopes[0]


def test_nobody_is_invited_to_one_that_was_called_off(office: AppContext) -> None:
    briefing = make_briefing(office, invited=guests(office), state="postponed", reason="Bão số 5")
    draft = office.record_letters.create("briefing_invitation", briefing)
    assert office.record_letters.issue_problems(draft, TODAY) == {
        "": "Cuộc giao ban đã hoãn, hủy; không phát hành giấy mời."
    }


def test_the_minutes_are_signed_by_the_chair_and_the_secretary(office: AppContext) -> None:
    came = [{**guest, "is_present": True} for guest in guests(office)]
    briefing = make_briefing(office, invited=came, **HELD)
    draft = office.record_letters.create("briefing_minutes", briefing)
    assert (draft.letter.signer_name, draft.letter.secretary_name) == (
        "Trần Thị Bình",
        "Ngô Quốc Đạt",
    )
    issued = office.record_letters.issue(draft, TODAY, secrecy_confirmed=True)
    assert issued.letter_state is LetterState.ISSUED
    text = "\n".join(pages(office.letters.frozen_pdf(issued.letter_id)))
    assert "THƯ KÝ" in text
    assert "CHỦ TỌA" in text


def test_there_are_no_minutes_of_one_still_to_come(office: AppContext) -> None:
    draft = office.record_letters.create("briefing_minutes", make_briefing(office))
    with pytest.raises(FieldErrors) as refused:
        office.record_letters.issue(draft, TODAY, secrecy_confirmed=True)
    assert refused.value.errors["state"] == ("Biên bản chỉ ký khi cuộc giao ban “Đã tổ chức”.")
    assert "letter.attendees" in refused.value.errors
