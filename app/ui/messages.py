"""The one seam for boxes that ask or tell, with Vietnamese buttons; tests replace these functions.

Trouble at a field is said at the field, and a passing notice in the window's notice bar: a box is
for what cannot wait.
"""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtWidgets import QMessageBox, QWidget

from app.errors import AppError


class Unsaved(Enum):
    """The answer to the unsaved-changes question."""

    SAVE = auto()
    DISCARD = auto()
    BACK = auto()


class Retry(Enum):
    """The answer where a file could not be written."""

    AGAIN = auto()
    OTHER_NAME = auto()
    BACK = auto()


def ask_unsaved(parent: QWidget | None, what: str) -> Unsaved:
    """Ask what to do with unsaved changes of ``what``. Save is the default; Esc goes back."""
    box = _box(parent, QMessageBox.Icon.Question, "Có thay đổi chưa cất.")
    box.setInformativeText(f"{what}\nCất những thay đổi này?")
    save = box.addButton("&Cất", QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton("&Không cất", QMessageBox.ButtonRole.DestructiveRole)
    back = box.addButton("&Quay lại", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.setEscapeButton(back)
    box.exec()
    if box.clickedButton() is save:
        return Unsaved.SAVE
    return Unsaved.DISCARD if box.clickedButton() is discard else Unsaved.BACK


def confirm(parent: QWidget | None, question: str, detail: str, yes: str) -> bool:
    """Ask before something that cannot be taken back. ``yes`` is the verb on the button."""
    box = _box(parent, QMessageBox.Icon.Question, question)
    box.setInformativeText(detail)
    accept = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    back = box.addButton("&Quay lại", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(accept)
    box.setEscapeButton(back)
    box.exec()
    return box.clickedButton() is accept


def show_error(parent: QWidget | None, error: AppError) -> None:
    """Tell of an expected trouble that belongs to no field: what happened, what to do."""
    box = _box(parent, QMessageBox.Icon.Warning, error.message)
    box.setInformativeText(error.advice)
    box.addButton("Đón&g", QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def ask_retry(parent: QWidget | None, error: AppError) -> Retry:
    """Ask how to go on where a file could not be written. Esc goes back."""
    box = _box(parent, QMessageBox.Icon.Warning, error.message)
    box.setInformativeText(error.advice)
    again = box.addButton("&Thử lại", QMessageBox.ButtonRole.AcceptRole)
    other = box.addButton("&Lưu tên khác", QMessageBox.ButtonRole.ActionRole)
    back = box.addButton("&Quay lại", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(again)
    box.setEscapeButton(back)
    box.exec()
    if box.clickedButton() is again:
        return Retry.AGAIN
    return Retry.OTHER_NAME if box.clickedButton() is other else Retry.BACK


def tell(parent: QWidget | None, message: str, detail: str = "", action: str = "") -> bool:
    """Tell something that must be read before going on.

    ``action`` is the verb on a button for what may be done about it; returns whether it shall be.
    """
    box = _box(parent, QMessageBox.Icon.Information, message)
    box.setInformativeText(detail)
    do = box.addButton(action, QMessageBox.ButtonRole.ActionRole) if action else None
    close = box.addButton("Đón&g", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(close)
    box.exec()
    return do is not None and box.clickedButton() is do


def _box(parent: QWidget | None, icon: QMessageBox.Icon, text: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setWindowTitle("Sổ Phát ngôn")
    box.setIcon(icon)
    box.setText(text)
    return box
