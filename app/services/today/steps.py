"""What a clerk does next about a line of the work list, and where that is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from app.models import CorrectionRequest, Letter
from app.rules.clocks.duties import PRESS_DUTIES
from app.rules.vocabulary import ClockDuty, LetterState, NextStep, StartsFrom
from app.services.deadlines.data import DeadlineView
from app.services.deadlines.kinds.articles import KIND as ARTICLE
from app.services.deadlines.kinds.registry import CLOCKED
from app.services.deadlines.kinds.requests import KIND as REQUEST
from app.services.today.data import TodayAction
from app.specs.registry import SPECS
from app.text import lower_first


@dataclass(frozen=True, slots=True)
class Step:
    """The next step in words, and the record where it is done, at some of its lines if named."""

    words: str
    action: TodayAction
    record_kind: str
    record_id: int
    record_part: str = ""


def next_steps(session: Session, views: Sequence[DeadlineView]) -> dict[int, Step]:
    """Return the next step about each deadline, by its id."""
    of_articles = _requests_of_articles(
        session, [view.record_id for view in views if view.record_kind == ARTICLE]
    )
    turns = _next_steps_of_requests(
        session, [view.record_id for view in views if view.duty is ClockDuty.ESCALATION]
    )
    found = {}
    for view in views:
        if view.record_kind == ARTICLE:
            found[view.id] = _of_article(view, of_articles.get(view.record_id))
        elif view.record_kind == REQUEST:
            found[view.id] = _of_request(view, turns.get(view.record_id))
        else:
            clocked = CLOCKED[view.record_kind]
            words, part = clocked.steps[view.duty], clocked.part
            if view.due_at is None and view.started_at is None:
                words = f"Mở {SPECS[view.record_kind].singular}, nhập thời điểm còn thiếu"
                part = ""
            found[view.id] = _open(view, words, part)
    return found


def _of_article(view: DeadlineView, request: Row[*tuple[Any, ...]] | None) -> Step:
    if request is None:
        words = "Lập yêu cầu phản hồi, cải chính"
        return Step(words, TodayAction.NEW_REQUEST, ARTICLE, view.record_id)
    signed = request.state == LetterState.SIGNED
    words = "Lấy số, phát hành văn bản đã ký" if signed else "Hoàn thiện, trình ký văn bản yêu cầu"
    if request.state == LetterState.VOID:
        words = "Soạn lại văn bản đã hủy"
    return Step(words, TodayAction.OPEN_RECORD, REQUEST, request.id)


def _of_request(view: DeadlineView, turn: str | None) -> Step:
    if view.duty is ClockDuty.AUTHORITY_COPY:
        return _open(view, "Gửi một bản, rồi ghi ngày gửi cơ quan quản lý báo chí")
    if view.duty is ClockDuty.REMINDER:
        words = "Đôn đốc, rồi ghi ngày đôn đốc"
        return Step(words, TodayAction.ADD_REMINDER, REQUEST, view.record_id)
    if view.duty is ClockDuty.ESCALATION:
        step = NextStep(turn) if turn else NextStep.WAIT
        if step is NextStep.WAIT:
            return _open(view, "Ghi kết quả, hoặc chọn bước tiếp theo")
        return _open(view, f"{step.label}, rồi ghi bước tiếp theo")
    assert view.duty in PRESS_DUTIES
    if view.due_at is None and view.starts_from is not StartsFrom.LETTER_RECEIVED:
        label = lower_first(StartsFrom.LETTER_RECEIVED.label)
        return _open(view, f"Ghi ngày {label}")
    return Step(
        "Ghi kết quả nếu đã đăng; chưa đăng thì đôn đốc",
        TodayAction.ADD_REMINDER,
        REQUEST,
        view.record_id,
    )


def _open(view: DeadlineView, words: str, part: str = "") -> Step:
    return Step(words, TodayAction.OPEN_RECORD, view.record_kind, view.record_id, part)


def _requests_of_articles(session: Session, ids: Sequence[int]) -> dict[int, Row[*tuple[Any, ...]]]:
    """Return the last request about each article that has one."""
    rows = session.execute(
        select(CorrectionRequest.id, CorrectionRequest.article_id, Letter.state)
        .outerjoin(CorrectionRequest.letter)
        .where(CorrectionRequest.deleted_at.is_(None), CorrectionRequest.article_id.in_(ids))
        .order_by(CorrectionRequest.id)
    )
    return {row.article_id: row for row in rows}


def _next_steps_of_requests(session: Session, ids: Sequence[int]) -> dict[int, str]:
    rows = session.execute(
        select(CorrectionRequest.id, CorrectionRequest.next_step).where(
            CorrectionRequest.id.in_(ids)
        )
    )
    return {row.id: row.next_step for row in rows}
