"""Duties 10, 11 and 26 on stored records: who may be picked, what is frozen, what it tells."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import update

from app.bootstrap import AppContext
from app.errors import CannotDelete, Conflict, FieldErrors
from app.models import Statement
from app.rules.duties.statements import Difference, text_hash
from app.rules.vocabulary import SpeakerKind, StatementState
from app.services.checking import findings
from app.services.plain import ListQuery
from app.specs.registry import SPECS
from tests.factories import (
    give_statement,
    make_authorisation,
    make_body,
    make_incident,
    make_spokesperson,
    make_statement,
)
from tests.services.office_profiles import state_profile

NINE = datetime(2026, 10, 2, 9, 0)


def save(ctx: AppContext, id: int, **changes: Any) -> None:
    stored = ctx.records.get("statement", id)
    ctx.records.save("statement", {**stored.values, **changes}, id, stored.version)


def problems(ctx: AppContext, id: int | None = None, **changes: Any) -> dict[str, str]:
    id = make_statement(ctx) if id is None else id
    with pytest.raises(FieldErrors) as error:
        save(ctx, id, **changes)
    return dict(error.value.errors)


def give_problems(ctx: AppContext, id: int) -> dict[str, str]:
    with pytest.raises(FieldErrors) as error:
        give_statement(ctx, id)
    return dict(error.value.errors)


def incident_times(ctx: AppContext, id: int) -> tuple[Any, Any]:
    values = ctx.records.get("incident", id).values
    return values["first_statement_at"], values["last_statement_at"]


def test_giving_freezes_the_exact_text_with_its_hash(ctx: AppContext) -> None:
    """Duty 26: exactly what was said, to whom, when, and by whom."""
    statement = make_statement(ctx, text="Bờ kè nứt 5 mét.", audience="Các báo trong tỉnh")
    give_statement(ctx, statement)
    (line,) = ctx.statements.series_of(statement)
    assert line.state is StatementState.GIVEN
    assert line.sha256 == text_hash("Bờ kè nứt 5 mét.")
    for changes in (
        {"text": "Bờ kè nứt 50 mét."},
        {"given_at": datetime(2026, 10, 2, 8, 0)},
        {"speaker": "Người khác"},
        {"audience": "Báo khác"},
        {"form": "conference"},
    ):
        (field,) = changes
        assert "ghi một lần phát ngôn mới" in problems(ctx, statement, **changes)[field]


def test_what_follows_from_a_statement_stays_open(ctx: AppContext) -> None:
    """Duty 12: what came of it is written down later."""
    statement = make_statement(ctx)
    give_statement(ctx, statement)
    save(ctx, statement, outcome="Các báo đã đăng lại.", note="Đã lưu bản ghi âm.")
    assert ctx.records.get("statement", statement).values["outcome"] == "Các báo đã đăng lại."
    assert list(findings(ctx.db)) == []


def test_a_statement_that_was_given_is_not_deleted(ctx: AppContext) -> None:
    """Duty 26: the register keeps what was said."""
    statement, draft = make_statement(ctx), make_statement(ctx)
    give_statement(ctx, statement)
    with pytest.raises(CannotDelete):
        ctx.records.delete("statement", statement)
    ctx.records.delete("statement", draft)


def test_nothing_is_given_without_the_word_that_it_holds_no_secret(ctx: AppContext) -> None:
    """Duty 24."""
    statement = make_statement(ctx)
    version = ctx.records.get("statement", statement).version
    with pytest.raises(FieldErrors) as error:
        ctx.statements.give(statement, version, secrecy_confirmed=False)
    assert "secrecy_confirmed" in error.value.errors
    assert ctx.statements.state(statement) is StatementState.DRAFT


def test_a_statement_changed_elsewhere_is_not_given(ctx: AppContext) -> None:
    statement = make_statement(ctx)
    version = ctx.records.get("statement", statement).version
    save(ctx, statement, text="Khác.")
    with pytest.raises(Conflict):
        ctx.statements.give(statement, version, secrecy_confirmed=True)


def test_a_draft_may_lack_what_giving_asks_for(ctx: AppContext) -> None:
    statement = make_statement(ctx, text=None, given_at=None, speaker=None)
    assert set(give_problems(ctx, statement)) == {"text", "given_at", "speaker"}
    save(ctx, statement, text="x", speaker="A", given_at=datetime(2026, 10, 5, 9, 1))
    assert "Chưa đến giờ này" in give_problems(ctx, statement)["given_at"]


def test_a_statement_is_given_once(ctx: AppContext) -> None:
    statement = make_statement(ctx)
    give_statement(ctx, statement)
    assert "khóa rồi" in give_problems(ctx, statement)[""]


def test_check_finds_a_text_that_was_changed_past_the_app(ctx: AppContext) -> None:
    statement = make_statement(ctx, title="Về bờ kè")
    give_statement(ctx, statement)
    assert list(findings(ctx.db)) == []
    with ctx.db.writing() as session:
        session.execute(update(Statement.__table__).values(text="Bờ kè không nứt."))  # type: ignore[arg-type]
    assert list(findings(ctx.db)) == [
        f"Phát ngôn “Về bờ kè” (mã {statement}): nguyên văn đã bị thay đổi."
    ]


def test_an_expired_authorisation_cannot_be_picked(ctx: AppContext) -> None:
    """Duty 8: the reason stands at the field, with the way out."""
    body = make_body(ctx)
    paper = make_authorisation(ctx, body_id=body, valid_to=date(2026, 10, 1))
    errors = problems(
        ctx, body_id=body, title="Sạt lở bờ kè", speaker_kind=SpeakerKind.AUTHORISED,
        authorisation_id=paper, given_at=NINE,
    )  # fmt: skip
    assert errors == {
        "authorisation_id": "Ủy quyền về “Sạt lở bờ kè” đã hết hạn: đến hết 01/10/2026. "
        "Chọn người khác, hoặc bấm “Ai được phát ngôn?” để lập giấy ủy quyền. Đã lỡ phát ngôn rồi "
        "thì chọn “Người không có quyền (việc đã xảy ra)” và ghi lý do."
    }


def test_an_authorisation_for_another_case_cannot_be_picked(ctx: AppContext) -> None:
    """Duty 8: per case."""
    body, incident = make_body(ctx), make_incident(ctx, title="Cháy chợ")
    paper = make_authorisation(ctx, body_id=body, case_text="Sạt lở bờ kè")
    errors = problems(
        ctx, body_id=body, incident_id=incident, speaker_kind=SpeakerKind.AUTHORISED,
        authorisation_id=paper, given_at=NINE,
    )  # fmt: skip
    assert "vụ việc khác" in errors["authorisation_id"]


def test_whoever_may_speak_is_kept_by_name_as_on_that_day(ctx: AppContext) -> None:
    """Duty 7: later changes of the assignment change nothing of what was said."""
    body = make_body(ctx)
    spokesperson = make_spokesperson(ctx, body_id=body, person="Võ Thị An", position="Chánh VP")
    statement = make_statement(
        ctx, body_id=body, speaker_kind=SpeakerKind.SPOKESPERSON, spokesperson_id=spokesperson,
        speaker=None, speaker_position=None,
    )  # fmt: skip
    give_statement(ctx, statement)
    stored = ctx.records.get("spokesperson", spokesperson)
    left = {**stored.values, "position": "Giám đốc", "valid_to": date(2026, 10, 1)}
    ctx.records.save("spokesperson", left, spokesperson, stored.version)
    save(ctx, statement, note="x")
    values = ctx.records.get("statement", statement).values
    assert (values["speaker"], values["speaker_position"]) == ("Võ Thị An", "Chánh VP")


def test_the_right_to_speak_is_asked_again_when_the_statement_is_given(ctx: AppContext) -> None:
    """Duty 8: a draft does not outlive the paper it rests on."""
    body = make_body(ctx)
    paper = make_authorisation(ctx, body_id=body, case_text="Sạt lở bờ kè")
    statement = make_statement(
        ctx, body_id=body, title="Sạt lở bờ kè", given_at=NINE,
        speaker_kind=SpeakerKind.AUTHORISED, authorisation_id=paper,
    )  # fmt: skip
    stored = ctx.records.get("authorisation", paper)
    shorter = {**stored.values, "valid_to": date(2026, 10, 1)}
    ctx.records.save("authorisation", shorter, paper, stored.version)
    assert "hết hạn" in give_problems(ctx, statement)["authorisation_id"]


def test_the_incident_learns_when_it_was_spoken_about(ctx: AppContext) -> None:
    """Duties 10 and 11: first and last time, from the statements given."""
    incident = make_incident(ctx, sensitivity="sudden")
    first = make_statement(ctx, incident_id=incident, given_at=NINE)
    assert incident_times(ctx, incident) == (None, None)
    give_statement(ctx, first)
    assert incident_times(ctx, incident) == (NINE, None)
    earlier = datetime(2026, 10, 1, 9, 0)
    give_statement(ctx, make_statement(ctx, incident_id=incident, given_at=earlier))
    assert incident_times(ctx, incident) == (earlier, NINE)
    assert list(findings(ctx.db)) == []


def test_a_page_of_the_incident_that_is_open_meanwhile_takes_nothing_back(ctx: AppContext) -> None:
    incident = make_incident(ctx)
    stored = ctx.records.get("incident", incident)
    give_statement(ctx, make_statement(ctx, incident_id=incident, given_at=NINE))
    ctx.records.save("incident", {**stored.values, "place": "Xã A"}, incident, stored.version)
    assert incident_times(ctx, incident) == (NINE, None)


def test_times_that_the_statements_tell_are_only_shown(ctx: AppContext) -> None:
    """Duty 10: nobody types over what the register of statements says."""
    typed = make_incident(ctx, first_statement_at=datetime(2026, 10, 1, 8, 0))
    told = make_incident(ctx)
    for incident in (typed, told):
        give_statement(ctx, make_statement(ctx, incident_id=incident, given_at=NINE))
    assert ctx.records.get("incident", told).locked == {"first_statement_at", "last_statement_at"}
    assert ctx.records.get("incident", typed).locked == frozenset()
    assert ctx.records.get("incident", make_incident(ctx)).locked == frozenset()


def test_a_time_typed_of_a_statement_outside_the_book_stays(ctx: AppContext) -> None:
    typed = datetime(2026, 10, 1, 8, 0)
    incident = make_incident(ctx, first_statement_at=typed)
    give_statement(ctx, make_statement(ctx, incident_id=incident, given_at=NINE))
    assert incident_times(ctx, incident) == (typed, NINE)


@pytest.mark.parametrize(
    ("moment", "word"), [("2026-10-01T07:00", "tiếp nhận"), ("2026-09-30T07:00", "xảy ra")]
)
def test_nobody_speaks_about_what_has_not_happened(ctx: AppContext, moment: str, word: str) -> None:
    incident = make_incident(ctx, happened_at=datetime(2026, 10, 1, 6, 0))
    statement = make_statement(ctx, incident_id=incident, given_at=datetime.fromisoformat(moment))
    assert word in give_problems(ctx, statement)["given_at"]


def test_the_series_of_an_incident_is_numbered_and_compared_word_by_word(ctx: AppContext) -> None:
    """Duty 11: what changed since the statement before."""
    incident = make_incident(ctx)
    for hour, text in ((9, "Kè nứt 5 mét."), (15, "Kè nứt 12 mét.")):
        moment = datetime(2026, 10, 2, hour, 0)
        give_statement(ctx, make_statement(ctx, incident_id=incident, given_at=moment, text=text))
    make_statement(ctx, incident_id=incident, given_at=None, text=None)
    lines = ctx.statements.series(incident)
    assert [line.number for line in lines] == [1, 2, None]
    assert [line.words for line in lines] == ["", "Thêm 1 từ, bỏ 1 từ so với lần trước.", ""]
    added = [one.text for one in lines[1].pieces if one.difference is Difference.ADDED]
    assert added == [" 12"]


def test_a_statement_of_the_offices_own_accord_has_a_series_too(ctx: AppContext) -> None:
    """Duty 1: proactive, without an incident; what continues it, or puts it right, is linked."""
    first = make_statement(ctx, text="Thu 5 tỷ đồng.")
    give_statement(ctx, first)
    second = make_statement(
        ctx, continues_id=first, given_at=datetime(2026, 10, 3, 9, 0), text="Thu 6 tỷ đồng."
    )
    assert [line.id for line in ctx.statements.series_of(second)] == [first, second]
    assert [line.id for line in ctx.statements.series_of(first)] == [first, second]


def test_only_a_statement_without_an_incident_says_what_it_continues(ctx: AppContext) -> None:
    first = make_statement(ctx)
    later = make_statement(ctx, given_at=datetime(2026, 10, 3, 9, 0))
    assert "để trống" in problems(ctx, continues_id=first, incident_id=make_incident(ctx)).get(
        "continues_id", ""
    )
    assert "chọn lần trước đó" in problems(ctx, first, continues_id=later)["continues_id"]
    assert "chính nó" in problems(ctx, first, continues_id=first)["continues_id"]


def test_the_next_statement_is_promised_for_later(ctx: AppContext) -> None:
    assert "next_update_at" in problems(ctx, given_at=NINE, next_update_at=NINE)


def test_a_new_statement_is_of_the_office_itself(ctx: AppContext) -> None:
    assert ctx.records.new("statement")["body_id"] is None
    ctx.office.save_profile(state_profile(ctx))
    body = make_body(ctx, name=state_profile(ctx).name)
    assert ctx.records.new("statement")["body_id"] == body


def test_statements_are_found_by_what_was_said(ctx: AppContext) -> None:
    assert SPECS["statement"].has_attachments
    statement = make_statement(ctx, text="Đã rào chắn đoạn kè nứt.")
    assert ctx.records.ids("statement", ListQuery(search="rao chan")) == [statement]


def test_a_new_authorisation_is_of_the_office_itself(ctx: AppContext) -> None:
    assert ctx.records.new("authorisation")["body_id"] is None
    body = make_body(ctx, name=state_profile(ctx).name)
    ctx.office.save_profile(state_profile(ctx))
    assert ctx.records.new("authorisation")["body_id"] == body


def test_a_new_statement_begins_with_the_one_spokesperson_of_the_day(ctx: AppContext) -> None:
    """Duty 7: of several nobody is chosen unasked."""
    profile = state_profile(ctx)
    ctx.office.save_profile(profile)
    body = make_body(ctx, name=profile.name)
    assert ctx.records.new("statement")["speaker_kind"] == SpeakerKind.HEAD
    make_spokesperson(ctx, body_id=body, valid_from=date(2025, 1, 1), valid_to=date(2026, 1, 31))
    spokesperson = make_spokesperson(ctx, body_id=body)
    values = ctx.records.new("statement")
    assert values["speaker_kind"] == SpeakerKind.SPOKESPERSON
    assert (values["body_id"], values["spokesperson_id"]) == (body, spokesperson)
    make_spokesperson(ctx, body_id=body)
    assert ctx.records.new("statement")["speaker_kind"] == SpeakerKind.HEAD


def test_who_spoke_without_a_right_is_told_as_it_happened(ctx: AppContext) -> None:
    """Duties 7 and 26: with a reason, marked wherever the register names the speaker."""
    incident = make_incident(ctx)
    told = {
        "incident_id": incident, "speaker_kind": SpeakerKind.UNENTITLED, "speaker": "Lê Văn Lỡ",
    }  # fmt: skip
    assert set(problems(ctx, **told)) == {"note"}
    assert set(problems(ctx, **told, note="Trả lời khi bị gọi.", given_at=None)) == {"speaker_kind"}
    later = datetime(2026, 10, 6, 9, 0)
    assert set(problems(ctx, **told, note="x", given_at=later)) == {"speaker_kind"}
    statement = make_statement(ctx, **told, note="Trả lời khi bị gọi; đã nhắc nhở.")
    assert "không có quyền phát ngôn" in ctx.records.hints("statement", statement)[0]
    give_statement(ctx, statement)
    (line,) = ctx.statements.series(incident)
    assert line.speaker == "Lê Văn Lỡ (không có quyền phát ngôn)"
    ((spoken,),) = [row.spoken for row in ctx.statements.incident_rows(ListQuery())]
    assert spoken.speaker == "Lê Văn Lỡ (không có quyền phát ngôn)"
    assert set(problems(ctx, statement, note=None)) == {"note"}
