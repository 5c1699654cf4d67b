"""The communiqué of a statement (duties 1, 10, 11), and an incident summed up for the leaders (12).

The communiqué bears the statement word by word; only what stands around it is written here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.rules.dates import day_text, moment_text
from app.rules.letter_text.common import ComposedText, Voice, led
from app.rules.wording.quoting import phrase, quoted, sentence
from app.text import lower_first, nfc, tidy, upper_first

_PRESS = "các cơ quan báo chí"
# So that the summary stays on one page: what is longer is in the incident itself.
_MOST_LETTERS = 220
_MOST_LINES = 2


@dataclass(frozen=True, slots=True)
class CommuniqueFacts:
    """What a communiqué says. ``previous_on`` is the day of the statement that it follows."""

    matter: str
    is_incident: bool
    text: str
    previous_on: date | None = None
    next_update_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Spoken:
    """One statement, as the summary lists it."""

    given_at: datetime
    speaker: str
    form: str


@dataclass(frozen=True, slots=True)
class Written:
    """What the press wrote, as the summary lists it."""

    outlet: str
    title: str
    published_at: datetime
    verified: str


@dataclass(frozen=True, slots=True)
class SummaryFacts:
    """What of an incident the leaders are told; texts are empty where nothing is known."""

    title: str
    learned_at: datetime
    sensitivity: str
    happened_at: datetime | None = None
    place: str = ""
    body: str = ""
    draws_interest: bool = False
    description: str = ""
    written: tuple[Written, ...] = ()
    spoken: tuple[Spoken, ...] = ()
    next_statement_at: datetime | None = None
    outcome: str = ""
    is_closed: bool = False


def communique(voice: Voice, facts: CommuniqueFacts) -> ComposedText:
    """Write the communiqué around the text that is given out."""
    matter = quoted(facts.matter)
    subject = f"về vụ việc {matter}" if facts.is_incident else f"về {matter}"
    before = f"Tiếp theo thông tin {day_text(facts.previous_on)}, " if facts.previous_on else ""
    if voice.is_party:
        opening = f"{before}{voice.office} thông tin đến {_PRESS} {subject} như sau:"
    else:
        opening = upper_first(f"{before}{subject}, {voice.office} thông tin như sau:")
    return ComposedText(
        subject=subject if voice.is_party else upper_first(subject),
        body=(opening, *paragraphs(facts.text), *_end(voice, facts)),
        copies=(upper_first(_PRESS),),
    )


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of what was said, word by word."""
    return tuple(filter(None, map(tidy, nfc(text).splitlines())))


def summary(voice: Voice, facts: SummaryFacts) -> ComposedText:
    """Sum an incident up on one page: what happened, what was written, said and done (duty 12)."""
    subject = f"tóm tắt vụ việc {quoted(facts.title)}"
    return ComposedText(
        subject=subject if voice.is_party else upper_first(subject),
        body=(
            f"{voice.office} báo cáo {subject} như sau:",
            *(
                f"{_number(voice, place)} {heading}: {text}"
                for place, (heading, text) in enumerate(_parts(facts), start=1)
            ),
            "Kính báo cáo lãnh đạo xem xét, cho ý kiến chỉ đạo",
        ),
        recipients=(f"Lãnh đạo {voice.office}",),
    )


def _end(voice: Voice, facts: CommuniqueFacts) -> Iterator[str]:
    if facts.next_update_at is not None:
        yield f"{voice.office} tiếp tục thông tin vào {moment_text(facts.next_update_at)}."
    office = "Đề nghị" if voice.is_party else f"{voice.office} đề nghị"
    yield f"{office} {_PRESS} đăng, phát đúng nội dung thông tin nêu trên"


def _number(voice: Voice, place: int) -> str:
    return f"{place}-" if voice.is_party else f"{place}."


def _parts(facts: SummaryFacts) -> Iterator[tuple[str, str]]:
    yield "Diễn biến", " ".join(_course(facts))
    yield (
        "Báo chí phản ánh",
        _listed(
            [
                f"{one.outlet}, “{_inner(one.title)}”, {day_text(one.published_at)}"
                f" ({lower_first(one.verified)})"
                for one in facts.written
            ],
            "bài",
            "chưa có bài báo nào trong sổ.",
        ),
    )
    yield (
        "Phát ngôn, cung cấp thông tin",
        _listed(
            [
                ", ".join(
                    filter(None, (moment_text(one.given_at), one.speaker, lower_first(one.form)))
                )
                for one in facts.spoken
            ],
            "lần",
            "chưa phát ngôn.",
        )
        + (
            f" Hẹn phát ngôn tiếp: {moment_text(facts.next_statement_at)}."
            if facts.next_statement_at
            else ""
        ),
    )
    state = "Vụ việc đã kết thúc." if facts.is_closed else "Vụ việc đang được xử lý."
    yield "Kết quả xử lý, dư luận", f"{_brief(facts.outcome)} {state}".strip()


def _course(facts: SummaryFacts) -> Iterator[str]:
    where = led(" tại ", phrase(facts.place))
    if facts.happened_at is not None:
        yield f"Xảy ra {moment_text(facts.happened_at)}{where}."
    elif where:
        yield f"Xảy ra{where}."
    yield f"Tiếp nhận {moment_text(facts.learned_at)}."
    interest = ", dư luận quan tâm" if facts.draws_interest else ""
    yield f"Mức độ: {lower_first(facts.sensitivity)}{interest}."
    if facts.body:
        yield f"Cơ quan chịu trách nhiệm: {facts.body}."
    if facts.description:
        yield _brief(facts.description)


def _listed(items: Sequence[str], unit: str, nothing: str) -> str:
    """Name the last few; how many there are in all stands in front."""
    if not items:
        return nothing
    shown = items[-_MOST_LINES:]
    lead = f"{len(items)} {unit}"
    if len(shown) < len(items):
        lead += f"; {len(shown)} {unit} gần nhất"
    return f"{lead}: {'; '.join(shown)}."


def _brief(text: str) -> str:
    """Return whole sentences from the beginning of a text, as many as the page has room for."""
    whole = sentence(text)
    if len(whole) <= _MOST_LETTERS:
        return whole
    kept = whole[:_MOST_LETTERS]
    end = kept.rfind(". ")
    return f"{kept[: end + 1]} …" if end > 0 else f"{kept[: kept.rfind(' ')]} …"


def _inner(title: str) -> str:
    return quoted(title).strip("“”")
