"""A file open in Excel, a virus scanner, OneDrive, a stick pulled out: what the clerk is told.

Windows says it by codes of its own, which Python's errno blurs.
"""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from app import files, storage, win32
from app.errors import AppError, FileBusy, StorageFull, StorageReadOnly
from app.files import write_atomically
from app.settings import Settings
from app.storage import storage_error
from tests.windows.errors import refused


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Count the pauses instead of making them."""
    made: list[float] = []
    monkeypatch.setattr(files.time, "sleep", made.append)
    return made


@pytest.fixture
def refuse(monkeypatch: pytest.MonkeyPatch):
    """Let the next renames fail with these codes."""
    rename = Path.replace

    def prepare(*codes: int) -> None:
        left = list(codes)

        def replace(source: Path, target: Path) -> Path:
            if left:
                raise refused(left.pop(0), source)
            return rename(source, target)

        monkeypatch.setattr(Path, "replace", replace)

    return prepare


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "Sổ theo dõi.xlsx"
    path.write_bytes(b"old")
    return path


def told(target: Path) -> AppError:
    """Write, and return what was said instead; nothing may have changed."""
    with pytest.raises(AppError) as caught:
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(target.parent.iterdir()) == [target]
    assert caught.value.advice
    return caught.value


# A file held by another program


@pytest.mark.parametrize("code", [5, 32, 33, 1224])
def test_a_file_open_in_excel_is_named_after_a_moments_patience(
    target: Path, refuse, waits: list[float], code: int
) -> None:
    refuse(*[code] * 9)
    error = told(target)
    assert isinstance(error, FileBusy)
    assert "Sổ theo dõi.xlsx" in error.message
    assert "Đóng tệp" in error.advice
    assert waits[:4] == list(files.PAUSES)
    assert sum(files.PAUSES) < 0.5  # the window waits with it


@pytest.mark.parametrize("code", [5, 32])
def test_a_virus_scanner_that_looks_for_a_moment_goes_unnoticed(
    target: Path, refuse, waits: list[float], code: int
) -> None:
    refuse(code, code)
    write_atomically(target, b"new")
    assert target.read_bytes() == b"new"
    assert waits == list(files.PAUSES[:2])


def test_settings_held_for_a_moment_are_saved(tmp_path: Path, refuse) -> None:
    settings = Settings.load(tmp_path)
    settings.printer = "HP LaserJet"
    refuse(32)
    settings.save()
    assert Settings.load(tmp_path).printer == "HP LaserJet"


def test_settings_that_stay_held_stop_nothing(tmp_path: Path, refuse) -> None:
    settings = Settings.load(tmp_path)
    settings.printer = "HP LaserJet"
    refuse(*[5] * 9)
    settings.save()
    assert Settings.load(tmp_path).printer == ""
    assert list(tmp_path.iterdir()) == []


def test_a_file_marked_read_only_is_called_so(target: Path, refuse, monkeypatch) -> None:
    monkeypatch.setattr(win32, "ON_WINDOWS", True)
    monkeypatch.setattr(files.os, "access", lambda _path, _mode: False)
    refuse(*[5] * 9)
    error = told(target)
    assert isinstance(error, StorageReadOnly)
    assert "chỉ đọc" in error.message


def test_other_refusals_are_told_at_once(target: Path, refuse, waits: list[float]) -> None:
    refuse(112)
    assert isinstance(told(target), StorageFull)
    assert waits == []


# Where nothing can be written


def test_a_folder_that_windows_guards_is_told_as_such(target: Path, monkeypatch) -> None:
    """Its “controlled folder access” says that the new file does not exist."""
    monkeypatch.setattr(win32, "ON_WINDOWS", True)
    open_file = Path.open

    def guard(path: Path, *how: str, **more: str) -> object:
        if path.suffix == ".tmp":
            raise FileNotFoundError(errno.ENOENT, "No such file or directory", str(path))
        return open_file(path, *how, **more)

    monkeypatch.setattr(Path, "open", guard)
    error = told(target)
    assert "Windows không cho phần mềm ghi" in error.message
    assert "Controlled folder access" in error.advice


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        (32, FileBusy, "đang mở ở chương trình khác"),
        (33, FileBusy, "đang mở ở chương trình khác"),
        (1224, FileBusy, "đang mở ở chương trình khác"),
        (39, StorageFull, "Ổ đĩa đã đầy"),
        (112, StorageFull, "Ổ đĩa đã đầy"),
        (1295, StorageFull, "Ổ đĩa đã đầy"),
        (5, StorageReadOnly, "Không được phép"),
        (19, StorageReadOnly, "đang khóa ghi"),
        (206, StorageReadOnly, "dài quá mức Windows cho phép"),
        (123, StorageReadOnly, "ký tự không dùng được"),
        (161, StorageReadOnly, "ký tự không dùng được"),
        (225, StorageReadOnly, "diệt vi-rút"),
        (362, StorageReadOnly, "OneDrive"),
        (388, StorageReadOnly, "OneDrive"),
        (395, StorageReadOnly, "OneDrive"),
        (426, StorageReadOnly, "OneDrive"),
        (21, StorageReadOnly, "đường mạng"),
        (53, StorageReadOnly, "đường mạng"),
        (1167, StorageReadOnly, "đường mạng"),
        (183, StorageReadOnly, "trùng tên"),
        (267, StorageReadOnly, "trùng tên"),
        (3, StorageReadOnly, "Không có tệp hoặc thư mục"),
    ],
)
def test_each_code_of_windows_has_words_of_its_own(
    code: int, kind: type[AppError], words: str
) -> None:
    error = storage_error(refused(code, r"C:\Users\Văn thư Sở\Tài liệu\35-SXD.pdf"))
    assert type(error) is kind
    assert words in str(error)
    assert r"C:\Users\Văn thư Sở\Tài liệu\35-SXD.pdf" in error.message
    assert error.advice


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (r"D:\35:SXD.pdf", "ký tự không dùng được"),
        (r"D:\sổ.\35.pdf", "ký tự không dùng được"),
        (r"E:\35-SXD.pdf", "Không đọc, ghi được"),  # the stick was pulled out while writing
        (r"\\may-chu\chung\35-SXD.pdf", "Không đọc, ghi được"),
    ],
)
def test_an_invalid_argument_without_a_code_is_not_always_the_name(name: str, words: str) -> None:
    error = storage_error(OSError(errno.EINVAL, "Invalid argument"), about=Path(name))
    assert words in error.message


def test_the_code_survives_where_the_target_is_named_for_the_temporary_file(
    target: Path, refuse
) -> None:
    refuse(395)
    error = told(target)
    assert "OneDrive" in error.message
    assert target.name in error.message
    assert ".tmp" not in error.message


def test_a_name_of_many_letters_is_shown_shortened() -> None:
    message = storage_error(refused(206, "C:\\" + "a" * 300)).message
    assert len(message) < storage._LONGEST_SHOWN + 60
