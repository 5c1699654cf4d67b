"""The work list on paper: all words on one page, or said how many are not."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

import pdfplumber
import pytest

from app.exports.letter.typesetting.fonts import FONT_FOLDER_VARIABLE
from app.exports.work_list.data import PaperGroup, PaperLine, WorkListPaper
from app.exports.work_list.page import work_list_page

AT = datetime(2026, 10, 5, 9, 0)
MM = 72 / 25.4


@pytest.fixture(autouse=True)
def _tinos(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FONT_FOLDER_VARIABLE, str(Path("/usr/share/fonts/truetype/croscore")))


def line(number: int, words: str = "Bờ kè mới đã nứt") -> PaperLine:
    return PaperLine(
        "Trả lời báo chí", f"{words} {number}", "quá hạn 2 ngày (03/10/2026)", "Ghi kết quả"
    )


def paper(*groups: PaperGroup, note: str = "", is_sample: bool = False) -> WorkListPaper:
    return WorkListPaper("Sở Xây dựng", AT, groups, note, is_sample)


def group(title: str, count: int, total: int | None = None, words: str = "Bờ kè") -> PaperGroup:
    lines = tuple(line(number, words) for number in range(1, count + 1))
    return PaperGroup(title, count if total is None else total, lines)


def read(found: WorkListPaper) -> str:
    """Return the text of the only page, and hold it to the paper's margins."""
    with pdfplumber.open(io.BytesIO(work_list_page(found))) as pdf:
        assert len(pdf.pages) == 1
        (page,) = pdf.pages
        assert max(char["bottom"] for char in page.chars) <= (297 - 19) * MM
        assert max(char["x1"] for char in page.chars) <= (210 - 15) * MM + 0.01
        assert min(char["x0"] for char in page.chars) >= 20 * MM - 0.01
        return " ".join(page.extract_text().split())


def test_three_lines_stand_on_the_page_with_all_they_say() -> None:
    words = read(paper(group("Quá hạn", 2), group("Còn thiếu", 1), note="Còn 4 việc sau."))
    for part in (
        "Sở Xây dựng VIỆC HÔM NAY Lúc 09:00 Thứ Hai 05/10/2026",
        "Quá hạn: 2 việc",
        "Trả lời báo chí: Bờ kè 2 quá hạn 2 ngày (03/10/2026) Ghi kết quả",
        "Còn thiếu: 1 việc",
    ):
        assert part in words
    assert words.endswith("Còn 4 việc sau.")
    assert "việc nữa" not in words


def test_three_hundred_lines_are_one_page_that_counts_the_rest() -> None:
    words = read(paper(group("Quá hạn", 100, 280), group("Chờ phía bên kia", 20)))
    assert "Quá hạn: 280 việc" in words
    assert "Chờ phía bên kia: 20 việc" in words  # no group is pressed off the page
    shown = [number for number in range(1, 101) if f"Bờ kè {number} quá" in words]
    assert shown == list(range(1, len(shown) + 1))
    assert len(shown) >= 20
    assert f"… và {280 - len(shown)} việc nữa, xem trong phần mềm" in words
    assert "… và 20 việc nữa, xem trong phần mềm" in words


def test_every_line_is_shown_or_counted_whatever_the_lengths() -> None:
    for count in range(0, 60, 7):
        words = read(paper(*(group(f"Nhóm {name}", count) for name in "ABC" if count)))
        shown = words.count("quá hạn 2 ngày")
        left = sum(int(part.split()[0]) for part in words.split("… và ")[1:])
        assert shown + left == 3 * count


@pytest.mark.parametrize("part", ["(09/02/2026)", "57 ngày", "144-CV/TU", "12 giờ", "07:00"])
def test_a_date_a_number_and_a_symbol_are_never_parted(part: str) -> None:
    """Wherever the line ends: each cell is a letter longer than the one before."""
    cells = tuple(
        PaperLine(
            "Nhắc", f"{'a' * (n % 20)} mm {part}", f"{'a' * n} mm {part}", f"{'a' * n} {part}"
        )
        for n in range(1, 25)
    )
    found = paper(PaperGroup("Quá hạn", len(cells), cells))
    with pdfplumber.open(io.BytesIO(work_list_page(found))) as pdf:
        lines = pdf.pages[0].extract_text_lines()
        texts = " | ".join(line["text"] for line in lines)
    assert "việc nữa" not in texts
    assert texts.count(part) == 3 * len(cells)


def test_what_is_cut_ends_with_a_whole_number_and_its_unit() -> None:
    for count in range(1, 30):
        long = f"{'mm ' * count}" + "chờ 57 ngày 3 giờ rồi " * 12
        words = read(paper(PaperGroup("Quá hạn", 1, (PaperLine("Nhắc", "", long, "Ghi"),))))
        cut = words[: words.index("…")]
        assert not cut[-1].isdigit()


def test_a_long_title_takes_few_lines_and_says_that_it_is_cut() -> None:
    words = read(paper(group("Quá hạn", 1, words="Sạt lở bờ kè sông Hậu " * 20)))
    assert "Trả lời báo chí: Sạt lở bờ kè" in words
    assert "…" in words
    assert words.count("Sạt lở") < 10  # of 20


def test_a_word_without_spaces_stays_inside_its_column() -> None:
    assert "Ghi kết quả" in read(paper(group("Quá hạn", 1, words="x" * 400)))


def test_an_empty_list_says_so() -> None:
    assert "Không có việc nào" in read(paper())


def test_sample_data_are_marked() -> None:
    assert "DỮ LIỆU MẪU" in read(paper(group("Quá hạn", 1), is_sample=True))
    assert "DỮ LIỆU MẪU" not in read(paper(group("Quá hạn", 1)))


def test_a_character_that_the_font_lacks_hinders_nothing() -> None:
    assert "Bờ kè ? 1" in read(paper(group("Quá hạn", 1, words="Bờ kè \U0001f30a")))


def test_the_same_list_gives_the_same_bytes() -> None:
    found = paper(group("Quá hạn", 3))
    assert work_list_page(found) == work_list_page(found)
