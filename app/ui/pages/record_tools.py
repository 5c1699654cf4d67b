"""What a record's page offers beside saving it: the next steps with a record of each kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from app.settings import Settings
from app.ui.pages.page import Page

if TYPE_CHECKING:
    from app.bootstrap import AppContext


@dataclass(frozen=True, slots=True)
class RecordTool:
    """One more action of a kind's page, by its id in ``actions``.

    ``run(at)`` is called with the record stored as it stands in the form.
    """

    action_id: str
    run: Callable[[At], None]


@dataclass(frozen=True, slots=True)
class TypedTool:
    """An action that needs no stored record: ``run`` gets what stands in the form."""

    action_id: str
    run: Callable[[AppContext, Page, Mapping[str, Any]], None]


@dataclass(frozen=True, slots=True)
class At:
    """Where a tool is used: the page of a stored record."""

    ctx: AppContext
    settings: Settings
    page: Page
    record_id: int


def _begin(kind: str, field: str, at: At) -> None:
    """Begin a record of another kind that points back to this one."""
    at.page.open_requested.emit(kind, None, {field: at.record_id})


def _violation(at: At) -> None:
    """Begin the violation that an article tells of, in the article's incident."""
    article = at.ctx.records.get("article", at.record_id).values
    values = {
        "articles": ({"id": None, "article_id": at.record_id, "note": None},),
        "incident_id": article["incident_id"],
    }
    at.page.open_requested.emit("violation", None, values)


def _who_speaks(at: At) -> None:
    from app.ui.speakers.entitled_dialog import open_entitled_dialog

    def authorise(values: dict[str, Any]) -> None:
        at.page.open_requested.emit("authorisation", None, values)

    open_entitled_dialog(at.ctx, authorise, at.page.window(), at.record_id)


def _participants(at: At) -> None:
    from app.ui.letters.paper import show_paper

    draw = partial(at.ctx.trainings.attendance_list, at.record_id)
    show_paper(at.ctx, at.settings, at.page, "Danh sách ký tập huấn", draw)


def _certificates(at: At) -> None:
    from app.ui.letters.paper import show_paper

    draw = partial(at.ctx.trainings.certificates, at.record_id)
    show_paper(at.ctx, at.settings, at.page, "Giấy chứng nhận tập huấn", draw)


def _speak(at: At) -> None:
    from app.ui.statements.steps import speak_about

    speak_about(at)


def _speak_again(at: At) -> None:
    from app.ui.statements.steps import speak_again

    speak_again(at)


def _prepare(at: At) -> None:
    from app.ui.statements.steps import prepare

    prepare(at)


def _give(at: At) -> None:
    from app.ui.statements.steps import give

    give(at)


def _print_preparation(at: At) -> None:
    from app.ui.letters.paper import show_paper

    draw = partial(at.ctx.statements.preparation_pdf, at.record_id)
    show_paper(at.ctx, at.settings, at.page, "Phiếu chuẩn bị phát ngôn", draw)


def _who_spoke(ctx: AppContext, page: Page, values: Mapping[str, Any]) -> None:
    from app.ui.statements.steps import who_spoke

    who_spoke(ctx, page, values)


def _judge_speaker(
    ctx: AppContext, record_id: int | None, values: Mapping[str, Any]
) -> Mapping[str, str]:
    return ctx.statements.speaker_problems(record_id, values)


def _attendance(at: At) -> None:
    from app.ui.letters.paper import show_paper

    draw = partial(at.ctx.briefings.attendance_list, at.record_id)
    show_paper(at.ctx, at.settings, at.page, "Danh sách ký giao ban báo chí", draw)


def _to_enquiry(at: At) -> None:
    from app.ui.briefings.questions import question_to_enquiry

    question_to_enquiry(at)


def _to_incident(at: At) -> None:
    from app.ui.briefings.questions import question_to_incident

    question_to_incident(at)


# What is said at fields while a record is typed, before anyone saves it: a sentence by field.
JUDGES: dict[str, Callable[[AppContext, int | None, Mapping[str, Any]], Mapping[str, str]]] = {
    "statement": _judge_speaker,
}

RECORD_TOOLS: dict[str, tuple[RecordTool | TypedTool, ...]] = {
    "incident": (
        RecordTool("make_statement", _speak),
        RecordTool("prepare", _prepare),
        RecordTool("add_article", partial(_begin, "article", "incident_id")),
        RecordTool("who_speaks", _who_speaks),
        RecordTool("make_violation", partial(_begin, "violation", "incident_id")),
    ),
    "briefing": (
        RecordTool("attendance_list", _attendance),
        RecordTool("question_to_enquiry", _to_enquiry),
        RecordTool("question_to_incident", _to_incident),
    ),
    "training": (
        RecordTool("attendance_list", _participants),
        RecordTool("certificates", _certificates),
    ),
    "statement": (
        RecordTool("give", _give),
        TypedTool("who_speaks", _who_spoke),
        RecordTool("make_statement", _speak_again),
        RecordTool("prepare", _prepare),
    ),
    "preparation": (RecordTool("print_preparation", _print_preparation),),
    "article": (
        RecordTool("make_request", partial(_begin, "correction_request", "article_id")),
        RecordTool("make_violation", _violation),
    ),
}
