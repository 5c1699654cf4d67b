"""``python -m app check [--data-dir DIR]``: look whether database and kept files are sound.

With ``--for-update`` it only tells whether this version may take over the data: the installer asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app import paths
from app.commands.arguments import Parser
from app.commands.console import OK, complain, say
from app.errors import AppError, DatabaseDamaged, DatabaseTooNew

FINDINGS = 1


def run(arguments: list[str]) -> int:
    """Check the data and say so. Returns 0 if sound, 1 with findings, 2 if there is nothing."""
    parser = Parser("python -m app check", "Kiểm tra dữ liệu và các văn bản đã lưu; không sửa gì.")
    parser.add_data_dir()
    parser.add_argument(
        "--for-update", action="store_true",
        help="chỉ xem dữ liệu có phải của phiên bản mới hơn không (bộ cài hỏi trước khi cập nhật)",
    )  # fmt: skip
    given = parser.parse_args(arguments)
    file = paths.database_file((given.data_dir or paths.default_data_dir()).absolute())
    if given.for_update:
        return _tell_whether_too_new(file)
    if not file.is_file():
        return complain(f"--data-dir: không có tệp dữ liệu {file}.")
    found: list[str] = []
    try:
        found.extend(_findings(file))
    except (DatabaseDamaged, DatabaseTooNew) as error:
        found.append(str(error))  # besides what was found before
    for line in found:
        say(line)
    if found:
        say(f"{file}: có {len(found)} điều cần xem lại.")
        return FINDINGS
    say(f"{file}: dữ liệu và các văn bản đã lưu đều nguyên vẹn.")
    return OK


def _tell_whether_too_new(file: Path) -> int:
    """Any other trouble with the data is no reason to keep a version off this PC."""
    from app.models.database import Database

    try:
        Database.inspect(file).close()
    except DatabaseTooNew as error:
        say(str(error))
        return FINDINGS
    except AppError:
        pass
    say(f"{file}: phiên bản này dùng được với dữ liệu đang có.")
    return OK


def _findings(file: Path) -> Iterator[str]:
    from app.models.database import Database
    from app.services.checking import findings

    db = Database.inspect(file)
    try:
        yield from findings(db)
    finally:
        db.close()
