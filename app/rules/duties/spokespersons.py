"""Assignments and authorisations to speak: how long each holds, what is missing, the history.

All records handed in together are those of one body.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum, auto

from app.rules.dates import date_text, period_text
from app.rules.wording.names import person_sort_key

_ONE_DAY = timedelta(days=1)
# How long before its last day each is worth a word. Not law: time enough to write the next paper.
ASSIGNMENT_ENDS_SOON = timedelta(days=30)
AUTHORISATION_ENDS_SOON = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Assignment:
    """A person assigned to speak, from ``begins`` to ``ends``, both included; None is open.

    ``replaces`` is the id of the assignment that this one puts an end to. ``is_beside_another``:
    the decision says that two speak at the same time.
    """

    id: int
    person: str
    begins: date
    ends: date | None = None
    position: str = ""
    phone: str = ""
    email: str = ""
    decision_number: str = ""
    decision_date: date | None = None
    replaces: int | None = None
    is_beside_another: bool = False
    published_on: date | None = None
    announced_on: date | None = None
    is_deleted: bool = False

    @property
    def decision(self) -> str:
        """The decision as it is quoted: "Quyết định số 12/QĐ-SXD ngày 01/07/2025"."""
        return _paper("Quyết định", self.decision_number, self.decision_date)


@dataclass(frozen=True, slots=True)
class Authorisation:
    """A written authorisation to speak about one case, from ``begins`` to ``ends``.

    The case is a recorded incident, or words, or both; ``case`` is what it is called.
    """

    id: int
    grantor: str
    grantee: str
    begins: date
    ends: date
    position: str = ""
    phone: str = ""
    email: str = ""
    incident_id: int | None = None
    incident: str = ""
    case_text: str = ""
    scope: str = ""
    paper_number: str = ""
    signed_at: datetime | None = None
    published_at: datetime | None = None
    is_deleted: bool = False

    @property
    def case(self) -> str:
        return self.case_text or self.incident

    @property
    def paper(self) -> str:
        """The paper as it is quoted; empty while it has no number or was not signed."""
        if not self.paper_number or self.signed_at is None:
            return ""
        return _paper("Giấy ủy quyền", self.paper_number, self.signed_at.date())

    @property
    def first_day(self) -> date:
        """The first day on which it holds: nobody is authorised before it is signed."""
        return self.begins if self.signed_at is None else max(self.begins, self.signed_at.date())

    def holds(self, day: date) -> bool:
        """Return whether it is in force on a day."""
        return not self.is_deleted and bool(self.paper) and self.first_day <= day <= self.ends


@dataclass(frozen=True, slots=True)
class Tenure:
    """How long an assignment holds in truth: to its own end, or until ``successor`` begins."""

    assignment: Assignment
    ends: date | None
    successor: Assignment | None = None

    @property
    def begins(self) -> date:
        return self.assignment.begins

    def holds(self, day: date) -> bool:
        return self.begins <= day <= (self.ends or date.max)

    def meets(self, other: Tenure) -> bool:
        """Return whether both hold on one day."""
        last = min(self.ends or date.max, other.ends or date.max)
        return max(self.begins, other.begins) <= last


@dataclass(frozen=True, slots=True)
class Gap:
    """Days on which nobody is assigned; ``last`` is None where nobody is yet."""

    first: date
    last: date | None

    @property
    def words(self) -> str:
        """Say it: "Không có người phát ngôn từ 01/10/2026 đến 05/10/2026"."""
        if self.last is None:
            return f"Chưa có người phát ngôn từ {date_text(self.first)} đến nay"
        if self.first == self.last:
            return f"Không có người phát ngôn ngày {date_text(self.first)}"
        return f"Không có người phát ngôn {period_text(self.first, self.last)}"


class NoteKind(Enum):
    """What a note is about."""

    CONTACT = auto()
    PAPER = auto()
    PUBLICATION = auto()
    OVERLAP = auto()
    ENDS_SOON = auto()
    GAP = auto()
    CASE = auto()
    LENGTH = auto()
    SUB_DELEGATION = auto()


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that is missing or doubtful, as a sentence without its full stop."""

    kind: NoteKind
    words: str


def tenures(assignments: Iterable[Assignment]) -> tuple[Tenure, ...]:
    """Return how long each assignment that was not deleted holds, the oldest first."""
    standing = sorted(
        (one for one in assignments if not one.is_deleted), key=lambda one: (one.begins, one.id)
    )
    successors: dict[int, Assignment] = {}
    for one in standing:
        if one.replaces is not None:
            successors.setdefault(one.replaces, one)
    return tuple(_tenure(one, successors.get(one.id)) for one in standing)


def gaps(found: Sequence[Tenure], today: date) -> tuple[Gap, ...]:
    """Return the days without anyone, from the first assignment on; the days to come are open."""
    missing = []
    free: date | None = None  # the first day on which nobody of those before speaks any more
    for tenure in found:
        if free is not None and tenure.begins > free and free <= today:
            missing.append(Gap(free, tenure.begins - _ONE_DAY))
        if tenure.ends is None:
            return tuple(missing)
        free = max(free or date.min, tenure.ends + _ONE_DAY)
    if free is not None and free <= today:
        missing.append(Gap(free, None))
    return tuple(missing)


def clashes(one: Tenure, others: Iterable[Tenure]) -> tuple[Tenure, ...]:
    """Return who else is assigned at the same time although no decision says so."""
    return tuple(
        other
        for other in others
        if other.assignment.id != one.assignment.id
        and one.meets(other)
        and not (one.assignment.is_beside_another or other.assignment.is_beside_another)
    )


def standing(tenure: Tenure, today: date) -> str:
    """Say how an assignment stands: "đang phát ngôn", "đã thôi từ 02/10/2026"."""
    if today < tenure.begins:
        return f"phát ngôn từ {date_text(tenure.begins)}"
    if tenure.ends is None:
        return "đang phát ngôn"
    if today <= tenure.ends:
        return f"đang phát ngôn, đến hết {date_text(tenure.ends)}"
    since = date_text(tenure.ends + _ONE_DAY)
    if tenure.successor is not None:
        return f"đã thôi từ {since}, {tenure.successor.person} thay"
    return f"đã thôi từ {since}"


def paper_standing(one: Authorisation, today: date) -> str:
    """Say how an authorisation stands: "có hiệu lực đến hết 15/10/2026", "đã hết hạn …"."""
    if today > one.ends:
        return f"đã hết hạn, đến hết {date_text(one.ends)}"
    if not one.paper:
        return "chưa có hiệu lực, chờ ký và lấy số"
    if today < one.first_day:
        return f"có hiệu lực từ {date_text(one.first_day)}"
    return f"có hiệu lực đến hết {date_text(one.ends)}"


def assignment_notes(one: Tenure, all_of_body: Sequence[Tenure], today: date) -> tuple[Note, ...]:
    """Say what is missing or doubtful about an assignment; of one that ended, only who follows."""
    if one.ends is not None and one.ends < today:
        last = max(all_of_body, key=lambda tenure: tenure.ends or date.max)
        open_gap = next((gap for gap in gaps(all_of_body, today) if gap.last is None), None)
        return (Note(NoteKind.GAP, open_gap.words),) if open_gap and last == one else ()
    return (*_missing(one.assignment), *_doubts(one, all_of_body, today))


def authorisation_notes(
    one: Authorisation, all_of_body: Iterable[Authorisation], today: date
) -> tuple[Note, ...]:
    """Say what is missing or doubtful about an authorisation; nothing of one that ended."""
    if one.ends < today:
        return ()
    found = [Note(NoteKind.CONTACT, words) for words in missing_contact(one.phone, one.email)]
    if not one.paper:
        words = "Chưa có số, ngày ký giấy ủy quyền nên chưa ai được phát ngôn theo giấy này"
        found.append(Note(NoteKind.PAPER, words))
    elif one.published_at is None:
        found.append(Note(NoteKind.PUBLICATION, "Chưa công bố, niêm yết văn bản ủy quyền"))
    if one.incident_id is None:
        found.append(Note(NoteKind.CASE, "Chưa gắn với vụ việc nào trong sổ"))
    if lasts_over_a_year(one):
        words = "Dài hơn một năm: chỉ ủy quyền cho từng vụ việc, có thời hạn"
        found.append(Note(NoteKind.LENGTH, words))
    source = sub_delegated_from(one, all_of_body)
    if source is not None:
        found.append(Note(NoteKind.SUB_DELEGATION, sub_delegation_words(one, source)))
    if one.holds(today) and one.ends - today < AUTHORISATION_ENDS_SOON:
        words = f"Sắp hết hạn: đến hết {date_text(one.ends)}"
        found.append(Note(NoteKind.ENDS_SOON, words))
    return tuple(found)


def lasts_over_a_year(one: Authorisation) -> bool:
    """Return whether an authorisation lasts longer than a case is likely to."""
    return (one.ends - one.begins).days > 366


def sub_delegated_from(
    one: Authorisation, all_of_body: Iterable[Authorisation]
) -> Authorisation | None:
    """Return the authorisation by which the grantor himself only speaks at that time, if so."""
    grantor = person_sort_key(one.grantor)
    for other in all_of_body:
        overlap = max(one.begins, other.begins) <= min(one.ends, other.ends)
        if (
            other.id != one.id
            and not other.is_deleted
            and overlap
            and person_sort_key(other.grantee) == grantor
        ):
            return other
    return None


def sub_delegation_words(one: Authorisation, source: Authorisation) -> str:
    """Say why a person who was authorised cannot authorise another."""
    paper = source.paper or "một giấy ủy quyền chưa có số"
    return (
        f"{one.grantor} chỉ là người được ủy quyền ({paper}, {_days(source.begins, source.ends)}) "
        "nên không được ủy quyền tiếp"
    )


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line of the history of a post: an assignment, or (without a person) a gap."""

    period: str
    person: str
    position: str
    decision: str
    words: str
    assignment_id: int | None = None


def history(found: Sequence[Tenure], today: date) -> tuple[HistoryLine, ...]:
    """Return who spoke for a body from when to when by which decision, the gaps among them."""
    lines: list[tuple[date, int, HistoryLine]] = []
    for tenure in found:
        one = tenure.assignment
        lines.append(
            (
                tenure.begins,
                1,
                HistoryLine(
                    period=_days(tenure.begins, tenure.ends),
                    person=one.person,
                    position=one.position,
                    decision=one.decision,
                    words=standing(tenure, today),
                    assignment_id=one.id,
                ),
            )
        )
    for gap in gaps(found, today):
        period = _days(gap.first, gap.last)
        lines.append((gap.first, 0, HistoryLine(period, "", "", "", gap.words)))
    return tuple(line for _, _, line in sorted(lines, key=lambda each: each[:2]))


def _tenure(one: Assignment, successor: Assignment | None) -> Tenure:
    if successor is None or successor.begins <= one.begins:
        return Tenure(one, one.ends)
    before = successor.begins - _ONE_DAY
    if one.ends is not None and one.ends < before:
        return Tenure(one, one.ends)  # had gone before
    return Tenure(one, before, successor)


def _missing(one: Assignment) -> Iterator[Note]:
    for words in missing_contact(one.phone, one.email):
        yield Note(NoteKind.CONTACT, words)
    if not one.decision_number or one.decision_date is None:
        yield Note(NoteKind.PAPER, "Chưa có số, ngày quyết định phân công")
    if one.published_on is None:
        yield Note(NoteKind.PUBLICATION, "Chưa đăng trên cổng thông tin")
    if one.announced_on is None:
        yield Note(NoteKind.PUBLICATION, "Chưa thông báo bằng văn bản cho báo chí")


def _doubts(one: Tenure, all_of_body: Sequence[Tenure], today: date) -> Iterator[Note]:
    for other in clashes(one, all_of_body):
        yield Note(
            NoteKind.OVERLAP,
            f"Cùng lúc với {other.assignment.person} mà không quyết định nào ghi hai người: "
            "ghi “Thay cho”, “Đến ngày”, hoặc đánh dấu “Quyết định ghi hai người”",
        )
    if ends_soon(one, all_of_body, today):
        words = f"Sắp thôi nhiệm vụ (đến hết {date_text(one.ends)}), chưa có người tiếp"
        yield Note(NoteKind.ENDS_SOON, words)


def ends_soon(one: Tenure, all_of_body: Sequence[Tenure], today: date) -> bool:
    """Return whether an assignment ends within the month and nobody is assigned after it."""
    if one.ends is None or not today <= one.ends <= today + ASSIGNMENT_ENDS_SOON:
        return False
    next_day = one.ends + _ONE_DAY
    return not any(other.holds(next_day) for other in all_of_body)


def missing_contact(phone: str, email: str) -> Iterator[str]:
    """Say how the press cannot reach a person."""
    missing = [word for word, value in (("số điện thoại", phone), ("email", email)) if not value]
    if missing:
        yield f"Chưa có {' và '.join(missing)}"


def paper_words(name: str, number: str, day: str) -> str:
    """Return a paper as it is quoted; ``day`` is the day in words with what is before it."""
    if not number and not day:
        return ""
    return f"{name}{f' số {number}' if number else ''}{day}"


def _paper(name: str, number: str, day: date | None) -> str:
    return paper_words(name, number, f" ngày {date_text(day)}" if day else "")


def _days(first: date, last: date | None) -> str:
    return period_text(first, last) if last else f"{period_text(first, None)} đến nay"
