"""Letters to the press about what it asked (duty 2): the answer, and a refusal on a ground."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.rules.dates import moment_text
from app.rules.letter_text.common import ComposedText, Voice, led
from app.rules.vocabulary import EnquiryChannel, EnquiryKind
from app.rules.wording.press_names import OutletWords
from app.rules.wording.quoting import phrase, quoted, sentence
from app.text import tidy, upper_first

_ASKED = {
    EnquiryKind.QUESTION: "câu hỏi",
    EnquiryKind.INTERVIEW: "đề nghị phỏng vấn",
    EnquiryKind.VISIT: "đề nghị làm việc",
}
_THROUGH = {
    EnquiryChannel.IN_PERSON: "nêu trực tiếp",
    EnquiryChannel.PHONE: "qua điện thoại",
    EnquiryChannel.EMAIL: "qua thư điện tử",
    EnquiryChannel.WRITTEN: "bằng văn bản",
    EnquiryChannel.SOCIAL: "qua mạng xã hội",
    EnquiryChannel.BRIEFING: "nêu tại cuộc họp báo, giao ban báo chí",
}


@dataclass(frozen=True, slots=True)
class EnquiryFacts:
    """What was asked by whom. Every text is as the clerk typed it.

    ``outlet`` is None for one who asked for himself; ``law`` is what obliges to answer, as it is
    cited.
    """

    kind: EnquiryKind
    channel: EnquiryChannel
    received_at: datetime
    title: str
    question: str
    asker: str = ""
    outlet: OutletWords | None = None
    law: str = ""


def answer_to_press(voice: Voice, facts: EnquiryFacts, answer: str) -> ComposedText:
    """Write the answer: what was asked, the answer in its own paragraphs, and to whom it is."""
    paragraphs = [line for line in map(tidy, answer.splitlines()) if line]
    lead = f"{led('Căn cứ ', facts.law)}{', ' if facts.law else ''}{voice.office}"
    return ComposedText(
        subject=voice.letter_subject(f"trả lời {_whom(facts)} về nội dung {quoted(facts.title)}"),
        body=(
            _what_was_asked(voice, facts),
            f"{upper_first(lead)} trả lời như sau:",
            *paragraphs,
            f"{voice.office} thông tin để {_address(facts)} biết"
            f"{'' if voice.is_party else ', sử dụng theo quy định của pháp luật về báo chí'}.",
        ),
        recipients=(_recipient(facts),) if _recipient(facts) else (),
    )


def refusal_to_press(
    voice: Voice, facts: EnquiryFacts, wording: str, citation: str, note: str
) -> ComposedText:
    """Write the refusal: on which ground, why, and what the office will do later."""
    asked = f"chưa cung cấp thông tin theo {_ASKED[facts.kind]} nêu trên"
    ground = phrase(wording)
    return ComposedText(
        subject=voice.letter_subject(f"từ chối cung cấp thông tin về {quoted(facts.title)}"),
        body=tuple(
            filter(
                None,
                (
                    _what_was_asked(voice, facts),
                    f"Nội dung này {ground}." if ground else "",
                    f"{led('Căn cứ ', phrase(citation))}{', ' if citation else ''}{voice.office}"
                    f" {asked}.",
                    sentence(upper_first(phrase(note))),
                    f"Khi đủ điều kiện cung cấp theo quy định, {voice.office} sẽ thông tin tới"
                    f" {_address(facts)}.",
                ),
            )
        ),
        recipients=(_recipient(facts),) if _recipient(facts) else (),
    )


def _what_was_asked(voice: Voice, facts: EnquiryFacts) -> str:
    when = moment_text(facts.received_at)
    when = upper_first(when) if when.startswith("ngày") else f"Lúc {when}"
    by = ", ".join(filter(None, (tidy(facts.asker), facts.outlet.name if facts.outlet else "")))
    return (
        f"{when}, {voice.office} nhận được {_ASKED[facts.kind]} {_THROUGH[facts.channel]}"
        f"{led(' của ', by)}, nội dung: {quoted(phrase(facts.question))}."
    )


def _whom(facts: EnquiryFacts) -> str:
    return facts.outlet.name if facts.outlet else tidy(facts.asker) or "báo chí"


def _recipient(facts: EnquiryFacts) -> str:
    return facts.outlet.name if facts.outlet else tidy(facts.asker)


def _address(facts: EnquiryFacts) -> str:
    return facts.outlet.address if facts.outlet else tidy(facts.asker) or "cơ quan báo chí"
