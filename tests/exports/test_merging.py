"""Files joined into one."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from app.exports.merging import merge_pdfs


def paper(*pages: str) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for words in pages:
        canvas.bookmarkPage(words)
        canvas.addOutlineEntry(words, words)
        canvas.drawString(72, 700, words)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def test_pages_come_in_order_with_one_bookmark_a_file() -> None:
    files = [("01 – Báo An Giang", paper("one", "two")), ("02 – Đài", paper("three"))]
    merged = PdfReader(io.BytesIO(merge_pdfs(files, "Giấy mời")))
    assert [page.extract_text().strip() for page in merged.pages] == ["one", "two", "three"]
    places = [(mark.title, merged.get_destination_page_number(mark)) for mark in merged.outline]
    assert places == [("01 – Báo An Giang", 0), ("02 – Đài", 2)]
    assert merged.metadata is not None
    assert merged.metadata.title == "Giấy mời"


def test_the_same_files_give_the_same_bytes() -> None:
    files = [("a", paper("one")), ("b", paper("two"))]
    assert merge_pdfs(files, "x") == merge_pdfs(files, "x")


def test_nothing_cannot_be_joined() -> None:
    with pytest.raises(ValueError, match="no file"):
        merge_pdfs([], "x")
