"""Duties 7 and 8 on stored records: the answer, the checks of a save, the history."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from app.bootstrap import AppContext
from app.errors import FieldErrors, NotFound
from app.rules.vocabulary import BodyKind, SpeakerKind
from app.specs.registry import SPECS
from tests.factories import (
    make_authorisation,
    make_body,
    make_incident,
    make_spokesperson,
)
from tests.services.office_profiles import state_profile

OCTOBER_5 = datetime(2026, 10, 5, 9, 0)


def test_the_answer_is_read_from_the_records_of_the_body(ctx: AppContext) -> None:
    body, incident = make_body(ctx), make_incident(ctx, title="Sạt lở bờ kè")
    spokesperson = make_spokesperson(ctx, body_id=body)
    paper = make_authorisation(ctx, body_id=body, incident_id=incident, case_text=None)
    by_words = make_authorisation(ctx, body_id=body, case_text="sạt lở bờ kè")
    elsewhere = make_spokesperson(ctx)
    answer = ctx.speakers.entitled(OCTOBER_5, body, incident)
    assert [(one.kind, one.record_id) for one in answer.allowed()] == [
        (SpeakerKind.HEAD, None),
        (SpeakerKind.SPOKESPERSON, spokesperson),
        (SpeakerKind.AUTHORISED, paper),
        (SpeakerKind.AUTHORISED, by_words),
    ]
    assert not answer.of(SpeakerKind.SPOKESPERSON, elsewhere).may_speak


def test_a_deleted_spokesperson_may_not_speak_until_brought_back(ctx: AppContext) -> None:
    body = make_body(ctx)
    one = make_spokesperson(ctx, body_id=body)
    ctx.records.delete("spokesperson", one)
    refused = ctx.speakers.entitled(OCTOBER_5, body).of(SpeakerKind.SPOKESPERSON, one)
    assert "đã xóa" in refused.reason
    ctx.records.restore("spokesperson", one)
    assert ctx.speakers.entitled(OCTOBER_5, body).of(SpeakerKind.SPOKESPERSON, one).may_speak


@pytest.mark.parametrize(
    ("at", "law"),
    [
        (datetime(2026, 6, 30, 23, 59), "Nghị định số 09/2017/NĐ-CP"),
        (datetime(2026, 7, 1, 0, 0), "Nghị định số 244/2026/NĐ-CP"),
    ],
)
def test_the_law_of_the_day_is_cited_and_called_unconfirmed(
    ctx: AppContext, at: datetime, law: str
) -> None:
    """The switch of the law on 01/07/2026 runs through entitled-to-speak."""
    basis = ctx.speakers.entitled(at, make_body(ctx)).basis
    assert law in basis
    assert "chưa kiểm chứng" in basis


def test_a_party_body_rests_on_the_partys_letter_on_both_sides_of_the_switch(
    ctx: AppContext,
) -> None:
    body = make_body(ctx, kind=BodyKind.PARTY_BODY)
    for day in (30, 31):
        at = datetime(2026, 5, day, 9, 0)
        assert "144-CV/TU" in ctx.speakers.entitled(at, body).basis


def test_of_a_body_that_was_merged_the_successor_is_asked(ctx: AppContext) -> None:
    heir = make_body(ctx, name="Sở Văn hóa và Thể thao")
    old = make_body(ctx, valid_to=date(2025, 6, 30), successor_id=heir)
    answer = ctx.speakers.entitled(OCTOBER_5, old)
    assert answer.allowed() == ()
    assert "hỏi về Sở Văn hóa và Thể thao" in answer.of(SpeakerKind.HEAD).reason


def test_an_unknown_body_is_not_found(ctx: AppContext) -> None:
    with pytest.raises(NotFound):
        ctx.speakers.entitled(OCTOBER_5, 999)


def errors(ctx: AppContext, make, **over) -> dict[str, str]:
    with pytest.raises(FieldErrors) as found:
        make(ctx, **over)
    return dict(found.value.errors)


def test_an_authorisation_needs_a_case(ctx: AppContext) -> None:
    """Duty 8."""
    assert set(errors(ctx, make_authorisation, case_text=None)) == {"incident_id"}


def test_both_days_of_an_authorisation_are_asked_for(ctx: AppContext) -> None:
    """Duty 8."""
    found = errors(ctx, make_authorisation, valid_from=None, valid_to=None)
    assert set(found) == {"valid_from", "valid_to"}


def test_who_was_authorised_cannot_authorise_another(ctx: AppContext) -> None:
    """Duty 8."""
    body = make_body(ctx)
    make_authorisation(ctx, body_id=body, grantee="Lê Văn Phó")
    found = errors(ctx, make_authorisation, body_id=body, grantor="Lê Văn Phó")
    assert "không được ủy quyền tiếp" in found["grantor"]
    make_authorisation(
        ctx,
        body_id=body,
        grantor="Lê Văn Phó",
        valid_from=date(2026, 10, 16),
        valid_to=date(2026, 10, 20),
    )


def test_nobody_authorises_himself(ctx: AppContext) -> None:
    assert set(errors(ctx, make_authorisation, grantor="Lê A", grantee="LÊ A")) == {"grantee"}


def test_a_paper_is_not_published_before_it_is_signed(ctx: AppContext) -> None:
    found = errors(ctx, make_authorisation, published_at=datetime(2026, 10, 1, 7, 0))
    assert set(found) == {"published_at"}


def test_who_is_replaced_spoke_for_the_same_body_and_began_before(ctx: AppContext) -> None:
    """Duty 7."""
    body = make_body(ctx)
    old = make_spokesperson(ctx, body_id=body)
    assert set(errors(ctx, make_spokesperson, replaces_id=old)) == {"replaces_id"}
    same_day = errors(ctx, make_spokesperson, body_id=body, replaces_id=old)
    assert set(same_day) == {"valid_from"}
    make_spokesperson(ctx, body_id=body, replaces_id=old, valid_from=date(2026, 1, 1))


def test_nobody_is_assigned_twice_at_the_same_time(ctx: AppContext) -> None:
    body = make_body(ctx)
    one = make_spokesperson(ctx, body_id=body, person="Trần Bình", valid_to=date(2025, 12, 31))
    found = errors(ctx, make_spokesperson, body_id=body, person="trần  bình")
    assert "đã được phân công từ 01/07/2025" in found["person"]
    later = date(2026, 1, 1)
    make_spokesperson(ctx, body_id=body, person="Trần Bình", valid_from=later)
    make_spokesperson(ctx, person="Trần Bình")  # for another body
    ctx.records.save("spokesperson", {"phone": "0999"}, one)


def test_how_an_assignment_stands_is_said_with_what_it_lacks(ctx: AppContext) -> None:
    """Duty 7."""
    whole = make_spokesperson(ctx)
    assert ctx.records.hints("spokesperson", whole) == ("Đang phát ngôn.",)
    bare = make_spokesperson(ctx, email=None, published_on=None)
    assert ctx.records.hints("spokesperson", bare) == (
        "Đang phát ngôn.",
        "Chưa có email.",
        "Chưa đăng trên cổng thông tin.",
    )


def test_how_an_authorisation_stands_is_said_with_what_it_lacks(ctx: AppContext) -> None:
    """Duty 8."""
    paper = make_authorisation(ctx, valid_to=date(2026, 10, 31))
    assert ctx.records.hints("authorisation", paper) == (
        "Có hiệu lực đến hết 31/10/2026.",
        "Chưa gắn với vụ việc nào trong sổ.",
    )


def test_the_history_of_a_body_is_one_view(ctx: AppContext) -> None:
    """Duty 7."""
    body = make_body(ctx)
    make_spokesperson(ctx, body_id=body, person="Trần A", valid_to=date(2026, 1, 31))
    make_spokesperson(ctx, body_id=body, person="Lê B", valid_from=date(2026, 2, 10))
    lines = ctx.speakers.history(body)
    assert [line.person for line in lines] == ["Trần A", "", "Lê B"]
    assert lines[1].words == "Không có người phát ngôn từ 01/02/2026 đến 09/02/2026"


def test_the_offices_own_body_is_the_one_of_its_name(ctx: AppContext) -> None:
    own = make_body(ctx, name="Sở xây dựng")
    assert ctx.speakers.own_body() is None
    ctx.office.save_profile(state_profile(ctx))
    assert ctx.speakers.own_body() == own


def test_the_list_says_in_words_what_is_missing(ctx: AppContext) -> None:
    """Duty 7."""
    bare = make_spokesperson(ctx, email=None)
    place = [column.name for column in SPECS["spokesperson"].list.columns].index("notes")
    (row,) = ctx.records.rows("spokesperson", [bare])
    assert row.values[place] == "Đang phát ngôn. Chưa có email."
    ctx.records.delete("spokesperson", bare)
    assert ctx.records.rows("spokesperson", [bare])[0].values[place] is None
