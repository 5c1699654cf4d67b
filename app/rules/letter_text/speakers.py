"""Letters about those who speak for a body: assigning, making known, authorising (duties 7, 8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.rules.dates import day_text
from app.rules.duties.spokespersons import paper_words
from app.rules.letter_text.common import ComposedText, Voice, called, led
from app.text import upper_first

_SPEAK = "phát ngôn và cung cấp thông tin cho báo chí"
_SPOKESPERSON = "người phát ngôn và cung cấp thông tin cho báo chí"


@dataclass(frozen=True, slots=True)
class Person:
    """Someone a letter names."""

    name: str
    position: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class AssignmentFacts:
    """What a decision of assignment and its announcement say.

    ``former`` is who is replaced, ``former_decision`` by what that one was assigned.
    ``authority`` is who decides, as the decision's head names it.
    """

    body: str
    person: Person
    begins: date
    ends: date | None = None
    former: str = ""
    former_decision: tuple[str, date | None] = ("", None)
    is_beside_another: bool = False
    decision: tuple[str, date | None] = ("", None)
    authority: str = ""
    legal_bases: tuple[str, ...] = ()
    press_authority: str = ""


@dataclass(frozen=True, slots=True)
class AuthorisationFacts:
    """What an authorisation says; the case is named in its own words."""

    grantor: Person
    grantee: Person
    case: str
    scope: str
    begins: date
    ends: date
    legal_bases: tuple[str, ...] = ()


def assignment_decision(voice: Voice, facts: AssignmentFacts) -> ComposedText:
    """Assign a spokesperson (duty 7)."""
    return ComposedText(
        subject=f"phân công {_SPOKESPERSON}",
        body=tuple(_articles(voice, facts)),
        copies=("Như Điều 3", "Các cơ quan báo chí"),
        authority=facts.authority,
        legal_bases=facts.legal_bases,
    )


def announcement(voice: Voice, facts: AssignmentFacts) -> ComposedText:
    """Make a spokesperson known to the press and the press authority (duty 7)."""
    press = "Các cơ quan báo chí"
    return ComposedText(
        subject=voice.letter_subject(f"thông báo {_SPOKESPERSON}"),
        body=tuple(_announced(voice, facts)),
        recipients=tuple(filter(None, (facts.press_authority, press))),
    )


def authorisation_paper(voice: Voice, facts: AuthorisationFacts) -> ComposedText:
    """Authorise a person to speak about one case for a time, never to be passed on (duty 8)."""
    subject = f"{_SPEAK} về vụ việc “{facts.case}”"
    grantor, grantee = _person(voice, facts.grantor), _person(voice, facts.grantee)
    return ComposedText(
        subject=subject if voice.is_party else upper_first(subject),
        body=(
            f"1. Người ủy quyền: {grantor}.",
            f"2. Người được ủy quyền: {'; '.join((grantee, *_contact(facts.grantee)))}.",
            f"3. Nội dung ủy quyền: {_SPEAK} về vụ việc “{facts.case}”. "
            f"Phạm vi: {_one_line(facts.scope)}.",
            f"4. Thời hạn ủy quyền: từ {day_text(facts.begins)} đến hết {day_text(facts.ends)}.",
            "5. Người được ủy quyền chịu trách nhiệm về nội dung phát ngôn, không được ủy quyền "
            "tiếp cho người khác.",
        ),
        copies=(called(voice, facts.grantee.name, is_start=True), "Các cơ quan báo chí"),
        legal_bases=facts.legal_bases,
    )


def _articles(voice: Voice, facts: AssignmentFacts) -> Iterator[str]:
    until = f" đến hết {day_text(facts.ends)}" if facts.ends else ""
    former = f", thay {called(voice, facts.former)}" if facts.former else ""
    yield (
        f"Điều 1. Phân công {_person(voice, facts.person)}, là {_SPOKESPERSON} của {facts.body} "
        f"kể từ {day_text(facts.begins)}{until}{former}."
    )
    if contact := "; ".join(_contact(facts.person)):
        yield f"{upper_first(contact)}."
    if facts.is_beside_another:
        yield (
            "Người được phân công phát ngôn đồng thời với người phát ngôn khác đang được phân công "
            f"của {facts.body}."
        )
    yield (
        "Điều 2. Người phát ngôn thực hiện quyền và trách nhiệm theo quy định về phát ngôn và cung "
        f"cấp thông tin cho báo chí; chịu trách nhiệm trước người đứng đầu {facts.body} về tính "
        "chính xác của nội dung phát ngôn; bảo đảm không làm lộ bí mật nhà nước."
    )
    number, day = facts.former_decision
    former_paper = paper_words("Quyết định", number, f" {day_text(day)}" if day else "")
    replaces = f" và thay thế {former_paper}" if former_paper else ""
    yield (
        f"Điều 3. Quyết định này có hiệu lực kể từ ngày ký{replaces}. Các đơn vị, cá nhân có liên "
        f"quan và {called(voice, facts.person.name)} chịu trách nhiệm thi hành Quyết định này"
    )


def _announced(voice: Voice, facts: AssignmentFacts) -> Iterator[str]:
    number, day = facts.decision
    paper = paper_words("Quyết định", number, f" {day_text(day)}" if day else "")
    yield f"Thực hiện {paper}, {voice.office} thông báo {_SPOKESPERSON} của {facts.body} như sau:"
    person = facts.person
    yield f"- Họ và tên: {called(voice, person.name)};"
    if person.position:
        yield f"- Chức vụ: {person.position};"
    yield f"- Số điện thoại: {person.phone};"
    yield f"- Thư điện tử: {person.email};"
    until = f" đến hết {day_text(facts.ends)}" if facts.ends else ""
    yield f"- Thời gian: từ {day_text(facts.begins)}{until}."
    if facts.former:
        yield (
            f"{called(voice, facts.former, is_start=True)} thôi làm {_SPOKESPERSON} của "
            f"{facts.body} từ ngày trên."
        )
    yield (
        f"{voice.office} thông báo để cơ quan quản lý nhà nước về báo chí và các cơ quan báo chí "
        "biết, liên hệ khi cần thông tin."
    )


def _person(voice: Voice, person: Person) -> str:
    return f"{called(voice, person.name)}{led(', ', person.position)}"


def _contact(person: Person) -> Iterator[str]:
    if person.phone:
        yield f"điện thoại {person.phone}"
    if person.email:
        yield f"thư điện tử {person.email}"


def _one_line(text: str) -> str:
    return " ".join(text.split()).rstrip(" .;,")
