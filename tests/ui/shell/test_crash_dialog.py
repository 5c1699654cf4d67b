"""Program errors: logged, shown once without what clerks wrote, and the app goes on."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from app import __version__
from app.errors import StorageFull
from app.ui.help.crash_dialog import CrashDialog, CrashReporter, report_text


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def raised(error: BaseException) -> BaseException:
    """Give an error a traceback."""
    try:
        raise error
    except type(error) as caught:
        return caught


@pytest.fixture
def window(qtbot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def reporter(window: QWidget, clock: Clock, tmp_path: Path) -> CrashReporter:
    return CrashReporter(tmp_path, lambda: window, clock)


def dialogs(window: QWidget) -> list[CrashDialog]:
    QApplication.processEvents()
    return [dialog for dialog in window.findChildren(CrashDialog) if dialog.isVisible()]


def test_a_report_tells_versions_and_place_but_no_values() -> None:
    report = report_text(raised(ValueError("Nguyễn Văn An")))
    assert f"Sổ Phát ngôn {__version__}" in report
    assert "test_crash_dialog.py" in report
    assert "builtins.ValueError" in report
    assert "Nguyễn" not in report


def test_a_report_keeps_the_names_python_itself_tells() -> None:
    assert "has no attribute 'x'" in report_text(raised(AttributeError("has no attribute 'x'")))


def test_a_report_shows_what_led_to_an_error() -> None:
    typed = " ".join(("bí", "mật"))
    try:
        try:
            raise KeyError(typed)
        except KeyError as cause:
            raise RuntimeError from cause
    except RuntimeError as error:
        report = report_text(error)
    assert report.index("builtins.KeyError") < report.index("builtins.RuntimeError")
    assert typed not in report


def test_an_error_is_logged_and_shown_and_can_be_copied(qtbot, reporter, window, caplog) -> None:
    with caplog.at_level(logging.ERROR):
        reporter.take(raised(RuntimeError()))
    assert "builtins.RuntimeError" in caplog.text
    (dialog,) = dialogs(window)
    qtbot.keyClick(dialog._copy_button, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == dialog.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialogs(window) == []


def test_a_timer_that_fails_again_and_again_shows_one_dialog(reporter, window, clock) -> None:
    error = raised(RuntimeError())
    for _ in range(50):
        reporter.take(error)
        clock.now += 1
    (dialog,) = dialogs(window)
    assert dialog.text().count("RuntimeError") == 1
    dialog.accept()
    reporter.take(error)
    assert dialogs(window) == []


def test_the_same_deed_failing_later_is_told_again(reporter, window, clock) -> None:
    error = raised(RuntimeError())
    reporter.take(error)
    dialogs(window)[0].accept()
    clock.now += 60
    reporter.take(error)
    assert len(dialogs(window)) == 1


def test_another_error_joins_the_report_on_show(reporter, window) -> None:
    reporter.take(raised(RuntimeError()))
    dialogs(window)
    reporter.take(raised(TypeError("bad operand")))
    (dialog,) = dialogs(window)
    assert "bad operand" in dialog.text()


def test_an_error_of_another_thread_is_shown_by_the_window(qtbot, reporter, window) -> None:
    thread = threading.Thread(target=lambda: reporter.take(raised(RuntimeError())))
    thread.start()
    thread.join()
    assert len(dialogs(window)) == 1


def test_an_expected_trouble_is_told_without_a_report(reporter, window, boxes) -> None:
    boxes.will_answer(None)
    reporter.take(StorageFull("Ổ đĩa đã đầy.", "Xóa bớt tệp."))
    assert dialogs(window) == []
    assert boxes.seen == ["Ổ đĩa đã đầy. Xóa bớt tệp."]


def test_a_report_leaves_out_words_with_the_mark_of_a_secret() -> None:
    """Duty 24."""
    report = report_text(raised(TypeError("truoc\nTỐI MẬT\nnoidung")))
    assert "noidung" not in report
    assert "TypeError" in report
