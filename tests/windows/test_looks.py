"""Dark mode, accent colours, contrast themes, “make text bigger”: how Windows has apps look."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QListWidget, QMenu, QMenuBar

from app import win32
from app.ui import theme

ROLES = [role for role in QPalette.ColorRole if role.name not in ("NoRole", "NColorRoles")]
GROUPS = [QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled]


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application, put back afterwards."""
    colours, font, sheet = qapp.palette(), qapp.font(), qapp.styleSheet()
    yield qapp
    qapp.styleHints().unsetColorScheme()
    qapp.setPalette(colours)
    qapp.setFont(font)
    qapp.setStyleSheet(sheet)


@pytest.fixture
def dark(app: QApplication) -> QPalette:
    """The colours that Windows gives in dark mode with a yellow accent."""
    colours = QPalette()
    for role in ROLES:
        colours.setColor(role, QColor("#1e1e1e"))
    for role in (QPalette.ColorRole.Accent, QPalette.ColorRole.Highlight):
        colours.setColor(role, QColor("#ffd700"))
    app.setPalette(colours)
    return colours


def contrast_theme(monkeypatch: pytest.MonkeyPatch, flags: int) -> None:
    """Have Windows tell its HIGHCONTRASTW."""

    def tell(what: int, size: int, state: object, _more: int) -> int:
        assert (what, size) == (0x42, ctypes.sizeof(win32._HighContrast))
        state._obj.flags = flags  # type: ignore[attr-defined]
        return 1

    user32 = SimpleNamespace(SystemParametersInfoW=tell)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user32), raising=False)


@pytest.mark.parametrize("group", GROUPS)
def test_no_colour_is_left_to_windows(group: QPalette.ColorGroup) -> None:
    colours = theme.palette()
    assert [role.name for role in ROLES if not colours.isBrushSet(group, role)] == []


def test_the_window_is_light_on_a_dark_windows(app: QApplication, dark: QPalette) -> None:
    theme.apply(app)
    wanted = theme.palette()
    for group in GROUPS:
        for role in ROLES:
            assert app.palette().color(group, role) == wanted.color(group, role), (group, role)
    theme.complete(app)
    assert app.palette().color(QPalette.ColorRole.Accent).name() == "#1f5c99"


def test_windows_is_told_to_stay_light_when_the_user_turns_it_dark(
    app: QApplication, monkeypatch
) -> None:
    """Qt then keeps its colours and the title bar, whatever Windows announces later."""
    asked: list[Qt.ColorScheme] = []
    hints = SimpleNamespace(setColorScheme=asked.append)
    monkeypatch.setattr(QApplication, "styleHints", lambda _app: hints)
    theme.complete(app)
    monkeypatch.undo()
    assert asked == [Qt.ColorScheme.Light]


def test_a_contrast_theme_keeps_its_own_colours(
    app: QApplication, dark: QPalette, monkeypatch
) -> None:
    contrast_theme(monkeypatch, flags=0x7F)
    theme.apply(app)
    theme.complete(app)
    assert app.palette().color(QPalette.ColorRole.Window) == QColor("#1e1e1e")
    assert app.palette().color(QPalette.ColorRole.Highlight) == QColor("#ffd700")


def test_a_contrast_theme_that_is_only_set_up_changes_nothing(
    app: QApplication, dark: QPalette, monkeypatch
) -> None:
    contrast_theme(monkeypatch, flags=0x7E)
    theme.apply(app)
    assert app.palette().color(QPalette.ColorRole.Window).name() == "#f4f5f7"


@pytest.mark.parametrize(("percent", "points"), [(100, 10.5), (150, 14.85), (225, 22.275)])
def test_text_made_bigger_in_windows_is_bigger_here(
    app: QApplication, percent: int, points: float
) -> None:
    """That setting scales Windows' message font, which Qt takes for the application's."""
    system = QFont(app.font())
    system.setPointSizeF(9 * percent / 100)
    app.setFont(system)
    theme.apply(app)
    assert app.font().pointSizeF() == pytest.approx(points)


def test_lists_and_menus_are_written_as_large_as_the_rest(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.apply(app)
    small = QFont(app.font())
    small.setPointSizeF(6)
    set_sheet = app.setStyleSheet

    def as_on_windows(sheet: str) -> None:
        """With a new style come the fonts that Windows has for these parts."""
        set_sheet(sheet)
        for part in ("QAbstractItemView", "QMenu", "QMenuBar"):
            QApplication.setFont(small, part)

    monkeypatch.setattr(app, "setStyleSheet", as_on_windows)
    theme.complete(app)
    for part in (QListWidget(), QMenu(), QMenuBar()):
        assert QApplication.font(part) == app.font()
