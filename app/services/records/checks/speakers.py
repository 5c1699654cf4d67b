"""Those who speak for a body: assigned once at a time, authorised for a case by the head."""

from __future__ import annotations

from app.models import Spokesperson
from app.rules.dates import date_text
from app.rules.duties.spokespersons import (
    Authorisation,
    sub_delegated_from,
    sub_delegation_words,
    tenures,
)
from app.rules.wording.names import person_sort_key
from app.services.records.checks.common import (
    PERIOD,
    Check,
    Errors,
    Subject,
    email,
    not_before,
    not_in_future,
)
from app.services.speakers import store


def _replacement(subject: Subject) -> Errors:
    """Whoever is replaced spoke for the same body and began before."""
    values = subject.values
    replaced_id = values.get("replaces_id")
    replaced = subject.session.get(Spokesperson, replaced_id) if replaced_id else None
    if replaced is None:
        return {}
    if replaced.id == subject.id:
        return {"replaces_id": "Một người không thay cho chính mình; chọn người trước đó."}
    if replaced.body_id != values.get("body_id"):
        return {"replaces_id": "Người này phát ngôn cho cơ quan khác; chọn người của cơ quan này."}
    begins = values.get("valid_from")
    if begins and begins <= replaced.valid_from:
        return {
            "valid_from": f"{replaced.person} bắt đầu từ {date_text(replaced.valid_from)}; "
            "người thay bắt đầu sau ngày đó."
        }
    return {}


def _assigned_twice(subject: Subject) -> Errors:
    """Nobody is assigned for one body twice at the same time."""
    values = subject.values
    body_id, begins = values.get("body_id"), values.get("valid_from")
    if body_id is None or begins is None or not values.get("person"):
        return {}
    ends = values.get("valid_to")
    others = [
        one
        for one in store.assignments(subject.session, [body_id])[body_id]
        if one.id != subject.id
    ]
    for other in tenures(others):
        one = other.assignment
        overlap = other.holds(begins) or (
            begins <= other.begins and (not ends or other.begins <= ends)
        )
        if person_sort_key(one.person) == person_sort_key(values["person"]) and overlap:
            return {
                "person": f"{one.person} đã được phân công từ {date_text(one.begins)}; "
                "sửa bản ghi đó, hoặc nhập thời gian không trùng."
            }
    return {}


def _case(subject: Subject) -> Errors:
    """An authorisation is for one case."""
    values = subject.values
    if values.get("incident_id") is None and not values.get("case_text"):
        return {
            "incident_id": "Chọn vụ việc trong sổ, hoặc ghi vụ việc ở dòng dưới: "
            "mỗi giấy ủy quyền chỉ cho một vụ việc."
        }
    return {}


def _grantor(subject: Subject) -> Errors:
    """Who was authorised cannot authorise another, nor anyone himself (duty 8)."""
    values = subject.values
    body_id, grantor, grantee = (values.get(name) for name in ("body_id", "grantor", "grantee"))
    begins, ends = values.get("valid_from"), values.get("valid_to")
    if not grantor or not grantee:
        return {}
    if person_sort_key(grantor) == person_sort_key(grantee):
        return {"grantee": "Người được ủy quyền trùng với người ủy quyền; kiểm tra lại tên."}
    if body_id is None or begins is None or ends is None:
        return {}
    one = Authorisation(subject.id or 0, grantor, grantee, begins, ends)
    source = sub_delegated_from(one, store.authorisations(subject.session, [body_id])[body_id])
    if source is None:
        return {}
    return {"grantor": f"{sub_delegation_words(one, source)}; ghi người đứng đầu ở đây."}


CHECKS: dict[str, tuple[Check, ...]] = {
    "spokesperson": (
        PERIOD,
        email,
        _replacement,
        _assigned_twice,
        not_before("published_on", "decision_date", "Không thể công bố trước ngày quyết định."),
        not_before("announced_on", "decision_date", "Không thể thông báo trước ngày quyết định."),
        not_in_future("decision_date", "published_on", "announced_on"),
    ),
    "authorisation": (
        PERIOD,
        email,
        _case,
        _grantor,
        not_before("published_at", "signed_at", "Không thể công bố trước khi ký."),
        not_in_future("signed_at", "published_at"),
    ),
}
