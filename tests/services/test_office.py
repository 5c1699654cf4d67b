"""The office's profile, its books and its usual distribution list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from app.bootstrap import AppContext
from app.errors import Conflict, FieldErrors
from app.rules.numbering import ALL_TYPES, BookKey, Term
from app.rules.vocabulary import DocumentType, Layout, LetterState, NumberingMode
from app.services.office.distribution import distribution_lines
from app.services.office.service import OfficeProfile, PressAuthority, SignerLine, authority_on
from tests.factories import make_body, make_letter
from tests.services.office_profiles import TERM, party_profile, state_profile

TODAY = date(2026, 10, 5)
LETTER = DocumentType.OFFICIAL_LETTER
YEAR = BookKey(Layout.STATE, ALL_TYPES, "2026")


def authority_of(ctx: AppContext, on: date) -> PressAuthority | None:
    with ctx.db.reading() as session:
        return authority_on(session, ctx.office.profile(), on)


def distribution_for(ctx: AppContext, kind: DocumentType, on: date) -> tuple[str, ...]:
    return distribution_lines(ctx.office.profile(), kind, authority_of(ctx, on))


def go_on_after(ctx: AppContext, book: BookKey, last: int) -> OfficeProfile:
    return ctx.office.save_profile(ctx.office.profile(), {book: last})


def test_there_is_no_profile_before_the_first_set_up(ctx: AppContext) -> None:
    assert ctx.office.profile() is None
    assert ctx.office.books(TODAY) == ()


@pytest.mark.parametrize("make", [state_profile, party_profile])
def test_a_profile_is_kept_as_it_was_saved(ctx: AppContext, make) -> None:
    profile = make(ctx)
    saved = ctx.office.save_profile(profile)
    assert saved == ctx.office.profile()
    assert replace(saved, id=None, version=None) == profile


def test_the_default_of_each_layout_needs_only_names(ctx: AppContext) -> None:
    for layout in Layout:
        profile = ctx.office.default_profile(layout)
        with pytest.raises(FieldErrors) as refused:
            ctx.office.save_profile(profile)
        assert set(refused.value.errors) <= {
            "name", "place", "symbol", "signers[0].name", "terms"
        }  # fmt: skip


def test_text_is_tidied_and_empty_lines_fall_away(ctx: AppContext) -> None:
    saved = ctx.office.save_profile(
        state_profile(
            ctx,
            name="  Sở  Xây dựng ",
            symbol="/SXD-VP",
            distribution=("- Như trên;", "", "Lưu: VT, VP."),
            signers=(SignerLine(" Lê  C ", "KT. GIÁM ĐỐC\n", "PHÓ GIÁM ĐỐC"), SignerLine("")),
        )
    )
    assert saved.name == "Sở Xây dựng"
    assert saved.symbol == "SXD-VP"
    assert saved.distribution == ("Như trên", "Lưu: VT, VP")
    assert saved.signers == (SignerLine("Lê C", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "SỞ XÂY DỰNG"}, "name"),
        ({"name": "S" * 201}, "name"),
        ({"place": ""}, "place"),
        ({"symbol": ""}, "symbol"),
        ({"symbol": "SXD VP"}, "symbol"),
        ({"symbol": "35/SXD-VP"}, "symbol"),
        ({"signers": ()}, "signers"),
        ({"signers": (SignerLine("A", "", "GIÁM ĐỐC"), SignerLine("", "X"))}, "signers[1].name"),
        ({"signers": (SignerLine("A"),)}, "signers[0].title"),
        ({"press_authority_id": 999}, "press_authority_id"),
        ({"terms": (Term("", TODAY),)}, "terms[0].name"),
        ({"terms": (Term("A", TODAY), Term("B", TODAY))}, "terms[1].starts_on"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(ctx: AppContext, change, field: str) -> None:
    with pytest.raises(FieldErrors) as refused:
        ctx.office.save_profile(state_profile(ctx, **change))
    assert field in refused.value.errors
    assert ctx.office.profile() is None


def test_a_party_office_needs_a_term(ctx: AppContext) -> None:
    with pytest.raises(FieldErrors) as refused:
        ctx.office.save_profile(party_profile(ctx, terms=()))
    assert set(refused.value.errors) == {"terms"}


def test_a_change_of_signers_alone_counts_as_a_change(ctx: AppContext) -> None:
    first = ctx.office.save_profile(state_profile(ctx))
    second = ctx.office.save_profile(replace(first, signers=first.signers[1:]))
    assert second.version > first.version
    with pytest.raises(Conflict):
        ctx.office.save_profile(replace(first, place="Kiên Giang"))
    assert ctx.office.profile() == second


def test_there_is_only_one_profile(ctx: AppContext) -> None:
    ctx.office.save_profile(state_profile(ctx))
    with pytest.raises(Conflict):
        ctx.office.save_profile(state_profile(ctx))


def test_a_state_office_has_one_book_a_year_or_one_for_each_type(ctx: AppContext) -> None:
    profile = ctx.office.save_profile(state_profile(ctx))
    (book,) = ctx.office.books(TODAY)
    assert (book.key, book.title, book.last_number) == (YEAR, "Sổ chung năm 2026", 0)
    ctx.office.save_profile(replace(profile, numbering_mode=NumberingMode.BOOK_PER_TYPE))
    lines = ctx.office.books(TODAY)
    assert [line.key.scope for line in lines] == [kind.value for kind in DocumentType]
    assert lines[0].title == "Công văn, năm 2026"


def test_a_party_office_has_a_book_for_each_type_and_term(ctx: AppContext) -> None:
    ctx.office.save_profile(party_profile(ctx))
    lines = ctx.office.books(TODAY)
    assert {line.key.period for line in lines} == {"2025-10-03"}
    assert lines[0].title == "Công văn, Nhiệm kỳ 2025 - 2030"
    assert ctx.office.books(date(2025, 10, 2)) == ()


def test_a_book_goes_on_after_the_last_number_used(ctx: AppContext) -> None:
    ctx.office.save_profile(state_profile(ctx))
    go_on_after(ctx, YEAR, 214)
    assert ctx.office.books(TODAY)[0].last_number == 214
    go_on_after(ctx, YEAR, 12)  # nothing was given out yet: a slip can be put right
    assert ctx.office.books(TODAY)[0].last_number == 12
    assert ctx.office.books(date(2027, 1, 1))[0].last_number == 0


def test_a_book_does_not_go_back_behind_a_number_given_out(ctx: AppContext) -> None:
    ctx.office.save_profile(state_profile(ctx))
    for _ in range(3):
        make_letter(ctx, state=LetterState.ISSUED)
    profile = ctx.office.profile()
    with pytest.raises(FieldErrors, match="đã cấp đến số 3") as refused:
        ctx.office.save_profile(replace(profile, place="Kiên Giang"), {YEAR: 2})
    assert set(refused.value.errors) == {"books.all"}
    assert ctx.office.profile() == profile  # all or nothing
    go_on_after(ctx, YEAR, 3)


def test_splitting_the_register_in_mid_year_prints_no_number_again(ctx: AppContext) -> None:
    profile = ctx.office.save_profile(state_profile(ctx))
    for kind in (LETTER, DocumentType.NOTICE, LETTER):
        make_letter(ctx, state=LetterState.ISSUED, document_type=kind)
    ctx.office.save_profile(replace(profile, numbering_mode=NumberingMode.BOOK_PER_TYPE))
    last = {line.key.scope: line.last_number for line in ctx.office.books(TODAY)}
    assert (last["cong_van"], last["thong_bao"], last["bao_cao"]) == (3, 2, 0)


def test_a_term_put_right_takes_its_books_along(ctx: AppContext) -> None:
    ctx.office.save_profile(party_profile(ctx))
    profile = go_on_after(ctx, BookKey(Layout.PARTY, "cong_van", "2025-10-03"), 41)
    right = replace(TERM, starts_on=date(2025, 10, 2))
    saved = ctx.office.save_profile(replace(profile, terms=(right,)))
    assert saved.terms == (right,)
    assert ctx.office.books(TODAY)[0].last_number == 41


def test_a_new_term_begins_new_books(ctx: AppContext) -> None:
    ctx.office.save_profile(party_profile(ctx))
    profile = go_on_after(ctx, BookKey(Layout.PARTY, "cong_van", "2025-10-03"), 41)
    next_term = Term("Nhiệm kỳ 2030 - 2035", date(2030, 10, 1))
    saved = ctx.office.save_profile(replace(profile, terms=(*profile.terms, next_term)))
    assert ctx.office.books(date(2030, 9, 30))[0].last_number == 41
    assert ctx.office.books(date(2030, 10, 1))[0].last_number == 0
    ctx.office.save_profile(replace(saved, terms=(TERM,)))
    assert ctx.office.profile().terms == (TERM,)


def test_the_press_authority_is_the_one_of_the_day(ctx: AppContext) -> None:
    new = make_body(
        ctx,
        name="Sở Văn hóa và Thể thao",
        short_name="Sở VHTT",
        is_press_authority=True,
        valid_from=date(2025, 3, 1),
    )
    old = make_body(
        ctx,
        name="Sở Thông tin và Truyền thông",
        is_press_authority=True,
        valid_to=date(2025, 2, 28),
        successor_id=new,
    )
    authority = partial(authority_of, ctx)
    assert authority(date(2025, 2, 28)) == PressAuthority(old, "Sở Thông tin và Truyền thông", "")
    assert authority(date(2025, 3, 1)) == PressAuthority(new, "Sở Văn hóa và Thể thao", "Sở VHTT")
    # The office's own choice goes first, and whoever took over from it.
    ctx.office.save_profile(state_profile(ctx, press_authority_id=old))
    assert authority(TODAY).id == new
    assert authority(date(2025, 2, 28)).id == old


def test_nobody_is_the_press_authority_where_none_is_known(ctx: AppContext) -> None:
    make_body(ctx, is_press_authority=True, valid_to=date(2025, 2, 28))
    assert authority_of(ctx, TODAY) is None


def test_the_distribution_list_has_the_authority_in_its_place(ctx: AppContext) -> None:
    make_body(ctx, name="Sở Văn hóa và Thể thao", is_press_authority=True)
    profile = ctx.office.save_profile(state_profile(ctx))
    assert distribution_for(ctx, LETTER, TODAY) == (
        "Như trên",
        "UBND tỉnh (để báo cáo)",
        "Sở Văn hóa và Thể thao (để theo dõi, đôn đốc)",
        "Lưu: VT, VP",
    )
    assert distribution_for(ctx, DocumentType.DECISION, TODAY)[0] == "UBND tỉnh (để báo cáo)"
    ctx.office.save_profile(replace(profile, distribution=("Lưu: VT",)))
    assert distribution_for(ctx, LETTER, TODAY) == (
        "Như trên",
        "Sở Văn hóa và Thể thao (để theo dõi, đôn đốc)",
        "Lưu: VT, VP",
    )


def test_an_authority_already_named_is_not_named_twice(ctx: AppContext) -> None:
    make_body(ctx, name="Sở Văn hóa và Thể thao", short_name="Sở VHTT", is_press_authority=True)
    profile = ctx.office.save_profile(state_profile(ctx))
    for line in ("Sở VHTT (theo dõi)", "SỞ VĂN HÓA VÀ THỂ THAO"):
        profile = ctx.office.save_profile(replace(profile, distribution=(line, "Lưu: VT, VP")))
        assert distribution_for(ctx, LETTER, TODAY) == ("Như trên", line, "Lưu: VT, VP")


def test_the_authority_itself_sends_itself_no_copy(ctx: AppContext) -> None:
    make_body(ctx, name="Sở Văn hóa và Thể thao", is_press_authority=True)
    ctx.office.save_profile(
        state_profile(ctx, name="Sở Văn hóa và Thể thao", symbol="SVHTT", distribution=())
    )
    assert distribution_for(ctx, LETTER, TODAY) == ("Như trên", "Lưu: VT")


def test_the_party_s_list_ends_with_its_office(ctx: AppContext) -> None:
    make_body(ctx, name="Sở Văn hóa và Thể thao", is_press_authority=True)
    profile = ctx.office.save_profile(party_profile(ctx))
    assert distribution_for(ctx, LETTER, TODAY) == (
        "Như trên",
        "Ủy ban nhân dân tỉnh",
        "Sở Văn hóa và Thể thao (để theo dõi, đôn đốc)",
        "Lưu Văn phòng Tỉnh ủy",
    )
    ctx.office.save_profile(replace(profile, distribution=()))
    assert distribution_for(ctx, LETTER, TODAY)[-1] == "Lưu Văn phòng"
