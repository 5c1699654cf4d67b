"""A letter's way out of the app: to the printer, or to a PDF file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.exports.letter.data import LetterData
from app.rules.wording.file_names import letter_file_name
from app.settings import Settings
from app.ui.letters import printing, saving


def print_letter(
    pdf: bytes,
    letter: LetterData,
    number: str,
    settings: Settings,
    parent: QWidget,
    *,
    is_sample: bool,
) -> bool:
    """Print through the system's dialog; returns whether it went to the printer."""
    name = _file_name(letter, number, is_sample)
    return printing.print_pdf(pdf, name.removesuffix(".pdf"), settings, parent)


def save_letter(
    pdf: bytes,
    letter: LetterData,
    number: str,
    settings: Settings,
    parent: QWidget,
    *,
    is_sample: bool,
) -> Path | None:
    """Save under a name that tells the letter; returns the file, None if the clerk went back."""
    return saving.save_pdf(pdf, _file_name(letter, number, is_sample), settings, parent)


def _file_name(letter: LetterData, number: str, is_sample: bool) -> str:
    return letter_file_name(
        number or None, letter.symbol, letter.date, letter.subject, is_sample=is_sample
    )
