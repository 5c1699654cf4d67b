"""Enquiries and visits of the press: asked, answered or refused on a ground (duties 2 and 3)."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from app.bootstrap import AppContext
from app.errors import FieldErrors
from app.models import RefusalGround
from app.rules.vocabulary import ClockDuty, DeadlineState, TodayGroup
from app.services.plain import ListQuery
from app.services.sheets import write_sheet
from tests.conftest import NOW
from tests.exports.sheets.reading import open_sheet
from tests.factories import (
    make_body,
    make_contact,
    make_enquiry,
    make_outlet,
    make_refusal_ground,
)
from tests.services.deadlines.cases import one
from tests.services.office_profiles import make_authority, state_profile

TODAY = NOW.date()


@pytest.fixture
def office(ctx: AppContext) -> AppContext:
    make_authority(ctx)
    ctx.office.save_profile(state_profile(ctx))
    return ctx


def saved(ctx: AppContext, record_id: int, **values: object) -> dict[str, object]:
    return dict(ctx.records.save("enquiry", values, record_id).values)


def errors(ctx: AppContext, **values: object) -> dict[str, str]:
    with pytest.raises(FieldErrors) as caught:
        make_enquiry(ctx, **values)
    return caught.value.errors


def ground_of(ctx: AppContext, on: date) -> int:
    """Return a shipped ground in force on a day."""
    (found,) = ctx.records.options("refusal_ground", "điều tra", 1, on=on)
    return found.id


def test_duty_2_an_enquiry_names_who_asked(ctx: AppContext) -> None:
    assert set(errors(ctx, asker_name=None)) == {"asker_name"}
    make_enquiry(ctx, asker_name=None, outlet_id=make_outlet(ctx))
    make_enquiry(ctx, asker_name=None, contact_id=make_contact(ctx))


def test_duty_2_a_known_journalist_brings_outlet_and_card_along(ctx: AppContext) -> None:
    outlet = make_outlet(ctx)
    contact = make_contact(
        ctx,
        posts=[{"outlet_id": outlet}],
        card_number="IBT 1",
        card_expires_on=date(2030, 12, 31),
    )
    enquiry = make_enquiry(ctx, asker_name=None, contact_id=contact)
    values = ctx.records.get("enquiry", enquiry).values
    assert (values["outlet_id"], values["card_number"]) == (outlet, "IBT 1")
    assert values["card_expires_on"] == date(2030, 12, 31)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"outcome": "answered"}, "answered_at"),
        ({"outcome": "refused", "refused_at": datetime(2026, 10, 3)}, "refusal_ground_id"),
        ({"answered_at": datetime(2026, 10, 3)}, "outcome"),
        ({"outcome": "answered", "answered_at": datetime(2026, 10, 1)}, "answered_at"),
        ({"answer_wanted_at": datetime(2026, 10, 1)}, "answer_wanted_at"),
        ({"drafts": ({"received_on": date(2026, 10, 4), "returned_on": date(2026, 10, 3)},)},
         "drafts[0].returned_on"),
    ],
)  # fmt: skip
def test_duty_2_what_became_of_it_fits_together(
    ctx: AppContext, values: dict[str, object], field: str
) -> None:
    assert field in errors(ctx, **values)


def test_a_refusal_stands_on_a_ground_in_force_on_its_day(ctx: AppContext) -> None:
    old = ground_of(ctx, date(2026, 6, 30))
    new = ground_of(ctx, date(2026, 7, 1))
    assert old != new
    refused = {"outcome": "refused", "refused_at": datetime(2026, 10, 3, 9, 0)}
    assert "không có hiệu lực" in errors(ctx, **refused, refusal_ground_id=old)["refusal_ground_id"]
    make_enquiry(ctx, **refused, refusal_ground_id=new)


def test_the_grounds_are_data_with_a_source_and_not_confirmed(ctx: AppContext) -> None:
    with ctx.db.reading() as session:
        rows = session.query(RefusalGround).all()
    assert len(rows) == 7
    assert all(row.source and not row.confirmed and row.valid_from for row in rows)
    own = make_refusal_ground(ctx, title="Của cơ quan")
    with pytest.raises(FieldErrors):
        ctx.records.save("refusal_ground", {"confirmed": True}, own)


def test_duty_2_the_old_law_gives_the_office_thirty_days(office: AppContext) -> None:
    enquiry = make_enquiry(office, received_at=datetime(2026, 6, 30, 8, 0))
    found = one(office, "enquiry", enquiry, ClockDuty.PRESS_ANSWER)
    assert found.due_at == datetime(2026, 7, 30, 23, 59, 59)


def test_duty_2_where_the_law_has_no_number_the_asker_s_own_deadline_counts(
    office: AppContext,
) -> None:
    plain = one(office, "enquiry", make_enquiry(office), ClockDuty.PRESS_ANSWER)
    assert plain.due_at is None
    wanted = datetime(2026, 10, 6, 16, 30)
    enquiry = make_enquiry(office, answer_wanted_at=wanted)
    found = one(office, "enquiry", enquiry, ClockDuty.PRESS_ANSWER)
    assert found.due_at == wanted
    assert "Báo chí đề nghị trả lời trước 06/10/2026 16:30." in found.steps
    assert found.words(NOW).startswith("còn")
    moved = datetime(2026, 10, 5, 16, 0)
    saved(office, enquiry, answer_wanted_at=moved)
    assert one(office, "enquiry", enquiry, ClockDuty.PRESS_ANSWER).due_at == moved
    assert "Thời điểm báo chí đề nghị" in office.deadlines.log("enquiry", enquiry)[-1].words


def test_duty_2_an_open_question_is_on_the_work_list_with_its_next_step(
    office: AppContext,
) -> None:
    outlet = make_outlet(office, name="Báo An Giang")
    make_enquiry(
        office,
        title="Tiến độ sửa bờ kè",
        outlet_id=outlet,
        answer_wanted_at=datetime(2026, 10, 5, 16, 0),
    )
    groups = {group.group: group for group in office.today_list.work_list().groups}
    (line,) = groups[TodayGroup.TODAY].lines
    assert (line.title, line.record_kind) == ("Tiến độ sửa bờ kè · Báo An Giang", "enquiry")
    assert line.next_step == "Trả lời, hoặc từ chối có căn cứ, rồi ghi kết quả"


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({"outcome": "answered", "answered_at": datetime(2026, 10, 3)}, DeadlineState.MET),
        ({"outcome": "withdrawn"}, DeadlineState.DROPPED),
        ({}, DeadlineState.OPEN),
    ],
)
def test_duty_2_an_answer_ends_the_clock(
    office: AppContext, values: dict[str, object], state: DeadlineState
) -> None:
    enquiry = make_enquiry(office)
    if values:
        saved(office, enquiry, **values)
    assert one(office, "enquiry", enquiry, ClockDuty.PRESS_ANSWER).state is state


def test_duty_3_a_visit_is_kept_with_papers_and_result_and_has_no_deadline(
    office: AppContext,
) -> None:
    visit = make_enquiry(
        office,
        kind="visit",
        channel="in_person",
        introduction="12/GGT ngày 01/10/2026 của Báo An Giang",
        card_number="IBT 77",
        card_expires_on=date(2026, 9, 30),
        answered_by="Lê Văn C, Chánh Văn phòng",
        answer="Đã cung cấp thông cáo.",
    )
    assert office.deadlines.of("enquiry", visit) == ()
    assert office.records.get("enquiry", visit).values["answered_by"].startswith("Lê Văn C")
    assert office.records.hints("enquiry", visit) == (
        "Thẻ nhà báo đã hết hạn từ ngày 30/09/2026, trước khi tiếp nhận.",
    )
    assert office.records.page("enquiry", ListQuery(search="thong cao"), 0, 9)[0].id == visit


def test_the_right_to_look_through_an_interview_is_tracked(office: AppContext) -> None:
    interview = make_enquiry(
        office, kind="interview", review_asked=True, drafts=({"received_on": date(2026, 10, 4)},)
    )
    assert "chưa gửi lại ý kiến" in office.records.hints("enquiry", interview)[0]
    (draft,) = office.records.get("enquiry", interview).values["drafts"]
    returned = {**draft, "returned_on": date(2026, 10, 5), "remarks": "Sửa số liệu."}
    saved(office, interview, drafts=(returned,))
    assert office.records.hints("enquiry", interview) == ()


def test_a_question_asked_before_is_found(office: AppContext) -> None:
    first = make_enquiry(office, title="Bờ kè", question="Khi nào bờ kè ấp Kinh Mới được sửa xong?")
    make_enquiry(office, question="Vì sao cầu Cái Sắn chưa thông xe?")
    again = make_enquiry(office, question="Xin hỏi khi nào bờ kè ấp Kinh Mới được sửa xong ạ?")
    (found,) = office.records.alike("enquiry", again)
    assert (found.id, found.text, found.detail) == (first, "Bờ kè", "02/10/2026")
    office.records.delete("enquiry", first)
    assert office.records.alike("enquiry", again) == ()


def test_duty_2_the_answer_goes_out_as_a_letter_and_ends_the_question(
    office: AppContext,
) -> None:
    enquiry = make_enquiry(office, outlet_id=make_outlet(office, name="Báo An Giang"))
    draft = office.record_letters.create("enquiry_answer", enquiry)
    assert set(office.record_letters.issue_problems(draft, TODAY)) == {"answer"}
    saved(office, enquiry, answer="Xong trong tháng 11.")
    draft = office.record_letters.save(office.record_letters.rewritten(draft))
    assert "Xong trong tháng 11." in draft.letter.body
    issued = office.record_letters.issue(draft, TODAY, secrecy_confirmed=True)
    values = office.records.get("enquiry", enquiry).values
    assert (values["outcome"], values["answered_at"]) == ("answered", NOW)
    assert values["answered_by"] == "Nguyễn Văn A"
    assert one(office, "enquiry", enquiry, ClockDuty.PRESS_ANSWER).state is DeadlineState.MET
    office.record_letters.void(issued, "Nhầm số liệu")
    assert office.records.get("enquiry", enquiry).values["outcome"] == "pending"
    assert one(office, "enquiry", enquiry, ClockDuty.PRESS_ANSWER).state is DeadlineState.OPEN


def test_an_answer_given_by_phone_before_its_letter_keeps_its_moment(office: AppContext) -> None:
    enquiry = make_enquiry(
        office,
        outcome="answered",
        answered_at=datetime(2026, 10, 2, 10, 0),
        answered_by="Lê C",
        answer="Xong.",
    )
    draft = office.record_letters.create("enquiry_answer", enquiry)
    issued = office.record_letters.issue(draft, TODAY, secrecy_confirmed=True)
    office.record_letters.void(issued, "Nhầm")
    values = office.records.get("enquiry", enquiry).values
    assert (values["answered_at"], values["answered_by"]) == (datetime(2026, 10, 2, 10, 0), "Lê C")
    assert values["outcome"] == "answered"


def test_a_refusal_needs_its_ground_before_it_goes_out(office: AppContext) -> None:
    enquiry = make_enquiry(office, outlet_id=make_outlet(office))
    draft = office.record_letters.create("enquiry_refusal", enquiry)
    assert set(office.record_letters.issue_problems(draft, TODAY)) == {"refusal_ground_id"}
    saved(office, enquiry, refusal_ground_id=ground_of(office, date(2026, 6, 30)))
    assert (
        "không có hiệu lực"
        in office.record_letters.issue_problems(draft, TODAY)["refusal_ground_id"]
    )
    saved(office, enquiry, refusal_ground_id=ground_of(office, TODAY))
    office.record_letters.issue(draft, TODAY, secrecy_confirmed=True)
    values = office.records.get("enquiry", enquiry).values
    assert (values["outcome"], values["refused_at"]) == ("refused", NOW)
    answer = office.record_letters.create("enquiry_answer", enquiry)
    assert "outcome" in office.record_letters.issue_problems(answer, TODAY)


def test_the_register_of_refusals_has_ground_and_letter(office: AppContext, tmp_path: Path) -> None:
    enquiry = make_enquiry(
        office,
        title="Kết luận điều tra",
        question="Đề nghị cung cấp kết luận.",
        outlet_id=make_outlet(office, name="Báo An Giang"),
        accountable_body_id=make_body(office, name="Công an tỉnh"),
        refusal_ground_id=ground_of(office, TODAY),
        refusal_note="Đang điều tra.",
    )
    make_enquiry(office)
    draft = office.record_letters.create("enquiry_refusal", enquiry)
    office.record_letters.issue(draft, TODAY, secrecy_confirmed=True)
    (row,) = office.enquiries.refusals(ListQuery())
    assert (row.outlet, row.letters, row.body) == ("Báo An Giang", "01/SXD-VP", "Công an tỉnh")
    path = tmp_path / "tu-choi.xlsx"
    write_sheet(office, "refusal", ListQuery(), path)
    cells = [str(cell) for line in open_sheet(path).values for cell in line if cell]
    assert "SỔ THEO DÕI TỪ CHỐI CUNG CẤP THÔNG TIN CHO BÁO CHÍ" in cells
    for words in ("Kết luận điều tra: Đề nghị cung cấp kết luận.", "Đang điều tra.", "01/SXD-VP"):
        assert words in cells
    assert office.enquiries.refusals(ListQuery(search="không có")) == []
