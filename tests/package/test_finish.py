"""What is handed out is the same to the byte for the same program, and keeps its data right."""

from __future__ import annotations

import hashlib
import os
import unicodedata
import zipfile
from pathlib import Path

import pytest

EPOCH = 1_700_000_000


@pytest.fixture
def program(tmp_path: Path) -> Path:
    folder = tmp_path / "SoPhatNgon"
    for name in ("SoPhatNgon.exe", "SoPhatNgon-cli.exe", "_internal/b.dll", "_internal/a/c.txt"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(f"of {name}".encode())
    return folder


@pytest.fixture
def maker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A makensis that writes its arguments, and the commands it was given, as the installer."""
    folder = tmp_path / "tools"
    folder.mkdir()
    script = folder / "makensis"
    script.write_text(
        "#!/bin/sh\n"
        'for word in "$@"; do case "$word" in -DOUT=*) out="${word#-DOUT=}";; '
        '-DWORK=*) work="${word#-DWORK=}";; esac; done\n'
        '{ echo "$@"; for file in "$work"/*; do cat "$file"; echo; done; } > "$out"\n'
    )
    language = folder / "Contrib" / "Language files"
    language.mkdir(parents=True)
    for name in ("Vietnamese.nlf", "Vietnamese.nsh"):
        (language / name).write_text(unicodedata.normalize("NFD", "Gỡ bỏ"), "utf-8-sig")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return script


@pytest.mark.usefixtures("maker")
def test_the_portable_archive_has_the_program_and_the_mark_of_a_portable_one(
    program: Path, tmp_path: Path
) -> None:
    from finish import finish

    finish(program, tmp_path / "out", "1.2.3", EPOCH, None)
    with zipfile.ZipFile(tmp_path / "out" / "SoPhatNgon-1.2.3-portable.zip") as pack:
        assert sorted(pack.namelist()) == [
            "SoPhatNgon/SoPhatNgon-cli.exe", "SoPhatNgon/SoPhatNgon.exe",
            "SoPhatNgon/_internal/a/c.txt", "SoPhatNgon/_internal/b.dll",
            "SoPhatNgon/portable.txt",
        ]  # fmt: skip
        assert pack.read("SoPhatNgon/_internal/b.dll") == b"of _internal/b.dll"
        assert "data" in pack.read("SoPhatNgon/portable.txt").decode("utf-8-sig")


@pytest.mark.usefixtures("maker")
def test_the_installer_unpacks_every_file_beside_the_older_version(
    program: Path, tmp_path: Path
) -> None:
    from finish import finish

    finish(program, tmp_path / "out", "1.2.3", EPOCH, None)
    made = tmp_path / "out" / "SoPhatNgon-1.2.3-setup.exe"
    script = made.read_text("utf-8").replace("\ufeff", "")
    targets = [line for line in script.splitlines() if line.startswith("SetOutPath")]
    assert targets == [
        'SetOutPath "${NEW}"',
        'SetOutPath "${NEW}\\_internal"',
        'SetOutPath "${NEW}\\_internal\\a"',
    ]
    assert script.count('File "') == 4
    assert script.count("Gỡ bỏ") == 2, "NSIS's own words, their letters in one piece"
    assert not (tmp_path / "out" / "~setup").exists()


@pytest.mark.usefixtures("maker")
def test_two_builds_are_the_same_and_the_list_says_so(program: Path, tmp_path: Path) -> None:
    from finish import finish

    finish(program, tmp_path / "out", "1.2.3", EPOCH, None)
    made = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    os.utime(program / "SoPhatNgon.exe", (1, 1))  # when it was made must not matter
    finish(program, tmp_path / "out", "1.2.3", EPOCH, None)
    assert made == {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    listing = dict(
        reversed(line.split("  "))
        for line in made["SoPhatNgon-1.2.3-files.txt"].decode().splitlines()
    )
    assert len(listing) == 6
    for name in ("SoPhatNgon-1.2.3-portable.zip", "SoPhatNgon-1.2.3-setup.exe"):
        assert listing[name] == hashlib.sha256(made[name]).hexdigest()


def test_what_differs_between_two_builds_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from package import compare

    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text("aa  same\nbb  changed\ncc  gone\n")
    two.write_text("aa  same\nb2  changed\n")
    assert compare(one, one) == 0
    assert compare(one, two) == 1
    assert "differs: changed\ndiffers: gone\n" in capsys.readouterr().out
