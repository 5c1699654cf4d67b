"""Where a body is named in words: profile, distribution list, who owns an outlet, drafts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Body, Letter, Office, Outlet
from app.rules.vocabulary import LetterState
from app.services.office.data import PressAuthority
from app.services.office.distribution import mentions
from app.text import fold

_SYMBOL = "symbol"
_PROFILE = {"name": "Tên cơ quan", "superior_name": "Cơ quan cấp trên"}


@dataclass(frozen=True, slots=True)
class Named:
    """One text that names a body. ``place`` is the line of a list, else None."""

    row: Any
    column: str
    title: str
    text: str
    body: Body
    place: int | None = None

    @property
    def key(self) -> str:
        place = "" if self.place is None else f"/{self.place}"
        return f"{self.row.__tablename__}/{self.row.id}/{self.column}{place}"

    def renamed(self, heir: Body) -> str | None:
        """Return the text with the heir's name in place of the old one's; None where that fails.

        A short name is followed by a short name, where the heir has one; what letters of the office
        are marked with, by the heir's mark.
        """
        if self.column == _SYMBOL:
            mark = self.body.symbol or ""
            return f"{heir.symbol}{self.text[len(mark) :]}" if heir.symbol else None
        for old, new in (
            (self.body.name, heir.name),
            (self.body.short_name, heir.short_name or heir.name),
        ):
            parts = (
                re.split(rf"(?<!\w){re.escape(old)}(?!\w)", self.text, flags=re.I) if old else ()
            )
            if len(parts) > 1:
                return new.join(parts)
        return None


def texts_naming(session: Session, old: Sequence[Body]) -> Iterator[Named]:
    """Yield each text that names one of the bodies."""
    office = session.scalars(select(Office)).one_or_none()
    if office is not None:
        for column, title in _PROFILE.items():
            text = getattr(office, column) or ""
            for body in old:
                if fold(text) == fold(body.name):
                    yield Named(office, column, title, text, body)
        for body in old:
            # "SXD-VP" of the office that is "SXD": what follows the hyphen is a part of it.
            own = fold(office.name) == fold(body.name) and body.symbol
            if own and office.symbol.partition("-")[0] == body.symbol:
                yield Named(office, _SYMBOL, "Ký hiệu văn bản", office.symbol, body)
        for line in office.distribution:
            for body in old:
                if mentions([line.text], _named(body)):
                    yield Named(
                        office, "distribution", f"Nơi nhận: {line.text}", line.text, body,
                        line.position,
                    )  # fmt: skip
                    break
    keys = {body.name.casefold(): body for body in old}
    outlets = select(Outlet).where(Outlet.governing_body.is_not(None), Outlet.deleted_at.is_(None))
    for outlet in session.scalars(outlets.order_by(Outlet.name_key, Outlet.id)):
        text = outlet.governing_body or ""
        if text.casefold() in keys and outlet.valid_to is None:
            title = f"Cơ quan chủ quản của {outlet.name}"
            yield Named(outlet, "governing_body", title, text, keys[text.casefold()])


def drafts_naming(session: Session, old: Sequence[Body]) -> list[str]:
    """Return the subjects of letters without a number that name one of the bodies."""
    drafts = session.scalars(
        select(Letter)
        .where(
            Letter.state.in_([LetterState.DRAFT.value, LetterState.SIGNED.value]),
            Letter.deleted_at.is_(None),
        )
        .order_by(Letter.id)
    )
    return [
        letter.subject
        for letter in drafts
        if any(mentions(_leaves(letter.content), _named(body)) for body in old)
    ]


def _named(body: Body) -> PressAuthority:
    return PressAuthority(body.id, body.name, body.short_name or "")


def _leaves(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in parts for text in _leaves(part)]
