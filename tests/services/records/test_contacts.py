"""Journalists and other contacts: the history of their outlets, and what is worth a look."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import AppContext
from app.errors import FieldErrors
from app.services.plain import ListQuery
from app.services.sheets import write_sheet
from app.specs.people import CONTACT
from tests import factories as make
from tests.exports.sheets.reading import open_sheet

COLUMNS = [column.name for column in CONTACT.list.columns]


def row(ctx: AppContext, contact: int) -> dict[str, Any]:
    (found,) = ctx.records.rows("contact", [contact])
    return dict(zip(COLUMNS, found.values, strict=True))


@pytest.fixture
def outlets(ctx: AppContext) -> tuple[int, int]:
    return make.make_outlet(ctx, name="Báo Đồng bằng"), make.make_outlet(ctx, name="Báo Biển Tây")


def post(outlet: int, **over: Any) -> dict[str, Any]:
    return {"outlet_id": outlet, **over}


def hints(ctx: AppContext, contact: int) -> tuple[str, ...]:
    return ctx.records.hints("contact", contact)


# -- the list ----------------------------------------------------------------------------------


def test_the_list_shows_where_a_person_works_now(ctx: AppContext, outlets: tuple[int, int]) -> None:
    first, second = outlets
    contact = make.make_contact(
        ctx,
        posts=(
            post(second, job_title="Thư ký tòa soạn", started_on=date(2024, 6, 1)),
            post(first, job_title="Phóng viên", ended_on=date(2024, 5, 31)),
        ),
    )
    shown = row(ctx, contact)
    assert (shown["workplace"], shown["job_title"]) == ("Báo Biển Tây", "Thư ký tòa soạn")
    assert shown["left_on"] is None


def test_one_who_works_nowhere_any_more_is_shown_with_the_last_place_and_its_end(
    ctx: AppContext, outlets: tuple[int, int]
) -> None:
    first, second = outlets
    contact = make.make_contact(
        ctx,
        posts=(
            post(second, ended_on=date(2025, 12, 31)),
            post(first, ended_on=date(2024, 5, 31)),
        ),
    )
    assert (row(ctx, contact)["workplace"], row(ctx, contact)["left_on"]) == (
        "Báo Biển Tây",
        date(2025, 12, 31),
    )


def test_of_two_present_places_the_later_begun_is_shown_else_the_lower_line(
    ctx: AppContext, outlets: tuple[int, int]
) -> None:
    first, second = outlets
    begun = make.make_contact(ctx, posts=(post(second, started_on=date(2024, 1, 1)), post(first)))
    assert row(ctx, begun)["workplace"] == "Báo Biển Tây"
    lower = make.make_contact(ctx, posts=(post(second), post(first)))
    assert row(ctx, lower)["workplace"] == "Báo Đồng bằng"


def test_an_official_is_shown_with_the_body(ctx: AppContext) -> None:
    body = make.make_body(ctx, name="Sở Y tế")
    contact = make.make_contact(ctx, kind="official", posts=({"body_id": body},))
    assert row(ctx, contact)["workplace"] == "Sở Y tế"


def test_the_list_follows_a_change_of_the_posts_and_of_the_outlets_name(
    ctx: AppContext, outlets: tuple[int, int]
) -> None:
    first, second = outlets
    contact = make.make_contact(ctx, posts=(post(first),))
    ctx.records.save("outlet", {"name": "Báo Đồng bằng mới"}, first)
    assert row(ctx, contact)["workplace"] == "Báo Đồng bằng mới"
    kept = ctx.records.get("contact", contact).values["posts"]
    ctx.records.save(
        "contact", {"posts": (*kept, post(second, started_on=date(2026, 1, 1)))}, contact
    )
    assert row(ctx, contact)["workplace"] == "Báo Biển Tây"
    ctx.records.save("contact", {"posts": ()}, contact)
    assert row(ctx, contact)["workplace"] is None


def test_persons_are_sorted_by_their_given_names(ctx: AppContext) -> None:
    for name in ("Trần Văn Ý", "Nguyễn Thị Ánh", "Lê Hoài An", "Bùi Đăng"):
        make.make_contact(ctx, name=name, posts=())
    shown = ctx.records.page("contact", ListQuery(), 0, 10)
    assert [row.values[0] for row in shown] == [
        "Lê Hoài An",
        "Nguyễn Thị Ánh",
        "Bùi Đăng",
        "Trần Văn Ý",
    ]


def test_places_to_work_sort_outlets_and_bodies_together_in_vietnamese_order(
    ctx: AppContext,
) -> None:
    places = [
        {"outlet_id": make.make_outlet(ctx, name="Đài Sông Xanh")},
        {"body_id": make.make_body(ctx, name="Ban Tuyên giáo")},
        {"outlet_id": make.make_outlet(ctx, name="Dân sinh")},
    ]
    for place in places:
        make.make_contact(ctx, posts=(place,))
    make.make_contact(ctx, posts=())
    shown = ctx.records.page("contact", ListQuery(sort="workplace"), 0, 10)
    column = COLUMNS.index("workplace")
    assert [row.values[column] for row in shown] == [
        "Ban Tuyên giáo",
        "Dân sinh",
        "Đài Sông Xanh",
        None,
    ]


def test_the_journalists_of_an_outlet_are_filtered(
    ctx: AppContext, outlets: tuple[int, int]
) -> None:
    first, second = outlets
    wanted = make.make_contact(ctx, posts=(post(first),))
    make.make_contact(ctx, posts=(post(first, ended_on=date(2024, 1, 1)), post(second)))
    assert ctx.records.ids("contact", ListQuery(filters={"outlet": first})) == [wanted]


def test_a_former_outlet_still_finds_the_person(ctx: AppContext, outlets: tuple[int, int]) -> None:
    first, second = outlets
    posts = (post(first, ended_on=date(2024, 1, 1)), post(second))
    contact = make.make_contact(ctx, posts=posts)
    assert ctx.records.ids("contact", ListQuery(search="dong bang")) == [contact]


def test_the_sheet_shows_the_list(
    ctx: AppContext, outlets: tuple[int, int], tmp_path: Path
) -> None:
    make.make_contact(
        ctx,
        name="Trần Thị Bình",
        card_expires_on=date(2025, 12, 31),
        posts=(post(outlets[0], job_title="Phóng viên"),),
    )
    path = tmp_path / "so.xlsx"
    assert write_sheet(ctx, "contact", ListQuery(), path)
    sheet = open_sheet(path)
    cells = {cell.value for line in sheet.iter_rows() for cell in line}
    title = "DANH SÁCH NHÀ BÁO, NGƯỜI LIÊN HỆ"
    assert {title, "Trần Thị Bình", "Báo Đồng bằng", "Phóng viên"} <= cells


# -- what cannot be ----------------------------------------------------------------------------


def test_a_place_to_work_is_an_outlet_or_a_body(ctx: AppContext, outlets: tuple[int, int]) -> None:
    with pytest.raises(FieldErrors) as caught:
        make.make_contact(
            ctx,
            posts=(
                {"job_title": "Phóng viên"},
                post(outlets[0], body_id=make.make_body(ctx)),
                post(outlets[1], started_on=date(2024, 1, 2), ended_on=date(2024, 1, 1)),
            ),
        )
    assert caught.value.errors == {
        "posts[0].outlet_id": "Chọn cơ quan báo chí, hoặc cơ quan, đơn vị.",
        "posts[1].body_id": "Đã chọn cơ quan báo chí; nơi công tác khác thì nhập ở dòng khác.",
        "posts[2].ended_on": "“Đến ngày” phải từ “Từ ngày” trở đi.",
    }


def test_an_email_that_is_none_is_refused(ctx: AppContext) -> None:
    with pytest.raises(FieldErrors) as caught:
        make.make_contact(ctx, email="binh", posts=())
    assert set(caught.value.errors) == {"email"}


# -- what is worth a look ----------------------------------------------------------------------


def test_a_press_card_that_expired_is_told_from_the_day_after(ctx: AppContext) -> None:
    contact = make.make_contact(ctx, card_expires_on=date(2026, 10, 5), posts=())
    assert hints(ctx, contact) == ()
    ctx.records.save("contact", {"card_expires_on": date(2026, 10, 4)}, contact)
    assert hints(ctx, contact) == (
        "Thẻ nhà báo đã hết hạn từ ngày 04/10/2026; hỏi lại số thẻ mới.",
    )


def test_two_places_at_once_are_told(ctx: AppContext, outlets: tuple[int, int]) -> None:
    contact = make.make_contact(
        ctx,
        posts=(
            post(outlets[0], started_on=date(2020, 1, 1)),
            post(outlets[1], started_on=date(2024, 1, 1)),
        ),
    )
    assert hints(ctx, contact) == (
        "Nơi công tác ở dòng 1 và dòng 2 trùng thời gian; "
        "nếu đã thôi nơi trước thì nhập “Đến ngày” của nơi đó.",
    )


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (
            {"name": "TRẦN THỊ BÌNH", "phone": "0912.345.678"},
            "Đã có “TRẦN THỊ BÌNH” cùng số điện thoại;",
        ),
        ({"name": "Trần Thị Bình", "phone": None}, "Đã có “Trần Thị Bình” cùng họ tên;"),
        (
            {"name": "Lê Văn Ba", "card_number": "CT-1"},
            "“Lê Văn Ba” cũng có số thẻ nhà báo CT-1;",
        ),
    ],
)
def test_one_who_may_be_the_same_person_is_told(
    ctx: AppContext, other: dict[str, Any], words: str
) -> None:
    make.make_contact(ctx, posts=(), **other)
    contact = make.make_contact(
        ctx, name="Trần Thị Bình", phone="0912 345 678", card_number="CT-1", posts=()
    )
    (hint,) = hints(ctx, contact)
    assert hint == f"{words} xem có phải một người ghi hai lần không."


@pytest.mark.parametrize(
    "other",
    [
        {"name": "Trần Thị Bình", "phone": "0913 000 000"},  # another phone, another person
        {"name": "Trần Thị Bính", "phone": "0912 345 678"},  # an office's switchboard
        {"name": "Lê Văn Ba"},
    ],
)
def test_others_are_not_taken_for_the_same_person(ctx: AppContext, other: dict[str, Any]) -> None:
    make.make_contact(ctx, posts=(), **other)
    contact = make.make_contact(ctx, name="Trần Thị Bình", phone="0912 345 678", posts=())
    assert hints(ctx, contact) == ()


def test_one_who_was_deleted_is_no_twin(ctx: AppContext) -> None:
    gone = make.make_contact(ctx, name="Trần Thị Bình", posts=())
    ctx.records.delete("contact", gone)
    assert hints(ctx, make.make_contact(ctx, name="Trần Thị Bình", posts=())) == ()


def test_a_kind_without_such_matters_has_none(ctx: AppContext) -> None:
    assert ctx.records.hints("outlet", make.make_outlet(ctx)) == ()
