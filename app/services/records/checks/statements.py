"""Statements: frozen once given, and given only by someone who may speak on that day."""

from __future__ import annotations

from app.models import Statement
from app.rules.dates import date_time_text
from app.rules.vocabulary import SpeakerKind, StatementState
from app.services.records.checks.common import Check, Errors, Subject
from app.services.records.locking import locked_fields
from app.services.speakers.asking import entitled_in

FROZEN_SENTENCE = (
    "Đã phát ngôn nên phần này không sửa được; cần đính chính thì ghi một lần phát ngôn mới."
)
PICKED = {SpeakerKind.SPOKESPERSON: "spokesperson_id", SpeakerKind.AUTHORISED: "authorisation_id"}
"""The field that says which record gives the right to speak; the head needs none."""


def frozen(subject: Subject) -> Errors:
    """What was said stays as it was said (duty 26)."""
    stored = subject.session.get(Statement, subject.id) if subject.id else None
    if stored is None:
        return {}
    return {
        name: FROZEN_SENTENCE
        for name in locked_fields(subject.kind, stored)
        if subject.values.get(name) != getattr(stored, name)
    }


def entitled(subject: Subject) -> Errors:
    """Whoever is picked may speak on that day, about that matter (duties 7 and 8)."""
    values = subject.values
    stored = subject.session.get(Statement, subject.id) if subject.id else None
    if stored is not None and stored.state == StatementState.GIVEN:
        return {}  # what was right on its day stays right
    kind, body_id = values.get("speaker_kind"), values.get("body_id")
    if kind is None or body_id is None:
        return {}
    field = PICKED.get(SpeakerKind(kind))
    picked = values.get(field) if field else None
    if field is not None and picked is None:
        return {}
    if kind == SpeakerKind.UNENTITLED:
        return _only_what_happened(subject)
    answer = entitled_in(
        subject.session,
        values.get("given_at") or subject.now,
        body_id,
        values.get("incident_id"),
        values.get("title") or "",
    )
    verdict = answer.of(SpeakerKind(kind), picked)
    if verdict.may_speak:
        return {}
    if field is None:
        return {"body_id": verdict.reason}
    way_out = (
        "Chọn người khác, hoặc bấm “Ai được phát ngôn?” để lập giấy ủy quyền. Đã lỡ phát ngôn "
        f"rồi thì chọn “{SpeakerKind.UNENTITLED.label}” và ghi lý do."
    )
    return {field: f"{verdict.reason} {way_out}"}


def _only_what_happened(subject: Subject) -> Errors:
    """Nobody without a right is planned to speak; once it happened the register tells it."""
    given_at = subject.values.get("given_at")
    if given_at is not None and given_at <= subject.now:
        return {}
    return {
        "speaker_kind": "Người không có quyền thì không được phát ngôn. Chỉ ghi như thế "
        "khi việc đã xảy ra: nhập ngày, giờ đã phát ngôn."
    }


def _reason(subject: Subject) -> Errors:
    """Why somebody without a right spoke is told as long as the statement is kept."""
    values = subject.values
    if values.get("speaker_kind") != SpeakerKind.UNENTITLED or values.get("note"):
        return {}
    return {"note": "Ghi vì sao người không có quyền đã phát ngôn, và đã xử lý thế nào."}


def _continues(subject: Subject) -> Errors:
    """A statement continues an earlier one; within an incident the series says it already."""
    values = subject.values
    earlier_id = values.get("continues_id")
    earlier = subject.session.get(Statement, earlier_id) if earlier_id else None
    if earlier is None:
        return {}
    if earlier.id == subject.id:
        return {"continues_id": "Một lần phát ngôn không tiếp theo chính nó; chọn lần trước đó."}
    if values.get("incident_id") is not None:
        return {"continues_id": "Đã chọn vụ việc thì sổ tự nối các lần phát ngôn; để trống ô này."}
    given_at = values.get("given_at")
    if given_at and earlier.given_at and given_at < earlier.given_at:
        return {
            "continues_id": f"Lần đó phát ngôn lúc {date_time_text(earlier.given_at)}, "
            "sau lần này; chọn lần trước đó."
        }
    return {}


def _next_update(subject: Subject) -> Errors:
    given_at = subject.values.get("given_at")
    promised = subject.values.get("next_update_at")
    if given_at and promised and promised <= given_at:
        return {"next_update_at": "Hẹn phát ngôn tiếp phải sau lần phát ngôn này."}
    return {}


CHECKS: dict[str, tuple[Check, ...]] = {
    "statement": (frozen, entitled, _reason, _continues, _next_update),
}
