"""The steps of a correction request in the order an office takes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from app.errors import FieldErrors
from app.rules.vocabulary import NUMBERED_STATES, LetterState
from app.services.requests.data import RequestDraft
from app.settings import Settings
from app.ui import actions
from app.ui.files import open_path
from app.ui.letters import output
from app.ui.letters.dialogs import IssueDialog, RewriteDialog, SignDialog, VoidDialog

if TYPE_CHECKING:
    from app.bootstrap import AppContext
    from app.ui.requests.page import RequestPage

_DRAFT, _SIGNED = LetterState.DRAFT, LetterState.SIGNED
_ISSUED, _VOID = LetterState.ISSUED, LetterState.VOID
_EVERY = tuple(LetterState)
# The step, where its words and key stand, and the states of the letter it belongs to.
_STEPS = (
    ("record", "save", _EVERY),
    ("letter", "print", _EVERY),
    ("letter", "sign", (_DRAFT,)),
    ("letter", "reopen", (_SIGNED,)),
    ("letter", "issue", (_DRAFT, _SIGNED)),
    ("letter", "save_pdf", _EVERY),
    ("letter", "void", (_ISSUED,)),
    ("letter", "redraft", (_VOID,)),
    ("record", "reload", _EVERY),
)
_PRINT_WORDS = {
    _DRAFT: "In dự thảo",
    _SIGNED: "In văn bản",
    _ISSUED: "In bản chính",
    _VOID: "In bản đã hủy",
}


class RequestSteps:
    """Does on the page's draft what the tool bar and the keys ask for."""

    def __init__(self, page: RequestPage, ctx: AppContext, settings: Settings) -> None:
        self._page = page
        self._ctx = ctx
        self._settings = settings
        self._steps: dict[str, Callable[[], None]] = {
            "save": self._save,
            "print": self._print,
            "sign": self._sign,
            "reopen": self._reopen,
            "issue": self._issue,
            "save_pdf": self._save_pdf,
            "void": self._void,
            "redraft": self._redraft,
            "reload": self._reload,
            "rewrite": self._rewrite,
        }
        self._actions = {
            name: actions.make(context, name, page, partial(self.run, name))
            for context, name, _states in _STEPS
        }
        # The page bears them too: the keys work wherever the focus is.
        page.addActions(list(self._actions.values()))

    def actions(self) -> list[QAction]:
        return list(self._actions.values())

    def run(self, name: str, _checked: bool = False) -> bool:
        """Take a step; return whether it went without trouble."""
        self._page.commit_typing()
        self._page.banner().clear()
        self._page.form().clear_errors()
        return self._page.guarded(self._steps[name], partial(self.run, name))

    def show_state(self, state: LetterState) -> None:
        """Offer the steps that belong to the state."""
        for _context, name, states in _STEPS:
            self._actions[name].setVisible(state in states)
            self._actions[name].setEnabled(state in states)
        self._actions["print"].setText(_PRINT_WORDS[state])

    def _save(self) -> None:
        draft = self._page.checked_draft()
        if draft.can_edit:
            self._page.took(self._ctx.requests.save(draft), "Đã cất yêu cầu.")
        else:
            self._page.took(self._tracked(draft), "Đã cất phần theo dõi.")

    def _sign(self) -> None:
        draft = self._page.checked_draft()
        problems = dict(self._ctx.requests.issue_problems(draft, self._page.today()))
        problems.pop("letter_date", None)  # it may be another day until the letter is issued
        problems.pop("deadline_asked", None)
        if problems:
            raise FieldErrors(problems)
        draft = self._stored()
        signed: list[RequestDraft] = []
        dialog = SignDialog(
            lambda confirmed: signed.append(
                self._ctx.requests.sign(draft, secrecy_confirmed=confirmed)
            ),
            self._page,
        )
        dialog.exec()
        dialog.deleteLater()
        if signed:
            self._page.took(signed[0], "Đã ghi nhận chữ ký; nội dung đã khóa.")

    def _reopen(self) -> None:
        self._page.took(self._ctx.requests.reopen(self._stored()), "Đã mở lại dự thảo để sửa.")

    def _issue(self) -> None:
        draft = self._page.checked_draft()
        problems = dict(self._ctx.requests.issue_problems(draft, self._page.today()))
        problems.pop("letter_date", None)  # the date is asked for in a moment
        if problems:
            raise FieldErrors(problems)
        draft = self._stored()  # next number and warnings are those of what is stored
        assert draft.letter_id is not None
        issued: list[RequestDraft] = []
        dialog = IssueDialog(
            self._page.today,
            partial(self._ctx.letters.next_number, draft.letter_id),
            partial(self._ctx.requests.issue_warnings, draft),
            partial(self._ctx.requests.law_words, draft),
            lambda day, typed, confirmed: issued.append(
                self._ctx.requests.issue(draft, day, typed, secrecy_confirmed=confirmed)
            ),
            draft.letter,
            self._page,
        )
        dialog.exec()
        dialog.deleteLater()
        if issued:
            self._page.took(issued[0], f"Đã phát hành văn bản số {issued[0].reference}.")
            self._page.form().go_to(self._page.form().tracking)

    def _void(self) -> None:
        draft = self._stored()
        voided: list[RequestDraft] = []
        dialog = VoidDialog(
            draft.reference,
            lambda reason: voided.append(self._ctx.requests.void(draft, reason)),
            self._page,
        )
        dialog.exec()
        dialog.deleteLater()
        if voided:
            self._page.took(voided[0], "Đã hủy văn bản; số vẫn giữ trong sổ.")

    def _redraft(self) -> None:
        draft = self._stored()
        assert draft.id is not None
        assert draft.version is not None
        redrafted = self._ctx.requests.redraft(draft.id, draft.version)
        self._page.took(redrafted, "Đã mở văn bản mới thay cho văn bản đã hủy.")
        self._page.form().go_to(self._page.form().text)

    def _rewrite(self) -> None:
        draft = self._page.checked_draft()
        change = self._ctx.requests.text_differs(draft)
        if not change.differs:
            self._page.notice.emit("Văn bản đang đúng như dữ kiện.", None)
            return
        dialog = RewriteDialog(change, self._page)
        accepted = dialog.exec() == RewriteDialog.DialogCode.Accepted
        dialog.deleteLater()
        if accepted:
            text = self._page.form().text
            text.follow(self._ctx.requests.compose(draft), replace_own=True)
            self._page.show_draft()

    def _print(self) -> None:
        draft = self._page.checked_draft()
        pdf = self._pdf(draft)
        if output.print_letter(
            pdf,
            draft.letter,
            draft.letter_number,
            self._settings,
            self._page,
            is_sample=self._ctx.is_sample,
        ):
            self._page.notice.emit("Đã gửi văn bản tới máy in.", None)

    def _save_pdf(self) -> None:
        draft = self._page.checked_draft()
        pdf = self._pdf(draft)
        path = output.save_letter(
            pdf,
            draft.letter,
            draft.letter_number,
            self._settings,
            self._page,
            is_sample=self._ctx.is_sample,
        )
        if path is not None:
            self._tell_saved(path)

    def _tell_saved(self, path: Path) -> None:
        self._page.banner().say(f"Đã lưu {path}.", "&Mở tệp", partial(open_path, path))

    def _pdf(self, draft: RequestDraft) -> bytes:
        """Return what prints: the frozen file, or the draft just as the preview shows it."""
        if draft.letter_state in NUMBERED_STATES:
            assert draft.letter_id is not None
            return self._ctx.letters.frozen_pdf(draft.letter_id)
        letter = replace(draft.letter, draft=self._page.marks_draft())
        return self._ctx.letters.preview(letter)

    def _reload(self) -> None:
        if self._page.can_close():
            self._page.reload()

    def _stored(self) -> RequestDraft:
        """Return the draft, saved first: its head may have followed the office's profile."""
        if self._page.is_dirty() or self._page.checked_draft().can_edit:
            self._save()
        return self._page.checked_draft()

    def _tracked(self, draft: RequestDraft) -> RequestDraft:
        assert draft.id is not None
        assert draft.version is not None
        return self._ctx.requests.save_tracking(
            draft.id, draft.version, draft.tracking, draft.reminders
        )
