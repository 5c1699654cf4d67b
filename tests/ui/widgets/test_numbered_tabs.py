"""Tabs with whole titles: by Alt and number, by arrows, in a second line in a narrow window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from app.ui.widgets import NumberedTabs
from tests.ui.keyboard import wait_for_focus

Key = Qt.Key
TITLES = ("Thông tin", "Thành phần", "Nội dung", "Câu hỏi", "Việc giao")


class Part(QLineEdit):
    def focus_first(self) -> None:
        self.setFocus()


@pytest.fixture
def tabs(qtbot) -> NumberedTabs:
    tabs = NumberedTabs()
    qtbot.addWidget(tabs)
    for title in TITLES:
        tabs.add_part(Part(), title)
    tabs.resize(900, 400)
    tabs.show()
    tabs.activateWindow()
    tabs.widget(0).setFocus()
    wait_for_focus(qtbot, tabs.widget(0))
    return tabs


def press(qtbot, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def test_alt_and_the_number_lead_into_the_part_at_once_and_again(qtbot, tabs) -> None:
    press(qtbot, Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert tabs.widget(2).hasFocus()
    press(qtbot, Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert tabs.widget(1).hasFocus()
    tabs.title_button(1).setFocus()
    press(qtbot, Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert tabs.widget(1).hasFocus()


def test_the_arrows_walk_over_the_titles_and_stop_at_the_ends(qtbot, tabs) -> None:
    tabs.title_button(0).setFocus()
    press(qtbot, Key.Key_Left)
    assert tabs.title_button(0).hasFocus()
    for place in (1, 2, 3, 4, 4):
        press(qtbot, Key.Key_Right)
        assert tabs.currentIndex() == place
        assert tabs.title_button(place).hasFocus()


def test_ctrl_tab_goes_round(qtbot, tabs) -> None:
    ctrl = Qt.KeyboardModifier.ControlModifier
    press(qtbot, Key.Key_PageUp, ctrl)
    assert tabs.widget(4).hasFocus()
    press(qtbot, Key.Key_PageDown, ctrl)
    assert tabs.widget(0).hasFocus()


def test_only_the_title_in_front_is_pressed_in_and_reached_by_tab(tabs) -> None:
    tabs.setCurrentIndex(3)
    titles = [tabs.title_button(index) for index in range(tabs.count())]
    assert [title.isChecked() for title in titles] == [False, False, False, True, False]
    reached = [bool(title.focusPolicy() & Qt.FocusPolicy.TabFocus) for title in titles]
    assert reached == [False, False, False, True, False]
    titles[3].click()
    assert titles[3].isChecked()


def test_a_narrow_window_puts_titles_into_a_second_line_and_cuts_none(qtbot, tabs) -> None:
    tabs.set_count(1, 64)
    tabs.mark(1, True)
    assert tabs.tabText(1) == "&2 Thành phần (64) (cần xem)"
    wide = tabs.title_button(4).y()
    tabs.resize(tabs.title_button(1).sizeHint().width() * 2, 400)
    QApplication.processEvents()
    assert tabs.title_button(4).y() > wide
    for index in range(tabs.count()):
        title = tabs.title_button(index)
        assert title.width() >= title.sizeHint().width()
        assert title.geometry().bottom() < tabs.currentWidget().mapTo(tabs, title.pos() * 0).y()
