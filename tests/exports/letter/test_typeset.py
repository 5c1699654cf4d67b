"""Lines: what must not be parted, what must be, and how wide they may grow."""

from __future__ import annotations

import pytest

from app.exports.letter.typesetting.fonts import Family, load_family
from app.exports.letter.typesetting.headings import balanced_lines
from app.exports.letter.typesetting.justify import justified_lines
from app.exports.letter.typesetting.typeset import Font, Line, break_lines, unbreakable

PLAIN = Font(14)
COLUMN = 468.0


@pytest.fixture
def family() -> Family:
    return load_family()


def text_of(line: Line) -> str:
    return "".join(text for _, text in line.runs)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("sáng ngày 06 tháng 5 năm 2021 tại", "ngày 06"),
        ("sáng ngày 06 tháng 5 năm 2021 tại", "tháng 5"),
        ("sáng ngày 06 tháng 5 năm 2021 tại", "năm 2021"),
        ("theo Biên bản số 18/BB-BQL của", "số 18/BB-BQL"),
        ("theo Điều 42 Luật", "Điều 42"),
        ("tại khoản 2 và điểm a của", "khoản 2"),
        ("tại khoản 2 và điểm a của", "điểm a"),
        ("phát biểu của ông Trần Đức Lương", "ông Trần"),
        ("mời đồng chí Lê Văn A dự", "đồng chí Lê"),
        ("tên là Nguyễn Văn A.", "Văn A."),
        ("lún 12 cm, trong", "12 cm,"),
        ("trong quý IV năm nay", "quý IV"),
        ("lúc 09 giờ 30 phút ngày", "09 giờ 30"),
        ("hơn 100 % đơn vị", "100 %"),
        ("lần này – nếu có", "này –"),
        ("cột A (pH = 7,2; đạt", "(pH = 7,2;"),
        ("xả 500 m³/ngày đêm", "500 m³/ngày"),
        ("đạt 18 mg/l; COD", "18 mg/l;"),
        ("hơn 1,2 tỷ đồng, trong", "1,2 tỷ đồng,"),
        ("giai đoạn 1 qua", "đoạn 1"),
    ],
)
def test_numbers_dates_and_names_are_not_parted(text: str, pair: str) -> None:
    assert any(pair in unit for unit in unbreakable(text)), unbreakable(text)


@pytest.mark.parametrize(
    "text", ["ngày 06 tháng 5 năm 2021", "các đồng nghiệp chí tình", "ông bà ta", "số lượng"]
)
def test_only_pairs_are_kept_together(text: str) -> None:
    """A whole date that cannot break would leave a hole in the line before it."""
    assert len(unbreakable(text)) > 1
    assert max(unit.count(" ") for unit in unbreakable(text)) <= 1


def test_a_paragraph_breaks_into_lines_that_fit_and_lose_nothing(family: Family) -> None:
    text = "Các cấp ủy, cơ quan, đơn vị, địa phương đã quan tâm thực hiện tốt công tác " * 5
    lines = justified_lines(family, [(text, PLAIN)], COLUMN, 36)
    assert lines[0].width <= COLUMN - 36
    assert all(line.width <= COLUMN for line in lines)
    assert " ".join(map(text_of, lines)) == text.strip()
    assert all(line.width > 0.8 * COLUMN for line in lines[1:-1])


def test_an_address_breaks_at_its_marks_and_never_runs_out(family: Family) -> None:
    url = "https://bao.example/2026/09/28/" + "cau-dan-sinh-ap-kinh-moi-" * 6 + "1.html?id=1&x=2"
    lines = break_lines(family, [(f"Xem bài tại {url} nhé", PLAIN)], COLUMN)
    assert all(line.width <= COLUMN + 1e-6 for line in lines)
    assert "".join(map(text_of, lines)).replace(" ", "") == f"Xembàitại{url}nhé"
    assert all(text_of(line)[-1] in "/-.?&=" for line in lines[:-1])


def test_a_word_without_marks_wider_than_the_line_is_cut(family: Family) -> None:
    lines = break_lines(family, [("A" * 200, PLAIN)], COLUMN)
    assert len(lines) > 1
    assert "".join(map(text_of, lines)) == "A" * 200
    assert all(line.width <= COLUMN + 1e-6 for line in lines)


def test_one_letter_wider_than_the_column_still_ends(family: Family) -> None:
    assert len(break_lines(family, [("WWW", PLAIN)], 5)) == 3


def test_a_heading_wraps_into_about_equal_lines(family: Family) -> None:
    lines = balanced_lines(family, "ỦY BAN NHÂN DÂN ĐẶC KHU PHÚ QUỐC TỈNH AN GIANG", PLAIN, 260)
    widths = [line.width for line in lines]
    assert len(lines) == 2
    assert min(widths) > 0.6 * max(widths)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Tăng cường lãnh đạo, thực hiện tốt công tác phát ngôn "
            "và cung cấp thông tin cho báo chí",
            [
                "Tăng cường lãnh đạo,",
                "thực hiện tốt công tác phát ngôn",
                "và cung cấp thông tin cho báo chí",
            ],
        ),
        ("BAN TUYÊN GIÁO VÀ DÂN VẬN TỈNH ỦY", ["BAN TUYÊN GIÁO", "VÀ DÂN VẬN TỈNH ỦY"]),
    ],
)
def test_a_heading_breaks_by_its_sense(family: Family, text: str, lines: list[str]) -> None:
    width = 175 if len(lines) == 3 else 200
    font = Font(12, italic=True) if len(lines) == 3 else PLAIN
    assert [text_of(line) for line in balanced_lines(family, text, font, width)] == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG CÁC CÔNG TRÌNH GIAO THÔNG VÀ NÔNG NGHIỆP TỈNH "
            "AN GIANG",
            [
                "BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ",
                "XÂY DỰNG CÁC CÔNG TRÌNH",
                "GIAO THÔNG VÀ NÔNG NGHIỆP",
                "TỈNH AN GIANG",
            ],
        ),
        ("VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH", ["VĂN PHÒNG", "ỦY BAN NHÂN DÂN TỈNH"]),
        ("BAN QUẢN LÝ KHU KINH TẾ PHÚ QUỐC", ["BAN QUẢN LÝ", "KHU KINH TẾ PHÚ QUỐC"]),
        ("ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH", ["ĐẢNG ỦY CÁC CƠ QUAN", "ĐẢNG TỈNH"]),
    ],
)
def test_the_words_of_a_name_are_not_parted(family: Family, text: str, lines: list[str]) -> None:
    broken = balanced_lines(family, text, Font(12, bold=True), 192)
    assert [text_of(line) for line in broken] == lines


def test_a_name_takes_one_more_line_rather_than_part_a_word(family: Family) -> None:
    name, bold = "SỞ KHOA HỌC VÀ CÔNG NGHỆ", Font(12, bold=True)
    width = 12 * family.face(bold=True, italic=False).width("SỞ KHOA HỌC VÀ CÔNG")
    broken = [text_of(line) for line in balanced_lines(family, name, bold, width)]
    assert broken == ["SỞ KHOA HỌC", "VÀ CÔNG NGHỆ"]
    narrow = 12 * family.face(bold=True, italic=False).width("SỞ KHOA HỌC")
    broken = [text_of(line) for line in balanced_lines(family, name, bold, narrow)]
    assert broken == ["SỞ KHOA HỌC", "VÀ", "CÔNG NGHỆ"]


def test_a_heading_without_end_is_broken_at_once(family: Family) -> None:
    lines = balanced_lines(family, "chữ " * 20_000, PLAIN, 400)
    assert sum(len(text_of(line).split()) for line in lines) == 20_000


def test_a_paragraph_ends_on_more_than_one_short_word(family: Family) -> None:
    text = "Sau khi kiểm tra, xác minh, Sở Nông nghiệp và Môi trường có ý kiến như sau:"
    lines = justified_lines(family, [(text, PLAIN)], 467.7, 36)
    assert [text_of(line) for line in lines][1:] == ["như sau:"]


def test_no_line_is_loose_where_another_break_helps(family: Family) -> None:
    text = (
        "Ủy ban nhân dân xã Vĩnh Hòa Hưng báo cáo kết quả thực hiện 6 tháng đầu năm với 12 lượt "
        "cung cấp thông tin, 3 cuộc họp báo và 1.250.000 đồng kinh phí tuyên truyền, đạt 98,5 % kế "
        "hoạch được giao theo Điều 42 Luật Báo chí và khoản 2 Điều 5 Nghị định số 09/2017/NĐ-CP."
    )
    for width in range(300, 480, 7):
        full = break_lines(family, [(text, PLAIN)], width)
        lines = justified_lines(family, [(text, PLAIN)], width, 0)
        assert len(lines) == len(full)
        assert " ".join(map(text_of, lines)) == text
        assert all(line.width <= width + 1e-6 for line in lines)
        assert loosest(lines, width) <= loosest(full, width) + 1e-6


def loosest(lines: list[Line], width: float) -> float:
    return max((width - line.width) / line.spaces for line in lines[:-1])


def test_bold_and_upright_share_a_line(family: Family) -> None:
    pieces = [("Điều 1.", Font(14, bold=True)), ("Giao ông Trần", PLAIN)]
    (line,) = break_lines(family, pieces, COLUMN)
    assert [text for _, text in line.runs] == ["Điều 1. ", "Giao ông Trần"]
    assert line.spaces == 4
