"""The rules that set terms: which of them hold on a day, and which sets of them make sense."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from app.rules.clocks.terms import Term, value_problem
from app.rules.dates import date_text
from app.rules.vocabulary import Bound, ClockDuty, StartsFrom, TermUnit

_ONE_DAY = timedelta(days=1)
BODIES = (Bound.STATE, Bound.PARTY)
PRESS_TYPES = (Bound.PRINT, Bound.ONLINE, Bound.RADIO, Bound.TELEVISION, Bound.SOCIAL_CHANNEL)


@dataclass(frozen=True, slots=True)
class LegalRule:
    """One rule, in force from ``valid_from`` to ``valid_to``, both included; None is open.

    ``value`` is None where the text in force could not be read, or names no number;
    ``look_up_in`` then says which text to take it from. ``at_once`` is what the text says instead
    of a number or beside it ("ngay"). ``is_own_regulation`` marks the office's own regulation,
    which stands beside the law and may be stricter.
    """

    id: str
    duty: ClockDuty
    title: str
    value: int | None
    unit: TermUnit
    starts_from: StartsFrom
    binds: Bound
    basis: str
    source: str
    at_once: str = ""
    look_up_in: str = ""
    is_own_regulation: bool = False
    valid_from: date | None = None
    valid_to: date | None = None
    confirmed: bool = False
    confirmed_by: str = ""
    confirmed_on: date | None = None

    @classmethod
    def from_values(cls, code: str, values: Mapping[str, Any]) -> LegalRule:
        """Return a rule from the values of its fields, as a form or a file of them has them."""
        return cls(
            id=code,
            duty=ClockDuty(values["duty"]),
            title=values["title"],
            value=values["value"],
            unit=TermUnit(values["unit"]),
            starts_from=StartsFrom(values["starts_from"]),
            binds=Bound(values["binds"]),
            basis=values["basis"],
            source=values["source"],
            at_once=values["at_once"] or "",
            look_up_in=values["look_up_in"] or "",
            is_own_regulation=values["is_own_regulation"],
            valid_from=values["valid_from"],
            valid_to=values["valid_to"],
            confirmed=values["confirmed"],
            confirmed_by=values.get("confirmed_by") or "",
            confirmed_on=values.get("confirmed_on"),
        )

    @property
    def term(self) -> Term | None:
        """The term as a number; None while there is none, or none that makes sense."""
        if self.value is None or value_problem(self.value):
            return None
        return Term(self.value, self.unit)

    @property
    def family(self) -> tuple[ClockDuty, Bound, bool]:
        """What rules that take turns have in common."""
        return self.duty, self.binds, self.is_own_regulation

    def in_force(self, on: date) -> bool:
        """Return whether the rule holds on that day."""
        return (self.valid_from or date.min) <= on <= (self.valid_to or date.max)

    def concerns(self, bound: Bound) -> bool:
        """Return whether the rule binds a body or press of that kind, by name or in general."""
        return self.binds in (bound, _general(bound))


@dataclass(frozen=True, slots=True)
class SetProblem:
    """Two rules that cannot both stand as they are: their periods overlap or leave a gap."""

    earlier: LegalRule
    later: LegalRule
    sentence: str


def id_stem(duty: ClockDuty, binds: Bound, is_own_regulation: bool, begins: date | None) -> str:
    """Return what the id of a new rule begins with: "correction-online-2026"."""
    general = binds in (Bound.BODY, Bound.PRESS)
    parts = (
        duty.value,
        "" if general else binds.value,
        "own" if is_own_regulation else "",
        str(begins.year) if begins else "",
    )
    return "-".join(filter(None, parts))


def most_specific(rules: Iterable[LegalRule]) -> tuple[LegalRule, ...]:
    """Return the rules made for the kind of body or press by name, else the general ones."""
    found = tuple(rules)
    named = tuple(rule for rule in found if rule.binds not in (Bound.BODY, Bound.PRESS))
    return named or found


def set_problems(rules: Iterable[LegalRule]) -> list[SetProblem]:
    """Return what is wrong between rules of one duty that bind the same.

    Before the first rule and after the last there may be none; between them there must be one on
    every day, and never two.
    """
    families: dict[tuple[ClockDuty, Bound, bool], list[LegalRule]] = {}
    for rule in rules:
        families.setdefault(rule.family, []).append(rule)
    return [problem for family in families.values() for problem in _family_problems(family)]


def _family_problems(family: Sequence[LegalRule]) -> list[SetProblem]:
    ordered = sorted(family, key=lambda rule: (rule.valid_from or date.min, rule.id))
    found = []
    earlier = ordered[0]  # of those before, the one that holds longest
    for later in ordered[1:]:
        begins = later.valid_from or date.min
        ends = earlier.valid_to or date.max
        if begins <= ends:
            found.append(SetProblem(earlier, later, _overlap(earlier, later)))
        elif begins > ends + _ONE_DAY:
            found.append(SetProblem(earlier, later, _gap(ends + _ONE_DAY, begins - _ONE_DAY)))
        if (later.valid_to or date.max) > ends:
            earlier = later
    return found


def _overlap(earlier: LegalRule, later: LegalRule) -> str:
    begins = later.valid_from
    ends = min(earlier.valid_to or date.max, later.valid_to or date.max)
    words = f"từ ngày {date_text(begins)}" if begins else "từ đầu"
    if ends != date.max:
        words += f" đến ngày {date_text(ends)}"
    return f"Hai quy định cùng áp dụng {words}: “{earlier.title}” và “{later.title}”."


def _gap(first: date, last: date) -> str:
    if first == last:
        return f"Ngày {date_text(first)} không có quy định nào áp dụng."
    return f"Từ ngày {date_text(first)} đến ngày {date_text(last)} không có quy định nào áp dụng."


def _general(bound: Bound) -> Bound:
    return Bound.PRESS if bound in PRESS_TYPES or bound is Bound.PRESS else Bound.BODY
