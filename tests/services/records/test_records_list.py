"""Lists: filtered, sorted, searched, page by page; and the choices of related-record fields."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bootstrap import AppContext
from app.errors import NotFound
from app.rules.vocabulary import LetterState
from app.rules.wording.names import sort_key
from app.services.plain import ListQuery, Period
from app.services.records.search import plain
from app.specs.registry import SPECS
from app.text import fold
from tests import factories as make


def ids(ctx: AppContext, kind: str, **query: Any) -> list[int]:
    """Every id of the list, checked to be the same page by page and row by row."""
    wanted = ListQuery(**query)
    found = [row.id for row in ctx.records.page(kind, wanted, 0, 1000)]
    assert ctx.records.count(kind, wanted) == len(found)
    paged = [
        row.id
        for start in range(0, len(found), 2)
        for row in ctx.records.page(kind, wanted, start, 2)
    ]
    assert paged == found
    assert ctx.records.ids(kind, wanted) == found
    assert [row.id for row in ctx.records.rows(kind, found)] == found
    return found


def column(ctx: AppContext, kind: str, name: str, **query: Any) -> list[Any]:
    place = [column.name for column in SPECS[kind].list.columns].index(name)
    ids(ctx, kind, **query)
    return [row.values[place] for row in ctx.records.page(kind, ListQuery(**query), 0, 1000)]


# -- order -------------------------------------------------------------------------------------


def test_names_stand_in_vietnamese_order(ctx: AppContext) -> None:
    ordered = ["An Giang", "Ánh Dương", "Ăn uống", "Ân Thi", "Dũng", "Đào", "Đặng", "Em"]
    for name in reversed(ordered):
        make.make_outlet(ctx, name=name)
    assert column(ctx, "outlet", "name") == ordered
    assert column(ctx, "outlet", "name", sort="-name") == ordered[::-1]


def test_persons_stand_by_their_given_name(ctx: AppContext) -> None:
    for name in ("Trần Văn Bình", "Lê Thị Ánh", "Đỗ Ân", "Phạm An"):
        make.make_outlet(ctx, editor_in_chief=name)
    assert column(ctx, "outlet", "editor_in_chief", sort="editor_in_chief") == [
        "Phạm An", "Lê Thị Ánh", "Đỗ Ân", "Trần Văn Bình",
    ]  # fmt: skip


@pytest.mark.parametrize("sort", ["valid_from", "-valid_from"])
def test_what_is_empty_stands_last_in_both_directions(ctx: AppContext, sort: str) -> None:
    make.make_body(ctx)
    make.make_body(ctx, valid_from=date(2020, 1, 1))
    make.make_body(ctx, valid_from=date(2021, 1, 1))
    assert column(ctx, "body", "valid_from", sort=sort)[-1] is None


def test_choices_stand_in_the_order_of_their_menu(ctx: AppContext) -> None:
    for state in ("closed", "open", "handling", "verifying"):
        make.make_incident(ctx, state=state)
    assert column(ctx, "incident", "state", sort="state") == [
        "open", "verifying", "handling", "closed",
    ]  # fmt: skip


def test_the_newest_incident_stands_first(ctx: AppContext) -> None:
    old = make.make_incident(ctx, learned_at=datetime(2026, 9, 1))
    new = make.make_incident(ctx, learned_at=datetime(2026, 10, 1))
    twin = make.make_incident(ctx, learned_at=datetime(2026, 10, 1))
    assert ids(ctx, "incident") == [twin, new, old]


@pytest.mark.parametrize("kind", sorted(SPECS))
def test_every_list_sorts_by_each_of_its_columns(ctx: AppContext, kind: str) -> None:
    for _ in range(3):
        make.make_correction_request(ctx)
        make.make_letter(ctx)
        make.make_incident(ctx)
        make.make_body(ctx)
    for spec in SPECS[kind].list.columns:
        ascending = ids(ctx, kind, sort=spec.name)
        assert sorted(ids(ctx, kind, sort=f"-{spec.name}")) == sorted(ascending)


@given(st.text("aáàảãạăắâấbdđeêioôơuưy Đ", max_size=12))
def test_a_name_keeps_its_place_however_it_was_typed(name: str) -> None:
    assert sort_key(unicodedata.normalize("NFD", name)) == sort_key(name)
    assert sort_key(f" {name} ") == sort_key(name)
    assert sort_key(name).isascii()


# -- columns -----------------------------------------------------------------------------------


def test_a_row_shows_what_its_record_points_to(ctx: AppContext) -> None:
    outlet = make.make_outlet(ctx, name="Báo A")
    article = make.make_article(ctx, outlet_id=outlet, title="Bờ kè nứt")
    make.make_correction_request(ctx, article_id=article)
    (row,) = ctx.records.page("correction_request", ListQuery(), 0, 10)
    names = [column.name for column in SPECS["correction_request"].list.columns]
    shown = dict(zip(names, row.values, strict=True))
    assert shown == {
        "number": None, "letter_date": None, "letter_state": None, "outlet": "Báo A",
        "title": "Bờ kè nứt", "kind": "correct", "due": None, "standing": None,
        "outcome": "pending", "next_step": "wait",
    }  # fmt: skip


def test_a_number_is_shown_with_the_letter_behind_it(ctx: AppContext) -> None:
    for suffix in ("", "a"):
        make.make_letter(ctx, number=15, number_suffix=suffix)
    assert column(ctx, "letter", "number") == ["15a", "15"]


def test_a_page_beyond_the_end_is_empty(ctx: AppContext) -> None:
    make.make_outlet(ctx)
    assert ctx.records.page("outlet", ListQuery(), 10, 10) == []


# -- filters -----------------------------------------------------------------------------------


def test_filters_narrow_a_list_together(ctx: AppContext) -> None:
    outlet = make.make_outlet(ctx)
    wanted = make.make_article(ctx, outlet_id=outlet, kind="untrue")
    make.make_article(ctx, outlet_id=outlet, kind="correct")
    make.make_article(ctx, kind="untrue")
    assert ids(ctx, "article", filters={"outlet": outlet, "kind": "untrue"}) == [wanted]


def test_a_filter_left_open_changes_nothing(ctx: AppContext) -> None:
    make.make_article(ctx)
    empty = {"outlet": None, "kind": "", "published_at": Period()}
    assert len(ids(ctx, "article", filters=empty)) == 1


def test_a_filter_reaches_through_a_related_record(ctx: AppContext) -> None:
    outlet = make.make_outlet(ctx)
    request = make.make_correction_request(ctx, article_id=make.make_article(ctx, outlet_id=outlet))
    make.make_correction_request(ctx)
    assert ids(ctx, "correction_request", filters={"outlet": outlet}) == [request]


@pytest.mark.parametrize(
    ("period", "found"),
    [
        (Period(date(2026, 10, 1), date(2026, 10, 1)), 2),
        (Period(None, date(2026, 9, 30)), 1),
        (Period(date(2026, 10, 1), None), 3),
        (Period(date(2026, 11, 1), None), 0),
    ],
)
def test_a_period_holds_both_its_days_whole(ctx: AppContext, period: Period, found: int) -> None:
    for moment in (
        datetime(2026, 9, 30, 23, 59), datetime(2026, 10, 1), datetime(2026, 10, 1, 23, 59, 59),
        datetime(2026, 10, 2),
    ):  # fmt: skip
        make.make_incident(ctx, learned_at=moment)
    assert len(ids(ctx, "incident", filters={"learned_at": period})) == found


# -- search ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [
        "sạt lở",
        "SAT LO",
        "sat lo",
        "lo sat",
        "sạt  lỡ",
        "sa\u0323t",
        "dac khu",
        "Đặc",
        "phu quoc sat",
    ],
)
def test_an_incident_is_found_however_it_is_typed(ctx: AppContext, typed: str) -> None:
    wanted = make.make_incident(ctx, title="Sạt lở bờ kè", place="Đặc khu Phú Quốc")
    make.make_incident(ctx, title="Cháy rừng")
    assert ids(ctx, "incident", search=typed) == [wanted]


def test_either_place_of_a_tone_mark_is_the_same_word(ctx: AppContext) -> None:
    new_style = make.make_outlet(ctx, name="Báo Hoà Bình")
    old_style = make.make_outlet(ctx, name="Báo Hòa Hảo")
    make.make_outlet(ctx, name="Báo Hỏa Tốc")
    for typed in ("hoà", "hòa"):
        assert set(ids(ctx, "outlet", search=typed)[:2]) == {new_style, old_style}


def test_every_word_has_to_be_found_but_in_any_field(ctx: AppContext) -> None:
    make.make_incident(ctx, title="Sạt lở", place="Rạch Giá")
    assert len(ids(ctx, "incident", search="rach sat")) == 1
    assert ids(ctx, "incident", search="rach chay") == []


def test_words_of_two_fields_do_not_run_together(ctx: AppContext) -> None:
    make.make_incident(ctx, title="Sạt", place="lở", description=None)
    assert ids(ctx, "incident", search="satlo") == []


@pytest.mark.parametrize("typed", ["100%", "a_b", "/", "\\"])
def test_signs_of_the_query_language_are_plain_signs(ctx: AppContext, typed: str) -> None:
    make.make_incident(ctx, title="Sạt lở")
    wanted = make.make_incident(ctx, title=f"Tăng {typed} so với năm trước")
    assert ids(ctx, "incident", search=typed) == [wanted]


def test_hits_with_the_very_marks_come_first(ctx: AppContext) -> None:
    exact = [
        make.make_incident(ctx, title="Bán hàng rong", learned_at=datetime(2026, 1, day))
        for day in (1, 2, 3)
    ]
    others = [
        make.make_incident(ctx, title="Bản tin", learned_at=datetime(2026, 9, day))
        for day in (1, 2, 3)
    ]
    make.make_body(ctx, name="Sở Bán hàng")  # no incident has it; it must not hide any either
    assert ids(ctx, "incident", search="bán") == exact[::-1] + others[::-1]
    assert ids(ctx, "incident", search="ban") == others[::-1] + exact[::-1]
    assert ids(ctx, "incident", search="bán", sort="learned_at") == exact + others


def test_an_article_is_found_by_its_outlet_and_its_incident(ctx: AppContext) -> None:
    outlet = make.make_outlet(ctx, name="Báo Thanh Niên")
    incident = make.make_incident(ctx, title="Ngộ độc thực phẩm")
    wanted = make.make_article(ctx, outlet_id=outlet, incident_id=incident, title="Bữa ăn")
    make.make_article(ctx)
    assert ids(ctx, "article", search="thanh niên ngo doc bữa") == [wanted]


def test_a_request_is_found_by_what_its_article_points_to(ctx: AppContext) -> None:
    outlet = make.make_outlet(ctx, name="Báo Thanh Niên")
    article = make.make_article(ctx, outlet_id=outlet, title="Bữa ăn")
    request = make.make_correction_request(ctx, article_id=article)
    make.make_correction_request(ctx)
    assert ids(ctx, "correction_request", search="bua an thanh nien") == [request]


def test_a_letter_is_found_by_its_number(ctx: AppContext) -> None:
    make.make_letter(ctx)
    wanted = make.make_letter(ctx, state=LetterState.ISSUED, symbol="SXD-VP")
    assert ids(ctx, "letter", search="01/sxd-vp") == [wanted]


def test_what_is_found_changes_with_the_save(ctx: AppContext) -> None:
    outlet = make.make_outlet(ctx, name="Báo Cũ")
    ctx.records.save("outlet", {"name": "Báo Mới"}, id=outlet)
    assert ids(ctx, "outlet", search="cu") == []
    assert ids(ctx, "outlet", search="moi") == [outlet]


def test_deleted_records_are_found_among_the_deleted(ctx: AppContext) -> None:
    outlet = make.make_outlet(ctx, name="Báo Cũ")
    ctx.records.delete("outlet", outlet)
    assert ids(ctx, "outlet", search="cu") == []
    assert ids(ctx, "outlet", search="cu", deleted=True) == [outlet]


@pytest.mark.parametrize("typed", ["", "   ", "\u0301"])
def test_an_empty_search_finds_everything(ctx: AppContext, typed: str) -> None:
    make.make_outlet(ctx)
    assert len(ids(ctx, "outlet", search=typed)) == 1


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(typed: str) -> None:
    assert fold(fold(typed)) == fold(typed)
    assert plain(plain(typed)) == plain(typed)


# -- choices -----------------------------------------------------------------------------------


def test_choices_are_found_by_typing_and_tell_twins_apart(ctx: AppContext) -> None:
    make.make_outlet(ctx, name="Báo An Giang", type="print")
    make.make_outlet(ctx, name="Báo An Giang", type="online")
    make.make_outlet(ctx, name="Báo Cà Mau")
    found = ctx.records.options("outlet", "an giang")
    assert {(option.text, option.detail) for option in found} == {
        ("Báo An Giang", "Báo chí in"),
        ("Báo An Giang", "Báo chí điện tử"),
    }
    assert len(ctx.records.options("outlet", limit=2)) == 2


def test_the_very_words_typed_stand_before_the_same_words_apart(ctx: AppContext) -> None:
    for name in ("Báo Công an nhân dân", "Báo Nhân Dân", "Báo Quân đội nhân dân"):
        make.make_outlet(ctx, name=name)
    found = [option.text for option in ctx.records.options("outlet", "báo nhân dân")]
    assert found == ["Báo Nhân Dân", "Báo Công an nhân dân", "Báo Quân đội nhân dân"]


def test_bodies_in_being_on_the_day_come_first(ctx: AppContext) -> None:
    old = make.make_body(ctx, name="Sở A", valid_to=date(2025, 2, 28))
    new = make.make_body(ctx, name="Sở B", valid_from=date(2025, 3, 1))
    first = [
        ctx.records.options("body", "so", on=day)[0].id
        for day in (date(2024, 1, 1), date(2026, 1, 1))
    ]
    assert first == [old, new]
    (option,) = ctx.records.options("body", "sở a")
    assert option.detail == "đến 28/02/2025"
    told = [
        ctx.records.options("body", "sở a", on=day)[0].detail
        for day in (date(2025, 2, 28), date(2025, 3, 1))
    ]
    assert told == ["đến 28/02/2025", "đến 28/02/2025 (đã qua)"]


def test_an_authorisation_that_ran_out_says_so_where_it_is_picked(ctx: AppContext) -> None:
    make.make_authorisation(ctx, valid_from=date(2026, 9, 1), valid_to=date(2026, 9, 30))
    (option,) = ctx.records.options("authorisation", "", on=date(2026, 10, 5))
    assert option.detail.endswith("đến 30/09/2026 (đã qua)")


def test_a_deleted_record_is_no_choice_but_shows_where_it_is_chosen(ctx: AppContext) -> None:
    incident = make.make_incident(ctx, title="Sạt lở", learned_at=datetime(2026, 10, 1, 7))
    ctx.records.delete("incident", incident)
    assert ctx.records.options("incident", "sat") == []
    option = ctx.records.option("incident", incident)
    assert (option.text, option.detail) == ("Sạt lở", "01/10/2026, đã xóa")
    with pytest.raises(NotFound):
        ctx.records.option("incident", 999)


@pytest.mark.parametrize("kind", sorted(SPECS))
def test_every_kind_can_be_chosen(ctx: AppContext, kind: str) -> None:
    make.make_correction_request(
        ctx, article_id=make.make_article(ctx, incident_id=make.make_incident(ctx))
    )
    make.make_letter(ctx, letter_date=date(2026, 10, 5))
    make.make(ctx, kind)
    option = ctx.records.options(kind, on=date(2026, 10, 5))[0]
    assert option.text
    assert ctx.records.option(kind, option.id) == option
