"""The start: which command, which folder, the log, then the window or the command itself.

Whatever can wait is imported where it is used, so that the window is painted first.
"""

from __future__ import annotations

import gc
import importlib
from argparse import Namespace
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from app import log, paths, win32
from app.commands.arguments import Parser
from app.commands.console import BAD_INPUT, INTERRUPTED, complain
from app.errors import AppError
from app.storage import storage_error

# The word on the command line, the module under app.commands, what it does.
_COMMANDS = (
    ("letter", "letter", "lập một văn bản PDF từ tệp dữ liệu"),
    ("demo", "demo", "tạo dữ liệu giả định, văn bản và sổ mẫu"),
    ("sheet", "sheet", "xuất một sổ ra tệp Excel"),
    ("today", "today", "in việc hôm nay: quá hạn, đến hạn, đang chờ, còn thiếu"),
    ("clock", "clock", "tính hạn theo luật và nói vì sao"),
    ("backup", "backup", "sao lưu toàn bộ dữ liệu ra một tệp"),
    ("restore", "restore", "phục hồi dữ liệu từ một bản sao lưu"),
    ("check", "check", "kiểm tra dữ liệu và các văn bản đã lưu"),
    ("self-test", "self_test", "phần mềm tự kiểm tra trên máy này"),
)


def main(argv: list[str]) -> int:
    """Run the command that ``argv`` names, or open the window. Returns the exit code.

    Whatever a command does not say itself about bad input is said here, in one line.
    """
    is_command = argv[:1] in [[word] for word, _module, _help in _COMMANDS]
    # A script waits for a command to end, and must not wait for a box to be closed.
    in_box = not log.mend_streams() and not is_command
    tell = _show if in_box else complain
    try:
        Path.cwd()  # relative paths and libraries need it
        return _run_command(argv) if is_command else _open_window(argv, in_box=in_box)
    except AppError as error:
        return tell(str(error))
    except OSError as error:
        return tell(str(storage_error(error)))
    except KeyboardInterrupt:
        return complain("Đã dừng giữa chừng theo yêu cầu.", INTERRUPTED)


def _run_command(argv: list[str]) -> int:
    module = next(module for word, module, _help in _COMMANDS if word == argv[0])
    return int(importlib.import_module(f"app.commands.{module}").run(argv[1:]))


def _open_window(argv: list[str], *, in_box: bool) -> int:
    given = _options_in_box(argv) if in_box else _parser().parse_args(argv)
    data_dir = (given.data_dir or paths.default_data_dir()).absolute()
    log_folder = log.set_up(data_dir)

    # What the start makes stays until the end: looking for garbage in it only takes time. The
    # window turns collecting on again.
    gc.disable()
    from app.ui.shell.application import run_window

    return run_window(data_dir, log_folder)


def _options_in_box(argv: list[str]) -> Namespace:
    """Read the options where nobody reads what is printed: help and complaints come in a box."""
    words = StringIO()
    try:
        with redirect_stdout(words), redirect_stderr(words):
            return _parser().parse_args(argv)
    except SystemExit:
        _show(words.getvalue())
        raise


def _show(words: str) -> int:
    win32.show_box("Sổ Phát ngôn", words.strip())
    return BAD_INPUT


def _parser() -> Parser:
    commands = "\n".join(f"  {word:10} {text}" for word, _module, text in _COMMANDS)
    parser = Parser(
        "python -m app",
        "Sổ Phát ngôn. Không có lệnh nào thì mở cửa sổ.\n\n"
        f"Lệnh (xem từng lệnh: python -m app LỆNH --help):\n{commands}",
    )
    parser.add_data_dir()
    return parser
