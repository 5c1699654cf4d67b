"""``python -m app demo DIR``: fictitious data, a letter of every kind, every sheet."""

from __future__ import annotations

import errno
import json
import shutil
from pathlib import Path

from app.bootstrap import open_context
from app.commands.arguments import Parser
from app.commands.console import OK, complain, report, say
from app.demo.fill import DemoClock, fill
from app.demo.letters import demo_letters
from app.errors import AppError, StorageFull, StorageReadOnly
from app.exports.files import write_atomically
from app.services.plain import ListQuery
from app.services.sheets import SHEETS, write_sheet

# Tells a demo from someone's own records, which are never overwritten.
_MARKER = "demo.json"
_PARTS = ("data", "letters", "sheets")
_LARGE = 1000


def run(arguments: list[str]) -> int:
    """Make the demo, over an earlier one if there is one. Returns 0, or 2 for bad input."""
    parser = Parser("python -m app demo", "Tạo dữ liệu giả định, văn bản và sổ mẫu.")
    parser.add_argument("folder", metavar="DIR", type=Path, help="thư mục chứa bộ mẫu")
    parser.add_argument(
        "--incidents", metavar="N", type=int, default=30, help="số vụ việc (mặc định 30)"
    )
    parser.add_argument(
        "--seed", metavar="S", type=int, default=1, help="số khởi đầu; cùng số cho cùng dữ liệu"
    )
    given = parser.parse_args(arguments)
    if given.incidents < 0:
        return complain(f"--incidents: số vụ việc phải từ 0 trở lên, không phải {given.incidents}.")
    try:
        _clear(given.folder)
        letters = _make(given.folder, given.incidents, given.seed)
    except AppError as error:
        return complain(str(error))
    except OSError as error:
        return complain(str(_storage_error(given.folder, error)))
    made = f"{given.incidents} vụ việc, {letters} văn bản mẫu, {len(SHEETS)} sổ"
    say(f"Đã tạo bộ mẫu trong {given.folder}: {made}.")
    return OK


def _clear(folder: Path) -> None:
    """Remove an earlier demo. Raises StorageReadOnly where the folder holds anything else."""
    if folder.exists() and not folder.is_dir():
        raise StorageReadOnly(f"DIR: “{folder}” là một tệp, không phải thư mục.")
    present = [part for part in _PARTS if (folder / part).exists()]
    if present and not (folder / _MARKER).is_file():
        raise StorageReadOnly(
            f"DIR: thư mục “{folder}” đã có “{present[0]}” không phải của bộ mẫu.",
            "Chọn thư mục khác; không có gì bị thay đổi.",
        )
    for part in present:
        shutil.rmtree(folder / part)


def _make(folder: Path, incidents: int, seed: int) -> int:
    """Make everything in an empty folder; return how many letters there are."""
    folder.mkdir(parents=True, exist_ok=True)
    # First of all the marker: a demo that was broken off can then be made anew.
    facts = json.dumps({"incidents": incidents, "seed": seed})
    write_atomically(folder / _MARKER, facts.encode())
    for part in _PARTS:
        (folder / part).mkdir()
    clock = DemoClock()
    ctx = open_context(folder / "data", clock=clock)
    try:
        fill(ctx, clock, incidents, seed, _progress)
        letters = list(demo_letters())
        for name, letter in letters:
            write_atomically(folder / "letters" / name, ctx.letters.preview(letter))
        for kind, name in SHEETS.items():
            write_sheet(ctx, kind, ListQuery(), folder / "sheets" / f"{name}.xlsx")
    finally:
        ctx.close()
    return len(letters)


def _storage_error(folder: Path, error: OSError) -> AppError:
    if error.errno == errno.ENOSPC:
        return StorageFull(f"DIR: ổ đĩa chứa “{folder}” đã đầy.", "Dọn bớt ổ đĩa rồi chạy lại.")
    return StorageReadOnly(
        f"DIR: không ghi được vào “{folder}”.",
        "Đóng bộ mẫu nếu đang mở, kiểm tra quyền ghi, hoặc chọn thư mục khác.",
    )


def _progress(done: int, size: int) -> None:
    if size > _LARGE:
        report(f"Đã ghi {done} / {size} vụ việc…")
