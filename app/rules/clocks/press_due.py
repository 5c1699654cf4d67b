"""When the press has to have acted on a request, by the rules, beside the day the office typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from app.rules.clocks.deadlines import Deadline, reckoned
from app.rules.clocks.duties import PRESS_DUTIES, RequestFacts, request_duties
from app.rules.clocks.legal_rules import LegalRule
from app.rules.clocks.words import day_words, moment_words
from app.rules.clocks.work_calendar import WorkCalendar
from app.rules.dates import date_text
from app.rules.vocabulary import ClockDuty
from app.text import lower_first, upper_first


@dataclass(frozen=True, slots=True)
class PressDue:
    """``counted`` is None while nothing went out; ``typed`` is the day that the office entered."""

    counted: Deadline | None
    typed: date | None

    @property
    def on(self) -> date | None:
        """The day counted; None where there is none."""
        due = self.counted.due_at if self.counted else None
        return None if due is None else due.date()

    def law_words(self) -> str:
        """Return by which day the term is picked, and the law it comes from."""
        return f"Thời hạn của cơ quan báo chí: {self._law()}."

    def words(self) -> str:
        """Return the day counted and how the typed one stands to it."""
        if self.counted is None:
            return "Máy tính hạn khi văn bản đã phát hành, hoặc đã có ngày gửi."
        due = self.counted.due_at
        if due is None:
            return f"{self._why_none(self.counted)} {self._by_hand(self.counted)}".rstrip()
        moment = moment_words(due) if self.counted.is_to_the_minute else f"hết {day_words(due)}"
        return f"Hạn máy tính: {moment}, {self._law()}. {self._difference(due.date())}".rstrip()

    def _why_none(self, counted: Deadline) -> str:
        if not counted.rule_code:  # it waits for a moment, or nothing is in force
            return f"{upper_first(counted.no_due)}."
        return f"Máy không tính được hạn: {counted.no_due}."

    def _by_hand(self, counted: Deadline) -> str:
        if self.typed is not None:
            return f"Việc hôm nay nhắc theo hạn đã nhập: {day_words(self.typed)}."
        return "Đọc được trong văn bản thì nhập hạn vào ô trên." if counted.rule_code else ""

    def _law(self) -> str:
        counted = self.counted
        if counted is None:
            return "theo ngày gửi hoặc ngày nhận văn bản, chưa có nên chưa tính"
        if not counted.rule_code or counted.started_at is None or counted.starts_from is None:
            return counted.no_due
        start = f"{lower_first(counted.starts_from.label)} {date_text(counted.started_at)}"
        standing = "" if counted.is_confirmed else " (chưa kiểm chứng)"
        return f"theo ngày {start} – {counted.basis}{standing}"

    def _difference(self, due: date) -> str:
        if self.typed is None:
            return ""
        days = (self.typed - due).days
        if not days:
            return "Hạn đã nhập trùng với hạn này."
        side = "muộn" if days > 0 else "sớm"
        return (
            f"Hạn đã nhập {date_text(self.typed)} {side} hơn {abs(days)} ngày; "
            "Việc hôm nay nhắc theo hạn máy tính."
        )


def press_due(
    rules: Callable[[ClockDuty], Iterable[LegalRule]],
    calendar: WorkCalendar,
    facts: RequestFacts | None,
    typed: date | None,
) -> PressDue:
    """Count the day of a request from its facts; None for one that did not go out."""
    if facts is None:
        return PressDue(None, typed)
    duty = next(duty for duty in request_duties(facts) if duty.duty in PRESS_DUTIES)
    counted = reckoned(rules(duty.duty), calendar, replace(duty, typed=None))
    return PressDue(counted, typed)
