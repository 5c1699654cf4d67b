"""Typed text inside a sentence."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.wording.quoting import phrase, quoted, sentence


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("cầu sụt lún 12 cm", "“cầu sụt lún 12 cm”"),
        ("cầu sụt lún 12 cm.", "“cầu sụt lún 12 cm”"),
        ("cầu sụt lún 12 cm ; ", "“cầu sụt lún 12 cm”"),
        ("cầu sụt lún 12 cm./.", "“cầu sụt lún 12 cm”"),
        ("“cầu sụt lún 12 cm.”", "“cầu sụt lún 12 cm”"),
        ('"cầu sụt lún 12 cm"', "“cầu sụt lún 12 cm”"),
        ("«cầu sụt»", "“cầu sụt”"),
        ("vì “thi công ẩu”", "“vì ‘thi công ẩu’”"),
        ('vì "thi công ẩu" mà sụt', "“vì ‘thi công ẩu’ mà sụt”"),
        ("“thi công ẩu” và “bỏ mặc”", "“‘thi công ẩu’ và ‘bỏ mặc’”"),
        ("cầu sụt\nlún 12 cm", "“cầu sụt lún 12 cm”"),
        ("ai chịu trách nhiệm?", "“ai chịu trách nhiệm?”"),
        ("còn nữa...", "“còn nữa...”"),
        ("còn nữa…", "“còn nữa…”"),
        ("", ""),
        (" .; ", ""),
        ("“”", ""),
    ],
)
def test_a_passage_is_quoted_cleanly(typed: str, clean: str) -> None:
    assert quoted(typed) == clean


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("độ lún 0,4 cm", "độ lún 0,4 cm"),
        ("độ lún 0,4 cm.", "độ lún 0,4 cm"),
        ("Độ lún 0,4 cm;\nCầu an toàn.", "Độ lún 0,4 cm. Cầu an toàn"),
        ("độ lún ghi nhận\nlà 0,4 cm", "độ lún ghi nhận là 0,4 cm"),
        ("- Biên bản số 18;\n- Kết quả quan trắc.", "Biên bản số 18; Kết quả quan trắc"),
        ("1. Biên bản\n\n2. Kết luận", "Biên bản; Kết luận"),
        ("a) Biên bản\nb) Kết luận", "Biên bản; Kết luận"),
        ("Ai làm?\nKhông ai.", "Ai làm? Không ai"),
        ("\n \n", ""),
    ],
)
def test_lines_become_one_phrase(typed: str, clean: str) -> None:
    assert phrase(typed) == clean


def test_a_sentence_ends() -> None:
    assert sentence("độ lún 0,4 cm") == "độ lún 0,4 cm."
    assert sentence("độ lún 0,4 cm;") == "độ lún 0,4 cm."
    assert sentence("thật vậy!") == "thật vậy!"
    assert sentence("") == ""


@given(st.text(max_size=60))
def test_whatever_is_typed_comes_out_as_one_clean_line(typed: str) -> None:
    for text in (quoted(typed), sentence(typed)):
        assert text == unicodedata.normalize("NFC", " ".join(text.split()))
        assert not text.endswith(("..", ";.", ",.", ":.")) or text.endswith("...")
    if quoted(typed):
        assert quoted(typed)[0] == "“"
        assert quoted(typed)[-1] == "”"
        assert not set(quoted(typed)[1:-1]) & set('“”"«»„')
