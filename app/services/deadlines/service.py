"""Deadlines: read beside their record, extended, their lateness explained, all counted anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date, datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from app.errors import FieldErrors, NotFound
from app.models import DeadlineExtension
from app.models.database import Database
from app.rules.clocks.deadlines import Cause
from app.rules.clocks.duties import day_end
from app.rules.clocks.words import end_words
from app.rules.duties.secrecy import tidy_line
from app.rules.typed_dates import LAST_YEAR
from app.rules.vocabulary import ChangeCause, DeadlineState, LateCause
from app.services.deadlines import orders, store
from app.services.deadlines.data import ChangeLine, DeadlineView, DueItem, ExtensionLine, Pending
from app.services.deadlines.kinds.clocked import Law
from app.services.deadlines.renewing import CHUNK, renew
from app.services.deadlines.titles import titles
from app.services.secrecy.guarding import look

__all__ = ["ChangeLine", "DeadlineService", "DeadlineView", "DueItem", "ExtensionLine", "Pending"]

# Open records done, of how many; False asks to stop.
Progress = Callable[[int, int], bool | None]
_LONGEST_TEXT = 1000


class DeadlineService:
    """Use cases around deadlines. They come, move and end with the saves of their records."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def of(self, kind: str, record_id: int) -> tuple[DeadlineView, ...]:
        """Return the deadlines of one record, those that are done or dropped too."""
        return self.of_many(kind, [record_id]).get(record_id, ())

    def of_many(self, kind: str, ids: Sequence[int]) -> dict[int, tuple[DeadlineView, ...]]:
        """Return the deadlines of records of one kind, by record; none for one without."""
        found: defaultdict[int, list[DeadlineView]] = defaultdict(list)
        with self._db.reading() as session:
            for start in range(0, len(ids), CHUNK):
                chosen = store.TABLE.c.record_id.in_(ids[start : start + CHUNK])
                for view in store.views(session, store.TABLE.c.record_kind == kind, chosen):
                    found[view.record_id].append(view)
        return {record_id: tuple(views) for record_id, views in found.items()}

    def get(self, deadline_id: int) -> DeadlineView:
        """Return one deadline. Raises NotFound."""
        with self._db.reading() as session:
            return _get(session, deadline_id)

    def log(self, kind: str, record_id: int) -> tuple[ChangeLine, ...]:
        """Return what became of a record's deadlines: when they moved, from when to when, why."""
        with self._db.reading() as session:
            columns = store.TABLE.c
            wanted = columns.record_kind == kind, columns.record_id == record_id
            return tuple(store.change_lines(session, *wanted))

    def extensions(self, deadline_id: int) -> tuple[ExtensionLine, ...]:
        """Return every extension of a deadline, also those that were taken back."""
        with self._db.reading() as session:
            return tuple(store.extension_lines(session, deadline_id))

    def due_between(
        self, first: date, last: date, *, ended_too: bool = False
    ) -> tuple[DueItem, ...]:
        """Return what is due on the days from ``first`` to ``last``, in the order it is due.

        ``ended_too`` adds what is done already; what was dropped with its case is left out.
        """
        states = [DeadlineState.OPEN.value]
        if ended_too:
            states.append(DeadlineState.MET.value)
        wanted = (store.TABLE.c.state.in_(states), *store.due_on_days(first, last))
        with self._db.reading() as session:
            views = sorted(store.views(session, *wanted), key=_due_order)
            names = titles(session, [(view.record_kind, view.record_id) for view in views])
        return tuple(
            DueItem(names.get((view.record_kind, view.record_id), ""), view) for view in views
        )

    def extend(self, deadline_id: int, until: datetime, reason: str) -> DeadlineView:
        """Record that a later due moment was agreed, and why; the original stays visible.

        Of a term that is not counted in hours only the day of ``until`` counts.
        Raises NotFound, and FieldErrors under ``until`` and ``reason``.
        """
        now = self._db.clock()
        words = tidy_line(reason)
        with self._db.writing() as session:
            view = _get(session, deadline_id)
            due_at = _extendable(view)
            if not view.is_to_the_minute:
                until = day_end(until.date())
            errors = {}
            if until <= due_at:
                errors["until"] = f"Hạn mới phải sau hạn đang có: {end_words(due_at)}."
            elif until.year > LAST_YEAR:
                errors["until"] = f"Năm {until.year} không hợp lý; kiểm tra lại hạn mới."
            if not words:
                errors["reason"] = "Ghi lý do gia hạn."
            elif len(words) > _LONGEST_TEXT:
                errors["reason"] = f"Lý do dài {len(words)} ký tự, nhiều nhất {_LONGEST_TEXT}."
            if errors:
                raise FieldErrors(errors)
            session.add(
                DeadlineExtension(
                    deadline_id=view.id,
                    made_at=now,
                    started_at=view.started_at,
                    old_due_at=due_at,
                    until=until,
                    reason=words,
                )
            )
            session.flush()
            cause = Cause(ChangeCause.EXTENDED, f"Gia hạn đến {end_words(until)}: {words}.")
            return _renewed(session, view, now, cause)

    def undo_extension(self, extension_id: int) -> DeadlineView:
        """Take an extension back; it stays in the list of them. Raises NotFound."""
        now = self._db.clock()
        with self._db.writing() as session:
            extension = session.get(DeadlineExtension, extension_id)
            if extension is None or extension.undone_at is not None:
                raise NotFound
            extension.undone_at = now
            session.flush()
            view = _get(session, extension.deadline_id)
            words = f"Bỏ gia hạn đến {end_words(extension.until)}: {extension.reason}."
            return _renewed(session, view, now, Cause(ChangeCause.EXTENSION_UNDONE, words))

    def explain_lateness(
        self, deadline_id: int, cause: LateCause | None, note: str = ""
    ) -> DeadlineView:
        """Record why a deadline was missed; None takes that back. That it was is computed.

        Raises NotFound, and FieldErrors under ``cause`` and ``note``.
        """
        now = self._db.clock()
        words = tidy_line(note)
        with self._db.writing() as session:
            view = _get(session, deadline_id)
            errors = {}
            if cause is not None and view.late_by(now) is None:
                errors["cause"] = "Việc này không quá hạn nên không cần nguyên nhân."
            elif cause is None and words:
                errors["cause"] = "Chọn nguyên nhân; không cần nữa thì xóa ghi chú."
            if cause is LateCause.OTHER and not words:
                errors["note"] = "Ghi rõ lý do."
            elif len(words) > _LONGEST_TEXT:
                errors["note"] = f"Ghi chú dài {len(words)} ký tự, nhiều nhất {_LONGEST_TEXT}."
            if errors:
                raise FieldErrors(errors)
            look(session, view.record_kind, view.record_id, {"late_note": words})
            values = {"late_cause": cause.value if cause else None, "late_note": words or None}
            row = store.TABLE.c.id == view.id
            session.execute(update(store.TABLE).where(row).values(**values))
            return _get(session, deadline_id)

    def pending(self) -> Pending | None:
        """Return what still waits to be counted anew; None where all is counted."""
        with self._db.reading() as session:
            return orders.pending(session)

    def catch_up(self, progress: Progress | None = None) -> bool:
        """Count anew what waits for it, a piece in each transaction; safe to break off.

        Takes seconds where thousands of records are open: not for the thread of the window.
        Returns whether all is counted.
        """
        waiting = self.pending()
        total = waiting.records if waiting else 0
        done = 0
        is_left = waiting is not None
        while is_left:
            counted, is_left = self.next_piece()
            done = min(done + counted, total)
            if progress is not None and progress(done, total) is False:
                break
        return not is_left

    def next_piece(self) -> tuple[int, bool]:
        """Count one piece of what waits.

        Returns how many records it had, and whether anything still waits.
        """
        with self._db.reading() as session:
            if not orders.is_pending(session):
                return 0, False
        with self._db.writing() as session:
            counted = orders.next_piece(session, self._db.clock())
            return counted, orders.is_pending(session)


def _get(session: Session, deadline_id: int) -> DeadlineView:
    views = store.views(session, store.TABLE.c.id == deadline_id)
    if not views:
        raise NotFound
    return views[0]


def _extendable(view: DeadlineView) -> datetime:
    """Return the due moment that may be put off. Raises FieldErrors."""
    if view.state is not DeadlineState.OPEN:
        raise FieldErrors({"until": "Việc này đã xong hoặc đã kết thúc nên không gia hạn được."})
    if view.due_at is None:
        raise FieldErrors({"until": f"Chưa gia hạn được: {view.no_due or 'chưa có hạn'}."})
    return view.due_at


def _renewed(session: Session, view: DeadlineView, now: datetime, cause: Cause) -> DeadlineView:
    renew(session, Law(session), view.record_kind, [view.record_id], now, [cause])
    return _get(session, view.id)


def _due_order(view: DeadlineView) -> tuple[datetime, int]:
    assert view.due_at is not None
    return view.due_at, view.id
