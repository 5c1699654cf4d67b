"""The law that a letter cites, around the day on which it changed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.legal import (
    CitedDocument,
    LegalText,
    as_letters_cite,
    bare_citation,
    bases_for,
    citation_warnings,
    listed,
    request_bases,
)
from app.rules.vocabulary import LegalDuty, RequestKind

LAST_OLD, FIRST_NEW = date(2026, 6, 30), date(2026, 7, 1)


def text(
    duty: LegalDuty, citation: str, start: date | None, end: date | None, confirmed: bool = False
) -> LegalText:
    return LegalText(duty, citation, start, end, confirmed)


ROWS = (
    text(LegalDuty.CORRECTION, "Điều 34 Luật Báo chí năm 2025", FIRST_NEW, None, True),
    text(LegalDuty.CORRECTION, "Điều 42 Luật Báo chí năm 2016", date(2017, 1, 1), LAST_OLD),
    text(LegalDuty.RESPONSE, "Điều 43 Luật Báo chí năm 2016", date(2017, 1, 1), LAST_OLD),
    text(LegalDuty.RESPONSE, "Điều 36 Luật Báo chí năm 2025", FIRST_NEW, None),
    text(LegalDuty.REMOVAL, "Điều 35 Luật Báo chí năm 2025", FIRST_NEW, None),
    text(LegalDuty.PROCEDURE, "Nghị định số 09/2017/NĐ-CP", date(2017, 3, 30), LAST_OLD),
    text(LegalDuty.PROCEDURE, "Nghị định số 237/2026/NĐ-CP", FIRST_NEW, None),
    text(LegalDuty.PROCEDURE, "Nghị định số 244/2026/NĐ-CP", FIRST_NEW, None),
)


@pytest.mark.parametrize(
    ("published_on", "letter_date", "citation"),
    [
        (LAST_OLD, LAST_OLD, "Điều 42 Luật Báo chí năm 2016 và Nghị định số 09/2017/NĐ-CP"),
        (
            LAST_OLD,
            FIRST_NEW,
            "Điều 42 Luật Báo chí năm 2016; Nghị định số 237/2026/NĐ-CP"
            " và Nghị định số 244/2026/NĐ-CP",
        ),
        (
            FIRST_NEW,
            FIRST_NEW,
            "Điều 34 Luật Báo chí năm 2025; Nghị định số 237/2026/NĐ-CP"
            " và Nghị định số 244/2026/NĐ-CP",
        ),
    ],
)
def test_the_article_s_day_picks_the_duty_and_the_letter_s_day_the_procedure(
    published_on: date, letter_date: date, citation: str
) -> None:
    found = request_bases(ROWS, RequestKind.CORRECT, published_on, letter_date)
    assert found.citation == citation


@pytest.mark.parametrize(
    ("kind", "citation"),
    [
        (RequestKind.RESPOND, "Điều 36 Luật Báo chí năm 2025"),
        (RequestKind.CORRECT, "Điều 34 Luật Báo chí năm 2025"),
        (RequestKind.CORRECT_AND_APOLOGISE, "Điều 34 Luật Báo chí năm 2025"),
        (RequestKind.REMOVE, "Điều 35 Luật Báo chí năm 2025"),
    ],
)
def test_each_kind_of_request_cites_its_own_article(kind: RequestKind, citation: str) -> None:
    found = request_bases(ROWS, kind, FIRST_NEW, FIRST_NEW)
    assert [one.citation for one in found.duty.texts] == [citation]


def test_a_gap_is_visible() -> None:
    found = bases_for(ROWS, LegalDuty.REMOVAL, LAST_OLD)
    assert found.missing
    assert request_bases(ROWS, RequestKind.REMOVE, LAST_OLD, LAST_OLD).citation == (
        "Nghị định số 09/2017/NĐ-CP"
    )


def test_open_ends_have_no_end() -> None:
    always = text(LegalDuty.CORRECTION, "A", None, None)
    assert always.in_force(date.min)
    assert always.in_force(date.max)


@given(st.dates(date(2017, 1, 1), date(2100, 1, 1)))
def test_the_law_of_correction_has_neither_gap_nor_overlap(day: date) -> None:
    assert len(bases_for(ROWS, LegalDuty.CORRECTION, day).texts) == 1


@given(
    st.dates(date(2000, 1, 1), date(2050, 1, 1)),
    st.integers(0, 3000),
    st.dates(date(2000, 1, 1), date(2050, 1, 1)),
)
def test_both_ends_of_a_period_are_in_force(start: date, days: int, day: date) -> None:
    end = start + timedelta(days=days)
    row = text(LegalDuty.CORRECTION, "A", start, end)
    assert row.in_force(start)
    assert row.in_force(end)
    assert row.in_force(day) == (start <= day <= end)


@pytest.mark.parametrize(
    ("typed", "bare"),
    [
        ("Căn cứ Điều 34 Luật Báo chí;", "Điều 34 Luật Báo chí"),
        ("căn cứ vào Điều 34 Luật Báo chí.", "Điều 34 Luật Báo chí"),
        ("Theo Điều 34", "Điều 34"),
        ("Điều 34", "Điều 34"),
        ("", ""),
    ],
)
def test_a_citation_is_taken_without_its_opening_and_end(typed: str, bare: str) -> None:
    assert bare_citation(typed) == bare


def test_citations_are_joined_as_they_are_spoken() -> None:
    assert listed([]) == ""
    assert listed(["A"]) == "A"
    assert listed(["A", "B"]) == "A và B"
    assert listed(["A", "B", "C"]) == "A; B và C"


def test_a_letter_is_told_of_the_law_it_cites_that_is_out_of_force_or_unconfirmed() -> None:
    printed = "Căn cứ Điều 34 Luật Báo chí năm 2025; Điều 36 Luật Báo chí năm 2025 và Điều 9"
    assert citation_warnings(ROWS, printed, FIRST_NEW) == [
        "Căn cứ “Điều 36 Luật Báo chí năm 2025” chưa được kiểm chứng với văn bản gốc."
    ]
    assert citation_warnings(ROWS, printed, LAST_OLD) == [
        "Văn bản viện dẫn “Điều 34 Luật Báo chí năm 2025”, không có hiệu lực vào ngày 30/06/2026.",
        "Văn bản viện dẫn “Điều 36 Luật Báo chí năm 2025”, không có hiệu lực vào ngày 30/06/2026.",
    ]
    assert citation_warnings(ROWS, "Căn cứ quy chế của cơ quan", LAST_OLD) == []


def test_both_laws_are_told_each_by_the_day_that_picks_it() -> None:
    """An article of the last day of the old law, asked about under the new one."""
    found = request_bases(ROWS, RequestKind.CORRECT, LAST_OLD, date(2026, 7, 2))
    assert found.words(is_dated=True) == (
        "Nghĩa vụ cải chính: theo ngày đăng bài 30/06/2026 – "
        "Điều 42 Luật Báo chí năm 2016 (chưa kiểm chứng).",
        "Trình tự, thủ tục: theo ngày văn bản 02/07/2026 – "
        "Nghị định số 237/2026/NĐ-CP (chưa kiểm chứng); "
        "Nghị định số 244/2026/NĐ-CP (chưa kiểm chứng).",
    )


def test_what_was_confirmed_is_told_plainly_and_a_letter_without_a_date_goes_by_today() -> None:
    duty, procedure = request_bases(ROWS, RequestKind.CORRECT, FIRST_NEW, date(2026, 10, 5)).words(
        is_dated=False
    )
    assert duty.endswith("Điều 34 Luật Báo chí năm 2025.")
    assert "theo ngày văn bản, chưa có nên tạm lấy hôm nay 05/10/2026 – " in procedure


def test_a_matter_without_a_text_says_where_to_add_one() -> None:
    assert bases_for(ROWS, LegalDuty.REMOVAL, LAST_OLD).words("ngày đăng bài") == (
        "Gỡ bỏ thông tin: theo ngày đăng bài 30/06/2026 – "
        "chưa có văn bản nào áp dụng, thêm ở phần Căn cứ pháp lý."
    )


def test_letters_cite_a_law_by_its_day_and_what_else_by_number_day_and_issuer() -> None:
    """Decree 30/2020, Annex I, II.6; the library tells what the rule table leaves out."""
    law = CitedDocument("126/2025/QH15", date(2025, 12, 10), "Quốc hội", is_law=True)
    decree = CitedDocument("237/2026/NĐ-CP", date(2026, 6, 26), "Chính phủ", is_law=False)
    cited = as_letters_cite(
        "Điều 32 Luật Báo chí số 126/2025/QH15; Nghị định số 237/2026/NĐ-CP", [law, decree]
    )
    assert cited == (
        "Điều 32 Luật Báo chí ngày 10 tháng 12 năm 2025; "
        "Nghị định số 237/2026/NĐ-CP ngày 26 tháng 6 năm 2026 của Chính phủ"
    )
    assert as_letters_cite(cited, [law, decree]) == cited
    assert as_letters_cite("Quyết định số 1237/2026/NĐ-CP", [decree]) == (
        "Quyết định số 1237/2026/NĐ-CP"
    )
