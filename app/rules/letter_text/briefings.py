"""Letters about a press briefing (duty 30): the invitation to it, the minutes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from app.rules.clocks.periods import Period
from app.rules.dates import day_text, moment_text
from app.rules.letter_text.common import ComposedText, Voice
from app.text import grouped, lower_first, upper_first


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of the press; ``asker`` is the person, the outlet, or both."""

    question: str
    asker: str = ""
    answer: str = ""
    answered_by: str = ""
    follow_up: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """One task; ``body`` is who has to do it."""

    task: str
    body: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """How many articles there were about a subject, by their tone."""

    subject: str
    positive: int = 0
    neutral: int = 0
    critical: int = 0

    @property
    def total(self) -> int:
        return self.positive + self.neutral + self.critical


@dataclass(frozen=True, slots=True)
class BriefingFacts:
    """What an invitation or the minutes say.

    ``guests`` are those invited, ``present`` those who came, as the minutes name them. ``topics``
    come with who presented them, if anybody.
    """

    period: Period
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    place: str = ""
    chair: str = ""
    chair_position: str = ""
    secretary: str = ""
    co_organiser: str = ""
    guests: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    topics: tuple[tuple[str, str], ...] = ()
    questions: tuple[Asked, ...] = ()
    tasks: tuple[Given, ...] = ()
    coverage: tuple[Counted, ...] = ()


def invitation(voice: Voice, facts: BriefingFacts) -> ComposedText:
    """Invite to a briefing; each guest in the batch gets one."""
    return ComposedText(
        subject=f"dự {_name(voice, facts)}" if voice.is_party else _name(voice, facts),
        body=tuple(_invitation_body(voice, facts)),
        recipients=facts.guests,
        copies=("Như thành phần mời",),
        chair=_chair(facts),
        time=_moment(facts.starts_at),
        venue=facts.place or None,
    )


def minutes(voice: Voice, facts: BriefingFacts) -> ComposedText:
    """Write down who was there, what was said and what is to be done; chair and secretary sign."""
    return ComposedText(
        subject=_name(voice, facts),
        body=tuple(_numbered(_matters(facts))),
        copies=("Như thành phần tham dự",),
        started_at=_moment(facts.starts_at),
        ended_at=_end(facts),
        venue=facts.place or None,
        chair=_chair(facts),
        attendees=facts.present,
        secretary_name=facts.secretary or None,
        signer_name=facts.chair or None,
    )


def _invitation_body(voice: Voice, facts: BriefingFacts) -> Iterator[str]:
    yield f"Tới dự {_meeting(voice)} {_topic(facts)}."
    if facts.topics:
        yield "Nội dung:"
        yield from _dashed(topic for topic, _presenter in facts.topics)
    if facts.co_organiser:
        yield f"Đơn vị phối hợp: {facts.co_organiser}."
    meeting = _meeting(voice)
    yield (
        f"Đề nghị các cơ quan, đơn vị, cơ quan báo chí cử đại biểu dự {meeting} đúng thành phần, "
        f"đúng giờ và chuẩn bị nội dung trao đổi để {meeting} đạt kết quả tốt."
    )


def _matters(facts: BriefingFacts) -> Iterator[tuple[str, list[str]]]:
    """Yield the heading of each matter with its paragraphs."""
    if facts.coverage:
        yield _counts(facts.coverage)
    if facts.topics:
        topics = (_topic_words(*one) for one in facts.topics)
        yield "Nội dung trình bày:", list(_dashed(topics))
    if facts.questions:
        said = [words for asked in facts.questions for words in _question(asked)]
        yield "Ý kiến, câu hỏi của cơ quan báo chí và trả lời:", said
    if facts.tasks:
        yield "Chủ tọa kết luận, giao việc:", list(_dashed(map(_task, facts.tasks)))


def _numbered(matters: Iterable[tuple[str, list[str]]]) -> Iterator[str]:
    for number, (heading, paragraphs) in enumerate(matters, start=1):
        yield f"{number}. {heading}"
        yield from paragraphs


def _counts(coverage: tuple[Counted, ...]) -> tuple[str, list[str]]:
    whole = Counted(
        "",
        sum(one.positive for one in coverage),
        sum(one.neutral for one in coverage),
        sum(one.critical for one in coverage),
    )
    if len(coverage) == 1:
        about = f"về lĩnh vực {lower_first(coverage[0].subject)}"
        return f"Tình hình báo chí phản ánh {about}: {_tones(whole)}.", []
    heading = f"Tình hình báo chí phản ánh: {_tones(whole)}"
    parts = (f"{one.subject}: {_tones(one)}" for one in coverage)
    return f"{heading}. Trong đó:", list(_dashed(parts))


def _tones(counted: Counted) -> str:
    tones = (
        ("tích cực", counted.positive),
        ("chỉ đạo điều hành, trung tính", counted.neutral),
        ("phản ánh tồn tại, hạn chế", counted.critical),
    )
    parts = ", ".join(
        f"{grouped(number)} {tone} ({_percent(number, counted.total)})"
        for tone, number in tones
        if number
    )
    return f"{grouped(counted.total)} tin, bài" + (f", gồm {parts}" if parts else "")


def _percent(number: int, total: int) -> str:
    return f"{number / total:.1%}".replace(".", ",")


def _topic_words(topic: str, presenter: str) -> str:
    return f"{topic.rstrip(' .;')} ({presenter})" if presenter else topic


def _question(asked: Asked) -> Iterator[str]:
    who = f"{asked.asker}: " if asked.asker else ""
    yield f"- {who}{_ended(asked.question)}"
    if asked.answer:
        by = f" ({asked.answered_by})" if asked.answered_by else ""
        yield f"Trả lời{by}: {_ended(asked.answer)}"
    if asked.follow_up:
        yield f"Việc tiếp theo: {_ended(asked.follow_up)}"


def _task(given: Given) -> str:
    who = f"{given.body}: " if given.body else ""
    until = f", chậm nhất {day_text(given.due_on)}" if given.due_on else ""
    task = given.task.rstrip(" .;")
    return f"{who}{lower_first(task) if who else task}{until}"


def _name(voice: Voice, facts: BriefingFacts) -> str:
    return f"{'hội nghị' if voice.is_party else 'họp'} {_topic(facts)}"


def _topic(facts: BriefingFacts) -> str:
    return f"giao ban báo chí {facts.period.label.replace('/', ' năm ')}"


def _meeting(voice: Voice) -> str:
    return "hội nghị" if voice.is_party else "cuộc họp"


def _chair(facts: BriefingFacts) -> str | None:
    return ", ".join(filter(None, [facts.chair, facts.chair_position])) or None


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment_text(moment)


def _end(facts: BriefingFacts) -> str | None:
    if facts.starts_at is None or facts.ends_at is None:
        return _moment(facts.ends_at)
    if facts.starts_at.date() != facts.ends_at.date():
        return _moment(facts.ends_at)
    clock = moment_text(facts.ends_at).partition(" ngày ")[0]
    return f"{clock} cùng ngày"


def _dashed(items: Iterable[str]) -> Iterator[str]:
    listed = [" ".join(item.split()).rstrip(" .;") for item in items]
    for place, item in enumerate(listed, start=1):
        yield f"- {item}{'.' if place == len(listed) else ';'}"


def _ended(text: str) -> str:
    """Return a text as one sentence or several, with a mark at its end."""
    words = upper_first(" ".join(text.split()))
    return words if words.endswith((".", "?", "!", "…")) else f"{words}."
