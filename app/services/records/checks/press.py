"""Incidents, articles and correction requests."""

from __future__ import annotations

import re

from app.models import CorrectionRequest
from app.rules.vocabulary import RequestOutcome
from app.services.letters.service import lock_sentence
from app.services.records.checks.common import Check, Errors, Subject, not_before, not_in_future
from app.services.records.checks.transfers import transfers

_ADDRESS_ON_THE_WEB = re.compile(r"(https?://)?[^\s/.]+(\.[^\s/.]+)+(/\S*)?", re.IGNORECASE)


def _url(subject: Subject) -> Errors:
    url = subject.values.get("url")
    if not url or _ADDRESS_ON_THE_WEB.fullmatch(url):
        return {}
    return {"url": "Đường dẫn có dạng https://tenbao.vn/bai-viet, không có dấu cách."}


def _first_statement(subject: Subject) -> Errors:
    """Statements after the first one follow a first one."""
    if subject.values.get("last_statement_at") and not subject.values.get("first_statement_at"):
        return {"first_statement_at": "Nhập lần phát ngôn đầu trước."}
    return {}


def _refusal(subject: Subject) -> Errors:
    refused = subject.values.get("outcome") == RequestOutcome.REFUSED
    if refused and not subject.values.get("refusal_reason"):
        return {"refusal_reason": "Ghi lý do cơ quan báo chí nêu khi từ chối."}
    return {}


def _signed_facts(subject: Subject) -> Errors:
    """What was signed stands on its facts: they change only while the letter is a draft."""
    request = subject.session.get(CorrectionRequest, subject.id) if subject.id else None
    if request is None or request.letter is None:
        return {}
    facts = ["article_id", "kind", "grounds", "legal_basis", "deadline_asked"]
    if request.letter.number is not None:
        facts.append("no_copy_reason")
    sentence = lock_sentence(request.letter)
    if sentence and any(subject.values.get(name) != getattr(request, name) for name in facts):
        return {"": sentence}
    return {}


CHECKS: dict[str, tuple[Check, ...]] = {
    "incident": (
        not_before("learned_at", "happened_at", "Không thể tiếp nhận trước khi vụ việc xảy ra."),
        not_before(
            "impact_determined_at", "happened_at", "Không thể xác định trước khi vụ việc xảy ra."
        ),
        not_before(
            "first_statement_at", "happened_at", "Không thể phát ngôn trước khi vụ việc xảy ra."
        ),
        not_before(
            "first_statement_at", "learned_at", "Không thể phát ngôn trước khi tiếp nhận vụ việc."
        ),
        not_before(
            "last_statement_at",
            "first_statement_at",
            "Lần phát ngôn gần nhất không thể trước lần đầu.",
        ),
        _first_statement,
        transfers,
        not_in_future(
            "happened_at",
            "learned_at",
            "impact_determined_at",
            "first_statement_at",
            "last_statement_at",
        ),
    ),
    "article": (not_in_future("published_at"), _url),
    "correction_request": (
        not_before("received_by_outlet_on", "sent_to_outlet_on", "Không thể nhận trước ngày gửi."),
        not_before("published_on", "sent_to_outlet_on", "Không thể đăng trước ngày gửi yêu cầu."),
        not_in_future("received_by_outlet_on", "published_on"),
        _refusal,
        _signed_facts,
    ),
}
