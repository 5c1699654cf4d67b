"""Screens of 125 % and 150 %, a window moved between two of them, a screen that is gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QRect, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QMainWindow

from app.settings import Settings
from app.ui.letters.page_view import PageView
from app.ui.screens import room_around
from app.ui.shell.main_window import MainWindow

A4 = QSizeF(595, 842)


def test_a_scale_of_125_percent_is_not_rounded(qapp: QApplication) -> None:
    policy = Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    assert QGuiApplication.highDpiScaleFactorRoundingPolicy() is policy


def test_a_page_is_drawn_anew_for_a_sharper_screen(qtbot, monkeypatch) -> None:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    view.set_sizes((A4,))
    before = view.device_scale()
    view.set_image(0, QImage(595, 842, QImage.Format.Format_RGB32), before)
    assert view.missing_pages() == ()
    monkeypatch.setattr(PageView, "devicePixelRatioF", lambda _view: 1.5)
    with qtbot.waitSignal(view.pages_wanted):
        QApplication.sendEvent(view, QEvent(QEvent.Type.DevicePixelRatioChange))
    assert view.missing_pages() == (0,)
    assert view.device_scale() == pytest.approx(before * 1.5)
    assert view.image(0) is not None  # the old one stays until the new one is there


@pytest.mark.parametrize(
    "place",
    [QRect(5000, 5000, 900, 600), QRect(-3000, 40, 900, 600), QRect(0, 0, 9000, 6000)],
    ids=["right of all", "left of all", "larger than all"],
)
def test_a_window_left_on_a_screen_that_is_gone_comes_back(
    qtbot, tmp_path: Path, place: QRect
) -> None:
    left = QMainWindow()
    qtbot.addWidget(left)
    left.setGeometry(place)
    settings = Settings.load(tmp_path)
    settings.geometry = bytes(left.saveGeometry().data()).hex()
    window = MainWindow(settings, lambda: pytest.fail("not opened"))
    qtbot.addWidget(window)
    screen = room_around(window)
    assert screen.contains(window.geometry().topLeft())
    assert window.width() <= screen.width()
    assert window.height() <= screen.height()


@pytest.mark.parametrize("stored", ["", "nonsense", "00" * 40])
def test_a_place_that_cannot_be_read_is_that_of_the_first_start(
    qtbot, tmp_path: Path, stored: str
) -> None:
    settings = Settings.load(tmp_path)
    settings.geometry = stored
    window = MainWindow(settings, lambda: pytest.fail("not opened"))
    qtbot.addWidget(window)
    assert window.size() == room_around(window).size() * 0.9
