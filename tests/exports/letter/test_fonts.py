"""Fonts are found by path, taken only when whole, and missed aloud."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import FontMissing
from app.exports.letter import MissingCharacter, render_letter
from app.exports.letter.typesetting.fonts import (
    FONT_FOLDER_VARIABLE,
    VIETNAMESE_LETTERS,
    load_family,
)
from tests.exports.letter.conftest import TINOS
from tests.exports.letter.measuring import letter


def test_the_alphabet_has_134_letters_beyond_ascii() -> None:
    assert len(VIETNAMESE_LETTERS) == 134
    assert {"ữ", "Ỵ", "đ", "Đ", "ă", "Ở"} <= VIETNAMESE_LETTERS


def test_tinos_is_whole() -> None:
    family = load_family()
    assert family.title == "Tinos"
    assert family.characters >= VIETNAMESE_LETTERS | set("“”–…½")


def test_without_any_usable_font_the_folder_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FONT_FOLDER_VARIABLE, str(tmp_path))
    with pytest.raises(FontMissing, match="Times New Roman") as caught:
        render_letter(letter("144-CV-TU"))
    assert str(tmp_path) in str(caught.value)


@pytest.mark.parametrize("missing", ["Bold", "Italic", "BoldItalic", "Regular"])
def test_a_family_with_a_face_missing_is_not_taken(
    missing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in TINOS.glob("Tinos-*.ttf"):
        if path.stem != f"Tinos-{missing}":
            shutil.copy(path, tmp_path)
    monkeypatch.setenv(FONT_FOLDER_VARIABLE, str(tmp_path))
    with pytest.raises(FontMissing):
        load_family()


def test_a_broken_font_file_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in TINOS.glob("Tinos-*.ttf"):
        (tmp_path / path.name).write_bytes(path.read_bytes()[:20_000])
    monkeypatch.setenv(FONT_FOLDER_VARIABLE, str(tmp_path))
    with pytest.raises(FontMissing):
        load_family()


def test_a_family_without_vietnamese_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Debian's old Liberation Serif has the right name and 93 letters too few; so has this."""
    vera = Path(__import__("reportlab").__file__).parent / "fonts" / "Vera.ttf"
    for face in ("Regular", "Bold", "Italic", "BoldItalic"):
        shutil.copy(vera, tmp_path / f"LiberationSerif-{face}.ttf")
    monkeypatch.setenv(FONT_FOLDER_VARIABLE, str(tmp_path))
    with pytest.raises(FontMissing):
        load_family()


def test_the_offices_own_folder_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FONT_FOLDER_VARIABLE)
    for path in TINOS.glob("Tinos-*.ttf"):
        shutil.copy(path, tmp_path)
    assert load_family(tmp_path).title == "Tinos"
    with pytest.raises(FontMissing):
        load_family(tmp_path / "none")


@pytest.mark.parametrize(
    ("change", "field", "place"),
    [
        ({"subject": "cải chính ☐"}, "subject", "Trích yếu"),
        ({"body": ("a", "b ☐")}, "body[1]", "Nội dung, dòng 2"),
        ({"signer_name": "☐"}, "signer_name", "Họ tên người ký"),
        ({"distribution": ("☐",)}, "distribution[0]", "Nơi nhận, dòng 1"),
        ({"superior_body": "☐"}, "superior_body", "Cơ quan cấp trên"),
    ],
)
def test_a_character_the_font_lacks_is_named_with_its_field(
    change: dict, field: str, place: str
) -> None:
    with pytest.raises(MissingCharacter) as caught:
        render_letter(replace(letter("state-correction-request"), **change))
    assert caught.value.field == field
    for part in ("☐", "U+2610", place, "Tinos"):
        assert part in str(caught.value)


@pytest.mark.parametrize("character", ["\ufffd", "\uf0b7", "\uf001", "\u0378"])
def test_a_glyph_without_a_meaning_is_as_good_as_none(character: str) -> None:
    """Text broken on its way, and bullets of Word's symbol font, whatever the font draws there."""
    assert character not in load_family().characters
    with pytest.raises(MissingCharacter, match=f"U\\+{ord(character):04X}") as caught:
        render_letter(replace(letter("state-correction-request"), body=(f"Bờ kè {character}.",)))
    assert caught.value.field == "body[0]"


def test_a_character_outside_the_basic_plane_is_named() -> None:
    with pytest.raises(MissingCharacter, match=r"U\+1F600"):
        render_letter(replace(letter("state-correction-request"), place="An Giang 😀"))
