"""Views of lists: saved under a name, replaced, renamed, taken away and brought back."""

from __future__ import annotations

from datetime import date

import pytest

from app.bootstrap import AppContext, open_context
from app.errors import FieldErrors, NotFound
from app.models import ListView
from app.services.plain import ListQuery, ViewQuery
from app.services.secrecy.alarm import SecrecyAlarm
from app.specs.fields import Kind
from app.specs.registry import SPECS
from app.ui.lists.period_box import Preset
from tests.conftest import NOW
from tests.factories import make_authorisation, make_body, make_spokesperson

LATE = ViewQuery("lũ", {"due": "overdue", "learned_at": "month"}, "-title", True)


def names(ctx: AppContext, kind: str = "incident") -> list[str]:
    return [view.name for view in ctx.views.views(kind)]


def test_a_saved_view_is_there_after_a_restart_behind_those_that_ship(ctx: AppContext) -> None:
    ctx.views.save("incident", "  Lũ   quá hạn ", LATE)
    again = open_context(ctx.data_dir, clock=lambda: NOW)
    *shipped, saved = again.views.views("incident")
    again.close()
    assert [view.id for view in shipped] == [None] * len(SPECS["incident"].list.views)
    assert (saved.name, saved.query, saved.opens) == ("Lũ quá hạn", LATE, False)
    assert names(ctx, "violation") == [view.name for view in SPECS["violation"].list.views]


def test_the_same_name_replaces_whatever_its_capitals(ctx: AppContext) -> None:
    first = ctx.views.save("incident", "Của tôi", LATE)
    ctx.views.open_with("incident", "Của tôi")
    second = ctx.views.save("incident", "CỦA TÔI", ViewQuery("cháy"))
    assert second.id == first.id
    (saved,) = (view for view in ctx.views.views("incident") if view.id)
    assert (saved.name, saved.query, saved.opens) == ("CỦA TÔI", ViewQuery("cháy"), True)


@pytest.mark.parametrize(
    ("name", "query", "words"),
    [
        (" ", LATE, "Đặt cho khung nhìn một cái tên"),
        ("x" * 61, LATE, "nhiều nhất 60"),
        ("đang xử LÝ", LATE, "khung nhìn có sẵn"),
        ("Tất cả mọi vụ", ViewQuery(), "chưa có gì để lưu"),
    ],
)
def test_what_cannot_be_saved_says_why(
    ctx: AppContext, name: str, query: ViewQuery, words: str
) -> None:
    with pytest.raises(FieldErrors, match=words):
        ctx.views.save("incident", name, query)
    assert names(ctx) == [view.name for view in SPECS["incident"].list.views]


def test_another_name_takes_the_opening_with_it_and_not_the_place_of_another(
    ctx: AppContext,
) -> None:
    view = ctx.views.save("incident", "Một", LATE, opens=True)
    ctx.views.save("incident", "Hai", LATE)
    with pytest.raises(FieldErrors, match="Đã có khung nhìn “Hai”"):
        ctx.views.rename(view.id, "hai")
    ctx.views.rename(view.id, "Ba")
    assert [one.name for one in ctx.views.views("incident") if one.opens] == ["Ba"]
    ctx.views.rename(view.id, "BA")  # only its capitals


def test_a_view_taken_away_comes_back_as_it_was(ctx: AppContext) -> None:
    view = ctx.views.save("incident", "Một", LATE, opens=True)
    removed = ctx.views.remove(view.id)
    assert "Một" not in names(ctx)
    with pytest.raises(NotFound):
        ctx.views.remove(view.id)
    ctx.views.save("incident", removed.name, removed.query, opens=removed.opens)
    back = next(one for one in ctx.views.views("incident") if one.name == "Một")
    assert (back.query, back.opens) == (LATE, True)


def test_a_list_opens_with_one_view_saved_or_shipped_or_with_none(ctx: AppContext) -> None:
    ctx.views.save("incident", "Một", LATE, opens=True)
    ctx.views.open_with("incident", "Đang xử lý")
    assert [one.name for one in ctx.views.views("incident") if one.opens] == ["Đang xử lý"]
    ctx.views.open_with("incident", "")
    assert not any(one.opens for one in ctx.views.views("incident"))


def test_what_a_list_does_not_have_any_more_is_left_out(ctx: AppContext) -> None:
    filters = {"gone": 1, "state": "gone", "sensitivity": "sudden"}
    with ctx.db.writing() as session:
        stored = {"search": "", "filters": filters, "sort": "-gone", "deleted": False}
        session.add(ListView(record_kind="incident", name="Cũ", query=stored))
    assert ctx.views.views("incident")[-1].query == ViewQuery(filters={"sensitivity": "sudden"})


@pytest.mark.parametrize(("name", "search"), [("MẬT", "lũ"), ("Một", "[TỐI MẬT]")])
def test_no_view_keeps_a_mark_of_secrecy(ctx: AppContext, name: str, search: str) -> None:
    with pytest.raises(SecrecyAlarm, match="tên hoặc ô tìm của khung nhìn"):
        ctx.views.save("incident", name, ViewQuery(search))
    assert not any(view.id for view in ctx.views.views("incident"))


SHIPPED = [(kind, view) for kind in sorted(SPECS) for view in SPECS[kind].list.views]


@pytest.mark.parametrize(("kind", "view"), SHIPPED)
def test_a_shipped_view_filters_and_sorts_by_what_its_list_has(kind: str, view) -> None:
    filters = {one.name: one for one in SPECS[kind].list.filters}
    for name, value in view.filters.items():
        allowed = filters[name].choices or Preset
        assert allowed(value) is not Preset.DAYS
        assert filters[name].kind is not Kind.RELATED
    columns = {column.name for column in SPECS[kind].list.columns}
    assert view.sort.removeprefix("-") in columns | {""}
    same = [one.name for one in SPECS[kind].list.views].count(view.name)
    assert same == 1


# What a list can be narrowed to.


@pytest.mark.parametrize("kind", sorted(SPECS))
def test_every_list_narrows_by_the_body_outlet_period_and_state_its_records_have(
    kind: str,
) -> None:
    spec = SPECS[kind]
    filters = spec.list.filters
    for related in ("body", "outlet"):
        own = [
            field.name
            for field in spec.fields()
            if field.related == related and field.name != "successor_id"  # of the same list
        ]
        picked = {one.source for one in filters if one.related == related}
        assert set(own) <= picked, related
    fields = [field.name for field in spec.fields()]
    dates = [one for one in spec.fields() if one.kind in (Kind.DATE, Kind.DATE_TIME)]
    periods = [one for one in filters if one.kind in (Kind.DATE, Kind.DATE_TIME)]
    holds_for_a_time = {"valid_from", "valid_to"} <= set(fields)
    holds = any(one.kind is Kind.VALIDITY for one in filters)
    assert not dates or periods or holds, "a period"
    if kind != "regulation":  # it has a status of its own, which says more
        assert holds == (holds_for_a_time or kind == "letter_style"), "whether it holds today"
    for column in spec.list.columns:
        if column.name in ("state", "status", "stage", "outcome", "review_state"):
            assert any(one.source == column.source for one in filters), column.name


def _found(ctx: AppContext, kind: str, validity: str) -> list[int]:
    return ctx.records.ids(kind, ListQuery(filters={"validity": validity}))


def test_who_speaks_now_is_told_from_who_did_and_who_will(ctx: AppContext) -> None:
    """The clock stands at 05/10/2026."""
    body = make_body(ctx)
    former = make_spokesperson(ctx, body_id=body, valid_to=date(2026, 10, 4))
    last_day = make_spokesperson(ctx, valid_to=date(2026, 10, 5))
    coming = make_spokesperson(ctx, valid_from=date(2026, 10, 6))
    assert _found(ctx, "spokesperson", "past") == [former]
    assert _found(ctx, "spokesperson", "current") == [last_day]
    assert _found(ctx, "spokesperson", "coming") == [coming]


def test_who_was_replaced_speaks_no_longer_even_without_a_last_day(ctx: AppContext) -> None:
    body = make_body(ctx)
    before = make_spokesperson(ctx, body_id=body)
    after = make_spokesperson(ctx, body_id=body, replaces_id=before, valid_from=NOW.date())
    assert _found(ctx, "spokesperson", "past") == [before]
    assert _found(ctx, "spokesperson", "current") == [after]
    ctx.records.delete("spokesperson", after)
    assert _found(ctx, "spokesperson", "current") == [before]


def test_an_authorisation_and_a_body_hold_for_their_time(ctx: AppContext) -> None:
    now = make_authorisation(ctx)
    past = make_authorisation(ctx, valid_from=date(2026, 9, 1), valid_to=date(2026, 9, 2))
    assert _found(ctx, "authorisation", "current") == [now]
    assert _found(ctx, "authorisation", "past") == [past]
    closed = make_body(ctx, valid_to=date(2025, 6, 30))
    assert closed in _found(ctx, "body", "past")
    assert closed not in _found(ctx, "body", "current")
