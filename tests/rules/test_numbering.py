"""Books of numbers, and numbers as they are typed and printed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.numbering import (
    ALL_TYPES,
    BookKey,
    Term,
    book_key,
    document_symbol,
    format_number,
    letter_reference,
    parse_number,
    term_on,
)
from app.rules.vocabulary import DocumentType, Layout, NumberingMode

LETTER, NOTICE = DocumentType.OFFICIAL_LETTER, DocumentType.NOTICE
ONE, PER_TYPE = NumberingMode.ONE_BOOK, NumberingMode.BOOK_PER_TYPE
TERMS = (
    Term("Nhiệm kỳ 2025 - 2030", date(2025, 10, 3)),
    Term("Nhiệm kỳ 2020 - 2025", date(2020, 10, 17)),
)
DAYS = st.dates(date(2020, 10, 17), date(2040, 12, 31))


def key(layout: Layout, kind: DocumentType, day: date, mode: NumberingMode = ONE) -> BookKey:
    return book_key(layout, kind, day, mode, TERMS)


def test_a_state_book_runs_through_the_calendar_year() -> None:
    assert key(Layout.STATE, LETTER, date(2026, 12, 31)) == BookKey(Layout.STATE, ALL_TYPES, "2026")
    assert key(Layout.STATE, LETTER, date(2027, 1, 1)) == BookKey(Layout.STATE, ALL_TYPES, "2027")


def test_a_state_office_keeps_one_book_or_one_for_each_type() -> None:
    day = date(2026, 10, 5)
    assert key(Layout.STATE, LETTER, day) == key(Layout.STATE, NOTICE, day)
    assert key(Layout.STATE, LETTER, day, PER_TYPE).scope == "cong_van"
    assert key(Layout.STATE, NOTICE, day, PER_TYPE).scope == "thong_bao"


@pytest.mark.parametrize("mode", NumberingMode)
def test_a_party_book_runs_through_the_term_and_holds_one_type(mode: NumberingMode) -> None:
    eve, first_day = date(2025, 10, 2), date(2025, 10, 3)
    assert key(Layout.PARTY, LETTER, eve, mode).period == "2020-10-17"
    assert key(Layout.PARTY, LETTER, first_day, mode).period == "2025-10-03"
    assert key(Layout.PARTY, LETTER, date(2026, 1, 1), mode).period == "2025-10-03"
    assert key(Layout.PARTY, NOTICE, first_day, mode).scope == "thong_bao"


def test_a_party_letter_before_the_first_term_has_no_book() -> None:
    with pytest.raises(ValueError, match="16/10/2020 chưa thuộc nhiệm kỳ nào"):
        key(Layout.PARTY, LETTER, date(2020, 10, 16))


@given(DAYS, DAYS, st.sampled_from(DocumentType), st.sampled_from(NumberingMode))
def test_two_state_letters_share_a_book_only_within_a_year(
    one: date, other: date, kind: DocumentType, mode: NumberingMode
) -> None:
    same = key(Layout.STATE, kind, one, mode) == key(Layout.STATE, kind, other, mode)
    assert same == (one.year == other.year)


@given(DAYS, DAYS)
def test_two_party_letters_share_a_book_only_within_a_term(one: date, other: date) -> None:
    same = key(Layout.PARTY, LETTER, one) == key(Layout.PARTY, LETTER, other)
    assert same == (term_on(TERMS, one) is term_on(TERMS, other))


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("15", (15, "")),
        ("07", (7, "")),
        ("015", (15, "")),
        ("15a", (15, "a")),
        ("15A", (15, "a")),
        (" 15 A ", (15, "a")),
        ("15đ", (15, "đ")),
        ("15bis", (15, "bis")),
        ("999999", (999_999, "")),
    ],
)
def test_a_typed_number_is_read(typed: str, number: tuple[int, str]) -> None:
    assert parse_number(typed) == number


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "Nhập số văn bản."),
        ("  ", "Nhập số văn bản."),
        ("0", "Số văn bản bắt đầu từ 1."),
        ("00", "Số văn bản bắt đầu từ 1."),
        ("-5", "“-5” không phải số văn bản"),
        ("a15", "“a15” không phải số văn bản"),
        ("15/SXD-VP", "chỉ nhập phần số, ví dụ 15 hoặc 15a"),
        ("1.5", "không phải số văn bản"),
        ("mười", "không phải số văn bản"),
        ("15 16", "không phải số văn bản"),
        ("１５", "không phải số văn bản"),
        ("1000000", "Số văn bản quá lớn"),
        ("9" * 5000, "Số văn bản quá lớn"),
    ],
)
def test_nonsense_is_refused_with_its_reason(typed: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason.replace(".", r"\.")):
        parse_number(typed)


@given(st.text(max_size=12))
def test_any_text_is_a_number_or_a_vietnamese_refusal(typed: str) -> None:
    try:
        number, suffix = parse_number(typed)
    except ValueError as error:
        reason = str(error)
    else:
        reason = ""
        assert number > 0
        assert parse_number(format_number(number, suffix)) == (number, suffix)
    assert not reason or reason.endswith((".", ";"))


@given(st.integers(1, 999_999), st.sampled_from(["", "a", "b", "đ"]))
def test_what_is_printed_is_read_back(number: int, suffix: str) -> None:
    assert parse_number(format_number(number, suffix)) == (number, suffix)


def test_a_single_digit_gets_a_zero() -> None:
    assert format_number(7) == "07"
    assert format_number(7, "a") == "07a"
    assert format_number(144) == "144"


def test_a_letter_is_quoted_as_its_layout_writes_it() -> None:
    assert letter_reference(Layout.STATE, "05", "SXD-VP") == "05/SXD-VP"
    assert letter_reference(Layout.PARTY, "144", "CV/TU") == "144-CV/TU"
    assert letter_reference(Layout.STATE, "15a", "SXD-VP") == "15a/SXD-VP"


@pytest.mark.parametrize(
    ("layout", "of_letters", "of_a_notice"),
    [
        (Layout.STATE, "SVHTT-QLBC", "TB-SVHTT"),
        (Layout.STATE, "UBND", "TB-UBND"),
        (Layout.PARTY, "CV/TU", "TB/TU"),
        (Layout.PARTY, "CV/BTGDVTU", "TB/BTGDVTU"),
        (Layout.STATE, "", ""),
    ],
)
def test_every_document_type_has_its_own_symbol(
    layout: Layout, of_letters: str, of_a_notice: str
) -> None:
    assert document_symbol(layout, DocumentType.NOTICE, of_letters) == of_a_notice
    assert document_symbol(layout, DocumentType.OFFICIAL_LETTER, of_letters) == of_letters
