"""Printing through Windows' own dialog, which may change printer, paper and margins."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

from app.errors import AppError
from app.settings import Settings
from app.ui import messages
from app.ui.letters import printing
from tests.ui.letters.test_printing import ruler

Accepted = QPrintDialog.DialogCode.Accepted


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings.load(tmp_path)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[AppError]:
    errors: list[AppError] = []
    monkeypatch.setattr(messages, "show_error", lambda _parent, error: errors.append(error))
    return errors


@pytest.fixture
def dialog(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Stand in for the dialog: ``change(printer)`` is what the clerk did there."""

    def prepare(change, names: tuple[str, ...] = ("HP LaserJet",)) -> None:
        def run(shown: QPrintDialog) -> QPrintDialog.DialogCode:
            printer = shown.printer()
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(tmp_path / "out.pdf"))
            change(printer)
            return Accepted

        monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: [*names]))
        monkeypatch.setattr(QPrintDialog, "exec", run)

    return prepare


def test_another_printers_letter_paper_and_margins_do_not_stay(
    qapp, settings, dialog, monkeypatch
) -> None:
    """On a PC set up for the United States a printer begins with Letter."""

    def another_printer(printer: QPrinter) -> None:
        printer.setFullPage(False)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        printer.setPageMargins(QMarginsF(20, 20, 20, 20))

    seen: list[QPageLayout] = []
    monkeypatch.setattr(
        printing, "paint_pdf", lambda _pdf, printer, _go_on: seen.append(printer.pageLayout())
    )
    dialog(another_printer)
    printing.print_pdf(ruler(), "thước", settings, None)
    (layout,) = seen
    assert layout.pageSize().id() == QPageSize.PageSizeId.A4
    assert layout.orientation() == QPageLayout.Orientation.Portrait
    assert layout.mode() == QPageLayout.Mode.FullPageMode
    assert layout.margins() == QMarginsF(0, 0, 0, 0)


def test_copies_and_pages_chosen_in_the_dialog_stay(qapp, settings, dialog, monkeypatch) -> None:
    """Windows' dialog gives its range as from and to."""

    def second_and_third_twice(printer: QPrinter) -> None:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(2, 3)
        printer.setCopyCount(2)
        printer.setCollateCopies(True)

    seen: list[list[int]] = []
    monkeypatch.setattr(
        printing, "paint_pdf", lambda _pdf, printer, _on: seen.append(printing._sheets(printer, 4))
    )
    dialog(second_and_third_twice)
    printing.print_pdf(ruler(4), "thước", settings, None)
    assert seen == [[1, 2, 1, 2]]


def test_a_printer_that_is_gone_is_told(qapp, settings, dialog, monkeypatch, told) -> None:
    monkeypatch.setattr(QPainter, "begin", lambda _painter, _device: False)
    dialog(lambda _printer: None)
    assert not printing.print_pdf(ruler(), "thước", settings, None)
    assert [type(error) for error in told] == [printing.PrintFailed]
    assert "chọn máy in khác" in told[0].advice


def test_a_printer_that_stops_halfway_is_told(qapp, settings, dialog, monkeypatch, told) -> None:
    monkeypatch.setattr(QPrinter, "newPage", lambda _printer: False)
    dialog(lambda _printer: None)
    assert not printing.print_pdf(ruler(3), "thước", settings, None)
    assert told[0].message == "Máy in ngừng sau 1/3 tờ."


@pytest.mark.parametrize("name", ["Microsoft Print to PDF", "Microsoft XPS Document Writer"])
def test_going_back_where_windows_asks_for_a_file_is_no_trouble(
    qapp, settings, dialog, monkeypatch, told, name: str
) -> None:
    """Such a printer asks for the file's name when the job begins."""
    monkeypatch.setattr(QPainter, "begin", lambda _painter, _device: False)
    monkeypatch.setattr(QPrinter, "printerName", lambda _printer: name)
    dialog(lambda _printer: None, (name,))
    assert not printing.print_pdf(ruler(), "thước", settings, None)
    assert told == []


def test_a_remembered_printer_that_was_removed_is_not_asked_for(
    qapp, settings, dialog, monkeypatch
) -> None:
    settings.printer = "Máy in phòng cũ"
    asked: list[str] = []
    new = printing.new_printer
    monkeypatch.setattr(
        printing, "new_printer", lambda title, name="": asked.append(name) or new(title)
    )
    dialog(lambda _printer: None)
    assert printing.print_pdf(ruler(), "thước", settings, None)
    assert asked == [""]
