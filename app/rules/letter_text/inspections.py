"""Letters about inspections (duty 32): the year's plan, the team, the conclusion, urging."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.rules.dates import day_text
from app.rules.duties.spokespersons import paper_words
from app.rules.letter_text.common import ComposedText, Voice, called, led
from app.rules.vocabulary import CheckResult, InspectionKind, InspectionTopic, TeamRole
from app.rules.wording.quoting import phrase, sentence
from app.text import lower_first, upper_first

_SPEAKING = "phát ngôn và cung cấp thông tin cho báo chí"
_ROMAN = ("I", "II", "III", "IV", "V")
_SELF_ROLES = {TeamRole.LEADER: "Tổ trưởng", TeamRole.DEPUTY: "Tổ phó"}


@dataclass(frozen=True, slots=True)
class Member:
    """One member of the team."""

    name: str
    job_title: str
    role: TeamRole


@dataclass(frozen=True, slots=True)
class Checked:
    """One topic that was looked at."""

    topic: InspectionTopic
    result: CheckResult
    note: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """One recommendation."""

    text: str
    responsible: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class InspectionFacts:
    """What letters say of one inspection. Papers are quoted by number and day.

    ``topics`` are those of the checklist, ``checked`` those with a result. ``authority`` and
    ``legal_bases`` are those of a decision. ``overdue`` is what should have been mended by ``on``.
    """

    title: str
    kind: InspectionKind
    body: str
    begins: date | None = None
    ends: date | None = None
    scope: str = ""
    plan: tuple[str, date | None] = ("", None)
    decision: tuple[str, date | None] = ("", None)
    conclusion_paper: tuple[str, date | None] = ("", None)
    team: tuple[Member, ...] = ()
    topics: tuple[InspectionTopic, ...] = ()
    checked: tuple[Checked, ...] = ()
    findings: tuple[tuple[str, str], ...] = ()
    conclusion: str = ""
    recommendations: tuple[Asked, ...] = ()
    overdue: tuple[Asked, ...] = ()
    on: date | None = None
    authority: str = ""
    legal_bases: tuple[str, ...] = ()

    @property
    def is_self(self) -> bool:
        return self.kind is InspectionKind.SELF_INSPECTION

    @property
    def team_noun(self) -> str:
        return "Tổ tự kiểm tra" if self.is_self else "Đoàn kiểm tra"

    @property
    def matter(self) -> str:
        """The inspection inside a sentence: "kiểm tra công tác … tại Sở Y tế"."""
        words = lower_first(phrase(self.title))
        if self.is_self and not words.startswith("tự "):
            words = f"tự {words}"
        return words if self.body in words else f"{words} tại {self.body}"


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What the plan of a year says. ``grounds`` is the text that obliges to it, as it is cited.

    ``is_additional``: the year has a plan already, and these came later.
    """

    year: int
    inspections: tuple[InspectionFacts, ...]
    grounds: str = ""
    is_additional: bool = False


def plan(voice: Voice, facts: PlanFacts) -> ComposedText:
    """Write the plan of a year from the inspections planned in it."""
    more = "bổ sung " if facts.is_additional else ""
    subject = f"kiểm tra {more}công tác {_SPEAKING} năm {facts.year}"
    topics = list(dict.fromkeys(topic for one in facts.inspections for topic in one.topics))
    sections = (
        (
            "MỤC ĐÍCH, YÊU CẦU",
            (
                f"1. Đánh giá việc thực hiện các quy định về {_SPEAKING}; kịp thời chấn chỉnh tồn "
                "tại, hạn chế.",
                "2. Việc kiểm tra bảo đảm khách quan, đúng kế hoạch, không làm ảnh hưởng đến hoạt "
                "động thường xuyên của cơ quan, đơn vị được kiểm tra; giữ bí mật nhà nước.",
            ),
        ),
        ("NỘI DUNG KIỂM TRA", _dashes(topic.label for topic in topics)),
        ("ĐỐI TƯỢNG, THỜI GIAN", _numbered(map(_planned, facts.inspections))),
        (
            "TỔ CHỨC THỰC HIỆN",
            (
                f"1. {voice.office} quyết định thành lập đoàn trước mỗi cuộc kiểm tra, kết luận "
                "bằng văn bản và theo dõi việc khắc phục sau kiểm tra.",
                "2. Cơ quan, đơn vị được kiểm tra chuẩn bị báo cáo, hồ sơ và cử người làm việc với "
                "đoàn kiểm tra.",
            ),
        ),
    )
    begin = f"Thực hiện {facts.grounds}, " if facts.grounds else ""
    return ComposedText(
        subject=subject if voice.is_party else upper_first(subject),
        body=(
            f"{begin}{voice.office} ban hành Kế hoạch {subject} như sau:",
            *_sections(voice, sections),
        ),
        copies=("Các cơ quan, đơn vị được kiểm tra",),
    )


def team_decision(voice: Voice, facts: InspectionFacts) -> ComposedText:
    """Set up the team of an inspection."""
    number, day = facts.plan
    plan_paper = _paper("Kế hoạch", number, day)
    return ComposedText(
        subject=f"thành lập {facts.team_noun} công tác {_SPEAKING} tại {facts.body}",
        body=tuple(_articles(voice, facts)),
        copies=("Như Điều 4",),
        authority=facts.authority,
        legal_bases=(*facts.legal_bases, *filter(None, [led("Căn cứ ", plan_paper)])),
    )


def conclusion(voice: Voice, facts: InspectionFacts) -> ComposedText:
    """Tell what an inspection found and what is to be mended."""
    looked_at = [one for one in facts.checked if one.result is not CheckResult.NOT_APPLICABLE]
    sections = (
        ("KẾT QUẢ KIỂM TRA", _dashes(map(_checked, looked_at))),
        ("TỒN TẠI, HẠN CHẾ", _numbered(_found(*one) for one in facts.findings)),
        ("KẾT LUẬN", tuple(filter(None, [sentence(facts.conclusion)]))),
        ("KIẾN NGHỊ", _numbered(map(_asked, facts.recommendations))),
    )
    subject = f"kết luận {facts.matter}"
    begin = led("Thực hiện ", _paper("Quyết định", *facts.decision))
    held = _days(facts.begins, facts.ends)
    who = f"{facts.team_noun} đã {facts.matter}"
    begun = ", ".join(filter(None, [begin, held, who]))
    return ComposedText(
        subject=subject if voice.is_party else upper_first(subject),
        body=(
            f"{upper_first(begun)}. {voice.office} thông báo kết luận như sau:",
            *_sections(voice, sections),
            *_answer(voice, facts),
        ),
        copies=() if facts.is_self else (facts.body,),
    )


def urging(voice: Voice, facts: InspectionFacts) -> ComposedText:
    """Urge a body to mend what is overdue after an inspection."""
    number, day = facts.conclusion_paper
    told = _paper("Thông báo", number, day) or (day_text(day) if day else "")
    source = f" ({told})" if told else ""
    until = f"Đến {day_text(facts.on)}, " if facts.on else ""
    return ComposedText(
        subject=voice.letter_subject(
            f"đôn đốc khắc phục tồn tại, hạn chế sau kiểm tra công tác {_SPEAKING}"
        ),
        body=(
            f"{voice.office} đã kết luận cuộc {facts.matter}{source}. {until}các kiến nghị sau đây "
            "đã quá hạn mà chưa có kết quả khắc phục:",
            *_numbered(_late(one, facts.on) for one in facts.overdue),
            f"Đề nghị {facts.body} khẩn trương khắc phục, gửi kết quả và nguyên nhân chậm về "
            f"{voice.office} để theo dõi, tổng hợp.",
        ),
        recipients=(facts.body,),
    )


def _articles(voice: Voice, facts: InspectionFacts) -> Iterator[str]:
    noun = facts.team_noun
    who = "các đồng chí" if voice.is_party else "các ông (bà)"
    yield (
        f"Điều 1. Thành lập {noun} công tác {_SPEAKING} tại {facts.body}, gồm {who} có tên sau đây:"
    )
    yield from _numbered(_member(voice, facts, one) for one in facts.team)
    when = led(", ", _days(facts.begins, facts.ends))
    yield f"Điều 2. {noun} làm việc tại {facts.body}{when}, về các nội dung sau đây:"
    yield from _dashes(topic.label for topic in facts.topics)
    if facts.scope:
        yield f"Phạm vi, thời kỳ kiểm tra: {sentence(facts.scope)}"
    yield (
        f"Điều 3. {noun} làm việc khách quan, giữ bí mật nhà nước, báo cáo kết quả khi kết thúc "
        f"kiểm tra và tự giải thể khi hoàn thành nhiệm vụ. {facts.body} chuẩn bị báo cáo, hồ sơ "
        "theo yêu cầu."
    )
    yield (
        f"Điều 4. Quyết định này có hiệu lực kể từ ngày ký. {facts.body}, các thành viên {noun} và "
        "các đơn vị, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này"
    )


def _answer(voice: Voice, facts: InspectionFacts) -> Iterator[str]:
    if not facts.recommendations:
        return
    who = "Các đơn vị, cá nhân có liên quan" if facts.is_self else f"Đề nghị {facts.body}"
    last = max((one.due_on for one in facts.recommendations if one.due_on), default=None)
    until = f" chậm nhất {day_text(last)}" if last else ""
    yield f"{who} thực hiện các kiến nghị nêu trên, gửi kết quả về {voice.office}{until}."


def _sections(voice: Voice, sections: Iterable[tuple[str, Sequence[str]]]) -> Iterator[str]:
    """Number the sections that say something, as the layout does."""
    filled = [(title, texts) for title, texts in sections if texts]
    mark = "-" if voice.is_party else "."
    for number, (title, texts) in zip(_ROMAN, filled, strict=False):
        yield f"{number}{mark} {title}"
        yield from texts


def _dashes(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"- {text}" for text in _closed(items))


def _numbered(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{number}. {text}" for number, text in enumerate(_closed(items), start=1))


def _closed(items: Iterable[str]) -> list[str]:
    """Close each item of a list by ";", the last by "."."""
    found = list(items)
    return [f"{text};" for text in found[:-1]] + [f"{text}." for text in found[-1:]]


def _planned(one: InspectionFacts) -> str:
    when = led(", ", _days(one.begins, one.ends))
    scope = f" (phạm vi, thời kỳ: {phrase(one.scope)})" if one.scope else ""
    return f"{one.body}: {lower_first(one.kind.label)}{when}{scope}"


def _member(voice: Voice, facts: InspectionFacts, one: Member) -> str:
    role = _SELF_ROLES.get(one.role, one.role.label) if facts.is_self else one.role.label
    name = called(voice, one.name, is_start=True)
    return ", ".join(filter(None, [name, one.job_title, role]))


def _checked(one: Checked) -> str:
    note = f" ({phrase(one.note)})" if one.note else ""
    return f"{one.topic.label}: {lower_first(one.result.label)}{note}"


def _found(finding: str, evidence: str) -> str:
    return phrase(finding) + (f" (căn cứ: {phrase(evidence)})" if evidence else "")


def _asked(one: Asked) -> str:
    by = f"{one.responsible} thực hiện" if one.responsible else ""
    until = f"xong chậm nhất {day_text(one.due_on)}" if one.due_on else ""
    more = ", ".join(filter(None, [by, until]))
    return phrase(one.text) + (f" ({more})" if more else "")


def _late(one: Asked, on: date | None) -> str:
    assert one.due_on is not None  # what has no day is never overdue
    days = f", quá hạn {(on - one.due_on).days} ngày" if on else ""
    by = f", {one.responsible} thực hiện" if one.responsible else ""
    return f"{phrase(one.text)}{by} (hạn {day_text(one.due_on)}{days})"


def _days(first: date | None, last: date | None) -> str:
    if first is None:
        return ""
    if last is None or last == first:
        return day_text(first) if last else f"từ {day_text(first)}"
    return f"từ {day_text(first)} đến {day_text(last)}"


def _paper(name: str, number: str, day: date | None) -> str:
    return paper_words(name, number, f" {day_text(day)}" if day else "") if number else ""
