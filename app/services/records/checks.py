"""What a record must satisfy beyond its fields' own shape, one small check after another.

A check looks at the whole record as it would be saved and returns a sentence for each wrong field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Body, CalendarDay, CorrectionRequest, LetterStyle, Outlet
from app.rules.clocks.legal_rules import LegalRule, set_problems
from app.rules.clocks.terms import value_problem
from app.rules.clocks.work_calendar import is_weekend
from app.rules.dates import date_text, period_text
from app.rules.names import sort_key
from app.rules.vocabulary import DayKind, RequestOutcome
from app.services.clocks.store import read_rules
from app.services.letters.service import lock_sentence
from app.services.records.search import plain
from app.specs.registry import SPECS

_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+")
_ADDRESS_ON_THE_WEB = re.compile(r"(https?://)?[^\s/.]+(\.[^\s/.]+)+(/\S*)?", re.IGNORECASE)
# A clock that is a little off, or an event noted the evening before, is no mistake.
_SLACK = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Subject:
    """A record about to be saved. ``id`` is None for a new one."""

    session: Session
    kind: str
    id: int | None
    values: Mapping[str, Any]
    now: datetime


Errors = dict[str, str]
Check = Callable[[Subject], Errors]


def check(subject: Subject) -> Errors:
    """Return the sentences of every check of the record's kind, the first one for each field."""
    errors: Errors = {}
    for one in _CHECKS.get(subject.kind, ()):
        errors = {**one(subject), **errors}
    return errors


def _not_before(later: str, earlier: str, sentence: str) -> Check:
    """Make a check that one time is not before another, where both are known."""

    def run(subject: Subject) -> Errors:
        start, end = subject.values.get(earlier), subject.values.get(later)
        return {later: sentence} if start and end and end < start else {}

    return run


def _not_in_future(*fields: str) -> Check:
    """Make a check against a mistyped year: what is noted has happened."""

    def run(subject: Subject) -> Errors:
        latest = subject.now + _SLACK
        return {
            name: f"Thời điểm này còn ở tương lai (hôm nay là {date_text(subject.now)}); "
            "kiểm tra lại ngày, tháng, năm."
            for name in fields
            if (value := subject.values.get(name)) is not None
            and value > (latest if isinstance(value, datetime) else latest.date())
        }

    return run


def _email(subject: Subject) -> Errors:
    parts = re.split(r"[,;]\s*|\s+", subject.values.get("email") or "")
    if all(_EMAIL.fullmatch(part) for part in parts if part):
        return {}
    return {"email": "Địa chỉ email có dạng ten@coquan.vn; nhiều địa chỉ cách nhau dấu chấm phẩy."}


def _url(subject: Subject) -> Errors:
    url = subject.values.get("url")
    if not url or _ADDRESS_ON_THE_WEB.fullmatch(url):
        return {}
    return {"url": "Đường dẫn có dạng https://tenbao.vn/bai-viet, không có dấu cách."}


def _name_taken(subject: Subject) -> Errors:
    """No two of the same name at the same time; outlets may share one across types of press."""
    values = subject.values
    name = values.get("name") or ""
    for other in _same_name(subject, sort_key(name)):
        if (
            other.id != subject.id
            and plain(other.name) == plain(name)
            and not (isinstance(other, Outlet) and other.type != values.get("type"))
            and _overlap(values.get("valid_from"), values.get("valid_to"), other)
        ):
            return {
                "name": f"Đã có {SPECS[subject.kind].singular} “{other.name}” "
                f"{_period_words(other)}; sửa bản ghi đó, hoặc nhập thời gian không trùng."
            }
    return {}


def _same_name(subject: Subject, key: str) -> Sequence[Outlet | Body]:
    if subject.kind == "outlet":
        outlets = select(Outlet).where(Outlet.name_key == key, Outlet.deleted_at.is_(None))
        return subject.session.scalars(outlets).all()
    bodies = select(Body).where(Body.name_key == key, Body.deleted_at.is_(None))
    return subject.session.scalars(bodies).all()


def _overlap(start: date | None, end: date | None, other: Outlet | Body) -> bool:
    begins = start or date.min
    ends = end or date.max
    return begins <= (other.valid_to or date.max) and (other.valid_from or date.min) <= ends


def _period_words(record: Outlet | Body) -> str:
    words = period_text(record.valid_from, record.valid_to)
    return words if record.valid_to else f"{words} đến nay".strip()


def _successor(subject: Subject) -> Errors:
    """A body's successors lead forward and never back to it."""
    seen = {subject.id}
    successor_id = subject.values.get("successor_id")
    while successor_id is not None:
        if successor_id in seen:
            if successor_id == subject.values.get("successor_id"):
                return {"successor_id": "Một cơ quan không kế thừa chính mình; chọn cơ quan khác."}
            return {
                "successor_id": "Cơ quan này đã được ghi là tiền thân của cơ quan đang sửa; "
                "chọn cơ quan khác."
            }
        seen.add(successor_id)
        body = subject.session.get(Body, successor_id)
        successor_id = None if body is None else body.successor_id
    return {}


def _confirmed_with(original: str) -> Check:
    """Make a check that a text is confirmed by a person on a day, or not at all."""
    sentences = {
        "confirmed_by": f"Nhập tên người đã đối chiếu với {original}.",
        "confirmed_on": f"Nhập ngày đã đối chiếu với {original}.",
    }

    def run(subject: Subject) -> Errors:
        if not subject.values.get("confirmed"):
            return {}
        return {name: text for name, text in sentences.items() if not subject.values.get(name)}

    return run


def _style_day_taken(subject: Subject) -> Errors:
    """No two styles of Party letters begin on the same day."""
    day = subject.values.get("valid_from")
    others = select(LetterStyle).where(
        LetterStyle.deleted_at.is_(None), LetterStyle.valid_from.is_not_distinct_from(day)
    )
    for other in subject.session.scalars(others):
        if other.id != subject.id:
            return {"valid_from": f"“{other.title}” đã áp dụng từ ngày này; chọn ngày khác."}
    return {}


def _term(subject: Subject) -> Errors:
    value = subject.values.get("value")
    problem = "" if value is None else value_problem(value)
    return {"value": problem} if problem else {}


def _turns(subject: Subject) -> Errors:
    """Rules of one duty that bind the same take turns: no day has two, none between has none."""
    values = subject.values
    begins, ends = values.get("valid_from"), values.get("valid_to")
    fields = {field.name for field in SPECS[subject.kind].fields()}
    if values.keys() != fields or (begins and ends and ends < begins):
        return {}  # what is wrong with one field alone comes first
    stored = read_rules(subject.session)
    own = LegalRule.from_values("", values)
    others = [rule for record_id, rule in stored.items() if record_id != subject.id]
    known = {problem.sentence for problem in set_problems(stored.values())}
    for problem in set_problems([*others, own]):
        if own in (problem.earlier, problem.later):
            field = "valid_from" if problem.later is own else "valid_to"
            return {field: f"{problem.sentence} {_TURNS_ADVICE}"}
        if problem.sentence not in known:
            return {"": f"Chuyển quy định này đi thì thiếu. {problem.sentence}"}
    return {}


_TURNS_ADVICE = (
    "Sửa ngày ở đây; nếu cả hai quy định cùng đổi ngày, dùng “Dời ngày chuyển tiếp” ở danh sách."
)


def _day_taken(subject: Subject) -> Errors:
    """A date is in the calendar once."""
    day = subject.values.get("day")
    others = select(CalendarDay).where(CalendarDay.deleted_at.is_(None), CalendarDay.day == day)
    for other in subject.session.scalars(others):
        if other.id != subject.id:
            return {"day": f"Ngày này đã có trong lịch: “{other.name}”; sửa dòng đó."}
    return {}


def _weekday(subject: Subject) -> Errors:
    """Work is made up for on a weekend; a weekday is given for it, or for a holiday on one."""
    day, kind = subject.values.get("day"), subject.values.get("kind")
    if day is None or kind is None or kind == DayKind.HOLIDAY:
        return {}
    if kind == DayKind.MAKE_UP:
        return {} if is_weekend(day) else {"day": "Ngày làm bù là thứ Bảy hoặc Chủ Nhật."}
    label = DayKind(kind).label
    return {"day": f"{label} vào ngày thường, từ thứ Hai đến thứ Sáu."} if is_weekend(day) else {}


def _first_statement(subject: Subject) -> Errors:
    """Statements after the first one follow a first one."""
    if subject.values.get("last_statement_at") and not subject.values.get("first_statement_at"):
        return {"first_statement_at": "Nhập lần phát ngôn đầu trước."}
    return {}


def _refusal(subject: Subject) -> Errors:
    refused = subject.values.get("outcome") == RequestOutcome.REFUSED
    if refused and not subject.values.get("refusal_reason"):
        return {"refusal_reason": "Ghi lý do cơ quan báo chí nêu khi từ chối."}
    return {}


def _signed_facts(subject: Subject) -> Errors:
    """What was signed stands on its facts: they change only while the letter is a draft."""
    request = subject.session.get(CorrectionRequest, subject.id) if subject.id else None
    if request is None or request.letter is None:
        return {}
    facts = ["article_id", "kind", "grounds", "legal_basis", "deadline_asked"]
    if request.letter.number is not None:
        facts.append("no_copy_reason")
    sentence = lock_sentence(request.letter)
    if sentence and any(subject.values.get(name) != getattr(request, name) for name in facts):
        return {"": sentence}
    return {}


_CONFIRMED = _confirmed_with("văn bản gốc")
_PERIOD = _not_before("valid_to", "valid_from", "“Đến ngày” phải từ “Từ ngày” trở đi.")

_CHECKS: dict[str, tuple[Check, ...]] = {
    "outlet": (_PERIOD, _email, _name_taken),
    "body": (_PERIOD, _successor, _name_taken),
    "legal_basis": (_PERIOD, _CONFIRMED, _not_in_future("confirmed_on")),
    "letter_style": (_style_day_taken, _CONFIRMED, _not_in_future("confirmed_on")),
    "legal_rule": (_PERIOD, _term, _turns, _CONFIRMED, _not_in_future("confirmed_on")),
    "calendar_day": (
        _day_taken,
        _weekday,
        _confirmed_with("thông báo chính thức"),
        _not_in_future("confirmed_on"),
    ),
    "incident": (
        _not_before("learned_at", "happened_at", "Không thể tiếp nhận trước khi vụ việc xảy ra."),
        _not_before(
            "impact_determined_at", "happened_at", "Không thể xác định trước khi vụ việc xảy ra."
        ),
        _not_before(
            "first_statement_at", "happened_at", "Không thể phát ngôn trước khi vụ việc xảy ra."
        ),
        _not_before(
            "first_statement_at", "learned_at", "Không thể phát ngôn trước khi tiếp nhận vụ việc."
        ),
        _not_before(
            "last_statement_at",
            "first_statement_at",
            "Lần phát ngôn gần nhất không thể trước lần đầu.",
        ),
        _first_statement,
        _not_in_future(
            "happened_at",
            "learned_at",
            "impact_determined_at",
            "first_statement_at",
            "last_statement_at",
        ),
    ),
    "article": (_not_in_future("published_at"), _url),
    "correction_request": (
        _not_before("received_by_outlet_on", "sent_to_outlet_on", "Không thể nhận trước ngày gửi."),
        _not_before("published_on", "sent_to_outlet_on", "Không thể đăng trước ngày gửi yêu cầu."),
        _not_in_future("received_by_outlet_on", "published_on"),
        _refusal,
        _signed_facts,
    ),
}
