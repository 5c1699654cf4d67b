"""The tab "Tệp kèm theo" by its keys: added, opened, saved, removed, kept out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtWidgets import QApplication

from app.bootstrap import AppContext
from app.ui import files, tasks
from app.ui.attachments.tab import AttachmentTab
from app.ui.pages.record_page import RecordPage
from app.ui.secrecy.alarm import FalseAlarmDialog
from tests import factories as make
from tests.ui.dump import dump
from tests.ui.keyboard import wait_for_focus

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


class Clerk:
    """Looks at the tab of one record and presses its keys."""

    def __init__(self, qtbot, ctx: AppContext, kind: str, record_id: int | None) -> None:
        self.qtbot = qtbot
        self.page = RecordPage(ctx, kind, record_id)
        self.notices: list[tuple[str, object]] = []
        self.page.notice.connect(lambda words, undo: self.notices.append((words, undo)))
        qtbot.addWidget(self.page, before_close_func=lambda _page: tasks.wait_for_all())
        self.page.resize(1180, 650)
        self.page.show()
        self.page.activateWindow()
        self.page.focus_first()
        wait_for_focus(qtbot, self.page)
        tab = self.page.findChild(AttachmentTab)
        tabs = self.page.content().tabs()
        assert tab is not None
        assert tabs is not None
        self.tab, self._tabs = tab, tabs
        self.go()

    def go(self) -> None:
        """Go to the tab by its number."""
        number = self._tabs.indexOf(self.tab) + 1
        self.press(Qt.Key(Key.Key_0 + number), ALT)

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(QApplication.focusWidget() or self.page, key, modifier)

    def wait(self) -> None:
        """Wait until what is under way in the worker has been told."""
        tasks.wait_for_all()
        self.qtbot.wait(1)
        QApplication.processEvents()

    def title(self) -> str:
        return self._tabs.tabText(self._tabs.indexOf(self.tab))[3:]

    def paste(self, *paths: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        QApplication.clipboard().setMimeData(data)
        self.press(Key.Key_V, CTRL)
        self.wait()


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "Ảnh bờ kè.jpg"
    path.write_bytes(b"nguyen van" * 200)
    return path


@pytest.fixture
def clerk(qtbot, ctx: AppContext) -> Clerk:
    return Clerk(qtbot, ctx, "incident", make.make_incident(ctx, title="Sạt lở bờ kè"))


def test_a_file_is_added_by_the_dialog(
    clerk: Clerk, photo: Path, monkeypatch: pytest.MonkeyPatch, golden
) -> None:
    assert QApplication.focusWidget() is clerk.tab._add_button
    monkeypatch.setattr(files, "ask_any", lambda *_args: [photo])
    clerk.press(Key.Key_Space)
    clerk.wait()
    assert clerk.tab.lines() == ["Ảnh bờ kè.jpg · 2 KB · 05/10/2026 09:00"]
    assert clerk.title() == "Tệp kèm theo (1)"
    assert clerk.notices[-1] == ("Đã thêm tệp “Ảnh bờ kè.jpg”.", None)
    golden("record/attachments.txt", "\n".join((dump(clerk.tab), "", *clerk.tab.lines())))


def test_files_are_pasted_and_the_wrong_one_is_told_while_the_others_stay(
    clerk: Clerk, photo: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "rỗng.pdf"
    empty.touch()
    clerk.paste(photo, empty)
    assert clerk.title() == "Tệp kèm theo (1)"
    assert "rỗng" in clerk.tab.banner().text()


def test_a_new_record_is_saved_before_it_takes_a_file(qtbot, ctx: AppContext, photo: Path) -> None:
    clerk = Clerk(qtbot, ctx, "incident", None)
    clerk.paste(photo)
    assert clerk.page.form().errors()  # no title yet: said at the field, nothing added
    clerk.page.form().set_value("title", "Sạt lở")
    clerk.page.form().set_value("learned_at", ctx.clock())
    clerk.go()
    clerk.paste(photo)
    record_id = clerk.page.stored_id()
    assert record_id is not None
    assert [line.name for line in ctx.attachments.of("incident", record_id)] == [photo.name]


def test_enter_opens_a_copy(
    clerk: Clerk, photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(files, "open_path", opened.append)
    clerk.paste(photo)
    clerk.tab.focus_first()
    clerk.press(Key.Key_Return)
    clerk.wait()
    assert [path.name for path in opened] == [photo.name]
    assert opened[0] != photo
    assert opened[0].read_bytes() == photo.read_bytes()


def test_a_file_is_saved_elsewhere(
    clerk: Clerk, photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "ra.jpg"
    monkeypatch.setattr(files, "ask_path", lambda *_args: target)
    clerk.paste(photo)
    clerk.press(Key.Key_L, ALT)
    clerk.qtbot.waitUntil(target.exists)
    assert target.read_bytes() == photo.read_bytes()


def test_delete_takes_a_file_away_and_undo_brings_it_back(clerk: Clerk, photo: Path) -> None:
    clerk.paste(photo)
    clerk.tab.focus_first()
    clerk.press(Key.Key_Delete)
    assert clerk.tab.lines() == []
    words, undo = clerk.notices[-1]
    assert words == "Đã bỏ tệp “Ảnh bờ kè.jpg”."
    assert callable(undo)
    undo()
    assert clerk.title() == "Tệp kèm theo (1)"


def test_a_marked_name_is_kept_out_until_it_is_declared_false(
    clerk: Clerk, ctx: AppContext, tmp_path: Path
) -> None:
    """Duty 24."""
    marked = tmp_path / "Kế hoạch-MẬT.pdf"
    marked.write_bytes(b"x" * 100)
    clerk.paste(marked)
    assert clerk.tab.lines() == []
    assert "sổ văn bản mật" in clerk.tab.banner().text()
    _in_dialog(lambda dialog: _give_reason(dialog, "Tên món ăn."))
    clerk.tab.banner()._button.click()
    clerk.wait()
    assert clerk.title() == "Tệp kèm theo (1)"
    assert [line.reason for line in ctx.secrecy.false_alarms()] == ["Tên món ăn."]


def test_a_deleted_record_shows_its_files_and_takes_none(
    qtbot, ctx: AppContext, photo: Path
) -> None:
    incident = make.make_incident(ctx)
    ctx.attachments.add("incident", incident, photo)
    ctx.records.delete("incident", incident)
    clerk = Clerk(qtbot, ctx, "incident", incident)
    assert len(clerk.tab.lines()) == 1
    assert not clerk.tab._add_button.isEnabled()
    assert not clerk.tab._remove_button.isEnabled()
    assert clerk.tab._open_button.isEnabled()
    clerk.press(Key.Key_Delete)
    assert len(clerk.tab.lines()) == 1


def _give_reason(dialog: FalseAlarmDialog, reason: str) -> None:
    dialog._on_accepted()
    assert dialog._reason_error.error() == "Ghi vì sao đây không phải bí mật nhà nước."
    dialog._reason_edit.setPlainText(reason)
    dialog._on_accepted()


def _in_dialog(act: Callable[[FalseAlarmDialog], None], tries: int = 100) -> None:
    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, FalseAlarmDialog):
            act(dialog)
        elif tries:
            _in_dialog(act, tries - 1)

    QTimer.singleShot(10, look)
