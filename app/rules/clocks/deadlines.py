"""A deadline: one duty of one record with its due moment, and what becomes of it from save to save.

``reckoned`` applies the rules to a duty; ``renewed`` compares the result with what is stored and
says what changed and why. Both are pure, and twice the same is nothing new.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time

from app.rules.clocks.duties import PRESS_DUTIES, REPEATING, Duty, Keep, day_end
from app.rules.clocks.legal_rules import LegalRule, most_specific
from app.rules.clocks.reckoning import Reckoning, reckon
from app.rules.clocks.words import day_words, end_words, term_words
from app.rules.clocks.work_calendar import TermTooLong, WorkCalendar, next_day
from app.rules.dates import date_text
from app.rules.vocabulary import (
    Bound,
    ChangeCause,
    ClockDuty,
    DeadlineState,
    StartsFrom,
)

Facts = Mapping[str, str]

_BOUND = "bound"
_TYPED = "typed"
_WANTED = "wanted"
_AFTER = "after"
_PROMISED = "promised"
_WORDS = {
    _BOUND: "Áp dụng cho",
    _TYPED: "Hạn cơ quan nhập",
    _WANTED: "Thời điểm báo chí đề nghị",
    _AFTER: "Hạn đã đề nghị",
    _PROMISED: "Hẹn phát ngôn tiếp",
}


@dataclass(frozen=True, slots=True)
class Deadline:
    """A duty with its due moment.

    ``due_at`` is what counts, ``original_due_at`` the one before any extension. ``no_due`` says
    why there is none. ``is_typed`` tells that the office entered the day itself because the rule
    has no number. ``facts`` are what the moment was counted from, to tell later what changed.
    """

    duty: ClockDuty
    state: DeadlineState
    is_theirs: bool
    facts: Facts
    rule_code: str = ""
    basis: str = ""
    is_confirmed: bool = False
    starts_from: StartsFrom | None = None
    started_at: datetime | None = None
    due_at: datetime | None = None
    original_due_at: datetime | None = None
    extended_to: datetime | None = None
    is_to_the_minute: bool = False
    is_typed: bool = False
    no_due: str = ""
    met_at: datetime | None = None
    steps: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        return self.state is DeadlineState.OPEN


@dataclass(frozen=True, slots=True)
class Extension:
    """A later due moment that was agreed, for the round that began at ``started_at``."""

    until: datetime
    started_at: datetime | None


@dataclass(frozen=True, slots=True)
class Cause:
    """What made a new count necessary. ``rule_code`` names the rule that changed, if it was one."""

    kind: ChangeCause
    words: str
    rule_code: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a deadline's log."""

    cause: ChangeCause
    words: str
    old_due: datetime | None
    new_due: datetime | None


def reckoned(
    rules: Iterable[LegalRule],
    calendar: WorkCalendar,
    duty: Duty,
    extensions: Sequence[Extension] = (),
) -> Deadline | None:
    """Return the deadline of a duty; None where there is nothing worth a line."""
    known = tuple(rules)
    found = reckon(known, calendar, duty.duty, duty.bound, duty.moments, duty.on)
    duty = replace(duty, notes=(*duty.notes, *_law_of_the_day(known, duty, found)))
    deadline = _counted(calendar, duty, found)
    has_rule = found.binding is not None or found.missing is not None
    if (duty.keep is Keep.WITH_DUE and deadline.due_at is None) or (
        duty.keep is Keep.WITH_RULE and not has_rule
    ):
        return None
    return _extended(deadline, extensions)


def renewed(
    old: Deadline | None,
    new: Deadline | None,
    causes: Sequence[Cause] = (),
    gone: str = "",
    done_at: datetime | None = None,
) -> tuple[Deadline | None, tuple[Change, ...]]:
    """Return what is to be stored in place of ``old``, and the lines for the log.

    ``new`` is what the record and the rules say now; ``causes`` are the changes of rules and days
    since. ``gone`` says why a duty is no more, ``done_at`` when it was done so that it is no more.
    What is done or ended keeps what applied, unless its own facts were put right.
    """
    if old is None:
        if new is None or new.state is DeadlineState.DROPPED:
            return None, ()  # it was over before it began
        return new, (Change(ChangeCause.OPENED, _opened(new), None, new.due_at),)
    if new is None:
        if not old.is_open:
            return old, ()
        ended = replace(old, state=DeadlineState.DROPPED)
        if done_at is not None:
            ended = replace(old, state=DeadlineState.MET, met_at=done_at)
        words = _named(causes, old.rule_code) or gone
        return ended, (Change(*_ending(ended, words), old.due_at, old.due_at),)
    if not old.is_open and not new.is_open and _same_ground(old, new):
        kept = replace(old, state=new.state, met_at=new.met_at, is_theirs=new.is_theirs)
        if kept == old or (old.met_at is None and new.met_at is None):
            return old, ()
        return kept, (Change(*_ending(new, gone), old.due_at, old.due_at),)
    return new, tuple(_changes(old, new, causes, gone))


def fact_words(old: Facts, new: Facts) -> str:
    """Name each fact that differs, with its value before and after."""
    return "; ".join(
        f"{_fact_name(name)}: {_fact_value(name, old)} → {_fact_value(name, new)}"
        for name in dict.fromkeys((*old, *new))
        if old.get(name) != new.get(name)
    )


def _changes(old: Deadline, new: Deadline, causes: Sequence[Cause], gone: str) -> Iterable[Change]:
    moved = _outcome(old) != _outcome(new)
    if not old.is_open and new.is_open:
        words = fact_words(old.facts, new.facts) or "Việc được mở lại."
        yield Change(ChangeCause.REOPENED, words, old.due_at, new.due_at)
    elif moved:
        cause, words = _cause(old, new, causes)
        yield Change(cause, words, old.due_at, new.due_at)
    ended = old.state is not new.state or (not new.is_open and old.met_at != new.met_at)
    if ended and not new.is_open:
        yield Change(*_ending(new, gone), new.due_at, new.due_at)


def _same_ground(old: Deadline, new: Deadline) -> bool:
    """Whether what the moment was counted from is still so."""
    names = [_BOUND, old.starts_from.value if old.starts_from else ""]
    if old.is_typed:
        names.append(_TYPED)
    return all(old.facts.get(name) == new.facts.get(name) for name in names)


def _outcome(deadline: Deadline) -> tuple[object, ...]:
    return deadline.due_at, deadline.rule_code, deadline.started_at, deadline.no_due


def _cause(old: Deadline, new: Deadline, causes: Sequence[Cause]) -> tuple[ChangeCause, str]:
    if words := fact_words(old.facts, new.facts):
        return ChangeCause.MOMENT, words
    codes = {old.rule_code, new.rule_code} - {""}
    chosen = [one for one in causes if one.rule_code in codes]
    chosen = chosen or [one for one in causes if not one.rule_code] or list(causes)
    if not chosen:
        return ChangeCause.RULE, "Quy định hoặc lịch ngày nghỉ đã đổi."
    return chosen[0].kind, " ".join(dict.fromkeys(one.words for one in chosen))


def _named(causes: Sequence[Cause], rule_code: str) -> str:
    """What was done to the rule that has bound so far; nothing if it was not that one."""
    return " ".join(one.words for one in causes if rule_code and one.rule_code == rule_code)


def _ending(new: Deadline, gone: str) -> tuple[ChangeCause, str]:
    if new.state is DeadlineState.MET and new.met_at is not None:
        return ChangeCause.MET, f"Đã thực hiện {_moment(new.met_at)}."
    return ChangeCause.CLOSED, gone or "Hồ sơ đã kết thúc."


def _opened(new: Deadline) -> str:
    start = f"{new.starts_from.label}: {_moment(new.started_at)}." if new.starts_from else ""
    met = f"Đã thực hiện {_moment(new.met_at)}." if new.met_at else ""
    return " ".join(filter(None, (start, met))) or "Bắt đầu theo dõi."


def _law_of_the_day(rules: Sequence[LegalRule], duty: Duty, found: Reckoning) -> Iterator[str]:
    """Show the law of the article's day beside the rule, which its own start has picked.

    What the press owes, and so what the letter cites, follows the day of publication.
    """
    binding = found.binding
    if duty.duty not in PRESS_DUTIES or binding is None or binding.rule.in_force(duty.on):
        return
    of_the_day = most_specific(
        rule for rule in rules if rule.concerns(duty.bound) and rule.in_force(duty.on)
    )
    for rule in of_the_day:
        if rule.duty is duty.duty and not rule.is_own_regulation:
            term = f", {term_words(rule.term)}" if rule.term else ""
            yield (
                f"Bài đăng ngày {date_text(duty.on)}, nên nghĩa vụ viện dẫn trong văn bản là luật "
                f"của ngày đó: {rule.title}{term}; {rule.basis}."
            )


def _counted(calendar: WorkCalendar, duty: Duty, found: Reckoning) -> Deadline:
    binding = found.binding
    no_due = found.why_none()
    deadline = Deadline(
        duty.duty,
        _state(duty),
        duty.is_theirs,
        _facts(duty),
        due_at=found.due,
        no_due=no_due,
        met_at=duty.met_at,
        steps=found.steps if binding or not no_due else (f"Hạn: {no_due}.", *duty.notes),
    )
    if binding is not None:
        deadline = replace(
            deadline,
            rule_code=binding.rule.id,
            basis=binding.rule.basis,
            is_confirmed=binding.rule.confirmed,
            starts_from=binding.rule.starts_from,
            started_at=binding.start,
            is_to_the_minute=binding.is_to_the_minute,
            steps=(*found.steps, *duty.notes),
        )
    elif duty.moments:  # without a rule the wait is counted from the first moment that is known
        first = min(duty.moments, key=lambda name: duty.moments[name])
        deadline = replace(deadline, starts_from=first, started_at=duty.moments[first])
    if deadline.due_at is None:
        deadline = _by_hand(calendar, duty, deadline)
    elif duty.typed is not None:
        words = f"Hạn cơ quan nhập ({day_words(duty.typed)}) không dùng, vì quy định đã có số."
        deadline = replace(deadline, steps=(*deadline.steps, words))
    if duty.promised is not None:
        deadline = _promised(deadline, duty.promised)
    return replace(deadline, original_due_at=deadline.due_at)


def _promised(deadline: Deadline, moment: datetime) -> Deadline:
    """What the office announced binds it, unless the rule asks for it earlier."""
    words = f"Cơ quan đã hẹn phát ngôn tiếp {_moment(moment)}"
    if deadline.due_at is not None and deadline.due_at <= moment:
        step = f"{words}; hạn theo quy định đến trước nên giữ hạn đó."
        return replace(deadline, steps=(*deadline.steps, step))
    rule_first = deadline.steps if deadline.due_at is not None else ()
    end = ", trước hạn theo quy định." if rule_first else "."
    return replace(
        deadline,
        due_at=moment,
        is_to_the_minute=True,
        no_due="",
        steps=(*rule_first, f"{words}{end}"),
    )


def _by_hand(calendar: WorkCalendar, duty: Duty, deadline: Deadline) -> Deadline:
    """The day that the office read in the law, or the one that follows from its own letter."""
    if duty.typed is not None:
        words = f"Cơ quan tự nhập hạn theo văn bản: hết {day_words(duty.typed)}."
        due, is_typed = day_end(duty.typed), True
    elif duty.after is not None:
        try:
            day = calendar.next_working(next_day(duty.after))
        except TermTooLong:
            return deadline
        words = f"Hạn: hết {day_words(day)}, ngày làm việc sau ngày đã đề nghị."
        due, is_typed = day_end(day), False
    elif duty.wanted is not None:
        words = "Văn bản không ghi số ngày: lấy thời điểm bên kia đề nghị."
        due, is_typed = duty.wanted, False
    else:
        return deadline
    return replace(
        deadline,
        due_at=due,
        is_typed=is_typed,
        is_to_the_minute=due == duty.wanted,
        steps=(*deadline.steps, words),
    )


def _extended(deadline: Deadline, extensions: Sequence[Extension]) -> Deadline:
    """Apply the last extension; one that the count has overtaken changes nothing."""
    good = [
        one
        for one in extensions
        if deadline.duty not in REPEATING or one.started_at == deadline.started_at
    ]
    due = deadline.due_at
    if not good or due is None or good[-1].until <= due:
        return deadline
    until = good[-1].until
    step = f"Đã gia hạn đến {end_words(until)}."
    return replace(deadline, due_at=until, extended_to=until, steps=(*deadline.steps, step))


def _state(duty: Duty) -> DeadlineState:
    if duty.met_at is not None:
        return DeadlineState.MET
    return DeadlineState.DROPPED if duty.is_over else DeadlineState.OPEN


def _facts(duty: Duty) -> dict[str, str]:
    facts = {_BOUND: duty.bound.value}
    facts |= {name.value: at.isoformat() for name, at in duty.moments.items()}
    if duty.typed is not None:
        facts[_TYPED] = day_end(duty.typed).isoformat()
    if duty.after is not None:
        facts[_AFTER] = day_end(duty.after).isoformat()
    if duty.promised is not None:
        facts[_PROMISED] = duty.promised.isoformat()
    if duty.wanted is not None:
        facts[_WANTED] = duty.wanted.isoformat()
    return facts


def _fact_name(name: str) -> str:
    return _WORDS.get(name) or StartsFrom(name).label


def _fact_value(name: str, facts: Facts) -> str:
    value = facts.get(name)
    if value is None:
        return "chưa có"
    return Bound(value).label if name == _BOUND else _moment(datetime.fromisoformat(value))


def _moment(at: datetime | None) -> str:
    """A moment; midnight and the day's end stand for a day of which the hour is not known."""
    if at is None:
        return ""
    return day_words(at) if at.time() == time.min else end_words(at)
