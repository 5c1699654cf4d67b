"""Putting a deadline off, taking that back, and saying why one was missed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.bootstrap import AppContext
from app.errors import FieldErrors, NotFound
from app.rules.vocabulary import ChangeCause, ClockDuty, LateCause
from tests.conftest import NOW
from tests.factories import make_incident
from tests.services.deadlines.cases import Clock, change, change_rule, moment, one

INITIAL = ClockDuty.INITIAL_STATEMENT
DUE = NOW + timedelta(hours=24)


@pytest.fixture
def incident(office: AppContext) -> int:
    return make_incident(office, sensitivity="sensitive", learned_at=NOW)


@pytest.fixture
def deadline_id(office: AppContext, incident: int) -> int:
    return one(office, "incident", incident, INITIAL).id


def test_a_later_moment_with_its_reason(
    office: AppContext, incident: int, deadline_id: int
) -> None:
    until = DUE + timedelta(hours=5)
    view = office.deadlines.extend(deadline_id, until, " Chờ  kết luận ")
    assert (view.due_at, view.original_due_at, view.extended_to) == (until, DUE, until)
    (extension,) = office.deadlines.extensions(deadline_id)
    assert (extension.reason, extension.old_due_at, extension.made_at) == (
        "Chờ kết luận",
        DUE,
        NOW,
    )
    line = office.deadlines.log("incident", incident)[-1]
    assert (line.cause, line.words) == (
        ChangeCause.EXTENDED,
        "Gia hạn đến 14:00 Thứ Ba 06/10/2026: Chờ kết luận.",
    )


def test_a_second_one_goes_on_from_the_first(office: AppContext, deadline_id: int) -> None:
    office.deadlines.extend(deadline_id, DUE + timedelta(hours=5), "Chờ kết luận")
    view = office.deadlines.extend(deadline_id, DUE + timedelta(hours=9), "Chờ duyệt")
    assert view.due_at == DUE + timedelta(hours=9)
    assert view.original_due_at == DUE


def test_taken_back_the_one_before_counts_and_it_stays_on_record(
    office: AppContext, incident: int, deadline_id: int
) -> None:
    office.deadlines.extend(deadline_id, DUE + timedelta(hours=5), "Chờ kết luận")
    office.deadlines.extend(deadline_id, DUE + timedelta(hours=9), "Chờ duyệt")
    first, second = office.deadlines.extensions(deadline_id)
    assert office.deadlines.undo_extension(second.id).due_at == DUE + timedelta(hours=5)
    view = office.deadlines.undo_extension(first.id)
    assert (view.due_at, view.extended_to) == (DUE, None)
    assert [one.undone_at for one in office.deadlines.extensions(deadline_id)] == [NOW, NOW]
    assert office.deadlines.log("incident", incident)[-1].cause is ChangeCause.EXTENSION_UNDONE
    with pytest.raises(NotFound):
        office.deadlines.undo_extension(first.id)


def test_an_extension_outlives_a_change_of_the_rule(office: AppContext, deadline_id: int) -> None:
    until = DUE + timedelta(hours=5)
    office.deadlines.extend(deadline_id, until, "Chờ kết luận")
    change_rule(office, "initial_statement-2026", value=6)
    view = office.deadlines.get(deadline_id)
    assert (view.due_at, view.original_due_at) == (until, NOW + timedelta(hours=6))


def test_of_a_term_in_days_the_whole_day_counts(office: AppContext) -> None:
    change_rule(office, "initial_statement-2026", value=2, unit="days")
    incident = make_incident(office, sensitivity="sensitive", learned_at=NOW)
    deadline_id = one(office, "incident", incident, INITIAL).id
    view = office.deadlines.extend(deadline_id, moment("08:00 09/10/2026"), "Chờ kết luận")
    assert view.due_at == moment("23:59 09/10/2026") + timedelta(seconds=59)
    assert view.steps[-1] == "Đã gia hạn đến Thứ Sáu 09/10/2026."
    assert office.deadlines.log("incident", incident)[-1].words == (
        "Gia hạn đến Thứ Sáu 09/10/2026: Chờ kết luận."
    )


@pytest.mark.parametrize(
    ("hours", "reason", "errors"),
    [
        (0, "Chờ", {"until": "Hạn mới phải sau hạn đang có: 09:00 Thứ Ba 06/10/2026."}),
        (1, " ", {"reason": "Ghi lý do gia hạn."}),
        (24 * 365 * 90, "Chờ", {"until": "Năm 2116 không hợp lý; kiểm tra lại hạn mới."}),
    ],
)
def test_what_makes_no_sense_is_refused(
    office: AppContext, deadline_id: int, hours: int, reason: str, errors: dict[str, str]
) -> None:
    with pytest.raises(FieldErrors) as refused:
        office.deadlines.extend(deadline_id, DUE + timedelta(hours=hours), reason)
    assert refused.value.errors == errors
    assert office.deadlines.extensions(deadline_id) == ()


def test_nothing_is_put_off_that_has_no_day_or_is_done(
    office: AppContext, incident: int, deadline_id: int
) -> None:
    change(office, "incident", incident, first_statement_at=NOW)
    follow_up = one(office, "incident", incident, ClockDuty.FOLLOW_UP_STATEMENT)
    for found, words in (
        (deadline_id, "Việc này đã xong hoặc đã kết thúc"),
        (follow_up.id, "Chưa gia hạn được: chưa có số giờ"),
    ):
        with pytest.raises(FieldErrors, match=words):
            office.deadlines.extend(found, DUE + timedelta(days=9), "Chờ")


# Lateness


def test_why_something_was_late_is_a_word_of_a_list_and_a_note(
    office: AppContext, clock: Clock, incident: int, deadline_id: int
) -> None:
    clock.now = DUE + timedelta(hours=2)
    view = office.deadlines.explain_lateness(deadline_id, LateCause.APPROVAL, "Họp tỉnh")
    assert (view.late_cause, view.late_note) == (LateCause.APPROVAL, "Họp tỉnh")
    change(office, "incident", incident, first_statement_at=clock.now)
    view = office.deadlines.get(deadline_id)
    assert (view.late_cause, view.words(clock.now)) == (LateCause.APPROVAL, "trễ 2 giờ")
    view = office.deadlines.explain_lateness(deadline_id, None)
    assert (view.late_cause, view.late_note) == (None, "")


def test_what_is_in_time_needs_no_cause(office: AppContext, deadline_id: int) -> None:
    with pytest.raises(FieldErrors) as refused:
        office.deadlines.explain_lateness(deadline_id, LateCause.PASSIVE)
    assert refused.value.errors == {"cause": "Việc này không quá hạn nên không cần nguyên nhân."}


def test_another_cause_is_written_out(office: AppContext, clock: Clock, deadline_id: int) -> None:
    clock.now = DUE + timedelta(hours=2)
    with pytest.raises(FieldErrors) as refused:
        office.deadlines.explain_lateness(deadline_id, LateCause.OTHER)
    assert refused.value.errors == {"note": "Ghi rõ lý do."}


def test_a_note_alone_is_no_cause(office: AppContext, clock: Clock, deadline_id: int) -> None:
    clock.now = DUE + timedelta(hours=2)
    with pytest.raises(FieldErrors) as refused:
        office.deadlines.explain_lateness(deadline_id, None, "Họp tỉnh")
    assert refused.value.errors == {"cause": "Chọn nguyên nhân; không cần nữa thì xóa ghi chú."}


# What is due on which day


def test_a_month_is_read_in_the_order_it_is_due(office: AppContext) -> None:
    later = make_incident(
        office, sensitivity="sensitive", learned_at=NOW - timedelta(hours=1), title="Sau"
    )
    sooner = make_incident(
        office, sensitivity="sensitive", learned_at=NOW - timedelta(hours=9), title="Trước"
    )
    items = office.deadlines.due_between(NOW.date(), NOW.date() + timedelta(days=30))
    assert [item.title for item in items] == ["Trước", "Sau"]
    change(office, "incident", sooner, first_statement_at=NOW)
    change(office, "incident", later, state="closed")
    month = (NOW.date(), NOW.date() + timedelta(days=30))
    assert office.deadlines.due_between(*month) == ()
    assert [item.title for item in office.deadlines.due_between(*month, ended_too=True)] == [
        "Trước"
    ]
