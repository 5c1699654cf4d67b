"""For each purpose of a letter a record it can be made from, as full as a clerk fills it in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from app.bootstrap import AppContext
from tests.factories import (
    make_authorisation,
    make_body,
    make_legal_document,
    make_regulation,
    make_spokesperson,
    make_training,
)


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


def _own_body(ctx: AppContext) -> int:
    profile = ctx.office.profile()
    assert profile is not None
    return make_body(ctx, name=profile.name)


def _assigned(ctx: AppContext, **over: object) -> int:
    body = _own_body(ctx)
    former = make_spokesperson(ctx, body_id=body, person="Lê Thị Hoa", decision_number="41/QĐ-SXD")
    return make_spokesperson(
        ctx,
        body_id=body,
        person="Trần Minh Cường",
        replaces_id=former,
        valid_from=date(2026, 10, 6),
        published_on=None,
        announced_on=None,
        **over,
    )


def _to_be_assigned(ctx: AppContext) -> int:
    return _assigned(ctx, decision_number=None, decision_date=None)


def _to_be_announced(ctx: AppContext) -> int:
    return _assigned(ctx, decision_number="57/QĐ-SXD", decision_date=date(2026, 10, 5))


def _to_be_authorised(ctx: AppContext) -> int:
    """By whoever the office names first, for nobody else signs it."""
    profile = ctx.office.profile()
    assert profile is not None
    return make_authorisation(
        ctx,
        body_id=_own_body(ctx),
        grantor=profile.signers[0].name,
        grantor_position=profile.signers[0].title.capitalize(),
        grantee="Phạm Thu Dung",
        valid_from=date(2026, 10, 5),
        paper_number=None,
        signed_at=None,
        published_at=None,
    )


def _training(ctx: AppContext) -> int:
    bodies = [make_body(ctx, name=name) for name in ("Sở Nội vụ", "Ủy ban nhân dân xã Châu Thành")]
    return make_training(
        ctx,
        title="Tập huấn kỹ năng phát ngôn và cung cấp thông tin cho báo chí năm 2026",
        starts_on=date(2026, 11, 10),
        ends_on=date(2026, 11, 11),
        hours="7 giờ 30 phút",
        place="Hội trường Sở Xây dựng, số 99 đường Nguyễn Trung Trực",
        content="Quy định của pháp luật về báo chí, phát ngôn\nKỹ năng trả lời phỏng vấn",
        cost=18500000,
        lecturers=[{"name": "Bà Lê Thị Minh", "workplace": "Hội Nhà báo tỉnh"}],
        participants=[
            {"name": f"Nguyễn Văn {given}", "body_id": body}
            for given, body in zip(("Tư", "Năm"), bodies, strict=True)
        ],
    )


# The purpose -> makes the record, and returns its id.
EXAMPLES: dict[str, Callable[[AppContext], int]] = {
    "regulation_review": _outdated_regulation,
    "regulation_issue": _body_without_one,
    "training_plan": _training,
    "training_invitation": _training,
    "spokesperson_decision": _to_be_assigned,
    "spokesperson_announcement": _to_be_announced,
    "authorisation_paper": _to_be_authorised,
}
