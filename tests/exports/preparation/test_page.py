"""Duty 25: the sheet taken along when one speaks is one page, whatever is on it."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pytest

from app.exports.letter.typesetting.fonts import FONT_FOLDER_VARIABLE
from app.exports.preparation.data import Entry, PreparationPaper
from app.exports.preparation.page import preparation_page

MM = 72 / 25.4
PAPER = PreparationPaper(
    office="Sở Xây dựng",
    title="Sạt lở bờ kè",
    heads=(("Phát ngôn", "05/10/2026 10:00, Trụ sở"), ("Người phát ngôn", "Trần Thị Bình")),
    message="Không có người bị thương.",
    facts=(Entry("Kè nứt 5 mét.", "Xác nhận: Đội quản lý đê, 05/10/2026 08:00"),),
    questions=(Entry("Hỏi: Ai chịu trách nhiệm?", "Trả lời: Đang xác minh."),),
    limits=(Entry("Số tiền thiệt hại", "Vì: Chưa có kết luận."),),
    secrecy="Đã xác nhận không chứa bí mật nhà nước lúc 05/10/2026 09:00.",
    prepared_by="Lê Văn An",
)


@pytest.fixture(autouse=True)
def _tinos(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FONT_FOLDER_VARIABLE, str(Path("/usr/share/fonts/truetype/croscore")))


def read(paper: PreparationPaper) -> tuple[str, float]:
    """Return the words of the only page, held to its margins, and the size of its plain type."""
    with pdfplumber.open(io.BytesIO(preparation_page(paper))) as pdf:
        (page,) = pdf.pages
        assert max(char["bottom"] for char in page.chars) <= (297 - 19) * MM
        assert max(char["x1"] for char in page.chars) <= (210 - 15) * MM + 0.01
        assert min(char["x0"] for char in page.chars) >= 20 * MM - 0.01
        size = page.chars[0]["size"]
        return " ".join(page.extract_text().split()), round(size, 1)


def many(count: int, words: str = "Câu hỏi khá dài của phóng viên về vụ việc này. ") -> tuple:
    return tuple(Entry(f"Hỏi: {words * 2}{n}?", f"Trả lời: {words * 3}") for n in range(count))


def test_facts_limits_and_questions_stand_in_this_order_with_who_confirmed_them() -> None:
    words, size = read(PAPER)
    assert size == 12
    places = [
        words.index(part)
        for part in (
            "PHIẾU CHUẨN BỊ PHÁT NGÔN", "Sạt lở bờ kè", "Người phát ngôn: Trần Thị Bình",
            "Thông điệp chính: Không có", "Kè nứt 5 mét.", "Xác nhận: Đội quản lý đê",
            "Không nói", "Số tiền thiệt hại", "Hỏi: Ai chịu", "Trả lời: Đang xác minh",
            "Đã xác nhận không chứa bí mật nhà nước", "Người lập phiếu: Lê Văn An",
        )
    ]  # fmt: skip
    assert places == sorted(places)


def test_the_type_grows_smaller_before_anything_is_left_out() -> None:
    words, size = read(replace(PAPER, questions=many(12)))
    assert 9 <= size < 12
    assert "không đủ chỗ" not in words
    assert words.count("Hỏi:") == 12


def test_what_does_not_fit_is_counted_and_what_must_not_be_said_stays() -> None:
    limits = tuple(Entry(f"Điều {n}") for n in range(9))
    words, size = read(replace(PAPER, questions=many(60), limits=limits))
    assert size == 9
    shown = words.count("Hỏi:")
    assert 0 < shown < 60
    assert f"… và {60 - shown} câu hỏi nữa không đủ chỗ trên một trang" in words
    assert "Điều 8" in words
    assert "Đã xác nhận không chứa bí mật" in words


def test_without_questions_the_last_facts_are_left_out() -> None:
    facts = tuple(Entry("Dữ kiện rất dài. " * 20, "Xác nhận: A") for _ in range(40))
    words, _size = read(replace(PAPER, facts=facts))
    assert "dữ kiện nữa không đủ chỗ" in words
    assert "Số tiền thiệt hại" in words
    assert "1 câu hỏi nữa không đủ chỗ" in words


def test_a_sheet_with_nothing_says_so_and_sample_data_bears_its_mark() -> None:
    bare = replace(PAPER, facts=(), questions=(), limits=(), message="", is_sample=True)
    words, _size = read(bare)
    assert "Chưa ghi dữ kiện nào." in words
    assert words.startswith("DỮ LIỆU MẪU") or "MẪU" in words[:40]
