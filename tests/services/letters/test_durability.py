"""Kill −9 in the middle of saves: what the screen called saved is there, whole, and once."""

from __future__ import annotations

import hashlib
import json
import os
import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.bootstrap import AppContext
from app.models.sqlite import integrity_findings
from app.paths import database_file
from tests.services.office_profiles import article_in, make_authority, state_profile
from tests.thoroughness import times

KILLS = times(30, 100)
ROOT = Path(__file__).parents[3]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="clerks are forked")
def test_kills_lose_nothing_that_was_acknowledged(ctx: AppContext) -> None:
    make_authority(ctx)
    ctx.office.save_profile(state_profile(ctx))
    article = article_in(ctx)
    ctx.close()
    path = database_file(ctx.data_dir)
    moments = random.Random(144)
    acknowledged: list[list[object]] = []
    with subprocess.Popen(
        [
            sys.executable,
            "-m",
            "tests.services.letters.crash_nursery",
            str(ctx.data_dir),
            str(article),
        ],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as nursery:
        assert nursery.stdin is not None
        assert nursery.stdout is not None
        assert nursery.stdout.readline() == "ready\n"
        for kill in range(1, KILLS + 1):
            # A turn is four saves; the last moment falls anywhere into the one that follows.
            nursery.stdin.write(f"{moments.randrange(6)} {moments.uniform(0, 0.04)}\n")
            nursery.stdin.flush()
            answer = json.loads(nursery.stdout.readline())
            assert answer["killed"], "the clerk ended before it was shot"
            acknowledged += answer["acknowledged"]
            # Not after each kill: the next clerk must also start on a log left by a dead one.
            if kill % 10 == 0:
                check_database(path, acknowledged)
        nursery.stdin.close()
    kinds = [kind for kind, *_ in acknowledged]
    assert kinds.count("letter") >= KILLS / 5, "the clerks hardly got to work"


def check_database(path: Path, acknowledged: list[list[object]]) -> None:
    with closing(sqlite3.connect(path)) as database:
        assert list(integrity_findings(database)) == []
        incidents = dict(database.execute("SELECT id, title FROM incidents"))
        requests = dict(database.execute("SELECT id, version FROM correction_requests"))
        letters = {
            letter_id: (number, state, pdf, sha256)
            for letter_id, number, state, pdf, sha256 in database.execute(
                "SELECT id, number, state, pdf, sha256 FROM letters"
                " LEFT JOIN letter_files ON letter_id = id"
            )
        }
        (last_number,) = database.execute("SELECT max(last_number) FROM number_books").fetchone()
        orphans = database.execute(
            "SELECT count(*) FROM correction_requests WHERE letter_id IS NULL"
        ).fetchone()
        entries = database.execute(
            "SELECT count(*) FROM search_entries WHERE kind = 'incident'"
        ).fetchone()
    for kind, record_id, value in acknowledged:
        match kind:
            case "incident":
                assert incidents[record_id] == value
            case "request":
                assert requests[record_id] >= value
            case "letter":
                assert f"{letters[record_id][0]:02d}" == value
    numbers = sorted(number for number, *_ in letters.values() if number is not None)
    assert numbers == list(range(1, (last_number or 0) + 1)), "a number twice, or lost"
    for number, state, pdf, sha256 in letters.values():
        assert (number is not None) == (state == "issued") == (pdf is not None)
        assert pdf is None or hashlib.sha256(pdf).hexdigest() == sha256
    assert orphans == (0,), "a request was saved without its letter"
    assert entries == (len(incidents),), "a record was saved without its search entry"
