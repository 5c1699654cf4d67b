"""Words to whoever runs a command: one line each, on any console."""

from __future__ import annotations

import os
import sys
from typing import TextIO

OK = 0
BAD_INPUT = 2
INTERRUPTED = 130


def say(message: str) -> None:
    """Print one line of result."""
    _write(sys.stdout, message)


def report(message: str) -> None:
    """Print one line of how far a long work has come, apart from its result."""
    _write(sys.stderr, message)


def complain(message: str, code: int = BAD_INPUT) -> int:
    """Print one line of error and return the exit code, that of bad input."""
    _write(sys.stderr, message)
    return code


def _write(stream: TextIO, message: str) -> None:
    try:
        stream.write(" ".join(message.split()) + "\n")
        stream.flush()
    except OSError:
        # Whoever read this has gone; the work goes on, and what is left is not tried again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
