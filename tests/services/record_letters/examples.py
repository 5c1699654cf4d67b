"""For each purpose of a letter a record it can be made from, as full as a clerk fills it in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from app.bootstrap import AppContext
from tests.factories import make_body, make_legal_document, make_regulation


def _outdated_regulation(ctx: AppContext) -> int:
    new = make_legal_document(
        ctx, number="245/2026/NĐ-CP", issuer="Chính phủ", valid_from=date(2026, 7, 1)
    )
    old = make_legal_document(
        ctx, number="10/2017/NĐ-CP", valid_to=date(2026, 6, 30), replaced_by_id=new
    )
    return make_regulation(
        ctx,
        body_id=make_body(ctx, name="Sở Nông nghiệp và Môi trường"),
        title="Quy chế phát ngôn và cung cấp thông tin cho báo chí",
        number="215/QĐ-SNNMT",
        issued_on=date(2025, 8, 12),
        cites=[old],
    )


def _body_without_one(ctx: AppContext) -> int:
    return make_body(ctx, name="Ủy ban nhân dân xã Cù Lao Dừa")


# The purpose -> makes the record, and returns its id.
EXAMPLES: dict[str, Callable[[AppContext], int]] = {
    "regulation_review": _outdated_regulation,
    "regulation_issue": _body_without_one,
}
