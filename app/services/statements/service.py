"""Give a statement, which freezes it; show how it stands in its series."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Table, or_, select, update
from sqlalchemy.orm import Session

from app.errors import FieldErrors, NotFound
from app.exports.sheets.data import IncidentRow
from app.models import Incident, Statement
from app.models.database import Database
from app.rules.dates import date_time_text
from app.rules.duties.statements import (
    Piece,
    difference_words,
    spoken_by,
    statement_times,
    text_hash,
    word_differences,
)
from app.rules.vocabulary import SpeakerKind, StatementForm, StatementState
from app.services.fetching import fetch
from app.services.plain import ListQuery
from app.services.records import listing
from app.services.records.checks import Errors, Subject, check
from app.services.records.checks.statements import PICKED, entitled
from app.services.secrecy.confirming import confirm
from app.services.statements.completing import given_times, speaker_of
from app.services.statements.preparing import preparation_paper
from app.services.statements.register import incident_rows
from app.specs.registry import SPECS

KIND = "statement"


@dataclass(frozen=True, slots=True)
class SeriesLine:
    """One statement of a series; ``number`` counts those given, None for a draft.

    ``pieces`` compare its text with the statement before, and ``words`` say in a sentence how much
    differs; both are empty for the first one.
    """

    id: int
    number: int | None
    given_at: datetime | None
    title: str
    form: StatementForm
    speaker: str
    state: StatementState
    text: str
    sha256: str = ""
    pieces: tuple[Piece, ...] = ()
    words: str = ""

    @property
    def key(self) -> str:
        """By what a table knows it again."""
        return str(self.id)

    @property
    def is_given(self) -> bool:
        return self.state is StatementState.GIVEN


class StatementService:
    """Use cases of a statement beyond those of any record."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def give(self, id: int, version: int, *, secrecy_confirmed: bool) -> None:
        """Freeze a statement as it was given, with the hash of its text (duties 10 and 26).

        Its incident learns in the same transaction when it was spoken about first and last.
        ``secrecy_confirmed`` is the clerk's word that it holds no state secret. Raises FieldErrors.
        """
        with self._db.writing() as session:
            now = self._db.clock()
            statement = fetch(session, Statement, id, version)
            errors = _problems(session, statement, now)
            if errors:
                raise FieldErrors(errors)
            confirm(statement, now, confirmed=secrecy_confirmed)
            assert statement.text is not None
            statement.text_sha256 = text_hash(statement.text)
            statement.state = StatementState.GIVEN.value
            statement.frozen_at = now
            session.flush()
            if statement.incident_id is not None:
                _tell_incident(session, statement.incident_id)

    def problems(self, id: int) -> Errors:
        """Return why a statement cannot be given yet, by field. Raises NotFound."""
        with self._db.reading() as session:
            return _problems(session, fetch(session, Statement, id), self._db.clock())

    def speaker_problems(self, id: int | None, values: Mapping[str, Any]) -> Errors:
        """Return why whoever is picked in a form may not speak, by field; the form is not saved."""
        with self._db.reading() as session:
            return entitled(Subject(session, KIND, id, values, self._db.clock()))

    def speaker_of(self, body_id: int) -> dict[str, Any]:
        """Return whom a statement of a body begins with, as the fields of the form name it."""
        with self._db.reading() as session:
            return speaker_of(session, body_id, self._db.clock().date())

    def state(self, id: int) -> StatementState:
        """Return where a statement stands. Raises NotFound."""
        with self._db.reading() as session:
            state = session.scalar(select(Statement.state).where(Statement.id == id))
            if state is None:
                raise NotFound
            return StatementState(state)

    def preparation_pdf(self, id: int) -> bytes:
        """Return a preparation as a PDF of one page. Raises NotFound, FontMissing."""
        from app.exports.preparation.page import preparation_page  # reportlab, only to print

        with self._db.reading() as session:
            paper = preparation_paper(session, id, is_sample=self._db.is_sample)
        return preparation_page(paper)

    def incident_rows(self, query: ListQuery) -> list[IncidentRow]:
        """Return the register of the incidents that a list's query finds, for its sheet."""
        with self._db.reading() as session:
            return list(incident_rows(session, listing.page_ids(session, "incident", query)))

    def series(self, incident_id: int) -> tuple[SeriesLine, ...]:
        """Return the statements about an incident in their order, the drafts last."""
        with self._db.reading() as session:
            wanted = Statement.incident_id == incident_id
            return _lines(session.scalars(_ORDERED.where(wanted)).all())

    def series_of(self, id: int) -> tuple[SeriesLine, ...]:
        """Return the statements that one belongs to: of its incident, or those it continues."""
        with self._db.reading() as session:
            statement = session.get(Statement, id)
            if statement is None:
                raise NotFound
            if statement.incident_id is not None:
                wanted = Statement.incident_id == statement.incident_id
            else:
                wanted = Statement.id.in_(_chain(session, statement))
            return _lines(session.scalars(_ORDERED.where(wanted)).all())


_ORDERED = (
    select(Statement)
    .where(Statement.deleted_at.is_(None))
    .order_by(Statement.state == StatementState.DRAFT.value, Statement.given_at, Statement.id)
)


def _problems(session: Session, statement: Statement, now: datetime) -> Errors:
    """Return why a statement cannot be given yet, by field."""
    if statement.state == StatementState.GIVEN:
        return {"": "Lần phát ngôn này đã khóa rồi; cần đính chính thì ghi một lần mới."}
    values = {field.name: getattr(statement, field.name) for field in SPECS[KIND].fields()}
    errors: Errors = {}
    if not statement.text:
        errors["text"] = "Nhập nguyên văn đã phát ngôn; sổ giữ đúng từng chữ."
    if statement.given_at is None:
        errors["given_at"] = "Nhập ngày, giờ đã phát ngôn."
    elif statement.given_at > now:
        errors["given_at"] = (
            f"Chưa đến giờ này (bây giờ là {date_time_text(now)}); phát ngôn xong mới khóa."
        )
    elif statement.incident is not None:
        errors |= _against_incident(statement.given_at, statement.incident)
    field = PICKED.get(SpeakerKind(statement.speaker_kind))
    if field is not None and values[field] is None:
        errors[field] = "Chọn người đã phát ngôn."
    elif field is None and not statement.speaker:
        errors["speaker"] = "Nhập họ tên người đã phát ngôn."
    return {**check(Subject(session, KIND, statement.id, values, now)), **errors}


def _against_incident(given_at: datetime, incident: Incident) -> Errors:
    for earlier, words in (
        (incident.happened_at, "xảy ra"),
        (incident.learned_at, "được tiếp nhận"),
    ):
        if earlier is not None and given_at < earlier:
            moment = date_time_text(earlier)
            return {"given_at": f"Vụ việc {words} lúc {moment}; không thể phát ngôn trước đó."}
    return {}


def _tell_incident(session: Session, incident_id: int) -> None:
    """Write the times of the first and the last statement, without a new version of the incident.

    Whoever has the incident open loses nothing: a save of it takes these times again.
    """
    table: Table = Incident.__table__  # type: ignore[assignment]
    typed = session.execute(
        select(table.c.first_statement_at, table.c.last_statement_at).where(
            table.c.id == incident_id
        )
    ).one()
    first, last = statement_times(typed, given_times(session, incident_id))
    session.execute(
        update(table)
        .where(table.c.id == incident_id)
        .values(first_statement_at=first, last_statement_at=last)
    )


def _chain(session: Session, statement: Statement) -> set[int]:
    """Return the ids of the statements that continue one another, this one among them."""
    found = {statement.id}
    waiting = [statement.id]
    while waiting:
        rows = session.execute(
            select(Statement.id, Statement.continues_id).where(
                or_(Statement.id.in_(waiting), Statement.continues_id.in_(waiting))
            )
        )
        linked = {one for row in rows for one in row if one is not None} - found
        found |= linked
        waiting = sorted(linked)
    return found


def _lines(statements: Sequence[Statement]) -> tuple[SeriesLine, ...]:
    lines: list[SeriesLine] = []
    for statement in statements:
        text = statement.text or ""
        is_given = statement.state == StatementState.GIVEN
        pieces = word_differences(lines[-1].text, text) if lines and text else ()
        lines.append(
            SeriesLine(
                id=statement.id,
                number=len(lines) + 1 if is_given else None,
                given_at=statement.given_at,
                title=statement.title,
                form=StatementForm(statement.form),
                speaker=spoken_by(statement.speaker, statement.speaker_kind),
                state=StatementState(statement.state),
                text=text,
                sha256=statement.text_sha256 or "",
                pieces=pieces,
                words=difference_words(pieces) if pieces else "",
            )
        )
    return tuple(lines)
