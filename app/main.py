"""The start: which command, which folder, the log, then the window or the command itself.

Whatever can wait is imported where it is used, so that the window is painted first.
"""

from __future__ import annotations

import gc
import importlib
from pathlib import Path

from app import log, paths
from app.commands.arguments import Parser
from app.commands.console import INTERRUPTED, complain
from app.errors import AppError
from app.storage import storage_error

# The word on the command line, the module under app.commands, what it does.
_COMMANDS = (
    ("letter", "letter", "lập một văn bản PDF từ tệp dữ liệu"),
    ("demo", "demo", "tạo dữ liệu giả định, văn bản và sổ mẫu"),
    ("sheet", "sheet", "xuất một sổ ra tệp Excel"),
    ("check", "check", "kiểm tra dữ liệu và các văn bản đã lưu"),
    ("self-test", "self_test", "phần mềm tự kiểm tra trên máy này"),
)


def main(argv: list[str]) -> int:
    """Run the command that ``argv`` names, or open the window. Returns the exit code.

    Whatever a command does not say itself about bad input is said here, in one line.
    """
    log.mend_streams()
    try:
        Path.cwd()  # relative paths and libraries need it
        return _run(argv)
    except AppError as error:
        return complain(str(error))
    except OSError as error:
        return complain(str(storage_error(error)))
    except KeyboardInterrupt:
        return complain("Đã dừng giữa chừng theo yêu cầu.", INTERRUPTED)


def _run(argv: list[str]) -> int:
    for word, module, _help in _COMMANDS:
        if argv[:1] == [word]:
            run = importlib.import_module(f"app.commands.{module}").run
            return int(run(argv[1:]))
    arguments = _parser().parse_args(argv)
    data_dir = (arguments.data_dir or paths.default_data_dir()).absolute()
    log_folder = log.set_up(data_dir)

    # What the start makes stays until the end: looking for garbage in it only takes time. The
    # window turns collecting on again.
    gc.disable()
    from app.ui.shell.application import run_window

    return run_window(data_dir, log_folder)


def _parser() -> Parser:
    commands = "\n".join(f"  {word:10} {text}" for word, _module, text in _COMMANDS)
    parser = Parser(
        "python -m app",
        "Sổ Phát ngôn. Không có lệnh nào thì mở cửa sổ.\n\n"
        f"Lệnh (xem từng lệnh: python -m app LỆNH --help):\n{commands}",
    )
    parser.add_data_dir()
    return parser
