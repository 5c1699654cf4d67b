"""Letters to bodies about their press regulation (duty 6): to review one, or to issue one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.rules.dates import day_text
from app.rules.duties.radar import CitedDocument
from app.rules.letter_text.common import ComposedText, Voice

_TOPIC = "quy chế phát ngôn và cung cấp thông tin cho báo chí"


@dataclass(frozen=True, slots=True)
class RegulationReminder:
    """What a letter about a regulation says.

    ``grounds`` is the text that obliges to it, as it is cited. ``title``, ``number`` and
    ``issued_on`` are those of the regulation, empty where the body has none. ``answer_by`` is the
    day by which the body is asked to report.
    """

    body: str
    grounds: str = ""
    title: str = ""
    number: str = ""
    issued_on: date | None = None
    ended: tuple[CitedDocument, ...] = ()
    answer_by: date | None = None


def review_reminder(voice: Voice, facts: RegulationReminder) -> ComposedText:
    """Ask a body to review the regulation whose grounds ended."""
    return ComposedText(
        subject=voice.letter_subject(f"rà soát, sửa đổi, bổ sung {_TOPIC}"),
        body=tuple(_review_body(voice, facts)),
        recipients=(facts.body,),
    )


def issue_reminder(voice: Voice, facts: RegulationReminder) -> ComposedText:
    """Ask a body that has no regulation to issue one."""
    begin = f"Thực hiện {facts.grounds}, " if facts.grounds else ""
    office = voice.office
    return ComposedText(
        subject=voice.letter_subject(f"ban hành {_TOPIC}"),
        body=(
            f"{begin}{office} đã rà soát việc ban hành {_TOPIC} của các cơ quan, đơn vị. Đến nay, "
            f"{office} chưa nhận được quy chế của {facts.body}.",
            f"Đề nghị {facts.body} xây dựng, ban hành {_TOPIC} phù hợp với các quy định hiện hành; "
            f"trường hợp đã ban hành, đề nghị gửi quy chế về {office}.",
            _answer(office, "Quy chế", facts.answer_by),
        ),
        recipients=(facts.body,),
    )


def _review_body(voice: Voice, facts: RegulationReminder) -> Iterator[str]:
    begin = f"Thực hiện {facts.grounds}, " if facts.grounds else ""
    day = f" {day_text(facts.issued_on)}" if facts.issued_on else ""
    issued = f" (số {facts.number}{day})" if facts.number else ""
    yield (
        f"{begin}{voice.office} đã rà soát {_TOPIC} của các cơ quan, đơn vị. Qua rà soát, "
        f"“{facts.title}”{issued} của {facts.body} viện dẫn văn bản đã hết hiệu lực:"
    )
    for place, text in enumerate(facts.ended, start=1):
        stop = "." if place == len(facts.ended) else ";"
        successor = (
            f", được thay thế bằng văn bản số {text.replaced_by}" if text.replaced_by else ""
        )
        ended_on = day_text(text.ended_on) if text.ended_on else ""
        yield f"- Văn bản số {text.number}, hết hiệu lực từ {ended_on}{successor}{stop}"
    yield (
        f"Đề nghị {facts.body} rà soát, sửa đổi, bổ sung hoặc ban hành quy chế mới phù hợp với các "
        "quy định hiện hành."
    )
    yield _answer(voice.office, "Kết quả rà soát, kèm quy chế sửa đổi, bổ sung (nếu có),",
                  facts.answer_by)  # fmt: skip


def _answer(office: str, what: str, by: date | None) -> str:
    until = f" trước {day_text(by)}" if by else ""
    return f"{what} đề nghị gửi về {office}{until} để tổng hợp, báo cáo."
