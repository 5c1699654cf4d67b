"""The words of letters about inspections, where the facts make them differ (duty 32)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.rules.letter_text.common import Voice
from app.rules.letter_text.inspections import (
    Asked,
    Checked,
    InspectionFacts,
    Member,
    PlanFacts,
    conclusion,
    plan,
    team_decision,
    urging,
)
from app.rules.vocabulary import (
    CheckResult,
    InspectionKind,
    InspectionTopic,
    Layout,
    TeamRole,
)

STATE = Voice(Layout.STATE, "Sở Xây dựng", "V/v")
PARTY = Voice(Layout.PARTY, "Ban Thường vụ Tỉnh ủy An Giang")
FACTS = InspectionFacts(
    title="Kiểm tra công tác phát ngôn",
    kind=InspectionKind.INSPECTION,
    body="Sở Y tế",
    begins=date(2026, 9, 7),
    ends=date(2026, 9, 8),
    decision=("15/QĐ-SXD", date(2026, 9, 1)),
    team=(Member("Trần Thị Bình", "Phó Giám đốc Sở", TeamRole.LEADER),),
    topics=(InspectionTopic.FILES,),
    checked=(Checked(InspectionTopic.FILES, CheckResult.FAILED, "Thiếu ngày."),),
    conclusion="Còn thiếu sót.",
    recommendations=(Asked("Ghi đủ ngày.", "Văn phòng", date(2026, 10, 1)),),
)
SELF = replace(FACTS, kind=InspectionKind.SELF_INSPECTION, body="Sở Xây dựng")


def test_the_body_is_named_once_even_where_the_title_names_it() -> None:
    assert FACTS.matter == "kiểm tra công tác phát ngôn tại Sở Y tế"
    named = replace(FACTS, title="Kiểm tra Sở Y tế.")
    assert named.matter == "kiểm tra Sở Y tế"


def test_a_self_inspection_has_a_team_of_its_own_name_and_speaks_to_nobody_else() -> None:
    decision = team_decision(STATE, SELF)
    assert "thành lập Tổ tự kiểm tra" in decision.subject
    assert decision.body[1] == "1. Ông (bà) Trần Thị Bình, Phó Giám đốc Sở, Tổ trưởng."
    told = conclusion(STATE, SELF)
    assert "Tổ tự kiểm tra đã tự kiểm tra công tác phát ngôn tại Sở Xây dựng" in told.body[0]
    assert told.body[-1].startswith("Các đơn vị, cá nhân có liên quan thực hiện")
    assert told.copies == ()


@pytest.mark.parametrize(("voice", "mark"), [(STATE, "."), (PARTY, "-")])
def test_sections_that_say_nothing_are_left_out_and_the_others_numbered_on(
    voice: Voice, mark: str
) -> None:
    headings = [text for text in conclusion(voice, FACTS).body if text.isupper()]
    assert headings == [
        f"I{mark} KẾT QUẢ KIỂM TRA",
        f"II{mark} KẾT LUẬN",
        f"III{mark} KIẾN NGHỊ",
    ]


def test_the_layouts_name_people_and_begin_subjects_in_their_own_ways() -> None:
    assert "gồm các ông (bà) có tên" in team_decision(STATE, FACTS).body[0]
    assert team_decision(PARTY, FACTS).body[1].startswith("1. Đồng chí Trần Thị Bình")
    year = PlanFacts(2026, (FACTS,))
    assert plan(STATE, year).subject.startswith("Kiểm tra công tác")
    assert plan(PARTY, year).subject.startswith("kiểm tra công tác")


def test_a_plan_lists_each_topic_once_and_says_that_it_adds_to_another() -> None:
    text = plan(STATE, PlanFacts(2026, (FACTS, SELF), is_additional=True))
    assert text.body.count("- Hồ sơ, sổ sách.") == 1
    assert "2. Sở Xây dựng: tự kiểm tra, từ ngày 07 tháng 9 năm 2026" in "\n".join(text.body)
    assert text.subject.startswith("Kiểm tra bổ sung")


def test_what_is_urged_says_since_when_it_is_late() -> None:
    late = replace(FACTS, overdue=FACTS.recommendations, on=date(2026, 10, 5))
    assert urging(STATE, late).body[1] == (
        "1. Ghi đủ ngày, Văn phòng thực hiện (hạn ngày 01 tháng 10 năm 2026, quá hạn 4 ngày)."
    )
    assert urging(STATE, late).recipients == ("Sở Y tế",)
