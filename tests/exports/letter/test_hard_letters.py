"""What a clerk may really type: too long, too many, too odd."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.exports.letter import LetterData
from app.rules.vocabulary import DocumentType, Urgency
from tests.exports.letter.measuring import (
    BOTTOM,
    LEFT,
    RIGHT,
    TOP,
    Measured,
    face,
    letter,
    measured,
)

BOTH = pytest.mark.parametrize("name", ["state-correction-request", "144-CV-TU"])
LONG_NAME = "ỦY BAN NHÂN DÂN ĐẶC KHU HÀNH CHÍNH - KINH TẾ PHÚ QUỐC VÀ CÁC ĐẢO PHỤ CẬN TỈNH AN GIANG"
URL = "https://www.baodientu.example/2026/09/28/" + "cau-dan-sinh-sut-lun-" * 8 + "1.html?id=1&s=fb"


def assert_inside(pdf: Measured) -> None:
    for line in pdf.lines:
        if line.y < TOP - 1:
            continue
        assert line.start >= LEFT - 0.01, line.text
        assert line.end <= RIGHT + 0.05, line.text
        assert line.bottom <= BOTTOM + 0.01, line.text


def assert_nothing_overlaps(pdf: Measured) -> None:
    lines = sorted(pdf.lines, key=lambda line: (line.page, line.y))
    for index, line in enumerate(lines):
        for other in lines[index + 1 :]:
            if other.page != line.page or other.y - line.y > 4:
                break
            apart = other.start >= line.end - 0.1 or other.end <= line.start + 0.1
            lower = other.y - line.y > 3.5
            assert apart or lower, f"{line.text!r} runs into {other.text!r}"


@BOTH
def test_long_names_wrap_inside_their_column(name: str) -> None:
    data = replace(
        letter(name),
        superior_body=LONG_NAME,
        issuing_body="VĂN PHÒNG " + LONG_NAME,
        symbol="VPUBNDTAG-KGVX-TTBCXB-QLBC-CNTT-VHTT",
        place="Thành phố Hồ Chí Minh",
        subject="đăng cải chính, xin lỗi " * 12,
        urgency=Urgency.VERY_URGENT,
    )
    pdf = measured(data)
    assert_inside(pdf)
    assert_nothing_overlaps(pdf)
    split = LEFT + 0.44 * (RIGHT - LEFT)
    name_lines = [line for line in pdf.lines if line.page == 1 and line.start < split - 5
                  and line.text.isupper() and face(line) == "Bold" and line.y < 100]  # fmt: skip
    assert all(line.end < split for line in name_lines)
    widths = [line.width for line in name_lines if line.text != "THƯỢNG KHẨN"]
    assert min(widths) > 0.45 * max(widths)


@BOTH
def test_room_for_the_number_stays_before_a_long_symbol(name: str) -> None:
    data = replace(letter(name), number=None, date=None, symbol="VPUBNDTAG-KGVX-TTBCXB-QLBC-CNTT")
    pdf = measured(replace(data, place="Thành phố Hồ Chí Minh"))
    assert_inside(pdf)
    assert_nothing_overlaps(pdf)


@BOTH
def test_forty_recipients_and_sixty_copies_flow_over_the_pages(name: str) -> None:
    data = replace(
        letter(name),
        recipients=tuple(f"Cơ quan báo chí {n}" for n in range(1, 41)),
        distribution=tuple(f"Nơi nhận {n} (để biết, theo dõi và đôn đốc)" for n in range(60)),
    )
    pdf = measured(data)
    assert_inside(pdf)
    assert_nothing_overlaps(pdf)
    for number in range(1, 41):
        assert f"- Cơ quan báo chí {number}" in pdf.flat_text
    for number in range(60):
        assert f"- Nơi nhận {number} (" in pdf.flat_text
    assert pdf.line("Nơi nhận:").page == pdf.line(data.signer_name).page
    assert pdf.lines[-1].page == pdf.pages


def test_a_few_more_copies_than_the_block_is_high_stay_on_its_page() -> None:
    data = letter("state-correction-request")
    for extra in range(20):
        lines = (*data.body, *["Thêm một dòng."] * extra)
        pdf = measured(replace(data, body=lines, distribution=tuple(f"Nơi {n}" for n in range(12))))
        pages = {line.page for line in pdf.lines if line.size == 11}
        assert len(pages) == 1


@BOTH
def test_a_text_of_twelve_pages_keeps_its_numbers(name: str) -> None:
    data = letter(name)
    pdf = measured(replace(data, body=(letter("144-CV-TU").body[0],) * 48))
    assert pdf.pages >= 10
    assert_inside(pdf)
    numbers = [line.text for line in pdf.lines if line.y < TOP - 1]
    assert numbers == [str(page) for page in range(2, pdf.pages + 1)]


@BOTH
def test_a_long_address_never_leaves_the_column(name: str) -> None:
    data = replace(
        letter(name),
        body=(f"Bài tại {URL} là không đúng sự thật.", f"Xem {URL}", "A" * 300),
        recipients=(URL,),
        distribution=(URL, "Lưu: VT"),
    )
    pdf = measured(data)
    assert_inside(pdf)
    letters_only = "".join(line.text for line in pdf.lines).replace(" ", "")
    assert letters_only.count(URL) >= 2
    assert "A" * 300 in letters_only


@BOTH
def test_the_signers_block_is_never_alone_on_a_page(name: str) -> None:
    """Wherever the text ends, at least its last two lines stand with the block."""
    data = letter(name)
    for count in range(36):
        pdf = measured(replace(data, body=("Một dòng.",) * count + (data.body[0],)))
        page = pdf.line(data.signer_name).page
        text = [
            line
            for line in pdf.lines
            if line.page == page and line.size == 14 and line.y > TOP and line.start < LEFT + 15
            and line.text != "Nơi nhận:"
        ]  # fmt: skip
        assert len(text) >= 2, f"{count} lines before"


@BOTH
def test_a_text_that_ends_just_where_the_page_does_makes_no_empty_page(name: str) -> None:
    data = replace(letter(name), distribution=())
    seen = set()
    for count in range(1, 45):
        pdf = measured(replace(data, body=("Một dòng.",) * count))
        assert {line.page for line in pdf.lines if line.y > TOP} == set(range(1, pdf.pages + 1))
        seen.add(pdf.pages)
    assert seen == {1, 2}


@BOTH
def test_no_page_begins_or_ends_with_a_single_line_of_a_paragraph(name: str) -> None:
    data, paragraph = letter(name), letter("144-CV-TU").body[0]
    for count in range(4):
        pdf = measured(replace(data, body=("Một dòng.",) * count + (paragraph,) * 12))
        text = [
            line
            for line in pdf.lines
            if line.size == 14
            and face(line) == "Regular"
            and line.start < LEFT + 15
            and line.y > TOP
            and line.text != "Nơi nhận:"
        ]
        starts = [index for index, line in enumerate(text) if line.start > LEFT + 5]
        starts = [index for index in starts if text[index].text != "Một dòng."]
        for first, following in zip(starts, [*starts[1:], len(text)], strict=True):
            pages = [line.page for line in text[first:following]]
            for page in set(pages):
                assert pages.count(page) != 1


@BOTH
def test_titles_and_capacities_may_take_several_lines(name: str) -> None:
    data = replace(
        letter(name),
        capacity=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"),
        signer_title="PHÓ CHỦ TỊCH THƯỜNG TRỰC ỦY BAN NHÂN DÂN ĐẶC KHU PHÚ QUỐC",
    )
    pdf = measured(data)
    assert_inside(pdf)
    assert_nothing_overlaps(pdf)
    capacity, second = pdf.line("TM. ỦY BAN"), pdf.line("KT. CHỦ TỊCH")
    assert pdf.line("Nơi nhận:").y == pytest.approx(capacity.y, abs=0.01)
    title = [line for line in pdf.lines if line.page == second.page and line.y > second.y
             and line.text.isupper() and line.start > LEFT + 70]  # fmt: skip
    assert len(title) >= 2
    assert {round(line.middle, 1) for line in title} == {round(capacity.middle, 1)}


@BOTH
def test_without_superior_body_and_copies_nothing_is_left_open(name: str) -> None:
    pdf = measured(replace(letter(name), superior_body=None, distribution=()))
    assert not pdf.has("Nơi nhận")
    first = min(line.y for line in pdf.lines if line.y > TOP)
    assert pdf.line(letter(name).issuing_body).y == pytest.approx(first, abs=0.1)


def test_marks_typed_all_the_same_are_not_doubled() -> None:
    clean = letter("state-correction-request")
    marked = replace(
        clean,
        subject=f"V/v {clean.subject}.",
        recipients=tuple(f"- {text};" for text in clean.recipients),
        distribution=tuple(f"- {text};" for text in clean.distribution),
        body=(*clean.body[:-1], clean.body[-1] + "./."),
    )
    assert measured(marked).flat_text == measured(clean).flat_text


def test_the_mark_of_the_end_stands_only_at_the_end() -> None:
    """What was the last paragraph in another draft may be followed by the end of the meeting."""
    clean = letter("state-minutes")
    assert clean.ended_at
    marked = replace(clean, body=tuple(text.rstrip(".;") + "./." for text in clean.body))
    assert measured(marked).flat_text.count("./.") == 1


def test_a_recipient_of_two_lines_stays_on_one_page() -> None:
    data = letter("state-correction-request")
    name = "Đảng ủy, Ủy ban nhân dân xã {} thuộc tỉnh An Giang sau khi sắp xếp đơn vị hành chính"
    for first in (1, 2):
        recipients = ["Báo"] * first + [name.format(n) for n in range(40)]
        pdf = measured(replace(data, recipients=tuple(recipients)))
        heads = [line.page for line in pdf.lines if "ủy, Ủy ban nhân dân xã" in line.text]
        tails = [line.page for line in pdf.lines if line.text.rstrip().endswith("hành chính;")]
        assert set(heads) >= {1, 2}
        assert heads[:-1] == tails


def test_the_purpose_of_a_copy_is_not_parted() -> None:
    copies = ("Ban Tuyên giáo và Dân vận Trung ương (để báo cáo)", "Lưu Văn phòng")
    pdf = measured(replace(letter("144-CV-TU"), distribution=copies))
    assert pdf.line("- Ban Tuyên giáo").text == "- Ban Tuyên giáo và Dân vận Trung ương"
    assert pdf.line("(để báo cáo)").start > pdf.line("- Ban Tuyên giáo").start


def test_a_line_of_a_word_and_a_long_address_is_not_torn_open() -> None:
    address = "https://snnmt.angiang.gov.vn/vi/tin-tuc/thong-cao-bao-chi-ve-chat-" + "luongnuoc" * 4
    data = replace(letter("state-correction-request"), body=(f"Xem {address}.",))
    pdf = measured(data)
    gap = next(line for line in pdf.lines if line.text.startswith("Xem https"))
    (_, _, end), (_, start, _) = gap.chars[2], gap.chars[4]
    assert start - end < 2


def test_the_word_of_decision_typed_into_the_text_is_not_doubled() -> None:
    clean = letter("state-decision")
    typed = replace(clean, body=("QUYẾT ĐỊNH:", *clean.body))
    assert measured(typed).flat_text == measured(clean).flat_text


def test_quotes_dashes_and_fractions_are_set() -> None:
    odd = "Nội dung “½ số tiền…” – ‘theo báo’ — là 5 % của 1.234,5 m²."
    assert odd.rstrip(".") in measured(replace(letter("144-CV-TU"), body=(odd,))).flat_text


# Documents --------------------------------------------------------------------------------


def flat(data: LetterData) -> str:
    return measured(data).flat_text


def test_divisions_are_centred_with_their_title_in_capitals_below() -> None:
    data = replace(
        letter("state-decision"),
        body=(
            "Chương I. Quy định chung",
            "Điều 1. Phạm vi điều chỉnh",
            "Quy chế này quy định việc phát ngôn.",
            "Mục 2: Tổ chức thực hiện",
            "Điều 2. Trách nhiệm thi hành",
            "Mục 2 Điều này do Văn phòng thực hiện.",
        ),
    )
    pdf = measured(data)
    chapter, title = pdf.line("Chương I"), pdf.line("QUY ĐỊNH CHUNG")
    assert face(chapter) == face(title) == "Bold"
    assert chapter.middle == pytest.approx(title.middle, abs=0.1)
    assert chapter.text == "Chương I"
    assert pdf.has("TỔ CHỨC THỰC HIỆN")
    assert pdf.line("Điều 1. Phạm vi điều chỉnh")  # a title: all of it bold
    assert face(pdf.line("Mục 2 Điều này")) == "Regular"  # a sentence, not a heading


def test_a_heading_stays_with_what_follows() -> None:
    data = letter("state-report")
    for count in range(30):
        pdf = measured(replace(data, body=("Một dòng.",) * count + ("II. KẾT QUẢ", "Tốt.", "Hết.")))
        assert pdf.line("II. KẾT QUẢ").page == pdf.line("Tốt.").page


def test_an_invitation_names_guests_then_matter_then_chair_time_and_venue() -> None:
    text = flat(letter("state-invitation"))
    order = ["Trân trọng kính mời:", "- Đại diện lãnh đạo Ban", "Tới dự", "Chủ trì: Bà",
             "Thời gian: 8 giờ 00", "Địa điểm: Hội trường A", "Đề nghị các cơ quan"]  # fmt: skip
    assert sorted(order, key=text.index) == order
    assert text.count("./.") == 1


def test_an_invitation_in_the_offices_own_words_lists_the_guests_after_its_colon() -> None:
    text = flat(letter("party-invitation"))
    assert text.count("kính mời") == 1
    assert text.index("kính mời:") < text.index("- Đồng chí Chủ tịch") < text.index("Chủ trì:")


def test_an_invitation_that_invites_in_a_sentence_addresses_the_guests_above() -> None:
    data = letter("state-invitation")
    body = ("Sở Văn hóa và Thể thao trân trọng kính mời Quý vị tới dự họp báo.",)
    text = flat(replace(data, body=body))
    assert (
        text.index("Kính gửi:")
        < text.index("- Đại diện lãnh đạo Ban")
        < text.index("Sở Văn hóa và Thể thao trân")
    )
    one = flat(replace(data, body=("Tới dự họp báo.",), recipients=("Báo An Giang",)))
    assert "Trân trọng kính mời: Báo An Giang. Tới dự họp báo." in one


def test_minutes_say_when_where_who_what_and_when_it_ended() -> None:
    text = flat(letter("state-minutes"))
    order = [
        "Thời gian bắt đầu: 8 giờ 00",
        "Địa điểm: Hội trường A",
        "Thành phần tham dự:",
        "- 14 cơ quan báo chí",
        "Chủ trì: Bà",
        "Thư ký: Ngô Quốc Đạt",
        "Nội dung:",
        "1. Bà",
        "Cuộc họp kết thúc vào 11 giờ 15 cùng ngày./.",
        "THƯ KÝ",
        "CHỦ TỌA",
        "Nơi nhận:",
    ]
    assert sorted(order, key=text.index) == order


@BOTH
def test_the_names_under_minutes_stand_level(name: str) -> None:
    data = replace(
        letter(name),
        document_type=DocumentType.MINUTES,
        capacity=(),
        signer_title="PHÓ CHỦ TỊCH THƯỜNG TRỰC ỦY BAN NHÂN DÂN ĐẶC KHU PHÚ QUỐC",
        secretary_name="Thư Ký Họp",
    )
    pdf = measured(data)
    assert pdf.line("Thư Ký Họp").y == pytest.approx(pdf.line(data.signer_name).y, abs=0.01)
    assert pdf.line("THƯ KÝ").y == pytest.approx(pdf.line("CHỦ TỌA").y, abs=0.01)


def test_minutes_without_a_secretary_are_signed_by_the_chair_alone() -> None:
    pdf = measured(replace(letter("state-minutes"), secretary_name=None, attendees=("Một người",)))
    assert not pdf.has("THƯ KÝ")
    assert pdf.has("CHỦ TỌA")
    assert pdf.has("Thành phần tham dự: Một người.")


@pytest.mark.parametrize("kind", list(DocumentType))
@BOTH
def test_every_type_can_be_set_from_the_facts_of_any_letter(name: str, kind: DocumentType) -> None:
    pdf = measured(replace(letter(name), document_type=kind))
    assert_inside(pdf)
    assert_nothing_overlaps(pdf)
    if kind is not DocumentType.OFFICIAL_LETTER:
        title = next(line for line in pdf.lines if line.text == kind.label.upper())
        assert face(title) == "Bold"


def test_other_documents_may_state_their_grounds_too() -> None:
    pdf = measured(letter("state-authorisation"))
    assert face(pdf.line("Căn cứ Luật Báo chí")) == "Italic"
    assert not pdf.has("QUYẾT ĐỊNH")
