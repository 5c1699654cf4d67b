"""Due moments of incidents and requests, terms without a rule, swaps of working days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from app.errors import NotFound
from app.models.database import Database
from app.rules.clocks.book import ClockBook
from app.rules.clocks.cases import Clock, incident_clocks, request_clocks
from app.rules.clocks.counting import Counted
from app.rules.clocks.terms import Term
from app.rules.vocabulary import Bound
from app.services.clocks import editing, facts
from app.services.clocks.data import Switch
from app.services.clocks.store import read_book


class ClockService:
    """Use cases around what is due. Nothing is kept between calls: each sees the book as it is."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def book(self) -> ClockBook:
        """Return the rules and the calendar as they stand."""
        with self._db.reading() as session:
            return read_book(session)

    def count(self, term: Term, start: datetime) -> Counted:
        """Return when a term without a rule ends. Raises TermTooLong."""
        return self.book().count(term, start)

    def office_bound(self) -> Bound:
        """Return which rules bind the office itself: those for the State or for the Party."""
        with self._db.reading() as session:
            return facts.office_bound(session)

    def incident(self, incident_id: int) -> tuple[Clock, ...]:
        """Return the clocks of one incident. Raises NotFound."""
        return _one(self.incidents([incident_id]), incident_id)

    def incidents(self, ids: Iterable[int]) -> dict[int, tuple[Clock, ...]]:
        """Return the clocks of many incidents by id, all by the same rules."""
        with self._db.reading() as session:
            book = read_book(session)
            found = facts.incident_facts(session, ids)
            return {record_id: incident_clocks(book, each) for record_id, each in found}

    def request(self, request_id: int) -> tuple[Clock, ...]:
        """Return the clocks of one correction request. Raises NotFound."""
        return _one(self.requests([request_id]), request_id)

    def requests(self, ids: Iterable[int]) -> dict[int, tuple[Clock, ...]]:
        """Return the clocks of many correction requests by id, all by the same rules."""
        with self._db.reading() as session:
            book = read_book(session)
            found = facts.request_facts(session, ids)
            return {record_id: request_clocks(book, each) for record_id, each in found}

    def enter_swap(self, day_off: date | None, worked: date | None, source: str = "") -> int:
        """Write both days of a swap at once; return the id of the day off.

        A day that stands in the calendar but does not count gives way. Raises FieldErrors under
        ``day_off`` and ``worked``.
        """
        with self._db.writing() as session:
            return editing.enter_swap(session, day_off, worked, source, self._db.clock())

    def switch_before(self, rule_id: int) -> Switch:
        """Return how a rule took over from the one before it.

        Raises NotFound, and FieldErrors under "" where there is none before it.
        """
        with self._db.reading() as session:
            return editing.switch_before(session, rule_id)

    def move_switch(self, rule_id: int, first_day: date | None) -> None:
        """Let a rule take over from another day on: the one before it ends the day before.

        Raises NotFound, FieldErrors under ``first_day`` where one would have no day left.
        """
        with self._db.writing() as session:
            editing.move_switch(session, rule_id, first_day)


def _one(found: Mapping[int, tuple[Clock, ...]], record_id: int) -> tuple[Clock, ...]:
    if record_id not in found:
        raise NotFound
    return found[record_id]
