"""The heart of the app: from an article to a numbered, printed request, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.errors import FieldErrors
from app.rules.vocabulary import NUMBERED_STATES
from app.services.requests.data import RequestDraft
from app.settings import Settings
from app.text import tidy_block
from app.ui.deadlines.strip import DeadlineStrip
from app.ui.forms.editors import Sources
from app.ui.letters.editing.work_page import LetterWorkPage
from app.ui.requests.form import RequestForm
from app.ui.requests.parts import BLANK_REQUEST
from app.ui.requests.steps import RequestSteps

if TYPE_CHECKING:
    from app.bootstrap import AppContext


class RequestPage(LetterWorkPage):
    """Facts, text and tracking on the left, the page that will print on the right.

    ``start_values`` are ``article_id`` for a new request, or ``reminded_on`` to note that the press
    was reminded on that day.
    Until the office has a profile and the request an article there is no draft to save: what is
    typed stays in the fields and goes into the draft as soon as there is one.
    """

    _form: RequestForm

    def __init__(
        self,
        ctx: AppContext,
        settings: Settings,
        record_id: int | None = None,
        start_values: Mapping[str, Any] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(ctx, RequestForm(Sources(ctx.records, ctx.today)), parent)
        self._draft = BLANK_REQUEST  # as the services gave it
        self._clean = BLANK_REQUEST  # as the fields showed it then
        self._article_id: int | None = (start_values or {}).get("article_id")
        self._proposed_basis = ""
        self._place: QWidget | None = None  # where to begin, for who came to do one thing
        self._deadlines = DeadlineStrip(ctx, self)
        self._deadlines.changed.connect(self._on_deadlines_changed)
        self._steps = RequestSteps(self, ctx, settings)
        self._connect()
        self._assemble(self._deadlines)
        self._clean = self._form.apply(BLANK_REQUEST)
        if record_id is not None:
            self._take(ctx.requests.open(record_id))
        else:
            self._begin()
        if start_values and "reminded_on" in start_values:
            self._place = self._form.tracking.begin_reminder(start_values["reminded_on"])

    def title(self) -> str:
        draft = self._draft
        if draft.letter_number:
            return f"Yêu cầu {draft.reference}"
        return "Thêm yêu cầu" if draft.id is None else "Sửa yêu cầu"

    def page_actions(self) -> list[QAction]:
        return self._steps.actions()

    def refresh(self, kind: str | None = None) -> None:
        if not self.has_draft():
            self._begin()
            return
        if kind in (None, "article", "outlet", "incident"):
            self.guarded(self._take_article)
        if kind in (None, "office"):
            self.guarded(self._take_office)

    def focus_first(self) -> None:
        numbered = self._draft.letter_state in NUMBERED_STATES
        if self._place is not None:
            self._form.go_to(self._form.tracking, self._place)
            self._place = None  # the row may be taken away later
            return
        self._form.go_to(self._form.tracking if numbered else self._form.facts)

    def save(self) -> bool:
        """Save; return whether it was. What is wrong is said at its field or in the banner."""
        return self._steps.run("save")

    # For the steps, and for tests ------------------------------------------------------

    def shown_record(self) -> tuple[str, int] | None:
        return None if self._draft.id is None else ("correction_request", self._draft.id)

    def form(self) -> RequestForm:
        return self._form

    def today(self) -> date:
        return self._ctx.today()

    def has_draft(self) -> bool:
        """Return whether there is an article and an office, so that the request can be saved."""
        return self._draft is not BLANK_REQUEST

    def draft(self) -> RequestDraft:
        """Return the request as it stands on screen, whatever is missing."""
        return self._form.apply(self._draft)

    def checked_draft(self) -> RequestDraft:
        """Return the request on screen with its text following the facts.

        Raises FieldErrors for what is missing or was not understood.
        """
        if not self.has_draft() and self._article_id is None:
            raise FieldErrors({"article_id": "Chọn bài báo."})
        if not self.has_draft():
            self._start_draft()  # whatever kept it from being started is told again
        problems = self._form.problems()
        if problems:
            raise FieldErrors(problems)
        self._follow_facts()
        return self.draft()

    def is_dirty(self) -> bool:
        """Return whether something on screen is not saved, understood or not."""
        return bool(self._form.problems()) or self.draft() != self._clean

    def took(self, draft: RequestDraft, words: str) -> None:
        """Show what a service has stored, and tell everybody."""
        self._take(draft)
        self.records_changed.emit("correction_request")
        self.records_changed.emit("letter")
        self.notice.emit(words, None)

    @Slot()
    def show_draft(self) -> None:
        """Bring text, state and preview in line with what is on screen."""
        self._pause.stop()
        if not self.guarded(self._follow_facts, self.show_draft):
            return
        draft = self.draft()
        if not self.guarded(partial(self._show_state, draft), self.show_draft):
            return
        if not self.has_draft():
            return
        self._show_page(draft)

    # Drafts in -------------------------------------------------------------------------

    def _begin(self) -> None:
        """Start a new request as soon as there are an article and a profile."""
        if self._ctx.office.profile() is None:
            self._banner.say(
                "Chưa có hồ sơ cơ quan nên chưa dựng được văn bản; vẫn nhập nội dung được.",
                "Mở &Hồ sơ cơ quan",
                self._on_office_wanted,
            )
            self._preview.show_trouble("Chưa có hồ sơ cơ quan để dựng văn bản.")
        elif self._article_id is None:
            self._banner.clear()
            self._preview.show_trouble("Chọn bài báo để thấy văn bản.")
        elif self.guarded(self._start_draft, self._begin):
            return
        self._show_state(self._draft)

    def _start_draft(self) -> None:
        """Take the draft of the chosen article; what the clerk has typed goes into it."""
        assert self._article_id is not None
        fresh = self._ctx.requests.new_draft(self._article_id)
        before, typed = self._clean, self.draft()
        names = ("kind", "grounds", "legal_basis", "deadline_asked", "points", "tracking",
                 "reminders")  # fmt: skip
        kept = {
            name: getattr(typed, name)
            for name in names
            if getattr(typed, name) != getattr(before, name)
        }
        own_text = self._form.text.is_own()
        self._take(fresh)
        if own_text:
            kept["letter"] = replace(
                fresh.letter, subject=typed.letter.subject, body=typed.letter.body
            )
        if kept:
            self._form.load(replace(fresh, **kept))
            self.show_draft()

    def _take(self, draft: RequestDraft) -> None:
        """Show a draft that came from the services, and call it clean."""
        was = self._draft.letter_state
        self._draft = draft
        self._article_id = draft.article.id
        self._banner.clear()
        self._form.clear_errors()
        self._show_signers()
        self._form.load(draft)
        if draft.can_edit:
            self._form.text.compare_with(self._ctx.requests.compose(draft))
            self._proposed_basis = self._ctx.requests.legal_basis_for(draft, draft.kind)
        if was is not draft.letter_state:
            self._draft_mark.setChecked(draft.can_edit)
        self._form.lock_letter(not draft.can_edit)
        self._clean = self.draft()
        self._deadlines.show_record("correction_request", draft.id)
        self.show_draft()
        self.title_changed.emit(self.title())

    def _take_article(self) -> None:
        """Take changed facts of the article; nothing typed here is touched."""
        draft = self._draft
        if draft.id is None:
            article = self._ctx.requests.new_draft(draft.article.id).article
        else:
            article = self._ctx.requests.open(draft.id).article
        if article != draft.article:
            self._draft = replace(draft, article=article)
            self._clean = replace(self._clean, article=article)
            self._form.facts.show_article(self._draft)
            self.show_draft()

    def _take_office(self) -> None:
        """Take what the office's profile says now; nothing typed here is touched."""
        followed = self._ctx.requests.follow_office(self._draft)
        if followed != self._draft:
            self._draft = followed
            self._clean = self._ctx.requests.follow_office(self._clean)
        self._show_signers()
        self.show_draft()

    def reload(self) -> None:
        """Show what is stored, giving up what is on screen."""
        if self._draft.id is not None:
            request_id = self._draft.id
            self.guarded(lambda: self._take(self._ctx.requests.open(request_id)))

    def _show_signers(self) -> None:
        profile = self._ctx.office.profile()
        self._form.sending.set_signers(profile.signers if profile else (), self._draft.letter)

    def _follow_facts(self) -> None:
        """Let the letter's text say what the facts say, unless the clerk has written it."""
        if self.has_draft() and self._draft.can_edit:
            self._form.text.follow(self._ctx.requests.compose(self.draft()))

    # Showing ---------------------------------------------------------------------------

    def _show_state(self, draft: RequestDraft) -> None:
        missing: Mapping[str, str] = {}
        self._show_law(draft)
        self._deadlines.show_unsaved(self.is_dirty())
        if self.has_draft() and draft.letter_state not in NUMBERED_STATES:
            missing = self._ctx.requests.issue_problems(draft, self.today())
        self._show_letter_state(draft, missing)
        no_copy = {"no_copy_reason", "letter.distribution"}
        self._form.sending.show_no_copy_reason(needed=not no_copy.isdisjoint(missing))
        self._steps.show_state(draft.letter_state)

    def _show_law(self, draft: RequestDraft) -> None:
        """Say by which day which law holds: for the letter, and for when the press is due."""
        due = self._ctx.requests.press_due(draft) if self.has_draft() else None
        lines = (*self._ctx.requests.law_words(draft), due.law_words()) if due else ()
        self._form.facts.show_law("\n".join(lines))
        self._form.tracking.show_due(due)

    def _connect(self) -> None:
        self._form.facts.article_chosen.connect(self._on_article_chosen)
        self._form.facts.article_open_requested.connect(self._on_article_open_requested)
        self._form.facts.article_add_requested.connect(self._on_article_add_requested)
        self._form.facts.kind_changed.connect(self._on_kind_changed)
        self._form.text.rewrite_requested.connect(self._on_rewrite_requested)

    @Slot()
    def _on_deadlines_changed(self) -> None:
        self.records_changed.emit("correction_request")

    @Slot()
    def _on_office_wanted(self) -> None:
        self.open_requested.emit("office", None, None)

    @Slot(int)
    def _on_article_chosen(self, article_id: int) -> None:
        self._article_id = article_id
        self._begin()

    @Slot()
    def _on_article_open_requested(self) -> None:
        self.open_requested.emit("article", self._article_id, None)

    @Slot(str)
    def _on_article_add_requested(self, typed: str) -> None:
        from app.ui.forms.record_dialog import add_record, named

        start = named("article", typed)
        add_record(self, self._ctx, "article", start, self._form.facts.choose_article)

    @Slot()
    def _on_kind_changed(self) -> None:
        """Propose the law for the new kind, where the clerk has not written another."""
        if not self.has_draft() or not self._draft.can_edit:
            return
        draft = self.draft()
        proposed = self._ctx.requests.legal_basis_for(draft, draft.kind)
        if tidy_block(draft.legal_basis) in ("", tidy_block(self._proposed_basis)):
            self._form.facts.set_legal_basis(proposed)
        self._proposed_basis = proposed

    @Slot()
    def _on_rewrite_requested(self) -> None:
        self._steps.run("rewrite")
