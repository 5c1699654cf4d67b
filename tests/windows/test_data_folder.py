"""Where the records of an installed and of a portable app lie, and that SQLite finds them there."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from pathlib import Path, PureWindowsPath
from urllib.parse import unquote, urlsplit

import pytest

from app import paths, win32
from app.errors import StorageReadOnly
from app.files import PAUSES
from app.models import sqlite
from app.models.database import Database
from app.ui.shell.application import opener
from tests.windows.errors import refused


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(win32, "ON_WINDOWS", True)
    monkeypatch.delenv("LOCALAPPDATA", raising=False)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A packaged app's own folder."""
    folder = tmp_path / "USB của Lan" / "SoPhatNgon"
    folder.mkdir(parents=True)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "SoPhatNgon.exe"))
    return folder


# Which folder


def test_the_installed_app_keeps_its_records_with_the_user(windows, program, monkeypatch) -> None:
    monkeypatch.setenv("LOCALAPPDATA", "C:\\Users\\Văn thư Sở\\AppData\\Local")
    assert PureWindowsPath(paths.default_data_dir()) == PureWindowsPath(
        "C:/Users/Văn thư Sở/AppData/Local/SoPhatNgon"
    )


@pytest.mark.parametrize("value", [None, ""])
def test_without_the_variable_the_folder_is_the_same(windows, monkeypatch, value) -> None:
    if value is not None:
        monkeypatch.setenv("LOCALAPPDATA", value)
    monkeypatch.setattr(Path, "home", lambda: Path("/Users/Văn thư Sở"))
    assert paths.default_data_dir() == Path("/Users/Văn thư Sở/AppData/Local/SoPhatNgon")


@pytest.mark.parametrize("name", ["SoPhatNgon.exe", "SoPhatNgon-cli.exe"])
def test_both_programs_of_a_portable_app_find_the_same_records(
    windows, program: Path, monkeypatch, name: str
) -> None:
    monkeypatch.setattr(sys, "executable", str(program / name))
    assert not paths.is_portable(paths.default_data_dir())
    (program / "portable.txt").touch()
    assert paths.default_data_dir() == program / "data"
    assert paths.is_portable(program / "data")
    assert not paths.is_portable(program / "other")


@pytest.mark.parametrize(("code", "words"), [(5, "Không được phép"), (19, "khóa ghi")])
def test_a_portable_app_that_cannot_write_beside_itself_says_what_to_do(
    program: Path, monkeypatch, code: int, words: str
) -> None:
    """In Program Files, on a stick with its lock set."""
    (program / "portable.txt").touch()

    def refuse(folder: Path, **_how: bool) -> None:
        raise refused(code, folder)

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(StorageReadOnly) as caught:
        opener(paths.default_data_dir())()
    assert words in caught.value.message
    assert "Bản mang theo" in caught.value.advice
    with pytest.raises(StorageReadOnly) as caught:
        opener(program / "other")()
    assert "Bản mang theo" not in caught.value.advice


# What SQLite is told


@pytest.mark.parametrize(
    ("path", "named"),
    [
        (r"C:\Users\Văn thư Sở\AppData\Local\SoPhatNgon\so-phat-ngon.db", "/C:/Users/"),
        (r"E:\100% sổ?#\so-phat-ngon.db", "/E:/100% sổ?#/"),
        (r"\\may-chu\chung\Sổ #1\so-phat-ngon.db", "//may-chu/chung/Sổ #1/"),
        (r"\\?\C:\Sổ\so-phat-ngon.db", "//?/C:/Sổ/"),
    ],
)
def test_sqlite_is_given_windows_paths_as_it_reads_them(path: str, named: str) -> None:
    """SQLite's own reading: scheme, an empty authority, the path with %HH, then the options."""
    uri = sqlite._uri(PureWindowsPath(path), "rw")
    parts = urlsplit(uri)
    assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("file", "", "mode=rw", "")
    assert uri.isascii()
    read = unquote(uri.removeprefix("file://").partition("?")[0])
    assert read == named + "so-phat-ngon.db" or read.startswith(named)
    # Its file system takes the slash before a drive letter away, and either kind of slash.
    assert PureWindowsPath(read.removeprefix("/") if read[2:3] == ":" else read) == PureWindowsPath(
        path
    )


def test_sqlite_reads_such_a_name_as_the_whole_path(tmp_path: Path) -> None:
    """The same words as for a share, tried where two slashes are as good as one."""
    folder = tmp_path / "100% sổ?#"
    folder.mkdir()
    uri = sqlite._uri(folder / "sổ.db", "rwc").replace("file:///", "file:////")
    connection = sqlite3.connect(uri, uri=True)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    assert (folder / "sổ.db").is_file()


def test_a_scanner_that_looks_into_a_new_database_spoils_no_first_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It holds what was just closed: neither the rename nor the clearing up may fail for it."""
    rename, held = Path.replace, [32, 32]

    def hold(source: Path, target: Path) -> Path:
        if held:
            raise refused(held.pop(), source)
        return rename(source, target)

    def no_links(_source: Path, _target: Path) -> None:  # as on a stick
        raise refused(1)

    def cannot_remove(path: str, **_how: object) -> None:
        raise refused(32, path)

    monkeypatch.setattr(Path, "replace", hold)
    monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(os, "rmdir", cannot_remove)
    file = tmp_path / "data" / "so-phat-ngon.db"
    Database.open(file).close()
    assert file.is_file()
    assert len(PAUSES) >= 2
    monkeypatch.undo()
    shutil.rmtree(tmp_path / "data")
