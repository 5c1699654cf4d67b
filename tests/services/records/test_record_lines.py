"""The lines of a record: saved, moved, taken away, found and guarded together with it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.bootstrap import AppContext
from app.errors import CannotDelete, Conflict, FieldErrors
from app.services.plain import ListQuery
from tests import factories as make


@pytest.fixture
def outlets(ctx: AppContext) -> tuple[int, int]:
    return make.make_outlet(ctx, name="Báo Đồng bằng"), make.make_outlet(ctx, name="Báo Biển Tây")


def posts(ctx: AppContext, contact: int) -> tuple[dict[str, Any], ...]:
    return tuple(ctx.records.get("contact", contact).values["posts"])


def titles(ctx: AppContext, contact: int) -> list[str]:
    return [line["job_title"] for line in posts(ctx, contact)]


def line(outlet: int, job_title: str, **over: Any) -> dict[str, Any]:
    return {"outlet_id": outlet, "job_title": job_title, **over}


def test_a_new_record_starts_without_lines(ctx: AppContext) -> None:
    assert ctx.records.new("contact")["posts"] == ()


def test_lines_come_back_as_they_were_saved_each_with_an_id(
    ctx: AppContext, outlets: tuple[int, int]
) -> None:
    first, second = outlets
    contact = make.make_contact(
        ctx,
        posts=(
            line(first, "  Phóng   viên ", started_on=date(2020, 1, 1), ended_on=date(2024, 5, 31)),
            line(second, "Thư ký tòa soạn", started_on=date(2024, 6, 1)),
        ),
    )
    one, two = posts(ctx, contact)
    assert one == {
        "id": one["id"],
        "outlet_id": first,
        "body_id": None,
        "job_title": "Phóng viên",
        "started_on": date(2020, 1, 1),
        "ended_on": date(2024, 5, 31),
    }
    assert two["job_title"] == "Thư ký tòa soạn"
    assert one["id"] != two["id"]


def test_a_line_keeps_its_id_when_it_is_changed_or_moved(
    ctx: AppContext, outlets: tuple[int, int]
) -> None:
    first, second = outlets
    contact = make.make_contact(ctx, posts=(line(first, "Một"), line(second, "Hai")))
    one, two = posts(ctx, contact)
    moved = ({**two, "job_title": "Hai nữa"}, line(first, "Mới"), one)
    saved = ctx.records.save("contact", {"posts": moved}, contact, 1)
    assert titles(ctx, contact) == ["Hai nữa", "Mới", "Một"]
    ids = [line["id"] for line in saved.values["posts"]]
    assert (ids[0], ids[2]) == (two["id"], one["id"])
    assert ids[1] not in (one["id"], two["id"])


def test_a_line_left_out_is_gone(ctx: AppContext, outlets: tuple[int, int]) -> None:
    contact = make.make_contact(ctx, posts=(line(outlets[0], "Một"), line(outlets[1], "Hai")))
    ctx.records.save("contact", {"posts": posts(ctx, contact)[1:]}, contact)
    assert titles(ctx, contact) == ["Hai"]


def test_a_save_that_names_no_lines_leaves_them(ctx: AppContext, outlets: tuple[int, int]) -> None:
    contact = make.make_contact(ctx, posts=(line(outlets[0], "Một"),))
    before = posts(ctx, contact)
    ctx.records.save("contact", {"phone": "0297"}, contact)
    assert posts(ctx, contact) == before


def test_a_change_of_lines_alone_is_a_save_that_others_must_see(
    ctx: AppContext, outlets: tuple[int, int]
) -> None:
    contact = make.make_contact(ctx, posts=(line(outlets[0], "Một"),))
    saved = ctx.records.save("contact", {"posts": ()}, contact, 1)
    assert saved.version == 2
    with pytest.raises(Conflict):
        ctx.records.save("contact", {"posts": (line(outlets[0], "Hai"),)}, contact, 1)
    assert posts(ctx, contact) == ()


def test_lines_of_another_record_are_not_taken_from_it(
    ctx: AppContext, outlets: tuple[int, int]
) -> None:
    """As when a record deleted elsewhere is saved as a new one, with what stood on the screen."""
    one = make.make_contact(ctx, posts=(line(outlets[0], "Một"),))
    other = make.make_contact(ctx, posts=posts(ctx, one))
    assert titles(ctx, one) == titles(ctx, other) == ["Một"]
    assert posts(ctx, one)[0]["id"] != posts(ctx, other)[0]["id"]


def test_what_is_wrong_with_a_line_is_said_at_its_field(
    ctx: AppContext, outlets: tuple[int, int]
) -> None:
    with pytest.raises(FieldErrors) as caught:
        make.make_contact(
            ctx,
            posts=(
                line(outlets[0], "Một"),
                line(999, "x" * 201, started_on="hôm qua"),
            ),
        )
    assert set(caught.value.errors) == {
        "posts[1].outlet_id",
        "posts[1].job_title",
        "posts[1].started_on",
    }
    assert caught.value.errors["posts[1].job_title"].startswith("“Chức danh, nhiệm vụ” dài 201")
    assert ctx.records.count("contact", ListQuery()) == 0


def test_a_line_may_keep_what_it_points_to_though_that_was_deleted_since(
    ctx: AppContext, outlets: tuple[int, int]
) -> None:
    contact = make.make_contact(ctx, posts=(line(outlets[0], "Một"),))
    with ctx.db.writing() as session:
        from app.models import Outlet

        session.get(Outlet, outlets[0]).deleted_at = ctx.db.clock()
    kept = posts(ctx, contact)
    ctx.records.save("contact", {"posts": kept}, contact)
    with pytest.raises(FieldErrors):
        ctx.records.save("contact", {"posts": (*kept, line(outlets[0], "Hai"))}, contact)


def test_what_a_line_points_to_cannot_be_deleted(ctx: AppContext, outlets: tuple[int, int]) -> None:
    first, second = outlets
    contact = make.make_contact(ctx, posts=(line(first, "Một"), line(first, "Hai")))
    with pytest.raises(CannotDelete, match="còn 1 nhà báo, người liên hệ đang dùng"):
        ctx.records.delete("outlet", first)
    ctx.records.delete("contact", contact)  # its own lines do not hold it
    ctx.records.delete("outlet", first)
    ctx.records.delete("outlet", second)


def test_a_deleted_record_comes_back_with_its_lines(
    ctx: AppContext, outlets: tuple[int, int]
) -> None:
    contact = make.make_contact(ctx, posts=(line(outlets[0], "Một"),))
    before = posts(ctx, contact)
    ctx.records.delete("contact", contact)
    ctx.records.restore("contact", contact)
    assert posts(ctx, contact) == before


@pytest.mark.parametrize("typed", ["thu ky", "Thư ký", "dong bang", "thu ky dong bang", "so y te"])
def test_a_record_is_found_by_its_lines_and_by_what_they_point_to(
    ctx: AppContext, outlets: tuple[int, int], typed: str
) -> None:
    body = make.make_body(ctx, name="Sở Y tế")
    wanted = make.make_contact(
        ctx, posts=(line(outlets[0], "Thư ký tòa soạn"), {"body_id": body, "job_title": None})
    )
    make.make_contact(ctx, posts=())
    make.make_contact(ctx, posts=(line(outlets[1], "Phóng viên"),))
    assert ctx.records.ids("contact", ListQuery(search=typed)) == [wanted]


def test_the_search_follows_a_change_of_lines(ctx: AppContext, outlets: tuple[int, int]) -> None:
    contact = make.make_contact(ctx, posts=(line(outlets[0], "Thư ký tòa soạn"),))
    ctx.records.save("contact", {"posts": (line(outlets[1], "Quay phim"),)}, contact)
    assert ctx.records.ids("contact", ListQuery(search="thu ky")) == []
    assert ctx.records.ids("contact", ListQuery(search="quay phim")) == [contact]


def test_the_check_of_the_data_reads_lines_too(ctx: AppContext, outlets: tuple[int, int]) -> None:
    from app.services.checking import findings

    make.make_contact(ctx, posts=(line(outlets[0], "Một"),))
    assert list(findings(ctx.db)) == []
