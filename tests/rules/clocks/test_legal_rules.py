"""Which sets of rules make sense: one rule on every day from the first to the last, never two."""

from __future__ import annotations

from datetime import date

from app.rules.clocks.legal_rules import LegalRule, most_specific, set_problems
from app.rules.vocabulary import Bound, ClockDuty
from tests.rules.clocks.making import day, rule

LAST_DAY, FIRST_DAY = date(2026, 6, 30), date(2026, 7, 1)


def sentences(*rules: LegalRule) -> list[str]:
    return [problem.sentence for problem in set_problems(rules)]


def test_rules_that_take_turns_are_sound_in_any_order() -> None:
    old, new = rule("old", valid_to=LAST_DAY), rule("new", valid_from=FIRST_DAY)
    assert sentences(old, new) == sentences(new, old) == []


def test_before_the_first_and_after_the_last_there_may_be_none() -> None:
    assert sentences(rule(valid_from=FIRST_DAY, valid_to=day("31/12/2026"))) == []


def test_a_gap_between_two_rules_is_named() -> None:
    old, new = rule("old", valid_to=day("15/06/2026")), rule("new", valid_from=FIRST_DAY)
    assert sentences(new, old) == [
        "Từ ngày 16/06/2026 đến ngày 30/06/2026 không có quy định nào áp dụng."
    ]


def test_a_gap_of_one_day_is_a_gap() -> None:
    old, new = rule("old", valid_to=day("29/06/2026")), rule("new", valid_from=FIRST_DAY)
    assert sentences(old, new) == ["Ngày 30/06/2026 không có quy định nào áp dụng."]


def test_an_overlap_names_both_rules_and_the_days() -> None:
    old, new = rule("old", valid_to=FIRST_DAY), rule("new", valid_from=FIRST_DAY)
    assert sentences(old, new) == [
        "Hai quy định cùng áp dụng từ ngày 01/07/2026 đến ngày 01/07/2026: "
        "“Quy định old” và “Quy định new”."
    ]


def test_two_open_rules_overlap_for_ever() -> None:
    assert sentences(rule("a"), rule("b")) == [
        "Hai quy định cùng áp dụng từ đầu: “Quy định a” và “Quy định b”."
    ]


def test_a_rule_inside_a_longer_one_overlaps_and_leaves_no_gap() -> None:
    long = rule("long", valid_from=day("01/01/2020"), valid_to=day("31/12/2026"))
    inside = rule("inside", valid_from=day("01/03/2020"), valid_to=day("31/03/2020"))
    after = rule("after", valid_from=day("01/01/2027"))
    (problem,) = set_problems([long, inside, after])
    assert (problem.earlier, problem.later) == (long, inside)


def test_rules_for_others_or_of_the_office_itself_stand_side_by_side() -> None:
    assert sentences(
        rule("law"),
        rule("own", is_own_regulation=True),
        rule("party", binds=Bound.PARTY),
        rule("answer", duty=ClockDuty.PRESS_ANSWER),
    ) == []  # fmt: skip


def test_a_rule_concerns_its_own_kind_and_those_under_it() -> None:
    assert rule(binds=Bound.BODY).concerns(Bound.STATE)
    assert rule(binds=Bound.STATE).concerns(Bound.STATE)
    assert rule(binds=Bound.PRESS).concerns(Bound.RADIO)
    assert not rule(binds=Bound.STATE).concerns(Bound.PARTY)
    assert not rule(binds=Bound.BODY).concerns(Bound.PRINT)
    assert not rule(binds=Bound.PRINT).concerns(Bound.PRESS)


def test_the_rule_that_names_its_addressee_wins() -> None:
    general, named = rule("general"), rule("named", binds=Bound.STATE)
    assert most_specific([general, named]) == (named,)
    assert most_specific([general]) == (general,)
