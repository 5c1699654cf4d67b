"""The marks the layout adds are never doubled, whatever the caller put there."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date

import pytest

from app.exports.letter.wording import (
    bare_item,
    cleaned,
    closed,
    document_subject,
    letter_subject,
    listed,
    number_text,
    place_date_text,
)
from app.rules.vocabulary import DocumentType, Layout
from tests.exports.letter.measuring import letter


@pytest.mark.parametrize(
    ("given", "bare"),
    [
        ("Báo An Giang", "Báo An Giang"),
        ("- Báo An Giang;", "Báo An Giang"),
        ("– Báo An Giang .", "Báo An Giang"),
        ("Lưu: VT, VP./.", "Lưu: VT, VP"),
        ("Các sở, ban...", "Các sở, ban..."),
    ],
)
def test_a_list_item_is_bared_of_its_marks(given: str, bare: str) -> None:
    assert bare_item(given) == bare


def test_a_list_closes_each_item_with_the_separator_and_the_last_with_its_own() -> None:
    assert listed(["a;", "- b", "c."], ",", ".") == ["a,", "b,", "c."]
    assert listed(["a"], ";", "") == ["a"]


@pytest.mark.parametrize(
    ("given", "state", "party"),
    [
        ("Trân trọng", "Trân trọng./.", "Trân trọng."),
        ("Trân trọng.", "Trân trọng./.", "Trân trọng."),
        ("Trân trọng./.", "Trân trọng./.", "Trân trọng."),
        ("Trân trọng ./. ", "Trân trọng./.", "Trân trọng."),
        ("Trân trọng;", "Trân trọng./.", "Trân trọng."),
        ("Có đúng không?", "Có đúng không?/.", "Có đúng không?"),
        ("vân vân…", "vân vân…/.", "vân vân…"),
        ("vân vân...", "vân vân.../.", "vân vân..."),
        ("đăng bài “Cầu sụt.”", "đăng bài “Cầu sụt.”./.", "đăng bài “Cầu sụt.”."),
    ],
)
def test_the_end_of_the_text_is_set_once(given: str, state: str, party: str) -> None:
    assert closed(given, "./.") == state
    assert closed(given, ".") == party


@pytest.mark.parametrize(
    "given",
    ["đăng cải chính", "V/v đăng cải chính", "v/v: đăng cải chính.", "Về việc đăng cải chính"],
)
def test_v_v_stands_once_before_a_state_subject(given: str) -> None:
    assert letter_subject(given, Layout.STATE, "") == "V/v đăng cải chính"


@pytest.mark.parametrize(
    ("prefix", "subject"),
    [("", "Đăng cải chính"), ("V/v", "V/v đăng cải chính"), ("về việc", "Về việc đăng cải chính")],
)
def test_a_party_subject_takes_the_prefix_of_its_style(prefix: str, subject: str) -> None:
    assert letter_subject("V/v đăng cải chính", Layout.PARTY, prefix) == subject


def test_a_decisions_subject_begins_with_ve_viec_once() -> None:
    decision = DocumentType.DECISION
    for given in ("phân công", "Về việc phân công", "về việc phân công"):
        assert document_subject(given, decision, Layout.STATE) == "Về việc phân công"
    assert document_subject("ban hành", decision, Layout.PARTY) == "về việc ban hành"
    assert document_subject("Kết quả năm", DocumentType.REPORT, Layout.STATE) == "Kết quả năm"


def test_numbers_and_dates_leave_room_when_there_is_none() -> None:
    assert number_text(5) == "05"
    assert number_text("5") == "05"
    assert number_text(None).isspace()
    assert place_date_text("An Giang", date(2026, 1, 3)) == "An Giang, ngày 03 tháng 01 năm 2026"
    assert place_date_text("An Giang", None).split() == ["An", "Giang,", "ngày", "tháng", "năm"]


def test_text_is_cleaned_of_what_cannot_be_seen() -> None:
    dirty = "Sở\u00a0Xây\tdựng\u200b \u2066yêu\u2069\u00ad cầu\u202f\ufeffQuý\ufe0f \u2011 Báo"
    data = replace(
        letter("state-correction-request"),
        issuing_body=unicodedata.normalize("NFD", dirty),
        body=("Một\nHai\r\n\r\nBa", "   "),
    )
    data = cleaned(data)
    assert data.issuing_body == "Sở Xây dựng yêu cầu Quý - Báo"
    assert data.body == ("Một", "Hai", "Ba")
    assert data.layout is Layout.STATE
