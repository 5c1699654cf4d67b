"""One letter from draft to the frozen file, and its number."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

import pytest

from app.bootstrap import AppContext
from app.errors import Conflict, DatabaseDamaged, FieldErrors, FontMissing, NotFound
from app.exports.letter import render_letter
from app.models import Letter, LetterFile, LetterStyle
from app.rules.numbering import ALL_TYPES, BookKey
from app.rules.vocabulary import Layout, LetterState, NumberSource
from app.services.checking import findings
from app.services.letters.service import LetterView
from app.services.letters.store import from_json, to_json
from tests.conftest import NOW
from tests.factories import make_letter
from tests.services.office_profiles import (
    article_in,
    make_authority,
    own_letter,
    party_profile,
    state_profile,
)

TODAY = NOW.date()
YEAR = BookKey(Layout.STATE, ALL_TYPES, "2026")


@pytest.fixture
def office(ctx: AppContext) -> AppContext:
    """A department whose letters get their numbers from the app."""
    make_authority(ctx)
    ctx.office.save_profile(state_profile(ctx))
    return ctx


@pytest.fixture
def registry(ctx: AppContext) -> AppContext:
    """A department whose registry clerk gives the numbers."""
    make_authority(ctx)
    ctx.office.save_profile(state_profile(ctx, number_source=NumberSource.REGISTRY_CLERK))
    return ctx


def issued(ctx: AppContext, on: date = TODAY, typed: str | None = None) -> LetterView:
    letter = own_letter(ctx)
    return ctx.letters.issue(letter.id, letter.version, on, typed, secrecy_confirmed=True)


def test_a_draft_has_neither_number_nor_date_nor_file(office: AppContext) -> None:
    letter = own_letter(office)
    assert letter.state is LetterState.DRAFT
    assert (letter.number_text, letter.data.number, letter.data.date) == ("", None, None)
    assert not letter.has_file
    with pytest.raises(NotFound):
        office.letters.frozen_pdf(letter.id)


def test_the_order_of_an_office(office: AppContext) -> None:
    """Printed for the leader, signed, numbered and dated, printed for good."""
    letter = own_letter(office)
    letter = office.letters.sign(letter.id, letter.version, secrecy_confirmed=True)
    assert (letter.state, letter.signed_on) == (LetterState.SIGNED, TODAY)
    letter = office.letters.issue(letter.id, letter.version, TODAY, secrecy_confirmed=True)
    assert letter.state is LetterState.ISSUED
    assert (letter.number_text, letter.data.number, letter.data.date) == ("01", 1, TODAY)
    assert letter.issued_at == NOW
    assert letter.has_file


def test_a_small_office_issues_straight_from_the_draft(office: AppContext) -> None:
    assert issued(office).number_text == "01"
    assert issued(office).number_text == "02"


def test_only_a_draft_can_be_edited(office: AppContext) -> None:
    letter = own_letter(office)
    text = replace(letter.data, body=("  Đoạn  một ", "", "Đoạn hai\nĐoạn ba"), number=9)
    letter = office.letters.save_text(letter.id, letter.version, text)
    assert letter.data.body == ("Đoạn một", "Đoạn hai", "Đoạn ba")
    assert letter.data.number is None
    letter = office.letters.sign(letter.id, letter.version, secrecy_confirmed=True)
    with pytest.raises(FieldErrors, match="Mở lại để sửa"):
        office.letters.save_text(letter.id, letter.version, text)
    letter = office.letters.reopen(letter.id, letter.version)
    assert (letter.state, letter.signed_on) == (LetterState.DRAFT, None)
    letter = office.letters.issue(letter.id, letter.version, TODAY, secrecy_confirmed=True)
    with pytest.raises(FieldErrors, match="đã phát hành"):
        office.letters.save_text(letter.id, letter.version, text)


def test_the_letter_of_a_request_goes_out_only_through_its_request(office: AppContext) -> None:
    """Grounds, points, copies and the request's version are looked at there."""
    request = office.requests.save(office.requests.new_draft(article_in(office)))
    letter = office.letters.get(request.letter_id)
    for act in (
        lambda: office.letters.save_text(letter.id, letter.version, letter.data),
        lambda: office.letters.sign(letter.id, letter.version, secrecy_confirmed=True),
        lambda: office.letters.issue(letter.id, letter.version, TODAY, secrecy_confirmed=True),
    ):
        with pytest.raises(FieldErrors, match="lập từ yêu cầu phản hồi, cải chính"):
            act()
    signed = office.requests.sign(request, secrecy_confirmed=True)
    with pytest.raises(FieldErrors, match="lập từ yêu cầu phản hồi, cải chính"):
        office.letters.reopen(letter.id, signed.letter_version)
    assert office.requests.open(request.id) == signed


def test_there_is_no_way_back_from_a_number(office: AppContext) -> None:
    letter = issued(office)
    with pytest.raises(FieldErrors):
        office.letters.reopen(letter.id, letter.version)
    with pytest.raises(FieldErrors):
        office.letters.sign(letter.id, letter.version, secrecy_confirmed=True)
    with pytest.raises(FieldErrors, match="đã có số"):
        office.letters.issue(letter.id, letter.version, TODAY, secrecy_confirmed=True)
    assert office.letters.get(letter.id) == letter


@pytest.mark.parametrize(
    ("part", "value"), [("subject", " "), ("body", ("",)), ("recipients", ()), ("signer_name", "")]
)
def test_an_incomplete_letter_is_neither_signed_nor_issued(
    office: AppContext, part: str, value: object
) -> None:
    letter = own_letter(office)
    letter = office.letters.save_text(
        letter.id, letter.version, replace(letter.data, **{part: value})
    )
    with pytest.raises(FieldErrors) as refused:
        office.letters.sign(letter.id, letter.version, secrecy_confirmed=True)
    assert set(refused.value.errors) == {part}
    with pytest.raises(FieldErrors) as refused:
        office.letters.issue(letter.id, letter.version, TODAY, secrecy_confirmed=True)
    assert set(refused.value.errors) == {part}
    assert issued(office).number_text == "01"  # the refusal took no number


def test_an_outdated_version_is_refused(office: AppContext) -> None:
    letter = own_letter(office)
    office.letters.save_text(letter.id, letter.version, letter.data)
    with pytest.raises(Conflict):
        office.letters.sign(letter.id, letter.version, secrecy_confirmed=True)
    with pytest.raises(Conflict):
        office.letters.reopen(letter.id, letter.version)
    with pytest.raises(Conflict):
        office.letters.issue(letter.id, letter.version, TODAY, secrecy_confirmed=True)
    with pytest.raises(NotFound):
        office.letters.get(999)


def test_what_was_issued_is_frozen_byte_for_byte(office: AppContext) -> None:
    letter = issued(office)
    pdf = office.letters.frozen_pdf(letter.id)
    assert pdf == render_letter(letter.data)
    with office.db.reading() as session:
        file = session.get(LetterFile, letter.id)
        assert file is not None
        assert file.sha256 == hashlib.sha256(pdf).hexdigest()
        assert from_json(file.data) == letter.data
    office.office.save_profile(replace(office.office.profile(), place="Kiên Giang"))
    assert office.letters.frozen_pdf(letter.id) == pdf


def test_an_altered_file_is_not_handed_out(office: AppContext) -> None:
    letter, lost, sound = issued(office), issued(office), issued(office)
    with office.db.writing() as session:
        session.get(LetterFile, letter.id).pdf += b"%"
        session.delete(session.get(LetterFile, lost.id))
    for one in (letter, lost):
        with pytest.raises(DatabaseDamaged, match=f"{one.number_text}/SXD-VP"):
            office.letters.frozen_pdf(one.id)
    assert office.letters.frozen_pdf(sound.id).startswith(b"%PDF")
    assert len(list(findings(office.db))) == 2


def test_a_page_that_cannot_be_set_takes_no_number(office: AppContext) -> None:
    letter = own_letter(office)
    letter = office.letters.save_text(
        letter.id, letter.version, replace(letter.data, body=("Chữ lạ 漢.",))
    )
    with pytest.raises(FontMissing):
        office.letters.issue(letter.id, letter.version, TODAY, secrecy_confirmed=True)
    again = office.letters.get(letter.id)
    assert (again.state, again.version) == (LetterState.DRAFT, letter.version)
    assert issued(office).number_text == "01"


def test_a_void_letter_keeps_number_and_file(office: AppContext) -> None:
    letter = issued(office)
    pdf = office.letters.frozen_pdf(letter.id)
    with pytest.raises(FieldErrors) as refused:
        office.letters.void(letter.id, letter.version, "  ")
    assert set(refused.value.errors) == {"reason"}
    void = office.letters.void(letter.id, letter.version, " Sai  tên báo ")
    assert (void.state, void.number_text) == (LetterState.VOID, "01")
    assert (void.void_reason, void.voided_at) == ("Sai tên báo", NOW)
    assert office.letters.frozen_pdf(letter.id) == pdf
    assert issued(office).number_text == "02"
    with pytest.raises(FieldErrors):
        office.letters.void(void.id, void.version, "Lần nữa")
    waiting = own_letter(office)
    with pytest.raises(FieldErrors, match="đã phát hành"):
        office.letters.void(waiting.id, waiting.version, "Chưa phát hành")


def test_the_next_number_is_shown_and_not_taken(office: AppContext) -> None:
    letter = own_letter(office)
    assert office.letters.next_number(letter.id, TODAY) == "01"
    office.office.save_profile(office.office.profile(), {YEAR: 34})
    assert office.letters.next_number(letter.id, TODAY) == "35"
    assert office.letters.next_number(letter.id, TODAY) == "35"
    assert (
        office.letters.issue(letter.id, letter.version, TODAY, secrecy_confirmed=True).number_text
        == "35"
    )


def test_the_first_of_january_begins_a_new_book(office: AppContext) -> None:
    assert issued(office, date(2026, 12, 31)).number_text == "01"
    assert issued(office, date(2027, 1, 1)).number_text == "01"
    assert issued(office, date(2026, 12, 31)).number_text == "02"


def test_the_own_book_takes_no_typed_number(office: AppContext) -> None:
    with pytest.raises(FieldErrors) as refused:
        issued(office, typed="7")
    assert set(refused.value.errors) == {"number"}
    assert issued(office, typed=" ").number_text == "01"


def test_the_registry_clerk_s_number_is_typed_in(registry: AppContext) -> None:
    letter = own_letter(registry)
    assert registry.letters.next_number(letter.id, TODAY) == ""
    with pytest.raises(FieldErrors, match="Nhập số do văn thư cấp"):
        registry.letters.issue(letter.id, letter.version, TODAY, secrecy_confirmed=True)
    with pytest.raises(FieldErrors, match="Số văn bản bắt đầu từ 1"):
        registry.letters.issue(letter.id, letter.version, TODAY, "0", secrecy_confirmed=True)
    letter = registry.letters.issue(letter.id, letter.version, TODAY, "35", secrecy_confirmed=True)
    assert letter.number_text == "35"
    assert registry.office.books(TODAY)[0].last_number == 35


def test_a_number_inserted_later_has_a_suffix(registry: AppContext) -> None:
    issued(registry, typed="15")
    inserted = issued(registry, typed="15 A")
    assert (inserted.number_text, inserted.data.number) == ("15a", "15a")
    assert registry.office.books(TODAY)[0].last_number == 15
    earlier = issued(registry, typed="7")
    assert (earlier.number_text, earlier.data.number) == ("07", 7)
    assert registry.office.books(TODAY)[0].last_number == 15


@pytest.mark.parametrize(("first", "second"), [("15", "015"), ("15a", "15A")])
def test_a_number_given_out_names_its_letter(registry: AppContext, first: str, second: str) -> None:
    taken = issued(registry, typed=first)
    registry.letters.void(taken.id, taken.version, "Sai tên báo")
    with pytest.raises(FieldErrors) as refused:
        issued(registry, typed=second)
    assert refused.value.errors["number"] == (
        f"Số {first} đã cấp cho văn bản {first}/SXD-VP ngày 05/10/2026:"
        " đề nghị cải chính thông tin trên Báo Điện tử Đồng bằng."
    )


def test_unusual_dates_are_said_before_issuing(office: AppContext) -> None:
    issued(office, date(2026, 10, 2))
    letter = own_letter(office)
    warnings = office.letters.issue_warnings
    assert warnings(letter.id, TODAY) == []
    assert warnings(letter.id, date(2026, 10, 2)) == []
    assert warnings(letter.id, date(2026, 10, 6)) == [
        "Ngày văn bản 06/10/2026 sau ngày hôm nay (05/10/2026)."
    ]
    assert warnings(letter.id, date(2026, 10, 1)) == [
        "Văn bản 01/SXD-VP đứng trước trong sổ lại ghi ngày 02/10/2026."
    ]
    assert (
        office.letters.issue(
            letter.id, letter.version, date(2026, 10, 1), secrecy_confirmed=True
        ).number_text
        == "02"
    )


def test_a_typed_number_is_compared_with_its_neighbours(registry: AppContext) -> None:
    issued(registry, date(2026, 10, 1), "10")
    issued(registry, date(2026, 10, 3), "20")
    letter = own_letter(registry)
    warnings = registry.letters.issue_warnings
    assert warnings(letter.id, date(2026, 10, 2), "15") == []
    assert warnings(letter.id, date(2026, 10, 4), "15") == [
        "Văn bản 20/SXD-VP đứng sau trong sổ lại ghi ngày 03/10/2026."
    ]
    assert warnings(letter.id, date(2026, 9, 30), "15") == [
        "Văn bản 10/SXD-VP đứng trước trong sổ lại ghi ngày 01/10/2026."
    ]
    with pytest.raises(FieldErrors):
        warnings(letter.id, TODAY, "mười lăm")


def test_a_party_letter_counts_by_term_and_wears_the_style_of_its_day(ctx: AppContext) -> None:
    make_authority(ctx)
    profile = ctx.office.save_profile(party_profile(ctx))
    old, new = issued(ctx, date(2026, 5, 26)), issued(ctx, date(2026, 5, 27))
    assert (old.number_text, new.number_text) == ("01", "02")
    with ctx.db.reading() as session:
        styles = [session.get(LetterFile, letter.id).data["party_style"] for letter in (old, new)]
    assert [style["list_separator"] for style in styles] == [",", ";"]
    letter = own_letter(ctx)
    with pytest.raises(FieldErrors) as refused:
        ctx.letters.issue(letter.id, letter.version, date(2025, 10, 2), secrecy_confirmed=True)
    assert set(refused.value.errors) == {"letter_date"}
    with pytest.raises(FieldErrors, match="không xóa được"):
        ctx.office.save_profile(
            replace(profile, terms=(replace(profile.terms[0], name="Khác", starts_on=TODAY),))
        )
    with ctx.db.writing() as session:
        for style in session.query(LetterStyle):
            style.deleted_at = NOW
    with pytest.raises(FieldErrors, match="Chưa có thể thức"):
        ctx.letters.issue(letter.id, letter.version, TODAY, secrecy_confirmed=True)


def test_the_preview_is_the_page_that_will_print(office: AppContext) -> None:
    letter = own_letter(office)
    numbered = replace(letter.data, number=1, date=TODAY)
    preview = office.letters.preview(numbered)
    assert office.letters.preview(replace(letter.data, draft=True)) != preview
    office.letters.issue(letter.id, letter.version, TODAY, secrecy_confirmed=True)
    assert office.letters.frozen_pdf(letter.id) == preview


def test_the_database_itself_refuses_a_number_twice(office: AppContext) -> None:
    first, second = issued(office), issued(office)
    with pytest.raises(FieldErrors, match="đã cấp"):
        give_number(office, second.id, 1)
    assert [office.letters.get(one.id).number_text for one in (first, second)] == ["01", "02"]


def give_number(ctx: AppContext, letter_id: int, number: int) -> None:
    """Write a number past every service."""
    with ctx.db.writing() as session:
        letter = session.get(Letter, letter_id)
        assert letter is not None
        assert letter.number_suffix == ""  # no NULL: a unique constraint holds no two NULLs equal
        letter.number = number


def test_a_letter_is_written_to_json_and_back(office: AppContext) -> None:
    letter = issued(office)
    assert from_json(to_json(letter.data)) == letter.data
    assert to_json(replace(letter.data, date=date(2026, 1, 2)))["date"] == "2026-01-02"


def test_without_a_profile_nothing_is_issued(ctx: AppContext) -> None:
    letter = make_letter(ctx, content={
        "issuing_body": "SỞ XÂY DỰNG", "place": "An Giang", "body": ["Một."],
        "signer_name": "A", "recipients": ["Báo B"],
    })  # fmt: skip
    with pytest.raises(FieldErrors, match="Hồ sơ cơ quan"):
        ctx.letters.issue(letter, 1, TODAY, secrecy_confirmed=True)
    assert ctx.letters.get(letter).issued_at is None
