"""Each duty of letter 144-CV/TU that the app serves has a test that names it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parent

# By their numbers in the list of duties; what is left out are reports, and the letter itself.
SERVED = (*range(1, 4), *range(5, 28), *range(30, 33))

_NAMED = re.compile(
    r"(?<![a-z])dut(?:y|ies)[ _]((?:\d+(?:\s*(?:,|-|–|and|to|_and_|_to_)\s*)?)+)", re.I
)
_PART = re.compile(r"(\d+)(?:\s*(?:-|–|to|_to_)\s*(\d+))?")


def named(text: str) -> set[int]:
    """Return the duties that a text names: "duty 6", "Duties 7 and 8", "duties 13 to 18"."""
    found: set[int] = set()
    for match in _NAMED.finditer(text):
        for first, last in _PART.findall(match.group(1)):
            found |= set(range(int(first), int(last or first) + 1))
    return found


def test_how_duties_are_named() -> None:
    assert named("Duty 6: once a text ends") == {6}
    assert named("(duties 7, 8 and 12)") == {7, 8, 12}
    assert named("Duties 13 to 18; duty 30.") == {13, 14, 15, 16, 17, 18, 30}
    assert named("def test_duty_24_keeps_marked_text_out") == {24}
    assert named("the duties of a record") == set()


@pytest.mark.parametrize("duty", SERVED)
def test_a_duty_is_named_by_a_test(duty: int) -> None:
    texts = (path.read_text(encoding="utf-8") for path in TESTS.rglob("test_*.py"))
    assert any(duty in named(text) for text in texts if "def test_how_duties" not in text)
