"""Bodies merged, renamed, split, abolished: previewed in words, done at once, taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from app.bootstrap import AppContext
from app.errors import AppError, FieldErrors
from app.rules.vocabulary import LetterState, TransferCount
from app.rules.vocabulary import ReorganisationKind as Kind
from app.services.checking import findings
from app.services.plain import ListQuery
from app.services.reorganisation.data import NewBody, ReorganisationOrder
from app.services.reorganisation.log import CannotUndo
from app.services.reorganisation.uses import _USES, keys_to_bodies
from tests import factories as make
from tests.services.office_profiles import state_profile
from tests.thoroughness import times

DAY = date(2026, 10, 1)
BEFORE = date(2026, 9, 30)


def order(kind: Kind, *old: int, new: tuple[str, ...] = (), **over: Any) -> ReorganisationOrder:
    values = {"on": DAY, "basis": "Nghị quyết số 12/NQ-HĐND", **over}
    return ReorganisationOrder(kind, old, tuple(map(NewBody, new)), **values)


def do(ctx: AppContext, what: ReorganisationOrder) -> int:
    return ctx.reorganisation.apply(what, ctx.reorganisation.plan(what).usual())


def body(ctx: AppContext, body_id: int) -> dict[str, Any]:
    return dict(ctx.records.get("body", body_id).values)


def named(ctx: AppContext, name: str) -> int:
    (option,) = (one for one in ctx.records.options("body", name, on=DAY) if one.text == name)
    return option.id


def accountable(ctx: AppContext, incident: int) -> int:
    return ctx.records.get("incident", incident).values["accountable_body_id"]


def errors(ctx: AppContext, what: ReorganisationOrder) -> dict[str, str]:
    with pytest.raises(FieldErrors) as caught:
        ctx.reorganisation.plan(what)
    return caught.value.errors


# What is done


def test_a_renamed_body_is_another_record_so_that_old_records_keep_the_old_name(
    ctx: AppContext,
) -> None:
    old = make.make_body(ctx, name="Sở Giao thông", is_press_authority=True, symbol="SGT")
    closed = make.make_incident(ctx, accountable_body_id=old, state="closed")
    running = make.make_incident(ctx, accountable_body_id=old)
    do(ctx, order(Kind.RENAME, old, new=("Sở Giao thông và Đô thị",)))
    new = named(ctx, "Sở Giao thông và Đô thị")
    assert (body(ctx, old)["valid_to"], body(ctx, old)["successor_id"]) == (BEFORE, new)
    assert (body(ctx, new)["valid_from"], body(ctx, new)["valid_to"]) == (DAY, None)
    assert body(ctx, new)["kind"] == body(ctx, old)["kind"]
    assert body(ctx, new)["is_press_authority"]
    assert (accountable(ctx, closed), accountable(ctx, running)) == (old, new)


def test_the_history_of_a_case_says_why_another_body_is_accountable(ctx: AppContext) -> None:
    """Duty 27: one accountable body at a time, and none changed without a word why."""
    old = make.make_body(ctx, name="Sở Cũ")
    case = make.make_incident(ctx, accountable_body_id=old)
    violation = make.make_violation(ctx, accountable_body_id=old)
    enquiry = make.make_enquiry(ctx, accountable_body_id=old)
    done = do(ctx, order(Kind.RENAME, old, new=("Sở Mới",)))
    new = named(ctx, "Sở Mới")
    (line,) = ctx.records.get("incident", case).values["transfers"]
    assert (line["moved_on"], line["from_body_id"], line["to_body_id"]) == (DAY, old, new)
    assert line["reason"] == "Sắp xếp tổ chức: Đổi tên Sở Cũ thành Sở Mới"
    assert line["paper"] == "Nghị quyết số 12/NQ-HĐND"
    assert len(ctx.records.get("violation", violation).values["transfers"]) == 1
    assert ctx.records.get("enquiry", enquiry).values["accountable_body_id"] == new
    ctx.records.save("incident", {"place": "Rạch Giá"}, case)  # the history is a sound one
    ctx.reorganisation.undo(done)
    assert ctx.records.get("incident", case).values["transfers"] == ()


def test_two_bodies_merge_into_one_that_may_keep_the_name_of_one(ctx: AppContext) -> None:
    first, second = make.make_body(ctx, name="Sở Xây dựng"), make.make_body(ctx, name="Sở GTVT")
    do(ctx, order(Kind.MERGE, first, second, new=("Sở Xây dựng",)))
    heir = body(ctx, first)["successor_id"]
    assert heir not in (first, second)
    assert body(ctx, second)["successor_id"] == heir
    assert body(ctx, heir)["name"] == "Sở Xây dựng"


def test_of_a_body_that_is_split_each_case_goes_where_the_clerk_sends_it(ctx: AppContext) -> None:
    old = make.make_body(ctx, name="Sở Văn hóa, Thể thao và Du lịch")
    one, two, three = (make.make_incident(ctx, accountable_body_id=old) for _ in range(3))
    what = order(Kind.SPLIT, old, new=("Sở Văn hóa", "Sở Du lịch"))
    plan = ctx.reorganisation.plan(what)
    assert plan.heirs == ("Sở Văn hóa", "Sở Du lịch")
    keys = [follower.key for follower in plan.followers]
    ctx.reorganisation.apply(what, {keys[0]: 0, keys[1]: 1})  # the third is unticked
    heirs = named(ctx, "Sở Văn hóa"), named(ctx, "Sở Du lịch")
    assert [accountable(ctx, case) for case in (one, two, three)] == [*heirs, old]
    assert body(ctx, old)["successor_id"] == heirs[0]


def test_a_part_becomes_a_body_of_its_own_while_the_old_one_stays(ctx: AppContext) -> None:
    old = make.make_body(ctx, name="Sở Văn hóa và Du lịch", is_press_authority=True)
    stays, goes = (make.make_incident(ctx, accountable_body_id=old) for _ in range(2))
    make.make_spokesperson(ctx, body_id=old)
    what = order(Kind.PART, old, new=("Sở Du lịch",))
    plan = ctx.reorganisation.plan(what)
    assert plan.ends == ()
    assert plan.begins == ("Sở Du lịch: từ ngày 01/10/2026",)
    assert plan.usual() == {}  # all stays, unless the clerk sends it
    assert plan.notes[0].startswith("Sở Văn hóa và Du lịch vẫn tồn tại")
    assert plan.reviews == (
        "Phân công người phát ngôn, ban hành quy chế phát ngôn của Sở Du lịch.",
        "Thêm Sở Du lịch vào nơi nhận, thành phần giao ban, kế hoạch kiểm tra nếu cần.",
    )
    done = ctx.reorganisation.apply(what, {f"incidents/{goes}/accountable_body_id": 0})
    new = named(ctx, "Sở Du lịch")
    assert (accountable(ctx, stays), accountable(ctx, goes)) == (old, new)
    assert body(ctx, old)["valid_to"] is None
    assert body(ctx, old)["successor_id"] is None
    assert body(ctx, old)["is_press_authority"]
    assert not body(ctx, new)["is_press_authority"]
    assert ctx.reorganisation.past()[0].title == "Tách Sở Du lịch ra khỏi Sở Văn hóa và Du lịch"
    ctx.reorganisation.undo(done)
    assert accountable(ctx, goes) == old


def test_only_a_body_in_being_on_the_day_gives_a_part_away(ctx: AppContext) -> None:
    old = make.make_body(ctx, name="Sở Cũ", valid_to=BEFORE)
    assert "đã thôi hoạt động" in errors(ctx, order(Kind.PART, old, new=("Sở Mới",)))["on"]
    ctx.reorganisation.check(order(Kind.RENAME, old, new=("Sở Mới",)))


def test_what_a_reorganisation_carries_over_is_no_passing_on_of_a_case(ctx: AppContext) -> None:
    first, second = make.make_body(ctx, name="Sở Một"), make.make_body(ctx, name="Sở Hai")
    case = make.make_violation(ctx, accountable_body_id=first)
    line = {"moved_on": BEFORE, "from_body_id": first, "to_body_id": second, "reason": "Đúng nơi"}
    ctx.records.save("violation", {"accountable_body_id": second, "transfers": [line]}, case, 1)
    do(ctx, order(Kind.RENAME, second, new=("Sở Ba",)))
    record = ctx.records.get("violation", case)
    assert len(record.values["transfers"]) == 2  # the history tells of it all the same
    assert [row.transferred for row in ctx.violations.rows(ListQuery())] == [TransferCount.ONCE]
    assert not any("đùn đẩy" in hint for hint in ctx.records.hints("violation", case))


def test_an_abolished_body_may_go_into_one_in_being_or_into_none(ctx: AppContext) -> None:
    heir = make.make_body(ctx, name="Sở Nội vụ")
    taken, gone = make.make_body(ctx, name="Ban Dân tộc"), make.make_body(ctx, name="Ban Cũ")
    case = make.make_incident(ctx, accountable_body_id=taken)
    left = make.make_incident(ctx, title="Vụ việc còn lại", accountable_body_id=gone)
    do(ctx, order(Kind.ABOLISH, taken, heir_id=heir))
    plan = ctx.reorganisation.plan(order(Kind.ABOLISH, gone))
    assert plan.followers == ()
    assert plan.reviews == (
        "Vụ việc, 1 mục: xem lại, vì không có cơ quan kế thừa (Vụ việc còn lại).",
    )
    do(ctx, order(Kind.ABOLISH, gone))
    assert (accountable(ctx, case), accountable(ctx, left)) == (heir, gone)
    assert body(ctx, gone)["successor_id"] is None


# What is shown before


def test_the_preview_says_what_ends_begins_follows_is_to_be_done_and_stays(
    ctx: AppContext, golden: Any
) -> None:
    old = make.make_body(ctx, name="Sở Giao thông", short_name="Sở GT", is_press_authority=True)
    make.make_incident(ctx, title="Sạt lở bờ kè", accountable_body_id=old)
    make.make_incident(ctx, title="Vụ đã xong", accountable_body_id=old, state="closed")
    make.make_spokesperson(ctx, person="Trần An", body_id=old)
    make.make_authorisation(ctx, grantee="Lê Bình", body_id=old)
    make.make_regulation(ctx, title="Quy chế phát ngôn", body_id=old)
    make.make_inspection(ctx, title="Kiểm tra 2026", body_id=old)
    make.make_briefing(
        ctx, invited=[{"body_id": old}], tasks=[{"task": "Báo cáo bờ kè", "body_id": old}]
    )
    make.make_outlet(ctx, name="Tạp chí Giao thông", governing_body="Sở Giao thông")
    profile = replace(state_profile(ctx), distribution=("Như trên", "Sở GT (để biết)", "Lưu: VT"))
    ctx.office.save_profile(profile)
    plan = ctx.reorganisation.plan(order(Kind.RENAME, old, new=("Sở Giao thông và Đô thị",)))
    lines = ["Kết thúc:", *plan.ends, "Bắt đầu:", *plan.begins, "Theo:"]
    lines += [
        f"[{'x' if one.ticked else ' '}] {one.group} | {one.title} | {one.change}"
        for one in plan.followers
    ]
    lines += ["Cần làm:", *plan.reviews, "Giữ nguyên:", *plan.stays, "Lưu ý:", *plan.notes]
    golden("reorganisation/preview.txt", "\n".join(lines))


def test_who_was_replaced_before_the_day_needs_no_new_assignment(ctx: AppContext) -> None:
    old = make.make_body(ctx)
    first = make.make_spokesperson(ctx, body_id=old, person="Trần Hữu Lộc")
    make.make_spokesperson(
        ctx, body_id=old, person="Phạm Quốc Duy", valid_from=BEFORE, replaces_id=first
    )
    plan = ctx.reorganisation.plan(order(Kind.RENAME, old, new=("Sở Mới",)))
    assert plan.reviews == (
        "Người phát ngôn, 1 mục: phân công lại người phát ngôn cho cơ quan mới (Phạm Quốc Duy).",
    )


def test_a_preview_leaves_no_trace(ctx: AppContext) -> None:
    old = make.make_body(ctx)
    make.make_incident(ctx, accountable_body_id=old)
    before = every_row(ctx)
    ctx.reorganisation.plan(order(Kind.RENAME, old, new=("Sở Mới",)))
    assert every_row(ctx) == before


def test_issued_letters_never_change_and_drafts_are_named(ctx: AppContext) -> None:
    old = make.make_body(ctx, name="Sở Cũ")
    content = {"recipients": ["Sở Cũ"]}
    make.make_letter(ctx, state=LetterState.ISSUED, content=content)
    make.make_letter(ctx, subject="mời họp", content=content)
    before = every_row(ctx)["letters"]
    what = order(Kind.RENAME, old, new=("Sở Mới",))
    plan = ctx.reorganisation.plan(what)
    assert plan.reviews == ("Văn bản chưa phát hành, 1 văn bản: xem lại tên cơ quan (mời họp).",)
    do(ctx, what)
    assert every_row(ctx)["letters"] == before


def test_the_offices_own_name_follows_into_new_letters(ctx: AppContext) -> None:
    ctx.office.save_profile(state_profile(ctx))
    old = make.make_body(ctx, name="Sở Xây dựng")
    what = order(Kind.RENAME, old, new=("Sở Xây dựng và Đô thị",))
    assert "Đây là cơ quan của anh/chị" in ctx.reorganisation.plan(what).notes[-1]
    done = do(ctx, what)
    assert ctx.office.name() == "Sở Xây dựng và Đô thị"
    ctx.reorganisation.undo(done)
    assert ctx.office.name() == "Sở Xây dựng"


def test_the_offices_letters_are_marked_with_the_heirs_symbol(ctx: AppContext) -> None:
    ctx.office.save_profile(state_profile(ctx, symbol="SXD-VP"))
    old = make.make_body(ctx, name="Sở Xây dựng", symbol="SXD")
    new = NewBody("Sở Xây dựng và Giao thông", symbol="SXDGT")
    what = ReorganisationOrder(Kind.RENAME, (old,), (new,), on=DAY)
    mark = next(one for one in ctx.reorganisation.plan(what).followers if "hiệu" in one.title)
    assert mark.change == "SXD-VP → SXDGT-VP"
    done = do(ctx, what)
    assert ctx.office.profile().symbol == "SXDGT-VP"
    ctx.reorganisation.undo(done)
    assert ctx.office.profile().symbol == "SXD-VP"
    bare = ReorganisationOrder(Kind.RENAME, (old,), (NewBody("Sở Mới"),), on=DAY)
    assert "Ký hiệu văn bản" in ctx.reorganisation.plan(bare).reviews[-1]


def test_before_its_day_only_what_lies_after_it_follows_by_itself(ctx: AppContext) -> None:
    old = make.make_body(ctx)
    make.make_incident(ctx, accountable_body_id=old)
    make.make_inspection(ctx, body_id=old, planned_from=date(2027, 2, 1))
    plan = ctx.reorganisation.plan(order(Kind.RENAME, old, new=("Sở Mới",), on=date(2027, 1, 1)))
    assert [(one.group, one.ticked) for one in plan.followers] == [
        ("Vụ việc", False), ("Kiểm tra", True),
    ]  # fmt: skip
    assert plan.notes[0].startswith("Ngày 01/01/2027 chưa tới")


def test_two_lines_of_the_distribution_that_become_the_same_are_one(ctx: AppContext) -> None:
    first, second = make.make_body(ctx, name="Sở A"), make.make_body(ctx, name="Sở B")
    lines = ("Như trên", "Sở A", "Sở B", "Lưu: VT")
    ctx.office.save_profile(replace(state_profile(ctx), distribution=lines))
    done = do(ctx, order(Kind.MERGE, first, second, new=("Sở C",)))
    profile = ctx.office.profile()
    assert profile
    assert profile.distribution == ("Như trên", "Sở C", "Lưu: VT")
    ctx.reorganisation.undo(done)
    profile = ctx.office.profile()
    assert profile
    assert profile.distribution == lines


def test_a_record_that_came_in_between_asks_for_another_preview(ctx: AppContext) -> None:
    old = make.make_body(ctx)
    case = make.make_incident(ctx, accountable_body_id=old)
    what = order(Kind.RENAME, old, new=("Sở Mới",))
    chosen = ctx.reorganisation.plan(what).usual()
    ctx.records.save("incident", {"state": "closed"}, case, 1)
    with pytest.raises(AppError, match="xem trước lần nữa"):
        ctx.reorganisation.apply(what, chosen)
    assert body(ctx, old)["valid_to"] is None


# What cannot be


def test_what_is_wrong_is_told_at_its_field(ctx: AppContext) -> None:
    old = make.make_body(ctx, name="Sở Cũ", valid_from=date(2026, 10, 1))
    other = make.make_body(ctx, name="Sở Khác", successor_id=old)
    rename = order(Kind.RENAME, old, new=("Sở Mới",), on=date(2026, 11, 1))
    assert errors(ctx, replace(rename, on=DAY)) == {
        "on": "“Sở Cũ” mới hoạt động từ ngày 01/10/2026; ngày sắp xếp phải sau ngày đó."
    }
    assert errors(ctx, replace(rename, on=None)) == {"on": "Nhập ngày sắp xếp có hiệu lực."}
    assert (
        "Đã có cơ quan, đơn vị “Sở Khác”"
        in errors(ctx, replace(rename, new=(NewBody("Sở Khác"),)))["new[0].name"]
    )
    assert errors(ctx, replace(rename, new=(NewBody(" "),))) == {
        "new[0].name": "Nhập “Tên đầy đủ”."
    }
    assert errors(ctx, replace(rename, new=())) == {"new": "Nhập tên cơ quan mới."}
    assert "old" in errors(ctx, order(Kind.MERGE, old, new=("Sở Mới",), on=date(2026, 11, 1)))
    assert "new" in errors(ctx, order(Kind.SPLIT, old, new=("Một",), on=date(2026, 11, 1)))
    abolish = order(Kind.ABOLISH, old, on=date(2026, 11, 1))
    assert "chính mình" in errors(ctx, replace(abolish, heir_id=old))["heir_id"]
    assert "tiền thân" in errors(ctx, replace(abolish, heir_id=other))["heir_id"]


def test_a_body_that_ended_before_cannot_end_again(ctx: AppContext) -> None:
    old = make.make_body(ctx, name="Sở Cũ", valid_to=date(2025, 2, 28))
    assert (
        "đã thôi hoạt động từ sau ngày 28/02/2025"
        in errors(ctx, order(Kind.RENAME, old, new=("Sở Mới",)))["on"]
    )


# Taking it back


def test_nothing_is_taken_back_over_what_was_changed_since(ctx: AppContext) -> None:
    old = make.make_body(ctx, name="Sở Cũ")
    plan = make.make_inspection(ctx, title="Kiểm tra 2026", body_id=old)
    done = do(ctx, order(Kind.RENAME, old, new=("Sở Mới",)))
    new = named(ctx, "Sở Mới")
    ctx.records.save("inspection", {"body_id": make.make_body(ctx)}, plan)
    with pytest.raises(CannotUndo, match="“Kiểm tra 2026” đã được sửa"):
        ctx.reorganisation.undo(done)
    ctx.records.save("inspection", {"body_id": new}, plan)
    later = make.make_incident(ctx, accountable_body_id=new)
    with pytest.raises(CannotUndo, match=r"“Sở Mới” đã được dùng.*1 vụ việc"):
        ctx.reorganisation.undo(done)
    assert ctx.records.get("inspection", plan).values["body_id"] == new  # all or nothing
    ctx.records.delete("incident", later)
    ctx.reorganisation.undo(done)
    assert ctx.records.get("inspection", plan).values["body_id"] == old
    with pytest.raises(CannotUndo, match="đã được hoàn tác"):
        ctx.reorganisation.undo(done)


def test_what_is_written_down_is_sound(ctx: AppContext) -> None:
    """The command "check" reads every value as its column holds it."""
    old = make.make_body(ctx, name="Sở Cũ")
    make.make_incident(ctx, accountable_body_id=old)
    ctx.office.save_profile(replace(state_profile(ctx), distribution=("Sở Cũ", "Lưu: VT")))
    do(ctx, order(Kind.RENAME, old, new=("Sở Mới",)))
    assert list(findings(ctx.db)) == []


def test_of_two_in_a_row_the_later_is_taken_back_first(ctx: AppContext) -> None:
    old = make.make_body(ctx, name="Sở Một")
    first = do(ctx, order(Kind.RENAME, old, new=("Sở Hai",)))
    second = do(ctx, order(Kind.RENAME, named(ctx, "Sở Hai"), new=("Sở Ba",), on=date(2026, 10, 3)))
    with pytest.raises(CannotUndo, match=r"“Sở Hai” đã được sắp xếp tiếp sau đó \(Đổi tên Sở Hai"):
        ctx.reorganisation.undo(first)
    past = ctx.reorganisation.past()
    assert [(one.id, one.title) for one in past] == [
        (second, "Đổi tên Sở Hai thành Sở Ba"), (first, "Đổi tên Sở Một thành Sở Hai"),
    ]  # fmt: skip
    assert past[0].basis == "Nghị quyết số 12/NQ-HĐND"
    ctx.reorganisation.undo(second)
    assert [one.undone_at is None for one in ctx.reorganisation.past()] == [False, True]
    ctx.reorganisation.undo(first)
    assert [row.id for row in ctx.records.rows("body", ctx.records.ids("body", ListQuery()))] == [
        old
    ]


def test_what_a_clerk_edits_between_two_in_a_row_is_not_lost(ctx: AppContext) -> None:
    first = do(ctx, order(Kind.RENAME, make.make_body(ctx), new=("Sở Hai",)))
    middle = named(ctx, "Sở Hai")
    ctx.records.save("body", {"symbol": "SH"}, middle, ctx.records.get("body", middle).version)
    second = do(ctx, order(Kind.RENAME, middle, new=("Sở Ba",), on=date(2026, 10, 3)))
    ctx.reorganisation.undo(second)
    with pytest.raises(CannotUndo, match="“Sở Hai” đã được sửa"):
        ctx.reorganisation.undo(first)


def test_a_body_of_the_example_set_that_was_renamed_stays(ctx: AppContext) -> None:
    loaded = ctx.reorganisation.examples.load()
    do(ctx, order(Kind.RENAME, named(ctx, "Sở Y tế tỉnh An Giang"), new=("Sở Mới",)))
    assert "Sở Y tế tỉnh An Giang" in ctx.reorganisation.undo(loaded)


def every_row(ctx: AppContext) -> dict[str, list[dict[str, Any]]]:
    """Return all rows but the log, without the counts and times of saves and what is made anew."""
    left_out = {"version", "updated_at"}
    found = {}
    with ctx.db.reading() as session:
        tables = session.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'table'")
        ).scalars()
        for table in tables.all():
            if table.startswith(("reorganisation", "search_entries")):
                continue
            rows = session.execute(text(f'SELECT * FROM "{table}"')).mappings()
            found[table] = [
                {key: value for key, value in row.items() if key not in left_out}
                for row in rows
                if row.get("deleted_at") is None
            ]
    return found


@settings(
    max_examples=times(4, 10),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    cases=st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["open", "closed"])), max_size=4),
    kind=st.sampled_from(Kind),
    picked=st.lists(st.integers(0, 2), min_size=1, max_size=2, unique=True),
    keep=st.sets(st.integers(0, 6)),
)
def test_what_is_taken_back_is_as_it_was(ctx: AppContext, cases, kind, picked, keep) -> None:
    bodies = [make.make_body(ctx) for _ in range(3)]
    for place, state in cases:
        make.make_incident(ctx, accountable_body_id=bodies[place], state=state)
        make.make_inspection(ctx, body_id=bodies[place])
    old = [bodies[place] for place in picked]
    heir = next(one for one in bodies if one not in old)
    old = old[:1] if kind in (Kind.RENAME, Kind.SPLIT, Kind.PART) else old
    if kind is Kind.MERGE and len(old) < 2:
        old.append(heir)
    names = {Kind.ABOLISH: (), Kind.SPLIT: ("Sở Mới 1", "Sở Mới 2")}.get(kind, ("Sở Mới 1",))
    what = order(kind, *old, new=names, heir_id=heir if kind is Kind.ABOLISH else None)
    before = every_row(ctx)
    followers = ctx.reorganisation.plan(what).followers
    chosen = {one.key: 0 for place, one in enumerate(followers) if place not in keep}
    done = ctx.reorganisation.apply(what, chosen)
    assert every_row(ctx) != before
    ctx.reorganisation.undo(done)
    assert every_row(ctx) == before


def test_each_key_named_here_is_one_that_the_tables_have() -> None:
    keys = {(model, column) for model, column, _kind in keys_to_bodies()}
    assert {(use.model, use.column) for use in _USES} <= keys


# The example set


def test_an_old_body_of_the_example_set_leads_to_the_one_the_office_had(ctx: AppContext) -> None:
    own = make.make_body(ctx, name="Tỉnh ủy An Giang")
    ctx.reorganisation.examples.load()
    assert body(ctx, named(ctx, "Tỉnh ủy Kiên Giang"))["successor_id"] == own


def test_what_came_with_the_example_set_says_so_until_it_is_edited(ctx: AppContext) -> None:
    own = make.make_body(ctx, name="Sở Y tế tỉnh An Giang")
    ctx.reorganisation.examples.load()
    assert ctx.records.hints("body", own) == ()
    loaded = named(ctx, "Sở Du lịch tỉnh An Giang")
    assert ctx.records.hints("body", loaded) == (
        "Từ danh mục mẫu An Giang (theo tình hình tháng 11/2026, chưa kiểm chứng): "
        "đối chiếu với văn bản gốc trước khi dùng.",
    )
    version = ctx.records.get("body", loaded).version
    ctx.records.save("body", {"symbol": "SDL-VP"}, loaded, version)
    assert ctx.records.hints("body", loaded) == ()


def test_of_the_example_set_what_was_edited_or_is_used_stays(ctx: AppContext) -> None:
    done = ctx.reorganisation.examples.load()
    edited, used = named(ctx, "Sở Y tế tỉnh An Giang"), named(ctx, "Tỉnh đoàn An Giang")
    version = ctx.records.get("body", edited).version
    ctx.records.save("body", {"symbol": "SYT-VP"}, edited, version)
    make.make_incident(ctx, accountable_body_id=used)
    gone = named(ctx, "Sở Du lịch tỉnh An Giang")
    ctx.records.delete("body", gone)
    kept = ctx.reorganisation.undo(done)
    assert kept == ("Sở Y tế tỉnh An Giang", "Tỉnh đoàn An Giang")
    found = ctx.records.rows("body", ctx.records.ids("body", ListQuery()))
    assert {row.id for row in found} == {edited, used}
    assert body(ctx, edited)["symbol"] == "SYT-VP"
    assert ctx.reorganisation.past()[0].undone_at is not None


def test_the_example_set_is_dated_previewed_loaded_once_and_taken_back(ctx: AppContext) -> None:
    own = make.make_body(ctx, name="Sở Y tế tỉnh An Giang", symbol="SYT-VP")
    before = every_row(ctx)
    examples = ctx.reorganisation.examples
    plan = examples.plan()
    assert "tháng 11/2026" in examples.title()
    assert len(plan.skipped) == 1
    assert plan.skipped[0].startswith("Sở Y tế tỉnh An Giang (Sở, ban, ngành), từ 01/07/2025")
    assert all("chưa kiểm chứng" in words for words in (*plan.added, examples.title()))
    done = examples.load()
    assert body(ctx, own)["symbol"] == "SYT-VP"
    left = named(ctx, "Tỉnh ủy Kiên Giang")
    assert body(ctx, left)["valid_to"] == date(2025, 6, 30)
    assert body(ctx, left)["successor_id"] == named(ctx, "Tỉnh ủy An Giang")
    assert examples.plan().added == ()
    with pytest.raises(FieldErrors, match="đều đã có trong sổ"):
        examples.load()
    ctx.reorganisation.undo(done)
    assert every_row(ctx) == before
    assert ctx.reorganisation.past()[0].undone_at == datetime(2026, 10, 5, 9, 0)
