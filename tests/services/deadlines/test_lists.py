"""What lists show of the deadlines: when each record is due, how it stands, in that order."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from app.bootstrap import AppContext
from app.rules.clocks.lateness import due_text, time_words
from app.rules.vocabulary import ClockDuty, DueSpan, NextStep
from app.services.deadlines.kinds.registry import CLOCKED
from app.services.plain import ListQuery
from app.specs.deadlines import DEADLINE_COLUMNS, DEADLINE_FILTER
from app.specs.registry import SPECS
from tests.asking import queries
from tests.conftest import NOW
from tests.factories import make_article, make_incident
from tests.services.deadlines.cases import Clock, change, day, one, rule_id, track

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def incident(ctx: AppContext, due_at: datetime | None, **values: Any) -> int:
    """An incident whose first statement is due then: a day after it was learned of, or put off."""
    if due_at is None:
        return make_incident(ctx)
    learned_at = min(due_at - DAY, NOW)
    found = make_incident(ctx, sensitivity="sensitive", learned_at=learned_at, **values)
    if due_at > learned_at + DAY:
        deadline = one(ctx, "incident", found, ClockDuty.INITIAL_STATEMENT)
        ctx.deadlines.extend(deadline.id, due_at, "Chờ kết luận.")
    return found


def shown(ctx: AppContext, kind: str, record_id: int, now: datetime) -> tuple[str, str]:
    """Return the words of the two columns, as the list and its sheet write them."""
    (row,) = ctx.records.rows(kind, [record_id])
    names = [column.name for column in SPECS[kind].list.columns]
    cells = dict(zip(names, row.values, strict=True))
    assert cells["due"] == cells["standing"]
    if cells["due"] is None:
        return "", ""
    return due_text(cells["due"]), time_words(cells["due"], now)


def ids(ctx: AppContext, kind: str = "incident", sort: str = "", **filters: str) -> list[int]:
    query = ListQuery(sort=sort, filters=filters)
    found = ctx.records.ids(kind, query)
    assert ctx.records.count(kind, query) == len(found)
    assert [row.id for row in ctx.records.page(kind, query, 0, 100)] == found
    return found


@pytest.mark.parametrize("kind", sorted(CLOCKED))
def test_every_kind_with_deadlines_shows_them_in_its_list(kind: str) -> None:
    spec = SPECS[kind].list
    assert set(DEADLINE_COLUMNS) <= set(spec.columns)
    assert DEADLINE_FILTER in spec.filters


# -- words -------------------------------------------------------------------------------------


def test_a_row_tells_when_it_is_due_and_what_is_left_to_the_minute(
    office: AppContext, clock: Clock
) -> None:
    due = NOW + 2 * HOUR + timedelta(minutes=5)
    found = incident(office, due)
    assert shown(office, "incident", found, clock.now) == ("05/10/2026 11:05", "còn 2 giờ 5 phút")
    late = due + timedelta(minutes=1)
    assert shown(office, "incident", found, late)[1] == "quá hạn 1 phút"


def test_a_row_without_a_number_of_days_says_why_and_how_long_it_waits(
    office: AppContext, clock: Clock
) -> None:
    found = make_article(office, kind="untrue", published_at=NOW - 4 * DAY)
    assert shown(office, "article", found, clock.now) == (
        "chưa có số ngày, nhập theo quy chế phát ngôn của cơ quan", "đã 4 ngày",
    )  # fmt: skip


def test_what_was_done_shows_whether_it_was_in_time(office: AppContext, clock: Clock) -> None:
    due = NOW - 3 * HOUR
    for spoken, words in ((due, "đúng hạn"), (due + 2 * HOUR, "trễ 2 giờ")):
        found = incident(office, due, first_statement_at=spoken)
        change(office, "incident", found, state="closed")
        assert shown(office, "incident", found, clock.now) == ("", words)


def test_what_obliges_to_nothing_shows_nothing(office: AppContext, clock: Clock) -> None:
    assert shown(office, "incident", incident(office, None), clock.now) == ("", "")


def test_the_deadline_due_first_speaks_for_a_record_with_several(
    office: AppContext, clock: Clock
) -> None:
    draft = replace(
        office.requests.new_draft(make_article(office)), deadline_asked=day("10/10/2026")
    )
    found = office.requests.issue(draft, clock.now.date(), secrecy_confirmed=True).id
    assert found is not None
    # The press has until the 9th; to remind it is due once the 10th is over.
    track(office, found, due_by_law_on=day("09/10/2026"))
    assert len(office.deadlines.of("correction_request", found)) > 1
    assert shown(office, "correction_request", found, clock.now) == ("09/10/2026", "còn 4 ngày")
    track(office, found, due_by_law_on=day("20/10/2026"))
    assert shown(office, "correction_request", found, clock.now) == ("12/10/2026", "còn 7 ngày")


# -- order -------------------------------------------------------------------------------------


def test_a_list_sorts_by_the_due_moment_and_what_has_none_stands_last(office: AppContext) -> None:
    later, none, sooner = (incident(office, at) for at in (NOW + HOUR, None, NOW - HOUR))
    assert ids(office, sort="due") == ids(office, sort="standing") == [sooner, later, none]
    assert ids(office, sort="-due") == [later, sooner, none]


def test_the_order_follows_what_moves_or_ends_a_deadline(office: AppContext) -> None:
    first, second = incident(office, NOW + HOUR), incident(office, NOW + 2 * HOUR)
    deadline = one(office, "incident", first, ClockDuty.INITIAL_STATEMENT)
    office.deadlines.extend(deadline.id, NOW + 3 * HOUR, "Chờ kết luận.")
    assert ids(office, sort="due") == [second, first]
    change(office, "incident", second, state="closed")
    assert ids(office, sort="due") == [first, second]
    version = office.records.get("incident", second).version
    office.records.save("incident", {"state": "open"}, second, version)
    assert ids(office, sort="due") == [second, first]
    office.records.delete("incident", second)
    assert ids(office, sort="due") == [first]
    office.records.restore("incident", second)
    assert ids(office, sort="due") == [second, first]


def test_the_order_follows_a_changed_rule(office: AppContext) -> None:
    found, other = incident(office, NOW + 10 * HOUR), make_incident(office, title="Khác")
    rule = office.records.get(
        "legal_rule",
        rule_id(office, one(office, "incident", found, ClockDuty.INITIAL_STATEMENT).rule_code),
    )
    office.records.save("legal_rule", {"value": 6}, rule.id, rule.version)
    assert ids(office, sort="due") == [found, other]
    assert shown(office, "incident", found, NOW)[1].startswith("quá hạn")


def test_being_counted_is_no_new_version_of_a_record(office: AppContext) -> None:
    found = incident(office, NOW + HOUR)
    before = office.records.get("incident", found).version
    deadline = one(office, "incident", found, ClockDuty.INITIAL_STATEMENT)
    office.deadlines.extend(deadline.id, NOW + 3 * HOUR, "Chờ kết luận.")
    assert office.records.get("incident", found).version == before


# -- filter ------------------------------------------------------------------------------------


def test_the_filter_tells_apart_by_when_the_first_deadline_is_due(office: AppContext) -> None:
    late, today, tomorrow, week, later = (
        incident(office, NOW + span) for span in (-HOUR, HOUR, DAY, 7 * DAY, 8 * DAY)
    )
    without = incident(office, None)
    spans = {span: set(ids(office, due=span.value)) for span in DueSpan}
    assert spans == {
        DueSpan.OVERDUE: {late},
        DueSpan.TODAY: {today},
        DueSpan.THIS_WEEK: {tomorrow, week},
        DueSpan.IN_TIME: {today, tomorrow, week, later},
        DueSpan.UNCOUNTED: set(),
        DueSpan.NONE: {without},
    }


def test_what_has_no_number_of_days_is_not_what_has_no_deadline(office: AppContext) -> None:
    waits = make_article(office, kind="untrue")
    right = make_article(office, kind="correct")
    assert ids(office, "article", due=DueSpan.UNCOUNTED.value) == [waits]
    assert ids(office, "article", due=DueSpan.NONE.value) == [right]


def test_the_filter_follows_the_clock(office: AppContext, clock: Clock) -> None:
    found = incident(office, NOW + HOUR)
    assert ids(office, due=DueSpan.OVERDUE.value) == []
    clock.now += 2 * HOUR
    assert ids(office, due=DueSpan.OVERDUE.value) == [found]


def test_the_filter_goes_with_others(office: AppContext) -> None:
    sudden = incident(office, NOW - HOUR)
    change(office, "incident", sudden, sensitivity="sudden")
    incident(office, NOW - HOUR)
    assert ids(office, due=DueSpan.OVERDUE.value, sensitivity="sudden") == [sudden]


def test_a_request_no_longer_followed_has_no_deadline_left(office: AppContext) -> None:
    draft = office.requests.issue(
        office.requests.new_draft(make_article(office)), NOW.date(), secrecy_confirmed=True
    )
    assert draft.id is not None
    assert ids(office, "correction_request", due=DueSpan.NONE.value) == []
    change(office, "correction_request", draft.id, next_step=NextStep.CLOSE.value)
    assert ids(office, "correction_request", due=DueSpan.NONE.value) == [draft.id]


# -- speed -------------------------------------------------------------------------------------


def plans(ctx: AppContext, kind: str, query: ListQuery) -> list[str]:
    """Return how the database gets at a page of the list, a line for each step."""
    with queries(ctx) as asked:
        ctx.records.page(kind, query, 0, 200)
        ctx.records.count(kind, query)
    with ctx.db.reading() as session:
        connection = session.connection()
        return [
            row[3]
            for statement, parameters in asked
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]


@pytest.mark.parametrize("kind", sorted(CLOCKED))
@pytest.mark.parametrize("sort", ["due", "-due"])
def test_an_index_has_the_order_of_the_due_moments(
    office: AppContext, kind: str, sort: str
) -> None:
    """At 100,000 records to sort them for each page would be felt."""
    found = plans(office, kind, ListQuery(sort=sort))
    assert any("deleted_at_next_due_at" in step for step in found)
    assert not [step for step in found if "ORDER BY" in step or step.startswith("SCAN")]


@pytest.mark.parametrize("kind", sorted(CLOCKED))
@pytest.mark.parametrize("span", DueSpan)
def test_no_filter_by_the_due_moment_goes_through_a_table(
    office: AppContext, kind: str, span: DueSpan
) -> None:
    found = plans(office, kind, ListQuery(filters={"due": span.value}))
    # The list of requests is in the order of their letters, which no index of its own has.
    scans = [step for step in found if step.startswith("SCAN") and "USING" not in step]
    assert scans == []
