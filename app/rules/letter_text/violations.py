"""Letters about a violation that the press found (duties 20 to 23).

To inspect it, to set up who inspects, what was concluded, to the superior, to the press.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.rules.dates import day_text
from app.rules.duties.spokespersons import paper_words
from app.rules.letter_text.common import ComposedText, Voice, called, led
from app.rules.vocabulary import OutletType, TeamRole, ViolationConclusion, ViolationSubject
from app.rules.wording.press_names import outlet_words
from app.rules.wording.quoting import phrase, quoted, sentence
from app.text import lower_first, upper_first

_MATTER = "nội dung báo chí phản ánh"
_WHOM = {
    ViolationSubject.COLLECTIVE: "tập thể",
    ViolationSubject.INDIVIDUAL: "cá nhân",
    ViolationSubject.BOTH: "tập thể, cá nhân",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One article in which the press told of it."""

    outlet: str
    outlet_type: OutletType
    title: str
    published_on: date


@dataclass(frozen=True, slots=True)
class Taken:
    """One step that was taken, as papers quote it."""

    on: date
    until: date | None = None
    who: str = ""
    paper: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Inspector:
    """One member of the team that inspects."""

    name: str
    job_title: str
    role: TeamRole


@dataclass(frozen=True, slots=True)
class ViolationFacts:
    """What letters say of a violation.

    ``grounds`` is the text that obliges to it, as it is cited. ``answer_by`` is the day by which
    the body is asked to report. ``authority`` and ``legal_bases`` are those of a decision.
    """

    title: str
    finding: str
    body: str
    subject_kind: ViolationSubject
    subject: str = ""
    told: tuple[Told, ...] = ()
    source: str = ""
    grounds: str = ""
    asked_on: date | None = None
    answer_by: date | None = None
    superior: str = ""
    directed: Taken | None = None
    inspected: Taken | None = None
    concluded: Taken | None = None
    handled: tuple[Taken, ...] = ()
    conclusion: ViolationConclusion | None = None
    conclusion_text: str = ""
    team: tuple[Inspector, ...] = ()
    authority: str = ""
    legal_bases: tuple[str, ...] = ()

    @property
    def matter(self) -> str:
        return f"{_MATTER} về vụ {quoted(self.title)}"


def direction(voice: Voice, facts: ViolationFacts) -> ComposedText:
    """Have the accountable body inspect what the press told (duty 20)."""
    who = led(" đối với ", _whom(facts))
    until = f" trước {day_text(facts.answer_by)}" if facts.answer_by else ""
    begin = f"Thực hiện {facts.grounds}, " if facts.grounds else ""
    return ComposedText(
        subject=voice.letter_subject(f"kiểm tra, kết luận {_MATTER}"),
        body=(
            *_what_was_told(facts),
            f"{begin}{voice.office} yêu cầu {facts.body} thực hiện các nội dung sau:",
            f"1. Kịp thời kiểm tra, xác minh {_MATTER}{who}; kết luận rõ có hay không có sai phạm.",
            "2. Nếu có sai phạm, xử lý theo quy định, đúng thẩm quyền; không né tránh, đùn đẩy "
            "trách nhiệm.",
            f"3. Gửi kết luận, kết quả xử lý về {voice.office}{until} để báo cáo cấp trên và thông "
            "tin cho báo chí.",
        ),
        recipients=(facts.body,),
    )


def team_decision(voice: Voice, facts: ViolationFacts) -> ComposedText:
    """Set up the team that inspects what the press told (duty 20)."""
    who = "các đồng chí" if voice.is_party else "các ông (bà)"
    until = f" chậm nhất {day_text(facts.answer_by)}" if facts.answer_by else ""
    return ComposedText(
        subject=f"thành lập Đoàn kiểm tra {facts.matter}",
        body=(
            f"Điều 1. Thành lập Đoàn kiểm tra {facts.matter}, gồm {who} có tên sau đây:",
            *_numbered(_inspector(voice, one) for one in facts.team),
            f"Điều 2. Đoàn kiểm tra có nhiệm vụ kiểm tra, xác minh: {sentence(facts.finding)}",
            f"Đoàn kiểm tra làm việc khách quan, giữ bí mật nhà nước, báo cáo kết quả{until} và tự "
            "giải thể khi hoàn thành nhiệm vụ.",
            f"Điều 3. Quyết định này có hiệu lực kể từ ngày ký. {facts.body}, các thành viên Đoàn "
            "kiểm tra và các đơn vị, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này",
        ),
        copies=("Như Điều 3",),
        authority=facts.authority,
        legal_bases=facts.legal_bases,
    )


def conclusion_notice(voice: Voice, facts: ViolationFacts) -> ComposedText:
    """Tell what the inspection concluded (duties 20 and 21)."""
    subject = f"kết luận kiểm tra {facts.matter}"
    return ComposedText(
        subject=subject if voice.is_party else upper_first(subject),
        body=(
            *_what_was_told(facts),
            f"{_what_was_done(facts)} {voice.office} thông báo kết luận như sau:",
            *_sections(voice, (("KẾT LUẬN", _concluded(facts)), ("XỬ LÝ", _to_handle(facts)))),
        ),
        copies=(facts.body,),
    )


def superior_report(voice: Voice, facts: ViolationFacts) -> ComposedText:
    """Report to the superior what was found and done (duty 22)."""
    subject = f"kết quả kiểm tra, xử lý {facts.matter}"
    begin = f"Thực hiện {facts.grounds}, " if facts.grounds else ""
    sections = (
        ("NỘI DUNG BÁO CHÍ PHẢN ÁNH", tuple(_what_was_told(facts))),
        ("KẾT QUẢ KIỂM TRA, KẾT LUẬN", (_what_was_done(facts), *_concluded(facts))),
        ("KẾT QUẢ XỬ LÝ", _handled(facts)),
    )
    return ComposedText(
        subject=subject if voice.is_party else upper_first(subject),
        body=(
            f"{begin}{voice.office} báo cáo {subject} như sau:",
            *_sections(voice, sections),
            f"{voice.office} thông tin kết quả cho báo chí theo quy định",
        ),
        recipients=(facts.superior,) if facts.superior else (),
    )


def press_answer(voice: Voice, facts: ViolationFacts) -> ComposedText:
    """Tell the press what came of what it had told (duty 23)."""
    outlets = [outlet_words(one.outlet, one.outlet_type) for one in facts.told]
    names = tuple(dict.fromkeys(outlet.name for outlet in outlets))
    address = outlets[0].address if len(names) == 1 else "các cơ quan báo chí"
    asked = f"Trả lời yêu cầu của {address} {day_text(facts.asked_on)}, " if facts.asked_on else ""
    paper = _paper(facts.concluded)
    grounds = f" ({lower_first(paper)})" if paper else ""
    return ComposedText(
        subject=voice.letter_subject(f"thông tin kết quả kiểm tra, xử lý {_MATTER}"),
        body=(
            *_what_was_told(facts),
            f"{asked}{voice.office} thông tin kết quả kiểm tra, xử lý{grounds} như sau:",
            *_numbered_sentences((*_concluded(facts), *_handled(facts))),
            f"{voice.office} trân trọng cảm ơn {address} đã phản ánh và đề nghị thông tin kết quả "
            "nêu trên đến bạn đọc",
        ),
        recipients=names,
    )


def _what_was_told(facts: ViolationFacts) -> Iterator[str]:
    finding = phrase(facts.finding)
    if not facts.told:
        yield f"{sentence(facts.source)} Nội dung phản ánh: {finding}."
        return
    if len(facts.told) == 1:
        (one,) = facts.told
        outlet = outlet_words(one.outlet, one.outlet_type)
        yield (
            f"{upper_first(day_text(one.published_on))}, {outlet.name} {outlet.publish} "
            f"{outlet.item} {quoted(one.title)}, phản ánh: {finding}."
        )
        return
    yield f"Báo chí có các tin, bài phản ánh: {finding}. Cụ thể:"
    yield from _dashes(
        f"{outlet_words(one.outlet, one.outlet_type).name} {day_text(one.published_on)}: "
        f"{quoted(one.title)}"
        for one in facts.told
    )


def _whom(facts: ViolationFacts) -> str:
    return " ".join(filter(None, [_WHOM[facts.subject_kind], _in_brackets(facts.subject)]))


def _in_brackets(text: str) -> str:
    return f"({phrase(text)})" if text else ""


def _what_was_done(facts: ViolationFacts) -> str:
    """Say in one sentence by which order, who and when it was inspected."""
    begin = led("Thực hiện ", _paper(facts.directed))
    inspected = facts.inspected
    when = _days(inspected.on, inspected.until) if inspected else ""
    who = (inspected.who if inspected else "") or facts.body
    parts = ", ".join(filter(None, [begin, when, f"{who} đã kiểm tra, xác minh {_MATTER}"]))
    return f"{upper_first(parts)}."


def _concluded(facts: ViolationFacts) -> tuple[str, ...]:
    label = facts.conclusion.label if facts.conclusion else ""
    whom = led(" đối với ", _whom(facts)) if facts.conclusion else ""
    first = f"{label}{whom}." if label else ""
    return tuple(filter(None, [first, sentence(facts.conclusion_text)]))


def _to_handle(facts: ViolationFacts) -> tuple[str, ...]:
    if facts.conclusion is not ViolationConclusion.WRONGDOING:
        return ()
    return (
        f"{facts.body} xử lý tập thể, cá nhân có sai phạm theo quy định, đúng thẩm quyền; gửi kết "
        "quả xử lý để báo cáo cấp trên và thông tin cho báo chí.",
    )


def _handled(facts: ViolationFacts) -> tuple[str, ...]:
    """Say what was done about wrongdoing; no more of a person than the clerk wrote."""
    return tuple(
        f"{upper_first(day_text(one.on))}{led(', ', phrase(one.who))} đã xử lý"
        f"{led(': ', phrase(one.note))}{_in_paper(one)}."
        for one in facts.handled
    )


def _in_paper(taken: Taken) -> str:
    return f" (văn bản số {taken.paper})" if taken.paper else ""


def _paper(taken: Taken | None) -> str:
    """Quote the paper of a step; its kind stands in its symbol."""
    if taken is None or not taken.paper:
        return ""
    return paper_words("Văn bản", taken.paper, f" {day_text(taken.on)}")


def _days(first: date, last: date | None) -> str:
    if last is None or last == first:
        return day_text(first)
    return f"từ {day_text(first)} đến {day_text(last)}"


def _inspector(voice: Voice, one: Inspector) -> str:
    name = called(voice, one.name, is_start=True)
    return ", ".join(filter(None, [name, one.job_title, one.role.label]))


def _sections(voice: Voice, sections: Iterable[tuple[str, Sequence[str]]]) -> Iterator[str]:
    """Number the sections that say something, as the layout does."""
    filled = [(title, texts) for title, texts in sections if texts]
    mark = "-" if voice.is_party else "."
    for number, (title, texts) in zip(("I", "II", "III"), filled, strict=False):
        yield f"{number}{mark} {title}"
        yield from texts


def _numbered_sentences(texts: Sequence[str]) -> Iterator[str]:
    if len(texts) == 1:
        yield texts[0]
        return
    yield from (f"{number}. {text}" for number, text in enumerate(texts, start=1))


def _numbered(items: Iterable[str]) -> Iterator[str]:
    return (f"{number}. {text}" for number, text in enumerate(_closed(items), start=1))


def _dashes(items: Iterable[str]) -> Iterator[str]:
    return (f"- {text}" for text in _closed(items))


def _closed(items: Iterable[str]) -> list[str]:
    """Close each item of a list by ";", the last by "."."""
    found = list(items)
    return [f"{text};" for text in found[:-1]] + [f"{text}." for text in found[-1:]]
