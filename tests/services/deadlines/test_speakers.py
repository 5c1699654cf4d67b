"""Duties 7 and 8: spokespersons are made known and replaced, authorisations posted, in time."""

from __future__ import annotations

import pytest

from app.bootstrap import AppContext
from app.rules.vocabulary import BodyKind, ClockDuty, DeadlineState, TodayGroup
from app.services.checking import findings
from app.services.today.data import TodayLine
from tests.factories import make_authorisation, make_body, make_spokesperson
from tests.services.deadlines.cases import Clock, change, change_rule, day, duties, moment, one

KNOWN = ClockDuty.SPOKESPERSON_PUBLICATION
NEXT = ClockDuty.SPOKESPERSON_REPLACEMENT
POSTED = ClockDuty.AUTHORISATION_PUBLICATION


def lines(ctx: AppContext, group: TodayGroup) -> list[TodayLine]:
    return [line for line in ctx.today_list.work_list().lines() if line.group is group]


def test_a_spokesperson_is_made_known_on_the_portal_and_in_writing(
    office: AppContext, clock: Clock
) -> None:
    """Duty 7: both; the decree names no number of days."""
    clock.now = moment("09:00 06/07/2026")
    found = make_spokesperson(
        office, decision_date=day("03/07/2026"), valid_from=day("03/07/2026"),
        published_on=None, announced_on=None,
    )  # fmt: skip
    known = one(office, "spokesperson", found, KNOWN)
    assert known.due_at is None
    assert "Nghị định 244/2026" in known.no_due
    (line,) = lines(office, TodayGroup.AT_ONCE)
    assert (line.duty, line.record_id) == (KNOWN, found)
    assert line.next_step == "Đăng trên cổng, thông báo báo chí, rồi ghi hai ngày"
    change(office, "spokesperson", found, published_on=day("04/07/2026"))
    assert one(office, "spokesperson", found, KNOWN).state is DeadlineState.OPEN
    change(office, "spokesperson", found, announced_on=day("06/07/2026"))
    known = one(office, "spokesperson", found, KNOWN)
    assert known.state is DeadlineState.MET
    assert known.met_at == moment("00:00 06/07/2026")


@pytest.mark.parametrize(
    ("assigned", "law"), [("30/06/2026", "09/2017"), ("01/07/2026", "244/2026")]
)
def test_the_law_of_the_day_of_the_decision_says_by_when(
    office: AppContext, clock: Clock, assigned: str, law: str
) -> None:
    """The switch of the law on 01/07/2026."""
    clock.now = moment("09:00 06/07/2026")
    found = make_spokesperson(
        office, decision_date=day(assigned), valid_from=day(assigned), published_on=None,
        announced_on=None,
    )  # fmt: skip
    assert law in one(office, "spokesperson", found, KNOWN).basis


@pytest.mark.parametrize(
    ("signed", "due"), [("20:00 30/06/2026", "08:00 01/07/2026"), ("08:00 01/07/2026", None)]
)
def test_an_authorisation_is_posted_within_the_hours_of_the_law_of_its_signing(
    office: AppContext, clock: Clock, signed: str, due: str | None
) -> None:
    """Duty 8; on the other side of the switch the number is not known, and none is made up."""
    clock.now = moment("18:00 01/07/2026")
    found = make_authorisation(
        office, signed_at=moment(signed), published_at=None, valid_from=day("30/06/2026"),
        valid_to=day("31/07/2026"),
    )  # fmt: skip
    posted = one(office, "authorisation", found, POSTED)
    assert posted.due_at == (moment(due) if due else None)
    assert not posted.is_confirmed
    change(office, "authorisation", found, published_at=moment("09:00 01/07/2026"))
    assert one(office, "authorisation", found, POSTED).state is DeadlineState.MET


def test_of_a_party_body_the_decree_asks_nothing(office: AppContext) -> None:
    body = make_body(office, kind=BodyKind.PARTY_BODY)
    found = make_authorisation(office, body_id=body, published_at=None)
    assert duties(office, "authorisation", found) == []


def test_who_leaves_is_replaced_within_the_days_of_the_regulation(
    office: AppContext, clock: Clock
) -> None:
    """Duty 7: five days, a number the office edits."""
    clock.now = moment("09:00 05/10/2026")
    body = make_body(office)
    old = make_spokesperson(office, body_id=body, valid_to=day("02/10/2026"))
    gap = one(office, "spokesperson", old, NEXT)
    assert gap.due_at == moment("23:59 07/10/2026").replace(second=59)
    (line,) = lines(office, TodayGroup.THIS_WEEK)
    assert line.label == "Cử người phát ngôn mới"
    assert line.title.startswith("Nguyễn Văn")
    change_rule(office, "spokesperson_replacement-local", value=1)
    assert one(office, "spokesperson", old, NEXT).due_at == moment("23:59 05/10/2026").replace(
        day=5, second=59
    )
    make_spokesperson(office, body_id=body, valid_from=day("05/10/2026"))
    gap = one(office, "spokesperson", old, NEXT)
    assert gap.state is DeadlineState.MET
    assert gap.met_at == moment("00:00 05/10/2026")


def test_a_replacement_that_is_deleted_or_moved_leaves_the_gap_again(
    office: AppContext, clock: Clock
) -> None:
    clock.now = moment("09:00 05/10/2026")
    body = make_body(office)
    old = make_spokesperson(office, body_id=body, valid_to=day("02/10/2026"))
    new = make_spokesperson(office, body_id=body, valid_from=day("03/10/2026"))
    assert one(office, "spokesperson", old, NEXT).state is DeadlineState.MET
    change(office, "spokesperson", new, body_id=make_body(office))
    assert one(office, "spokesperson", old, NEXT).state is DeadlineState.OPEN
    change(office, "spokesperson", new, body_id=body)
    office.records.delete("spokesperson", new)
    assert one(office, "spokesperson", old, NEXT).state is DeadlineState.OPEN
    office.records.restore("spokesperson", new)
    assert one(office, "spokesperson", old, NEXT).state is DeadlineState.MET


def test_nobody_has_to_follow_while_another_speaks_or_where_the_body_ended(
    office: AppContext,
) -> None:
    body = make_body(office)
    make_spokesperson(office, body_id=body)
    beside = make_spokesperson(office, body_id=body, valid_to=day("02/10/2026"))
    assert NEXT not in duties(office, "spokesperson", beside)
    ended = make_body(office, valid_to=day("30/06/2026"))
    last = make_spokesperson(office, body_id=ended, valid_to=day("30/06/2026"))
    assert NEXT not in duties(office, "spokesperson", last)


def test_a_body_that_is_abolished_later_drops_the_duty(office: AppContext) -> None:
    body = make_body(office)
    last = make_spokesperson(office, body_id=body, valid_to=day("30/09/2026"))
    assert one(office, "spokesperson", last, NEXT).state is DeadlineState.OPEN
    change(office, "body", body, valid_to=day("30/09/2026"))
    assert one(office, "spokesperson", last, NEXT).state is DeadlineState.DROPPED


def test_of_who_left_long_ago_it_is_not_asked_whether_he_was_made_known(
    office: AppContext,
) -> None:
    body = make_body(office)
    over = make_spokesperson(
        office, body_id=body, valid_to=day("31/12/2025"), published_on=None, announced_on=None
    )
    make_spokesperson(office, body_id=body, valid_from=day("01/01/2026"))
    assert KNOWN not in duties(office, "spokesperson", over)


def test_the_deadlines_on_file_are_those_of_the_records_on_any_later_day(
    office: AppContext, clock: Clock
) -> None:
    body = make_body(office)
    make_spokesperson(office, body_id=body, valid_to=day("31/10/2026"), announced_on=None)
    make_authorisation(office, body_id=body, published_at=None)
    for at in ("09:00 05/10/2026", "09:00 30/11/2026"):
        clock.now = moment(at)
        assert list(findings(office.db)) == []


def test_what_ends_soon_stands_among_what_expires(office: AppContext, clock: Clock) -> None:
    """Duty 8: the end of an authorisation is announced; duty 7: that of an assignment too."""
    clock.now = moment("09:00 12/10/2026")
    paper = make_authorisation(office)  # to 15/10/2026
    leaving = make_spokesperson(office, valid_to=day("05/11/2026"))
    make_authorisation(office, valid_to=day("31/12/2026"))
    make_spokesperson(office, valid_to=day("31/12/2026"))
    found = lines(office, TodayGroup.EXPIRING)
    assert [(line.record_kind, line.record_id, line.label, line.due_text) for line in found] == [
        ("authorisation", paper, "Ủy quyền phát ngôn sắp hết hạn", "còn 3 ngày (15/10/2026)"),
        (
            "spokesperson",
            leaving,
            "Người phát ngôn sắp thôi nhiệm vụ",
            "còn 24 ngày (05/11/2026)",
        ),
    ]
    clock.now = moment("09:00 16/10/2026")
    assert [line.record_id for line in lines(office, TodayGroup.EXPIRING)] == [leaving]


def test_what_is_to_be_mended_is_one_line_for_each_record(office: AppContext, clock: Clock) -> None:
    """Missing phone and mail, two at once, an authorisation for years."""
    clock.now = moment("09:00 05/10/2026")
    body = make_body(office)
    bare = make_spokesperson(office, body_id=body, person="Trần A", email=None)
    make_spokesperson(office, body_id=body, person="Lê B")
    long = make_authorisation(office, valid_to=day("01/10/2031"))
    make_spokesperson(office)
    found = {(line.record_kind, line.record_id): line for line in lines(office, TodayGroup.AT_ONCE)}
    assert found["spokesperson", bare].due_words == (
        "chưa có email; cùng lúc với Lê B mà không quyết định nào ghi hai người: ghi “Thay cho”, "
        "“Đến ngày”, hoặc đánh dấu “Quyết định ghi hai người”"
    )
    assert found["authorisation", long].due_words.startswith("dài hơn một năm")
    assert len(found) == 3
    office.today_list.acknowledge(found["spokesperson", bare])
    assert lines(office, TodayGroup.AT_ONCE)[-1].record_id == bare
