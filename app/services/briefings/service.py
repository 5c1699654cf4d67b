"""How the quarters and months of a year are covered by press briefings (duty 30)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app.errors import FieldErrors
from app.exports.attendance.data import AttendanceLine, AttendanceList
from app.exports.sheets.data import BriefingRow, GivenTask
from app.models import Briefing, BriefingGuest, BriefingTask, Office, PeriodicDuty
from app.models.database import Database
from app.rules.clocks.duties import bound_of
from app.rules.clocks.periods import Period
from app.rules.dates import moment_text
from app.rules.duties.briefing_year import (
    QUARTERS,
    BriefingAt,
    BriefingYear,
    PeriodCell,
    quarter_periods,
)
from app.rules.vocabulary import BriefingState, ClockDuty, Layout, StartsFrom, TermUnit
from app.services.deadlines.kinds.clocked import Law
from app.services.fetching import fetch
from app.services.office.service import require_profile
from app.services.plain import ListQuery
from app.services.record_letters.briefings import address_of
from app.services.records import listing


class BriefingService:
    """Use cases about many briefings."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def year(self, year: int) -> BriefingYear:
        """Return what was held, planned and is missing in each quarter and month of a year."""
        today = self._db.clock().date()
        with self._db.reading() as session:
            briefings = _briefings(session, year)
            notes = _notes(session, year)
            law = Law(session)
            began = session.scalar(select(Office.__table__.c.created_at))

            def cell(period: Period) -> PeriodCell:
                return PeriodCell(
                    period=period,
                    today=today,
                    briefings=tuple(one for one in briefings if one.meets(period)),
                    noted_on=notes.get(period.key),
                    is_asked=_is_asked(law, period),
                    began=began.date() if began else None,
                )

            rows = tuple(
                tuple(cell(period) for period in quarter_periods(year, quarter))
                for quarter in range(1, QUARTERS + 1)
            )
        return BriefingYear(year, rows)

    def sheet_rows(self, query: ListQuery) -> list[BriefingRow]:
        """Return what the register shows of the briefings that a list's query finds."""
        with self._db.reading() as session:
            ids = listing.page_ids(session, "briefing", query)
            rows: list[BriefingRow] = []
            for start in range(0, len(ids), listing.CHUNK):
                rows += _rows(session, ids[start : start + listing.CHUNK])
            return rows

    def attendance_list(self, briefing_id: int) -> bytes:
        """Return the list on which those who come sign, as a PDF. Raises NotFound, FieldErrors."""
        with self._db.reading() as session:
            profile = require_profile(session)
            briefing = fetch(session, Briefing, briefing_id)
            if not briefing.invited:
                raise FieldErrors({"": "Chưa ghi nơi nào được mời ở phần “Thành phần”."})
            period = Period.parse(briefing.period)
            meeting = "HỘI NGHỊ" if profile.layout is Layout.PARTY else "HỌP"
            facts = AttendanceList(
                superior=profile.superior_name,
                office=profile.name,
                title=f"DỰ {meeting} GIAO BAN BÁO CHÍ {period.label.replace('/', ' năm ').upper()}",
                when=moment_text(briefing.starts_at) if briefing.starts_at else "",
                place=briefing.place or "",
                lines=tuple(
                    AttendanceLine(address_of(one).name, one.attendee or "", one.role or "")
                    for one in briefing.invited
                ),
            )
        from app.exports.attendance.page import attendance_pdf

        return attendance_pdf(facts, sample=self._db.is_sample)


def _briefings(session: Session, year: int) -> list[BriefingAt]:
    rows = select(Briefing.id, Briefing.period, Briefing.state, Briefing.starts_at).where(
        Briefing.deleted_at.is_(None), Briefing.year == year
    )
    found = [
        BriefingAt(id_, Period.parse(key), BriefingState(state), starts_at)
        for id_, key, state, starts_at in session.execute(rows)
    ]
    return sorted(found, key=lambda one: (one.period.first_day, one.id))


def _rows(session: Session, ids: Sequence[int]) -> list[BriefingRow]:
    guests = selectinload(Briefing.invited)
    lines = (
        guests.joinedload(BriefingGuest.body),
        guests.joinedload(BriefingGuest.outlet),
        selectinload(Briefing.topics),
        selectinload(Briefing.questions),
        selectinload(Briefing.tasks).joinedload(BriefingTask.body),
        selectinload(Briefing.coverage),
    )
    found = session.scalars(select(Briefing).where(Briefing.id.in_(ids)).options(*lines))
    rows = {briefing.id: _row(briefing) for briefing in found}
    return [rows[briefing_id] for briefing_id in ids]


def _row(briefing: Briefing) -> BriefingRow:
    coverage = briefing.coverage
    return BriefingRow(
        period=briefing.name,
        state=BriefingState(briefing.state),
        reason=briefing.reason,
        starts_at=briefing.starts_at,
        place=briefing.place,
        chair=briefing.chair,
        co_organiser=briefing.co_organiser,
        invited=len(briefing.invited),
        present=tuple(address_of(guest).name for guest in briefing.invited if guest.is_present),
        topics=tuple(one.topic for one in briefing.topics),
        questions=tuple((one.question, one.answer or "") for one in briefing.questions),
        tasks=tuple(
            GivenTask(one.task, one.body.name if one.body else "", one.due_on, one.done_on)
            for one in briefing.tasks
        ),
        positive=sum(one.positive or 0 for one in coverage),
        neutral=sum(one.neutral or 0 for one in coverage),
        critical=sum(one.critical or 0 for one in coverage),
    )


def _notes(session: Session, year: int) -> dict[str, date]:
    rows = select(PeriodicDuty.period, PeriodicDuty.done_on).where(
        PeriodicDuty.duty == ClockDuty.BRIEFING.value,
        PeriodicDuty.period.startswith(f"{year:04}"),
    )
    return {row.period: row.done_on for row in session.execute(rows)}


def _is_asked(law: Law, period: Period) -> bool:
    """Return whether a rule wants a briefing in each such period."""
    unit = TermUnit.QUARTER if period.month is None else TermUnit.MONTHS
    bound = bound_of(law.layout)
    return any(
        rule.unit is unit
        and rule.value
        and rule.starts_from is StartsFrom.PERIOD
        and rule.concerns(bound)
        and rule.in_force(period.first_day)
        for rule in law.rules(ClockDuty.BRIEFING)
    )
