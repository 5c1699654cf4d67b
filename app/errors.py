"""What can go wrong, said so that a clerk knows what to do next.

Every error here carries a Vietnamese ``message`` (what happened) and ``advice`` (what to do).
Anything else that is raised is a program error: it is logged and shown as a report.
"""

from __future__ import annotations

from collections.abc import Mapping


class AppError(Exception):
    """An expected trouble. ``str(error)`` is the message and the advice in one line."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(f"{message} {advice}".strip())
        self.message = message
        self.advice = advice


class FieldErrors(AppError):
    """Input that cannot be saved: one Vietnamese sentence for each wrong field.

    ``errors`` maps a field name (for a line of a list: ``points[0].wrong_text``) to its sentence;
    the empty name means the record as a whole.
    """

    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__("; ".join(errors.values()), "")
        self.errors = dict(errors)


class Conflict(AppError):
    """The record was changed elsewhere since it was opened."""

    def __init__(self) -> None:
        super().__init__(
            "Bản ghi này vừa được sửa ở nơi khác.",
            "Chép lại phần anh/chị vừa nhập nếu cần, rồi nạp lại (F5) để thấy bản mới.",
        )


class NotFound(AppError):
    """The record does not exist any more."""

    def __init__(self) -> None:
        super().__init__("Không còn bản ghi này.", "Nạp lại danh sách (F5).")


class CannotDelete(AppError):
    """The record has to stay: others use it, or it is a letter that took a number."""


class DatabaseTooNew(AppError):
    """The database was written by a later version of the app; it is left untouched."""


class DatabaseLocked(AppError):
    """Another program holds the database."""


class DatabaseDamaged(AppError):
    """The database file is not sound."""


class BackupFailed(AppError):
    """A copy of the database did not prove whole; it was thrown away."""


class StorageFull(AppError):
    """The disk has no room."""


class StorageReadOnly(AppError):
    """The folder or the file cannot be written."""


class FileBusy(AppError):
    """The target file is open in another program."""


class FontMissing(AppError):
    """No usable font, or a character that the font lacks."""


class PrinterMissing(AppError):
    """No printer is set up on this PC."""
