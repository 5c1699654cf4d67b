"""What every kind of record with clocks tells about itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.models import Clocked, Office
from app.rules.clocks.duties import Duty
from app.rules.clocks.legal_rules import LegalRule
from app.rules.clocks.work_calendar import WorkCalendar
from app.rules.vocabulary import ClockDuty, Layout
from app.services.clocks.store import read_calendar, read_rules
from app.services.office.service import authority_on, read_profile
from app.text import fold


@dataclass(frozen=True, slots=True)
class RecordDuties:
    """What one record obliges to, and in words why it does not oblige to more."""

    duties: tuple[Duty, ...]
    gone: str


DELETED = RecordDuties((), "Hồ sơ đã xóa.")


class Law:
    """The rules, the calendar and the office's own place, as one transaction sees them."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._rules: dict[ClockDuty, list[LegalRule]] = defaultdict(list)
        for rule in read_rules(session).values():
            self._rules[rule.duty].append(rule)
        self.calendar = WorkCalendar(read_calendar(session))
        layout = session.scalar(select(Office.__table__.c.layout))
        self.layout = None if layout is None else Layout(layout)
        self._own_copies: dict[date, bool] = {}

    def rules(self, duty: ClockDuty) -> list[LegalRule]:
        """Return the rules about a duty."""
        return self._rules[duty]

    def is_authority_itself(self, on: date) -> bool:
        """Return whether the office is the press authority, which sends itself no copy."""
        if on not in self._own_copies:
            profile = read_profile(self._session)
            authority = authority_on(self._session, profile, on)
            names = [fold(one.name) for one in (profile, authority) if one is not None]
            self._own_copies[on] = len(names) == 2 and names[0] == names[1]
        return self._own_copies[on]


Reader = Callable[[Session, Law, Sequence[int]], Iterator[tuple[int, RecordDuties]]]


@dataclass(frozen=True, slots=True)
class Follows:
    """A record of ``kind`` was saved: the clocked records in ``own_id`` whose ``link`` names it.

    ``shared_by`` is the attribute that names it, where a save of one clocked record moves all that
    share it: those it names now, and those it named before.
    """

    kind: str
    own_id: Any
    link: Any
    shared_by: str = ""


@dataclass(frozen=True, slots=True)
class ClockedKind:
    """A kind of record with clocks.

    ``read`` returns the duties of some records, ``open_ids`` selects the records whose deadlines a
    rule or a day can still move, ``titles`` the id and the parts of the name of each record.
    ``follows`` names the other records that its deadlines depend on. ``steps`` says in words what
    to do next about each duty, where that is to open the record, and ``part`` names the lines of
    the record where that is written down. ``settle`` writes what else of the records follows from
    the same facts, each time their deadlines are counted.
    """

    kind: str
    model: type[Clocked]
    read: Reader
    open_ids: Select[int]
    titles: Select[*tuple[Any, ...]]
    follows: tuple[Follows, ...] = ()
    steps: Mapping[ClockDuty, str] = field(default_factory=dict)
    part: str = ""
    settle: Callable[[Session, Sequence[int]], None] | None = None

    @property
    def own_id(self) -> Any:
        """The column of the record's id."""
        return self.model.__table__.c.id
