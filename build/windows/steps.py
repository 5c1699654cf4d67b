"""The steps of the trial, in their order: each does something on the PC and looks at what came."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from package import ROOT
from trial_pc import TrialPC
from wine import USER

_CROSCORE = Path("/usr/share/fonts/truetype/croscore")
_FACES = {"Regular": "", "Bold": "bd", "Italic": "i", "BoldItalic": "bi"}
_LETTERS = ("144-CV-TU", "state-correction-request", "state-minutes", "party-decision")
_FORBIDDEN = (
    "webengine", "qt6qml", "qt6quick", "qt6designer", "qt6test", "opengl32sw", "d3dcompiler",
    "/tests/", "pytest", "hypothesis", "unittest", "tkinter", "tcl86", "pip/", "setuptools",
    "pyinstaller", "gcc", "clang", "msbuild", ".pdb", ".lib", ".h", ".pyi",
)  # fmt: skip


# Modules of the standard library's and of packages' own tests, and of what runs or builds.
_TEST_MODULE = re.compile(
    r"(^|\.)(tests?|testing|conftest|pytest|hypothesis|unittest|tkinter|idlelib|pip|setuptools"
    r"|distutils|PyInstaller|QtQml|QtQuick|QtWebEngine\w*)(\.|$)"
)


def the_package_holds_nothing_unused(pc: TrialPC) -> str:
    names = _listed(pc)
    bad = [
        name
        for name in names
        if not name.startswith("_internal/licences/")
        and any(
            name.lower().endswith(word) if word.startswith(".") else word in f"/{name.lower()}"
            for word in _FORBIDDEN
        )
    ]
    assert not bad, bad
    modules = _modules(pc)
    bad = [name for name in modules if _TEST_MODULE.search(name)]
    assert not bad, bad
    assert "app.main" in modules
    return f"{len(names)} files, {len(modules)} modules"


def the_older_version_is_installed_silently(pc: TrialPC) -> str:
    assert pc.install(pc.older) == 0
    assert (pc.program / "SoPhatNgon.exe").is_file()
    assert not (pc.program / "SoPhatNgon-new").exists()
    assert len(pc.shortcuts) == 2, pc.shortcuts
    assert pc.registered_version() == pc.older
    return f"version {pc.older}, two shortcuts"


def the_older_version_keeps_records(pc: TrialPC) -> str:
    demo = pc.shared / "demo"
    done = pc.command("demo", r"Z:\srv\trial\demo", "--incidents", "12")
    assert done.code == 0, done.words
    pc.data.mkdir(parents=True, exist_ok=True)
    (demo / "data" / "so-phat-ngon.db").replace(pc.data / "so-phat-ngon.db")
    assert pc.command("check").code == 0
    return f"{_count(pc)} letters in {pc.data.relative_to(pc.wine.prefix)}"


def an_open_window_holds_up_the_update(pc: TrialPC) -> str:
    process = pc.open_window()
    assert pc.install(pc.version) == 3
    assert pc.registered_version() == pc.older
    assert not (pc.program / "SoPhatNgon-new").exists()
    pc.close_window(process)
    return "exit code 3, nothing changed"


def the_update_keeps_the_records(pc: TrialPC) -> str:
    before, revision = _count(pc), _revision(pc)
    assert pc.install(pc.version) == 0
    assert pc.registered_version() == pc.version
    assert sorted(path.name for path in pc.program.iterdir()) == [
        "SoPhatNgon-cli.exe", "SoPhatNgon.exe", "_internal", "uninstall.exe",
    ]  # fmt: skip
    wanted = {name for name in _listed(pc) if name.startswith("_internal/")}
    there = {
        path.relative_to(pc.program).as_posix()
        for path in (pc.program / "_internal").rglob("*")
        if path.is_file()
    }
    assert there == wanted, there ^ wanted
    process = pc.open_window()
    time.sleep(5)  # the first list
    pc.wine.display.picture(pc.out / "window.png")
    pc.close_window(process)
    assert _count(pc) == before
    assert pc.command("check").code == 0
    backups = list((pc.data / "backups").glob("*.db")) if (pc.data / "backups").exists() else []
    migrated = _revision(pc) != revision
    assert bool(backups) == migrated, backups
    return (
        f"{before} letters still there; {'migrated, with a backup' if migrated else 'same schema'}"
    )


def records_of_the_first_schema_are_migrated_after_a_backup(pc: TrialPC) -> str:
    """The program opens a database as its first version left it, made here on Debian."""
    kept = pc.data.with_name("kept")
    pc.data.rename(kept)
    try:
        script = (
            "import sys; from pathlib import Path; from app.models import database;"
            "from alembic import command;"
            "upgrade = command.upgrade;"
            "command.upgrade = lambda config, _head: upgrade(config, database.REVISIONS[0]);"
            "database.Database.open(Path(sys.argv[1])).close()"
        )
        file = pc.data / "so-phat-ngon.db"
        subprocess.run([sys.executable, "-c", script, str(file)], cwd=ROOT, check=True)
        first = _revision(pc)
        process = pc.open_window()
        until_closed = time.monotonic() + 30
        newest = _newest_revision()
        while _revision(pc) != newest and time.monotonic() < until_closed:
            time.sleep(0.5)
        pc.close_window(process)
        assert _revision(pc) == newest
        backups = [path.name for path in (pc.data / "backups").glob("*.db")]
        assert bool(backups) == (first != newest), backups
        assert pc.command("check").code == 0
    finally:
        shutil.rmtree(pc.data, ignore_errors=True)
        kept.rename(pc.data)
    return f"{first} → {newest}, backup: {', '.join(backups) or 'none needed'}"


def the_installed_programs_pass_their_self_test(pc: TrialPC) -> str:
    for exe in ("SoPhatNgon-cli.exe", "SoPhatNgon.exe"):
        report = pc.self_test(exe)
        assert report["packaged"] is True
        assert report["version"] == pc.version
        assert report["ok"] is True
    return "; ".join(f"{check['name']}: {check['text']}" for check in report["checks"])


def times_new_roman_is_used_where_the_pc_has_it(pc: TrialPC) -> str:
    """Tinos under the names of Times New Roman's files: which is found is told by the path."""
    fonts = pc.wine.prefix / "drive_c" / "windows" / "Fonts"
    files = {face: fonts / f"times{suffix}.ttf" for face, suffix in _FACES.items()}
    assert not any(path.exists() for path in files.values())
    assert _fonts_found(pc).startswith("Tinos"), "the packed font is the fallback"
    try:
        for face, path in files.items():
            shutil.copy(_CROSCORE / f"Tinos-{face}.ttf", path)
        assert _fonts_found(pc).startswith("Times New Roman")
        files["Italic"].write_bytes(b"broken")
        assert _fonts_found(pc).startswith("Tinos"), "a broken face is not used"
    finally:
        for path in files.values():
            path.unlink(missing_ok=True)
    return "found by its path; the packed font where it is missing or broken"


def letters_are_set_as_on_linux(pc: TrialPC) -> str:
    for name in _LETTERS:
        source = ROOT / "resources" / "letters" / f"{name}.json"
        shutil.copy(source, pc.shared / f"{name}.json")
        done = pc.command("letter", rf"Z:\srv\trial\{name}.json", rf"Z:\srv\trial\{name}.pdf")
        assert done.code == 0, done.words
        here = pc.shared / f"{name}-here.pdf"
        _app("letter", str(source), str(here))
        windows, linux = _characters(pc.shared / f"{name}.pdf"), _characters(here)
        assert windows == linux, f"{name}: {len(windows)} and {len(linux)} characters"
    return f"{len(_LETTERS)} letters, every character in the same place"


def the_sheet_is_written_as_on_linux(pc: TrialPC) -> str:
    copy = pc.shared / "linux-data"
    shutil.copytree(pc.data, copy)
    done = pc.command("sheet", "correction-requests", r"Z:\srv\trial\sheet.xlsx")
    assert done.code == 0, done.words
    here = pc.shared / "sheet-here.xlsx"
    _app("sheet", "correction-requests", str(here), "--data-dir", str(copy))
    windows, linux = _cells(pc.shared / "sheet.xlsx"), _cells(here)
    assert windows == linux
    return f"{len(windows)} cells alike"


def records_are_backed_up_and_put_back(pc: TrialPC) -> str:
    before = _count(pc)
    done = pc.command("backup", r"Z:\srv\trial\bản sao lưu.db")
    assert done.code == 0, done.words
    process = pc.open_window()
    time.sleep(3)  # until the book is open
    held = pc.command("restore", r"Z:\srv\trial\bản sao lưu.db")
    assert held.code == 1, held
    pc.close_window(process)
    with closing(sqlite3.connect(pc.data / "so-phat-ngon.db")) as connection, connection:
        connection.execute("DELETE FROM letters WHERE state = 'void'")
        connection.execute("UPDATE offices SET name = 'Tên khác'")
    done = pc.command("restore", r"Z:\srv\trial\bản sao lưu.db")
    assert done.code == 0, done.words
    assert _query(pc, "SELECT name FROM offices") != "Tên khác"
    assert _count(pc) == before
    assert pc.command("check").code == 0
    kept = [path.name for path in (pc.data / "backups").glob("*truoc-phuc-hoi*")]
    assert len(kept) == 1, kept
    return f"refused while open; then put back, the former records kept as {kept[0]}"


def a_second_start_calls_the_first_window(pc: TrialPC) -> str:
    process = pc.open_window()
    time.sleep(3)  # until it listens
    again = pc.command(exe="SoPhatNgon.exe")
    assert again.code == 0, again
    assert len(pc.windows()) == 1, pc.windows()
    pc.close_window(process)
    return "one window"


def an_older_version_does_not_replace_a_newer(pc: TrialPC) -> str:
    assert pc.install(pc.older) == 4
    assert pc.registered_version() == pc.version
    return "exit code 4"


def data_of_a_newer_version_are_not_downgraded(pc: TrialPC) -> str:
    file = pc.data / "so-phat-ngon.db"
    assert pc.uninstall() == 0
    revision = _revision(pc)
    _set_revision(file, "9999")
    content = file.read_bytes()
    assert pc.install(pc.version) == 4
    assert not pc.program.exists(), "nothing is left of the installation"
    assert file.read_bytes() == content
    _set_revision(file, revision)
    assert pc.install(pc.version) == 0
    return "exit code 4, nothing installed, data untouched"


def the_portable_program_keeps_its_data_beside_itself(pc: TrialPC) -> str:
    folder = pc.wine.home / "Tài liệu" / "Ổ USB của phòng"
    with zipfile.ZipFile(pc.out / f"SoPhatNgon-{pc.version}-portable.zip") as pack:
        pack.extractall(folder)
    where = rf"C:\users\{USER}\Tài liệu\Ổ USB của phòng\SoPhatNgon"
    modified = (pc.data / "so-phat-ngon.db").stat().st_mtime_ns
    assert pc.self_test("SoPhatNgon-cli.exe", where)["ok"]
    process = pc.open_window(where)
    database = folder / "SoPhatNgon" / "data" / "so-phat-ngon.db"
    deadline = time.monotonic() + 60
    while not database.exists() and time.monotonic() < deadline:
        time.sleep(0.5)
    time.sleep(3)
    pc.wine.display.picture(pc.out / "first-start.png")
    pc.close_window(process)
    assert database.exists()
    assert (pc.data / "so-phat-ngon.db").stat().st_mtime_ns == modified
    return f"data in {database.parent.relative_to(pc.wine.prefix)}"


def uninstalling_keeps_the_data(pc: TrialPC) -> str:
    before = _count(pc)
    assert pc.uninstall() == 0
    assert not pc.program.exists(), list(pc.program.iterdir())
    assert pc.shortcuts == []
    assert pc.registered_version() is None
    assert _count(pc) == before
    return f"program, shortcuts and registration gone; {before} letters still there"


STEPS: tuple[Callable[[TrialPC], str], ...] = (
    the_package_holds_nothing_unused,
    the_older_version_is_installed_silently,
    the_older_version_keeps_records,
    an_open_window_holds_up_the_update,
    the_update_keeps_the_records,
    records_of_the_first_schema_are_migrated_after_a_backup,
    the_installed_programs_pass_their_self_test,
    times_new_roman_is_used_where_the_pc_has_it,
    letters_are_set_as_on_linux,
    the_sheet_is_written_as_on_linux,
    records_are_backed_up_and_put_back,
    a_second_start_calls_the_first_window,
    an_older_version_does_not_replace_a_newer,
    data_of_a_newer_version_are_not_downgraded,
    the_portable_program_keeps_its_data_beside_itself,
    uninstalling_keeps_the_data,
)


def _listed(pc: TrialPC) -> list[str]:
    """Return the files of the package's folder, by the list that came with it."""
    text = (pc.out / f"SoPhatNgon-{pc.version}-files.txt").read_text("utf-8")
    names = [line.split("  ", 1)[1] for line in text.splitlines()]
    return [name for name in names if not name.startswith(f"SoPhatNgon-{pc.version}-")]


def _modules(pc: TrialPC) -> set[str]:
    """Return the Python modules that are packed into the program."""
    from PyInstaller.archive.readers import CArchiveReader  # type: ignore[import-untyped]

    with (
        zipfile.ZipFile(pc.out / f"SoPhatNgon-{pc.version}-portable.zip") as pack,
        tempfile.TemporaryDirectory() as folder,
    ):
        program = pack.extract("SoPhatNgon/SoPhatNgon.exe", folder)
        archive = CArchiveReader(program)
        (name,) = (name for name in archive.toc if name.endswith(".pyz"))
        return set(archive.open_embedded_archive(name).toc)


def _count(pc: TrialPC) -> int:
    return int(_query(pc, "SELECT count(*) FROM letters"))


def _revision(pc: TrialPC) -> str:
    return _query(pc, "SELECT version_num FROM alembic_version")


def _query(pc: TrialPC, statement: str) -> str:
    with closing(sqlite3.connect(pc.data / "so-phat-ngon.db")) as connection:
        return str(connection.execute(statement).fetchone()[0])


def _set_revision(file: Path, revision: str) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", [revision])


def _newest_revision() -> str:
    command = "from app.models.database import REVISIONS; print(REVISIONS[-1])"
    done = subprocess.run(
        [sys.executable, "-c", command], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout.strip()


def _fonts_found(pc: TrialPC) -> str:
    report = pc.self_test("SoPhatNgon-cli.exe")
    return next(str(check["text"]) for check in report["checks"] if check["name"] == "fonts")


def _app(*arguments: str) -> None:
    """Run the program here, with the same font."""
    environment = {**os.environ, "SO_PHAT_NGON_FONTS": str(_CROSCORE)}
    subprocess.run(
        [sys.executable, "-m", "app", *arguments], cwd=ROOT, env=environment, check=True,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip


def _characters(path: Path) -> list[tuple[Any, ...]]:
    import pdfplumber

    with pdfplumber.open(path) as document:
        return [
            (page.page_number, char["text"], round(char["x0"], 2), round(char["top"], 2),
             round(char["size"], 2), char["fontname"].partition("+")[2])
            for page in document.pages
            for char in page.chars
        ]  # fmt: skip


def _cells(path: Path) -> dict[str, tuple[Any, ...]]:
    from openpyxl import load_workbook

    book = load_workbook(path)
    return {
        f"{sheet.title}!{cell.coordinate}": (cell.value, cell.font.b, cell.number_format)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
    }
