"""Every document type in both layouts: what stands where, as text to read in a review."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.rules.vocabulary import DocumentType, Layout
from tests.exports.letter.measuring import LETTERS, letter, measured_letter


@pytest.mark.parametrize("name", LETTERS)
def test_the_letter_stands_where_it_stood(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"letters/{name}.txt", measured_letter(name).dump())


def test_every_document_type_is_there_in_both_layouts() -> None:
    there = {(letter(name).layout, letter(name).document_type) for name in LETTERS}
    assert there == {(layout, kind) for layout in Layout for kind in DocumentType}
