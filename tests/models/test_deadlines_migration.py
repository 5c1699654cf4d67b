"""An office's database from before the deadlines gets the tables; its open records are counted."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from app.bootstrap import open_context
from app.models import Incident
from app.rules.vocabulary import ChangeCause, ClockDuty, DeadlineState
from app.services.checking import findings
from app.services.plain import ListQuery
from tests.models.older import leave_older

NOW = datetime(2026, 11, 24, 9, 0)

_RECORD = "'2026-01-01 00:00:00', '2026-01-01 00:00:00', NULL, 1"
_TIMES = "created_at, updated_at, deleted_at, version"
_ROWS = (
    f"INSERT INTO outlets (id, name, name_key, type, {_TIMES}) "
    f"VALUES (1, 'Báo A', 'k', 'print', {_RECORD})",
    f"INSERT INTO incidents (id, title, title_key, learned_at, sensitivity, state, {_TIMES}) "
    f"VALUES (1, 'Đang xử lý', 'k', '2026-11-24 08:00:00', 'sensitive', 'handling', {_RECORD}), "
    f"(2, 'Đã xong', 'k', '2026-02-01 08:00:00', 'sensitive', 'closed', {_RECORD})",
    f"INSERT INTO articles (id, incident_id, outlet_id, title, title_key, published_at, kind, "
    f"{_TIMES}) VALUES (1, 1, 1, 'Sai', 'k', '2026-11-23 08:00:00', 'untrue', {_RECORD}), "
    f"(2, 2, 1, 'Sai đã lâu', 'k', '2026-02-01 08:00:00', 'untrue', {_RECORD})",
    f"INSERT INTO correction_requests (id, article_id, kind, outcome, next_step, "
    f"deadline_asked, due_by_law_on, {_TIMES}) VALUES "
    f"(1, 1, 'correct', 'pending', 'wait', '2026-12-01', NULL, {_RECORD}), "
    f"(2, 2, 'correct', 'pending', 'wait', '2026-12-01', '2026-11-30', {_RECORD})",
    "INSERT INTO search_entries VALUES ('outlet', 1, 'a', 'a'), ('incident', 1, 'a', 'a'), "
    "('incident', 2, 'a', 'a'), ('article', 1, 'a', 'a'), ('article', 2, 'a', 'a'), "
    "('correction_request', 1, '', ''), ('correction_request', 2, '', '')",
)


@pytest.fixture
def old_data(tmp_path: Path) -> Path:
    """A folder as the first version left it: one case going on, one closed."""
    return leave_older(tmp_path, "0001", _ROWS)


def test_its_open_records_are_counted_once_it_is_open(old_data: Path) -> None:
    ctx = open_context(old_data, clock=lambda: NOW)
    pending = ctx.deadlines.pending()
    assert pending is not None
    assert pending.words == ("Sổ bắt đầu tính hạn.",)
    assert ctx.deadlines.catch_up()
    (initial,) = ctx.deadlines.of("incident", 1)
    assert initial.due_at == datetime(2026, 11, 25, 8, 0)
    assert ctx.deadlines.log("incident", 1)[0].cause is ChangeCause.OPENED
    (ask,) = ctx.deadlines.of("article", 1)
    assert (ask.duty, ask.state) == (ClockDuty.CORRECTION_REQUEST, DeadlineState.OPEN)
    assert list(findings(ctx.db)) == []
    ctx.close()


def test_what_was_closed_before_there_were_deadlines_stays_without(old_data: Path) -> None:
    ctx = open_context(old_data, clock=lambda: NOW)
    ctx.deadlines.catch_up()
    assert ctx.deadlines.of("incident", 2) == ()
    assert ctx.deadlines.of("article", 2) == ()
    ctx.close()


def test_the_sheet_shows_the_days_it_showed_before(old_data: Path) -> None:
    ctx = open_context(old_data, clock=lambda: NOW)
    rows = ctx.requests.tracking_rows(ListQuery(sort="title"))
    assert [row.due_on for row in rows] == [date(2026, 12, 1), date(2026, 11, 30)]
    ctx.close()


def test_what_was_counted_before_lists_showed_it_is_in_their_order(tmp_path: Path) -> None:
    """An office that already had deadlines, none of them to be counted anew."""
    columns = (
        "record_kind, record_id, duty, state, is_theirs, rule_code, basis, is_confirmed, "
        "due_at, is_to_the_minute, is_typed, no_due, facts, steps"
    )
    deadlines = ", ".join(
        f"('incident', {record_id}, '{duty}', '{state}', 0, '', '', 0, {due}, 1, 0, '', '{{}}', '')"
        for record_id, duty, state, due in (
            (1, "initial_statement", "open", "'2026-11-26 08:00:00.000000'"),
            (1, "impact_statement", "open", "'2026-11-25 08:00:00.000000'"),
            (1, "follow_up_statement", "open", "NULL"),
            (2, "initial_statement", "met", "'2026-02-02 08:00:00.000000'"),
        )
    )
    rows = (*_ROWS, f"INSERT INTO deadlines ({columns}) VALUES {deadlines}")
    ctx = open_context(leave_older(tmp_path, "0003", rows), clock=lambda: NOW)
    with ctx.db.reading() as session:
        found = dict(session.execute(select(Incident.id, Incident.next_due_at)).all())
    assert found == {1: datetime(2026, 11, 25, 8, 0), 2: None}
    ctx.close()


def test_a_new_database_has_nothing_to_count(tmp_path: Path) -> None:
    ctx = open_context(tmp_path / "new", clock=lambda: NOW)
    assert ctx.deadlines.pending() is None
    ctx.close()
