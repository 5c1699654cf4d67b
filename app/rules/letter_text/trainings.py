"""Letters about a training (duty 31): its plan, and the invitation to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.rules.dates import day_text
from app.rules.letter_text.common import ComposedText, Voice
from app.text import lower_first, upper_first


@dataclass(frozen=True, slots=True)
class TrainingFacts:
    """What a plan or an invitation says.

    ``grounds`` is the text that obliges to trainings, as it is cited. ``topics`` are the subjects,
    ``lecturers`` who teaches, ``bodies`` who is asked to send somebody, ``count`` how many take
    part; ``cost`` is in đồng.
    """

    title: str
    grounds: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    hours: str = ""
    place: str = ""
    topics: tuple[str, ...] = ()
    lecturers: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    count: int = 0
    cost: int | None = None


def plan(voice: Voice, facts: TrainingFacts) -> ComposedText:
    """Write the plan of a class."""
    return ComposedText(subject=upper_first(facts.title), body=tuple(_plan_body(voice, facts)))


def invitation(voice: Voice, facts: TrainingFacts) -> ComposedText:
    """Invite the bodies whose people take part."""
    body = [f"Tới dự {_class(facts)}."]
    if facts.topics:
        body.append("Nội dung:")
        body += _listed(facts.topics)
    body.append(
        "Đề nghị các cơ quan, đơn vị cử đúng thành phần, tham dự đầy đủ để lớp tập huấn đạt kết "
        "quả tốt."
    )
    return ComposedText(
        subject=f"dự {_class(facts)}",
        body=tuple(body),
        recipients=facts.bodies,
        time=_moment(facts),
        venue=facts.place or None,
    )


def _plan_body(voice: Voice, facts: TrainingFacts) -> Iterator[str]:
    if facts.grounds:
        yield f"Thực hiện {facts.grounds}, {voice.office} ban hành kế hoạch tổ chức lớp như sau:"
    yield "I. MỤC ĐÍCH, YÊU CẦU"
    yield (
        "1. Trang bị, cập nhật quy định và kỹ năng phát ngôn, cung cấp thông tin cho báo chí cho "
        "người phát ngôn của các cơ quan, đơn vị."
    )
    yield "2. Tổ chức thiết thực, đúng đối tượng, tiết kiệm, hiệu quả."
    yield "II. NỘI DUNG, THỜI GIAN, ĐỊA ĐIỂM"
    number = 1
    if facts.topics:
        yield f"{number}. Nội dung:"
        yield from _listed(facts.topics)
        number += 1
    if facts.lecturers:
        yield f"{number}. Giảng viên: {'; '.join(facts.lecturers)}."
        number += 1
    if facts.bodies or facts.count:
        yield f"{number}. Thành phần: {_who(facts)}."
        number += 1
    if moment := _moment(facts):
        yield f"{number}. Thời gian: {moment}."
        number += 1
    if facts.place:
        yield f"{number}. Địa điểm: {facts.place}."
        number += 1
    if facts.cost is not None:
        cost = f"{facts.cost:,}".replace(",", ".")
        yield f"{number}. Kinh phí: {cost} đồng."
    yield "III. TỔ CHỨC THỰC HIỆN"
    yield (
        f"{voice.office} chủ trì tổ chức lớp; các cơ quan, đơn vị cử người tham dự đúng thành "
        "phần, thời gian."
    )


def _who(facts: TrainingFacts) -> str:
    people = f"{facts.count:02d} học viên" if facts.count else "người phát ngôn"
    return f"{people} của {', '.join(facts.bodies)}" if facts.bodies else people


def _class(facts: TrainingFacts) -> str:
    title = lower_first(facts.title)
    return title if title.startswith(("lớp ", "hội nghị ", "tập huấn ")) else f"lớp “{facts.title}”"


def _moment(facts: TrainingFacts) -> str | None:
    if facts.starts_on is None:
        return None
    days = day_text(facts.starts_on)
    if facts.ends_on is not None and facts.ends_on != facts.starts_on:
        days = f"từ {days} đến {day_text(facts.ends_on)}"
    return f"{facts.hours} {days}" if facts.hours else days


def _listed(topics: tuple[str, ...]) -> Iterator[str]:
    for place, topic in enumerate(topics, start=1):
        end = "." if place == len(topics) else ";"
        yield f"- {topic.rstrip(' .;')}{end}"
