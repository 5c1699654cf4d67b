"""What is due in a large demo: the work list, a month, the lists in the order they are due."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

from app.bootstrap import AppContext, open_context
from app.demo.stories import NOW
from app.paths import database_file
from app.rules.vocabulary import DueSpan
from app.services.plain import ListQuery
from app.ui.lists.loading import load
from tests.bench.measure import Result, medians, seconds

_TIMES = 9
_LIMIT_MILLISECONDS = 200
_LISTS = {
    "incidents by when they are due": ListQuery(sort="due"),
    "incidents overdue": ListQuery(filters={"due": DueSpan.OVERDUE.value}),
    "incidents without a deadline": ListQuery(filters={"due": DueSpan.NONE.value}),
}


def today(data: Path, incidents: int) -> list[Result]:
    ctx = open_context(data, clock=lambda: NOW)
    try:
        ctx.deadlines.catch_up()
        ours, plain, month, met_too, *lists = medians(
            _TIMES,
            lambda: seconds(ctx.today_list.work_list),
            lambda: seconds(lambda: _all_open(database_file(data))),
            lambda: seconds(lambda: ctx.today_list.month(NOW.date())),
            lambda: seconds(lambda: _month(ctx)),
            *(partial(seconds, partial(_first_page, ctx, query)) for query in _LISTS.values()),
        )
    finally:
        ctx.close()
    what = f"work list, {incidents:,} incidents"
    return [
        _limited(what, ours),
        Result(what, ours * 1000, "ms", "sqlite3, all that is open", plain * 1000, 1),
        _limited(f"month, {incidents:,} incidents", month),
        _limited("deadlines of a month, those met too", met_too),
        *map(_limited, _LISTS, lists),
    ]


def _limited(what: str, measured: float) -> Result:
    return Result(what, measured * 1000, "ms", aim=_LIMIT_MILLISECONDS, aim_is_ratio=False)


def _month(ctx: AppContext) -> object:
    first = NOW.date().replace(day=1)
    return ctx.deadlines.due_between(first, NOW.date().replace(day=30), ended_too=True)


def _first_page(ctx: AppContext, query: ListQuery) -> object:
    return load(ctx.records, "incident", query, None, 0)


def _all_open(file: Path) -> int:
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute("SELECT * FROM deadlines WHERE state = 'open'").fetchall()
    return len(sorted(rows, key=repr))
