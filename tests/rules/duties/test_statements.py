"""Duties 10, 11 and 26: times of a series, the hash of a text, differences word by word."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.rules.duties.statements import (
    Difference,
    Piece,
    difference_words,
    statement_times,
    text_hash,
    word_differences,
)

EIGHT = datetime(2026, 10, 2, 8, 0)
SAME, REMOVED, ADDED = Difference.SAME, Difference.REMOVED, Difference.ADDED
TEXTS = st.lists(st.sampled_from(["bờ", "kè", "nứt", "5", "mét.", "\n"])).map(" ".join)


def test_one_statement_is_the_first_and_there_is_no_last_yet() -> None:
    assert statement_times([None, None], []) == (None, None)
    assert statement_times([None, None], [EIGHT]) == (EIGHT, None)


def test_the_recorded_statements_tell_first_and_last_in_whatever_order_they_were_entered() -> None:
    later = EIGHT + timedelta(hours=5)
    assert statement_times([later, None], [later, EIGHT]) == (EIGHT, later)


def test_a_time_typed_of_a_statement_that_nobody_recorded_stays() -> None:
    earlier = EIGHT - timedelta(hours=1)
    assert statement_times([earlier, None], [EIGHT]) == (earlier, EIGHT)


def test_the_words_that_changed_are_told_apart_from_those_that_stayed() -> None:
    pieces = word_differences("Bờ kè nứt 5 mét.", "Bờ kè nứt 12 mét, đã rào lại.")
    assert pieces == (
        Piece(SAME, "Bờ kè nứt"),
        Piece(REMOVED, " 5 mét."),
        Piece(ADDED, " 12 mét, đã rào lại."),
    )
    assert difference_words(pieces) == "Thêm 5 từ, bỏ 2 từ so với lần trước."


def test_a_line_broken_elsewhere_is_no_other_word() -> None:
    pieces = word_differences("Bờ kè\nnứt", "Bờ kè nứt")
    assert difference_words(pieces) == "Không khác lần trước chữ nào."
    assert difference_words(word_differences("Bờ kè", "Bờ kè nứt")) == (
        "Thêm 1 từ so với lần trước."
    )
    assert difference_words(word_differences("Bờ kè nứt", "Bờ")) == "Bỏ 2 từ so với lần trước."


@given(TEXTS, TEXTS)
def test_without_what_was_removed_the_pieces_are_the_later_text(before: str, after: str) -> None:
    pieces = word_differences(before, after)
    assert "".join(one.text for one in pieces if one.difference is not REMOVED) == after
    old = [word for one in pieces if one.difference is not ADDED for word in one.text.split()]
    assert old == before.split()


def test_the_hash_is_that_of_the_text_in_utf_8() -> None:
    assert text_hash("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert text_hash("a") != text_hash("a ")
