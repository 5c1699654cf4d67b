"""Qt's own words are Vietnamese wherever a clerk meets them."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QDialogButtonBox,
    QFileDialog,
    QMessageBox,
    QProgressDialog,
    QSpinBox,
    QTabBar,
    QWidget,
)

from app.text import nfc
from app.ui.vietnamese import WORDS, VietnameseTranslator

# Asked for by Qt but not ours to name: keys, direction of script, paper sizes, kinds of files.
NOT_WORDS = {"QShortcut", "QGuiApplication", "QPageSize", "QMimeType"}
SAME_IN_VIETNAMESE = {"mm", "Alt+Left", "Alt+Right", "Alt+Up"}


class Listener(VietnameseTranslator):
    """Notes what the dictionary could not answer."""

    def __init__(self) -> None:
        super().__init__()
        self.unanswered: set[tuple[str, str]] = set()

    def translate(self, context, source_text, disambiguation=None, n=-1):
        answer = super().translate(context, source_text, disambiguation, n)
        if answer is None and context not in NOT_WORDS and source_text not in SAME_IN_VIETNAMESE:
            self.unanswered.add((context, source_text))
        return answer


@pytest.fixture
def listener(qapp: QApplication):
    heard = Listener()
    qapp.installTranslator(heard)
    yield heard
    qapp.removeTranslator(heard)


def file_dialog() -> QWidget:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    return dialog


def message_box() -> QWidget:
    box = QMessageBox()
    box.setDetailedText("…")
    box.setStandardButtons(QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Discard)
    return box


def every_button() -> QWidget:
    box = QDialogButtonBox()
    for button in QDialogButtonBox.StandardButton:
        if button is not QDialogButtonBox.StandardButton.NoButton:
            box.addButton(button)
    return box


def print_dialog() -> QWidget:
    printer = QPrinter()
    dialog = QPrintDialog(printer)
    dialog.kept_printer = printer
    return dialog


@pytest.mark.parametrize(
    "make",
    [file_dialog, message_box, every_button, print_dialog, QCalendarWidget, QProgressDialog,
     QSpinBox, QTabBar],
)  # fmt: skip
def test_no_word_of_a_standard_window_is_left_in_english(qtbot, listener, make) -> None:
    widget = make()
    qtbot.addWidget(widget)
    widget.show()
    QApplication.processEvents()
    assert listener.unanswered == set()


def test_the_standard_buttons_use_the_verbs_that_clerks_know(qtbot) -> None:
    box = QDialogButtonBox(
        QDialogButtonBox.StandardButton.Save
        | QDialogButtonBox.StandardButton.Cancel
        | QDialogButtonBox.StandardButton.Close
    )
    qtbot.addWidget(box)
    assert {button.text() for button in box.buttons()} == {"Cất", "Hoãn", "Đóng"}


def test_every_translation_is_nfc_and_keeps_its_places() -> None:
    for context, words in WORDS.items():
        for source, vietnamese in words.items():
            assert vietnamese == nfc(vietnamese), (context, source)
            assert re.findall(r"%\d", source) == re.findall(r"%\d", vietnamese), (context, source)


def test_a_word_that_is_not_in_the_dictionary_stays_as_it_is() -> None:
    assert QCoreApplication.translate("QShortcut", "Ctrl") == "Ctrl"


def test_qt_still_brings_no_vietnamese_of_its_own() -> None:
    from pathlib import Path

    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    assert not list(folder.glob("qt*_vi.qm")), "Qt's own translation could take this one's place"
