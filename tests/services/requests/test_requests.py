"""The correction request and its letter as one unit: duties 13 to 18."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from app.bootstrap import AppContext
from app.errors import Conflict, FieldErrors, NotFound
from app.models import LegalBasis, Letter
from app.rules.vocabulary import ArticleKind, Layout, LetterState, RequestKind
from app.services.letters.drafting import signed_by
from app.services.office.service import SignerLine
from app.services.requests.data import PointLine, RequestDraft
from tests.conftest import NOW
from tests.factories import make_correction_request
from tests.services.office_profiles import (
    article_in,
    make_authority,
    party_profile,
    state_profile,
)

TODAY = NOW.date()


@pytest.fixture
def office(ctx: AppContext) -> AppContext:
    """A department that knows the press authority of its province."""
    make_authority(ctx)
    ctx.office.save_profile(state_profile(ctx))
    return ctx


def saved(ctx: AppContext, **over: object) -> RequestDraft:
    return ctx.requests.save(replace(ctx.requests.new_draft(article_in(ctx)), **over))


def test_a_new_draft_is_prefilled_from_the_article(office: AppContext) -> None:
    draft = office.requests.new_draft(article_in(office))
    assert (draft.id, draft.version, draft.letter_id) == (None, None, None)
    assert draft.can_edit
    assert draft.reference == ""
    assert draft.kind is RequestKind.CORRECT
    assert draft.grounds == "Biên bản kiểm tra ngày 02/10/2026."
    assert draft.points == (PointLine("Bờ kè nứt dài 50 mét.", "Vết nứt dài 5 mét."),)
    assert draft.legal_basis.startswith("Điều 34 Luật Báo chí")
    letter = draft.letter
    assert (letter.superior_body, letter.issuing_body) == ("UBND TỈNH AN GIANG", "SỞ XÂY DỰNG")
    assert letter.recipients == ("Báo Điện tử Đồng bằng",)
    assert letter.distribution[2] == "Sở Văn hóa và Thể thao (để theo dõi, đôn đốc)"
    assert (letter.capacity, letter.signer_title) == (("KT. GIÁM ĐỐC",), "PHÓ GIÁM ĐỐC")
    assert letter.subject == "đề nghị cải chính thông tin trên Báo Điện tử Đồng bằng"
    assert "“Bờ kè nứt dài 50 mét”" in letter.body[1]
    assert not office.requests.text_differs(draft).differs


def test_a_draft_follows_the_office_until_it_is_signed(office: AppContext) -> None:
    draft = saved(office)
    profile = office.office.profile()
    profile = office.office.save_profile(replace(profile, place="Kiên Giang", symbol="SXD-QLN"))
    draft = office.requests.open(draft.id)
    assert (draft.letter.place, draft.letter.symbol) == ("Kiên Giang", "SXD-QLN")
    draft = office.requests.sign(draft, secrecy_confirmed=True)
    office.office.save_profile(replace(profile, place="Cà Mau", symbol="SXD-TTr"))
    draft = office.requests.open(draft.id)
    assert (draft.letter.place, draft.letter.symbol) == ("Kiên Giang", "SXD-QLN")
    issued = office.requests.issue(draft, TODAY, secrecy_confirmed=True)
    assert (issued.letter.place, issued.letter.symbol) == ("Kiên Giang", "SXD-QLN")


def test_a_party_draft_speaks_for_the_standing_board(ctx: AppContext) -> None:
    ctx.office.save_profile(party_profile(ctx))
    draft = ctx.requests.new_draft(article_in(ctx))
    assert draft.letter.layout is Layout.PARTY
    assert draft.letter.superior_body is None
    # From 27/5/2026 the style prints "về việc" before the subject.
    assert draft.letter.subject.startswith("đề nghị cải chính")
    assert "Ban Thường vụ Tỉnh ủy An Giang đề nghị Quý Báo" in draft.letter.body[-2]


def test_lists_in_the_article_become_points(office: AppContext) -> None:
    article = article_in(
        office,
        wrong_passage="1. Nứt 50 mét.\n2. Không ai sửa.",
        true_content="- Nứt 5 mét.\n- Đã sửa ngày 03/10/2026.",
    )
    assert office.requests.new_draft(article).points == (
        PointLine("Nứt 50 mét.", "Nứt 5 mét."),
        PointLine("Không ai sửa.", "Đã sửa ngày 03/10/2026."),
    )


def test_an_incomplete_article_is_answered(office: AppContext) -> None:
    article = article_in(office, kind=ArticleKind.INCOMPLETE)
    draft = office.requests.new_draft(article)
    assert draft.kind is RequestKind.RESPOND
    assert draft.legal_basis.startswith("Điều 36 Luật Báo chí")


def test_the_law_follows_both_days(office: AppContext) -> None:
    before = article_in(office, published_at=datetime(2026, 6, 30, 23, 59))
    on_the_day = article_in(office, published_at=datetime(2026, 7, 1))
    old, new = map(office.requests.new_draft, (before, on_the_day))
    assert old.legal_basis.startswith("Điều 42 Luật Báo chí ngày 05 tháng 4 năm 2016")
    assert new.legal_basis.startswith("Điều 34 Luật Báo chí ngày 10 tháng 12 năm 2025")
    for draft in (old, new):
        assert "237/2026/NĐ-CP" in draft.legal_basis  # the letter is of October
    removal = office.requests.legal_basis_for(new, RequestKind.REMOVE)
    assert removal.startswith("Điều 35 Luật Báo chí")


def test_without_a_profile_no_letter_is_written(ctx: AppContext) -> None:
    with pytest.raises(FieldErrors, match="Hồ sơ cơ quan"):
        ctx.requests.new_draft(article_in(ctx))
    with pytest.raises(NotFound):
        ctx.requests.open(1)


def test_request_and_letter_are_saved_and_opened_as_one(office: AppContext) -> None:
    points = (PointLine("Nứt 50 mét.", "Nứt 5 mét."), PointLine(), PointLine("Sập.", ""))
    draft = saved(
        office,
        points=points,
        kind=RequestKind.REMOVE,
        deadline_asked=date(2026, 10, 20),
        grounds=" Biên bản\n\n số 18 ",
    )
    assert draft == office.requests.open(draft.id)
    assert draft.points == (points[0], points[2])
    assert draft.letter_state is LetterState.DRAFT
    letter = office.letters.get(draft.letter_id)
    assert (letter.source_kind, letter.source_id) == ("correction_request", draft.id)
    assert letter.version == draft.letter_version


def test_a_change_of_points_alone_counts_as_a_change(office: AppContext) -> None:
    first = saved(office)
    second = office.requests.save(replace(first, points=(PointLine("Một.", "Hai."),)))
    assert second.version == first.version + 1
    with pytest.raises(Conflict):
        office.requests.save(replace(first, grounds="Khác."))


def test_a_change_of_the_letter_elsewhere_is_a_conflict(office: AppContext) -> None:
    draft = saved(office)
    with office.db.writing() as session:
        session.get(Letter, draft.letter_id).subject = "khác"
    with pytest.raises(Conflict):
        office.requests.save(replace(draft, grounds="Khác."))
    assert office.requests.open(draft.id).grounds == draft.grounds


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"deadline_asked": date(2026, 10, 1)}, "deadline_asked"),
        ({"grounds": "x" * 5001}, "grounds"),
        ({"points": (PointLine("Sai.", "x" * 5001),)}, "points[0].true_text"),
    ],
)
def test_what_cannot_be_saved_is_said_at_its_field(office: AppContext, change, field) -> None:
    draft = office.requests.new_draft(article_in(office))
    with pytest.raises(FieldErrors) as refused:
        office.requests.save(replace(draft, **change))
    assert set(refused.value.errors) == {field}
    with office.db.reading() as session:
        assert session.query(Letter).count() == 0


def test_writing_anew_shows_first_what_would_be_lost(office: AppContext) -> None:
    draft = saved(office)
    own = "Đoạn do văn thư tự viết."
    draft = replace(draft, letter=replace(draft.letter, body=(*draft.letter.body, own)))
    change = office.requests.text_differs(replace(draft, kind=RequestKind.REMOVE))
    assert change.differs
    assert change.old[-1] == own
    assert own not in change.new
    assert change.new[0] == "đề nghị gỡ bỏ thông tin trên Báo Điện tử Đồng bằng"
    assert office.requests.save(draft).letter.body[-1] == own


def test_another_signer_is_put_in_with_his_lines(office: AppContext) -> None:
    draft = office.requests.new_draft(article_in(office))
    letter = signed_by(draft.letter, SignerLine("Lê C", "TUQ. giám đốc\nChánh văn phòng", ""))
    assert letter.capacity == ("TUQ. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG")
    assert (letter.signer_title, letter.signer_name) == ("", "Lê C")


def test_a_request_made_without_a_letter_gets_one_when_it_is_opened(office: AppContext) -> None:
    draft = office.requests.open(make_correction_request(office))
    assert draft.letter_id is None
    assert draft.letter.body
    assert office.requests.save(draft).letter_id is not None
    with pytest.raises(Conflict):  # an old window must not add a second letter
        office.requests.save(replace(draft, version=draft.version + 1))


def test_the_order_of_an_office(office: AppContext) -> None:
    draft = office.requests.sign(saved(office), secrecy_confirmed=True)
    assert draft.letter_state is LetterState.SIGNED
    locked = replace(draft, points=(PointLine("Khác.", "Khác."),))
    with pytest.raises(FieldErrors, match="Mở lại để sửa"):
        office.requests.save(locked)
    assert office.requests.save(replace(draft, no_copy_reason="x")).no_copy_reason == "x"
    draft = office.requests.reopen(office.requests.open(draft.id))
    draft = office.requests.save(replace(draft, points=locked.points, no_copy_reason=""))
    draft = office.requests.sign(draft, secrecy_confirmed=True)
    draft = office.requests.issue(draft, TODAY, secrecy_confirmed=True)
    assert (draft.letter_state, draft.letter_number) == (LetterState.ISSUED, "01")
    assert (draft.letter.number, draft.letter.date) == (1, TODAY)
    assert draft.reference == "01/SXD-VP"
    assert office.requests.open(draft.id) == draft
    for changed in (
        replace(draft, grounds="Khác."),
        replace(draft, no_copy_reason="Khác."),
        replace(draft, letter=replace(draft.letter, subject="khác")),
    ):
        with pytest.raises(FieldErrors, match="đã phát hành"):
            office.requests.save(changed)


def test_the_plain_record_is_locked_like_its_page(office: AppContext) -> None:
    """Whoever saves the request past its page finds the same facts locked, the tracking open."""
    draft = office.requests.sign(saved(office), secrecy_confirmed=True)

    def save(**values: object) -> None:
        office.records.save("correction_request", values, id=draft.id)

    with pytest.raises(FieldErrors, match="Mở lại để sửa"):
        save(grounds="Khác.")
    draft = office.requests.issue(office.requests.open(draft.id), TODAY, secrecy_confirmed=True)
    for changed in (
        {"grounds": "Khác."},
        {"article_id": article_in(office)},
        {"kind": RequestKind.REMOVE},
        {"deadline_asked": date(2026, 10, 20)},
        {"no_copy_reason": "Khác."},
    ):
        with pytest.raises(FieldErrors, match="đã phát hành"):
            save(**changed)
    save(sent_to_outlet_on=TODAY, letter_id=None)
    opened = office.requests.open(draft.id)
    assert (opened.grounds, opened.letter_id) == (draft.grounds, draft.letter_id)
    assert opened.tracking.sent_to_outlet_on == TODAY


def test_an_unsaved_request_is_saved_and_issued_in_one_step(office: AppContext) -> None:
    draft = office.requests.issue(
        office.requests.new_draft(article_in(office)), TODAY, secrecy_confirmed=True
    )
    assert draft.letter_number == "01"
    assert office.letters.frozen_pdf(draft.letter_id).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("change", "field", "sentence"),
    [
        ({"grounds": " "}, "grounds", "Nêu căn cứ xác minh"),
        ({"points": ()}, "points", "ít nhất một nội dung sai"),
        ({"points": (PointLine(),)}, "points", "ít nhất một nội dung sai"),
        ({"points": (PointLine("Sai."),)}, "points[0].true_text", "Nhập nội dung đúng"),
        ({"points": (PointLine("", "Đúng."),)}, "points[0].wrong_text", "Trích nội dung sai"),
        ({"deadline_asked": TODAY}, "deadline_asked", "sau ngày văn bản"),
    ],
)
def test_what_keeps_it_from_going_out_is_said_at_its_field(
    office: AppContext, change, field: str, sentence: str
) -> None:
    draft = replace(saved(office), **change)
    assert set(office.requests.issue_problems(draft, TODAY)) == {field}
    with pytest.raises(FieldErrors) as refused:
        office.requests.issue(draft, TODAY, secrecy_confirmed=True)
    assert sentence in refused.value.errors[field]
    assert office.requests.open(draft.id).letter_number == ""


@pytest.mark.parametrize("kind", [ArticleKind.UNVERIFIED, ArticleKind.CORRECT])
def test_nothing_goes_out_before_verification_found_a_fault(office: AppContext, kind) -> None:
    """Duty 13."""
    draft = office.requests.new_draft(article_in(office, kind=kind))
    assert set(office.requests.issue_problems(draft, TODAY)) == {"article_id"}
    with pytest.raises(FieldErrors):
        office.requests.sign(draft, secrecy_confirmed=True)


def test_the_letter_s_own_gaps_are_said_at_the_letter(office: AppContext) -> None:
    draft = saved(office)
    draft = replace(draft, letter=replace(draft.letter, subject="", body=()))
    found = office.requests.issue_problems(draft, TODAY)
    assert set(found) == {"letter.subject", "letter.body"}


def test_a_letter_is_not_older_than_the_article(office: AppContext) -> None:
    found = office.requests.issue_problems(saved(office), date(2026, 10, 1))
    assert set(found) == {"letter_date"}


def test_the_press_authority_gets_a_copy_or_a_reason_is_written(office: AppContext) -> None:
    """Duty 17."""
    draft = saved(office)
    without = replace(draft, letter=replace(draft.letter, distribution=("Như trên", "Lưu: VT")))
    assert set(office.requests.issue_problems(without, TODAY)) == {"letter.distribution"}
    with pytest.raises(FieldErrors, match="Sở Văn hóa và Thể thao"):
        office.requests.issue(without, TODAY, secrecy_confirmed=True)
    short = replace(without.letter, distribution=("Như trên", "Sở VHTT (để biết)", "Lưu: VT"))
    assert not office.requests.issue_problems(replace(draft, letter=short), TODAY)
    as_recipient = replace(without.letter, recipients=("Báo A", "Sở Văn hóa và Thể thao"))
    assert not office.requests.issue_problems(replace(draft, letter=as_recipient), TODAY)
    issued = office.requests.issue(
        replace(without, no_copy_reason="Đã báo trực tiếp."), TODAY, secrecy_confirmed=True
    )
    assert issued.letter_number == "01"


def test_an_unknown_press_authority_needs_a_reason_too(ctx: AppContext) -> None:
    ctx.office.save_profile(state_profile(ctx))
    draft = saved(ctx)
    assert set(ctx.requests.issue_problems(draft, TODAY)) == {"no_copy_reason"}
    assert ctx.requests.issue(
        replace(draft, no_copy_reason="Chưa rõ."), TODAY, secrecy_confirmed=True
    ).letter_number


def test_a_refused_issue_keeps_nothing_of_the_draft(office: AppContext) -> None:
    draft = saved(office)
    with pytest.raises(FieldErrors):
        office.requests.issue(replace(draft, grounds=""), TODAY, secrecy_confirmed=True)
    assert office.requests.open(draft.id) == draft


def test_the_law_of_the_letter_s_day_is_compared_with_what_is_printed(office: AppContext) -> None:
    article = article_in(office, published_at=datetime(2026, 6, 29))
    draft = office.requests.save(office.requests.new_draft(article))
    with office.db.writing() as session:
        for row in session.query(LegalBasis):
            row.confirmed = True
    assert office.requests.issue_warnings(draft, TODAY) == []
    warnings = office.requests.issue_warnings(draft, date(2026, 6, 30))
    assert any("chưa viện dẫn" in line and "09/2017/NĐ-CP" in line for line in warnings)
    assert any("không áp dụng" in line and "237/2026/NĐ-CP" in line for line in warnings)


def test_unconfirmed_and_missing_law_is_said_before_issuing(office: AppContext) -> None:
    draft = office.requests.new_draft(article_in(office))
    assert any(
        "chưa được kiểm chứng" in line for line in office.requests.issue_warnings(draft, TODAY)
    )
    with office.db.writing() as session:
        for row in session.query(LegalBasis):
            row.deleted_at = NOW
    warnings = office.requests.issue_warnings(draft, TODAY)
    assert any("chưa có văn bản áp dụng cho bài đăng ngày 02/10/2026" in line for line in warnings)


def test_after_a_void_letter_a_new_one_is_drafted(office: AppContext) -> None:
    first = office.requests.issue(saved(office), TODAY, secrecy_confirmed=True)
    with pytest.raises(FieldErrors):
        office.requests.redraft(first.id, first.version)
    with pytest.raises(FieldErrors):
        office.requests.void(first, "")
    void = office.requests.void(first, "Sai tên báo")
    assert (void.letter_state, void.letter_number) == (LetterState.VOID, "01")
    again = office.requests.redraft(void.id, void.version)
    assert (again.letter_state, again.letter_number) == (LetterState.DRAFT, "")
    assert again.letter_id != first.letter_id
    assert again.letter.body == first.letter.body
    second = office.requests.issue(again, TODAY, secrecy_confirmed=True)
    assert second.letter_number == "02"
    assert office.letters.get(first.letter_id).state is LetterState.VOID
    assert office.letters.frozen_pdf(first.letter_id) != office.letters.frozen_pdf(second.letter_id)


def test_an_unsaved_request_has_nothing_to_reopen_or_void(office: AppContext) -> None:
    draft = office.requests.new_draft(article_in(office))
    with pytest.raises(FieldErrors, match="Cất yêu cầu trước"):
        office.requests.reopen(draft)
    with pytest.raises(FieldErrors, match="Cất yêu cầu trước"):
        office.requests.void(draft, "Sai")
