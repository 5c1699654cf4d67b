"""From a question of a press briefing to the enquiry or incident that is made of it, by one key."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from app.rules.vocabulary import EnquiryChannel
from app.ui.forms.record_dialog import add_record
from app.ui.pages.page import Page

if TYPE_CHECKING:
    from app.ui.pages.record_page import RecordPage
    from app.ui.pages.record_tools import At

_LONGEST_TITLE = {"enquiry": 200, "incident": 300}


def question_to_enquiry(at: At) -> None:
    """Keep the question at the cursor as an enquiry, whose answer has a deadline."""
    _lead_on(at, "enquiry", "enquiry_id")


def question_to_incident(at: At) -> None:
    """Keep what the question at the cursor is about as an incident."""
    _lead_on(at, "incident", "incident_id")


def _lead_on(at: At, kind: str, field: str) -> None:
    page = _record_page(at.page)
    questions = page.content().lines["questions"]
    line, put = questions.current(), questions.put_related(field)
    if line is None or put is None:
        page.content().show_lines("questions")
        page.notice.emit("Đứng ở một câu hỏi trong bảng, rồi bấm lại.", None)
        return
    if line[field] is not None:
        page.open_requested.emit(kind, line[field], None)
        return
    held_at = at.ctx.records.get("briefing", at.record_id).values["starts_at"]
    now = at.ctx.clock()
    values = _VALUES[kind](line, min(held_at or now, now))

    def added(record_id: int) -> None:
        put(record_id)
        page.save()

    add_record(page, at.ctx, kind, values, added)


def _enquiry(line: Mapping[str, Any], asked_at: datetime) -> dict[str, Any]:
    return {
        "title": _title(line["question"], "enquiry"),
        "question": line["question"],
        "received_at": asked_at,
        "channel": EnquiryChannel.BRIEFING.value,
        "asker_name": line["asked_by"],
        "outlet_id": line["outlet_id"],
        "incident_id": line["incident_id"],
    }


def _incident(line: Mapping[str, Any], asked_at: datetime) -> dict[str, Any]:
    asker = f"{line['asked_by']} hỏi tại giao ban báo chí" if line["asked_by"] else ""
    return {
        "title": _title(line["question"], "incident"),
        "description": f"{asker or 'Báo chí hỏi tại giao ban báo chí'}: {line['question']}",
        "learned_at": asked_at,
    }


_VALUES = {"enquiry": _enquiry, "incident": _incident}


def _title(question: str, kind: str) -> str:
    """Return the question on one line, as long as a title may be."""
    line, longest = " ".join(question.split()), _LONGEST_TITLE[kind]
    return line if len(line) <= longest else f"{line[: longest - 1].rpartition(' ')[0]}…"


def _record_page(page: Page) -> RecordPage:
    from app.ui.pages.record_page import RecordPage  # that page asks for these tools

    assert isinstance(page, RecordPage)
    return page
