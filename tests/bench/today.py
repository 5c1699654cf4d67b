"""Work list and month of a large demo, beside plain sqlite3 that sorts all that is open."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from app.bootstrap import open_context
from app.demo.stories import NOW
from app.paths import database_file
from tests.bench.measure import Result, medians, seconds

_TIMES = 9
_LIMIT_MILLISECONDS = 200


def today(data: Path, incidents: int) -> list[Result]:
    ctx = open_context(data, clock=lambda: NOW)
    try:
        ctx.deadlines.catch_up()
        ours, plain = medians(
            _TIMES,
            lambda: seconds(ctx.today_list.work_list),
            lambda: seconds(lambda: _all_open(database_file(data))),
        )
        (month,) = medians(_TIMES, lambda: seconds(lambda: ctx.today_list.month(NOW.date())))
    finally:
        ctx.close()
    what = f"work list, {incidents:,} incidents"
    return [
        Result(
            what, ours * 1000, "ms", aim=_LIMIT_MILLISECONDS, aim_is_ratio=False,
        ),
        Result(what, ours * 1000, "ms", "sqlite3, all that is open", plain * 1000, 1),
        Result(
            f"month, {incidents:,} incidents", month * 1000, "ms", aim=_LIMIT_MILLISECONDS,
            aim_is_ratio=False,
        ),
    ]  # fmt: skip


def _all_open(file: Path) -> int:
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute("SELECT * FROM deadlines WHERE state = 'open'").fetchall()
    return len(sorted(rows, key=repr))
