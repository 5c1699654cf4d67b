"""When a duty is due: the rule chosen by its own starting moment, and the steps that explain it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from app.rules.clocks.counting import count
from app.rules.clocks.legal_rules import LegalRule, most_specific
from app.rules.clocks.words import day_words, due_words, in_force_words, moment_words, term_words
from app.rules.clocks.work_calendar import TermTooLong, WorkCalendar
from app.rules.dates import date_text
from app.rules.vocabulary import Bound, ClockDuty, StartsFrom, TermUnit
from app.text import lower_first

Moments = Mapping[StartsFrom, datetime]

_NUMBERS = {
    TermUnit.HOURS: "giờ",
    TermUnit.DAYS: "ngày",
    TermUnit.WORKING_DAYS: "ngày",
    TermUnit.MONTHS: "tháng",
    TermUnit.QUARTER: "quý",
    TermUnit.YEAR: "năm",
}


@dataclass(frozen=True, slots=True)
class Due:
    """One rule applied to its starting moment.

    ``due`` is None where it cannot be told; ``no_due`` then says why. ``steps`` answer
    "vì sao hạn này?".
    """

    rule: LegalRule
    start: datetime
    due: datetime | None
    steps: tuple[str, ...]
    no_due: str = ""

    @property
    def is_to_the_minute(self) -> bool:
        """Whether the term is counted in hours."""
        return self.rule.unit is TermUnit.HOURS


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What holds for a duty: the due moment that binds, and the others beside it.

    Law and the office's own regulation stand side by side; the earlier moment binds.
    ``binding`` is None where no rule holds; ``missing`` then names the moment that one of them
    waits for, None where there is no rule at all. ``waiting`` are the office's own regulations that
    may be stricter and cannot be counted before their moment is entered.
    """

    duty: ClockDuty
    binding: Due | None = None
    others: tuple[Due, ...] = ()
    missing: StartsFrom | None = None
    waiting: tuple[LegalRule, ...] = ()

    @property
    def due(self) -> datetime | None:
        """The due moment; None where it cannot be told."""
        return self.binding.due if self.binding else None

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps to the binding moment, then in one line each what else holds."""
        if self.binding is None:
            return (self.why_none(),)
        return (*self.binding.steps, *map(_beside, self.others), *map(_not_yet, self.waiting))

    def why_none(self) -> str:
        """Return why there is no due moment; nothing where there is one."""
        if self.binding is not None:
            return self.binding.no_due
        if self.missing is not None:
            return f"chưa tính được hạn vì chưa nhập thời điểm “{self.missing.label}”"
        return f"không có quy định nào về “{self.duty.label}” áp dụng"


def reckon(
    rules: Iterable[LegalRule],
    calendar: WorkCalendar,
    duty: ClockDuty,
    bound: Bound,
    moments: Moments,
    on: date | None = None,
) -> Reckoning:
    """Return when a duty is due for a body or for press of that kind.

    Each rule is picked by the date of its own starting moment. ``on`` is a day of the case, to
    tell which moment is missing where no rule has its own.
    """
    concerned = [rule for rule in rules if rule.duty is duty and rule.concerns(bound)]
    held = [rule for rule in concerned if _holds(rule, moments)]
    law = most_specific(rule for rule in held if not rule.is_own_regulation)
    owns = [rule for rule in concerned if rule.is_own_regulation and rule.value is not None]
    own = most_specific(rule for rule in owns if rule in held)
    dues = [apply(rule, moments[rule.starts_from], calendar) for rule in (*law, *own)]
    if not dues:
        waiting = _waiting(concerned, moments, on)
        return Reckoning(duty, missing=waiting[0].starts_from if waiting else None)
    dues.sort(key=lambda one: one.due or datetime.max)
    waiting = most_specific(_waiting(owns, moments, on))
    return Reckoning(duty, dues[0], tuple(dues[1:]), waiting=waiting)


def apply(rule: LegalRule, start: datetime, calendar: WorkCalendar) -> Due:
    """Return when something is due by one rule."""
    steps = [f"Quy định: {rule.title} ({in_force_words(rule.valid_from, rule.valid_to)})."]
    steps.append(f"Căn cứ: {rule.basis}; {confirmed_words(rule)}.")
    term = rule.term
    since = lower_first(rule.starts_from.label)
    if rule.at_once:
        limit = "; số dưới đây là mức chậm nhất" if term else ""
        steps.append(f"Văn bản ghi: “{rule.at_once}”{limit}.")
    if term is None:
        steps.append(f"Bắt đầu: {_start_words(rule, start)} ({since}).")
        sentence = _no_number(rule)
        return Due(rule, start, None, (*steps, f"Hạn: {sentence}."), sentence)
    in_period = rule.starts_from is StartsFrom.PERIOD
    if in_period:
        steps.append(f"Thời hạn: {term_words(term)}, kể từ kỳ có ngày {date_text(start)}.")
    else:
        begins = _start_words(rule, start)
        steps.append(f"Thời hạn: {term_words(term)}, bắt đầu {begins} ({since}).")
    try:
        counted = count(term, start, calendar, in_period=in_period)
    except TermTooLong as error:
        sentence = lower_first(str(error)).rstrip(".")
        return Due(rule, start, None, (*steps, f"{error}"), sentence)
    return Due(rule, start, counted.due, (*steps, *counted.steps))


def confirmed_words(rule: LegalRule) -> str:
    """Return "chưa kiểm chứng", or who compared the rule with the original and when."""
    if not rule.confirmed:
        return "chưa kiểm chứng"
    by = f" bởi {rule.confirmed_by}" if rule.confirmed_by else ""
    on = f" ngày {date_text(rule.confirmed_on)}" if rule.confirmed_on else ""
    return f"đã kiểm chứng{by}{on}"


def _start_words(rule: LegalRule, start: datetime) -> str:
    """Of many starts only the day is known; that is midnight then, which only hours count from."""
    is_day = start.time() == time.min and rule.unit is not TermUnit.HOURS
    return day_words(start) if is_day else moment_words(start)


def _holds(rule: LegalRule, moments: Moments) -> bool:
    start = moments.get(rule.starts_from)
    return start is not None and rule.in_force(start.date())


def _waiting(
    rules: Iterable[LegalRule], moments: Moments, on: date | None
) -> tuple[LegalRule, ...]:
    """Return the rules of the case's day whose starting moment nobody has entered."""
    return tuple(
        rule for rule in rules if on and rule.in_force(on) and rule.starts_from not in moments
    )


def _no_number(rule: LegalRule) -> str:
    number = f"chưa có số {_NUMBERS[rule.unit]}"
    if rule.look_up_in:
        return f"{number}, nhập theo {rule.look_up_in}"
    if rule.at_once:
        return f"văn bản không ghi số {_NUMBERS[rule.unit]}, chỉ ghi “{rule.at_once}”"
    return f"{number}, nhập ở mục “Thời hạn theo luật”"


def _beside(other: Due) -> str:
    words = f"hạn {due_words(other.due, other.rule.unit)}" if other.due else other.no_due
    term = f", {term_words(other.rule.term)}" if other.rule.term else ""
    return f"Cùng áp dụng: {other.rule.title}{term}: {words}."


def _not_yet(rule: LegalRule) -> str:
    term = f", {term_words(rule.term)}" if rule.term else ""
    return f"Chưa tính theo: {rule.title}{term}, vì chưa nhập thời điểm “{rule.starts_from.label}”."
