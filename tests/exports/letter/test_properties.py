"""What holds for any letter, tried on letters nobody wrote."""

from __future__ import annotations

import unicodedata
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import FontMissing
from app.exports.letter import LetterData, render_letter
from app.exports.letter.wording import closed
from app.rules.vocabulary import DocumentType, Layout, Urgency
from tests.exports.letter.measuring import BOTTOM, LEFT, RIGHT, TOP, Measured
from tests.thoroughness import times

WORDS = (
    "các cấp ủy cơ quan đơn vị địa phương đã quan tâm thực hiện tốt công tác phát ngôn và cung cấp "
    "thông tin cho báo chí Nguyễn Trần ông bà ngày tháng năm số Điều khoản 06 5 2026 12 %, “trích” "
    "không đúng sự thật; Ủy ban nhân dân tỉnh (hoặc khi cần thiết), nghiêng ngả thuở xưa ½ – UBND"
)
text_of_words = st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=60).map(" ".join)
short_text = st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=10).map(" ".join)


@st.composite
def letters(draw: st.DrawFn) -> LetterData:
    """Any official letter; paragraphs begin with a capital, so none is taken for a heading."""
    paragraphs = draw(st.lists(text_of_words, min_size=1, max_size=14))
    return LetterData(
        layout=draw(st.sampled_from(Layout)),
        document_type=DocumentType.OFFICIAL_LETTER,
        superior_body=draw(st.none() | short_text),
        issuing_body=draw(short_text),
        number=draw(st.none() | st.integers(1, 99_999)),
        symbol="SVHTT-QLBC",
        place=draw(st.sampled_from(["An Giang", "Thành phố Hồ Chí Minh", "Bà Rịa - Vũng Tàu"])),
        date=draw(st.none() | st.dates(date(2020, 1, 1), date(2030, 12, 31))),
        subject=draw(short_text),
        recipients=tuple(draw(st.lists(short_text, min_size=1, max_size=8))),
        body=tuple(f"Đoạn {paragraph}" for paragraph in paragraphs),
        capacity=tuple(draw(st.lists(short_text, max_size=2))),
        signer_title=draw(st.just("") | short_text),
        signer_name="Người Ký Tên",
        distribution=tuple(draw(st.lists(short_text, max_size=30))),
        urgency=draw(st.none() | st.sampled_from(Urgency)),
        draft=draw(st.booleans()),
    )


@settings(max_examples=times(20, 60), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(letters())
def test_any_letter_holds_its_rules(data: LetterData) -> None:
    pdf = Measured(render_letter(data))
    in_text = [line for line in pdf.lines if line.y > TOP]

    for line in in_text:
        assert line.start >= LEFT - 0.01
        assert line.end <= RIGHT + 0.05
        assert line.bottom <= BOTTOM + 0.01

    end = "./." if data.layout is Layout.STATE else "."
    paragraphs = [*data.body[:-1], closed(data.body[-1], end)]
    assert " ".join(paragraphs) in pdf.flat_text
    assert unicodedata.is_normalized("NFC", pdf.flat_text)

    numbers = [line.text for line in pdf.lines if line.y < TOP and line.text != "DỰ THẢO"]
    assert numbers == [str(page) for page in range(2, pdf.pages + 1)]
    assert {line.page for line in in_text} == set(range(1, pdf.pages + 1))

    page = pdf.line("Người Ký Tên").page
    if page > 1:
        beside = [line for line in in_text if line.page == page and line.size == 14
                  and line.start < LEFT + 15 and line.text != "Nơi nhận:"]  # fmt: skip
        assert len(beside) >= 2


@settings(max_examples=times(20, 60), deadline=None)
@given(st.text(st.characters(codec="utf-8", max_codepoint=0x1EF9), max_size=80))
def test_any_text_is_set_or_its_missing_character_is_named(text: str) -> None:
    data = LetterData(
        Layout.STATE, DocumentType.OFFICIAL_LETTER, "SỞ", "S-V", "An Giang", "việc", (text, "Hết"),
        "A", recipients=("B",),
    )  # fmt: skip
    try:
        outcome = render_letter(data)[:4].decode()
    except FontMissing as error:
        outcome = str(error)
    assert outcome == "%PDF" or "U+" in outcome
