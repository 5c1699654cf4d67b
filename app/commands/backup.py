"""``python -m app backup OUT [--data-dir DIR]``: copy all records into one file."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from app import paths
from app.commands.arguments import Parser
from app.commands.console import OK, complain, say
from app.errors import BackupFailed
from app.models.database import Database
from app.services.backup.making import BackupService
from app.text import size_text

FAILED = 1


def run(arguments: list[str]) -> int:
    """Make a backup and prove it. Returns 0; 1 when the copy was not whole; 2 for bad input."""
    parser = Parser("python -m app backup", "Sao lưu: chép toàn bộ dữ liệu ra một tệp, mở ra kiểm.")
    parser.add_path("output", metavar="OUT", help="tệp bản sao lưu cần ghi")
    parser.add_data_dir()
    given = parser.parse_args(arguments)
    data_dir: Path = (given.data_dir or paths.default_data_dir()).absolute()
    file = paths.database_file(data_dir)
    if not file.is_file():
        return complain(f"--data-dir: trong “{data_dir}” chưa có dữ liệu của Sổ Phát ngôn.")
    try:
        with closing(Database.inspect(file)) as db:
            backup = BackupService(db).make(given.output)
    except BackupFailed as error:
        return complain(str(error), FAILED)
    contents = backup.contents
    say(f"Đã sao lưu ra {given.output} ({size_text(contents.size)}); đã mở bản sao ra kiểm tra.")
    if contents.findings:
        say(f"Trong dữ liệu có {len(contents.findings)} điều cần xem lại: python -m app check.")
    return OK
