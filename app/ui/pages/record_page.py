"""The page of one plain record: its form, made from its spec, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from app.errors import AppError, CannotDelete, Conflict, FieldErrors, NotFound
from app.services.secrecy.alarm import SecrecyAlarm
from app.settings import Settings
from app.specs.registry import SPECS
from app.text import upper_first
from app.ui import actions, messages
from app.ui.deadlines.strip import DeadlineStrip
from app.ui.forms.editors import Sources
from app.ui.forms.form_widget import FormWidget
from app.ui.forms.record_dialog import add_record, named
from app.ui.pages.alike_bar import AlikeBar
from app.ui.pages.page import PART, Page
from app.ui.pages.record_content import RecordContent
from app.ui.pages.record_tabs import TAB_MAKERS
from app.ui.pages.record_tools import JUDGES, RECORD_TOOLS, At, RecordTool, TypedTool
from app.ui.secrecy.alarm import tell_alarm, tell_marks
from app.ui.widgets import Banner, HelpLabel

if TYPE_CHECKING:
    from app.bootstrap import AppContext
    from app.services.plain import Option
    from app.services.records.service import Records

# After the last key: whoever types is not judged letter by letter.
_JUDGE_AFTER = 300


class RecordPage(Page):
    """Adds or changes one record. Whatever goes wrong while saving, nothing typed is lost."""

    saved = Signal(int)

    def __init__(
        self,
        ctx: AppContext,
        kind: str,
        record_id: int | None = None,
        start_values: Mapping[str, Any] | None = None,
        parent: QWidget | None = None,
        *,
        settings: Settings | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._settings = settings or Settings.load(ctx.data_dir)
        self._kind = kind
        self._spec = SPECS[kind]
        self._id = record_id
        self._version: int | None = None
        self._deleted = False
        self._stored: dict[str, Any] = {}
        self._name = ""
        self._banner = Banner()
        self._content = RecordContent(self._spec, Sources(ctx.records, ctx.today))
        self._content.related_add_requested.connect(self._on_related_add_requested)
        self._content.dirty_changed.connect(self._on_dirty_changed)
        self._content.notice.connect(self.notice)
        self._content.add_tabs(
            [(maker.title, maker.make(ctx, self)) for maker in TAB_MAKERS if maker.wanted(kind)]
        )
        self._judged: Mapping[str, str] = {}
        self._judging = QTimer(self, singleShot=True, interval=_JUDGE_AFTER)
        self._judging.timeout.connect(self._judge)
        if kind in JUDGES:
            self._content.form.changed.connect(self._judging.start)
        self._make_actions()
        self._hints = HelpLabel()
        self._hints.setForegroundRole(QPalette.ColorRole.WindowText)
        self._alike = AlikeBar(self._kind, self.open_requested)
        self._deadlines = DeadlineStrip(ctx, self)
        self._deadlines.changed.connect(self._on_deadlines_changed)
        layout = QVBoxLayout(self)
        layout.addWidget(self._banner)
        layout.addWidget(self._deadlines)
        layout.addWidget(self._hints)
        layout.addWidget(self._alike)
        layout.addWidget(self._content, 1)
        if record_id is None:
            self._start_new(start_values or {})
        else:
            self._content.begin_at((start_values or {}).get(PART, ""))
            self._load(record_id)

    def title(self) -> str:
        name = self._name
        if self._id is None:
            return f"Thêm {self._spec.singular}"
        if self._deleted:
            return f"{upper_first(self._spec.singular)} đã xóa: {name}"
        return f"Sửa {self._spec.singular}: {name}"

    def page_actions(self) -> list[QAction]:
        return list(self._shown_actions)

    def is_dirty(self) -> bool:
        return not self._deleted and self._content.is_dirty()

    def refresh(self, kind: str | None = None) -> None:
        # Not while something is typed, and never over a banner that still waits for an answer.
        if self._id is None or self._content.is_dirty() or not self._banner.isHidden():
            return
        fields = (*self._spec.fields(), *(f for lines in self._spec.lines for f in lines.fields))
        related = {field.related for field in fields}
        if kind is None or kind == self._kind or kind in related:
            try:
                self._load(self._id)
            except NotFound as error:
                self._banner.say(error)

    def focus_first(self) -> None:
        self._content.focus_first()

    def form(self) -> FormWidget:
        """Return the form, for what is built around this page."""
        return self._content.form

    def hints(self) -> str:
        """Return the lines on show that tell what is worth a look."""
        return self._hints.text()

    def content(self) -> RecordContent:
        """Return the whole record on screen: the form and the tabs behind it."""
        return self._content

    def kind(self) -> str:
        """Return the kind of the record."""
        return self._kind

    def shown_record(self) -> tuple[str, int] | None:
        return None if self._id is None else (self._kind, self._id)

    def begin_at(self, part: str) -> None:
        self._content.begin_at(part)
        self._content.focus_first()

    def stored_id(self) -> int | None:
        """Return the record's id once all that is typed is saved; None while it cannot be."""
        if (self._id is None or self._content.is_dirty()) and not self.save():
            return None
        return self._id

    def save(self) -> bool:
        """Save; return whether it was. What is wrong is said at its field or in the banner."""
        if self._deleted:
            return False
        self.commit_typing()
        self._banner.clear()
        errors = self._content.problems()
        if errors:
            self._content.show_errors(errors)
            tell_marks(self._banner, self)
            return False
        try:
            record = self._records.save(self._kind, self._content.values(), self._id, self._version)
        except FieldErrors as error:
            self._content.show_errors(error.errors)
            tell_marks(self._banner, self)
            return False
        except Conflict:
            self._banner.say(
                "Bản ghi này vừa được sửa ở nơi khác nên chưa cất được. Bấm “Xem bản mới”: "
                "phần anh/chị vừa nhập vẫn được giữ dưới từng ô để dùng lại.",
                "Xem bản mới",
                self._show_newer,
            )
            return False
        except NotFound:
            self._banner.say(
                "Bản ghi này vừa bị xóa ở nơi khác nên chưa cất được. "
                "Phần anh/chị vừa nhập vẫn còn trên màn hình.",
                "Cất thành bản ghi mới",
                self._save_as_new,
            )
            return False
        except SecrecyAlarm as alarm:
            self._content.show_errors(alarm.fields)
            tell_alarm(self._banner, alarm, self.save, self)
            return False
        except AppError as error:
            self._banner.say(error, "Thử lại", self.save)
            return False
        self._id, self._version, self._name = record.id, record.version, record.name
        self._stored = dict(record.values)
        self._content.accept_saved(self._stored)
        self._show_state()
        self.records_changed.emit(self._kind)
        self.notice.emit(f"Đã cất {self._spec.singular}.", None)
        self.saved.emit(record.id)
        return True

    @property
    def _records(self) -> Records:
        return self._ctx.records

    def _make_actions(self) -> None:
        make = partial(actions.make, "record", parent=self)
        self._save_action = make("save", on_triggered=self.save)
        self._save_new_action = make("save_and_new", on_triggered=self._on_save_and_new)
        self._revert_action = make("revert", on_triggered=self._on_revert)
        self._delete_action = make("delete", on_triggered=self._on_delete)
        self._restore_action = make("restore", on_triggered=self._on_restore)
        self._reload_action = make("reload", on_triggered=self._on_reload)
        self._shown_actions = [
            self._save_action,
            self._save_new_action,
            self._revert_action,
            self._delete_action,
            self._restore_action,
            self._reload_action,
        ]
        for tool in RECORD_TOOLS.get(self._kind, ()):
            action = make(tool.action_id, on_triggered=partial(self._on_tool, tool))
            self._shown_actions.append(action)
        # The page bears them too, for where no tool bar shows them.
        self.addActions(self._shown_actions)

    def _start_new(self, start_values: Mapping[str, Any]) -> None:
        self._id = self._version = None
        self._stored = {**self._records.new(self._kind), **start_values}
        self._content.load(self._stored)
        self._show_state()

    def _load(self, record_id: int) -> None:
        record = self._records.get(self._kind, record_id)
        self._id, self._version, self._name = record.id, record.version, record.name
        self._deleted = record.deleted
        self._stored = dict(record.values)
        self._content.load(self._stored)
        self._content.set_read_only(record.deleted)
        self._content.form.lock(record.locked)
        self._show_state()

    def _show_state(self) -> None:
        """Bring title and actions in line with whether the record is new, stored or deleted."""
        stored = self._id is not None
        for action in self._shown_actions:
            action.setVisible(not self._deleted)
        self._restore_action.setVisible(self._deleted)
        self._delete_action.setVisible(stored and not self._deleted)
        self._reload_action.setVisible(stored and not self._deleted)
        self._revert_action.setEnabled(self._content.is_dirty())
        self._deadlines.show_record(self._kind, None if self._deleted else self._id)
        self._content.show_record(self._id, deleted=self._deleted)
        self._show_hints()
        if self._deleted:
            self._banner.say("Bản ghi này đã xóa, chỉ xem được.", "Khôi phục", self._on_restore)
        self.title_changed.emit(self.title())

    def _show_hints(self) -> None:
        hints: tuple[str, ...] = ()
        alike: tuple[Option, ...] = ()
        if self._id is not None and not self._deleted:
            # The record itself is on screen: only these lines have trouble.
            with suppress(AppError):
                hints = self._records.hints(self._kind, self._id)
                alike = self._records.alike(self._kind, self._id)
        self._hints.setText("\n".join(hints))
        self._hints.setVisible(bool(hints))
        self._alike.show_records(alike)

    def _show_newer(self) -> None:
        """Show the record as it now is, keeping beside it what was typed here."""
        if self._id is None:
            return
        own = self._content.values()
        try:
            self._load(self._id)
        except AppError as error:
            self._banner.say(error, "Thử lại", self._show_newer)
            return
        self._content.offer_own(own)
        self._content.focus_first()

    def _save_as_new(self) -> None:
        self._id = self._version = None
        self.save()

    def _on_deadlines_changed(self) -> None:
        self.records_changed.emit(self._kind)

    def _on_dirty_changed(self, dirty: bool) -> None:
        self._revert_action.setEnabled(dirty)
        self._deadlines.show_unsaved(dirty)

    def _on_related_add_requested(
        self, kind: str, typed: str, on_added: Callable[[int], object]
    ) -> None:
        add_record(self, self._ctx, kind, named(kind, typed), on_added)

    def _on_save_and_new(self) -> None:
        if self.save():
            self._start_new({})
            self._content.focus_first()

    def _on_revert(self) -> None:
        """Go back to what is stored; the notice can bring the typed text back."""
        self.commit_typing()
        typed = self._content.values()
        self._banner.clear()
        # First: a field that is left may complain about what is dropped.
        self._content.focus_first()
        self._content.load(self._stored)
        self.notice.emit("Đã bỏ những gì vừa nhập.", partial(_put_back, self._content, typed))

    def _on_reload(self) -> None:
        if self._id is None or not self.can_close():
            return
        self._banner.clear()
        try:
            self._load(self._id)
        except AppError as error:
            self._banner.say(error)

    def _on_delete(self) -> None:
        if self._id is None or not self.can_close():
            return
        try:
            self._records.delete(self._kind, self._id, self._version)
        except (CannotDelete, Conflict) as error:
            self._banner.say(error)
            return
        except AppError as error:
            self._banner.say(error, "Thử lại", self._on_delete)
            return
        self.notice.emit(
            f"Đã xóa {self._spec.singular} “{self._name}”.",
            partial(_bring_back, self._records, self._kind, self._id),
        )
        self.records_changed.emit(self._kind)
        self.closed.emit()

    def _on_restore(self) -> None:
        if self._id is None:
            return
        try:
            self._records.restore(self._kind, self._id)
            self._banner.clear()
            self._load(self._id)
        except AppError as error:
            self._banner.say(error, "Thử lại", self._on_restore)
            return
        self.records_changed.emit(self._kind)
        self.notice.emit(f"Đã khôi phục {self._spec.singular}.", None)
        self._content.focus_first()

    def _judge(self) -> None:
        """Say at the fields what the book knows against it, while the clerk still types."""
        try:
            judged = JUDGES[self._kind](self._ctx, self._id, self._content.values())
        except AppError:
            return  # saving tells it
        for name in (*self._judged, *judged):
            self._content.form.set_error(name, judged.get(name, ""))
        self._judged = judged

    def _on_tool(self, tool: RecordTool | TypedTool) -> None:
        if isinstance(tool, TypedTool):
            tool.run(self._ctx, self, self._content.values())
            return
        record_id = self.stored_id()
        if record_id is not None:
            tool.run(At(self._ctx, self._settings, self, record_id))


def _put_back(content: RecordContent, typed: Mapping[str, Any]) -> None:
    if not isValid(content):  # the notice outlives a page that was closed meanwhile
        return
    for name, value in typed.items():
        content.set_value(name, value)


def _bring_back(records: Records, kind: str, record_id: int) -> None:
    """Undo a delete; its page is gone by then."""
    try:
        records.restore(kind, record_id)
    except AppError as error:
        messages.show_error(None, error)
