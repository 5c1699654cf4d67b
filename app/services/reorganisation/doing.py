"""The bodies end and begin, then what was chosen goes over; each value is written down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from app.errors import FieldErrors
from app.models import Body, Reorganisation
from app.rules.dates import date_text
from app.rules.duties.secrecy import tidy_line
from app.rules.vocabulary import ReorganisationKind as Kind
from app.services.progress import Steps
from app.services.records.checks import Subject, check
from app.services.records.completing import complete
from app.services.records.fields import clean
from app.services.reorganisation.data import Chosen, NewBody, ReorganisationOrder
from app.services.reorganisation.log import DISTRIBUTION, ChangeLog
from app.services.reorganisation.texts import Named, texts_naming
from app.services.reorganisation.uses import Effect, find_open
from app.specs.registry import SPECS

_LEAST_OLD = {Kind.MERGE: 2}
_LEAST_NEW = {Kind.MERGE: 1, Kind.RENAME: 1, Kind.SPLIT: 2, Kind.PART: 1}
_MOST_OLD = {Kind.RENAME: 1, Kind.SPLIT: 1, Kind.PART: 1}
_MOST_NEW = {Kind.MERGE: 1, Kind.RENAME: 1, Kind.ABOLISH: 0}
# As long as the fields of a transfer may be.
_REASON_LENGTH, _PAPER_LENGTH = 500, 100
_FIELDS = ("name", "short_name", "symbol", "kind")


@dataclass(frozen=True, slots=True)
class Begun:
    """The bodies are changed; what follows them is still to come.

    ``heirs`` are the bodies records can go over to; ``old`` stays in being where only a part of it
    became a body.
    """

    reorganisation: Reorganisation
    log: ChangeLog
    on: date
    old: tuple[Body, ...]
    made: tuple[Body, ...]
    heirs: tuple[Body, ...]

    @property
    def old_stays(self) -> bool:
        return self.reorganisation.kind == Kind.PART.value


def begin(session: Session, order: ReorganisationOrder, now: datetime) -> Begun:
    """End the old bodies, unless they stay, and make the new ones. Raises FieldErrors."""
    old, heir, on = _read(session, order)
    reorganisation = Reorganisation(
        kind=order.kind.value,
        title=_title(order, old, heir),
        effective_on=on,
        basis=tidy_line(order.basis) or None,
        done_at=now,
    )
    session.add(reorganisation)
    log = ChangeLog(session, reorganisation)
    ending = [] if order.kind is Kind.PART else old
    for body in ending:
        log.set(body, "valid_to", on - timedelta(days=1))
    session.flush()
    # The duty goes on with the first heir: letters look for the press authority of their day.
    was_authority = any(body.is_press_authority for body in ending)
    made = [
        _make(
            session, log, values, place, now, on, old[0],
            is_authority=was_authority and place == 0,
        )
        for place, values in enumerate(order.new)
    ]  # fmt: skip
    heirs = made or ([heir] if heir else [])
    for body in ending:
        log.set(body, "successor_id", heirs[0].id if heirs else None)
    session.flush()
    errors: dict[str, str] = {}
    for place, body in enumerate(old):
        for name, sentence in _checked(session, body, now).items():
            # A body that comes back to itself: what stands in its way is the heir that was chosen.
            key = "heir_id" if name == "successor_id" and heir else f"old[{place}].body_id"
            errors.setdefault(key, sentence)
    if errors:
        raise FieldErrors(errors)
    return Begun(reorganisation, log, on, tuple(old), tuple(made), tuple(heirs))


def follow(session: Session, begun: Begun, chosen: Chosen, steps: Steps) -> None:
    """Let what was chosen go over to its heir. Raises Stopped."""
    rows = {
        key_of(found.row, found.use.column): (found.row, found.use.column)
        for found in find_open(session, [body.id for body in begun.old], begun.on)
        if found.use.effect is Effect.FOLLOWS
    }
    texts = {named.key: named for named in texts_naming(session, begun.old)}
    lines: list[tuple[Named, Body]] = []
    steps.begin("Đang chuyển hồ sơ")
    for number, (key, place) in enumerate(chosen.items(), start=1):
        steps.go_on(number, len(chosen))
        heir = begun.heirs[place]
        if key in rows:
            row, column = rows[key]
            if column == "accountable_body_id":
                _note_transfer(session, begun, row, heir)
            begun.log.set(row, column, heir.id)
        elif texts[key].place is None:
            begun.log.set(texts[key].row, texts[key].column, texts[key].renamed(heir))
        else:
            lines.append((texts[key], heir))
    if lines:
        _rewrite_distribution(begun.log, lines)


def _note_transfer(session: Session, begun: Begun, record: Any, heir: Body) -> None:
    """Write into the record's own history why another body is accountable (duty 27)."""
    if not hasattr(record, "transfers"):
        return
    today = begun.reorganisation.done_at.date()
    last = max((line.moved_on for line in record.transfers), default=begun.on)
    line = (
        inspect(type(record))
        .relationships["transfers"]
        .mapper.class_(
            position=len(record.transfers),
            moved_on=max(min(begun.on, today), last),
            from_body_id=record.accountable_body_id,
            to_body_id=heir.id,
            reason=f"Sắp xếp tổ chức: {begun.reorganisation.title}"[:_REASON_LENGTH],
            paper=(begun.reorganisation.basis or "")[:_PAPER_LENGTH] or None,
        )
    )
    record.transfers.append(line)
    session.flush()
    begun.log.made(line)
    # Only now: the log tells that nobody decided to pass this case on.
    complete(session, record, is_new=False)


def key_of(row: Any, column: str) -> str:
    """Return what a follower is known by."""
    return f"{row.__tablename__}/{row.id}/{column}"


def _rewrite_distribution(log: ChangeLog, lines: Sequence[tuple[Named, Body]]) -> None:
    """Write the new names; two lines that become the same are one."""
    office = lines[0][0].row
    renamed = {named.place: named.renamed(heir) for named, heir in lines}
    texts = [renamed.get(line.position) or line.text for line in office.distribution]
    log.set(office, DISTRIBUTION, list(dict.fromkeys(texts)))


def _read(session: Session, order: ReorganisationOrder) -> tuple[list[Body], Body | None, date]:
    """Return the bodies that end, who takes over, and the day. Raises FieldErrors."""
    errors: dict[str, str] = {}
    old: list[Body] = []
    for place, body_id in enumerate(order.old):
        body = session.get(Body, body_id)
        if body is None or body.deleted_at is not None:
            errors[f"old[{place}].body_id"] = "Không còn cơ quan này; chọn lại."
        elif body in old:
            errors[f"old[{place}].body_id"] = f"“{body.name}” đã có ở dòng trên."
        else:
            old.append(body)
    least, most = _LEAST_OLD.get(order.kind, 1), _MOST_OLD.get(order.kind)
    if len(order.old) < least:
        errors["old"] = (
            "Chọn ít nhất hai cơ quan để hợp nhất." if least == 2 else "Chọn cơ quan cần sắp xếp."
        )
    elif most is not None and len(order.old) > most:
        errors["old"] = "Mỗi lần chỉ đổi tên hoặc chia, tách một cơ quan; bỏ bớt dòng."
    heir = session.get(Body, order.heir_id) if order.heir_id is not None else None
    if order.heir_id is not None and (heir is None or heir.deleted_at is not None):
        errors["heir_id"] = "Không còn cơ quan này; chọn lại."
    elif heir is not None and heir in old:
        errors["heir_id"] = "Cơ quan thôi tồn tại không thể kế thừa chính mình; chọn cơ quan khác."
    errors |= _new_errors(order)
    if order.on is None:
        errors["on"] = "Nhập ngày sắp xếp có hiệu lực."
    else:
        errors |= _day_errors(order, order.on, old, heir)
    if errors or order.on is None:
        raise FieldErrors(errors)
    return old, heir, order.on


def _new_errors(order: ReorganisationOrder) -> dict[str, str]:
    if len(order.new) < _LEAST_NEW.get(order.kind, 0):
        if order.kind is Kind.SPLIT:
            return {"new": "Nhập ít nhất hai cơ quan mới."}
        return {"new": "Nhập tên cơ quan mới."}
    most = _MOST_NEW.get(order.kind)
    if most is not None and len(order.new) > most:
        return {"new": "Chỉ có một cơ quan mới; bỏ bớt dòng."}
    return {}


def _day_errors(
    order: ReorganisationOrder, on: date, old: Sequence[Body], heir: Body | None
) -> dict[str, str]:
    last = on if order.kind is Kind.PART else on - timedelta(days=1)
    for body in old:
        if body.valid_from is not None and on <= body.valid_from:
            return {
                "on": f"“{body.name}” mới hoạt động từ ngày {date_text(body.valid_from)}; "
                "ngày sắp xếp phải sau ngày đó."
            }
        if body.valid_to is not None and body.valid_to < last:
            return {
                "on": f"“{body.name}” đã thôi hoạt động từ sau ngày {date_text(body.valid_to)}; "
                "kiểm tra lại ngày, hoặc chọn cơ quan khác."
            }
    if heir is not None and heir.valid_from is not None and heir.valid_from > on:
        return {
            "on": f"Cơ quan kế thừa “{heir.name}” mới hoạt động từ ngày "
            f"{date_text(heir.valid_from)}; ngày sắp xếp không thể sớm hơn."
        }
    if heir is not None and heir.valid_to is not None and heir.valid_to < on:
        return {
            "on": f"Cơ quan kế thừa “{heir.name}” đã thôi hoạt động từ sau ngày "
            f"{date_text(heir.valid_to)}; chọn cơ quan khác."
        }
    return {}


def _make(
    session: Session,
    log: ChangeLog,
    new: NewBody,
    place: int,
    now: datetime,
    on: date,
    old: Body,
    *,
    is_authority: bool,
) -> Body:
    """Make a new body; a kind that is not said is that of the old one. Raises FieldErrors."""
    given = {
        "name": new.name,
        "short_name": new.short_name,
        "symbol": new.symbol,
        "kind": new.kind or old.kind,
        "is_press_authority": is_authority,
        "valid_from": on,
        "valid_to": None,
        "successor_id": None,
    }
    values, errors = clean(session, SPECS["body"], given, {})
    errors = {**check(Subject(session, "body", None, values, now)), **errors}
    if errors:
        raise FieldErrors(
            {
                f"new[{place}].{name if name in _FIELDS else 'name'}": sentence
                for name, sentence in errors.items()
            }
        )
    body = Body(**values)
    session.add(body)
    session.flush()
    log.made(body)
    return body


def _checked(session: Session, body: Body, now: datetime) -> dict[str, str]:
    values = {field.name: getattr(body, field.name) for field in SPECS["body"].fields()}
    return check(Subject(session, "body", body.id, values, now))


def _title(order: ReorganisationOrder, old: Sequence[Body], heir: Body | None) -> str:
    before = ", ".join(body.name for body in old)
    after = ", ".join(tidy_line(one.name) for one in order.new) or (heir.name if heir else "")
    if order.kind is Kind.PART:
        return f"Tách {after} ra khỏi {before}"
    verb = {
        Kind.MERGE: "Hợp nhất",
        Kind.RENAME: "Đổi tên",
        Kind.SPLIT: "Chia",
        Kind.ABOLISH: "Nhập" if heir else "Giải thể",
    }[order.kind]
    link = "vào" if order.kind is Kind.ABOLISH else "thành"
    return f"{verb} {before} {link} {after}" if after else f"{verb} {before}"
