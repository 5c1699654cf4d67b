"""The words of a correction request, written from its facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.rules.dates import day_text, moment_text
from app.rules.legal import bare_citation
from app.rules.letter_text.common import ComposedText, Voice, led, named
from app.rules.vocabulary import ArticleKind, OutletType, RequestKind
from app.rules.wording.press_names import OutletWords, outlet_words
from app.rules.wording.quoting import phrase, quoted, sentence
from app.text import tidy, upper_first


@dataclass(frozen=True, slots=True)
class Point:
    """One wrong point of the article and what is true instead; either may still be empty."""

    wrong: str
    true: str


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """What the letter says. Every text is as the clerk typed it."""

    voice: Voice
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
    points = [point for point in facts.points if quoted(point.wrong) or phrase(point.true)]
    body = [
        _what_was_published(facts, outlet),
        *_what_is_wrong(facts, outlet, points),
        _on_what_grounds(facts),
        _what_is_asked(facts, outlet, len(points)),
        _thanks(facts, outlet),
    ]
    return ComposedText(_subject(facts, outlet), tuple(filter(None, body)))


def _subject(facts: RequestFacts, outlet: OutletWords) -> str:
    asked = {
        RequestKind.RESPOND: f"đề nghị {outlet.publish} ý kiến phản hồi trên {outlet.name}",
        RequestKind.CORRECT: f"đề nghị cải chính thông tin trên {outlet.name}",
        RequestKind.CORRECT_AND_APOLOGISE: (
            f"đề nghị {outlet.publish} thông tin cải chính, xin lỗi trên {outlet.name}"
        ),
        RequestKind.REMOVE: f"đề nghị gỡ bỏ thông tin trên {outlet.name}",
    }[facts.kind]
    return facts.voice.letter_subject(asked)


def _what_was_published(facts: RequestFacts, outlet: OutletWords) -> str:
    when = moment_text(facts.published_at)
    when = upper_first(when) if when.startswith("ngày") else f"Lúc {when}"
    programme = named("chương trình", phrase(facts.programme), "bản tin", "chuyên mục")
    author = named(
        "tác giả", phrase(facts.author), "nhóm", "phóng viên", "nhà báo", "pv", "bút danh"
    )
    return (
        f"{when}{led(', trong ', programme)}, {outlet.name}"
        f" có {outlet.publish} {outlet.item} {quoted(facts.title) or '“…”'}"
        f"{led(' của ', author)}{led(', ', named('chuyên mục', phrase(facts.section), 'mục'))}"
        f"{_where(facts)}."
    )


def _where(facts: RequestFacts) -> str:
    """Return the place in brackets: issue and page, address."""
    places = [named("số", phrase(facts.issue), "trang"), led("đường dẫn: ", tidy(facts.url))]
    found = "; ".join(filter(None, places))
    return f" ({found})" if found else ""


def _what_is_wrong(facts: RequestFacts, outlet: OutletWords, points: list[Point]) -> list[str]:
    checked = f"Qua kiểm tra, xác minh, {facts.voice.office}"
    fault, _ = _FAULTS.get(facts.article_kind, _MILDEST)
    match points:
        case []:
            return [f"{checked} nhận thấy thông tin nêu trong {outlet.item_again} là {fault}."]
        case [point] if quoted(point.wrong):
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
    wrong = f"Nội dung {quoted(point.wrong)} là {fault}." if quoted(point.wrong) else ""
    return " ".join(filter(None, [wrong, _truth(facts, point)]))


def _truth(facts: RequestFacts, point: Point) -> str:
    """Return what is true as a sentence of its own: no guess whether its first word is a name."""
    _, right = _FAULTS.get(facts.article_kind, _MILDEST)
    return led(f"{right} như sau: ", sentence(upper_first(phrase(point.true))))


def _on_what_grounds(facts: RequestFacts) -> str:
    grounds = sentence(upper_first(bare_citation(phrase(facts.grounds))))
    return led("Căn cứ xác minh: ", grounds)


def _what_is_asked(facts: RequestFacts, outlet: OutletWords, count: int) -> str:
    fault, _ = _FAULTS.get(facts.article_kind, _MILDEST)
    wrong = f"{'các ' if count > 1 else ''}nội dung {fault} nêu trên"
    adding = "bổ sung, " if facts.article_kind is ArticleKind.INCOMPLETE else ""
    asked = {
        RequestKind.RESPOND: f"{outlet.publish} ý kiến phản hồi nêu trên của {facts.voice.office}",
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
        f"{led('Căn cứ ', law)}{', ' if law else ''}{facts.voice.office} đề nghị {outlet.address}"
        f" {asked} {when}, đồng thời thông báo kết quả bằng văn bản cho {facts.voice.office}."
    )


def _thanks(facts: RequestFacts, outlet: OutletWords) -> str:
    if facts.voice.is_party:
        return f"{facts.voice.office} mong nhận được sự phối hợp của {outlet.address}."
    return f"{facts.voice.office} trân trọng cảm ơn sự hợp tác của {outlet.address}."
