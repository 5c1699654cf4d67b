"""Files go to and come from other programs: the viewer, the file dialog, OneDrive's Documents."""

from __future__ import annotations

import ctypes
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from app.rules.wording.file_names import legal_file_name, letter_file_name, shortened
from app.settings import Settings
from app.storage import LONGEST_PATH
from app.ui import files
from app.ui.files import ask_path, open_path, usual_folder


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that the system was asked to open, as it names them."""
    seen: list[str] = []

    def open_url(url: QUrl) -> bool:
        seen.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return seen


@pytest.fixture
def no_viewer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)


# Opening


@pytest.mark.parametrize("name", ["Tài liệu 100%", "sổ #1", "hỏi?", "a;b & c", "nháy ' đơn"])
def test_any_name_reaches_the_viewer_as_it_is(tmp_path: Path, opened, name: str) -> None:
    file = tmp_path / name / "35-SXD-VP_Yêu cầu cải chính.pdf"
    file.parent.mkdir()
    file.touch()
    open_path(file)
    assert opened == [str(file)]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("35-SXD.pdf", "chưa có phần mềm mở tệp PDF"),
        ("sổ.xlsx", "chưa có phần mềm mở tệp Excel"),
    ],
)
def test_a_pc_without_a_viewer_is_told_what_to_do(
    tmp_path: Path, no_viewer, boxes, name: str, words: str
) -> None:
    (tmp_path / name).touch()
    boxes.will_answer(None)
    open_path(tmp_path / name)
    assert words in boxes.seen[0]
    assert str(tmp_path) in boxes.seen[0]
    assert "cán bộ tin học" in boxes.seen[0]


def test_a_folder_that_does_not_open_is_told(tmp_path: Path, no_viewer, boxes) -> None:
    boxes.will_answer(None)
    open_path(tmp_path)
    assert f"Không mở được thư mục {tmp_path}" in boxes.seen[0]


def test_a_file_that_is_gone_is_not_blamed_on_the_viewer(tmp_path: Path, opened, boxes) -> None:
    boxes.will_answer(None)
    open_path(tmp_path / "35-SXD.pdf")
    assert boxes.seen[0].startswith("Không còn “35-SXD.pdf”")
    assert opened == []


def test_the_viewer_does_not_look_for_its_libraries_among_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PyInstaller's start calls SetDllDirectoryW, and what we start inherits that."""
    ours = r"C:\Program Files\SoPhatNgon\_internal"
    state: list[str | None] = [ours]

    def get(_length: int, buffer: ctypes.Array[ctypes.c_wchar]) -> int:
        buffer.value = state[-1] or ""
        return len(buffer.value)

    kernel32 = SimpleNamespace(GetDllDirectoryW=get, SetDllDirectoryW=state.append)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel32), raising=False)
    while_opening: list[str | None] = []

    def open_url(_url: QUrl) -> bool:
        while_opening.append(state[-1])
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    open_path(tmp_path)
    assert while_opening == [None]
    assert state[-1] == ours


# Saving


def choose(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Answer the file dialogs in turn; returns what they proposed."""
    proposed: list[str] = []
    left = list(answers)

    def answer(_parent: None, _title: str, start: str, _filter: str) -> tuple[str, str]:
        proposed.append(start)
        return left.pop(0), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(answer))
    return proposed


def test_a_name_is_proposed_that_fits_under_a_deep_folder(monkeypatch) -> None:
    folder = Path("C:/Users/Văn thư Sở/OneDrive - Sở Xây dựng tỉnh An Giang/Tài liệu") / (
        "2026" * 30
    )
    name = letter_file_name("35", "SXD-VP", None, "đề nghị cải chính thông tin " * 5)
    assert len(str(folder / name)) > LONGEST_PATH
    (proposed,) = choose_and_ask(monkeypatch, folder / name)
    assert len(proposed) <= LONGEST_PATH
    assert Path(proposed).name.startswith("35-SXD-VP_Đề nghị")
    assert proposed.endswith(".pdf")


def choose_and_ask(monkeypatch: pytest.MonkeyPatch, path: Path) -> list[str]:
    proposed = choose(monkeypatch, "")
    assert ask_path("Lưu", path, "Tệp PDF", None) is None
    return proposed


@pytest.mark.parametrize(
    ("name", "room", "result"),
    [
        ("35-SXD-VP_Đề nghị.pdf", 99, "35-SXD-VP_Đề nghị.pdf"),
        ("35-SXD-VP_Đề nghị cải chính.pdf", 22, "35-SXD-VP_Đề nghị.pdf"),
        ("35-SXD-VP_Đề nghị.pdf", 3, "35-SXD-VP_Đề nghị.pdf"),  # the system will refuse it in words
    ],
)
def test_a_name_is_cut_before_its_ending(name: str, room: int, result: str) -> None:
    assert shortened(name, room) == result


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CONIN$", "_CONIN$.pdf"),
        ("conout$.x", "_conout$.x.pdf"),
        ("LPT¹", "_LPT¹.pdf"),
        ("nul .", "_nul.pdf"),
        ("a:b", "a-b.pdf"),  # not a stream of the file “a”
        ("chấm. .", "chấm.pdf"),
    ],
)
def test_names_that_windows_keeps_for_itself_are_changed(text: str, name: str) -> None:
    assert legal_file_name(text, ".pdf") == name


def test_an_ending_added_later_overwrites_nothing_unasked(
    tmp_path: Path, monkeypatch, boxes
) -> None:
    """The dialog asks about the name that was typed, which is another file."""
    (tmp_path / "thư.pdf").write_bytes(b"old")
    choose(monkeypatch, str(tmp_path / "thư"), str(tmp_path / "thư"))
    boxes.will_answer(False)
    boxes.will_answer(True)
    assert ask_path("Lưu", tmp_path / "a.pdf", "Tệp PDF", None) == tmp_path / "thư.pdf"
    assert boxes.seen == ["Đã có tệp “thư.pdf”. Ghi đè?"] * 2


def test_documents_are_where_windows_says_in_onedrive_too(tmp_path: Path, monkeypatch) -> None:
    documents = tmp_path / "OneDrive - Sở Xây dựng" / "Tài liệu"
    folders = {QStandardPaths.StandardLocation.DocumentsLocation: str(documents)}
    monkeypatch.setattr(files.QStandardPaths, "writableLocation", folders.get)
    assert usual_folder(Settings.load(tmp_path)) == documents


def test_where_windows_knows_no_documents_the_home_is_proposed(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(files.QStandardPaths, "writableLocation", lambda _kind: "")
    assert usual_folder(Settings.load(tmp_path)).is_absolute()
