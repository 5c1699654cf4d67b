"""Duty 31: trainings are planned, held, and it is kept who took part."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from app.bootstrap import AppContext
from app.errors import FieldErrors
from app.rules.vocabulary import ClockDuty, Layout, TodayGroup, TrainingState
from app.services.plain import ListQuery
from app.services.sheets import write_sheet
from app.services.today.data import TodayLine
from tests.exports.letter.measuring import Measured
from tests.factories import make, make_body, make_training
from tests.services.office_profiles import make_authority, party_profile, state_profile

KIND = "training"


def held(ctx: AppContext, **over) -> int:
    return make_training(ctx, state=TrainingState.HELD, starts_on=date(2026, 4, 14), **over)


def test_who_is_chosen_is_written_down_as_of_then(ctx: AppContext) -> None:
    speaker = make(ctx, "spokesperson", person="Lê Văn Sáu", position="Chánh Văn phòng")
    training = make_training(ctx, participants=[{"spokesperson_id": speaker}])
    (line,) = ctx.records.get(KIND, training).values["participants"]
    body = ctx.records.get("spokesperson", speaker).values["body_id"]
    assert (line["name"], line["job_title"], line["body_id"]) == (
        "Lê Văn Sáu", "Chánh Văn phòng", body,
    )  # fmt: skip
    version = ctx.records.get("spokesperson", speaker).version
    ctx.records.save("spokesperson", {"position": "Phó Giám đốc"}, speaker, version)
    (line,) = ctx.records.get(KIND, training).values["participants"]
    assert line["job_title"] == "Chánh Văn phòng"


def test_what_was_typed_stays(ctx: AppContext) -> None:
    contact = make(ctx, "contact", name="Trần Thị Bảy")
    typed = {"contact_id": contact, "job_title": "Phóng viên thường trú"}
    training = make_training(ctx, participants=[typed])
    (line,) = ctx.records.get(KIND, training).values["participants"]
    assert (line["name"], line["job_title"]) == ("Trần Thị Bảy", "Phóng viên thường trú")


def test_a_participant_has_a_name_of_some_kind(ctx: AppContext) -> None:
    with pytest.raises(FieldErrors) as caught:
        make_training(ctx, participants=[{"job_title": "Chuyên viên"}])
    assert list(caught.value.errors) == ["participants[0].name"]


def test_nobody_takes_part_twice(ctx: AppContext) -> None:
    speaker = make(ctx, "spokesperson")
    with pytest.raises(FieldErrors) as caught:
        make_training(ctx, participants=[{"spokesperson_id": speaker}] * 2)
    assert list(caught.value.errors) == ["participants[1].spokesperson_id"]


def test_nobody_attended_a_class_that_was_not_held(ctx: AppContext) -> None:
    with pytest.raises(FieldErrors) as caught:
        make_training(ctx, participants=[{"name": "Lê Văn Sáu", "attended": True}])
    assert list(caught.value.errors) == ["participants[0].attended"]
    held(ctx, participants=[{"name": "Lê Văn Sáu", "attended": True, "certificate": "01"}])


def test_only_who_attended_has_a_certificate(ctx: AppContext) -> None:
    with pytest.raises(FieldErrors) as caught:
        held(ctx, participants=[{"name": "Lê Văn Sáu", "certificate": "01"}])
    assert list(caught.value.errors) == ["participants[0].certificate"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"state": TrainingState.HELD}, "starts_on"),
        ({"state": TrainingState.HELD, "starts_on": date(2027, 1, 4)}, "starts_on"),
        ({"state": TrainingState.CANCELLED}, "cancel_reason"),
        ({"starts_on": date(2026, 12, 2), "ends_on": date(2026, 12, 1)}, "ends_on"),
        ({"cost": -1}, "cost"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(ctx: AppContext, values, field: str) -> None:
    with pytest.raises(FieldErrors) as caught:
        make_training(ctx, **values)
    assert list(caught.value.errors) == [field]


def attended(*names: str, **over) -> list[dict]:
    return [{"name": name, "attended": True, **over} for name in names]


def save_profile(ctx: AppContext, layout: Layout = Layout.STATE) -> None:
    make_authority(ctx)
    ctx.office.save_profile(state_profile(ctx) if layout is Layout.STATE else party_profile(ctx))


def test_everybody_who_attended_gets_a_certificate_of_their_own(ctx: AppContext) -> None:
    save_profile(ctx)
    people = [*attended("Lê Văn Sáu", "Trần Thị Bảy", certificate="07"), {"name": "Vắng Mặt"}]
    training = held(ctx, title="Tập huấn kỹ năng phát ngôn", participants=people)
    pages = Measured(ctx.trainings.certificates(training)).dump()
    for words in ("GIẤY CHỨNG NHẬN", "Lê Văn Sáu", "Số: 07", "tập huấn kỹ năng phát ngôn",
                  "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ngày 14 tháng 4 năm 2026"):  # fmt: skip
        assert words in pages
    assert next(line for line in pages.splitlines() if "Trần Thị Bảy" in line).startswith("2 ")
    assert "Vắng Mặt" not in pages


def test_a_party_office_has_its_own_head_on_certificates(ctx: AppContext) -> None:
    save_profile(ctx, Layout.PARTY)
    training = held(ctx, participants=attended("Lê Văn Sáu"))
    pages = Measured(ctx.trainings.certificates(training)).dump()
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in pages
    assert "CỘNG HÒA" not in pages


def test_a_class_that_was_not_held_has_no_certificates(ctx: AppContext) -> None:
    save_profile(ctx)
    with pytest.raises(FieldErrors, match="chưa tổ chức"):
        ctx.trainings.certificates(make_training(ctx))
    with pytest.raises(FieldErrors, match="Chưa có học viên"):
        ctx.trainings.certificates(held(ctx))


def test_the_coverage_is_that_of_those_in_office_today(ctx: AppContext) -> None:
    trained, other = make(ctx, "spokesperson"), make(ctx, "spokesperson")
    gone = make(ctx, "spokesperson", valid_from=date(2020, 1, 1), valid_to=date(2021, 1, 1))
    empty = make_body(ctx, name="Sở Không Ai")
    held(ctx, participants=[{"spokesperson_id": trained, "attended": True}])
    held(ctx, participants=[{"spokesperson_id": other, "attended": False}])
    found = ctx.trainings.coverage(12)
    left = [one.speaker.id for one in found.untrained]
    assert other in left
    assert trained not in left
    assert gone not in left
    assert (empty, "Sở Không Ai") in found.unrepresented
    assert found.speakers == 2


def gaps(ctx: AppContext) -> dict[ClockDuty, TodayLine]:
    found = ctx.today_list.work_list()
    lines = [line for group in found.groups if group.group is TodayGroup.GAPS
             for line in group.lines]  # fmt: skip
    return {line.duty: line for line in lines if line.duty is not None}


def test_a_year_without_a_training_is_a_gap_until_one_is_held(ctx: AppContext) -> None:
    save_profile(ctx)
    assert gaps(ctx)[ClockDuty.TRAINING].next_step == "Thêm lớp tập huấn, hoặc ghi ngày đã làm"
    planned = make_training(ctx, starts_on=date(2026, 9, 10))
    line = gaps(ctx)[ClockDuty.TRAINING]
    assert (line.record_kind, line.record_id) == (KIND, planned)
    version = ctx.records.get(KIND, planned).version
    ctx.records.save(KIND, {"state": TrainingState.HELD}, planned, version)
    assert ClockDuty.TRAINING not in gaps(ctx)


def test_the_participants_sign_on_a_list(ctx: AppContext) -> None:
    save_profile(ctx)
    body = make_body(ctx, name="Sở Nội vụ")
    training = make_training(
        ctx,
        title="Tập huấn kỹ năng phát ngôn",
        starts_on=date(2026, 11, 10),
        participants=[{"name": "Lê Văn Sáu", "job_title": "Chánh Văn phòng", "body_id": body}],
    )
    page = Measured(ctx.trainings.attendance_list(training)).dump()
    for words in ("DANH SÁCH HỌC VIÊN", "TẬP HUẤN KỸ NĂNG PHÁT NGÔN", "Lê Văn Sáu", "Sở Nội vụ"):
        assert words in page
    with pytest.raises(FieldErrors, match="Học viên"):
        ctx.trainings.attendance_list(make_training(ctx))


def test_the_register_tells_who_taught_and_how_many_came(ctx: AppContext, tmp_path: Path) -> None:
    body = make_body(ctx, name="Sở Nội vụ")
    people = [
        {"name": "Lê Văn Sáu", "body_id": body, "attended": True},
        {"name": "Trần Thị Bảy", "body_id": body, "attended": True},
        {"name": "Ngô Văn Tám"},
    ]
    make_training(
        ctx,
        title="Kỹ năng phát ngôn",
        state=TrainingState.HELD,
        starts_on=date(2026, 5, 12),
        ends_on=date(2026, 5, 13),
        cost=18_500_000,
        participants=people,
        lecturers=[{"name": "Lê Thị Minh", "workplace": "Hội Nhà báo tỉnh"}],
    )
    make_training(ctx, title="Lớp sắp tới", starts_on=date(2026, 11, 10), participants=people[2:])
    path = tmp_path / "so.xlsx"
    write_sheet(ctx, KIND, ListQuery(sort="starts_on"), path)
    sheet = openpyxl.load_workbook(path).active
    rows = {row[2].value: [cell.value for cell in row] for row in sheet.iter_rows(min_row=6)}
    held, planned = rows["Kỹ năng phát ngôn"], rows["Lớp sắp tới"]
    assert held[1] == "12/05/2026 – 13/05/2026"
    assert held[5] == "Lê Thị Minh, Hội Nhà báo tỉnh"
    assert held[6] == "2/3 người được mời có dự\nSở Nội vụ"
    assert held[8] == 18_500_000
    assert planned[6] == "Mời 1 người"
