"""Duty 24: which lines and names bear the mark of a state secret, and which only look like it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.duties.secrecy import Mark, marks, name_marks, tidy_line

STAMPS = ("MẬT", "TỐI MẬT", "TUYỆT MẬT", "ĐỘ MẬT", "Độ mật: Tối mật", "DẤU MẬT")


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("MẬT", "MẬT"),
        ("  [ TỐI MẬT ]  ", "TỐI MẬT"),
        ("*** TUYỆT MẬT ***", "TUYỆT MẬT"),
        ("M Ậ T", "MẬT"),
        ("T Ố I   M Ậ T", "TỐI MẬT"),
        ("ĐỘ MẬT", "ĐỘ MẬT"),
        ("ĐỘ MẬT: A", "ĐỘ MẬT"),
        ("Độ mật: Mật", "MẬT"),
        ("độ mật", "ĐỘ MẬT"),
        ("Dấu mật", "ĐỘ MẬT"),
        ("Mức độ mật: TUYỆT MẬT", "TUYỆT MẬT"),
        ("Độ mật: Mật (A1)", "MẬT"),
        ("- Độ mật:  Tối  mật, theo Quyết định số 5/QĐ-TTg", "TỐI MẬT"),
        ("Độ mật: A", "ĐỘ MẬT"),
        ("MẬT – HỎA TỐC", "MẬT"),
        ("TUYỆT MẬT – Bản số: 02", "TUYỆT MẬT"),
        ("TÀI LIỆU TỐI MẬT", "TỐI MẬT"),
        ("KHẨN\tTỐI MẬT", "TỐI MẬT"),
        ("UBND TỈNH AN GIANG          MẬT", "MẬT"),
        ("| MẬT | Số: 12/BC |", "MẬT"),
        ("M\u200bẬ\u00adT", "MẬT"),
        ("ＭẬＴ", "MẬT"),
    ],
)
def test_a_stamp_on_its_own_line_is_a_mark(text: str, level: str) -> None:
    assert marks(text) == (Mark(level, 1),)
    assert marks(unicodedata.normalize("NFD", text)) == (Mark(level, 1),)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Tuân thủ các quy định của Đảng, pháp luật của Nhà nước về bảo vệ bí mật.",
        "BẢO VỆ BÍ MẬT NHÀ NƯỚC",
        "BÍ MẬT",
        "MẬT ONG U MINH",
        "MẬT ĐỘ DÂN SỐ",
        "Mật",
        "tối mật",
        "Văn bản đóng dấu MẬT không được đưa vào đây",
        "Độ mật: Thường",
        "Độ mật: không",
        "Mức độ mật: do người đứng đầu quyết định.",
        "BẢO VỆ TÀI LIỆU MẬT",
        "Bản số 2",
        "ĐỘ MẬT CỦA VĂN BẢN DO NGƯỜI SOẠN THẢO ĐỀ XUẤT",
        "Danh mục bí mật nhà nước độ Tối mật",
    ],
)
def test_ordinary_words_are_none(text: str) -> None:
    assert marks(text) == ()


@pytest.mark.parametrize("separator", ["\n", "\r\n", "\r", "\v", "\f", "\u2028", "\u2029", "\x85"])
def test_whatever_ends_a_line_leaves_the_stamp_on_its_own(separator: str) -> None:
    text = separator.join(("Kế hoạch", "TỐI MẬT", "điều chuyển"))
    assert marks(text) == (Mark("TỐI MẬT", 2),)


@pytest.mark.parametrize(
    "name",
    [
        "MẬT.pdf",
        "12-BC-MẬT.pdf",
        "[TỐI MẬT] Phương án.docx",
        "Báo cáo MẬT.pdf",
        "bao_cao_TUYET_MAT.pdf",
        "PHUONG AN (TOI MAT).docx",
        "ĐỘ MẬT A.pdf",
    ],
)
def test_a_level_in_capitals_marks_the_name_of_a_file(name: str) -> None:
    assert name_marks(name)
    assert name_marks(unicodedata.normalize("NFD", name))
    assert name_marks(f"D:/Hồ sơ/{name}")


@pytest.mark.parametrize(
    "name",
    [
        "Bảo vệ bí mật.pdf",
        "LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC.pdf",
        "bao_ve_BÍ_MẬT.docx",
        "MẬT ONG.jpg",
        "MẬT ĐỘ DÂN SỐ.xlsx",
        "mật khẩu.txt",
        "BC-MAT-BANG.pdf",
        "",
    ],
)
def test_names_with_ordinary_words_are_not_marked(name: str) -> None:
    assert name_marks(name) == ()


_WORDS = st.text(st.sampled_from("aăâbcđeêhikmnoôơtưuvyáàảãạ .,;:-()0123456789"), max_size=40)


@given(st.lists(_WORDS), st.sampled_from(STAMPS), st.lists(_WORDS), st.sampled_from(" .*[]_\u00a0"))
def test_a_stamp_is_found_whatever_stands_around(
    above: list[str], stamp: str, below: list[str], edge: str
) -> None:
    text = "\n".join((*above, f"{edge}{stamp}{edge}", *below))
    assert marks(text)
    assert marks(tidy_line(text)), "tidying must not hide a mark"


@given(st.lists(_WORDS))
def test_text_in_small_letters_is_never_marked(lines: list[str]) -> None:
    assert [mark for mark in marks("\n".join(lines)) if mark.level != "ĐỘ MẬT"] == []


def test_a_line_is_tidied_as_ever_where_there_is_no_mark() -> None:
    assert tidy_line("  Bờ kè\n  nứt ") == "Bờ kè nứt"
