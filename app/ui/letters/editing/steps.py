"""The steps of a letter in the order an office takes them; what they do is the service's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtGui import QAction

from app.errors import FieldErrors
from app.rules.vocabulary import NUMBERED_STATES, LetterState
from app.services.letters.texts import TextChange
from app.settings import Settings
from app.ui import actions
from app.ui.files import open_path
from app.ui.letters import output
from app.ui.letters.dialogs import IssueDialog, RewriteDialog, SignDialog, VoidDialog
from app.ui.letters.editing.work_page import LetterDraft, LetterWorkPage

if TYPE_CHECKING:
    from app.bootstrap import AppContext

_DRAFT, _SIGNED = LetterState.DRAFT, LetterState.SIGNED
_ISSUED, _VOID = LetterState.ISSUED, LetterState.VOID
_EVERY = tuple(LetterState)


# Where a step's words and key stand, its name, and the states of the letter it belongs to.
StepSpec = tuple[str, str, tuple[LetterState, ...]]

SAVE: StepSpec = ("record", "save", _EVERY)
RELOAD: StepSpec = ("record", "reload", _EVERY)
LETTER_STEPS: tuple[StepSpec, ...] = (
    ("letter", "print", _EVERY),
    ("letter", "sign", (_DRAFT,)),
    ("letter", "reopen", (_SIGNED,)),
    ("letter", "issue", (_DRAFT, _SIGNED)),
    ("letter", "save_pdf", _EVERY),
    ("letter", "void", (_ISSUED,)),
    ("letter", "redraft", (_VOID,)),
)
_PRINT_WORDS = {
    _DRAFT: "In dự thảo",
    _SIGNED: "In văn bản",
    _ISSUED: "In bản chính",
    _VOID: "In bản đã hủy",
}

D = TypeVar("D", bound=LetterDraft)


class LetterUseCases(Protocol[D]):
    """What a service does with a draft of its kind; each gives back what it has stored."""

    def save(self, draft: D) -> D: ...
    def sign(self, draft: D, *, secrecy_confirmed: bool) -> D: ...
    def reopen(self, draft: D) -> D: ...
    def issue_problems(self, draft: D, letter_date: date) -> Mapping[str, str]: ...
    def issue_warnings(
        self, draft: D, letter_date: date, typed_number: str | None = None
    ) -> list[str]: ...
    def issue(
        self,
        draft: D,
        letter_date: date,
        typed_number: str | None = None,
        *,
        secrecy_confirmed: bool,
    ) -> D: ...
    def void(self, draft: D, reason: str) -> D: ...
    def text_differs(self, draft: D) -> TextChange: ...


class LetterSteps(Generic[D]):
    """Does on the page's draft what the tool bar and the keys ask for.

    A page's own steps are added to ``specs`` and ``_steps`` by the class made for it.
    """

    specs: tuple[StepSpec, ...] = (SAVE, *LETTER_STEPS, RELOAD)

    def __init__(
        self,
        page: LetterWorkPage,
        use_cases: LetterUseCases[D],
        ctx: AppContext,
        settings: Settings,
    ) -> None:
        self._work_page = page
        self._use_cases = use_cases
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
            for context, name, _states in self.specs
        }
        # The page bears them too: the keys work wherever the focus is.
        page.addActions(list(self._actions.values()))

    def actions(self) -> list[QAction]:
        return list(self._actions.values())

    def run(self, name: str, _checked: bool = False) -> bool:
        """Take a step; return whether it went without trouble."""
        page = self._work_page
        page.commit_typing()
        page.banner().clear()
        page.form().clear_errors()
        return page.guarded(self._steps[name], partial(self.run, name))

    def show_state(self, state: LetterState) -> None:
        """Offer the steps that belong to the state."""
        for _context, name, states in self.specs:
            self._actions[name].setVisible(state in states)
            self._actions[name].setEnabled(state in states)
        self._actions["print"].setText(_PRINT_WORDS[state])

    # What the page of a kind of letter gives -------------------------------------------

    def _checked_draft(self) -> D:
        """Return the draft as it stands on screen. Raises FieldErrors."""
        raise NotImplementedError

    def _took(self, draft: D, words: str) -> None:
        """Show what a service has stored, and tell everybody."""
        raise NotImplementedError

    def _redrafted(self, draft: D) -> D:
        """Return the new draft in place of the void letter."""
        raise NotImplementedError

    def _rewrite_text(self, draft: D) -> None:
        """Put the text written anew on the screen."""
        raise NotImplementedError

    def _law_words(self, _draft: D, _day: date) -> tuple[str, ...]:
        """Return which law holds for a letter of that day, where the facts decide it."""
        return ()

    def _issued(self) -> None:
        """Go to what follows once the letter is out."""

    # The steps -------------------------------------------------------------------------

    def _save(self) -> None:
        self._took(self._use_cases.save(self._checked_draft()), "Đã cất văn bản.")

    def _sign(self) -> None:
        self._refuse_unready("letter_date", "deadline_asked")  # days may pass until it is issued
        draft = self._stored()
        signed: list[D] = []
        dialog = SignDialog(
            lambda confirmed: signed.append(
                self._use_cases.sign(draft, secrecy_confirmed=confirmed)
            ),
            self._work_page,
        )
        dialog.exec()
        dialog.deleteLater()
        if signed:
            self._took(signed[0], "Đã ghi nhận chữ ký; nội dung đã khóa.")

    def _reopen(self) -> None:
        self._took(self._use_cases.reopen(self._stored()), "Đã mở lại dự thảo để sửa.")

    def _issue(self) -> None:
        self._refuse_unready("letter_date")  # the date is asked for in a moment
        draft = self._stored()  # next number and warnings are those of what is stored
        assert draft.letter_id is not None
        issued: list[D] = []
        dialog = IssueDialog(
            self._ctx.today,
            partial(self._ctx.letters.next_number, draft.letter_id),
            partial(self._use_cases.issue_warnings, draft),
            partial(self._law_words, draft),
            lambda day, typed, confirmed: issued.append(
                self._use_cases.issue(draft, day, typed, secrecy_confirmed=confirmed)
            ),
            draft.letter,
            self._work_page,
        )
        dialog.exec()
        dialog.deleteLater()
        if issued:
            self._took(issued[0], f"Đã phát hành văn bản số {issued[0].reference}.")
            self._issued()

    def _refuse_unready(self, *but: str) -> None:
        """Raise FieldErrors for what keeps the letter from going out, but for these fields."""
        problems = self._use_cases.issue_problems(self._checked_draft(), self._ctx.today())
        if missing := {name: text for name, text in problems.items() if name not in but}:
            raise FieldErrors(missing)

    def _void(self) -> None:
        draft = self._stored()
        voided: list[D] = []
        dialog = VoidDialog(
            draft.reference,
            lambda reason: voided.append(self._use_cases.void(draft, reason)),
            self._work_page,
        )
        dialog.exec()
        dialog.deleteLater()
        if voided:
            self._took(voided[0], "Đã hủy văn bản; số vẫn giữ trong sổ.")

    def _redraft(self) -> None:
        redrafted = self._redrafted(self._stored())
        self._took(redrafted, "Đã mở văn bản mới thay cho văn bản đã hủy.")

    def _rewrite(self) -> None:
        draft = self._checked_draft()
        change = self._use_cases.text_differs(draft)
        if not change.differs:
            self._work_page.notice.emit("Văn bản đang đúng như dữ kiện.", None)
            return
        dialog = RewriteDialog(change, self._work_page)
        accepted = dialog.exec() == RewriteDialog.DialogCode.Accepted
        dialog.deleteLater()
        if accepted:
            self._rewrite_text(draft)

    def _print(self) -> None:
        draft = self._checked_draft()
        pdf = self._pdf(draft)
        if output.print_letter(
            pdf,
            draft.letter,
            draft.letter_number,
            self._settings,
            self._work_page,
            is_sample=self._ctx.is_sample,
        ):
            self._work_page.notice.emit("Đã gửi văn bản tới máy in.", None)

    def _save_pdf(self) -> None:
        draft = self._checked_draft()
        pdf = self._pdf(draft)
        path = output.save_letter(
            pdf,
            draft.letter,
            draft.letter_number,
            self._settings,
            self._work_page,
            is_sample=self._ctx.is_sample,
        )
        if path is not None:
            self._tell_saved(path)

    def _tell_saved(self, path: Path) -> None:
        self._work_page.banner().say(f"Đã lưu {path}.", "&Mở tệp", partial(open_path, path))

    def _pdf(self, draft: D) -> bytes:
        """Return what prints: the frozen file, or the draft just as the preview shows it."""
        if draft.letter_state in NUMBERED_STATES:
            assert draft.letter_id is not None
            return self._ctx.letters.frozen_pdf(draft.letter_id)
        letter = replace(draft.letter, draft=self._work_page.marks_draft())
        return self._ctx.letters.for_paper(letter, draft.letter_id)

    def _reload(self) -> None:
        if self._work_page.can_close():
            self._work_page.reload()

    def _stored(self) -> D:
        """Return the draft, saved first: its head may have followed the office's profile."""
        if self._work_page.is_dirty() or self._checked_draft().can_edit:
            self._save()
        return self._checked_draft()
