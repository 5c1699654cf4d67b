"""``python -m app clock``: when something is due, by which rule, and why; or count a term alone."""

from __future__ import annotations

import json
import re
from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from app import paths
from app.commands.arguments import Parser
from app.commands.console import OK, say
from app.commands.moments import given_day, given_moment
from app.errors import AppError
from app.rules.clocks.book import ClockBook
from app.rules.clocks.counting import BASIS
from app.rules.clocks.legal_rules import BODIES, PRESS_TYPES, LegalRule
from app.rules.clocks.reckoning import Reckoning, confirmed_words
from app.rules.clocks.terms import Term
from app.rules.clocks.words import due_words, in_force_words, moment_words, term_words
from app.rules.dates import date_text
from app.rules.vocabulary import Bound, ClockDuty, StartsFrom, TermUnit
from app.services.clocks.shipped import shipped_book
from app.text import lower_first

_TERMS = {
    "hours": TermUnit.HOURS,
    "days": TermUnit.DAYS,
    "working_days": TermUnit.WORKING_DAYS,
}
_LISTED = (
    "id", "title", "value", "unit", "starts_from", "binds", "basis", "source", "valid_from",
    "valid_to", "confirmed",
)  # fmt: skip


class BadInput(AppError):
    """An argument that makes no sense; the message names it and the reason."""


def run(arguments: list[str]) -> int:
    """Print what is asked for. Returns 0, or 2 after one line about bad input."""
    parser = _parser()
    given = parser.parse_args(arguments)
    modes = [given.rule, given.list or None, *(getattr(given, name) for name in _TERMS)]
    if sum(mode is not None for mode in modes) != 1:
        parser.error("Cần đúng một trong: RULE, --hours, --days, --working-days, --list.")
    if given.start is None and not given.list:
        parser.error("--start: thiếu thời điểm bắt đầu, ví dụ --start 2026-06-30T16:00.")
    if given.on is not None and not given.list:
        parser.error("--on: chỉ dùng với --list.")
    if given.start is not None and given.list:
        parser.error("--start: không dùng với --list; muốn xem theo ngày thì dùng --on.")
    for name in ("body", "outlet"):
        if getattr(given, name) is not None and given.rule is None:
            parser.error(f"--{name}: chỉ dùng khi tính theo một quy định (RULE).")
    book, own_bound = _book(given.data_dir)
    if given.list:
        _tell_rules(book, given)
    elif given.rule is not None:
        _tell_due(book, given, own_bound)
    else:
        _tell_count(book, given)
    return OK


def _parser() -> Parser:
    parser = Parser(
        "python -m app clock",
        "Tính hạn theo quy định, hoặc đếm một thời hạn; --list liệt kê các quy định.",
    )
    words = "mã quy định hoặc tên nghĩa vụ (xem --list), ví dụ initial_statement"
    parser.add_argument("rule", metavar="RULE", nargs="?", help=words)
    for name, words in (
        ("--hours", "đếm số giờ này"),
        ("--days", "đếm số ngày này"),
        ("--working-days", "đếm số ngày làm việc này"),
    ):
        parser.add_argument(
            name, type=_whole_number, metavar="N", help=f"{words}, không theo quy định nào"
        )
    parser.add_argument("--list", action="store_true", help="liệt kê các quy định có hiệu lực")
    parser.add_argument(
        "--start", type=given_moment, metavar="LÚC", help="thời điểm bắt đầu: 2026-06-30T16:00"
    )
    parser.add_argument(
        "--on",
        type=given_day,
        metavar="NGÀY",
        help="với --list: ngày cần xem, không có thì hôm nay",
    )
    parser.add_argument(
        "--body", choices=[bound.value for bound in BODIES],
        help="cơ quan nhà nước hay cơ quan Đảng; không có thì theo hồ sơ cơ quan",
    )  # fmt: skip
    parser.add_argument(
        "--outlet", choices=[bound.value for bound in PRESS_TYPES], help="loại hình báo chí"
    )
    parser.add_argument("--json", action="store_true", help="in một dòng JSON")
    parser.add_data_dir()
    return parser


def _whole_number(text: str) -> int:
    """Read digits alone: int() also takes “1_0” and digits of other scripts."""
    if not re.fullmatch(r"[+-]?[0-9]{1,20}", text):
        raise ArgumentTypeError(f"'{text}' không phải số nguyên.")
    return int(text)


def _book(data_dir: Path | None) -> tuple[ClockBook, Bound]:
    """Return rules and calendar, and what binds the office: its own, or what ships."""
    if data_dir is None:
        return shipped_book(), Bound.STATE
    # Not at the top: what ships needs no database.
    from app.models.database import Database
    from app.services.clocks.service import ClockService

    file = paths.database_file(data_dir.absolute())
    if not file.is_file():
        raise BadInput(f"--data-dir: trong “{data_dir}” chưa có dữ liệu của Sổ Phát ngôn.")
    db = Database.inspect(file)
    try:
        if not db.is_current:
            raise BadInput(
                f"--data-dir: dữ liệu trong “{data_dir}” còn ở phiên bản cũ; mở Sổ Phát ngôn một "
                "lần để nâng cấp rồi chạy lại."
            )
        clocks = ClockService(db)
        return clocks.book(), clocks.office_bound()
    finally:
        db.close()


# A due moment


def _tell_due(book: ClockBook, given: Namespace, own_bound: Bound) -> None:
    duty, bound = _asked(book, given, own_bound)
    found = _reckoned(book, duty, bound, given.start.moment)
    binding = found.binding
    if binding is None:
        raise BadInput(
            f"--start: {found.why_none()} cho “{bound.label if bound else 'báo chí'}” "
            f"ngày {date_text(given.start.moment)}."
        )
    applied = (binding, *found.others)
    if not given.start.has_time and any(each.is_to_the_minute for each in applied):
        raise BadInput("--start: cần cả giờ, ví dụ 2026-06-30T16:00, vì hạn này tính bằng giờ.")
    rule = binding.rule
    if given.json:
        _say_json(_due(found.due, rule.id, rule.basis, rule.confirmed, found.steps))
        return
    say(f"Hạn: {due_words(found.due, rule.unit) if found.due else found.why_none()}")
    say(f"Quy định: {rule.title} ({rule.id}), {confirmed_words(rule)}")
    say(f"Căn cứ: {rule.basis}")
    _say_steps(found.steps)


def _asked(book: ClockBook, given: Namespace, own_bound: Bound) -> tuple[ClockDuty, Bound | None]:
    """Return the duty and whom the rule is to bind; None for press of a type not named.

    RULE may be the id of one rule: its duty is asked for then, and for whom it binds.
    """
    named = next((rule for rule in book.rules if rule.id == given.rule), None)
    if named is not None:
        duty = named.duty
    elif given.rule in tuple(ClockDuty):
        duty = ClockDuty(given.rule)
    else:
        raise BadInput(
            f"RULE: không có quy định hay nghĩa vụ “{given.rule}”; "
            f"nghĩa vụ là một trong: {', '.join(ClockDuty)}; mã quy định xem ở --list."
        )
    body = Bound(given.body) if given.body else own_bound
    outlet = Bound(given.outlet) if given.outlet else None
    if named is not None:
        body = named.binds if named.binds in BODIES and not given.body else body
        outlet = named.binds if named.binds in PRESS_TYPES and not outlet else outlet
    binds_press = any(
        rule.binds in (Bound.PRESS, *PRESS_TYPES) for rule in book.rules if rule.duty is duty
    )
    return duty, outlet if binds_press else body


def _reckoned(book: ClockBook, duty: ClockDuty, bound: Bound | None, start: datetime) -> Reckoning:
    """Reckon a duty; where no type of press was named, it must be the same for all of them."""
    moments = dict.fromkeys(StartsFrom, start)
    if bound is not None:
        return book.reckon(duty, bound, moments)
    found = [book.reckon(duty, press, moments) for press in PRESS_TYPES]
    held = [each for each in found if each.binding is not None] or found
    if len({(each.due, each.why_none()) for each in held}) > 1:
        types = ", ".join(PRESS_TYPES)
        raise BadInput(
            f"--outlet: hạn này khác nhau theo loại hình báo chí; chọn một trong: {types}."
        )
    return held[0]


# A term without a rule


def _tell_count(book: ClockBook, given: Namespace) -> None:
    name = next(name for name in _TERMS if getattr(given, name) is not None)
    option = f"--{name.replace('_', '-')}"
    if name == "hours" and not given.start.has_time:
        raise BadInput("--start: cần cả giờ, ví dụ 2026-06-30T16:00, vì hạn tính bằng giờ.")
    try:
        term = Term(getattr(given, name), _TERMS[name])
        counted = book.count(term, given.start.moment)
    except ValueError as error:  # TermTooLong too
        raise BadInput(f"{option}: {error}") from error
    steps = (f"Thời hạn: {term_words(term)}, bắt đầu {moment_words(given.start.moment)}.",)
    if given.json:
        _say_json(_due(counted.due, None, BASIS, False, (*steps, *counted.steps)))
        return
    say(f"Hạn: {due_words(counted.due, term.unit)}")
    say(f"Cách tính: {BASIS}")
    _say_steps((*steps, *counted.steps))


# The rules in force


def _tell_rules(book: ClockBook, given: Namespace) -> None:
    on = given.on or datetime.now().date()
    rules = list(book.in_force(on))
    if given.json:
        _say_json([_listed(rule) for rule in rules])
        return
    say(f"Các quy định có hiệu lực ngày {date_text(on)}:")
    for rule in rules:
        term = term_words(rule.term) if rule.term else "chưa có số"
        say(
            f"{rule.id}: {rule.title}: {term}, mốc tính: {lower_first(rule.starts_from.label)}; "
            f"{rule.binds.label}; {in_force_words(rule.valid_from, rule.valid_to)}; "
            f"{confirmed_words(rule)}"
        )


def _listed(rule: LegalRule) -> dict[str, Any]:
    row = {name: getattr(rule, name) for name in _LISTED}
    return {name: _plain(value) for name, value in row.items()}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


# Output


def _due(
    due: datetime | None, rule: str | None, basis: str, confirmed: bool, steps: Iterable[str]
) -> dict[str, Any]:
    return {
        "due": due.isoformat() if due else None,
        "rule": rule,
        "basis": basis,
        "confirmed": confirmed,
        "steps": list(steps),
    }


def _say_json(value: Any) -> None:
    say(json.dumps(value, ensure_ascii=False))


def _say_steps(steps: Iterable[str]) -> None:
    say("Vì sao hạn này:")
    for number, step in enumerate(steps, start=1):
        say(f"{number}. {step}")
