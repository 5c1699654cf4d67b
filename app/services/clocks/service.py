"""Rules and calendar as they stand, terms without a rule, swaps of working days."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select

from app.models import Office
from app.models.database import Database
from app.rules.clocks.book import ClockBook
from app.rules.clocks.counting import Counted
from app.rules.clocks.duties import bound_of
from app.rules.clocks.terms import Term
from app.rules.vocabulary import Bound, Layout
from app.services.clocks import editing
from app.services.clocks.data import Switch
from app.services.clocks.store import read_book


class ClockService:
    """Use cases around rules and days. Nothing is kept between calls: each sees the book as it is.

    What is due of a record is kept with it; see app.services.deadlines.
    """

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
            layout = session.scalar(select(Office.__table__.c.layout))
            return bound_of(None if layout is None else Layout(layout))

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
