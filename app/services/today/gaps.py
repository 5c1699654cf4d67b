"""Months, quarters and years in which something is missing: a briefing, a training, a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Office, PeriodicDuty
from app.rules.clocks.duties import bound_of, day_start
from app.rules.clocks.lateness import Standing, late_by, standing_words
from app.rules.clocks.periods import PERIODIC_DUTIES, Period, periods_between
from app.rules.clocks.reckoning import reckon
from app.rules.vocabulary import (
    ClockDuty,
    DeadlineState,
    StartsFrom,
    TermUnit,
    TodayGroup,
)
from app.services.deadlines.kinds.clocked import Law
from app.services.today.briefings import BRIEFINGS
from app.services.today.data import GroupLines, PeriodicRecords, TodayAction, TodayLine
from app.services.today.inspections import INSPECTIONS
from app.services.today.trainings import TRAININGS

_NEXT_STEPS = {
    ClockDuty.ANNUAL_REPORT: "Gửi báo cáo năm, rồi ghi ngày",
}
# What is kept record by record; of the others it is only noted that they were done.
_RECORDS = {
    ClockDuty.BRIEFING: BRIEFINGS,
    ClockDuty.TRAINING: TRAININGS,
    ClockDuty.INSPECTION: INSPECTIONS,
}


def gap_groups(
    session: Session, now: datetime, limit: int, seen: Mapping[str, TodayGroup]
) -> Iterator[GroupLines]:
    """Yield a line for each periodic duty not done, from the day the office began with the app.

    It is done by a record of it, or by a note that it was. Without an office there are none: nobody
    has begun yet.
    """
    began: datetime | None = session.scalar(select(Office.__table__.c.created_at))
    if began is None:
        return
    law = Law(session)
    done = {
        (row.duty, row.period)
        for row in session.execute(select(PeriodicDuty.duty, PeriodicDuty.period))
    }
    for duty, records in _RECORDS.items():
        done |= {(duty.value, key) for key in records.done(session)}
    found = [
        line
        for duty in PERIODIC_DUTIES
        for line in _with_records(session, duty, _of_duty(law, duty, began.date(), now))
        if line.period and (duty.value, line.period.key) not in done
    ]
    found.sort(key=lambda line: (line.key in seen, line.due_at or datetime.max))
    if found:
        yield GroupLines(TodayGroup.GAPS, len(found), tuple(found[:limit]))


def key_of(duty: ClockDuty, period: Period) -> str:
    """Return the name of a gap's line."""
    return f"gap:{duty.value}:{period.key}"


def _with_records(
    session: Session, duty: ClockDuty, lines: Iterator[TodayLine]
) -> Iterator[TodayLine]:
    """Let the lines of a duty that is kept in records lead to these."""
    records: PeriodicRecords | None = _RECORDS.get(duty)
    if records is None:
        yield from lines
        return
    begun = records.begun(session)
    for line in lines:
        assert line.period is not None
        record_id = begun.get(line.period.key)
        yield replace(
            line,
            record_kind=records.kind,
            record_id=record_id,
            action=TodayAction.BEGIN_RECORD if record_id is None else TodayAction.OPEN_RECORD,
            next_step=records.begin if record_id is None else records.go_on,
        )


def _of_duty(law: Law, duty: ClockDuty, began: date, now: datetime) -> Iterator[TodayLine]:
    bound = bound_of(law.layout)
    for unit in (TermUnit.MONTHS, TermUnit.QUARTER, TermUnit.YEAR):
        rules = [
            rule
            for rule in law.rules(duty)
            if rule.unit is unit and rule.value and rule.starts_from is StartsFrom.PERIOD
        ]
        if not any(rule.concerns(bound) for rule in rules):
            continue
        for period in periods_between(began, now.date(), unit):
            moments = {StartsFrom.PERIOD: day_start(max(period.first_day, began))}
            found = reckon(rules, law.calendar, duty, bound, moments)
            if found.binding is not None:
                yield _line(duty, period, found.due, found.steps, found.binding.rule.confirmed, now)


def _line(
    duty: ClockDuty,
    period: Period,
    due: datetime | None,
    steps: tuple[str, ...],
    is_confirmed: bool,
    now: datetime,
) -> TodayLine:
    standing = Standing(DeadlineState.OPEN, due, is_to_the_minute=False)
    return TodayLine(
        key=key_of(duty, period),
        group=TodayGroup.GAPS,
        duty=duty,
        title=f"Chưa có trong {period.label}",
        due_at=due,
        due_words=standing_words(standing, now),
        steps=steps,
        next_step=_NEXT_STEPS.get(duty, ""),
        action=TodayAction.RECORD_DONE,
        period=period,
        is_late=late_by(standing, now) is not None,
        is_confirmed=is_confirmed,
    )
