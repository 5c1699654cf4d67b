"""``python -m app today``: the work list without the window, in words or as JSON."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import paths
from app.commands.arguments import Parser
from app.commands.console import OK, complain, say
from app.commands.moments import given_moment
from app.errors import AppError
from app.rules.clocks.words import moment_words

if TYPE_CHECKING:
    from app.services.today.data import TodayLine, WorkList

_MOST = 10_000  # lines of one group: all of them, for scripts


def run(arguments: list[str]) -> int:
    """Print what is to be done. Returns 0, or 2 after one line about bad input."""
    parser = Parser(
        "python -m app today", "In việc hôm nay: quá hạn, đến hạn, đang chờ, còn thiếu."
    )
    parser.add_argument(
        "--on", type=given_moment, metavar="THỜI_ĐIỂM",
        help="xem như lúc đó là bây giờ, ví dụ 2026-10-05T09:00 (mặc định: bây giờ)",
    )  # fmt: skip
    parser.add_data_dir()
    parser.add_argument("--json", action="store_true", help="in dạng JSON")
    given = parser.parse_args(arguments)
    data_dir: Path = given.data_dir or paths.default_data_dir()
    file = paths.database_file(data_dir.absolute())
    if not file.is_file():
        return complain(f"--data-dir: trong “{data_dir}” chưa có dữ liệu của Sổ Phát ngôn.")
    found = _work_list(file, given.on.moment if given.on else None)
    if given.json:
        say(json.dumps(_as_json(found), ensure_ascii=False))
    else:
        for line in _as_text(found):
            say(line)
    return OK


def _work_list(file: Path, on: datetime | None) -> WorkList:
    """Read the list beside whoever has the book open: nothing is written."""
    from app.models.database import Database
    from app.services.today.service import TodayService

    db = Database.inspect(file)
    try:
        if not db.is_current:
            raise AppError(
                "--data-dir: dữ liệu còn ở phiên bản cũ.",
                "Mở Sổ Phát ngôn một lần để nâng cấp rồi chạy lại.",
            )
        return TodayService(db).work_list(on, limit=_MOST)
    finally:
        db.close()


def _as_text(found: WorkList) -> list[str]:
    lines = [f"Việc hôm nay, lúc {moment_words(found.at)}: {found.total} việc."]
    for group in found.groups:
        lines.append(f"{group.group.label} ({group.total}):")
        lines += [f"- {_words(line)}" for line in group.lines]
    if found.later:
        lines.append(f"Đến hạn sau 7 ngày tới: {found.later} việc.")
    if found.uncounted:
        lines.append(
            f"Chưa tính lại hết các hạn: {found.uncounted} Mở Sổ Phát ngôn để phần mềm tính tiếp."
        )
    return lines


def _words(line: TodayLine) -> str:
    parts = [f"{line.label}: {line.title}", line.due_words, line.next_step, line.seen]
    return "; ".join(filter(None, parts))


def _as_json(found: WorkList) -> dict[str, Any]:
    return {
        "at": found.at.isoformat(timespec="seconds"),
        "total": found.total,
        "later": found.later,
        "uncounted": found.uncounted,
        "groups": [
            {
                "group": group.group.value,
                "title": group.group.label,
                "total": group.total,
                "lines": [_line(line) for line in group.lines],
            }
            for group in found.groups
        ],
    }


def _line(line: TodayLine) -> dict[str, Any]:
    return {
        "key": line.key,
        "duty": line.duty.value if line.duty else None,
        "label": line.label,
        "title": line.title,
        "kind": line.record_kind or None,
        "id": line.record_id,
        "period": line.period.key if line.period else None,
        "due": line.due_at.isoformat() if line.due_at else None,
        "due_words": line.due_words,
        "late": line.is_late,
        "extended": line.is_extended,
        "confirmed": line.is_confirmed,
        "steps": list(line.steps),
        "next_step": line.next_step,
        "action": line.action.value,
        "seen": line.seen,
    }
