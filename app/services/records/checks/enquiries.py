"""Enquiries of the press and the grounds to refuse one."""

from __future__ import annotations

from datetime import datetime

from app.models import RefusalGround
from app.rules.dates import date_text
from app.rules.vocabulary import EnquiryOutcome
from app.services.records.checks.common import (
    CONFIRMED,
    PERIOD,
    Check,
    Errors,
    Subject,
    not_before,
    not_in_future,
)


def _asker(subject: Subject) -> Errors:
    if any(subject.values.get(name) for name in ("contact_id", "asker_name", "outlet_id")):
        return {}
    return {"asker_name": "Chọn nhà báo trong danh bạ, nhập họ tên, hoặc chọn cơ quan báo chí."}


def _outcome(subject: Subject) -> Errors:
    """An answer has its moment, a refusal its moment and its ground; nothing else has them."""
    values = subject.values
    match values.get("outcome"):
        case EnquiryOutcome.ANSWERED if not values.get("answered_at"):
            return {"answered_at": "Nhập thời điểm đã trả lời."}
        case EnquiryOutcome.REFUSED:
            errors = {}
            if not values.get("refused_at"):
                errors["refused_at"] = "Nhập thời điểm từ chối."
            if not values.get("refusal_ground_id"):
                errors["refusal_ground_id"] = (
                    "Từ chối phải có căn cứ: chọn quy định cho phép từ chối."
                )
            return errors
        case EnquiryOutcome.PENDING if values.get("answered_at"):
            return {"outcome": "Đã có thời điểm trả lời thì kết quả là “Đã trả lời”."}
        case EnquiryOutcome.PENDING if values.get("refused_at"):
            return {"outcome": "Đã có thời điểm từ chối thì kết quả là “Từ chối, có căn cứ”."}
    return {}


def _ground_in_force(subject: Subject) -> Errors:
    """A refusal stands on the law of its own day."""
    ground_id, refused_at = (subject.values.get(n) for n in ("refusal_ground_id", "refused_at"))
    ground = subject.session.get(RefusalGround, ground_id) if ground_id else None
    if ground is None or not isinstance(refused_at, datetime):
        return {}
    day = refused_at.date()
    begun = ground.valid_from is None or ground.valid_from <= day
    if begun and (ground.valid_to is None or day <= ground.valid_to):
        return {}
    return {
        "refusal_ground_id": f"Căn cứ này không có hiệu lực vào ngày từ chối ({date_text(day)});"
        " chọn căn cứ khác."
    }


def _drafts(subject: Subject) -> Errors:
    errors: Errors = {}
    for place, draft in enumerate(subject.values.get("drafts", ())):
        received, returned = draft.get("received_on"), draft.get("returned_on")
        if received and returned and returned < received:
            errors[f"drafts[{place}].returned_on"] = "Không thể gửi lại trước khi nhận."
        elif returned and returned > subject.now.date():
            errors[f"drafts[{place}].returned_on"] = "Ngày này còn ở tương lai; kiểm tra lại."
    return errors


CHECKS: dict[str, tuple[Check, ...]] = {
    "enquiry": (
        _asker,
        _outcome,
        _ground_in_force,
        not_before("answered_at", "received_at", "Không thể trả lời trước khi tiếp nhận."),
        not_before("refused_at", "received_at", "Không thể từ chối trước khi tiếp nhận."),
        not_before("answer_wanted_at", "received_at", "Hạn này trước khi tiếp nhận; xem lại."),
        not_in_future("received_at", "answered_at", "refused_at"),
        _drafts,
    ),
    "refusal_ground": (PERIOD, CONFIRMED, not_in_future("confirmed_on")),
}
