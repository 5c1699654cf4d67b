"""The PDF as a file: the same bytes again, embedded fonts only, what it says about itself."""

from __future__ import annotations

import io
import re
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pdfplumber
import pytest

from app.exports.letter import LetterData, load_party_styles, render_letter, render_letters
from tests.exports.letter.measuring import LETTERS, Measured, letter, measured, measured_letter


@pytest.mark.parametrize("name", LETTERS)
def test_the_same_letter_gives_the_same_bytes(name: str) -> None:
    assert render_letter(letter(name)) == render_letter(letter(name))


def test_letters_drawn_at_once_in_two_threads_come_out_as_alone() -> None:
    alone = [render_letter(letter(name)) for name in LETTERS]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(render_letter, map(letter, LETTERS))) == alone


@pytest.mark.parametrize("name", LETTERS)
def test_every_font_is_an_embedded_subset(name: str) -> None:
    with pdfplumber.open(io.BytesIO(render_letter(letter(name)))) as pdf:
        fonts = [
            pdfplumber.utils.resolve_all(font)
            for page in pdf.pages
            for font in pdfplumber.utils.resolve_all(page.page_obj.resources)["Font"].values()
        ]
    assert fonts
    for font in fonts:
        assert re.fullmatch(r"[A-Z]{6}\+Tinos(-\w+)?", font["BaseFont"].name)
        assert font["FontDescriptor"]["FontFile2"] is not None
        assert font["ToUnicode"] is not None


def test_helvetica_appears_nowhere() -> None:
    content = render_letter(letter("144-CV-TU"))
    assert b"Helvetica" not in content


def test_the_document_says_what_it_is() -> None:
    pdf = measured_letter("state-correction-request")
    assert pdf.metadata["Title"] == "Công văn số 35/SXD-VP: yêu cầu đăng cải chính, xin lỗi"
    assert pdf.metadata["Author"] == "SỞ XÂY DỰNG"
    assert pdf.metadata["Subject"] == "yêu cầu đăng cải chính, xin lỗi"
    with pdfplumber.open(io.BytesIO(pdf.content)) as opened:
        catalog = opened.doc.catalog
        assert pdfplumber.utils.resolve_all(catalog["Lang"]) == b"vi-VN"
        preferences = pdfplumber.utils.resolve_all(catalog["ViewerPreferences"])
    assert str(preferences["DisplayDocTitle"]).lower().strip("/'") == "true"


@pytest.mark.parametrize("name", LETTERS)
def test_the_text_comes_out_in_nfc_with_ordinary_spaces(name: str) -> None:
    text = "".join(line.text for line in measured_letter(name).lines)
    assert unicodedata.is_normalized("NFC", text)
    assert not re.search("[\u00a0\u202f\u00ad\u200b\t]", text)


@pytest.mark.parametrize("name", LETTERS)
def test_every_fact_stands_in_the_text_in_reading_order(name: str) -> None:
    data, text = letter(name), measured_letter(name).flat_text
    position = 0
    for part in [data.issuing_body, data.symbol, *data.body, data.signer_name]:
        bare = re.sub(r"^Điều \d+\. ", "", part.rstrip(":.;"))
        found = text.find(bare, 0 if part in (data.issuing_body, data.symbol) else position)
        assert found >= 0, bare
        if part in data.body:
            position = found


def test_nfd_input_comes_out_as_its_nfc() -> None:
    data = letter("state-correction-request")
    decomposed = replace(
        data,
        body=tuple(unicodedata.normalize("NFD", text) for text in data.body),
        issuing_body=unicodedata.normalize("NFD", data.issuing_body),
        signer_name=unicodedata.normalize("NFD", data.signer_name),
    )
    assert render_letter(decomposed) == render_letter(data)


def test_several_letters_make_one_file_each_with_its_own_page_numbers() -> None:
    names = ["144-CV-TU", "state-correction-request", "144-CV-TU"]
    pdf = Measured(render_letters((letter(name), None) for name in names))
    assert pdf.pages == 5
    numbers = [(line.page, line.text) for line in pdf.lines if line.y < 20]
    assert numbers == [(2, "2"), (5, "2")]


def test_no_letters_are_no_file() -> None:
    with pytest.raises(ValueError, match="no letter"):
        render_letters([])


def test_without_a_date_the_style_of_today_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    class FixedDate(date):
        @classmethod
        def today(cls) -> date:
            return cls(2026, 12, 1)

    monkeypatch.setattr("app.exports.letter.engine.date", FixedDate)
    data = replace(letter("144-CV-TU"), date=None)
    assert render_letter(data) == render_letter(data, load_party_styles()[1])


def test_a_letter_with_the_least_said_can_be_set() -> None:
    full = letter("state-correction-request")
    data = LetterData(
        full.layout, full.document_type, "SỞ", "S-V", "An Giang", "việc", ("Một.",), "A",
        recipients=("B",),
    )  # fmt: skip
    pdf = measured(data)
    assert pdf.pages == 1
    assert not pdf.has("Nơi nhận")


def test_the_streams_are_compressed() -> None:
    content = render_letter(letter("144-CV-TU"))
    assert b"FlateDecode" in content
    assert b"ASCII85Decode" not in content  # reportlab's default makes files a quarter longer
    assert len(content) < 60_000
