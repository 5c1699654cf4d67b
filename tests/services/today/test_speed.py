"""Work list and month calendar read only what they show: no table that grows is gone through.

The time itself is measured by the bench; here the ways to the rows are looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from app.bootstrap import AppContext
from tests.asking import queries
from tests.conftest import NOW
from tests.factories import make_article, make_briefing, make_incident, make_inspection

# What grows with the years; the tables of law and calendar stay small.
GROWING = (
    "deadlines", "deadline_changes", "incidents", "articles", "correction_requests", "letters",
    "acknowledgements", "briefings", "briefing_tasks",
    "inspections", "inspection_recommendations",
)  # fmt: skip


def plans(ctx: AppContext, read: Callable[[], object]) -> list[str]:
    """Return how the database gets at the rows, a line for each step of each query."""
    with queries(ctx) as asked:
        read()
    found = []
    with ctx.db.reading() as session:
        connection = session.connection()
        for statement, parameters in asked:
            if not statement.startswith("SELECT"):
                continue
            explained = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            found += [row[3] for row in explained]
    return found


def filled(office: AppContext) -> None:
    for _ in range(3):
        make_incident(office, sensitivity="sensitive", learned_at=NOW)
        draft = office.requests.new_draft(make_article(office))
        office.requests.issue(draft, NOW.date(), secrecy_confirmed=True)
        make_article(office)
        make_briefing(office, tasks=[{"task": "Trả lời", "due_on": date(2026, 12, 16)}])
        remedy = {"recommendation": "Công bố", "due_on": date(2026, 12, 17)}
        make_inspection(office, recommendations=(remedy,))
    office.today_list.acknowledge(office.today_list.work_list().lines()[0])


def scans(steps: list[str]) -> list[str]:
    return [step for step in steps if step.startswith("SCAN") and step.split()[1] in GROWING]


def test_no_table_that_grows_is_gone_through(office: AppContext) -> None:
    filled(office)
    found = plans(office, office.today_list.work_list)
    assert any("ix_deadlines_state" in step for step in found)
    assert scans(found) == []


def test_tasks_of_briefings_are_read_by_the_index_of_what_is_not_done(office: AppContext) -> None:
    filled(office)
    found = plans(office, office.today_list.work_list)
    tasks = [step for step in found if "briefing_tasks" in step]
    assert tasks
    assert all("ix_briefing_tasks_done_on_due_on (done_on=? AND due_on" in step for step in tasks)


def test_a_month_is_counted_and_its_day_read_by_the_index_of_what_is_open(
    office: AppContext,
) -> None:
    """What was done over the years is not looked at, nor any row to count the days."""
    filled(office)
    found = plans(office, lambda: office.today_list.month(NOW.date() + timedelta(days=1)))
    assert scans(found) == []
    ranges = [step for step in found if "due_at>? AND due_at<?" in step]
    assert len(ranges) == 2  # the days, and the lines of one
    assert all("ix_deadlines_state" in step for step in ranges)
    assert any("COVERING" in step for step in ranges)


def test_the_file_for_other_calendars_is_read_by_that_index_too(office: AppContext) -> None:
    filled(office)
    first, last = date(1900, 1, 1), date(2099, 12, 30)
    found = plans(office, lambda: office.deadlines.due_between(first, last))
    assert scans(found) == []
    assert any("ix_deadlines_state" in step for step in found)


def test_the_long_groups_come_in_the_order_of_the_index(office: AppContext) -> None:
    """Only what is waited for has days and none, and what is overdue two sides, to be sorted."""
    filled(office)
    sorted_ones = [
        step for step in plans(office, office.today_list.work_list) if "ORDER BY" in step
    ]
    assert len(sorted_ones) <= 3
