"""Words to whoever runs a command: one line each, on any console."""

from __future__ import annotations

import sys
from typing import TextIO

OK = 0
BAD_INPUT = 2


def say(message: str) -> None:
    """Print one line of result."""
    _write(sys.stdout, message)


def report(message: str) -> None:
    """Print one line of how far a long work has come, apart from its result."""
    _write(sys.stderr, message)


def complain(message: str) -> int:
    """Print one line of error and return the exit code of bad input."""
    _write(sys.stderr, message)
    return BAD_INPUT


def _write(stream: TextIO | None, message: str) -> None:
    if stream is None:
        return  # a windowed program on Windows has no console
    line = " ".join(message.split()) + "\n"
    encoding = stream.encoding or "utf-8"
    stream.write(line.encode(encoding, "backslashreplace").decode(encoding))
    stream.flush()
