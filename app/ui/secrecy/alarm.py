"""What a clerk does about the secrecy guard: put the papers where they belong, or say it erred."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.services.secrecy.alarm import WHERE_THEY_BELONG, SecrecyAlarm, check_reason
from app.ui.forms.step_dialog import StepDialog
from app.ui.pages.page import Page
from app.ui.watch.unsaved import is_marked, look_again
from app.ui.widgets import Banner, LongTextEdit

FALSE_ALARM = "Không phải &bí mật, báo nhầm…"


class FalseAlarmDialog(StepDialog):
    """Asks why what bears a mark is no secret; the reason is recorded, the text is not."""

    def __init__(self, alarm: SecrecyAlarm, parent: QWidget | None) -> None:
        super().__init__("Không phải bí mật nhà nước", "&Ghi là báo nhầm", parent)
        self._reason = ""
        for words in (
            str(alarm),
            "Chỉ ghi là báo nhầm khi chắc chắn nội dung không phải bí mật nhà nước. Sổ ghi lại lý "
            "do, thời điểm và ô có dấu; không ghi nội dung vào đó.",
        ):
            label = QLabel(words)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            self._form.addRow(label)
        self._reason_edit = LongTextEdit(least_lines=2)
        self._reason_error = self._add("&Lý do", self._reason_edit)
        self._reason_edit.setFocus()

    def reason(self) -> str:
        """Return the reason that was given; "" where the clerk went back."""
        return self._reason

    def _do(self) -> None:
        self._reason = check_reason(self._reason_edit.value())

    def _show_field_errors(self, errors: Mapping[str, str]) -> None:
        self._reason_error.set_error(errors.get("reason", ""))
        self._reason_edit.setFocus()


def declare_false(alarm: SecrecyAlarm, parent: QWidget | None) -> str:
    """Ask for the reason of a false alarm; "" where the clerk went back."""
    dialog = FalseAlarmDialog(alarm, parent)
    dialog.exec()
    dialog.deleteLater()
    return dialog.reason()


def tell_alarm(
    banner: Banner, alarm: SecrecyAlarm, again: Callable[[], object], parent: QWidget
) -> None:
    """Tell of the alarm in a page's banner; declared false, ``again`` is done once more.

    What was kept of the page's text before the mark came goes at once.
    """
    look_again(parent)
    banner.say(alarm, FALSE_ALARM, partial(_ask, banner, alarm, again, parent))


def tell_marks(banner: Banner, page: Page) -> None:
    """Tell of marks on a page that is not saved for another reason: the clerk learns it now."""
    if is_marked(page):
        look_again(page)
        banner.say(f"Trên trang này có dấu chỉ độ mật. {WHERE_THEY_BELONG}")


def _ask(banner: Banner, alarm: SecrecyAlarm, again: Callable[[], object], parent: QWidget) -> None:
    reason = declare_false(alarm, parent)
    if not reason:
        tell_alarm(banner, alarm, again, parent)
        return
    with alarm.declared_false(reason):
        again()
