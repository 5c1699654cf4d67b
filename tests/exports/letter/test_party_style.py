"""The Party's switches are data and follow the letter's date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.exports.letter import PartyStyle, load_party_styles, party_style_on
from tests.exports.letter.measuring import face, letter, measured

CHANGEOVER = date(2026, 5, 27)


def test_guidance_36_is_in_force_before_the_changeover_and_its_successor_from_it_on() -> None:
    styles = load_party_styles()
    old = party_style_on(styles, date(2026, 5, 26))
    new = party_style_on(styles, CHANGEOVER)
    assert "36-HD/VPTW" in old.title
    assert "05-HD/VPTW" in new.title
    assert (old.list_separator, new.list_separator) == (",", ";")


def test_every_shipped_style_names_its_source_and_waits_for_confirmation() -> None:
    for style in load_party_styles():
        assert style.source
        assert style.confirmed is False


def test_a_day_before_every_style_is_an_error() -> None:
    late = replace(load_party_styles()[1])
    with pytest.raises(ValueError, match="2020"):
        party_style_on([late], date(2020, 1, 1))


def test_the_letter_takes_the_style_of_its_date() -> None:
    data = replace(letter("144-CV-TU"), date=CHANGEOVER)
    pdf = measured(data)
    assert pdf.line("- Như trên").text == "- Như trên;"
    assert pdf.line("- Các huyện, thành ủy").text.endswith("trực thuộc.")
    assert pdf.line("Về việc Tăng cường")
    assert face(pdf.line("PHÓ BÍ THƯ THƯỜNG TRỰC")) == "Regular"


@pytest.mark.parametrize("bold", [True, False])
@pytest.mark.parametrize("separator", [",", ";"])
@pytest.mark.parametrize(("prefix", "first"), [("", "Tăng"), ("V/v", "V/v"), ("về việc", "Về")])
def test_the_offices_own_switches_go_before_the_date(
    bold: bool, separator: str, prefix: str, first: str
) -> None:
    style = PartyStyle("Riêng", None, separator, prefix, bold, "cơ quan", True)
    pdf = measured(letter("144-CV-TU"), style)
    assert pdf.line("- Như trên").text == f"- Như trên{separator}"
    subject = next(line for line in pdf.lines if line.size == 12)
    assert subject.text.split()[0] == first
    assert (face(pdf.line("PHÓ BÍ THƯ THƯỜNG TRỰC")) == "Bold") is bold
