"""Rules and days as the office edits them: what makes no sense is refused at its field."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.bootstrap import AppContext
from app.errors import CannotDelete, FieldErrors
from app.models import LegalRule
from app.services.checking import findings
from app.services.plain import ListQuery
from tests.factories import make_calendar_day, make_legal_rule

LAST_DAY, FIRST_DAY = date(2026, 6, 30), date(2026, 7, 1)
ADVICE = "Sửa ngày ở đây; nếu cả hai quy định cùng đổi ngày, dùng “Dời ngày chuyển tiếp”"


def id_of(ctx: AppContext, code: str) -> int:
    with ctx.db.reading() as session:
        return session.query(LegalRule).filter_by(code=code).one().id


def code_of(ctx: AppContext, record_id: int) -> str:
    with ctx.db.reading() as session:
        rule = session.get(LegalRule, record_id)
        assert rule is not None
        return rule.code


def errors(ctx: AppContext, kind: str, record_id: int | None, /, **values: Any) -> dict[str, str]:
    before = ctx.records.new(kind) if record_id is None else {}
    with pytest.raises(FieldErrors) as refused:
        ctx.records.save(kind, {**before, **values}, record_id)
    return refused.value.errors


# The periods of rules


def test_an_end_before_the_start_is_refused(ctx: AppContext) -> None:
    rule = id_of(ctx, "press_answer-2026")
    assert errors(ctx, "legal_rule", rule, valid_to=LAST_DAY) == {
        "valid_to": "“Đến ngày” phải từ “Từ ngày” trở đi."
    }


def test_a_gap_is_refused_at_the_end_that_opens_it(ctx: AppContext) -> None:
    rule = id_of(ctx, "press_answer-2016")
    found = errors(ctx, "legal_rule", rule, valid_to=date(2026, 6, 15))
    assert found.keys() == {"valid_to"}
    assert found["valid_to"].startswith(
        "Từ ngày 16/06/2026 đến ngày 30/06/2026 không có quy định nào áp dụng. " + ADVICE
    )


def test_a_gap_is_refused_at_the_start_that_opens_it(ctx: AppContext) -> None:
    rule = id_of(ctx, "press_answer-2026")
    found = errors(ctx, "legal_rule", rule, valid_from=date(2026, 7, 2))
    assert found["valid_from"].startswith("Ngày 01/07/2026 không có quy định nào áp dụng.")


def test_an_overlap_is_refused_and_names_both_rules(ctx: AppContext) -> None:
    rule = id_of(ctx, "press_answer-2026")
    found = errors(ctx, "legal_rule", rule, valid_from=LAST_DAY)
    assert "cùng áp dụng từ ngày 30/06/2026 đến ngày 30/06/2026" in found["valid_from"]
    assert "“Trả lời báo chí, theo Luật Báo chí 2016”" in found["valid_from"]


def test_a_new_rule_for_the_same_time_is_refused(ctx: AppContext) -> None:
    values = {"title": "Trả lời", "duty": "press_answer", "basis": "Luật", "source": "Công báo"}
    found = errors(ctx, "legal_rule", None, **values, valid_from=date(2027, 1, 1))
    assert "cùng áp dụng từ ngày 01/01/2027:" in found["valid_from"]


def test_a_new_rule_takes_over_where_the_last_one_ends(ctx: AppContext) -> None:
    ctx.records.save(
        "legal_rule", {"valid_to": date(2026, 12, 31)}, id_of(ctx, "press_answer-2026")
    )
    make_legal_rule(
        ctx, duty="press_answer", binds="body", is_own_regulation=False,
        valid_from=date(2027, 1, 1),
    )  # fmt: skip


def test_a_rule_taken_to_another_duty_leaves_no_gap(ctx: AppContext) -> None:
    first = ctx.records.get("legal_rule", id_of(ctx, "press_answer-2026"))
    ctx.records.save("legal_rule", {"valid_to": date(2026, 12, 31)}, first.id)
    make_legal_rule(
        ctx, duty="press_answer", binds="body", is_own_regulation=False,
        valid_from=date(2027, 1, 1),
    )  # fmt: skip
    found = errors(ctx, "legal_rule", first.id, is_own_regulation=True)
    assert found == {
        "": "Chuyển quy định này đi thì thiếu. "
        "Từ ngày 01/07/2026 đến ngày 31/12/2026 không có quy định nào áp dụng."
    }


def test_a_rule_between_two_others_is_not_deleted(ctx: AppContext) -> None:
    middle = id_of(ctx, "press_answer-2026")
    ctx.records.save("legal_rule", {"valid_to": date(2026, 12, 31)}, middle)
    last = make_legal_rule(
        ctx, duty="press_answer", binds="body", is_own_regulation=False,
        valid_from=date(2027, 1, 1),
    )  # fmt: skip
    with pytest.raises(CannotDelete, match="Từ ngày 01/07/2026 đến ngày 31/12/2026"):
        ctx.records.delete("legal_rule", middle)
    # The way that the advice shows.
    ctx.records.delete("legal_rule", last)
    ctx.records.delete("legal_rule", middle)
    ctx.records.save(
        "legal_rule", {"valid_to": date(2026, 12, 31)}, id_of(ctx, "press_answer-2016")
    )
    ctx.records.restore("legal_rule", last)
    with pytest.raises(FieldErrors, match="cùng áp dụng"):
        ctx.records.restore("legal_rule", middle)


def test_what_was_wrong_before_does_not_stand_in_the_way_of_other_rules(ctx: AppContext) -> None:
    with ctx.db.writing() as session:
        rule = session.get(LegalRule, id_of(ctx, "press_answer-2016"))
        assert rule is not None
        rule.valid_to = date(2026, 6, 1)
    ctx.records.save("legal_rule", {"value": 12}, id_of(ctx, "initial_statement-2026"))
    assert list(findings(ctx.db)) == [
        "Thời hạn theo luật “Trả lời báo chí, theo Luật Báo chí 2025”: "
        "từ ngày 02/06/2026 đến ngày 30/06/2026 không có quy định nào áp dụng."
    ]


# Values and codes


def test_the_office_fills_in_a_number_it_has_read(ctx: AppContext) -> None:
    rule = id_of(ctx, "press_answer-2026")
    saved = ctx.records.save("legal_rule", {"value": 15}, rule)
    assert saved.values["value"] == 15
    assert code_of(ctx, rule) == "press_answer-2026"


@pytest.mark.parametrize("value", [0, -3, 200_000])
def test_a_number_that_is_no_term_is_refused(ctx: AppContext, value: int) -> None:
    found = errors(ctx, "legal_rule", id_of(ctx, "press_answer-2026"), value=value)
    assert found["value"].startswith("Thời hạn")


def test_a_stored_number_that_is_no_term_is_found(ctx: AppContext) -> None:
    with ctx.db.writing() as session:
        session.query(LegalRule).filter_by(code="press_answer-2026").one().value = -1
    assert list(findings(ctx.db)) == [
        "Thời hạn theo luật “Trả lời báo chí, theo Luật Báo chí 2025”: "
        "thời hạn là số nguyên từ 1 trở lên."
    ]


def test_a_new_rule_gets_a_code_that_no_other_has_or_had(ctx: AppContext) -> None:
    over = {"duty": "correction", "binds": "online", "valid_from": date(2030, 1, 1)}
    first = make_legal_rule(ctx, **over)
    assert code_of(ctx, first) == "correction-online-own-2030"
    ctx.records.delete("legal_rule", first)
    second = make_legal_rule(ctx, **over)
    assert code_of(ctx, second) == "correction-online-own-2030-2"
    assert ctx.records.count("legal_rule", ListQuery(search="own-2030-2")) == 1


# Confirming


@pytest.mark.parametrize(
    ("kind", "original"),
    [("legal_rule", "văn bản gốc"), ("calendar_day", "thông báo chính thức")],
)
def test_whoever_confirms_says_who_and_when(ctx: AppContext, kind: str, original: str) -> None:
    (row,) = ctx.records.page(kind, ListQuery(), 0, 1)
    assert errors(ctx, kind, row.id, confirmed=True) == {
        "confirmed_by": f"Nhập tên người đã đối chiếu với {original}.",
        "confirmed_on": f"Nhập ngày đã đối chiếu với {original}.",
    }
    found = errors(
        ctx, kind, row.id, confirmed=True, confirmed_by="Lan", confirmed_on=date(2027, 1, 1)
    )
    assert found.keys() == {"confirmed_on"}
    done = {"confirmed": True, "confirmed_by": "Lan", "confirmed_on": date(2026, 10, 1)}
    assert ctx.records.save(kind, done, row.id).values["confirmed"]


# Days


def test_a_date_is_in_the_calendar_once(ctx: AppContext) -> None:
    found = errors(ctx, "calendar_day", None, day=date(2026, 9, 2), name="Quốc khánh nữa")
    assert found == {"day": "Ngày này đã có trong lịch: “Quốc khánh”; sửa dòng đó."}


def test_work_is_made_up_for_on_a_weekend_only(ctx: AppContext) -> None:
    values = {"name": "Làm bù", "kind": "make_up"}
    assert errors(ctx, "calendar_day", None, **values, day=date(2026, 10, 5)) == {
        "day": "Ngày làm bù là thứ Bảy hoặc Chủ Nhật."
    }
    make_calendar_day(ctx, **values, day=date(2026, 10, 3))


@pytest.mark.parametrize(("kind", "label"), [("swap", "Nghỉ hoán đổi"), ("in_lieu", "Nghỉ bù")])
def test_a_weekday_is_given_instead(ctx: AppContext, kind: str, label: str) -> None:
    found = errors(ctx, "calendar_day", None, name="Nghỉ", kind=kind, day=date(2026, 10, 3))
    assert found == {"day": f"{label} vào ngày thường, từ thứ Hai đến thứ Sáu."}
    make_calendar_day(ctx, kind=kind, day=date(2026, 10, 5))


def test_a_holiday_may_fall_on_a_sunday(ctx: AppContext) -> None:
    make_calendar_day(ctx, name="Giỗ Tổ", day=date(2031, 4, 6))
