"""The words of a correction request, written from its facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.rules.dates import day_text, moment_text
from app.rules.legal import bare_citation
from app.rules.press_names import OutletWords, outlet_words
from app.rules.quoting import phrase, quoted, sentence
from app.rules.vocabulary import ArticleKind, Layout, OutletType, RequestKind
from app.text import fold, lower_first, tidy, upper_first


@dataclass(frozen=True, slots=True)
class Point:
    """One wrong point of the article and what is true instead; either may still be empty."""

    wrong: str
    true: str


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """What the letter says. Every text is as the clerk typed it.

    ``office`` is the office as the subject of a sentence ("Sở Xây dựng"). ``subject_prefix`` is
    what the layout prints before the subject; without one a subject begins with a capital.
    """

    layout: Layout
    office: str
    subject_prefix: str
    kind: RequestKind
    article_kind: ArticleKind
    outlet_name: str
    outlet_type: OutletType
    title: str
    published_at: datetime
    section: str = ""
    author: str = ""
    url: str = ""
    issue: str = ""
    programme: str = ""
    points: tuple[Point, ...] = ()
    grounds: str = ""
    legal_basis: str = ""
    deadline: date | None = None


@dataclass(frozen=True, slots=True)
class ComposedText:
    """The subject and the paragraphs of a letter, without the marks that the layout sets."""

    subject: str
    body: tuple[str, ...]


# Verification's finding -> what the letter says of the wrong point, and of the right content. An
# article not verified yet cannot be written about; until then its draft stays with the mildest.
_FAULTS = {
    ArticleKind.UNTRUE: ("không đúng sự thật", "Nội dung đúng"),
    ArticleKind.INACCURATE: ("chưa chính xác", "Nội dung chính xác"),
    ArticleKind.INCOMPLETE: ("chưa đầy đủ", "Nội dung đầy đủ"),
}
_MILDEST = _FAULTS[ArticleKind.INACCURATE]


def compose_request(facts: RequestFacts) -> ComposedText:
    """Write the letter that asks a newspaper to respond, correct, apologise or remove."""
    outlet = outlet_words(facts.outlet_name, facts.outlet_type)
    points = [point for point in facts.points if phrase(point.wrong) or phrase(point.true)]
    body = [
        _what_was_published(facts, outlet),
        *_what_is_wrong(facts, outlet, points),
        _on_what_grounds(facts),
        _what_is_asked(facts, outlet, len(points)),
        _thanks(facts, outlet),
    ]
    return ComposedText(_subject(facts, outlet), tuple(filter(None, body)))


def speaker(office: str, capacity: str) -> str:
    """Return who speaks: a committee's letter signed "T/M BAN THƯỜNG VỤ" is its standing board's.

    ``capacity`` is the signer's, of one or more lines.
    """
    signed = fold(tidy(capacity))
    for board in ("Ban Thường vụ", "Ban Chấp hành"):
        if fold(board) in signed and fold(board) not in fold(office):
            return f"{board} {office}"
    return office


def _subject(facts: RequestFacts, outlet: OutletWords) -> str:
    asked = {
        RequestKind.RESPOND: f"đề nghị {outlet.publish} ý kiến phản hồi trên {outlet.name}",
        RequestKind.CORRECT: f"đề nghị cải chính thông tin trên {outlet.name}",
        RequestKind.CORRECT_AND_APOLOGISE: (
            f"đề nghị {outlet.publish} thông tin cải chính, xin lỗi trên {outlet.name}"
        ),
        RequestKind.REMOVE: f"đề nghị gỡ bỏ thông tin trên {outlet.name}",
    }[facts.kind]
    stands_alone = facts.layout is Layout.PARTY and not facts.subject_prefix
    return upper_first(asked) if stands_alone else asked


def _what_was_published(facts: RequestFacts, outlet: OutletWords) -> str:
    when = moment_text(facts.published_at)
    when = upper_first(when) if when.startswith("ngày") else f"Lúc {when}"
    programme = _named("chương trình", facts.programme, "bản tin", "chuyên mục")
    author = _named("tác giả", facts.author, "nhóm", "phóng viên", "nhà báo", "pv", "bút danh")
    return (
        f"{when}{_led(', trong ', programme)}, {outlet.name}"
        f" có {outlet.publish} {outlet.item} {quoted(facts.title) or '“…”'}"
        f"{_led(' của ', author)}{_led(', ', _named('chuyên mục', facts.section, 'mục'))}"
        f"{_where(facts)}."
    )


def _where(facts: RequestFacts) -> str:
    """Return the place in brackets: issue and page, address."""
    places = [_named("số", facts.issue, "trang"), _led("đường dẫn: ", tidy(facts.url))]
    found = "; ".join(filter(None, places))
    return f" ({found})" if found else ""


def _what_is_wrong(facts: RequestFacts, outlet: OutletWords, points: list[Point]) -> list[str]:
    checked = f"Qua kiểm tra, xác minh, {facts.office}"
    fault, _ = _FAULTS.get(facts.article_kind, _MILDEST)
    match points:
        case []:
            return [f"{checked} nhận thấy thông tin nêu trong {outlet.item_again} là {fault}."]
        case [point] if phrase(point.wrong):
            seen = f"nhận thấy nội dung {quoted(point.wrong)} nêu trong {outlet.item_again}"
            return [" ".join(filter(None, [f"{checked} {seen} là {fault}.", _truth(facts, point)]))]
        case [point]:
            seen = f"nhận thấy thông tin nêu trong {outlet.item_again}"
            return [f"{checked} {seen} là {fault}. {_truth(facts, point)}"]
        case _:
            numbered = (
                f"{index}. {_one_of_several(facts, point)}"
                for index, point in enumerate(points, start=1)
            )
            return [f"{checked} có ý kiến như sau:", *numbered]


def _one_of_several(facts: RequestFacts, point: Point) -> str:
    fault, _ = _FAULTS.get(facts.article_kind, _MILDEST)
    wrong = f"Nội dung {quoted(point.wrong)} là {fault}." if phrase(point.wrong) else ""
    return " ".join(filter(None, [wrong, _truth(facts, point)]))


def _truth(facts: RequestFacts, point: Point) -> str:
    """Return what is true as a sentence of its own: no guess whether its first word is a name."""
    _, right = _FAULTS.get(facts.article_kind, _MILDEST)
    return _led(f"{right} như sau: ", sentence(upper_first(phrase(point.true))))


def _on_what_grounds(facts: RequestFacts) -> str:
    grounds = sentence(upper_first(bare_citation(phrase(facts.grounds))))
    return _led("Căn cứ xác minh: ", grounds)


def _what_is_asked(facts: RequestFacts, outlet: OutletWords, count: int) -> str:
    fault, _ = _FAULTS.get(facts.article_kind, _MILDEST)
    wrong = f"{'các ' if count > 1 else ''}nội dung {fault} nêu trên"
    adding = "bổ sung, " if facts.article_kind is ArticleKind.INCOMPLETE else ""
    asked = {
        RequestKind.RESPOND: f"{outlet.publish} ý kiến phản hồi nêu trên của {facts.office}",
        RequestKind.CORRECT: f"{outlet.publish} thông tin {adding}cải chính {wrong}",
        RequestKind.CORRECT_AND_APOLOGISE: (
            f"{outlet.publish} thông tin {adding}cải chính, xin lỗi đối với {wrong}"
        ),
        RequestKind.REMOVE: (
            f"gỡ bỏ {wrong}, kể cả trên các kênh nội dung của {outlet.address}"
            " trên không gian mạng,"
        ),
    }[facts.kind]
    law = bare_citation(phrase(facts.legal_basis))
    if facts.deadline is not None:
        when = f"trước {day_text(facts.deadline)}"
    elif law:
        when = "trong thời hạn pháp luật quy định"
    else:
        when = "theo quy định của pháp luật về báo chí"
    return (
        f"{_led('Căn cứ ', law)}{', ' if law else ''}{facts.office} đề nghị {outlet.address}"
        f" {asked} {when}, đồng thời thông báo kết quả bằng văn bản cho {facts.office}."
    )


def _thanks(facts: RequestFacts, outlet: OutletWords) -> str:
    if facts.layout is Layout.PARTY:
        return f"{facts.office} mong nhận được sự phối hợp của {outlet.address}."
    return f"{facts.office} trân trọng cảm ơn sự hợp tác của {outlet.address}."


def _named(noun: str, text: str, *other_nouns: str) -> str:
    """Return "chuyên mục Xã hội" for "Xã hội", and the same for "Chuyên mục Xã hội"."""
    bare = phrase(text)
    if not bare:
        return ""
    if f"{bare.lower()} ".startswith(tuple(f"{known} " for known in (noun, *other_nouns))):
        return lower_first(bare)
    return f"{noun} {bare}"


def _led(lead: str, text: str) -> str:
    """Return ``text`` behind its lead, and nothing for nothing."""
    return f"{lead}{text}" if text else ""
