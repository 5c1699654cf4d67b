"""What a clerk is warned of about the place of the records and of their copies."""

from __future__ import annotations

import ctypes
from pathlib import Path, PureWindowsPath
from types import SimpleNamespace

import pytest

from app import places, win32
from app.places import (
    backup_warning,
    data_warning,
    is_in_onedrive,
    is_network_path,
    is_on_same_drive,
)


@pytest.mark.parametrize(
    ("path", "remote"),
    [(r"\\may-chu\chung\so.db", True), ("//may-chu/chung/so.db", True), ("/home/a/so.db", False)],
)
def test_a_share_is_known_by_its_path(path: str, remote: bool) -> None:
    assert is_network_path(PureWindowsPath(path)) == remote


@pytest.mark.parametrize("name", ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"])
def test_a_folder_inside_onedrive_is_known(tmp_path: Path, name: str) -> None:
    cloud = tmp_path / "OneDrive - Sở Xây dựng"
    said = {name: str(cloud)}
    assert is_in_onedrive(cloud, said)
    assert is_in_onedrive(cloud / "Tài liệu" / "SoPhatNgon", said)
    assert is_in_onedrive(tmp_path / "khác" / ".." / cloud.name / "SoPhatNgon", said)


def test_a_folder_outside_onedrive_is_not_taken_for_one(tmp_path: Path) -> None:
    said = {"OneDrive": str(tmp_path / "OneDrive"), "OneDriveConsumer": ""}
    assert not is_in_onedrive(tmp_path, said)
    assert not is_in_onedrive(tmp_path / "OneDrive cũ", said)
    assert not is_in_onedrive(tmp_path / "OneDrive", {})


def test_a_folder_that_leads_into_onedrive_is_known(tmp_path: Path) -> None:
    cloud = tmp_path / "OneDrive"
    cloud.mkdir()
    try:
        (tmp_path / "Documents").symlink_to(cloud, target_is_directory=True)
    except OSError:  # Windows without the right to make links
        return
    assert is_in_onedrive(tmp_path / "Documents" / "SoPhatNgon", {"OneDrive": str(cloud)})


def test_the_warning_about_the_data_says_what_to_do(tmp_path: Path, monkeypatch) -> None:
    for name in places._ONEDRIVE:
        monkeypatch.delenv(name, raising=False)
    assert data_warning(tmp_path) == ""
    assert "ổ mạng" in data_warning(Path("//may-chu/chung/so"))
    monkeypatch.setenv("OneDrive", str(tmp_path))
    assert data_warning(tmp_path / "so").startswith("Thư mục này nằm trong OneDrive")
    assert "Nhờ cán bộ tin học" in data_warning(tmp_path / "so")


def test_folders_not_made_yet_are_on_the_drive_they_will_be_made_on(tmp_path: Path) -> None:
    assert is_on_same_drive(tmp_path / "a" / "b", tmp_path / "c")
    assert backup_warning(tmp_path / "a" / "b", tmp_path).startswith("Cùng ổ đĩa với dữ liệu")


def test_another_volume_is_another_drive(tmp_path: Path, monkeypatch) -> None:
    volumes = {tmp_path / "C": 1, tmp_path / "D": 2}
    monkeypatch.setattr(places, "_device", volumes.__getitem__)
    assert not is_on_same_drive(*volumes)
    assert backup_warning(tmp_path / "D", tmp_path / "C") == ""


def test_two_disks_in_the_pc_may_be_one_in_two_parts(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(places, "_device", {tmp_path / "C": 1, tmp_path / "D": 2}.get)
    monkeypatch.setattr(win32, "drive_kind", lambda _drive: win32.DRIVE_FIXED)
    assert "hai phần của cùng một ổ cứng" in backup_warning(tmp_path / "D", tmp_path / "C")


def test_windows_is_asked_what_a_drive_letter_stands_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(root: str) -> int:
        asked.append(root)
        return win32.DRIVE_REMOTE if root == "Z:\\" else win32.DRIVE_FIXED

    kernel32 = SimpleNamespace(GetDriveTypeW=answer)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel32), raising=False)
    assert win32.drive_kind("Z:") == win32.DRIVE_REMOTE
    assert win32.drive_kind("C:") == win32.DRIVE_FIXED
    assert asked == ["Z:\\", "C:\\"]
    monkeypatch.setattr(places, "_drive", lambda _path: "Z:")
    assert is_network_path(Path("so.db"))


def test_a_share_is_not_asked_but_compared_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_device", lambda _path: pytest.fail("asked"))
    monkeypatch.setattr(places, "_drive", lambda path: "/".join(str(path).split("/")[:4]))
    share = Path("//may-chu/chung")
    assert not is_on_same_drive(share / "sao-luu", Path("/C/so"))
    assert is_on_same_drive(share / "sao-luu", share / "so")
    assert not is_on_same_drive(share / "sao-luu", Path("//may-chu/khac/so"))


def test_where_a_drive_cannot_be_asked_its_letter_decides(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(places, "_device", lambda _path: None)
    letters = {"one": "C:", "other": "D:", "third": "C:"}
    monkeypatch.setattr(places, "_drive", lambda path: letters[path.name])
    assert not is_on_same_drive(Path("one"), Path("other"))
    assert is_on_same_drive(Path("one"), Path("third"))
