"""Opening, saving, deleting and bringing back records, as the window and the commands do it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from app.bootstrap import AppContext
from app.errors import CannotDelete, Conflict, FieldErrors, NotFound
from app.rules.vocabulary import LetterState, OutletType
from app.services.plain import ListQuery
from app.specs.registry import SPECS
from tests import factories as make


def errors_of(ctx: AppContext, kind: str, **values: Any) -> dict[str, str]:
    with pytest.raises(FieldErrors) as caught:
        ctx.records.save(kind, {**ctx.records.new(kind), **values})
    return caught.value.errors


def count(ctx: AppContext, kind: str, **query: Any) -> int:
    return ctx.records.count(kind, ListQuery(**query))


@pytest.mark.parametrize("kind", sorted(SPECS))
def test_every_kind_lists_opens_deletes_and_comes_back(ctx: AppContext, kind: str) -> None:
    record_id = make.make(ctx, kind)
    shown = count(ctx, kind)
    opened = ctx.records.get(kind, record_id)
    assert (opened.id, opened.version) == (record_id, 1)
    assert tuple(opened.values) == SPECS[kind].value_names()
    ctx.records.delete(kind, record_id)
    assert count(ctx, kind) == shown - 1
    assert count(ctx, kind, deleted=True) == 1
    ctx.records.restore(kind, record_id)
    assert count(ctx, kind) == shown
    assert ctx.records.get(kind, record_id).values == opened.values


# -- saving ------------------------------------------------------------------------------------


def test_a_new_record_starts_with_the_defaults_of_its_form(ctx: AppContext) -> None:
    values = ctx.records.new("outlet")
    assert values["type"] is OutletType.ONLINE
    assert values["name"] is None


def test_a_save_returns_what_was_stored(ctx: AppContext) -> None:
    saved = ctx.records.save("outlet", {**ctx.records.new("outlet"), "name": "  Báo   Kiên Giang "})
    assert saved.values["name"] == "Báo Kiên Giang"
    assert saved.values["type"] == "online"
    assert ctx.records.get("outlet", saved.id) == saved


def test_text_is_tidied_and_nfc(ctx: AppContext) -> None:
    record_id = make.make_incident(
        ctx, title="Lu\u0303 lu\u0323t\t lớn ", description="\n một \n hai\n"
    )
    values = ctx.records.get("incident", record_id).values
    assert values["title"] == "Lũ lụt lớn"
    assert values["description"] == "một\nhai"


def test_empty_text_is_stored_as_nothing(ctx: AppContext) -> None:
    record_id = make.make_outlet(ctx, phone="   ")
    assert ctx.records.get("outlet", record_id).values["phone"] is None


def test_a_save_may_name_only_what_changed(ctx: AppContext) -> None:
    record_id = make.make_outlet(ctx, name="Báo A", phone="0297")
    saved = ctx.records.save("outlet", {"phone": "0911"}, id=record_id, version=1)
    assert (saved.version, saved.values["name"], saved.values["phone"]) == (2, "Báo A", "0911")


def test_a_save_over_a_newer_version_is_refused(ctx: AppContext) -> None:
    record_id = make.make_outlet(ctx)
    ctx.records.save("outlet", {"phone": "1"}, id=record_id, version=1)
    with pytest.raises(Conflict):
        ctx.records.save("outlet", {"phone": "2"}, id=record_id, version=1)
    assert ctx.records.get("outlet", record_id).values["phone"] == "1"


def test_a_deleted_record_can_be_looked_at_but_not_saved(ctx: AppContext) -> None:
    record_id = make.make_outlet(ctx)
    ctx.records.delete("outlet", record_id)
    assert ctx.records.get("outlet", record_id).deleted
    with pytest.raises(NotFound):
        ctx.records.save("outlet", {"phone": "1"}, id=record_id)
    with pytest.raises(NotFound):
        ctx.records.get("outlet", 999)


# -- what is wrong with a field ----------------------------------------------------------------


def test_every_wrong_field_is_named_at_once(ctx: AppContext) -> None:
    errors = errors_of(ctx, "article", url="không phải link")
    assert errors["outlet_id"] == "Chọn “Cơ quan báo chí”."
    assert errors["title"] == "Nhập “Tên bài”."
    assert set(errors) == {"outlet_id", "title", "published_at", "url"}


@pytest.mark.parametrize(
    ("kind", "values", "field"),
    [
        ("outlet", {"name": "x" * 201}, "name"),
        ("outlet", {"name": "Báo", "type": "radio_star"}, "type"),
        ("outlet", {"name": "Báo", "email": "toasoan"}, "email"),
        ("outlet", {"name": "Báo", "valid_from": "05/10/2026"}, "valid_from"),
        ("outlet", {"name": "Báo", "valid_from": datetime(2026, 1, 1)}, "valid_from"),
        ("outlet", {"name": "Báo", "valid_from": date(206, 1, 1)}, "valid_from"),
        ("body", {"name": "Sở", "valid_from": date(2026, 1, 2), "valid_to": date(2026, 1, 1)},
         "valid_to"),
        ("body", {"name": "Sở", "successor_id": 999}, "successor_id"),
        ("body", {"name": "Sở", "successor_id": "1"}, "successor_id"),
        ("incident", {"title": "Lũ", "learned_at": date(2026, 10, 1)}, "learned_at"),
        ("incident", {"title": "Lũ", "learned_at": datetime(2062, 10, 1)}, "learned_at"),
        ("incident", {"title": "Lũ", "learned_at": datetime(2026, 10, 1),
                      "happened_at": datetime(2026, 10, 2)}, "learned_at"),
        ("incident", {"title": "Lũ", "learned_at": datetime(2026, 10, 2),
                      "happened_at": datetime(2026, 10, 2),
                      "impact_determined_at": datetime(2026, 10, 1)}, "impact_determined_at"),
        ("legal_basis", {"citation": "Điều 1", "source": "x", "confirmed": True,
                         "confirmed_on": date(2026, 10, 1)}, "confirmed_by"),
        ("legal_basis", {"citation": "Điều 1", "source": "x", "confirmed": True,
                         "confirmed_by": "Lan"}, "confirmed_on"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_at_its_field(
    ctx: AppContext, kind: str, values: dict[str, Any], field: str
) -> None:
    errors = errors_of(ctx, kind, **values)
    assert list(errors) == [field]
    assert errors[field].endswith(".")


def test_an_article_of_tomorrow_is_no_mistake_but_of_next_week_is(ctx: AppContext) -> None:
    make.make_article(ctx, published_at=datetime(2026, 10, 6, 8, 0))
    outlet = make.make_outlet(ctx)
    errors = errors_of(
        ctx, "article", outlet_id=outlet, title="Bài", published_at=datetime(2026, 10, 12, 8, 0)
    )
    assert "tương lai (hôm nay là 05/10/2026)" in errors["published_at"]


@pytest.mark.parametrize(
    "url",
    ["https://tuoitre.vn/bai-1.htm", "baokiengiang.vn/Bài-viết?id=1#a", "HTTP://A.VN", "vov.vn"],
)
def test_an_address_may_be_pasted_as_it_comes(ctx: AppContext, url: str) -> None:
    make.make_article(ctx, url=url)


@pytest.mark.parametrize(
    "email", ["a@b.vn", "toasoan@bao.com.vn; bandoc@bao.com.vn", "a@b.vn, c@d.vn"]
)
def test_an_outlet_may_have_several_mailboxes(ctx: AppContext, email: str) -> None:
    make.make_outlet(ctx, email=email)


def test_two_bodies_of_one_name_may_not_exist_together(ctx: AppContext) -> None:
    make.make_body(ctx, name="Sở Xây dựng", valid_to=date(2025, 6, 30))
    make.make_body(ctx, name="SỞ XÂY DỰNG", valid_from=date(2025, 7, 1))
    errors = errors_of(ctx, "body", name="sở xây dựng", valid_from=date(2026, 1, 1))
    assert errors["name"].startswith("Đã có cơ quan, đơn vị “SỞ XÂY DỰNG” từ 01/07/2025 đến nay;")


def test_names_that_differ_in_a_mark_are_two_names(ctx: AppContext) -> None:
    make.make_outlet(ctx, name="Báo Đất Mũi")
    make.make_outlet(ctx, name="Báo Đất Mùi")


def test_one_name_may_serve_two_types_of_press(ctx: AppContext) -> None:
    make.make_outlet(ctx, name="Báo An Giang", type="print")
    make.make_outlet(ctx, name="Báo An Giang", type="online")
    assert "name" in errors_of(ctx, "outlet", name="Báo An Giang", type="print")


def test_saving_a_record_again_does_not_meet_its_own_name(ctx: AppContext) -> None:
    record_id = make.make_body(ctx, name="Sở Y tế")
    ctx.records.save("body", {"name": "Sở Y tế", "symbol": "SYT"}, id=record_id)


def test_a_body_cannot_succeed_itself_or_go_round_in_a_circle(ctx: AppContext) -> None:
    last = make.make_body(ctx)
    middle = make.make_body(ctx, successor_id=last)
    first = make.make_body(ctx, successor_id=middle)
    for successor in (last, first, middle):
        with pytest.raises(FieldErrors) as caught:
            ctx.records.save("body", {"successor_id": successor}, id=last)
        assert set(caught.value.errors) == {"successor_id"}


def test_tracking_dates_follow_each_other(ctx: AppContext) -> None:
    request = make.make_correction_request(ctx, sent_to_outlet_on=date(2026, 10, 3))
    with pytest.raises(FieldErrors) as caught:
        ctx.records.save(
            "correction_request",
            {
                "received_by_outlet_on": date(2026, 10, 2),
                "published_on": date(2026, 10, 1),
                "outcome": "refused",
            },
            id=request,
        )
    assert set(caught.value.errors) == {"received_by_outlet_on", "published_on", "refusal_reason"}


def test_a_related_record_deleted_since_may_stay_but_not_be_chosen(ctx: AppContext) -> None:
    body = make.make_body(ctx)
    incident = make.make_incident(ctx, accountable_body_id=body)
    with ctx.db.writing() as session:
        from app.models import Body

        session.get(Body, body).deleted_at = ctx.db.clock()
    ctx.records.save("incident", {"place": "Rạch Giá"}, id=incident)
    errors = errors_of(
        ctx, "incident", title="Lũ", learned_at=datetime(2026, 10, 1), accountable_body_id=body
    )
    assert set(errors) == {"accountable_body_id"}


# -- deleting ----------------------------------------------------------------------------------


def test_a_record_in_use_stays_and_says_who_uses_it(ctx: AppContext) -> None:
    outlet = make.make_outlet(ctx)
    for _ in range(3):
        article = make.make_article(ctx, outlet_id=outlet)
    with pytest.raises(CannotDelete) as caught:
        ctx.records.delete("outlet", outlet)
    assert caught.value.message == ("Chưa xóa được cơ quan báo chí này: còn 3 bài báo đang dùng.")
    assert "Đến ngày" in caught.value.advice
    make.make_correction_request(ctx, article_id=article)
    with pytest.raises(CannotDelete, match="còn 1 yêu cầu phản hồi, cải chính đang dùng"):
        ctx.records.delete("article", article)


def test_a_record_used_only_by_deleted_ones_can_go(ctx: AppContext) -> None:
    outlet = make.make_outlet(ctx)
    ctx.records.delete("article", make.make_article(ctx, outlet_id=outlet))
    ctx.records.delete("outlet", outlet)


def test_a_delete_of_an_older_version_is_refused(ctx: AppContext) -> None:
    record_id = make.make_outlet(ctx)
    ctx.records.save("outlet", {"phone": "1"}, id=record_id)
    with pytest.raises(Conflict):
        ctx.records.delete("outlet", record_id, version=1)


@pytest.mark.parametrize("state", [LetterState.ISSUED, LetterState.VOID])
def test_a_letter_with_a_number_is_never_deleted(ctx: AppContext, state: LetterState) -> None:
    letter = make.make_letter(ctx, state=state)
    with pytest.raises(CannotDelete, match="Văn bản số 01/SXD-VP đã lấy số"):
        ctx.records.delete("letter", letter)


def with_letter(ctx: AppContext, **over: Any) -> tuple[int, int]:
    """A correction request with its letter."""
    from app.models import CorrectionRequest

    letter = make.make_letter(ctx, **over)
    request = make.make_correction_request(ctx)
    with ctx.db.writing() as session:
        session.get(CorrectionRequest, request).letter_id = letter
    return request, letter


def test_a_draft_goes_and_comes_back_with_its_request(ctx: AppContext) -> None:
    request, letter = with_letter(ctx)
    ctx.records.delete("correction_request", request)
    assert count(ctx, "letter") == 0
    ctx.records.restore("correction_request", request)
    assert ctx.records.get("letter", letter).id == letter


def test_a_request_whose_letter_is_issued_stays(ctx: AppContext) -> None:
    request, _ = with_letter(ctx, state=LetterState.ISSUED)
    with pytest.raises(CannotDelete):
        ctx.records.delete("correction_request", request)
    assert count(ctx, "correction_request") == 1


def test_a_name_taken_meanwhile_keeps_a_record_from_coming_back(ctx: AppContext) -> None:
    old = make.make_body(ctx, name="Sở Y tế")
    ctx.records.delete("body", old)
    make.make_body(ctx, name="Sở Y tế")
    with pytest.raises(FieldErrors):
        ctx.records.restore("body", old)


def test_restoring_twice_does_no_harm(ctx: AppContext) -> None:
    record_id = make.make_outlet(ctx)
    ctx.records.delete("outlet", record_id)
    ctx.records.restore("outlet", record_id)
    ctx.records.restore("outlet", record_id)
    with pytest.raises(NotFound):
        ctx.records.restore("outlet", 999)
