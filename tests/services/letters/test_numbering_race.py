"""Eight issuers at once on one book: every number once, none left out."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.bootstrap import AppContext
from app.errors import Conflict
from app.paths import database_file
from app.services.checking import findings
from tests.conftest import NOW
from tests.services.office_profiles import make_authority, own_letter, state_profile
from tests.thoroughness import times

ISSUERS = 8
EACH = times(2, 4)
ROOT = Path(__file__).parents[3]


@pytest.fixture
def letter_ids(ctx: AppContext) -> list[int]:
    """Drafts enough for every issuer, and one more for all of them to fight over."""
    make_authority(ctx)
    ctx.office.save_profile(state_profile(ctx))
    return [own_letter(ctx).id for _ in range(ISSUERS * EACH + 1)]


def test_eight_processes_take_every_number_once(ctx: AppContext, letter_ids: list[int]) -> None:
    *own, shared = letter_ids
    issuers = [
        subprocess.Popen(
            [
                sys.executable,
                "-m",
                "tests.services.letters.issuer",
                str(database_file(ctx.data_dir)),
                *map(str, [shared, *own[index::ISSUERS]]),
            ],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for index in range(ISSUERS)
    ]
    for issuer in issuers:
        assert issuer.stdout is not None
        assert issuer.stdout.readline() == "ready\n"
    for issuer in issuers:
        assert issuer.stdin is not None
        issuer.stdin.write("go\n")
        issuer.stdin.flush()
    answers = [line.split() for issuer in issuers for line in issuer.communicate()[0].splitlines()]
    assert all(issuer.returncode == 0 for issuer in issuers)
    taken = {int(letter): number for letter, number in answers if number != "refused"}
    assert len(answers) == ISSUERS * (EACH + 1)
    assert [answer for answer in answers if answer[1] == "refused"] == [
        [str(shared), "refused"]
    ] * (ISSUERS - 1)
    check_book(ctx, letter_ids, taken)


def test_eight_threads_take_every_number_once(ctx: AppContext, letter_ids: list[int]) -> None:
    views = [ctx.letters.get(letter_id) for letter_id in letter_ids]

    def issue(index: int) -> tuple[int, str]:
        view = views[index % len(views)]
        try:
            return view.id, ctx.letters.issue(
                view.id, view.version, NOW.date(), secrecy_confirmed=True
            ).number_text
        except Conflict:
            return view.id, "refused"

    with ThreadPoolExecutor(ISSUERS) as pool:
        answers = list(pool.map(issue, range(2 * len(views))))
    taken = {letter: number for letter, number in answers if number != "refused"}
    assert len([answer for answer in answers if answer[1] == "refused"]) == len(views)
    check_book(ctx, letter_ids, taken)


def check_book(ctx: AppContext, letter_ids: list[int], taken: dict[int, str]) -> None:
    assert sorted(taken) == sorted(letter_ids)
    assert sorted(taken.values()) == [f"{n:02d}" for n in range(1, len(letter_ids) + 1)]
    assert {letter: ctx.letters.get(letter).number_text for letter in letter_ids} == taken
    (book,) = ctx.office.books(NOW.date())
    assert book.last_number == len(letter_ids)
    assert list(findings(ctx.db)) == []
