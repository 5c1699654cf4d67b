"""One accountable body at a time, and none changed without a word why (duty 27)."""

from __future__ import annotations

from typing import Any, cast

from app.models import Incident, Violation
from app.services.records.checks.common import Errors, Subject
from app.services.records.kinds import MODELS

_HISTORY = ("moved_on", "from_body_id", "to_body_id")


def transfers(subject: Subject) -> Errors:
    """Check that the transfers lead, one after the other, to the body that is accountable."""
    lines = subject.values.get("transfers") or ()
    record = _stored(subject)
    return {**_body(subject, record, lines), **_chain(subject, lines), **_kept(record, lines)}


def _stored(subject: Subject) -> Incident | Violation | None:
    if subject.id is None:
        return None
    return cast("Incident | Violation", subject.session.get(MODELS[subject.kind], subject.id))


def _body(subject: Subject, record: Incident | Violation | None, lines: Any) -> Errors:
    body_id = subject.values.get("accountable_body_id")
    before = record.accountable_body_id if record is not None else None
    new = [line for line in lines if line.get("id") is None]
    if before is not None and body_id is None:
        return {
            "accountable_body_id": "Đã có cơ quan chịu trách nhiệm thì không bỏ trống; "
            "giao cho cơ quan khác thì chọn cơ quan đó."
        }
    if before is not None and body_id != before and not new:
        return {
            "accountable_body_id": "Đổi cơ quan chịu trách nhiệm phải có lý do: thêm một dòng ở "
            "phần “Chuyển giao”."
        }
    last = lines[-1].get("to_body_id") if lines else None
    if last is not None and last != body_id:
        return {
            "accountable_body_id": "Phần “Chuyển giao” ghi lần cuối chuyển sang cơ quan "
            "khác; chọn cơ quan đó, hoặc sửa dòng vừa thêm."
        }
    if new and before is not None and lines[-1].get("id") is None:
        first = next(place for place, line in enumerate(lines) if line.get("id") is None)
        if lines[first].get("from_body_id") not in (None, before):
            return {
                f"transfers[{first}].from_body_id": "Chọn cơ quan đang chịu trách nhiệm trước "
                "lần chuyển này."
            }
    return {}


def _chain(subject: Subject, lines: Any) -> Errors:
    errors: Errors = {}
    day, body = None, None
    for place, line in enumerate(lines):
        moved_on, source, target = (line.get(name) for name in _HISTORY)
        if moved_on and moved_on > subject.now.date():
            errors[f"transfers[{place}].moved_on"] = (
                "Ngày này còn ở tương lai; chỉ ghi lần đã chuyển."
            )
        elif moved_on and day and moved_on < day:
            errors[f"transfers[{place}].moved_on"] = (
                "Không thể trước lần chuyển ở dòng trên; xếp các dòng theo ngày."
            )
        if source and source == target:
            errors[f"transfers[{place}].to_body_id"] = "Chọn cơ quan khác với “Từ cơ quan”."
        if body and source and source != body:
            errors[f"transfers[{place}].from_body_id"] = (
                "Phải là cơ quan nhận ở dòng trên: mỗi lúc chỉ một cơ quan chịu trách nhiệm."
            )
        day, body = moved_on or day, target or body
    return errors


def _kept(record: Incident | Violation | None, lines: Any) -> Errors:
    """What was stored of the history stays; its reason and paper may be put right."""
    now = {line.get("id"): line for line in lines}
    for stored in record.transfers if record is not None else ():
        line = now.get(stored.id)
        if line is None or any(line.get(name) != getattr(stored, name) for name in _HISTORY):
            return {
                "": "Lần chuyển trách nhiệm đã cất thì giữ nguyên ngày và hai cơ quan, không bỏ "
                "được; nếu chuyển lại thì thêm một dòng mới."
            }
    return {}
