"""Hồ sơ cơ quan: filled in once at the first start, or later; put right here ever after."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.errors import AppError, FieldErrors
from app.rules.vocabulary import Layout
from app.services.secrecy.alarm import SecrecyAlarm
from app.specs.office import AUTHORITY
from app.ui import actions, messages
from app.ui.forms.record_dialog import add_record
from app.ui.pages.office_form import OfficeForm
from app.ui.pages.page import Page
from app.ui.secrecy.alarm import declare_false

if TYPE_CHECKING:
    from app.bootstrap import AppContext


class OfficePage(Page):
    """At the first start it closes itself when saved or put off; later it stays."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self._ctx = ctx
        self._first_start = ctx.office.profile() is None
        self._welcome = QLabel(
            "Điền một lần những gì in ở đầu và cuối mỗi văn bản. Có thể để sau và sửa bất cứ lúc "
            "nào ở mục Hồ sơ cơ quan; chưa có thì chưa lập được văn bản."
        )
        self._welcome.setWordWrap(True)
        self._form = OfficeForm(ctx)
        self._form.add_body_requested.connect(self._on_add_body_requested)
        self._form.changed.connect(self._on_form_changed)
        self._save_action = actions.make("record", "save", self, self._on_save)
        self._revert_action = actions.make("record", "revert", self, self._on_revert)
        self._begin_button = QPushButton("Cất và bắt đầu (Ctrl+S)")
        self._begin_button.clicked.connect(self._on_save)
        self._later_button = QPushButton("Để sau")
        self._later_button.clicked.connect(self._on_later)
        self._foot = QWidget()
        buttons = QHBoxLayout(self._foot)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addStretch(1)
        buttons.addWidget(self._begin_button)
        buttons.addWidget(self._later_button)
        layout = QVBoxLayout(self)
        layout.addWidget(self._welcome)
        layout.addWidget(self._form, 1)
        layout.addWidget(self._foot)
        self._welcome.setVisible(self._first_start)
        self._foot.setVisible(self._first_start)
        self._load()

    def title(self) -> str:
        return "Hồ sơ cơ quan"

    def page_actions(self) -> list[QAction]:
        return [self._save_action, self._revert_action]

    def is_dirty(self) -> bool:
        return self._form.is_dirty()

    def focus_first(self) -> None:
        self._form.focus_first()

    def form(self) -> OfficeForm:
        """Return the fields, for the pages and tests that look into them."""
        return self._form

    def _load(self) -> None:
        office = self._ctx.office
        self._form.load(office.profile() or office.default_profile(Layout.STATE))
        self._on_form_changed()

    def save(self) -> bool:
        self.commit_typing()
        problems = self._form.problems()
        if problems:
            self._form.show_errors(problems)
            return False
        try:
            self._ctx.office.save_profile(self._form.profile(), self._form.new_numbers())
        except FieldErrors as error:
            self._form.show_errors(error.errors)
            return False
        except SecrecyAlarm as alarm:
            self._form.show_errors(alarm.fields)
            reason = declare_false(alarm, self)
            if not reason:
                return False
            with alarm.declared_false(reason):
                return self.save()
        except AppError as error:
            messages.show_error(self, error)
            return False
        self.records_changed.emit("office")
        self._load()
        self.notice.emit("Đã cất hồ sơ cơ quan.", None)
        return True

    def _on_revert(self) -> None:
        """Go back to what is stored; the notice can bring the typed text back."""
        self.commit_typing()
        typed, numbers = self._form.profile(), self._form.new_numbers()
        self._load()
        self._form.focus_first()
        undo = partial(self._form.put_back, typed, numbers)
        self.notice.emit("Đã bỏ những gì vừa nhập.", undo)

    def _on_save(self) -> None:
        if self.save() and self._first_start:
            self.closed.emit()

    def _on_later(self) -> None:
        if self.can_close():
            self.closed.emit()

    def _on_form_changed(self) -> None:
        dirty = self._form.is_dirty()
        self._revert_action.setEnabled(dirty)

    def _on_add_body_requested(self, typed: str) -> None:
        start = {"name": typed, "is_press_authority": True}
        add_record(self, self._ctx, "body", start, self._on_body_added)

    def _on_body_added(self, body_id: int) -> None:
        self._form.set_value(AUTHORITY.name, body_id)
