"""``python -m app restore FILE [--data-dir DIR]``: put the records of a backup in place."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from app import paths
from app.bootstrap import restore_backup
from app.commands.arguments import Parser
from app.commands.console import OK, complain, say
from app.errors import AppError, DatabaseLocked
from app.models.database import Database
from app.services.backup.contents import Contents, look, numbers_taken_back, read
from app.services.backup.restoring import refuse_wrong

FAILED = 1


def run(arguments: list[str]) -> int:
    """Restore and say what is inside. Returns 0; 1 while the data are in use; 2 for bad input."""
    parser = Parser(
        "python -m app restore",
        "Phục hồi: đưa dữ liệu của một bản sao lưu vào dùng; dữ liệu đang có được giữ lại.",
    )
    parser.add_path("backup", metavar="FILE", help="tệp bản sao lưu")
    parser.add_data_dir()
    given = parser.parse_args(arguments)
    data_dir: Path = (given.data_dir or paths.default_data_dir()).absolute()
    refuse_wrong(given.backup, paths.database_file(data_dir))
    contents = look(given.backup)
    _tell(given.backup, contents, data_dir)
    try:
        return _restore(given.backup, data_dir)
    except DatabaseLocked as error:
        return complain(str(error), FAILED)


def _restore(backup: Path, data_dir: Path) -> int:
    # Not at the top: all else here needs no Qt.
    from app.ui.shell.single_instance import SingleInstance

    instance = SingleInstance(data_dir)
    if not instance.claim():
        return complain(
            "Sổ đang được mở ở một cửa sổ Sổ Phát ngôn nên chưa phục hồi; đóng cửa sổ đó rồi làm "
            "lại.",
            FAILED,
        )
    try:
        restored = restore_backup(backup, data_dir)
    finally:
        instance.release()
    kept = f" Dữ liệu cũ được giữ ở {restored.kept}." if restored.kept else ""
    say(f"Đã phục hồi vào {data_dir}.{kept}")
    return OK


def _tell(backup: Path, contents: Contents, data_dir: Path) -> None:
    say(f"Trong bản sao lưu {backup}:")
    for label, value in contents.rows().items():
        say(f"- {label}: {value}")
    for finding in contents.findings:
        say(f"Cần xem lại: {finding}")
    present = _present(data_dir)
    if present is not None:
        for sentence in numbers_taken_back(contents, present):
            say(sentence)


def _present(data_dir: Path) -> Contents | None:
    """Return what is there now; None where that cannot be read, and restoring is the remedy."""
    try:
        with closing(Database.inspect(paths.database_file(data_dir))) as db:
            return read(db) if db.is_current else None
    except (AppError, OSError):
        return None
