"""Correction requests: the facts, the letter and what became of it, saved as one unit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from app.errors import FieldErrors
from app.exports.letter.data import LetterData
from app.exports.sheets.data import TrackingRow
from app.models import CorrectionRequest, Letter
from app.models.database import Database
from app.rules.clocks.press_due import PressDue
from app.rules.legal import RequestBases, request_bases
from app.rules.letter_text.common import ComposedText
from app.rules.letter_text.correction import Point, RequestFacts, compose_request
from app.rules.vocabulary import ArticleKind, DocumentType, LetterState, RequestKind
from app.rules.wording.press_names import outlet_words
from app.services.fetching import fetch
from app.services.letters import drafting
from app.services.letters import service as letters
from app.services.letters import store as letter_store
from app.services.letters.legal import legal_texts
from app.services.letters.service import LetterService
from app.services.letters.texts import TextChange
from app.services.office.data import OfficeProfile
from app.services.office.service import authority_on, read_profile, require_profile
from app.services.plain import ListQuery
from app.services.requests import gate as request_gate
from app.services.requests import law as request_law
from app.services.requests import store as request_store
from app.services.requests.data import (
    ArticleFacts,
    PointLine,
    ReminderLine,
    RequestDraft,
    Tracking,
)
from app.services.requests.tracking import tracking_rows

_NUMBERED = re.compile(r"^([-–—+•*]|[0-9]{1,2}[.)])\s+")


class RequestService:
    """Use cases of duties 13 to 18."""

    def __init__(self, db: Database, letters: LetterService) -> None:
        self._db = db
        self._letters = letters

    def new_draft(self, article_id: int) -> RequestDraft:
        """Return an unsaved request prefilled from the article.

        Raises NotFound, or FieldErrors under "" while the office has no profile.
        """
        with self._db.reading() as session:
            profile = require_profile(session)
            article = request_store.article_facts(session, article_id)
            draft = RequestDraft(
                id=None,
                version=None,
                article=article,
                kind=_usual_kind(article),
                grounds=article.grounds,
                points=_points_of(article),
                letter=self._empty_letter(session, profile, article),
            )
            draft = replace(draft, legal_basis=self._bases(session, draft).citation)
            return self._with_text(session, draft)

    def open(self, request_id: int) -> RequestDraft:
        """Return a saved request. Raises NotFound."""
        with self._db.reading() as session:
            return self._opened(session, fetch(session, CorrectionRequest, request_id))

    def legal_basis_for(self, draft: RequestDraft, kind: RequestKind) -> str:
        """Return the wording of the law in force for a request of that kind."""
        with self._db.reading() as session:
            return self._bases(session, replace(draft, kind=kind)).citation

    def law_words(self, draft: RequestDraft, letter_date: date | None = None) -> tuple[str, ...]:
        """Return in a sentence for each matter which law holds, and by which day.

        ``letter_date`` is the one that the letter is to get.
        """
        day = letter_date or draft.letter.date
        draft = replace(draft, letter=replace(draft.letter, date=day))
        with self._db.reading() as session:
            return self._bases(session, draft).words(is_dated=day is not None)

    def press_due(self, draft: RequestDraft) -> PressDue:
        """Return when the press has to have acted on the request as it stands, saved or not."""
        with self._db.reading() as session:
            return request_law.due_of(session, draft)

    def compose(self, draft: RequestDraft) -> ComposedText:
        """Write subject and body from the facts of the draft."""
        with self._db.reading() as session:
            return self._composed(session, draft)

    def follow_office(self, draft: RequestDraft) -> RequestDraft:
        """Return the draft with its letter's head as the office's profile says it now."""
        with self._db.reading() as session:
            return _headed(draft, read_profile(session))

    def text_differs(self, draft: RequestDraft) -> TextChange:
        """Return the letter's present text beside the one that would be written from the facts."""
        new = self.compose(draft)
        return TextChange((draft.letter.subject, *draft.letter.body), (new.subject, *new.body))

    def save(self, draft: RequestDraft) -> RequestDraft:
        """Save request, points, reminders and letter in one transaction.

        Raises FieldErrors (``points[0].true_text``, ``deadline_asked``) and Conflict.
        """
        with self._db.writing() as session:
            return self._opened(session, request_store.write(session, draft, self._db.clock()))

    def issue_problems(self, draft: RequestDraft, letter_date: date) -> Mapping[str, str]:
        """Return why the request cannot be issued yet, by field; empty when it can."""
        with self._db.reading() as session:
            return _problems(session, draft, letter_date, self._db.clock().date())

    def issue_warnings(
        self, draft: RequestDraft, letter_date: date, typed_number: str | None = None
    ) -> list[str]:
        """Return what is unusual, though possible, about issuing on that date."""
        with self._db.reading() as session:
            found = request_gate.law_warnings(draft, legal_texts(session), letter_date)
        if draft.letter_id is None:
            return found
        return self._letters.issue_warnings(draft.letter_id, letter_date, typed_number) + found

    def sign(self, draft: RequestDraft, *, secrecy_confirmed: bool) -> RequestDraft:
        """Save, and record that the leader signed the letter. Raises FieldErrors, Conflict.

        ``secrecy_confirmed`` is the clerk's word that it holds no state secret.
        """
        now = self._db.clock()
        with self._db.writing() as session:
            request = request_store.write(session, draft, now)
            problems = _problems(session, self._opened(session, request), None, now.date())
            if problems:
                raise FieldErrors(problems)
            assert request.letter is not None
            letters.sign(request.letter, now, secrecy_confirmed=secrecy_confirmed)
            session.flush()
            return self._opened(session, request)

    def reopen(self, draft: RequestDraft) -> RequestDraft:
        """Take the signed letter back to draft."""
        with self._db.writing() as session:
            request = _fetch(session, draft)
            assert draft.letter_id is not None
            letters.reopen(fetch(session, Letter, draft.letter_id, draft.letter_version))
            session.flush()
            return self._opened(session, request)

    def issue(
        self,
        draft: RequestDraft,
        letter_date: date,
        typed_number: str | None = None,
        *,
        secrecy_confirmed: bool,
    ) -> RequestDraft:
        """Save, take the number and freeze the letter in one transaction. Raises FieldErrors."""
        now = self._db.clock()
        with self._db.writing() as session:
            request = request_store.write(session, draft, now)
            opened = self._opened(session, request)
            problems = _problems(session, opened, letter_date, now.date())
            if problems:
                raise FieldErrors(problems)
            assert request.letter is not None
            profile = require_profile(session)
            letter_store.issue(
                session, request.letter, profile, letter_date, typed_number, now,
                is_sample=self._db.is_sample, secrecy_confirmed=secrecy_confirmed,
            )  # fmt: skip
            return self._opened(session, request)

    def void(self, draft: RequestDraft, reason: str) -> RequestDraft:
        """Cancel the issued letter; number and file stay. FieldErrors under ``reason``."""
        with self._db.writing() as session:
            request = _fetch(session, draft)
            assert draft.letter_id is not None
            letter = fetch(session, Letter, draft.letter_id, draft.letter_version)
            letters.void(letter, reason, self._db.clock())
            session.flush()
            return self._opened(session, request)

    def redraft(self, request_id: int, version: int) -> RequestDraft:
        """Begin a new draft letter for a request whose letter is void."""
        with self._db.writing() as session:
            request = fetch(session, CorrectionRequest, request_id, version)
            old = request.letter
            if old is None or old.state != LetterState.VOID:
                raise FieldErrors({"": "Chỉ soạn lại được khi văn bản trước đã hủy."})
            letter = letter_store.new_draft(
                letter_store.data_of(old), request_store.KIND, request.id
            )
            session.add(letter)
            request.letter = letter
            session.flush()
            return self._opened(session, request)

    def save_tracking(
        self,
        request_id: int,
        version: int,
        tracking: Tracking,
        reminders: tuple[ReminderLine, ...],
    ) -> RequestDraft:
        """Save what became of the request; possible in every state, the letter stays as it is.

        Raises FieldErrors keyed by the tracking field or ``reminders[0].reminded_on``.
        """
        with self._db.writing() as session:
            request = fetch(session, CorrectionRequest, request_id, version)
            now = self._db.clock()
            request_store.write_tracking(session, request, tracking, reminders, now)
            return self._opened(session, request)

    def tracking_rows(self, query: ListQuery) -> list[TrackingRow]:
        """Return the lines of the tracking sheet for the list's filter, in the list's order."""
        with self._db.reading() as session:
            return tracking_rows(session, query)

    def _opened(self, session: Session, request: CorrectionRequest) -> RequestDraft:
        fields = request_store.request_fields(session, request)
        if request.letter is not None and request.letter.deleted_at is None:
            draft = RequestDraft(**fields, **request_store.letter_fields(session, request.letter))
            return _headed(draft, read_profile(session))
        empty = self._empty_letter(session, require_profile(session), fields["article"])
        return self._with_text(session, RequestDraft(**fields, letter=empty))

    def _empty_letter(
        self, session: Session, profile: OfficeProfile, article: ArticleFacts
    ) -> LetterData:
        """Return the request's letter with all but its text."""
        outlet = outlet_words(article.outlet_name, article.outlet_type)
        letter = drafting.empty_letter(
            session, profile, DocumentType.OFFICIAL_LETTER, self._db.clock().date(),
            copies_authority=True,
        )  # fmt: skip
        return replace(letter, recipients=(outlet.name,))

    def _with_text(self, session: Session, draft: RequestDraft) -> RequestDraft:
        text = self._composed(session, draft)
        return replace(draft, letter=replace(draft.letter, subject=text.subject, body=text.body))

    def _composed(self, session: Session, draft: RequestDraft) -> ComposedText:
        article = draft.article
        return compose_request(
            RequestFacts(
                voice=drafting.voice_of(session, draft.letter, self._db.clock().date()),
                kind=draft.kind,
                article_kind=article.kind,
                outlet_name=article.outlet_name,
                outlet_type=article.outlet_type,
                title=article.title,
                published_at=article.published_at,
                section=article.section,
                author=article.author,
                url=article.url,
                issue=article.issue,
                programme=article.programme,
                points=tuple(Point(point.wrong_text, point.true_text) for point in draft.points),
                grounds=draft.grounds,
                legal_basis=draft.legal_basis,
                deadline=draft.deadline_asked,
            )
        )

    def _bases(self, session: Session, draft: RequestDraft) -> RequestBases:
        """Return the law by the article's day and the letter's, until it has one, today."""
        published_on = draft.article.published_at.date()
        letter_date = draft.letter.date or self._db.clock().date()
        return request_bases(legal_texts(session), draft.kind, published_on, letter_date)


def _headed(draft: RequestDraft, profile: OfficeProfile | None) -> RequestDraft:
    """Give a draft the office's present head: a slip in the profile is often seen on its page."""
    if profile is None or not draft.can_edit:
        return draft
    return replace(draft, letter=drafting.headed(draft.letter, profile))


def _fetch(session: Session, draft: RequestDraft) -> CorrectionRequest:
    """Return the saved request behind a draft whose letter exists."""
    if draft.id is None or draft.letter_id is None:
        raise FieldErrors({"": "Cất yêu cầu trước."})
    return fetch(session, CorrectionRequest, draft.id, draft.version)


def _problems(
    session: Session, draft: RequestDraft, letter_date: date | None, today: date
) -> dict[str, str]:
    profile = require_profile(session)
    authority = authority_on(session, profile, letter_date or today)
    return request_gate.problems(draft, profile, authority, letter_date)


def _usual_kind(article: ArticleFacts) -> RequestKind:
    """What is incomplete is usually answered by the office's own account."""
    if article.kind is ArticleKind.INCOMPLETE:
        return RequestKind.RESPOND
    return RequestKind.CORRECT


def _points_of(article: ArticleFacts) -> tuple[PointLine, ...]:
    """Return the points of an article: one, or one for each line of two lists of equal length."""
    wrong, true = article.wrong_passage.splitlines(), article.true_content.splitlines()
    if len(wrong) == len(true) > 1 and all(map(_NUMBERED.match, (*wrong, *true))):
        return tuple(
            PointLine(_NUMBERED.sub("", one), _NUMBERED.sub("", other))
            for one, other in zip(wrong, true, strict=True)
        )
    return (PointLine(article.wrong_passage, article.true_content),)
