"""``python -m app demo DIR``: fictitious data, a letter of every kind, every sheet."""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from pathlib import Path

from app.bootstrap import open_context
from app.commands.arguments import Parser
from app.commands.console import OK, complain, report, say
from app.demo.fill import DemoClock, fill
from app.demo.letters import demo_letters
from app.errors import StorageReadOnly
from app.files import replace, scratch_folder, write_atomically
from app.services.plain import ListQuery
from app.services.sheets import SHEETS, write_sheet

# Tells a demo from someone's own records, which are never overwritten.
_MARKER = "demo.json"
_PARTS = ("data", "letters", "sheets")
_LARGE = 1000


def run(arguments: list[str]) -> int:
    """Make the demo, over an earlier one if there is one. Returns 0, or 2 for bad input."""
    parser = Parser("python -m app demo", "Tạo dữ liệu giả định, văn bản và sổ mẫu.")
    parser.add_path("folder", metavar="DIR", help="thư mục chứa bộ mẫu")
    parser.add_argument(
        "--incidents", metavar="N", type=int, default=30, help="số vụ việc (mặc định 30)"
    )
    parser.add_argument(
        "--seed", metavar="S", type=int, default=1, help="số khởi đầu; cùng số cho cùng dữ liệu"
    )
    given = parser.parse_args(arguments)
    if given.incidents < 0:
        return complain(f"--incidents: số vụ việc phải từ 0 trở lên, không phải {given.incidents}.")
    _refuse_others(given.folder)
    letters = _renew(given.folder, given.incidents, given.seed)
    made = f"{given.incidents} vụ việc, {letters} văn bản mẫu, {len(SHEETS)} sổ"
    say(f"Đã tạo bộ mẫu trong {given.folder}: {made}.")
    return OK


def _refuse_others(folder: Path) -> None:
    """Raise StorageReadOnly where the folder holds anything but an earlier demo."""
    if folder.exists() and not folder.is_dir():
        raise StorageReadOnly(f"DIR: “{folder}” là một tệp, không phải thư mục.")
    present = [part for part in _PARTS if (folder / part).exists()]
    if present and not (folder / _MARKER).is_file():
        raise StorageReadOnly(
            f"DIR: thư mục “{folder}” đã có “{present[0]}” không phải của bộ mẫu.",
            "Chọn thư mục khác; không có gì bị thay đổi.",
        )


def _renew(folder: Path, incidents: int, seed: int) -> int:
    """Make everything apart and then put it in the place of an earlier demo.

    Broken off, it leaves the earlier one, or nothing. Returns how many letters there are.
    """
    is_new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with scratch_folder(folder) as made:
            letters = _make(made, incidents, seed)
            # The marker first: a demo half in its place can then be made anew.
            facts = json.dumps({"incidents": incidents, "seed": seed})
            write_atomically(folder / _MARKER, facts.encode())
            for part in _PARTS:
                if (folder / part).exists():
                    shutil.rmtree(folder / part)
                replace(made / part, folder / part)
    except BaseException:
        if is_new:
            with suppress(OSError):
                folder.rmdir()
        raise
    return letters


def _make(folder: Path, incidents: int, seed: int) -> int:
    """Make everything in an empty folder; return how many letters there are."""
    for part in _PARTS:
        (folder / part).mkdir()
    clock = DemoClock()
    ctx = open_context(folder / "data", clock=clock)
    try:
        fill(ctx, clock, incidents, seed, _progress)
        letters = list(demo_letters())
        for name, letter in letters:
            write_atomically(folder / "letters" / name, ctx.letters.preview(letter))
        for kind, sheet in SHEETS.items():
            write_sheet(ctx, kind, ListQuery(), folder / "sheets" / f"{sheet.name}.xlsx")
    finally:
        ctx.close()
    return len(letters)


def _progress(done: int, size: int, what: str) -> None:
    if size > _LARGE:
        report(f"Đã ghi {done} / {size} {what}…")
