"""Every component of both layouts, measured in the PDF against the legal ranges.

State: Decree 30/2020/NĐ-CP, Annex I. Party: guidance 36-HD/VPTW and letter 144-CV/TU.
Lengths are in millimetres, sizes in points.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date

import pytest

from app.rules.vocabulary import Layout, Urgency
from tests.exports.letter.measuring import (
    BOTTOM,
    LEFT,
    LETTERS,
    MM,
    RIGHT,
    TOP,
    Line,
    Measured,
    face,
    letter,
    measured,
    measured_letter,
)

TEXT_WIDTH = RIGHT - LEFT
STATE_LETTERS = [name for name in LETTERS if letter(name).layout is Layout.STATE]
PARTY_LETTERS = [name for name in LETTERS if letter(name).layout is Layout.PARTY]


@pytest.fixture
def state() -> Measured:
    return measured_letter("state-correction-request")


@pytest.fixture
def party() -> Measured:
    return measured_letter("144-CV-TU")


@pytest.fixture
def decision() -> Measured:
    return measured_letter("state-decision")


@pytest.fixture
def party_decision() -> Measured:
    return measured_letter("party-decision")


def share(position: float) -> float:
    """Return where a position lies in the text block: 0 left, 1 right."""
    return (position - LEFT) / TEXT_WIDTH


# The page ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", LETTERS)
def test_the_paper_is_a4_upright(name: str) -> None:
    for width, height in measured_letter(name).sizes:
        assert width == pytest.approx(210, abs=0.1)
        assert height == pytest.approx(297, abs=0.1)


@pytest.mark.parametrize("name", LETTERS)
def test_nothing_stands_in_the_margins_but_the_page_number(name: str) -> None:
    for line in measured_letter(name).lines:
        if line.text.isdigit():
            continue
        assert line.start >= LEFT - 0.01, line.text
        assert line.end <= RIGHT + 0.05, line.text
        assert line.top >= TOP - 0.3, line.text
        assert line.bottom <= BOTTOM + 0.01, line.text


def test_page_1_has_no_number(state: Measured, party: Measured) -> None:
    for pdf in (state, party):
        assert not [line for line in pdf.lines if line.page == 1 and line.y < TOP]


def test_the_party_page_number_is_14_centred_10_mm_from_the_edge(party: Measured) -> None:
    number = next(line for line in party.lines if line.page == 2 and line.y < TOP)
    assert (number.text, number.size, face(number)) == ("2", 14, "Regular")
    assert number.middle == pytest.approx((LEFT + RIGHT) / 2, abs=0.1)
    assert number.top == pytest.approx(10, abs=0.5)


def test_the_state_page_number_is_13_or_14_centred_in_the_top_margin() -> None:
    data = letter("state-correction-request")
    pdf = measured(replace(data, body=data.body * 6))
    numbers = [line for line in pdf.lines if line.y < TOP]
    assert [(line.page, line.text) for line in numbers] == [
        (page, str(page)) for page in range(2, pdf.pages + 1)
    ]
    for number in numbers:
        assert number.size in (13, 14)
        assert number.middle == pytest.approx((LEFT + RIGHT) / 2, abs=0.1)
        assert 0 < number.top < number.bottom < TOP


# State: the head --------------------------------------------------------------------------


def test_the_national_title_is_12_to_13_bold_on_the_first_line(state: Measured) -> None:
    title = state.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert 12 <= title.size <= 13
    assert face(title) == "Bold"
    assert title.y == min(line.y for line in state.lines)
    assert share(title.start) > 0.42
    assert share(title.end) <= 1


def test_the_motto_is_13_to_14_bold_centred_under_the_title(state: Measured) -> None:
    title, motto = state.line("CỘNG HÒA"), state.line("Độc lập - Tự do - Hạnh phúc")
    assert 13 <= motto.size <= 14
    assert face(motto) == "Bold"
    assert motto.middle == pytest.approx(title.middle, abs=0.1)
    assert 4 < motto.y - title.y < 7


def test_the_rule_under_the_motto_is_as_long_as_the_motto(state: Measured) -> None:
    motto = state.line("Độc lập")
    rule = state.rule_under(motto)
    assert rule.end - rule.start == pytest.approx(motto.width, abs=0.3)
    assert (rule.start + rule.end) / 2 == pytest.approx(motto.middle, abs=0.2)


def test_the_superior_body_is_12_to_13_upright_not_bold(state: Measured) -> None:
    body = state.line("UBND TỈNH AN GIANG")
    assert 12 <= body.size <= 13
    assert face(body) == "Regular"


def test_the_issuing_body_is_12_to_13_bold_centred_under_the_superior(state: Measured) -> None:
    superior, issuing = state.line("UBND TỈNH AN GIANG"), state.line("SỞ XÂY DỰNG")
    assert 12 <= issuing.size <= 13
    assert face(issuing) == "Bold"
    assert issuing.middle == pytest.approx(superior.middle, abs=0.1)
    assert issuing.y > superior.y
    assert share(issuing.end) < 0.44


@pytest.mark.parametrize("name", STATE_LETTERS)
def test_the_rule_under_the_issuing_body_is_a_third_to_half_of_it(name: str) -> None:
    pdf = measured_letter(name)
    issuing = pdf.line(letter(name).issuing_body)
    rule = pdf.rule_under(issuing)
    assert 1 / 3 <= (rule.end - rule.start) / issuing.width <= 1 / 2
    assert (rule.start + rule.end) / 2 == pytest.approx(issuing.middle, abs=0.1)


def test_the_number_is_13_upright_centred_under_the_issuing_body(state: Measured) -> None:
    number, issuing = state.line("Số: 35/SXD-VP"), state.line("SỞ XÂY DỰNG")
    assert (number.size, face(number)) == (13, "Regular")
    assert number.middle == pytest.approx(issuing.middle, abs=0.1)


def test_a_number_below_10_gets_a_zero() -> None:
    assert measured_letter("state-letter-one-recipient").has("Số: 07/SVHTT-QLBC")
    assert measured_letter("party-communique").has("Số 02-TC/BTGDVTU")


@pytest.mark.parametrize(
    ("number", "printed"), [(1, "01"), (9, "09"), (10, "10"), (1204, "1204"), ("15a", "15a")]
)
def test_the_number_is_printed_as_an_office_writes_it(number: int | str, printed: str) -> None:
    pdf = measured(replace(letter("state-correction-request"), number=number))
    assert pdf.has(f"Số: {printed}/SXD-VP")


def test_place_and_date_are_13_to_14_italic_level_with_the_number(state: Measured) -> None:
    day, number = state.line("An Giang, ngày 05 tháng 10 năm 2026"), state.line("Số:")
    assert 13 <= day.size <= 14
    assert face(day) == "Italic"
    assert day.y == pytest.approx(number.y, abs=0.01)
    assert day.middle == pytest.approx(state.line("CỘNG HÒA").middle, abs=0.1)


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (date(2026, 2, 5), "ngày 05 tháng 02 năm 2026"),
        (date(2019, 6, 29), "ngày 29 tháng 6 năm 2019"),
        (date(2026, 1, 10), "ngày 10 tháng 01 năm 2026"),
        (date(2026, 3, 1), "ngày 01 tháng 3 năm 2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
    ],
)
@pytest.mark.parametrize("name", ["state-correction-request", "144-CV-TU"])
def test_days_below_10_and_the_months_1_and_2_get_a_zero(
    name: str, day: date, printed: str
) -> None:
    data = replace(letter(name), date=day)
    assert measured(data).has(f"{data.place}, {printed}")


def test_the_subject_of_a_state_letter_is_12_to_13_upright_after_v_v(state: Measured) -> None:
    subject, number = state.line("V/v yêu cầu đăng cải chính"), state.line("Số:")
    assert 12 <= subject.size <= 13
    assert face(subject) == "Regular"
    assert subject.middle == pytest.approx(number.middle, abs=0.1)
    assert subject.top - number.bottom + 1.5 >= 6 / MM
    assert share(subject.end) < 0.42


# Party: the head --------------------------------------------------------------------------


def test_the_party_title_is_15_bold_top_right_with_a_rule_of_its_length(party: Measured) -> None:
    title = party.line("ĐẢNG CỘNG SẢN VIỆT NAM")
    assert (title.size, face(title)) == (15, "Bold")
    assert share(title.start) > 0.42
    rule = party.rule_under(title)
    assert rule.end - rule.start == pytest.approx(title.width, abs=0.3)


def test_the_party_issuing_body_is_14_bold_level_with_the_title(party: Measured) -> None:
    body = party.line("TỈNH ỦY KIÊN GIANG")
    assert (body.size, face(body)) == (14, "Bold")
    assert body.y == pytest.approx(party.line("ĐẢNG CỘNG SẢN").y, abs=0.01)
    assert share(body.end) < 0.44


def test_the_party_superior_body_is_14_upright() -> None:
    body = measured_letter("party-notice").line("TỈNH ỦY AN GIANG")
    assert (body.size, face(body)) == (14, "Regular")


def test_a_star_and_no_rule_stands_under_the_party_body(party: Measured) -> None:
    body, star = party.line("TỈNH ỦY KIÊN GIANG"), party.line("*")
    assert star.middle == pytest.approx(body.middle, abs=0.1)
    assert body.y < star.y < party.line("Số 144-CV/TU").y
    assert len([rule for rule in party.rules if rule.page == 1]) == 1  # the title's


def test_the_party_number_is_14_without_a_colon(party: Measured) -> None:
    number = party.line("Số 144-CV/TU")
    assert (number.size, face(number)) == (14, "Regular")
    assert number.middle == pytest.approx(party.line("*").middle, abs=0.1)


def test_the_party_date_is_14_italic_under_the_title(party: Measured) -> None:
    day = party.line("Kiên Giang, ngày 06 tháng 5 năm 2021")
    assert (day.size, face(day)) == (14, "Italic")
    assert day.middle == pytest.approx(party.line("ĐẢNG CỘNG SẢN").middle, abs=0.1)


def test_the_subject_of_letter_144_is_12_italic_on_3_or_4_lines_without_v_v(
    party: Measured,
) -> None:
    lines = [line for line in party.lines if line.size == 12 and line.page == 1]
    assert 3 <= len(lines) <= 4
    assert {face(line) for line in lines} == {"Italic"}
    assert " ".join(line.text for line in lines) == letter("144-CV-TU").subject
    assert len({round(line.middle, 1) for line in lines}) == 1


# Named documents --------------------------------------------------------------------------


def test_a_state_type_name_is_13_to_14_bold_centred(decision: Measured) -> None:
    name = next(line for line in decision.lines if line.text == "QUYẾT ĐỊNH")
    assert 13 <= name.size <= 14
    assert face(name) == "Bold"
    assert name.middle == pytest.approx((LEFT + RIGHT) / 2, abs=0.1)


def test_a_state_type_subject_is_13_to_14_bold_with_a_rule(decision: Measured) -> None:
    first = decision.line("Về việc phân công người phát ngôn")
    last = decision.line("và cung cấp thông tin cho báo chí")
    for line in (first, last):
        assert 13 <= line.size <= 14
        assert face(line) == "Bold"
        assert line.middle == pytest.approx((LEFT + RIGHT) / 2, abs=0.1)
    rule = decision.rule_under(last)
    assert 1 / 3 <= (rule.end - rule.start) / last.width <= 1 / 2


def test_a_party_type_name_is_15_to_16_bold_with_five_hyphens_under_the_subject(
    party_decision: Measured,
) -> None:
    name = next(line for line in party_decision.lines if line.text == "QUYẾT ĐỊNH")
    assert 15 <= name.size <= 16
    assert face(name) == "Bold"
    subject = party_decision.line("về việc ban hành Quy chế")
    assert 14 <= subject.size <= 15
    assert face(subject) == "Bold"
    hyphens = party_decision.line("-----")
    assert hyphens.text == "-----"
    assert hyphens.middle == pytest.approx(subject.middle, abs=0.1)


def test_the_authority_of_a_decision_is_bold_capitals_in_the_middle(decision: Measured) -> None:
    authority = decision.line("GIÁM ĐỐC SỞ VĂN HÓA VÀ THỂ THAO")
    assert face(authority) == "Bold"
    assert authority.middle == pytest.approx((LEFT + RIGHT) / 2, abs=0.1)
    assert authority.y < decision.line("Căn cứ Luật Báo chí").y


def test_state_legal_bases_are_italic_and_closed_by_semicolons(decision: Measured) -> None:
    lines = [line for line in decision.lines if face(line) == "Italic" and line.size == 14]
    assert {face(line) for line in lines} == {"Italic"}
    text = " ".join(line.text for line in lines)
    assert "năm 2025; Căn cứ Nghị định" in text
    assert text.endswith("Theo đề nghị của Chánh Văn phòng Sở.")


def test_party_legal_bases_are_upright_behind_dashes(party_decision: Measured) -> None:
    for beginning in ("- Căn cứ Điều lệ Đảng;", "- Căn cứ Quy chế làm việc"):
        assert face(party_decision.line(beginning)) == "Regular"
    assert party_decision.line("- Xét đề nghị").text.endswith(".")


def test_the_word_of_decision_stands_once_in_bold_before_article_1(decision: Measured) -> None:
    word = decision.line("QUYẾT ĐỊNH:")
    assert face(word) == "Bold"
    assert word.y < decision.line("Điều 1.").y


def test_the_number_of_an_article_is_bold_and_its_text_upright(decision: Measured) -> None:
    number = decision.line("Điều 1.")
    assert (number.text, face(number)) == ("Điều 1. ", "Bold")
    text = decision.line("Phân công ông Lê Văn Cường")
    assert face(text) == "Regular"
    assert text.y == pytest.approx(number.y, abs=0.01)


def test_minutes_bear_two_signers_and_no_place_and_date() -> None:
    pdf = measured_letter("state-minutes")
    assert not pdf.has("An Giang, ngày")
    left, right = pdf.line("THƯ KÝ"), pdf.line("CHỦ TỌA")
    assert left.y == pytest.approx(right.y, abs=0.01)
    assert left.end < right.start
    assert pdf.line("Ngô Quốc Đạt").middle == pytest.approx(left.middle, abs=0.1)
    assert pdf.line("Trần Thị Bình Minh").middle == pytest.approx(right.middle, abs=0.1)
    assert pdf.line("Nơi nhận:").y > pdf.line("Ngô Quốc Đạt").y


# Addressees -------------------------------------------------------------------------------


def test_one_recipient_stands_on_the_line_of_kinh_gui() -> None:
    line = measured_letter("state-letter-one-recipient").line("Kính gửi:")
    assert line.text == "Kính gửi: Báo Điện tử Miền Sông"
    assert 13 <= line.size <= 14
    assert face(line) == "Regular"


def test_state_recipients_stand_behind_dashes_aligned_under_the_colon(state: Measured) -> None:
    label = state.line("Kính gửi:")
    assert label.text == "Kính gửi:"
    colon = label.chars[-1][1]
    lines = [state.line("- Báo Điện tử"), state.line("- Tạp chí")]
    assert [line.start for line in lines] == pytest.approx([colon, colon], abs=0.2)
    assert [line.text[-1] for line in lines] == [";", "."]


def test_the_recipients_of_letter_144_all_end_with_a_comma(party: Measured) -> None:
    label = party.line("Kính gửi:")
    assert (label.size, face(label)) == (14, "Italic")
    lines = [line for line in party.lines if line.page == 1 and line.text.startswith("- ")][:4]
    assert [line.text for line in lines] == [
        "- Các đồng chí Tỉnh ủy viên,",
        "- Ban cán sự đảng, đảng đoàn,",
        "- Các sở, ban, ngành, đoàn thể cấp tỉnh,",
        "- Các huyện, thành ủy, đảng ủy trực thuộc,",
    ]
    assert len({round(line.start, 2) for line in lines}) == 1
    assert lines[0].y == pytest.approx(label.y, abs=0.01)


# The text ---------------------------------------------------------------------------------


def body_lines(pdf: Measured) -> list[Line]:
    """Return the lines of text between the addressees and the signer's block."""
    lines = [line for line in pdf.lines if line.size == 14 and face(line) == "Regular"]
    in_block = [line for line in lines if share(line.start) < 0.1 and line.y > TOP]
    return [line for line in in_block if line.text != "Nơi nhận:"]


@pytest.mark.parametrize(
    ("name", "indent"), [("state-correction-request", 12.7), ("144-CV-TU", 10)]
)
def test_the_first_line_of_a_paragraph_is_indented(name: str, indent: float) -> None:
    starts = {round(line.start - LEFT, 1) for line in body_lines(measured_letter(name))}
    assert starts == {0, indent}


@pytest.mark.parametrize("name", ["state-correction-request", "144-CV-TU"])
def test_paragraphs_stand_6_points_apart_on_lines_of_18_points(name: str) -> None:
    lines = body_lines(measured_letter(name))
    steps = {
        round((low.y - high.y) * MM, 1)
        for high, low in itertools.pairwise(lines)
        if low.page == high.page
    }
    assert steps == {18, 24}


@pytest.mark.parametrize("name", ["state-correction-request", "144-CV-TU"])
def test_every_line_but_a_paragraphs_last_reaches_the_right_margin(name: str) -> None:
    lines = body_lines(measured_letter(name))
    for line, following in itertools.pairwise(lines):
        if round(following.start - LEFT, 1) == 0:
            assert line.end == pytest.approx(RIGHT, abs=0.1), line.text


def test_a_state_letter_ends_with_the_slash_between_full_stops(state: Measured) -> None:
    assert state.flat_text.count("./.") == 1
    assert body_lines(state)[-1].text == "bằng văn bản./."


def test_a_party_letter_ends_with_a_full_stop(party: Measured) -> None:
    assert body_lines(party)[-1].text.endswith("Ban Thường vụ Tỉnh ủy.")
    assert "./." not in party.flat_text


# The foot ---------------------------------------------------------------------------------


def test_state_capacity_title_and_name_are_13_to_14_bold_centred_right(state: Measured) -> None:
    lines = [state.line(text) for text in ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn A")]
    for line in lines:
        assert 13 <= line.size <= 14
        assert face(line) == "Bold"
        assert line.middle == pytest.approx(lines[0].middle, abs=0.1)
        assert share(line.start) > 0.48
    assert lines[0].y < lines[1].y < lines[2].y


def test_letter_144_is_signed_in_bold(party: Measured) -> None:
    for text in ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC", "Mai Văn Huỳnh"):
        line = party.line(text)
        assert (line.size, face(line)) == (14, "Bold")


def test_after_the_changeover_the_party_title_is_not_bold() -> None:
    pdf = measured_letter("party-decision")
    assert face(pdf.line("T/M BAN THƯỜNG VỤ")) == "Bold"
    assert face(pdf.line("PHÓ BÍ THƯ")) == "Regular"


@pytest.mark.parametrize("name", LETTERS)
def test_there_is_room_for_the_signature(name: str) -> None:
    pdf, data = measured_letter(name), letter(name)
    signed = pdf.line(data.signer_name)
    above = max(
        (
            line
            for line in pdf.lines
            if line.page == signed.page
            and line.y < signed.y
            and share(line.middle) > 0.6
            and face(line) != "Italic"
            and line.size == 14
            and line.start > LEFT + 30
        ),
        key=lambda line: line.y,
    )
    assert signed.top - above.bottom >= 25


def test_state_noi_nhan_is_12_bold_italic_level_with_the_capacity(state: Measured) -> None:
    label = state.line("Nơi nhận:")
    assert (label.size, face(label)) == (12, "BoldItalic")
    assert label.start == pytest.approx(LEFT, abs=0.1)
    assert label.y == pytest.approx(state.line("KT. GIÁM ĐỐC").y, abs=0.01)


def test_the_state_distribution_list_is_11_with_semicolons_and_a_full_stop(
    state: Measured,
) -> None:
    lines = [line for line in state.lines if line.size == 11]
    assert {face(line) for line in lines} == {"Regular"}
    assert " ".join(line.text for line in lines) == (
        "- Như trên; - UBND tỉnh (để báo cáo); - Sở Văn hóa và Thể thao (để theo dõi, đôn đốc); "
        "- Lưu: VT, VP."
    )
    assert all(share(line.end) < 0.48 for line in lines)


def test_party_noi_nhan_is_14_underlined_level_with_the_capacity(party: Measured) -> None:
    label = party.line("Nơi nhận:")
    assert (label.size, face(label)) == (14, "Regular")
    assert label.y == pytest.approx(party.line("T/M BAN THƯỜNG VỤ").y, abs=0.01)
    underline = party.rule_under(label)
    assert underline.end - underline.start == pytest.approx(label.width, abs=0.3)
    assert underline.top - label.y < 1


def test_the_distribution_list_of_letter_144_is_12_with_commas_and_a_full_stop(
    party: Measured,
) -> None:
    lines = [line for line in party.lines if line.size == 12 and line.page == 2]
    assert [line.text for line in lines] == [
        "- Như trên,",
        "- Ủy ban nhân dân tỉnh,",
        "- Ban Tuyên giáo Tỉnh ủy,",
        "- Sở Thông tin và Truyền thông,",
        "- Lưu Văn phòng Tỉnh ủy.",
    ]


def test_after_the_changeover_party_lists_take_semicolons() -> None:
    pdf = measured_letter("party-decision")
    assert pdf.line("- Như Điều 2").text == "- Như Điều 2;"


# Marks ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("urgency", "width"),
    [(Urgency.URGENT, 20), (Urgency.VERY_URGENT, 40), (Urgency.EXPRESS, 30)],
)
@pytest.mark.parametrize("name", ["state-correction-request", "144-CV-TU"])
def test_the_stamp_of_urgency_has_its_legal_size(name: str, urgency: Urgency, width: int) -> None:
    pdf = measured(replace(letter(name), urgency=urgency))
    (box,) = pdf.boxes
    assert box.end - box.start == pytest.approx(width, abs=0.1)
    assert box.bottom - box.top == pytest.approx(8, abs=0.1)
    assert box.colour[0] > 0.5 > box.colour[1]  # red
    word = pdf.line(str(urgency))
    assert 13 <= word.size <= 14
    assert face(word) == "Bold"
    assert box.start < word.start < word.end < box.end
    assert box.top < word.top + 1 < word.y < box.bottom
    subject_end = max(line.bottom for line in pdf.lines if line.size == 12 and line.page == 1
                      and line.y < 100)  # fmt: skip
    assert box.top > subject_end


@pytest.mark.parametrize("name", ["state-correction-request", "144-CV-TU"])
def test_a_draft_says_so_on_every_page(name: str) -> None:
    pdf = measured(replace(letter(name), draft=True, body=letter(name).body * 3))
    marks = [line.page for line in pdf.lines if line.text == "DỰ THẢO"]
    assert marks == list(range(1, pdf.pages + 1))
    assert not measured_letter(name).has("DỰ THẢO")


@pytest.mark.parametrize("name", ["state-correction-request", "144-CV-TU"])
def test_without_number_and_date_there_is_room_to_write_them(name: str) -> None:
    pdf = measured(replace(letter(name), number=None, date=None))
    number = next(line for line in pdf.lines if line.text.startswith("Số"))
    label, _, symbol = number.text.partition("  ")
    assert label.rstrip() in ("Số:", "Số")
    assert symbol.strip() in ("/SXD-VP", "-CV/TU")
    blank = next(left for char, left, _ in number.chars if char in "/-") - number.chars[2][2]
    assert blank > 12
    day = pdf.line(f"{letter(name).place}, ngày")
    assert day.text.split() == [*f"{letter(name).place},".split(), "ngày", "tháng", "năm"]
    assert day.y == pytest.approx(number.y, abs=0.01)
