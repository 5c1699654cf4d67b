"""Letters about those who speak: number and date go back to the record, and the law by its day."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from app.bootstrap import AppContext, open_context
from app.errors import FieldErrors
from app.rules.vocabulary import SpeakerKind
from app.services.record_letters.data import RecordLetterDraft
from tests.conftest import NOW
from tests.factories import make_authorisation, make_body, make_spokesperson
from tests.services.office_profiles import make_authority, state_profile

TODAY = NOW.date()


@pytest.fixture
def office(ctx: AppContext) -> AppContext:
    make_authority(ctx)
    ctx.office.save_profile(state_profile(ctx))
    return ctx


def issue(ctx: AppContext, draft: RecordLetterDraft, on: date = TODAY) -> RecordLetterDraft:
    return ctx.record_letters.issue(draft, on, secrecy_confirmed=True)


def unsigned(ctx: AppContext, **over: object) -> int:
    values = {"grantor": "Nguyễn Văn A", "paper_number": None, "signed_at": None}
    values |= {"published_at": None, "valid_from": TODAY}
    return make_authorisation(ctx, **{**values, **over})


def test_a_decision_gives_its_number_date_and_signer_to_the_assignment(office: AppContext) -> None:
    """Duty 7."""
    one = make_spokesperson(office, decision_number=None, decision_date=None, published_on=None,
                            announced_on=None)  # fmt: skip
    issued = issue(office, office.record_letters.create("spokesperson_decision", one))
    values = office.records.get("spokesperson", one).values
    assert values["decision_number"] == "01/QĐ-SXD"
    assert values["decision_date"] == TODAY
    assert values["decision_signer"] == "Nguyễn Văn A"
    office.record_letters.void(issued, "Sai tên")
    values = office.records.get("spokesperson", one).values
    assert (values["decision_number"], values["decision_date"]) == (None, None)


def test_the_announcement_is_what_makes_a_spokesperson_known_in_writing(
    office: AppContext,
) -> None:
    """Duty 7: the press authority and each outlet get an envelope."""
    one = make_spokesperson(office, announced_on=None)
    draft = office.record_letters.create("spokesperson_announcement", one)
    assert draft.letter.recipients == ("Sở Văn hóa và Thể thao", "Các cơ quan báo chí")
    assert next(address.name for address in draft.addresses) == "Sở Văn hóa và Thể thao"
    issue(office, draft)
    values = office.records.get("spokesperson", one).values
    assert (values["announced_on"], values["announced_in"]) == (TODAY, "01/SXD-VP")


def test_nobody_is_announced_without_a_decision_or_a_way_to_be_reached(office: AppContext) -> None:
    for over in ({"decision_number": None}, {"email": None}):
        one = make_spokesperson(office, announced_on=None, **over)
        draft = office.record_letters.create("spokesperson_announcement", one)
        with pytest.raises(FieldErrors):
            issue(office, draft)


def test_an_authorisation_holds_once_its_paper_is_issued(office: AppContext) -> None:
    """Duty 8: refused before, entitled after, and the hours of posting run from then."""
    body = make_body(office)
    one = unsigned(office, body_id=body)
    ask = (datetime(2026, 10, 6, 9, 0), body, None, "Sạt lở bờ kè")
    before = office.speakers.entitled(*ask).of(SpeakerKind.AUTHORISED, one)
    assert before.reason == "Chưa có giấy ủy quyền về “Sạt lở bờ kè”: chưa ghi số và ngày ký."
    draft = office.record_letters.create("authorisation_paper", one)
    assert "không được ủy quyền tiếp" in draft.letter.body[-1]
    issue(office, draft)
    assert office.records.get("authorisation", one).values["signed_at"] == NOW.replace(second=0)
    assert office.speakers.entitled(*ask).of(SpeakerKind.AUTHORISED, one).may_speak


def test_an_authorisation_is_signed_by_the_grantor_and_does_not_reach_back(
    office: AppContext,
) -> None:
    """Duty 8."""
    by_another = office.record_letters.create(
        "authorisation_paper", unsigned(office, grantor="Trần Thị Bình")
    )
    with pytest.raises(FieldErrors) as found:
        issue(office, by_another)
    assert set(found.value.errors) == {"letter.signer_name"}
    back = unsigned(office, valid_from=date(2026, 10, 1))
    with pytest.raises(FieldErrors, match="trước ngày ký"):
        issue(office, office.record_letters.create("authorisation_paper", back))


def test_one_authorisation_has_one_paper(office: AppContext) -> None:
    one = unsigned(office)
    issue(office, office.record_letters.create("authorisation_paper", one))
    with pytest.raises(FieldErrors, match="đã có Giấy ủy quyền số 01/GUQ-SXD"):
        issue(office, office.record_letters.create("authorisation_paper", one))


@pytest.mark.parametrize(
    ("now", "law"),
    [
        (datetime(2026, 6, 30, 9, 0), "Điều 3 Nghị định số 09/2017/NĐ-CP"),
        (datetime(2026, 7, 1, 9, 0), "Nghị định số 244/2026/NĐ-CP"),
    ],
)
def test_the_letters_cite_the_law_of_their_day(tmp_path, now: datetime, law: str) -> None:
    """The switch of the law on 01/07/2026 runs through decision and authorisation."""
    ctx = open_context(tmp_path / "office", clock=lambda: now)
    ctx.office.save_profile(state_profile(ctx))
    for purpose, record in (
        ("spokesperson_decision", make_spokesperson(ctx, decision_number=None)),
        ("authorisation_paper", make_authorisation(ctx, signed_at=None, published_at=None)),
    ):
        bases = ctx.record_letters.create(purpose, record).letter.legal_bases
        assert [basis.startswith(f"Căn cứ {law}") for basis in bases] == [True]
    ctx.close()
