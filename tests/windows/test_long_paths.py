"""Paths of more than 260 characters, which most Windows PCs refuse, some in misleading words."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from app import win32
from app.errors import StorageReadOnly
from app.files import write_atomically
from app.storage import is_too_long, storage_error
from tests.windows.errors import refused

DEEP = "C:/Users/Văn thư Sở/OneDrive - Sở Xây dựng tỉnh An Giang/Tài liệu" + "/Văn bản đi 2026" * 12


@pytest.fixture(autouse=True)
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(win32, "ON_WINDOWS", True)


def test_a_file_windows_cannot_find_is_called_too_long_where_it_is() -> None:
    """Opening a name too long fails as if the file were not there."""
    not_found = FileNotFoundError(errno.ENOENT, "No such file or directory", DEEP + "/35.pdf")
    error = storage_error(not_found)
    assert "dài quá mức Windows cho phép" in error.message
    assert "ngắn hơn" in error.advice


def test_a_file_that_is_really_not_there_is_not_called_too_long() -> None:
    error = storage_error(FileNotFoundError(errno.ENOENT, "No such file", "C:/Tài liệu/35.pdf"))
    assert error.message.startswith("Không có tệp hoặc thư mục")


def test_elsewhere_long_paths_are_nothing_special(monkeypatch) -> None:
    monkeypatch.setattr(win32, "ON_WINDOWS", False)
    error = storage_error(FileNotFoundError(errno.ENOENT, "No such file", DEEP))
    assert error.message.startswith("Không có tệp hoặc thư mục")


def test_a_folder_too_deep_to_be_found_is_called_too_long(tmp_path: Path) -> None:
    deep = Path(*tmp_path.parts, *["Văn bản đi của phòng Quản lý báo chí"] * 8, "35.pdf")
    with pytest.raises(StorageReadOnly) as caught:
        write_atomically(deep, b"%PDF")
    assert "dài quá mức Windows cho phép" in caught.value.message


def test_a_rename_to_a_name_too_long_leaves_what_was_there(tmp_path: Path, monkeypatch) -> None:
    """The short temporary file can be written; only its new name is refused."""

    def refuse(_source: Path, target: Path) -> None:
        raise refused(3, target)

    monkeypatch.setattr(Path, "replace", refuse)
    folder = tmp_path / "Văn bản đi" / ("2026" * 20)
    folder.mkdir(parents=True)
    target = folder / ("35-SXD-VP " * 13 + ".pdf")
    assert is_too_long(target)
    assert not is_too_long(folder)
    with pytest.raises(StorageReadOnly) as caught:
        write_atomically(target, b"%PDF")
    assert "dài quá mức Windows cho phép" in caught.value.message
    assert list(folder.iterdir()) == []


def test_where_long_paths_are_switched_on_they_are_used(tmp_path: Path) -> None:
    """Nothing is refused for its length before the system was asked."""
    folder = tmp_path / ("Văn bản đi " * 10).strip() / ("Năm 2026 " * 15).strip()
    folder.mkdir(parents=True)
    target = folder / "35.pdf"
    assert is_too_long(target)
    write_atomically(target, b"%PDF")
    assert target.read_bytes() == b"%PDF"
