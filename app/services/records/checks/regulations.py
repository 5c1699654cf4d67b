"""The library of documents, and the press regulations that cite them."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from app.models import LegalDocument, Regulation
from app.rules.dates import date_text
from app.rules.vocabulary import RegulationStatus, ReviewResult
from app.services.records.checks.common import (
    CONFIRMED,
    PERIOD,
    Check,
    Errors,
    Subject,
    not_before,
    not_in_future,
)
from app.services.records.search import plain

_IN_USE = (RegulationStatus.IN_FORCE, RegulationStatus.AMENDED)
_ENDED = (RegulationStatus.REPLACED, RegulationStatus.ABOLISHED)


def _number_taken(subject: Subject) -> Errors:
    """A document is in the library once: by its number and, as numbers recur, its issuer."""
    number, issuer = subject.values.get("number") or "", subject.values.get("issuer") or ""
    others = select(LegalDocument).where(
        LegalDocument.deleted_at.is_(None),
        LegalDocument.number_key == LegalDocument.key_values({"number": number})["number_key"],
    )
    for other in subject.session.scalars(others):
        if other.id != subject.id and plain(other.issuer or "") == plain(issuer):
            return {"number": f"Đã có văn bản “{other.number}”: {other.title}; sửa bản ghi đó."}
    return {}


def _successor(subject: Subject) -> Errors:
    """A text that was replaced has ended; and none replaces itself, by whatever way round."""
    successor_id, ended_on = subject.values.get("replaced_by_id"), subject.values.get("valid_to")
    if successor_id is None:
        return {}
    if ended_on is None:
        successor = subject.session.get(LegalDocument, successor_id)
        begins = successor.valid_from if successor else None
        advice = f", như {date_text(begins - timedelta(days=1))}" if begins else ""
        return {"valid_to": f"Văn bản đã được thay thế: nhập ngày cuối còn hiệu lực{advice}."}
    seen = {subject.id}
    while successor_id is not None:
        if successor_id in seen:
            return {"replaced_by_id": "Văn bản không thay thế chính mình; chọn văn bản khác."}
        seen.add(successor_id)
        document = subject.session.get(LegalDocument, successor_id)
        successor_id = None if document is None else document.replaced_by_id
    return {}


def _status(subject: Subject) -> Errors:
    """What is in force has a number and a day; what was replaced has ended."""
    values = subject.values
    status = values.get("status")
    if status in _IN_USE:
        missing = {
            "number": "Quy chế đang áp dụng phải có số, ký hiệu quyết định.",
            "issued_on": "Nhập ngày ban hành của quy chế đang áp dụng.",
        }
        return {name: text for name, text in missing.items() if not values.get(name)}
    if status in _ENDED and values.get("valid_to") is None:
        return {"valid_to": "Nhập ngày cuối cùng quy chế còn áp dụng."}
    return {}


def _replaces(subject: Subject) -> Errors:
    replaced_id = subject.values.get("replaces_id")
    if replaced_id is None:
        return {}
    if replaced_id == subject.id:
        return {"replaces_id": "Quy chế không thay thế chính mình; chọn quy chế khác."}
    replaced = subject.session.get(Regulation, replaced_id)
    if replaced is not None and replaced.replaces_id == subject.id and subject.id is not None:
        return {"replaces_id": "Quy chế kia đã ghi là thay thế quy chế này; chọn quy chế khác."}
    return {}


def _bases(subject: Subject) -> Errors:
    """No text is cited twice."""
    errors, seen = {}, set()
    for index, line in enumerate(subject.values.get("bases") or ()):
        document_id = line.get("document_id")
        if document_id is not None and document_id in seen:
            errors[f"bases[{index}].document_id"] = "Văn bản này đã có ở dòng trên."
        seen.add(document_id)
    return errors


def _clauses(subject: Subject) -> Errors:
    errors, seen = {}, set()
    for index, line in enumerate(subject.values.get("clauses") or ()):
        topic = line.get("topic")
        if topic and topic in seen:
            errors[f"clauses[{index}].topic"] = "Nội dung này đã có ở dòng trên."
        seen.add(topic)
    return errors


def _reviews(subject: Subject) -> Errors:
    errors = {}
    today = subject.now.date()
    for index, line in enumerate(subject.values.get("reviews") or ()):
        reviewed_on, done_on = line.get("reviewed_on"), line.get("done_on")
        due_on = line.get("plan_due_on")
        place = f"reviews[{index}]"
        if reviewed_on and reviewed_on > today:
            errors[f"{place}.reviewed_on"] = "Ngày này còn ở tương lai; chỉ ghi lần đã rà soát."
        if reviewed_on and due_on and due_on < reviewed_on:
            errors[f"{place}.plan_due_on"] = "Hạn hoàn thành không thể trước ngày rà soát."
        if done_on and done_on > today:
            errors[f"{place}.done_on"] = "Ngày này còn ở tương lai; chỉ ghi việc đã xong."
        if reviewed_on and done_on and done_on < reviewed_on:
            errors[f"{place}.done_on"] = "Không thể hoàn thành trước ngày rà soát."
        if line.get("result") == ReviewResult.FITS and (due_on or line.get("plan")):
            errors[f"{place}.result"] = "Còn phù hợp thì không có kế hoạch sửa đổi; xem lại."
    return errors


def _disseminations(subject: Subject) -> Errors:
    today = subject.now.date()
    return {
        f"disseminations[{index}].held_on": "Ngày này còn ở tương lai; chỉ ghi lần đã quán triệt."
        for index, line in enumerate(subject.values.get("disseminations") or ())
        if line.get("held_on") and line["held_on"] > today
    }


CHECKS: dict[str, tuple[Check, ...]] = {
    "legal_document": (
        PERIOD,
        not_before("valid_from", "issued_on", "Không thể có hiệu lực trước ngày ban hành."),
        _number_taken,
        _successor,
        _disseminations,
        CONFIRMED,
        not_in_future("confirmed_on"),
    ),
    "regulation": (
        PERIOD,
        not_before("valid_from", "issued_on", "Không thể áp dụng trước ngày ban hành."),
        _status,
        _replaces,
        _bases,
        _clauses,
        _reviews,
    ),
}
