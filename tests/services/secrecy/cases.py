"""Marked text, every way by which a clerk's text comes to a service, and what is left on the disk.

``SECRET`` is plain ASCII in small letters: it reads the same in JSON, in the search index and in
any encoding that could be found on the disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from app.bootstrap import AppContext
from app.rules.clocks.periods import Period
from app.rules.vocabulary import ClockDuty, LateCause, TermUnit
from app.services.office.service import SignerLine
from app.services.requests.data import PointLine, ReminderLine, Tracking
from app.services.today.service import PeriodicDone
from app.specs.duties.transfers import TRANSFER_LINES
from app.specs.fields import FieldSpec, Kind, LinesSpec
from app.specs.registry import SPECS
from tests import factories as make
from tests.conftest import NOW
from tests.services.office_profiles import article_in, make_authority, own_letter, state_profile

SECRET = "kehoachdieuchuyen7419"
MARKED = f"{SECRET} truoc\nTỐI MẬT\n{SECRET} sau"

# What is tried, with the office already there.
Attempt = Callable[[AppContext, str], object]


def office(ctx: AppContext) -> None:
    authority = make_authority(ctx)
    ctx.office.save_profile(state_profile(ctx, press_authority_id=authority))


def new_record(kind: str, field: str) -> Attempt:
    return lambda ctx, text: make.make(ctx, kind, **{field: text})


def changed_record(kind: str, field: str) -> Attempt:
    def attempt(ctx: AppContext, text: str) -> None:
        record = ctx.records.get(kind, make.make(ctx, kind))
        ctx.records.save(kind, {field: text}, record.id, record.version)

    return attempt


def line_of(kind: str, lines: LinesSpec, field: str) -> Attempt:
    """Change the line that a record of the kind is made with, or give it one."""

    def attempt(ctx: AppContext, text: str) -> None:
        record = ctx.records.get(kind, make.make(ctx, kind))
        line = next(iter(record.values[lines.name]), None) or {
            one.name: some_value(ctx, one)
            for one in lines.fields
            if one.required or one.name == "name"  # of a person who stands in no register
        }
        values: dict[str, Any] = {lines.name: ({**line, field: text},)}
        if lines is TRANSFER_LINES:  # it leads from the record's body to the one it then has
            source = record.values["accountable_body_id"] or line["from_body_id"]
            values[lines.name] = ({**line, "from_body_id": source, field: text},)
            values["accountable_body_id"] = line["to_body_id"]
        ctx.records.save(kind, values, record.id, record.version)

    return attempt


def some_value(ctx: AppContext, field: FieldSpec) -> object:
    match field.kind:
        case Kind.RELATED if field.related is not None:
            return make.make(ctx, field.related)
        case Kind.CHOICE if field.choices is not None:
            return list(field.choices)[-1]
        case Kind.DATE:
            return NOW.date()
        case Kind.DATE_TIME:
            return NOW
        case Kind.INTEGER:
            return 1
    return "Ghi chú"


def request(**parts: Callable[[str], Any]) -> Attempt:
    """Save a request with these parts of it made from the text."""

    def attempt(ctx: AppContext, text: str) -> None:
        draft = ctx.requests.new_draft(article_in(ctx))
        changes = {name: made(text) for name, made in parts.items()}
        ctx.requests.save(replace(draft, **changes))

    return attempt


def request_letter(part: str, value: Callable[[str], Any]) -> Attempt:
    def attempt(ctx: AppContext, text: str) -> None:
        draft = ctx.requests.save(ctx.requests.new_draft(article_in(ctx)))
        letter = replace(draft.letter, **{part: value(text)})
        ctx.requests.save(replace(draft, letter=letter))

    return attempt


def signed_request(ctx: AppContext, text: str) -> None:
    draft = ctx.requests.save(ctx.requests.new_draft(article_in(ctx)))
    body = (*draft.letter.body, text)
    draft = replace(draft, letter=replace(draft.letter, body=body))
    ctx.requests.sign(draft, secrecy_confirmed=True)


def issued_request(ctx: AppContext, text: str) -> None:
    draft = ctx.requests.save(ctx.requests.new_draft(article_in(ctx)))
    draft = replace(draft, points=(PointLine(text, "đúng"),))
    ctx.requests.issue(draft, NOW.date(), secrecy_confirmed=True)


def void_reason(ctx: AppContext, text: str) -> None:
    draft = ctx.requests.new_draft(article_in(ctx))
    draft = ctx.requests.issue(draft, NOW.date(), secrecy_confirmed=True)
    ctx.requests.void(draft, text)


def tracking(ctx: AppContext, text: str) -> None:
    draft = ctx.requests.save(ctx.requests.new_draft(article_in(ctx)))
    assert draft.id is not None
    assert draft.version is not None
    ctx.requests.save_tracking(draft.id, draft.version, Tracking(note=text), ())


def reminder(ctx: AppContext, text: str) -> None:
    draft = ctx.requests.save(ctx.requests.new_draft(article_in(ctx)))
    assert draft.id is not None
    assert draft.version is not None
    lines = (ReminderLine(NOW.date(), text),)
    ctx.requests.save_tracking(draft.id, draft.version, Tracking(), lines)


def own_letter_text(ctx: AppContext, text: str) -> None:
    letter = own_letter(ctx)
    data = replace(letter.data, subject=text)
    ctx.letters.save_text(letter.id, letter.version, data)


def today_note(ctx: AppContext, text: str) -> None:
    duty = ClockDuty.BRIEFING
    period = Period.of(NOW.date(), TermUnit.QUARTER)
    ctx.today_list.record_done(PeriodicDone(duty, period, NOW.date(), text))


def extension(ctx: AppContext, text: str) -> None:
    view = ctx.deadlines.of("incident", make.make_incident(ctx, sensitivity="sensitive"))[0]
    ctx.deadlines.extend(view.id, datetime(2026, 12, 1, 9), text)


def late_incident(ctx: AppContext) -> int:
    return make.make_incident(ctx, sensitivity="sensitive", learned_at=datetime(2026, 9, 1, 7, 30))


def lateness(ctx: AppContext, text: str) -> None:
    view = ctx.deadlines.of("incident", late_incident(ctx))[0]
    ctx.deadlines.explain_lateness(view.id, LateCause.OTHER, text)


def profile(**parts: Callable[[str], Any]) -> Attempt:
    def attempt(ctx: AppContext, text: str) -> None:
        saved = ctx.office.profile()
        assert saved is not None
        changes = {name: made(text) for name, made in parts.items()}
        ctx.office.save_profile(replace(saved, **changes))

    return attempt


def swap_source(ctx: AppContext, text: str) -> None:
    ctx.clocks.enter_swap(date(2026, 12, 31), date(2027, 1, 2), text)


def record_fields() -> Iterator[tuple[str, Attempt]]:
    """Yield every text field of every kind: of a new record, of a changed one, of a line."""
    for kind, spec in SPECS.items():
        for field in spec.fields():
            if field.kind in (Kind.TEXT, Kind.LONG_TEXT):
                yield f"new {kind}.{field.name}", new_record(kind, field.name)
                yield f"changed {kind}.{field.name}", changed_record(kind, field.name)
        for lines in spec.lines:
            for field in lines.fields:
                if field.kind in (Kind.TEXT, Kind.LONG_TEXT):
                    yield (
                        f"line {kind}.{lines.name}.{field.name}",
                        line_of(kind, lines, field.name),
                    )


PATHS: dict[str, Attempt] = {
    **dict(record_fields()),
    "request point": request(points=lambda text: (PointLine("sai", text),)),
    "request grounds": request(grounds=str),
    "request legal basis": request(legal_basis=str),
    "request reason for no copy": request(no_copy_reason=str),
    "request tracking": request(tracking=lambda text: Tracking(note=text)),
    "request reminder": request(reminders=lambda text: (ReminderLine(NOW.date(), text),)),
    "request letter subject": request_letter("subject", str),
    "request letter body": request_letter("body", lambda text: ("Kính đề nghị", text)),
    "request letter recipients": request_letter("recipients", lambda text: (text,)),
    "request letter distribution": request_letter("distribution", lambda text: (text,)),
    "request letter signer": request_letter("signer_name", str),
    "request signed": signed_request,
    "request issued": issued_request,
    "reason of a void letter": void_reason,
    "tracking alone": tracking,
    "reminder alone": reminder,
    "text of a letter of its own": own_letter_text,
    "note of a periodic duty": today_note,
    "reason of an extension": extension,
    "cause of lateness": lateness,
    "office name": profile(name=str),
    "office place": profile(place=str),
    "office signer": profile(signers=lambda text: (SignerLine(text, "", "GIÁM ĐỐC"),)),
    "office signer capacity": profile(signers=lambda text: (SignerLine("A", text, "GĐ"),)),
    "office distribution": profile(distribution=lambda text: (text,)),
    "source of a swap of days": swap_source,
}


# Too long for these, or no address: refused for that before anything is written.
WRONG_ANYWAY = tuple(
    f"{how} {place}"
    for kind, spec in SPECS.items()
    for hows, place, field in (
        *((("new", "changed"), f"{kind}.{one.name}", one) for one in spec.fields()),
        *(
            (("line",), f"{kind}.{lines.name}.{one.name}", one)
            for lines in spec.lines
            for one in lines.fields
        ),
    )
    if (field.max_length or len(MARKED)) < len(MARKED) or field.name in ("email", "url")
    for how in hows
)


def traces(folder: Path, needle: str = SECRET) -> list[str]:
    """Return the files under ``folder`` that hold the needle in whatever encoding."""
    wanted = [needle.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    found = []
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            content = file.read_bytes().lower()
            if any(one in content for one in wanted):
                found.append(file.name)
    return found


__all__ = ["MARKED", "PATHS", "SECRET", "WRONG_ANYWAY", "Attempt", "office", "traces"]
