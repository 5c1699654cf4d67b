"""Paper: a millimetre stays a millimetre, and a job prints what the dialog was asked for."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from app.errors import AppError
from app.settings import Settings
from app.ui import messages
from app.ui.letters import printing, saving

A4 = (210 * mm, 297 * mm)


def ruler(pages: int = 1) -> bytes:
    """Return pages with a box of 100 × 100 mm, 30 mm from the left and 40 mm from the bottom."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for page in range(pages):
        canvas.setLineWidth(0.2)
        canvas.rect(30 * mm, 40 * mm, 100 * mm, 100 * mm)
        canvas.drawString(40 * mm, 200 * mm, "I" * (page + 1))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def printed(pdf: bytes, path: Path, prepare=lambda printer: None) -> pypdfium2.PdfDocument:
    printer = printing.new_printer("thước")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    prepare(printer)
    assert printing.paint_pdf(pdf, printer)
    return pypdfium2.PdfDocument(path)


def box_in_mm(page) -> tuple[float, float, float, float]:
    """Return left, bottom, width and height of the box, between the outer edges of its lines."""
    dpi = 600
    picture = page.render(scale=dpi / 72, grayscale=True).to_pil()
    across = round((297 - 90) / 25.4 * dpi)  # a row and a column of dots through its middle
    down = round(80 / 25.4 * dpi)
    row = picture.crop((0, across, picture.width, across + 1)).tobytes()
    column = picture.crop((down, 0, down + 1, picture.height)).tobytes()
    xs = [index for index, grey in enumerate(row) if grey < 140]
    # Above the box there is text.
    ys = [index for index, grey in enumerate(column) if grey < 140 and index > dpi * 4]
    to_mm = 25.4 / dpi
    return (
        xs[0] * to_mm,
        (picture.height - 1 - ys[-1]) * to_mm,
        (xs[-1] - xs[0] + 1) * to_mm,
        (ys[-1] - ys[0] + 1) * to_mm,
    )


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings.load(tmp_path)


def test_a_box_of_100_mm_measures_100_mm_on_paper(qapp, tmp_path: Path) -> None:
    document = printed(ruler(), tmp_path / "out.pdf")
    assert document[0].get_size() == pytest.approx(A4, abs=1)
    left, bottom, width, height = box_in_mm(document[0])
    assert width == pytest.approx(100, abs=0.3)
    assert height == pytest.approx(100, abs=0.3)
    assert left == pytest.approx(30, abs=0.3)
    assert bottom == pytest.approx(40, abs=0.3)


def test_a_printer_of_other_resolution_prints_the_same_size(qapp, tmp_path: Path) -> None:
    document = printed(ruler(), tmp_path / "out.pdf", lambda printer: printer.setResolution(600))
    _left, _bottom, width, height = box_in_mm(document[0])
    assert (width, height) == (pytest.approx(100, abs=0.3), pytest.approx(100, abs=0.3))


def test_only_the_pages_asked_for_are_printed(qapp, tmp_path: Path) -> None:
    def second_and_third(printer: QPrinter) -> None:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setPageRanges(QPageRanges.fromString("2-3"))

    assert len(printed(ruler(4), tmp_path / "out.pdf", second_and_third)) == 2


def test_copies_are_drawn_where_the_driver_makes_none(qapp, tmp_path: Path) -> None:
    def twice(printer: QPrinter) -> None:
        printer.setCopyCount(2)
        printer.setCollateCopies(True)

    assert len(printed(ruler(2), tmp_path / "out.pdf", twice)) == 4


def test_a_long_job_can_be_stopped(qapp, tmp_path: Path) -> None:
    printer = printing.new_printer("dài")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    seen = []

    def stop_before_the_third(done: int, count: int) -> bool:
        seen.append((done, count))
        return done < 2

    assert not printing.paint_pdf(ruler(5), printer, stop_before_the_third)
    assert seen == [(0, 5), (1, 5), (2, 5)]


def test_no_printer_says_what_to_do(qapp, settings: Settings, monkeypatch) -> None:
    told: list[AppError] = []
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    monkeypatch.setattr(messages, "show_error", lambda _parent, error: told.append(error))
    assert not printing.print_pdf(ruler(), "thước", settings, None)
    assert "chưa cài máy in" in told[0].message
    assert "lưu PDF" in told[0].advice


def choose(monkeypatch, *answers: str) -> list[str]:
    """Answer the file dialogs in turn; returns what they proposed."""
    proposed: list[str] = []
    left = list(answers)

    def answer(_parent, _title: str, start: str, _filter: str) -> tuple[str, str]:
        proposed.append(start)
        return left.pop(0), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(answer))
    return proposed


def test_saving_remembers_the_folder(settings: Settings, tmp_path: Path, monkeypatch) -> None:
    folder = tmp_path / "Văn bản"
    folder.mkdir()
    proposed = choose(monkeypatch, str(folder / "thư.pdf"), "")
    assert saving.save_pdf(b"%PDF", "35-SXD.pdf", settings, None) == folder / "thư.pdf"
    assert (folder / "thư.pdf").read_bytes() == b"%PDF"
    assert saving.save_pdf(b"%PDF", "36-SXD.pdf", settings, None) is None
    assert proposed[1] == str(folder / "36-SXD.pdf")
    assert Settings.load(tmp_path).folder == str(folder)


def test_a_name_without_ending_gets_pdf(settings: Settings, tmp_path: Path, monkeypatch) -> None:
    choose(monkeypatch, str(tmp_path / "v1.2"))
    assert saving.save_pdf(b"%PDF", "a.pdf", settings, None) == tmp_path / "v1.2.pdf"


def test_a_target_that_cannot_be_written_is_asked_about_again(
    settings: Settings, tmp_path: Path, monkeypatch
) -> None:
    asked: list[AppError] = []
    answers = [messages.Retry.AGAIN, messages.Retry.OTHER_NAME]

    def ask(_parent, error: AppError) -> messages.Retry:
        asked.append(error)
        return answers.pop(0)

    monkeypatch.setattr(messages, "ask_retry", ask)
    choose(monkeypatch, str(tmp_path / "không có" / "a.pdf"), str(tmp_path / "b.pdf"))
    assert saving.save_pdf(b"%PDF", "a.pdf", settings, None) == tmp_path / "b.pdf"
    assert len(asked) == 2
    assert "không có" in asked[0].message
