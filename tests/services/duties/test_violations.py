"""A violation that the press found, from the order to inspect to the answer (19 to 23 and 27)."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from app.bootstrap import AppContext
from app.errors import CannotDelete, FieldErrors
from app.rules.vocabulary import ViolationConclusion, ViolationStage
from app.rules.vocabulary import ViolationStepKind as Step
from app.services.plain import ListQuery
from app.services.sheets import write_sheet
from app.specs.registry import SPECS
from tests.exports.sheets.reading import open_sheet
from tests.factories import (
    make,
    make_article,
    make_body,
    make_incident,
    make_outlet,
    make_violation,
)

KIND = "violation"
STEPS = {
    Step.DIRECTED: date(2026, 9, 2),
    Step.INSPECTED: date(2026, 9, 3),
    Step.CONCLUDED: date(2026, 9, 15),
    Step.HANDLED: date(2026, 9, 20),
    Step.REPORTED: date(2026, 9, 22),
    Step.INFORMED: date(2026, 9, 23),
}


def without(*left_out: Step) -> dict[Step, date]:
    return {step: day for step, day in STEPS.items() if step not in left_out}


def shown(ctx: AppContext, column: str, record_id: int, kind: str = KIND):
    (row,) = ctx.records.rows(kind, [record_id])
    columns = [one.name for one in SPECS[kind].list.columns]
    return row.values[columns.index(column)]


def save(ctx: AppContext, record_id: int, kind: str = KIND, **values) -> None:
    ctx.records.save(kind, values, record_id, ctx.records.get(kind, record_id).version)


def errors(ctx: AppContext, record_id: int, kind: str = KIND, **values) -> dict[str, str]:
    with pytest.raises(FieldErrors) as caught:
        save(ctx, record_id, kind, **values)
    return dict(caught.value.errors)


def test_a_case_names_an_article_or_says_where_it_was_told(ctx: AppContext) -> None:
    """Duty 19: the press found it, so the case says in which article."""
    article = make_article(ctx, title="Phà thu phí vượt giá")
    with pytest.raises(FieldErrors) as caught:
        make_violation(ctx, source=None)
    assert list(caught.value.errors) == ["source"]
    violation = make_violation(ctx, source=None, articles=[{"article_id": article}])
    (found,) = ctx.records.page(KIND, ListQuery(search="pha thu phi vuot gia"), 0, 9)
    assert found.id == violation
    with pytest.raises(CannotDelete):
        ctx.records.delete("article", article)


def test_the_list_shows_what_a_case_waits_for(ctx: AppContext) -> None:
    """Duties 20 to 23: the first step not taken, in words."""
    violation = make_violation(ctx)
    assert shown(ctx, "stage", violation) == ViolationStage.DIRECTION
    done = without(Step.HANDLED, Step.REPORTED, Step.INFORMED)
    steps = [{"step": step, "done_on": day} for step, day in done.items()]
    save(ctx, violation, steps=steps, conclusion=ViolationConclusion.WRONGDOING)
    assert shown(ctx, "stage", violation) == ViolationStage.HANDLING
    save(ctx, violation, conclusion=ViolationConclusion.NONE)
    assert shown(ctx, "stage", violation) == ViolationStage.REPORT


def test_it_cannot_end_while_the_press_has_not_been_told(ctx: AppContext) -> None:
    """Duty 23: the press learns of the result; until then the case stays open."""
    violation = make_violation(
        ctx, taken=without(Step.INFORMED), conclusion=ViolationConclusion.WRONGDOING
    )
    found = errors(ctx, violation, closed_on=date(2026, 9, 30))
    assert list(found) == ["closed_on"]
    assert found["closed_on"].startswith("Chưa kết thúc được vì chưa thông tin cho báo chí: gửi")
    lines = ctx.records.get(KIND, violation).values["steps"]
    told = {"step": Step.INFORMED, "done_on": date(2026, 9, 23), "who": "Báo Thời sự"}
    save(ctx, violation, steps=[*lines, told], closed_on=date(2026, 9, 30))
    assert shown(ctx, "stage", violation) == ViolationStage.CLOSED
    assert shown(ctx, "informed_on", violation) == date(2026, 9, 23)


@pytest.mark.parametrize("step", [Step.DIRECTED, Step.CONCLUDED, Step.HANDLED, Step.REPORTED])
def test_it_cannot_end_while_an_earlier_step_is_missing(ctx: AppContext, step: Step) -> None:
    """Duties 20 to 22: wrongdoing is inspected, concluded, handled and reported."""
    violation = make_violation(ctx, taken=without(step), conclusion=ViolationConclusion.WRONGDOING)
    found = errors(ctx, violation, closed_on=date(2026, 9, 30))
    assert step.label.lower() in found["closed_on"]


def test_without_wrongdoing_it_ends_with_nothing_handled(ctx: AppContext) -> None:
    """Duty 21: what is to be handled is wrongdoing."""
    violation = make_violation(
        ctx, taken=without(Step.HANDLED), conclusion=ViolationConclusion.NONE
    )
    save(ctx, violation, closed_on=date(2026, 9, 30))
    handled = [*ctx.records.get(KIND, violation).values["steps"]]
    handled.append({"step": Step.HANDLED, "done_on": date(2026, 9, 20)})
    assert list(errors(ctx, violation, steps=handled)) == ["conclusion"]


def test_the_days_of_the_steps_follow_each_other(ctx: AppContext) -> None:
    violation = make_violation(ctx)
    steps = [
        {"step": Step.CONCLUDED, "done_on": date(2026, 9, 10)},
        {"step": Step.DIRECTED, "done_on": date(2026, 9, 12)},
        {"step": Step.INSPECTED, "done_on": date(2026, 9, 12), "until_on": date(2026, 9, 11)},
        {"step": Step.REPORTED, "done_on": date(2026, 8, 30)},
        {"step": Step.INFORMED, "done_on": date(2027, 1, 1)},
    ]
    found = errors(ctx, violation, steps=steps, conclusion=ViolationConclusion.NONE)
    assert sorted(found) == [
        "steps[0].done_on",
        "steps[2].until_on",
        "steps[3].done_on",
        "steps[4].done_on",
    ]
    assert found["steps[0].done_on"] == (
        "“Kết luận” không thể trước “Chỉ đạo kiểm tra” (12/09/2026); kiểm tra lại ngày."
    )


def test_a_concluded_case_says_what_was_found(ctx: AppContext) -> None:
    violation = make_violation(ctx)
    steps = [{"step": Step.CONCLUDED, "done_on": date(2026, 9, 15)}]
    assert list(errors(ctx, violation, steps=steps)) == ["conclusion"]


def test_a_case_keeps_little_about_persons() -> None:
    """Duty 21 with the law on personal data: the field says what is not to be written."""
    assert "Không ghi ngày sinh" in SPECS[KIND].field("subject").help


# One accountable body at a time (duty 27), in violations and in incidents alike.

CASES = pytest.mark.parametrize("kind", [KIND, "incident"])


def accountable(ctx: AppContext, kind: str) -> tuple[int, int, int]:
    """Make a case with its accountable body, and another body."""
    first, second = make_body(ctx), make_body(ctx)
    return make(ctx, kind, accountable_body_id=first), first, second


def transfer(source: int, target: int, **over):
    return {
        "id": None,
        "moved_on": date(2026, 10, 1),
        "from_body_id": source,
        "to_body_id": target,
        "reason": "Đúng chức năng quản lý bến phà",
        "paper": "15/UBND-NC",
        **over,
    }


@CASES
def test_the_accountable_body_is_not_changed_without_a_reason(ctx: AppContext, kind: str) -> None:
    """Duty 27: no passing on of the answer in silence."""
    case, _first, second = accountable(ctx, kind)
    found = errors(ctx, case, kind, accountable_body_id=second)
    assert list(found) == ["accountable_body_id"]
    assert "phải có lý do" in found["accountable_body_id"]
    assert list(errors(ctx, case, kind, accountable_body_id=None)) == ["accountable_body_id"]


@CASES
def test_a_transfer_is_kept_with_its_reason_and_counted_in_words(
    ctx: AppContext, kind: str
) -> None:
    """Duty 27: the history of who had to answer stays visible."""
    case, first, second = accountable(ctx, kind)
    assert shown(ctx, "transferred", case, kind) == "none"
    without_reason = transfer(first, second, reason="")
    found = errors(ctx, case, kind, accountable_body_id=second, transfers=[without_reason])
    assert list(found) == ["transfers[0].reason"]
    save(ctx, case, kind, accountable_body_id=second, transfers=[transfer(first, second)])
    assert shown(ctx, "transferred", case, kind) == "once"
    lines = ctx.records.get(kind, case).values["transfers"]
    back = transfer(second, first, moved_on=date(2026, 10, 3))
    save(ctx, case, kind, accountable_body_id=first, transfers=[*lines, back])
    assert shown(ctx, "transferred", case, kind) == "twice"
    query = ListQuery(filters={"transferred": "twice"})
    assert [row.id for row in ctx.records.page(kind, query, 0, 9)] == [case]


@CASES
def test_only_one_body_answers_at_a_time(ctx: AppContext, kind: str) -> None:
    """Duty 27: each transfer goes on where the last one ended, to the body that now answers."""
    case, first, second = accountable(ctx, kind)
    third = make_body(ctx)
    assert list(errors(ctx, case, kind, transfers=[transfer(first, second)])) == [
        "accountable_body_id"
    ]
    wrong_start = [transfer(third, second)]
    assert list(errors(ctx, case, kind, accountable_body_id=second, transfers=wrong_start)) == [
        "transfers[0].from_body_id"
    ]
    broken = [transfer(first, third), transfer(first, second)]
    assert list(errors(ctx, case, kind, accountable_body_id=second, transfers=broken)) == [
        "transfers[1].from_body_id"
    ]


@CASES
def test_what_was_stored_of_the_history_stays(ctx: AppContext, kind: str) -> None:
    """Duty 27: a transfer is neither taken away nor dated anew; its reason may be put right."""
    case, first, second = accountable(ctx, kind)
    save(ctx, case, kind, accountable_body_id=second, transfers=[transfer(first, second)])
    (line,) = ctx.records.get(kind, case).values["transfers"]
    assert list(errors(ctx, case, kind, transfers=[])) == [""]
    moved = {**line, "moved_on": date(2026, 9, 30)}
    assert list(errors(ctx, case, kind, transfers=[moved])) == [""]
    save(ctx, case, kind, transfers=[{**line, "reason": "Theo phân cấp quản lý"}])


def test_the_page_says_what_a_case_waits_for(ctx: AppContext) -> None:
    violation = make_violation(ctx, conclusion=ViolationConclusion.WRONGDOING)
    assert ctx.records.hints(KIND, violation) == (
        "Hồ sơ chờ chỉ đạo kiểm tra.",
        "Đã chọn kết luận mà chưa ghi bước “Kết luận”; ghi ở phần “Các bước”.",
    )
    save(ctx, violation, steps=[{"step": step, "done_on": day} for step, day in STEPS.items()])
    assert ctx.records.hints(KIND, violation) == ("Hồ sơ đủ các bước, chờ kết thúc.",)
    save(ctx, violation, closed_on=date(2026, 9, 30))
    assert ctx.records.hints(KIND, violation) == ()


@CASES
def test_a_case_passed_on_twice_is_worth_a_look(ctx: AppContext, kind: str) -> None:
    """Duty 27: "không đùn đẩy trách nhiệm"."""
    case, first, second = accountable(ctx, kind)
    there, back = transfer(first, second), transfer(second, first)
    save(ctx, case, kind, accountable_body_id=second, transfers=[there])
    assert not any("đùn đẩy" in hint for hint in ctx.records.hints(kind, case))
    lines = ctx.records.get(kind, case).values["transfers"]
    save(ctx, case, kind, accountable_body_id=first, transfers=[*lines, back])
    assert "Cơ quan chịu trách nhiệm đã chuyển 2 lần" in ctx.records.hints(kind, case)[-1]


def test_an_incident_may_get_its_first_accountable_body_without_a_reason(ctx: AppContext) -> None:
    incident = make_incident(ctx)
    save(ctx, incident, "incident", accountable_body_id=make_body(ctx))
    assert shown(ctx, "transferred", incident, "incident") == "none"


def test_the_sheet_has_every_step_with_its_day_and_paper(ctx: AppContext, tmp_path: Path) -> None:
    """Duties 19 to 23 and 27 in one line: who told, who answers, what was done when."""
    first, second = make_body(ctx, name="Sở Một"), make_body(ctx, name="Sở Hai")
    article = make_article(
        ctx, title="Phà thu phí vượt giá", outlet_id=make_outlet(ctx, name="Báo A")
    )
    case = make_violation(
        ctx,
        title="Thu phí sai",
        source=None,
        articles=[{"article_id": article}],
        accountable_body_id=first,
        conclusion=ViolationConclusion.WRONGDOING,
        steps=[
            {"step": Step.DIRECTED, "done_on": date(2026, 9, 2), "paper": "45/SXD-VP"},
            {"step": Step.INSPECTED, "done_on": date(2026, 9, 3), "until_on": date(2026, 9, 5),
             "who": "Đoàn kiểm tra"},
            {"step": Step.CONCLUDED, "done_on": date(2026, 9, 15)},
        ],
    )  # fmt: skip
    save(ctx, case, accountable_body_id=second, transfers=[transfer(first, second)])
    path = tmp_path / "violations.xlsx"
    write_sheet(ctx, KIND, ListQuery(), path)
    sheet = open_sheet(path)
    (heading,) = (row for row in sheet.iter_rows() if row[0].value == "STT")
    line = [cell.value for cell in sheet[heading[0].row + 1]]
    assert dict(zip([cell.value for cell in heading], line, strict=True)) == {
        "STT": 1,
        "Biết tin": datetime(2026, 9, 1),
        "Báo chí nêu": "Thu phí sai: Bến phà thu cao hơn giá niêm yết.",
        "Báo, bài": "Báo A: Phà thu phí vượt giá",
        "Tập thể, cá nhân": "Ban quản lý bến phà",
        "Cơ quan chịu trách nhiệm": "Sở Hai\nĐã chuyển 1 lần",
        "Chỉ đạo": "02/09/2026; 45/SXD-VP",
        "Kiểm tra": "03/09/2026 - 05/09/2026; Đoàn kiểm tra",
        "Kết luận": "Có sai phạm\n15/09/2026",
        "Xử lý": None,
        "Báo cáo cấp trên": None,
        "Thông tin báo chí": None,
        "Tình trạng": "Chờ xử lý",
    }
