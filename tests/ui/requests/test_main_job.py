"""The main job by keyboard, in one go: an empty PC, a wrong article, a numbered letter on paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pdfplumber
import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.bootstrap import AppContext
from app.rules.vocabulary import LetterState
from app.ui.letters import printing
from app.ui.letters.dialogs import IssueDialog, LeavingDialog
from app.ui.requests.page import RequestPage
from tests.services.office_profiles import make_authority
from tests.ui.keyboard import commit
from tests.ui.requests.request import CTRL, SHIFT, _when_open
from tests.ui.window import Clerk, open_window

Key = Qt.Key


class Typist(Clerk):
    """Does everything without a mouse: Tab to a field by its name, then type."""

    def to(self, name: str) -> None:
        """Press Tab until the cursor is in the field of that name."""
        for _press in range(60):
            focus = QApplication.focusWidget()
            assert focus is not None, "nothing has the focus"
            if name in focus.accessibleName():
                return
            self.press(Key.Key_Tab)
        raise AssertionError(f"Tab never came to “{name}”")

    def write(self, text: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None, "nothing has the focus"
        commit(focus, text)

    def fill(self, name: str, text: str) -> None:
        self.to(name)
        self.press(Key.Key_A, CTRL)
        self.write(text)

    def pick(self, name: str, text: str) -> None:
        """Type a part of a record's name and take it from the list."""
        self.to(name)
        self.write(text)
        self.press(Key.Key_Down)
        self.press(Key.Key_Return)

    def choose(self, name: str, downs: int) -> None:
        self.to(name)
        for _press in range(downs):
            self.press(Key.Key_Down)

    def front(self) -> None:
        """Be back in the window after a dialog, as a window manager sees to."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    @property
    def request(self) -> RequestPage:
        assert isinstance(self.page, RequestPage)
        return self.page

    def settle(self) -> None:
        self.qtbot.waitUntil(
            lambda: not self.request._pause.isActive() and self.request.preview().is_current(),
            timeout=10_000,
        )


def text_of(pdf: bytes, folder: Path) -> str:
    path = folder / "seen.pdf"
    path.write_bytes(pdf)
    with pdfplumber.open(path) as document:
        return " ".join(" ".join(page.extract_text() for page in document.pages).split())


def test_from_an_empty_pc_to_a_printed_letter_and_its_tracking(
    qtbot, ctx: AppContext, tmp_path: Path, monkeypatch
) -> None:
    make_authority(ctx)
    window = open_window(qtbot, ctx.data_dir, lambda: ctx).window
    clerk = Typist(qtbot, window)

    # The office, once.
    assert clerk.heading() == "Bắt đầu"
    clerk.press(Key.Key_Return)
    assert clerk.heading() == "Hồ sơ cơ quan"
    clerk.fill("Tên cơ quan", "Sở Xây dựng")
    clerk.fill("Cơ quan cấp trên", "UBND tỉnh An Giang")
    clerk.fill("Địa danh", "An Giang")
    clerk.fill("Ký hiệu", "SXD-VP")
    clerk.pick("quản lý", "Sở Văn hóa")
    clerk.fill("Quyền hạn ký", "")
    clerk.fill("Chức vụ, người ký 1", "Giám đốc")
    clerk.fill("Họ và tên, người ký 1", "Nguyễn Văn An")
    clerk.ctrl(Key.Key_S)
    clerk.wait()
    assert clerk.heading() == "Việc hôm nay"
    clerk.ctrl(Key.Key_2)
    clerk.wait()
    assert clerk.heading() == "Vụ việc"

    # The incident, and the article about it.
    clerk.ctrl(Key.Key_N)
    clerk.fill("Tên vụ việc", "Lún cầu dân sinh ấp Kinh Mới")
    clerk.fill("Tiếp nhận lúc: ngày", "28/9/2026")
    clerk.fill("Tiếp nhận lúc: giờ", "8h")
    clerk.press(Key.Key_N, CTRL | SHIFT)
    clerk.to("Cơ quan báo chí")
    clerk.write("Báo Điện tử Đồng bằng")
    _when_open(lambda dialog: _save_new_outlet(clerk, dialog))
    clerk.press(Key.Key_Down)
    clerk.press(Key.Key_Down)
    clerk.press(Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    clerk.front()
    clerk.fill("Tên bài", "Cầu dân sinh ấp Kinh Mới sụt lún vì thi công ẩu")
    clerk.fill("Đăng, phát lúc: ngày", "28/9/2026")
    clerk.fill("Đăng, phát lúc: giờ", "6:30")
    clerk.choose("Đánh giá", 4)
    clerk.fill("Đoạn sai", "cầu sụt lún 12 cm")
    clerk.press(Key.Key_Y, CTRL | SHIFT)

    # The request: points, grounds, and the page that will print.
    clerk.to("Nội dung đúng, điểm 1")
    clerk.write("độ lún đo ngày 30/9/2026 là 0,4 cm")
    clerk.press(Key.Key_Return, CTRL)
    clerk.write("đơn vị thi công chưa từng bảo trì")
    clerk.press(Key.Key_Tab)
    clerk.write("công trình được bảo trì định kỳ ngày 15/3/2026")
    clerk.fill("Căn cứ xác minh", "Biên bản hiện trường ngày 30/9/2026")
    clerk.settle()
    shown = text_of(clerk.request.preview().pdf() or b"", tmp_path)
    assert "DỰ THẢO" in shown
    assert "độ lún đo ngày 30/9/2026 là 0,4 cm".lower() in shown.lower()
    assert "2. Nội dung “đơn vị thi công chưa từng bảo trì”" in shown
    assert "Sở Văn hóa và Thể thao" in shown

    # Signed, numbered, frozen.
    _when_open(lambda dialog: _give_word(clerk, dialog))
    clerk.press(Key.Key_K, CTRL | SHIFT)
    clerk.front()
    assert clerk.request.words() == "Đã ký, chờ lấy số; nội dung đã khóa"
    _when_open(lambda dialog: _confirm_issue(clerk, dialog))
    clerk.press(Key.Key_H, CTRL | SHIFT)
    clerk.front()
    draft = clerk.request.draft()
    assert draft.letter_state is LetterState.ISSUED
    assert clerk.notice() == "Đã phát hành văn bản số 01/SXD-VP."
    clerk.settle()
    frozen = ctx.letters.frozen_pdf(draft.letter_id or 0)
    assert clerk.request.preview().pdf() == frozen
    words = text_of(frozen, tmp_path)
    assert "Số: 01/SXD-VP" in words
    assert "An Giang, ngày 05 tháng 10 năm 2026" in words
    assert "DỰ THẢO" not in words

    # On paper.
    paper = tmp_path / "paper.pdf"
    monkeypatch.setattr(printing, "_ask_printer", lambda _pdf, title, *_rest: _to(paper, title))
    clerk.press(Key.Key_P, CTRL)
    assert clerk.notice() == "Đã gửi văn bản tới máy in."
    printed = pypdfium2.PdfDocument(paper)
    assert len(printed) == len(pypdfium2.PdfDocument(frozen))
    assert min(printed[0].render(grayscale=True).to_pil().getextrema()) < 100  # there is ink

    # What became of it.
    clerk.fill("Gửi cơ quan báo chí ngày", "hn")
    clerk.fill("Hạn theo luật", "20/10/26")
    clerk.fill("Ghi chú", "Đã gọi tòa soạn")
    clerk.ctrl(Key.Key_S)
    assert clerk.notice() == "Đã cất phần theo dõi."
    stored = ctx.requests.open(draft.id or 0)
    assert stored.tracking.sent_to_outlet_on == date(2026, 10, 5)
    assert stored.tracking.due_by_law_on == date(2026, 10, 20)
    assert stored.tracking.note == "Đã gọi tòa soạn"

    # And it stands in the lists.
    clerk.ctrl(Key.Key_4)
    clerk.wait()
    assert clerk.rows(0) == ["1"]
    clerk.ctrl(Key.Key_5)
    clerk.wait()
    assert clerk.rows(1) == ["SXD-VP"]


def _save_new_outlet(clerk: Typist, dialog: QDialog) -> None:
    clerk.qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget() or QWidget()))
    clerk.press(Key.Key_S, CTRL)


def _confirm_issue(clerk: Typist, dialog: QDialog) -> None:
    assert isinstance(dialog, IssueDialog)
    assert dialog.next_number_words() == "01/SXD-VP"
    _give_word(clerk, dialog)


def _give_word(clerk: Typist, dialog: QDialog) -> None:
    assert isinstance(dialog, LeavingDialog)
    clerk.qtbot.keyClick(dialog._word_box, Key.Key_Space)
    clerk.qtbot.keyClick(dialog, Key.Key_Return)


def _to(path: Path, title: str) -> QPrinter:
    printer = printing.new_printer(title)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer
