"""Where the records of an installed and of a portable app lie, and that SQLite finds them there."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path, PureWindowsPath
from urllib.parse import unquote, urlsplit

import pytest

from app.files import PAUSES
from app.models import sqlite
from app.models.database import Database
from tests.windows.errors import refused


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
