"""What holds on every page alike, whatever fields it is made of: typing, the wheel, Alt-letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from app.bootstrap import AppContext
from app.specs.registry import SPECS
from app.ui.letters.dialogs import VoidDialog
from app.ui.pages.office_page import OfficePage
from app.ui.pages.record_page import RecordPage
from app.ui.widgets import IntegerEdit
from tests.ui.deadlines.clock_dialogs import clock_dialog
from tests.ui.keyboard import TELEX, VNI, type_with_unikey, wait_for_focus
from tests.ui.requests.request import article, office, open_request
from tests.ui.window import open_window

Key = Qt.Key
FORMS = [kind for kind, spec in SPECS.items() if spec.sections and kind != "correction_request"]
PAGES = [
    *FORMS,
    "office-state",
    "office-party",
    "request-1",
    "request-2",
    "request-3",
    "request-4",
    *(f"list-{place}" for place in range(2, 10)),
    "void",
    "count",
    "swap",
    "switch",
]


@pytest.fixture(params=PAGES)
def page(request, qtbot, ctx: AppContext) -> Iterator[QWidget]:
    """Show one page with nothing in it but what it starts with, as long as the test runs."""
    name, _, part = request.param.partition("-")
    if name == "list":
        office(ctx)
        clerk = open_window(qtbot, ctx.data_dir, lambda: ctx)
        clerk.ctrl(Key(Key.Key_0 + int(part)))
        clerk.wait()
        yield clerk.list
        return
    if name == "request":
        office(ctx)
        request_clerk = open_request(qtbot, ctx, None, article(ctx))
        request_clerk.tab(int(part))
        yield request_clerk.page
        return
    shown: QWidget
    if name == "office":
        shown = OfficePage(ctx)
        shown.form().set_value("layout", part)
    elif name == "void":
        shown = VoidDialog("01/SXD-VP", lambda _reason: None)
    elif name in ("count", "swap", "switch"):
        shown = clock_dialog(ctx, name)
    else:
        shown = RecordPage(ctx, request.param, None, None)
    qtbot.addWidget(shown)
    shown.resize(1100, 650)
    shown.show()
    shown.activateWindow()
    yield shown


def editors(page: QWidget) -> Iterator[QLineEdit | QPlainTextEdit]:
    """Yield what takes typed letters."""
    for kind in (QLineEdit, QPlainTextEdit):
        for editor in page.findChildren(kind):
            if editor.isVisibleTo(page) and editor.isEnabled() and not editor.isReadOnly():
                yield editor


def text_of(editor: QLineEdit | QPlainTextEdit) -> str:
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


def test_unikey_types_in_every_text_field(qtbot, page: QWidget) -> None:
    fields = [editor for editor in editors(page) if not isinstance(editor, IntegerEdit)]
    assert fields
    for editor in fields:
        for stages in (TELEX["Đặng"], VNI["nguyễn"]):
            editor.setFocus()
            wait_for_focus(qtbot, editor)
            editor.selectAll()
            type_with_unikey(stages)
            assert text_of(editor) == stages[-1], editor.accessibleName()
            assert unicodedata.is_normalized("NFC", text_of(editor))


def test_no_field_completes_what_is_being_typed(page: QWidget) -> None:
    for line in page.findChildren(QLineEdit):
        assert line.completer() is None, line.accessibleName()
    assert not [box for box in page.findChildren(QComboBox) if box.isEditable()]


def test_the_wheel_changes_nothing_on_the_page(page: QWidget) -> None:
    before = state(page)
    for widget in page.findChildren(QWidget):
        if widget.isVisibleTo(page):
            turn_wheel(widget)
    assert state(page) == before


def state(page: QWidget) -> list[str]:
    texts = [box.currentText() for box in page.findChildren(QComboBox)]
    texts += [editor.text() for editor in page.findChildren(QLineEdit)]
    texts += [editor.toPlainText() for editor in page.findChildren(QPlainTextEdit)]
    return texts


def turn_wheel(widget: QWidget) -> None:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle, widget.mapToGlobal(middle), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_no_alt_letter_serves_twice(page: QWidget) -> None:
    shown = [
        widget
        for kind in (QLabel, QAbstractButton)
        for widget in page.findChildren(kind)
        if widget.isVisibleTo(page)
    ]
    marks = [
        mark.upper()
        for widget in shown
        if not isinstance(widget, QLabel) or widget.buddy() is not None
        for mark in re.findall(r"(?<!&)&(\w)", widget.text())
    ]
    assert sorted(marks) == sorted(set(marks))
    assert all(mark.isascii() for mark in marks)
