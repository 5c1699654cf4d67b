"""Correction requests inside a transaction: read whole, written whole with their letter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from app.errors import Conflict, FieldErrors, NotFound
from app.models import Article, CorrectionPoint, CorrectionRequest, Letter, Reminder
from app.rules.dates import date_text
from app.rules.duties.secrecy import tidy_line
from app.rules.vocabulary import (
    ArticleKind,
    NextStep,
    OutletType,
    RequestKind,
    RequestOutcome,
)
from app.services.fetching import fetch
from app.services.letters import store as letter_store
from app.services.letters.service import require_draft, view_of
from app.services.records.checks import Subject, check
from app.services.records.fields import clean
from app.services.requests.data import (
    ArticleFacts,
    PointLine,
    ReminderLine,
    RequestDraft,
    Tracking,
)
from app.specs.checks import field_problem
from app.specs.press import CORRECTION_REQUEST, TRUE_TEXT, WRONG_TEXT
from app.text import tidy_block

KIND = CORRECTION_REQUEST.kind
TRACKING_FIELDS = tuple(Tracking.__dataclass_fields__)


def article_facts(session: Session, article_id: int) -> ArticleFacts:
    """Return what a request says about its article. Raises NotFound."""
    article = session.get(Article, article_id)
    if article is None:
        raise NotFound
    return ArticleFacts(
        id=article.id,
        title=article.title,
        outlet_id=article.outlet_id,
        outlet_name=article.outlet.name,
        outlet_type=OutletType(article.outlet.type),
        published_at=article.published_at,
        kind=ArticleKind(article.kind),
        section=article.section or "",
        author=article.author or "",
        url=article.url or "",
        issue=article.issue or "",
        programme=article.programme or "",
        wrong_passage=article.wrong_passage or "",
        true_content=article.true_content or "",
        grounds=article.grounds or "",
        incident_title=article.incident.title if article.incident else "",
        is_periodical=article.outlet.is_periodical,
    )


def letter_fields(session: Session, letter: Letter) -> dict[str, Any]:
    """Return the parts of a RequestDraft that come from its letter."""
    view = view_of(session, letter)
    return {
        "letter": view.data,
        "letter_id": view.id,
        "letter_version": view.version,
        "letter_state": view.state,
        "letter_number": view.number_text,
    }


def request_fields(session: Session, request: CorrectionRequest) -> dict[str, Any]:
    """Return the parts of a RequestDraft that come from the request itself."""
    return {
        "id": request.id,
        "version": request.version,
        "article": article_facts(session, request.article_id),
        "kind": RequestKind(request.kind),
        "grounds": request.grounds or "",
        "legal_basis": request.legal_basis or "",
        "deadline_asked": request.deadline_asked,
        "no_copy_reason": request.no_copy_reason or "",
        "points": tuple(PointLine(p.wrong_text, p.true_text) for p in request.points),
        "tracking": Tracking(
            sent_to_outlet_on=request.sent_to_outlet_on,
            received_by_outlet_on=request.received_by_outlet_on,
            sent_to_authority_on=request.sent_to_authority_on,
            due_by_law_on=request.due_by_law_on,
            outcome=RequestOutcome(request.outcome),
            refusal_reason=request.refusal_reason or "",
            published_on=request.published_on,
            published_where=request.published_where or "",
            next_step=NextStep(request.next_step),
            note=request.note or "",
        ),
        "reminders": tuple(
            ReminderLine(reminder.reminded_on, reminder.note or "")
            for reminder in sorted(request.reminders, key=lambda line: line.reminded_on)
        ),
    }


def write(session: Session, draft: RequestDraft, now: datetime) -> CorrectionRequest:
    """Store the draft whole. Raises FieldErrors, NotFound, Conflict.

    Once the letter is signed its facts and text are locked; once it has a number, only what
    became of it may change.
    """
    if draft.id is None:
        request = CorrectionRequest()
    else:
        request = fetch(session, CorrectionRequest, draft.id, draft.version)
    letter = None
    if draft.letter_id is not None:
        letter = fetch(session, Letter, draft.letter_id, draft.letter_version)
    # Saved before, but opened when it had no letter yet, or another one.
    if request.letter_id != draft.letter_id:
        raise Conflict
    points = tidied_points(draft.points)
    values = {
        "article_id": draft.article.id,
        "kind": draft.kind,
        "grounds": draft.grounds,
        "legal_basis": draft.legal_basis,
        "deadline_asked": draft.deadline_asked,
        "no_copy_reason": draft.no_copy_reason,
        **tracking_values(draft.tracking),
    }
    letter_date = letter.letter_date if letter else None
    stored, errors = checked(session, request, values, draft.reminders, letter_date, now)
    errors |= _point_errors(points)
    asked = stored.get("deadline_asked")
    if asked is not None and asked < draft.article.published_at.date():
        errors["deadline_asked"] = "Hạn đề nghị không thể trước ngày đăng bài."
    if errors:
        raise FieldErrors(errors)
    if letter is None:
        letter = letter_store.new_draft(draft.letter, KIND, None)
        session.add(letter)
    elif _points_of(request) != points or not letter_store.same_text(letter, draft.letter):
        require_draft(letter)
        letter_store.write_text(letter, draft.letter)
    # One save is one version: nothing is flushed half-way while the old lines are read.
    with session.no_autoflush:
        for name, value in stored.items():
            setattr(request, name, value)
        if _points_of(request) != points:
            request.points = [
                CorrectionPoint(
                    position=place, wrong_text=line.wrong_text, true_text=line.true_text
                )
                for place, line in enumerate(points)
            ]
        write_reminders(request, draft.reminders)
    request.letter = letter
    if draft.id is None:
        session.add(request)
    else:
        request.touch()  # a change of points alone is a change of the request
    session.flush()
    if letter.source_id is None:
        letter.source_id = request.id
        session.flush()
    return request


def write_tracking(
    session: Session,
    request: CorrectionRequest,
    tracking: Tracking,
    reminders: tuple[ReminderLine, ...],
    now: datetime,
) -> None:
    """Store what became of the request. Raises FieldErrors."""
    before = {field.name: getattr(request, field.name) for field in CORRECTION_REQUEST.fields()}
    values = {**before, **tracking_values(tracking)}
    letter_date = request.letter.letter_date if request.letter else None
    stored, errors = checked(session, request, values, reminders, letter_date, now)
    if errors:
        raise FieldErrors(errors)
    with session.no_autoflush:
        for name in TRACKING_FIELDS:
            setattr(request, name, stored[name])
        write_reminders(request, reminders)
    request.touch()
    session.flush()


def checked(
    session: Session,
    request: CorrectionRequest,
    values: Mapping[str, Any],
    reminders: tuple[ReminderLine, ...],
    letter_date: date | None,
    now: datetime,
) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the values to store, and a sentence for each that does not fit."""
    before = {field.name: getattr(request, field.name) for field in CORRECTION_REQUEST.fields()}
    stored, errors = clean(session, CORRECTION_REQUEST, values, before)
    errors = {**check(Subject(session, KIND, request.id, stored, now)), **errors}
    for name, sentence in _tracking_errors(stored, reminders, letter_date, now.date()).items():
        errors.setdefault(name, sentence)
    return stored, errors


def tracking_values(tracking: Tracking) -> dict[str, Any]:
    return {name: getattr(tracking, name) for name in TRACKING_FIELDS}


def tidied_points(points: tuple[PointLine, ...]) -> tuple[PointLine, ...]:
    """Return the points as they are stored; lines left wholly empty fall away."""
    tidy_points = (PointLine(tidy_block(p.wrong_text), tidy_block(p.true_text)) for p in points)
    return tuple(point for point in tidy_points if point.wrong_text or point.true_text)


def write_reminders(request: CorrectionRequest, reminders: tuple[ReminderLine, ...]) -> None:
    lines = sorted(
        ((line.reminded_on, tidy_line(line.note) or None) for line in reminders),
        key=lambda line: line[0],
    )
    if [(row.reminded_on, row.note) for row in request.reminders] != lines:
        request.reminders = [Reminder(reminded_on=day, note=note) for day, note in lines]


def _points_of(request: CorrectionRequest) -> tuple[PointLine, ...]:
    return tuple(PointLine(point.wrong_text, point.true_text) for point in request.points)


def _point_errors(points: tuple[PointLine, ...]) -> dict[str, str]:
    return {
        f"points[{index}].{field.name}": sentence
        for index, point in enumerate(points)
        for field in (WRONG_TEXT, TRUE_TEXT)
        if (sentence := field_problem(field, getattr(point, field.name)))
    }


def _tracking_errors(
    values: Mapping[str, Any],
    reminders: tuple[ReminderLine, ...],
    letter_date: date | None,
    today: date,
) -> dict[str, str]:
    """Return what cannot be so: no step is taken before the one it follows from."""
    errors = {}
    if letter_date is not None:
        for name in ("sent_to_outlet_on", "sent_to_authority_on"):
            if values.get(name) is not None and values[name] < letter_date:
                errors[name] = f"Không thể gửi trước ngày văn bản ({date_text(letter_date)})."
    begun = values.get("sent_to_outlet_on") or letter_date
    published_on = values.get("published_on")
    outcome = values.get("outcome")
    if outcome in (RequestOutcome.CORRECTED, RequestOutcome.RESPONSE_PUBLISHED):
        if published_on is None:
            errors["published_on"] = "Nhập ngày cơ quan báo chí đã đăng."
    elif published_on is not None:
        errors["outcome"] = (
            "Đã có ngày đăng thì kết quả là “Đã đăng cải chính” hoặc “Đã đăng phản hồi”."
        )
    if begun is not None and published_on is not None and published_on < begun:
        errors["published_on"] = "Không thể đăng trước ngày gửi yêu cầu."
    for index, reminder in enumerate(reminders):
        name = f"reminders[{index}].reminded_on"
        if reminder.reminded_on > today:
            errors[name] = "Ngày đôn đốc còn ở tương lai; chỉ ghi lần đã đôn đốc."
        elif begun is not None and reminder.reminded_on < begun:
            errors[name] = "Không thể đôn đốc trước ngày gửi yêu cầu."
    return errors
