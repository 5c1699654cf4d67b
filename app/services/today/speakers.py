"""Those who speak for a body: whose time ends soon, and what about them is missing or doubtful.

That one is to be made known, posted or replaced is a deadline, and stands among those.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.models import Authorisation, Body, Spokesperson
from app.rules.clocks.duties import day_end
from app.rules.clocks.lateness import Standing, standing_words
from app.rules.duties.spokespersons import (
    Note,
    NoteKind,
    assignment_notes,
    authorisation_notes,
    tenures,
)
from app.rules.vocabulary import DeadlineState, TodayGroup
from app.services.speakers import store
from app.services.speakers.store import AUTHORISATION, SPOKESPERSON
from app.services.today.data import GroupLines, TodayAction, TodayLine
from app.text import lower_first

# What has no deadline of its own.
_TO_MEND = (
    NoteKind.CONTACT,
    NoteKind.PAPER,
    NoteKind.OVERLAP,
    NoteKind.LENGTH,
    NoteKind.SUB_DELEGATION,
)
_ENDING = {
    SPOKESPERSON: ("Người phát ngôn sắp thôi nhiệm vụ", "Phân công người tiếp, rồi thêm vào sổ"),
    AUTHORISATION: ("Ủy quyền phát ngôn sắp hết hạn", "Lập giấy ủy quyền mới, nếu còn cần"),
}
_MENDING = {
    SPOKESPERSON: ("Người phát ngôn còn thiếu, chưa khớp", "Mở bản ghi, bổ sung hoặc sửa"),
    AUTHORISATION: ("Ủy quyền phát ngôn còn thiếu, chưa đúng", "Mở bản ghi, bổ sung hoặc sửa"),
}


@dataclass(frozen=True, slots=True)
class _Speaker:
    """One who speaks now or soon, with what is to be said about it."""

    kind: str
    id: int
    title: str
    ends: date | None
    notes: tuple[Note, ...]


def speaker_groups(
    session: Session, now: datetime, limit: int, seen: Collection[str]
) -> Iterator[GroupLines]:
    """Yield whose time ends soon, and whose record is to be mended."""
    speakers = [*_assigned(session, now.date()), *_authorised(session, now.date())]
    ending = [_ending(one, now) for one in speakers if _has(one, NoteKind.ENDS_SOON)]
    mending = [_mending(one) for one in speakers if _has(one, *_TO_MEND)]
    for group, lines in ((TodayGroup.AT_ONCE, mending), (TodayGroup.EXPIRING, ending)):
        lines.sort(key=lambda line: (line.key in seen, line.due_at or now))
        if lines:
            yield GroupLines(group, len(lines), tuple(lines[:limit]))


def _assigned(session: Session, today: date) -> Iterator[_Speaker]:
    bodies = _bodies_now(session, Spokesperson, today)
    for body_id, assignments in store.assignments(session, bodies).items():
        of_body = tenures(assignments)
        for one in of_body:
            person = one.assignment
            title = f"{person.person} · {bodies[body_id]}"
            notes = assignment_notes(one, of_body, today)
            yield _Speaker(SPOKESPERSON, person.id, title, one.ends, notes)


def _authorised(session: Session, today: date) -> Iterator[_Speaker]:
    bodies = _bodies_now(session, Authorisation, today)
    for body_id, papers in store.authorisations(session, bodies).items():
        for one in papers:
            if not one.is_deleted:
                title = f"{one.grantee} · {bodies[body_id]}"
                notes = authorisation_notes(one, papers, today)
                yield _Speaker(AUTHORISATION, one.id, title, one.ends, notes)


def _bodies_now(
    session: Session, model: type[Spokesperson | Authorisation], today: date
) -> dict[int, str]:
    """Return the names of the bodies for which someone speaks now or will."""
    wanted = select(model.body_id).where(
        model.deleted_at.is_(None), or_(model.valid_to.is_(None), model.valid_to >= today)
    )
    rows = session.execute(select(Body.id, Body.name).where(Body.id.in_(wanted)))
    return {row.id: row.name for row in rows}


def _has(one: _Speaker, *kinds: NoteKind) -> bool:
    return any(note.kind in kinds for note in one.notes)


def _ending(one: _Speaker, now: datetime) -> TodayLine:
    assert one.ends is not None
    due_at = day_end(one.ends)
    standing = Standing(DeadlineState.OPEN, due_at, is_to_the_minute=False)
    notes = [note for note in one.notes if note.kind is NoteKind.ENDS_SOON]
    name, next_step = _ENDING[one.kind]
    words = standing_words(standing, now)
    return _line(one, "ends", TodayGroup.EXPIRING, name, words, next_step, notes, due_at)


def _mending(one: _Speaker) -> TodayLine:
    notes = [note for note in one.notes if note.kind in _TO_MEND]
    words = "; ".join(lower_first(note.words) for note in notes)
    name, next_step = _MENDING[one.kind]
    return _line(one, "mend", TodayGroup.AT_ONCE, name, words, next_step, notes, None)


def _line(
    one: _Speaker,
    what: str,
    group: TodayGroup,
    name: str,
    words: str,
    next_step: str,
    notes: Sequence[Note],
    due_at: datetime | None,
) -> TodayLine:
    return TodayLine(
        key=f"{one.kind}:{one.id}:{what}",
        group=group,
        duty=None,
        name=name,
        title=one.title,
        due_at=due_at,
        due_words=words,
        steps=tuple(f"{note.words}." for note in notes),
        next_step=next_step,
        action=TodayAction.OPEN_RECORD,
        record_kind=one.kind,
        record_id=one.id,
    )
