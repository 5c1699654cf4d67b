"""A letter made from a record: written from its facts, signed, issued, and the record told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.bootstrap import AppContext
from app.errors import CannotDelete, Conflict, FieldErrors, NotFound
from app.models import Letter
from app.rules.vocabulary import LetterState
from app.services.record_letters.data import RecordLetterDraft
from app.services.record_letters.purposes import Address
from app.services.record_letters.registry import PURPOSES, purposes_of
from app.services.records.kinds import MODELS
from tests.conftest import NOW
from tests.factories import make_incident, make_letter
from tests.services.office_profiles import party_profile, state_profile

TODAY = NOW.date()


def incident(ctx: AppContext, **over: object) -> int:
    values = {"title": "Sụt lún bờ kè", "description": "Kè sụt 20 mét.", **over}
    return make_incident(ctx, **values)


def report(ctx: AppContext, **over: object) -> RecordLetterDraft:
    return ctx.record_letters.create("test_report", incident(ctx, **over))


def test_every_purpose_writes_about_a_kind_of_record_that_there_is() -> None:
    for purpose_id, purpose in PURPOSES.items():
        assert purpose.id == purpose_id
        assert purpose.record_kind in MODELS
        assert purpose in purposes_of(purpose.record_kind)


def test_a_new_letter_says_what_the_record_says_and_is_kept(office: AppContext) -> None:
    draft = report(office)
    letter = draft.letter
    assert letter.subject == "báo cáo vụ việc Sụt lún bờ kè"
    assert letter.body == ("Sở Xây dựng báo cáo: Sụt lún bờ kè.",)
    assert (letter.recipients, letter.symbol) == (("Ủy ban nhân dân tỉnh",), "SXD-VP")
    assert letter.distribution == (
        "Như trên",
        "UBND tỉnh (để báo cáo)",
        "Văn phòng Ủy ban nhân dân tỉnh",
        "Lưu: VT, VP",
    )
    assert (letter.signer_name, letter.signer_title) == ("Nguyễn Văn A", "PHÓ GIÁM ĐỐC")
    assert draft.addresses == (Address("Ủy ban nhân dân tỉnh", "16C Tôn Đức Thắng"),)
    assert (draft.record_title, draft.title) == ("Sụt lún bờ kè", "công văn báo cáo vụ việc")
    assert office.record_letters.open(draft.letter_id) == draft
    (line,) = office.record_letters.of_record("incident", draft.record_id)
    assert (line.title, line.reference, line.state) == (
        "Công văn báo cáo vụ việc",
        "",
        LetterState.DRAFT,
    )


def test_a_party_office_speaks_for_its_board_under_its_own_symbol(ctx: AppContext) -> None:
    ctx.office.save_profile(party_profile(ctx))
    draft = report(ctx)
    assert draft.letter.body == ("Ban Thường vụ Tỉnh ủy An Giang báo cáo: Sụt lún bờ kè.",)
    minutes = ctx.record_letters.create("test_minutes", draft.record_id)
    assert (minutes.letter.symbol, minutes.letter.capacity) == ("BB/TU", ())


@pytest.mark.parametrize(
    ("purpose", "symbol", "missing"),
    [
        ("test_invitation", "GM-SXD", {"letter.time"}),
        ("test_minutes", "BB-SXD", {"letter.secretary_name"}),
        ("test_decision", "QĐ-SXD", set()),
    ],
)
def test_each_document_type_has_its_own_parts(
    office: AppContext, purpose: str, symbol: str, missing: set[str]
) -> None:
    draft = office.record_letters.create(purpose, incident(office))
    assert draft.letter.symbol == symbol
    assert set(office.record_letters.issue_problems(draft, TODAY)) == missing
    filled = replace(draft.letter, time="8 giờ 00", secretary_name="Lê Văn C")
    issued = office.record_letters.issue(
        replace(draft, letter=filled), TODAY, secrecy_confirmed=True
    )
    assert issued.letter_number == "01"
    again = office.record_letters.open(issued.letter_id).letter
    assert (again.chair, again.venue, again.started_at, again.attendees, again.legal_bases) == (
        draft.letter.chair,
        draft.letter.venue,
        draft.letter.started_at,
        draft.letter.attendees,
        draft.letter.legal_bases,
    )


def test_invited_and_authority_stand_in_the_distribution(office: AppContext) -> None:
    invitation = office.record_letters.create("test_invitation", incident(office)).letter
    assert invitation.distribution[0] == "Như thành phần mời"
    assert "Như trên" not in invitation.distribution
    decision = office.record_letters.create("test_decision", incident(office)).letter
    assert "Sở Văn hóa và Thể thao (để theo dõi, đôn đốc)" in decision.distribution


def test_the_clerk_s_own_words_are_kept_and_can_be_written_anew(office: AppContext) -> None:
    draft = report(office)
    own = replace(draft, letter=replace(draft.letter, body=("Lời của tôi.",)))
    saved = office.record_letters.save(own)
    assert office.record_letters.open(draft.letter_id).letter.body == ("Lời của tôi.",)
    change = office.record_letters.text_differs(saved)
    assert change.differs
    assert (change.old[-1], change.new[-1]) == (
        "Lời của tôi.",
        "Sở Xây dựng báo cáo: Sụt lún bờ kè.",
    )
    anew = office.record_letters.rewritten(saved)
    assert anew.letter == draft.letter
    assert not office.record_letters.text_differs(anew).differs


def test_rewriting_follows_what_the_record_says_now(office: AppContext) -> None:
    draft = report(office)
    office.records.save("incident", {"title": "Sạt lở bờ kè"}, draft.record_id)
    assert office.record_letters.open(draft.letter_id).letter == draft.letter
    anew = office.record_letters.rewritten(draft).letter
    assert anew.subject == "báo cáo vụ việc Sạt lở bờ kè"


def test_a_draft_follows_the_office_until_it_is_signed(office: AppContext) -> None:
    draft = report(office)
    office.office.save_profile(state_profile(office, version=1, place="Kiên Giang"))
    assert office.record_letters.open(draft.letter_id).letter.place == "Kiên Giang"


def test_a_letter_goes_out_only_when_the_record_allows_it(office: AppContext) -> None:
    draft = report(office, description="")
    with pytest.raises(FieldErrors) as caught:
        office.record_letters.sign(draft, secrecy_confirmed=True)
    assert caught.value.errors == {"description": "Ghi diễn biến vụ việc trước khi báo cáo."}
    with pytest.raises(FieldErrors):
        office.record_letters.issue(draft, TODAY, secrecy_confirmed=True)
    blank = replace(draft, letter=replace(draft.letter, recipients=(), body=()))
    assert set(office.record_letters.issue_problems(blank, TODAY)) == {
        "description",
        "letter.body",
        "letter.recipients",
    }


def test_a_signed_letter_is_locked_until_it_is_reopened(office: AppContext) -> None:
    signed = office.record_letters.sign(report(office), secrecy_confirmed=True)
    assert (signed.letter_state, signed.can_edit) == (LetterState.SIGNED, False)
    with pytest.raises(FieldErrors, match="Mở lại"):
        office.record_letters.save(replace(signed, letter=replace(signed.letter, place="Huế")))
    assert office.record_letters.reopen(signed).can_edit


def test_issuing_takes_a_number_freezes_the_page_and_tells_the_record(office: AppContext) -> None:
    signed = office.record_letters.sign(report(office), secrecy_confirmed=True)
    issued = office.record_letters.issue(signed, TODAY, secrecy_confirmed=True)
    assert (issued.reference, issued.letter.date) == ("01/SXD-VP", TODAY)
    assert office.letters.frozen_pdf(issued.letter_id).startswith(b"%PDF")
    assert office.records.get("incident", issued.record_id).values["state"] == "closed"


def test_a_void_letter_tells_the_record_too_and_can_be_drafted_again(office: AppContext) -> None:
    issued = office.record_letters.issue(report(office), TODAY, secrecy_confirmed=True)
    voided = office.record_letters.void(issued, "Nhầm người nhận")
    assert (voided.letter_state, voided.void_reason) == (LetterState.VOID, "Nhầm người nhận")
    assert office.records.get("incident", issued.record_id).values["state"] == "handling"
    again = office.record_letters.redraft(voided)
    assert (again.letter_state, again.letter_number) == (LetterState.DRAFT, "")
    assert (again.letter.body, again.addresses) == (issued.letter.body, issued.addresses)
    assert again.letter_id != issued.letter_id
    with pytest.raises(FieldErrors, match="đã hủy"):
        office.record_letters.redraft(again)


def test_two_who_write_at_once_do_not_undo_each_other(office: AppContext) -> None:
    draft = report(office)
    office.record_letters.save(replace(draft, letter=replace(draft.letter, place="Huế")))
    with pytest.raises(Conflict):
        office.record_letters.save(replace(draft, letter=replace(draft.letter, place="Vinh")))


def test_nothing_goes_round_the_record(office: AppContext) -> None:
    issued = office.record_letters.issue(report(office), TODAY, secrecy_confirmed=True)
    with pytest.raises(FieldErrors, match="Văn bản này lập từ vụ việc"):
        office.letters.void(issued.letter_id, issued.letter_version, "Nhầm")


def test_a_law_out_of_force_is_told_before_the_letter_goes_out(office: AppContext) -> None:
    draft = office.record_letters.create("test_decision", incident(office))
    assert draft.letter.legal_bases == ("Điều 34 Luật Báo chí ngày 10 tháng 12 năm 2025",)
    assert office.record_letters.issue_warnings(draft, TODAY) == [
        "Căn cứ “Điều 34 Luật Báo chí ngày 10 tháng 12 năm 2025” chưa được kiểm chứng với văn"
        " bản gốc."
    ]
    before = office.record_letters.issue_warnings(draft, date(2026, 6, 30))
    assert any("không có hiệu lực vào ngày 30/06/2026" in warning for warning in before)


def test_a_record_goes_with_its_drafts_but_not_with_a_number(office: AppContext) -> None:
    draft = report(office)
    office.records.delete("incident", draft.record_id)
    with pytest.raises(NotFound):
        office.record_letters.open(draft.letter_id)
    office.records.restore("incident", draft.record_id)
    issued = office.record_letters.issue(
        office.record_letters.open(draft.letter_id), TODAY, secrecy_confirmed=True
    )
    with pytest.raises(CannotDelete, match="01/SXD-VP đã lấy số"):
        office.records.delete("incident", issued.record_id)


def test_a_draft_deleted_by_itself_does_not_come_back_with_its_record(office: AppContext) -> None:
    draft = report(office)
    with office.db.writing() as session:
        session.get_one(Letter, draft.letter_id).deleted_at = NOW - timedelta(days=1)
    office.records.delete("incident", draft.record_id)
    office.records.restore("incident", draft.record_id)
    assert office.record_letters.of_record("incident", draft.record_id) == ()


def test_a_letter_of_no_record_is_not_opened_here(office: AppContext) -> None:
    with pytest.raises(NotFound):
        office.record_letters.open(make_letter(office))
