"""What trainings give: certificates for who attended, and who still has to be trained."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, selectinload

from app.errors import FieldErrors
from app.exports.attendance.data import AttendanceLine, AttendanceList
from app.exports.certificates.data import Certificate
from app.exports.sheets.data import TrainingRow
from app.models import Body, Participant, Spokesperson, Training
from app.models.database import Database
from app.rules.dates import day_text
from app.rules.duties.coverage import Attendance, Speaker, Untrained, unrepresented, untrained
from app.rules.vocabulary import Layout, TrainingState
from app.services.fetching import fetch
from app.services.office.data import OfficeProfile
from app.services.office.service import require_profile
from app.services.plain import ListQuery
from app.services.records import listing
from app.text import lower_first


@dataclass(frozen=True, slots=True)
class Coverage:
    """Who was not trained in the last ``months``, and the bodies nobody ever came from."""

    on: date
    months: int
    untrained: tuple[Untrained, ...]
    unrepresented: tuple[tuple[int, str], ...]
    speakers: int
    bodies: int


class TrainingService:
    """Use cases of duty 31 beside the records themselves."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def register(self, query: ListQuery) -> Iterator[TrainingRow]:
        """Yield what the sheet tells of each class that a list's query finds, in its order."""
        with self._db.reading() as session:
            ids = listing.page_ids(session, "training", query)
            for start in range(0, len(ids), listing.CHUNK):
                yield from _rows(session, ids[start : start + listing.CHUNK])

    def coverage(self, months: int, on: date | None = None) -> Coverage:
        """Say who of those in office on a day (today) still has to be trained."""
        day = on or self._db.clock().date()
        with self._db.reading() as session:
            speakers = _speakers(session, day)
            bodies = _bodies(session, day)
            attendances = _attendances(session)
        names = dict(bodies)
        missing = unrepresented(names, attendances)
        return Coverage(
            on=day,
            months=months,
            untrained=untrained(speakers, attendances, day, months),
            unrepresented=tuple((body_id, names[body_id]) for body_id in missing),
            speakers=len(speakers),
            bodies=len(bodies),
        )

    def attendance_list(self, training_id: int) -> bytes:
        """Return the list on which those who come sign, as a PDF. Raises NotFound, FieldErrors."""
        with self._db.reading() as session:
            profile = require_profile(session)
            training = fetch(session, Training, training_id)
            if not training.participants:
                raise FieldErrors({"": "Chưa ghi ai ở phần “Học viên”."})
            facts = AttendanceList(
                superior=profile.superior_name,
                office=profile.name,
                title=training.title.upper(),
                when=" ".join(filter(None, (training.hours, _when(training)))),
                place=training.place or "",
                lines=tuple(
                    AttendanceLine(
                        one.body.name if one.body else "", one.name or "", one.job_title or ""
                    )
                    for one in training.participants
                ),
                people="HỌC VIÊN",
            )
        from app.exports.attendance.page import attendance_pdf

        return attendance_pdf(facts, sample=self._db.is_sample)

    def certificates(self, training_id: int) -> bytes:
        """Return the certificates of all who attended, as one PDF.

        Raises NotFound, and FieldErrors where the class was not held or nobody attended.
        """
        with self._db.reading() as session:
            profile = require_profile(session)
            training = fetch(session, Training, training_id)
            if training.state != TrainingState.HELD:
                raise FieldErrors(
                    {"state": "Lớp chưa tổ chức; đổi tình trạng thành “Đã tổ chức” trước."}
                )
            found = [_certificate(profile, training, one) for one in training.participants
                     if one.attended]  # fmt: skip
        if not found:
            raise FieldErrors({"": "Chưa có học viên nào được ghi là có dự."})
        from app.exports.certificates.page import certificates_pdf

        return certificates_pdf(found, sample=self._db.is_sample)


def _certificate(profile: OfficeProfile, training: Training, one: Participant) -> Certificate:
    signer = profile.signers[0] if profile.signers else None
    ended_on = training.ends_on or training.starts_on
    return Certificate(
        superior_body=profile.superior_name,
        issuing_body=profile.name,
        is_party=profile.layout is Layout.PARTY,
        number=one.certificate or "",
        name=one.name or "",
        job_title=one.job_title or "",
        body=one.body.name if one.body else "",
        training=lower_first(training.title),
        when=_when(training),
        place_date=", ".join(filter(None, (profile.place, day_text(ended_on) if ended_on else ""))),
        heading=tuple(
            line.upper()
            for text in ((signer.capacity, signer.title) if signer else ())
            for line in text.splitlines()
            if line
        ),
        signer=signer.name if signer else "",
    )


def _when(training: Training) -> str:
    if training.starts_on is None:
        return ""
    if training.ends_on is None or training.ends_on == training.starts_on:
        return day_text(training.starts_on)
    return f"từ {day_text(training.starts_on)} đến {day_text(training.ends_on)}"


def _speakers(session: Session, day: date) -> Sequence[Speaker]:
    rows = session.execute(
        select(Spokesperson.id, Spokesperson.person, Spokesperson.body_id, Body.name)
        .join(Spokesperson.body)
        .where(
            Spokesperson.deleted_at.is_(None),
            Spokesperson.valid_from <= day,
            or_(Spokesperson.valid_to.is_(None), Spokesperson.valid_to >= day),
        )
        .order_by(Body.name_key, Spokesperson.person_key)
    )
    return [Speaker(row.id, row.person, row.body_id, row.name) for row in rows]


def _bodies(session: Session, day: date) -> list[tuple[int, str]]:
    rows = session.execute(
        select(Body.id, Body.name)
        .where(
            Body.deleted_at.is_(None),
            or_(Body.valid_from.is_(None), Body.valid_from <= day),
            or_(Body.valid_to.is_(None), Body.valid_to >= day),
        )
        .order_by(Body.name_key)
    )
    return [(row.id, row.name) for row in rows]


def _attendances(session: Session) -> Sequence[Attendance]:
    rows = session.execute(
        select(
            Participant.name,
            Participant.body_id,
            Participant.spokesperson_id,
            Training.starts_on,
            Training.ends_on,
        )
        .join(Training, Training.id == Participant.training_id)
        .where(
            Training.deleted_at.is_(None),
            Training.state == TrainingState.HELD.value,
            Participant.attended,
        )
    )
    return [
        Attendance(row.ends_on or row.starts_on, row.name or "", row.body_id, row.spokesperson_id)
        for row in rows
        if row.starts_on is not None
    ]


def _rows(session: Session, ids: Sequence[int]) -> Iterator[TrainingRow]:
    lines = (
        selectinload(Training.lecturers),
        selectinload(Training.participants).joinedload(Participant.body),
    )
    found = session.scalars(select(Training).where(Training.id.in_(ids)).options(*lines))
    trainings = {training.id: training for training in found}
    for training_id in ids:
        yield _row(trainings[training_id])


def _row(training: Training) -> TrainingRow:
    came = [one for one in training.participants if one.attended]
    return TrainingRow(
        title=training.title,
        state=TrainingState(training.state),
        starts_on=training.starts_on,
        ends_on=training.ends_on,
        invited=len(training.participants),
        attended=len(came),
        bodies=tuple(dict.fromkeys(one.body.name for one in came if one.body is not None)),
        lecturers=tuple(
            ", ".join(filter(None, (one.name, one.workplace))) for one in training.lecturers
        ),
        content=training.content,
        place=training.place,
        plan_number=training.plan_number,
        plan_date=training.plan_date,
        cost=training.cost,
        evaluation=training.evaluation,
        reason=training.cancel_reason,
    )
