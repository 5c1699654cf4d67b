"""``python -m app self-test REPORT.json``: try everything the app is made of on this PC.

Made for the packaged app, which has no console: what was found goes into a file.
"""

from __future__ import annotations

import json
import os
import platform
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app import __version__
from app.commands.arguments import Parser
from app.commands.console import OK, complain, say
from app.errors import AppError
from app.files import scratch_folder, write_atomically
from app.paths import resources_dir

FAILED = 1


def run(arguments: list[str]) -> int:
    """Run every check and write the report. Returns 0, 1 when one failed, 2 for bad input."""
    parser = Parser("python -m app self-test", "Phần mềm tự kiểm tra trên máy này.")
    parser.add_path("report", metavar="REPORT.json", help="tệp báo cáo cần ghi")
    given = parser.parse_args(arguments)
    with scratch_folder() as folder:
        results = [_result(name, check, folder) for name, check in CHECKS]
    ok = all(result["ok"] for result in results)
    report = {
        "ok": ok,
        "version": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "packaged": bool(getattr(sys, "frozen", False)),
        "checks": results,
    }
    try:
        text = json.dumps(report, ensure_ascii=False, indent=1)
        write_atomically(given.report, text.encode())
    except AppError as error:
        return complain(f"REPORT.json: {error}")
    for result in results:
        say(f"{result['name']}: {'đạt' if result['ok'] else 'HỎNG'} - {result['text']}")
    return OK if ok else FAILED


def _result(name: str, check: Callable[[Path], str], folder: Path) -> dict[str, Any]:
    try:
        return {"name": name, "ok": True, "text": check(folder)}
    except AppError as error:
        return {"name": name, "ok": False, "text": str(error)}
    except Exception:  # whatever is wrong with this PC belongs into the report
        return {"name": name, "ok": False, "text": traceback.format_exc()}


def _fonts(_folder: Path) -> str:
    from app.exports.letter.typesetting.fonts import load_family

    family = load_family()
    return f"{family.title}, {len(family.characters)} ký tự"


def _resources(_folder: Path) -> str:
    files = sorted(resources_dir().rglob("*.json"))
    if not files:
        raise FileNotFoundError(resources_dir())
    for file in files:
        json.loads(file.read_text(encoding="utf-8"))
    return f"{len(files)} tệp trong {resources_dir()}"


def _database(folder: Path) -> str:
    from app.bootstrap import open_context

    for _ in ("created and migrated", "opened again"):
        ctx = open_context(folder / "data")
        try:
            rows = ctx.records.count("legal_basis", _everything())
        finally:
            ctx.close()
    return f"sổ mới có {rows} căn cứ pháp lý ban đầu"


def _letter(_folder: Path) -> str:
    from app.demo.letters import demo_letters
    from app.exports.letter import render_letter

    pdfs = [render_letter(letter) for _, letter in demo_letters()]
    if not all(pdf.startswith(b"%PDF-") for pdf in pdfs):
        raise ValueError("not a PDF")
    return f"{len(pdfs)} văn bản PDF"


def _sheet(folder: Path) -> str:
    from openpyxl import load_workbook

    from app.bootstrap import open_context
    from app.services.sheets import SHEETS, write_sheet

    ctx = open_context(folder / "data")
    try:
        for kind, sheet in SHEETS.items():
            path = folder / f"{sheet.name}.xlsx"
            write_sheet(ctx, kind, _everything(), path)
            load_workbook(path).close()
    finally:
        ctx.close()
    return f"{len(SHEETS)} sổ Excel"


def _calendar(folder: Path) -> str:
    """What is written in UTC has to come back: reading it takes the time zone data."""
    from icalendar import Calendar

    from app.exports.calendar.data import CalendarEntry
    from app.exports.calendar.ics import write_calendar

    made_at, due_at = datetime(2026, 10, 5, 9, 0), datetime(2026, 10, 6, 16, 30)
    entry = CalendarEntry("han-1@so-phat-ngon", "Trả lời báo chí", "", due_at, is_whole_day=False)
    path = folder / "hạn.ics"
    write_calendar([entry], made_at, path)
    (event,) = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    found = [event.decoded(name) for name in ("DTSTAMP", "DTSTART")]
    if found != [made_at.astimezone(UTC), due_at] or str(event["SUMMARY"]) != entry.title:
        raise ValueError(f"read back: {found}, {event['SUMMARY']}")
    return f"tệp .ics đọc lại được, giờ ghi {found[0]:%H:%M %Z}"


def _window(folder: Path) -> str:
    _want_no_screen()
    from app.ui.shell.self_test import show_window

    return show_window(folder / "data")


def _printing(folder: Path) -> str:
    _want_no_screen()
    from app.demo.letters import demo_letters
    from app.exports.letter import render_letter
    from app.ui.shell.self_test import print_to_file

    _name, letter = next(iter(demo_letters()))
    return print_to_file(render_letter(letter), folder / "in.pdf")


def _want_no_screen() -> None:
    """Where there may be no screen, do without; a PC with Windows shows what its user will see."""
    if os.name != "nt":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _everything() -> Any:
    from app.services.plain import ListQuery

    return ListQuery()


CHECKS: tuple[tuple[str, Callable[[Path], str]], ...] = (
    ("fonts", _fonts),
    ("resources", _resources),
    ("database", _database),
    ("letter", _letter),
    ("sheet", _sheet),
    ("calendar", _calendar),
    ("window", _window),
    ("printing", _printing),
)
