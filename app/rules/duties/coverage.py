"""Who has been trained and who has not (duty 31): spokespersons, and bodies as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.rules.month import months_away
from app.text import fold


@dataclass(frozen=True, slots=True)
class Speaker:
    """A spokesperson in office. ``id`` is that of the assignment."""

    id: int
    person: str
    body_id: int
    body: str


@dataclass(frozen=True, slots=True)
class Attendance:
    """One person at one class that was held; its last day."""

    on: date
    person: str
    body_id: int | None = None
    speaker_id: int | None = None


@dataclass(frozen=True, slots=True)
class Untrained:
    """A spokesperson not trained lately; ``last_on`` is None where never."""

    speaker: Speaker
    last_on: date | None = None


def untrained(
    speakers: Iterable[Speaker], attendances: Sequence[Attendance], on: date, months: int
) -> tuple[Untrained, ...]:
    """Return who was at no class in the ``months`` up to a day, those never trained first.

    A person counts by the assignment, and by name within the body: assignments are renewed.
    """
    since = months_away(on, -months)
    by_speaker: dict[int, date] = {}
    by_name: dict[tuple[str, int | None], date] = {}
    for one in attendances:
        if one.on > on:
            continue
        if one.speaker_id is not None:
            by_speaker[one.speaker_id] = max(one.on, by_speaker.get(one.speaker_id, date.min))
        name = (fold(one.person), one.body_id)
        by_name[name] = max(one.on, by_name.get(name, date.min))
    found = []
    for speaker in speakers:
        days = (by_speaker.get(speaker.id), by_name.get((fold(speaker.person), speaker.body_id)))
        last_on = max((day for day in days if day is not None), default=None)
        if last_on is None or last_on <= since:
            found.append(Untrained(speaker, last_on))
    return tuple(sorted(found, key=lambda one: (one.last_on or date.min, fold(one.speaker.body))))


def unrepresented(bodies: Iterable[int], attendances: Iterable[Attendance]) -> tuple[int, ...]:
    """Return the bodies of which nobody was ever at a class, in the order given."""
    seen = {one.body_id for one in attendances}
    return tuple(body_id for body_id in bodies if body_id not in seen)
