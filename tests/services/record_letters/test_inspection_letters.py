"""Letters about inspections: their numbers go back to the records, and what follows (duty 32)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.bootstrap import AppContext
from app.errors import FieldErrors
from app.rules.vocabulary import InspectionState
from app.services.plain import ListQuery
from tests.conftest import NOW
from tests.factories import make_body, make_inspection
from tests.services.record_letters.examples import EXAMPLES, held_inspection

TODAY = NOW.date()


def issued(ctx: AppContext, purpose: str, inspection: int, day: date = TODAY) -> int:
    draft = ctx.record_letters.create(purpose, inspection)
    return ctx.record_letters.issue(draft, day, secrecy_confirmed=True).letter_id


def void(ctx: AppContext, letter: int) -> None:
    ctx.record_letters.void(ctx.record_letters.open(letter), "Sai tên cơ quan.")


def values(ctx: AppContext, inspection: int) -> dict[str, Any]:
    return dict(ctx.records.get("inspection", inspection).values)


def state(ctx: AppContext, inspection: int) -> str:
    (row,) = ctx.records.rows("inspection", [inspection])
    return next(cell for cell in row.values if cell in list(InspectionState))


def refused(ctx: AppContext, purpose: str, inspection: int) -> dict[str, str]:
    with pytest.raises(FieldErrors) as caught:
        issued(ctx, purpose, inspection)
    return caught.value.errors


def test_one_plan_is_for_all_inspections_of_the_year(office: AppContext) -> None:
    first = EXAMPLES["inspection_plan"](office)
    ids = office.records.ids("inspection", ListQuery())
    next_year = make_inspection(office, planned_from=date(2027, 3, 1))
    letter = issued(office, "inspection_plan", first)
    plans = {one: values(office, one)["plan_number"] for one in (*ids, next_year)}
    planned = [one for one, number in plans.items() if number]
    assert len(planned) == 2  # not the one called off, not next year's
    assert {plans[one] for one in planned} == {"01/KH-SXD"}
    assert values(office, first)["plan_date"] == TODAY
    assert "Kế hoạch số 01/KH-SXD" in refused(office, "inspection_plan", first)[""]

    later = make_inspection(office, planned_from=date(2026, 12, 20))
    draft = office.record_letters.create("inspection_plan", later)
    assert draft.letter.subject.startswith("Kiểm tra bổ sung công tác phát ngôn")
    assert sum("tháng 12 năm 2026" in text for text in draft.letter.body) == 1

    void(office, letter)
    assert not any(values(office, one)["plan_number"] for one in planned)


def test_the_decision_needs_a_leader_and_gives_its_number_to_the_inspection(
    office: AppContext,
) -> None:
    assert "trưởng đoàn" in refused(office, "inspection_decision", make_inspection(office))[""]
    inspection = EXAMPLES["inspection_decision"](office)
    letter = issued(office, "inspection_decision", inspection)
    assert values(office, inspection)["decision_number"] == "01/QĐ-SXD"
    assert values(office, inspection)["decision_date"] == TODAY
    assert state(office, inspection) == InspectionState.PLANNED
    void(office, letter)
    assert values(office, inspection)["decision_number"] is None


def test_the_issued_conclusion_concludes_the_inspection(office: AppContext) -> None:
    assert "started_on" in refused(office, "inspection_conclusion", make_inspection(office))
    inspection = EXAMPLES["inspection_conclusion"](office)
    assert state(office, inspection) == InspectionState.RUNNING
    letter = issued(office, "inspection_conclusion", inspection)
    assert values(office, inspection)["conclusion_number"] == "01/TB-SXD"
    assert state(office, inspection) == InspectionState.CONCLUDED
    void(office, letter)
    assert values(office, inspection)["conclusion_date"] is None
    assert state(office, inspection) == InspectionState.RUNNING


def test_what_is_not_applicable_is_not_in_the_conclusion(office: AppContext) -> None:
    draft = office.record_letters.create(
        "inspection_conclusion", EXAMPLES["inspection_conclusion"](office)
    )
    assert not any("họp báo" in text for text in draft.letter.body)
    assert "- Hồ sơ, sổ sách: chưa đạt." in draft.letter.body


def test_urging_names_what_is_overdue_on_its_day_and_notes_that_it_was_urged(
    office: AppContext,
) -> None:
    """Duty 32: what was recommended is followed up."""
    inspection = EXAMPLES["inspection_urging"](office)
    letter = issued(office, "inspection_urging", inspection)
    text = office.letters.get(letter).data.body
    assert "quá hạn 10 ngày" in text[1]
    assert "quá hạn 5 ngày" in text[2]
    lines = values(office, inspection)["recommendations"]
    assert [line["urged_on"] for line in lines] == [TODAY, TODAY, None]
    void(office, letter)
    assert all(line["urged_on"] is None for line in values(office, inspection)["recommendations"])

    done = [{**line, "done_on": date(2026, 9, 24)} for line in lines]
    record = office.records.get("inspection", inspection)
    office.records.save("inspection", {"recommendations": done}, inspection, record.version)
    assert "không cần đôn đốc" in refused(office, "inspection_urging", inspection)[""]


def test_a_batch_urges_only_those_that_are_late(office: AppContext) -> None:
    late = EXAMPLES["inspection_urging"](office)
    other = held_inspection(office, "Sở Tài chính")
    in_time = make_inspection(office, body_id=make_body(office, name="Sở Y tế"))
    batch = office.batches.create("inspection_urging", [late, in_time, other])
    assert [draft.record_id for draft in batch.letters] == [late, other]
    with pytest.raises(FieldErrors, match="Không hồ sơ nào"):
        office.batches.create(
            "inspection_urging", [in_time, make_inspection(office, planned_from=TODAY)]
        )


def test_a_batch_of_plans_is_one_plan_for_each_year(office: AppContext) -> None:
    first = EXAMPLES["inspection_plan"](office)
    next_year = make_inspection(office, planned_from=date(2027, 3, 1))
    batch = office.batches.create("inspection_plan", office.records.ids("inspection", ListQuery()))
    assert {draft.record_id for draft in batch.letters} == {first, next_year}
