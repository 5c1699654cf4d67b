"""What Windows refuses, as Python hands it on there; made by hand, for other systems have none."""

from __future__ import annotations

from pathlib import Path

# Windows' code -> the errno CPython makes of it (winerror_to_errno in its PC/errmap.h); all others
# become EINVAL.
_ERRNO = {
    2: 2, 3: 2, 5: 13, 15: 2, 19: 13, 21: 13, 31: 13, 32: 13, 33: 13, 53: 2, 67: 2, 112: 28,
    161: 2, 183: 17, 206: 2, 267: 20,
}  # fmt: skip


def refused(code: int, path: Path | str | None = None) -> OSError:
    """Return the error that os and pathlib raise for Windows' ``code``."""
    error = OSError(_ERRNO.get(code, 22), f"[WinError {code}]", None if path is None else str(path))
    error.winerror = code  # type: ignore[attr-defined]
    return error
