"""File names of letters are legal on Windows and tell the letter at a glance."""

from __future__ import annotations

from datetime import date

import pytest

from app.rules.wording.file_names import legal_file_name, letter_file_name


def test_a_letter_is_named_by_number_date_and_subject() -> None:
    assert (
        letter_file_name("35", "SXD-VP", date(2026, 10, 5), "yêu cầu cải chính")
        == "35-SXD-VP_2026-10-05_Yêu cầu cải chính.pdf"
    )


def test_the_slash_of_a_party_symbol_becomes_a_dash() -> None:
    assert letter_file_name("144", "CV/TU", None, "") == "144-CV-TU.pdf"


def test_a_draft_has_no_number() -> None:
    assert letter_file_name(None, "SXD-VP", None, "cải chính") == "Dự thảo_Cải chính.pdf"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('a/b\\c:d*e?f"g<h>i|j', "a-b-c-d-e-f-g-h-i-j.pdf"),
        ("hai\n dòng\t", "hai dòng.pdf"),
        ("chấm cuối. . ", "chấm cuối.pdf"),
        ("con", "_con.pdf"),
        ("COM1.x", "_COM1.x.pdf"),
        ("  ", "Văn bản.pdf"),
        ("công", "công.pdf"),
    ],
)
def test_what_windows_refuses_is_replaced(text: str, name: str) -> None:
    assert legal_file_name(text, ".pdf") == name


def test_a_long_subject_is_cut() -> None:
    assert len(legal_file_name("dài " * 100, ".pdf")) <= 124
