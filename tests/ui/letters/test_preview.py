"""The preview: the very page that prints, soon after typing stops, never in the clerk's way."""

from __future__ import annotations

import dataclasses
import threading
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.errors import FontMissing
from app.exports.letter import render_letter
from app.exports.letter.data import LetterData
from app.rules.vocabulary import DocumentType, Layout
from app.ui import tasks
from app.ui.letters.preview import LetterPreview
from app.ui.letters.raster import page_images

LETTER = LetterData(
    layout=Layout.STATE,
    document_type=DocumentType.OFFICIAL_LETTER,
    superior_body="UBND TỈNH AN GIANG",
    issuing_body="SỞ XÂY DỰNG",
    symbol="SXD-VP",
    place="An Giang",
    date=date(2026, 10, 5),
    subject="yêu cầu đăng cải chính",
    recipients=("Báo Điện tử Đồng bằng",),
    body=("Ngày 28 tháng 9 năm 2026, Quý Báo có đăng bài viết chưa chính xác.",),
    capacity=("GIÁM ĐỐC",),
    signer_name="Nguyễn Văn An",
)
LONG = dataclasses.replace(LETTER, body=LETTER.body * 120)


@pytest.fixture
def preview(qtbot) -> LetterPreview:
    widget = LetterPreview()
    qtbot.addWidget(widget)
    widget.resize(500, 600)
    widget.show()
    yield widget
    tasks.wait_for_all()


def show_letter(preview: LetterPreview, letter: LetterData) -> None:
    preview.show_work(partial(render_letter, letter))


def shown(qtbot, preview: LetterPreview, show) -> None:
    with qtbot.waitSignal(preview.refreshed, timeout=10_000):
        show()


def test_the_pages_shown_are_those_of_the_pdf_that_prints(qtbot, preview) -> None:
    shown(qtbot, preview, lambda: show_letter(preview, LETTER))
    pdf = render_letter(LETTER)
    assert preview.pdf() == pdf
    wanted = page_images(pdf, (0,), preview._view.device_scale()).images[0]
    assert preview._view.image(0) == wanted
    assert preview._page_label.text() == "Trang 1/1"


def test_a_change_waits_for_a_pause_that_leaves_time_to_draw(qtbot, preview) -> None:
    shown(qtbot, preview, lambda: show_letter(preview, LETTER))
    assert preview._pause.interval() <= 150  # of the 300 ms; the benchmark measures the whole
    changed = dataclasses.replace(LETTER, subject="yêu cầu đăng cải chính, xin lỗi")
    shown(qtbot, preview, lambda: show_letter(preview, changed))
    assert preview.pdf() == render_letter(changed)


def test_typing_goes_on_while_a_page_is_drawn(qtbot, preview) -> None:
    release = threading.Event()
    drawn: list[str] = []

    def slow(name: str):
        def work() -> bytes:
            release.wait(10)
            drawn.append(name)
            return render_letter(LETTER)

        return work

    preview.show_work(slow("first"), at_once=True)
    for keystroke in range(50):
        preview.show_work(slow(f"keystroke {keystroke}"))  # would wait for the release if it could
    qtbot.waitUntil(lambda: not preview._pause.isActive())  # yet the first page is still at work
    assert drawn == []
    release.set()
    qtbot.waitSignal(preview.refreshed, timeout=10_000).wait()
    assert drawn == ["first", "keystroke 49"]


def test_an_older_result_never_takes_the_place_of_newer_words(qtbot, preview) -> None:
    release = threading.Event()

    def late() -> bytes:
        release.wait(10)
        return render_letter(LETTER)

    preview.show_work(late, at_once=True)
    preview.show_trouble("Chưa có hồ sơ cơ quan.")
    release.set()
    qtbot.waitUntil(preview.is_current)
    assert preview.pdf() is None
    assert preview.trouble() == "Chưa có hồ sơ cơ quan."


def test_trouble_is_said_over_the_last_good_page(qtbot, preview) -> None:
    shown(qtbot, preview, lambda: show_letter(preview, LETTER))
    good = preview.pdf()

    def no_font() -> bytes:
        raise FontMissing("Phông chữ không có ký tự “☃”.", "Xóa ký tự đó.")

    shown(qtbot, preview, lambda: preview.show_work(no_font))
    assert preview.trouble() == "Phông chữ không có ký tự “☃”. Xóa ký tự đó."
    assert preview.pdf() == good
    preview._view.zoom_in()  # drawing the same page larger does not make the letter right
    qtbot.waitUntil(lambda: preview.is_current() and not preview._view.missing_pages())
    assert preview.trouble()
    shown(qtbot, preview, lambda: show_letter(preview, LETTER))
    assert preview.trouble() == ""


def test_a_refresh_keeps_the_place_in_a_long_letter(qtbot, preview) -> None:
    shown(qtbot, preview, lambda: show_letter(preview, LONG))
    bar = preview._view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    qtbot.waitUntil(lambda: preview.is_current() and not preview._view.missing_pages())
    before = preview._view.image(preview._view.visible_pages()[0])
    show_letter(preview, dataclasses.replace(LONG, subject="đề nghị gỡ bỏ"))
    # No flicker: until the new page is there, the old one stays.
    assert preview._view.image(preview._view.visible_pages()[0]) == before
    qtbot.waitSignal(preview.refreshed, timeout=10_000).wait()
    assert bar.value() == place
    assert preview._page_label.text().startswith("Trang ")
    assert not preview._page_label.text().startswith("Trang 1/")


def test_zoom_by_keyboard(qtbot, preview) -> None:
    shown(qtbot, preview, lambda: show_letter(preview, LETTER))
    fit = preview._view.device_scale()
    qtbot.keyClick(preview._view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview._view.device_scale() == pytest.approx(fit * 1.2)
    qtbot.keyClick(preview._view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(preview._view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert preview._view.device_scale() == pytest.approx(fit / 1.2)
    qtbot.keyClick(preview._view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert preview._view.device_scale() == pytest.approx(fit)


def test_nothing_is_drawn_while_nobody_looks(qtbot) -> None:
    widget = LetterPreview()
    qtbot.addWidget(widget)
    calls: list[int] = []

    def work() -> bytes:
        calls.append(1)
        return render_letter(LETTER)

    widget.show_work(work)
    qtbot.waitUntil(lambda: not widget._pause.isActive())
    tasks.wait_for_all()
    assert calls == []
    shown(qtbot, widget, widget.show)
    assert calls == [1]


def test_a_page_that_is_left_while_it_is_drawn_hears_nothing_more(qtbot) -> None:
    release = threading.Event()

    def slow() -> bytes:
        release.wait(10)
        return render_letter(LETTER)

    widget = LetterPreview()
    qtbot.addWidget(widget)
    widget.show()
    widget.show_work(slow, at_once=True)
    widget.hide()
    assert widget._task is None
    release.set()
    tasks.wait_for_all()
    QApplication.processEvents()
    assert widget.pdf() is None
    shown(qtbot, widget, widget.show)  # shown again, it is drawn after all
    assert widget.pdf() == render_letter(LETTER)
