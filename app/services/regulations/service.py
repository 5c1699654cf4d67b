"""How far the bodies are with their press regulations: one line a body, those without any too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from app.exports.sheets.progress import ProgressRow
from app.models import Body, Deadline, Letter, Regulation
from app.models.database import Database
from app.rules.duties.radar import ReviewNeed, ended_words
from app.rules.vocabulary import (
    ClockDuty,
    DeadlineState,
    LetterState,
    RegulationStatus,
    ReviewState,
)
from app.services.deadlines.kinds.regulations import KIND, needs
from app.services.record_letters.regulations import ISSUE_REMINDER, REVIEW_REMINDER

_IN_USE = (RegulationStatus.IN_FORCE.value, RegulationStatus.AMENDED.value)
_NEED = (ReviewState.NEEDED, ReviewState.AMENDING)


@dataclass(frozen=True, slots=True)
class ProgressLine:
    """Where one body stands. ``regulation_id`` is None for a body without a regulation in use.

    ``due_at`` is when the review, or the amendment it asked for, is due; ``reminded`` quotes the
    last letter that reminded the body, with its date.
    """

    body_id: int
    body: str
    regulation_id: int | None = None
    number: str = ""
    issued_on: date | None = None
    need: ReviewNeed | None = None
    due_at: datetime | None = None
    reminded: str = ""
    reminded_on: date | None = None

    @property
    def key(self) -> str:
        """What the line is known by again when it is read anew."""
        return f"{self.body_id}/{self.regulation_id or ''}"

    @property
    def is_wanting(self) -> bool:
        """Whether something is to be done here."""
        return self.need is None or self.need.state in _NEED

    @property
    def state_words(self) -> str:
        return "Chưa có quy chế" if self.need is None else self.need.state.label

    @property
    def grounds(self) -> str:
        """Name the texts that ended."""
        return ended_words(self.need.ended) if self.need else ""

    @property
    def purpose(self) -> str:
        """Return the kind of letter that reminds this body."""
        return ISSUE_REMINDER.id if self.regulation_id is None else REVIEW_REMINDER.id

    @property
    def letter_source(self) -> int:
        """Return the id of the record that this letter is made from."""
        return self.body_id if self.regulation_id is None else self.regulation_id


def progress_row(line: ProgressLine) -> ProgressRow:
    """Return a line as the sheet shows it."""
    return ProgressRow(
        body=line.body,
        number=line.number,
        issued_on=line.issued_on,
        state=line.state_words,
        grounds=line.grounds,
        due_on=line.due_at.date() if line.due_at else None,
        reminded=line.reminded,
        reminded_on=line.reminded_on,
        reviewed_on=line.need.reviewed_on if line.need else None,
    )


class RegulationService:
    """Use cases of duty 6 over all bodies."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def progress(self, on: date | None = None) -> tuple[ProgressLine, ...]:
        """Return the bodies in being on a day, by name; one with two regulations has two lines."""
        day = on or self._db.clock().date()
        with self._db.reading() as session:
            bodies = session.execute(
                select(Body.id, Body.name)
                .where(Body.deleted_at.is_(None), *_in_being(day))
                .order_by(Body.name_key, Body.id)
            ).all()
            regulations = _in_use(session, day)
            found = needs(session, [regulation.id for regulation in regulations])
            due = _due(session)
            letters = _reminders(session)
            of_body: defaultdict[int, list[Regulation]] = defaultdict(list)
            for regulation in regulations:
                of_body[regulation.body_id].append(regulation)
            lines: list[ProgressLine] = []
            for body_id, name in bodies:
                lines += [
                    _line(body_id, name, one, found[one.id], due.get(one.id), letters)
                    for one in of_body[body_id]
                ] or [_line(body_id, name, None, None, None, letters)]
            return tuple(lines)


def _in_being(day: date) -> Iterable[ColumnElement[bool]]:
    yield or_(Body.valid_from.is_(None), Body.valid_from <= day)
    yield or_(Body.valid_to.is_(None), Body.valid_to >= day)


def _in_use(session: Session, day: date) -> Sequence[Regulation]:
    return session.scalars(
        select(Regulation)
        .where(
            Regulation.deleted_at.is_(None),
            Regulation.status.in_(_IN_USE),
            or_(Regulation.valid_to.is_(None), Regulation.valid_to >= day),
        )
        .order_by(Regulation.issued_on.desc(), Regulation.id)
    ).all()


def _due(session: Session) -> dict[int, datetime | None]:
    rows = session.execute(
        select(Deadline.record_id, Deadline.due_at).where(
            Deadline.record_kind == KIND,
            Deadline.duty.in_(
                [ClockDuty.REGULATION_REVIEW.value, ClockDuty.REGULATION_AMENDMENT.value]
            ),
            Deadline.state == DeadlineState.OPEN.value,
        )
    )
    return {row.record_id: row.due_at for row in rows}


def _reminders(session: Session) -> dict[tuple[str, int | None], Letter]:
    """Return the last letter that went out about each regulation or body."""
    letters = session.scalars(
        select(Letter)
        .where(
            Letter.purpose.in_([REVIEW_REMINDER.id, ISSUE_REMINDER.id]),
            Letter.state == LetterState.ISSUED.value,
            Letter.deleted_at.is_(None),
        )
        .order_by(Letter.letter_date, Letter.id)
    )
    return {(letter.purpose or "", letter.source_id): letter for letter in letters}


def _line(
    body_id: int,
    name: str,
    regulation: Regulation | None,
    need: ReviewNeed | None,
    due_at: datetime | None,
    letters: dict[tuple[str, int | None], Letter],
) -> ProgressLine:
    key = (ISSUE_REMINDER.id, body_id)
    if regulation is not None:
        key = (REVIEW_REMINDER.id, regulation.id)
    letter = letters.get(key)
    return ProgressLine(
        body_id=body_id,
        body=name,
        regulation_id=regulation.id if regulation else None,
        number=(regulation.number or "") if regulation else "",
        issued_on=regulation.issued_on if regulation else None,
        need=need,
        due_at=due_at,
        reminded=(letter.reference or "") if letter else "",
        reminded_on=letter.letter_date if letter else None,
    )
