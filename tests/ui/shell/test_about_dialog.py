"""Giới thiệu: version and place of the data, and the licences of what is shipped."""

from __future__ import annotations

import json
import platform
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app import __version__, paths
from app.bootstrap import AppContext
from app.ui.help.about_dialog import AboutDialog
from tests.ui.dump import dump
from tests.ui.window import fill_in_office, open_window

Key = Qt.Key


@pytest.fixture
def licences(tmp_path: Path) -> Path:
    """A folder as the build makes it."""
    folder = tmp_path / "licences"
    folder.mkdir()
    index = []
    for name, version, licence in (
        ("Python", "3.11.9", "PSF-2.0"),
        ("Qt", "6.9.3", "LGPL-3.0"),
        ("Tinos", "1.23", "Apache-2.0"),
    ):
        (folder / f"{name}.txt").write_text(f"Giấy phép {licence}\n…", encoding="utf-8")
        index.append(
            {"name": name, "version": version, "licence": licence, "files": [f"{name}.txt"]}
        )
    (folder / "index.json").write_text(json.dumps(index), encoding="utf-8")
    return folder


def shown(qtbot, licences: Path | None) -> AboutDialog:
    dialog = AboutDialog(Path("/data/SoPhatNgon"), licences, None)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def words(dialog: AboutDialog) -> str:
    text = dump(dialog)
    for version, name in (
        (PySide6.__version__, "<PySide6>"),
        (platform.python_version(), "<Python>"),
        (f"phiên bản {__version__}", "phiên bản <app>"),
    ):
        text = text.replace(version, name)
    rows = [dialog._list.item(row).text() for row in range(dialog._list.count())]
    return "\n".join([text, "", "List:", *(f"  {row!r}" for row in rows)])


def test_a_packaged_app_shows_what_is_in_it(qtbot, licences: Path, golden) -> None:
    golden("window/about.txt", words(shown(qtbot, licences)))


def test_a_checkout_says_where_the_licences_are(qtbot, golden) -> None:
    golden("window/about-from-source.txt", words(shown(qtbot, None)))


def test_a_package_without_its_list_still_tells_the_version(qtbot, tmp_path: Path) -> None:
    dialog = shown(qtbot, tmp_path / "gone")
    assert __version__ in dialog.text()
    assert "Không đọc được danh sách giấy phép" in dialog._heading.text()


def test_licences_are_read_and_copied_by_keyboard(qtbot, licences: Path) -> None:
    dialog = shown(qtbot, licences)
    assert QApplication.focusWidget() is dialog._list
    assert dialog._text.toPlainText().startswith("Giấy phép PSF-2.0")
    qtbot.keyClick(dialog._list, Key.Key_Down)
    assert dialog._text.toPlainText().startswith("Giấy phép LGPL-3.0")
    qtbot.keyClick(dialog._list, Key.Key_Tab)
    assert QApplication.focusWidget() is dialog._text
    qtbot.keyClick(dialog._text, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(dialog._text, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == dialog._text.toPlainText()
    qtbot.keyClick(dialog._text, Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Space)
    assert QGuiApplication.clipboard().text() == dialog.text()
    assert "Qt 6.9.3: LGPL-3.0" in dialog.text()
    assert "/data/SoPhatNgon" in dialog.text()
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_menu_opens_it(qtbot, ctx: AppContext, licences: Path, monkeypatch) -> None:
    fill_in_office(ctx)
    clerk = open_window(qtbot, ctx.data_dir, lambda: ctx)
    monkeypatch.setattr(paths, "licences_dir", lambda: licences)
    clerk.window.workspace._menus._on_about()
    (dialog,) = clerk.window.findChildren(AboutDialog)
    assert str(ctx.data_dir) in dialog.text()
    assert dialog._list.count() == 3
    dialog.reject()
