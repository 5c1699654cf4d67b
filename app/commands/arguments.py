"""The argument parser of every command, speaking Vietnamese; wrong arguments end with exit 2."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import Any, NoReturn

from app.commands.console import complain
from app.paths import as_called

# argparse's own sentences and ours. It has no other way to be given another language.
_SENTENCES = (
    (r"the following arguments are required: (.*)", r"Thiếu: \1."),
    (r"unrecognized arguments: (.*)", r"Không hiểu tham số: \1."),
    (r"argument (\S+): ignored explicit argument (.*)", r"\1: không nhận giá trị \2."),
    (r"argument (\S+): expected .*", r"\1: thiếu giá trị."),
    (r"argument (\S+): invalid int value: (.*)", r"\1: \2 không phải số nguyên."),
    (r"argument (\S+): invalid choice: (\S+) \(choose from (.*)\)",
     r"\1: không có \2; chọn một trong: \3."),
    (r"argument (\S+): (.*)", r"\1: \2"),
)  # fmt: skip


class Parser(argparse.ArgumentParser):
    """An argparse parser whose help and errors are Vietnamese; an error is one line."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(
            prog=as_called(prog), description=as_called(description), add_help=False,
            allow_abbrev=False, formatter_class=_Formatter,
        )  # fmt: skip
        self._positionals.title = "Tham số"
        self._optionals.title = "Tùy chọn"
        self.add_argument("-h", "--help", action="help", help="hiện hướng dẫn này")

    def error(self, message: str) -> NoReturn:
        for english, vietnamese in _SENTENCES:
            found = re.fullmatch(english, message, re.DOTALL)
            if found:
                message = found.expand(vietnamese)
                break
        sys.exit(complain(f"{message} Xem: {self.prog} --help"))

    def add_path(self, name: str, **how: Any) -> None:
        """Add an argument that names a file or a folder."""
        self.add_argument(name, type=_path, **how)

    def add_data_dir(self) -> None:
        """Add the option of another folder of records than the user's own."""
        words = "thư mục chứa sổ thay cho thư mục mặc định"
        self.add_path("--data-dir", metavar="THƯ_MỤC", help=words)


def _path(text: str) -> Path:
    if not text.strip():  # an unset variable of a script, not the current folder
        raise argparse.ArgumentTypeError("để trống.")
    return Path(text)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage, actions, groups, prefix=None) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
        super().add_usage(usage, actions, groups, "Cách dùng: ")
