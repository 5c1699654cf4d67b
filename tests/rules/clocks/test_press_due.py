"""The day by which the press has to have acted, beside the day that the office typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.rules.clocks.duties import RequestFacts
from app.rules.clocks.press_due import PressDue, press_due
from app.rules.clocks.work_calendar import WorkCalendar
from app.rules.vocabulary import Bound, OutletType, RequestKind
from app.services.clocks.shipped import shipped_calendar, shipped_rules

RULES = shipped_rules()
CALENDAR = WorkCalendar(shipped_calendar())
FACTS = RequestFacts(
    bound=Bound.STATE,
    kind=RequestKind.CORRECT,
    outlet_type=OutletType.PRINT,
    published_on=date(2026, 6, 12),
    sent_on=date(2026, 6, 15),
    received_on=date(2026, 6, 16),
)


def due(facts: RequestFacts | None = FACTS, typed: date | None = None) -> PressDue:
    def rules(duty):
        return [rule for rule in RULES if rule.duty is duty]

    return press_due(rules, CALENDAR, facts, typed)


def test_the_day_comes_with_its_law_and_the_day_that_picked_it() -> None:
    found = due()
    assert found.on == date(2026, 6, 18)
    assert found.words() == (
        "Hạn máy tính: hết Thứ Năm 18/06/2026, "
        "theo ngày cơ quan báo chí nhận được văn bản 16/06/2026 – "
        "Điều 42 Luật Báo chí số 103/2016/QH13 (chưa kiểm chứng)."
    )
    assert found.law_words() == (
        "Thời hạn của cơ quan báo chí: "
        "theo ngày cơ quan báo chí nhận được văn bản 16/06/2026 – "
        "Điều 42 Luật Báo chí số 103/2016/QH13 (chưa kiểm chứng)."
    )


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (date(2026, 6, 18), "Hạn đã nhập trùng với hạn này."),
        (
            date(2026, 6, 20),
            "Hạn đã nhập 20/06/2026 muộn hơn 2 ngày; Việc hôm nay nhắc theo hạn máy tính.",
        ),
        (
            date(2026, 6, 17),
            "Hạn đã nhập 17/06/2026 sớm hơn 1 ngày; Việc hôm nay nhắc theo hạn máy tính.",
        ),
    ],
)
def test_how_the_typed_day_stands_to_it(typed: date, words: str) -> None:
    found = due(typed=typed)
    assert found.on == date(2026, 6, 18)  # the typed day counts only where there is no other
    assert found.words().endswith(f"(chưa kiểm chứng). {words}")


def test_the_day_of_receipt_picks_the_new_law_which_names_no_number_yet() -> None:
    """The old law's number is never carried over."""
    received = replace(FACTS, received_on=date(2026, 7, 1))
    found = due(received)
    assert found.on is None
    assert "nhận được văn bản 01/07/2026 – Điều 34 Luật Báo chí số 126/2025" in found.law_words()
    assert found.words() == (
        "Máy không tính được hạn: chưa có số ngày, nhập theo Nghị định 237/2026. "
        "Đọc được trong văn bản thì nhập hạn vào ô trên."
    )
    assert (
        due(received, date(2026, 7, 6))
        .words()
        .endswith("Việc hôm nay nhắc theo hạn đã nhập: Thứ Hai 06/07/2026.")
    )


def test_before_anything_went_out_there_is_nothing_to_count() -> None:
    found = due(None)
    assert (found.on, found.counted) == (None, None)
    assert found.words() == "Máy tính hạn khi văn bản đã phát hành, hoặc đã có ngày gửi."


def test_a_day_of_receipt_that_is_missing_is_asked_for() -> None:
    found = due(replace(FACTS, received_on=None))
    assert found.on is None
    assert found.words() == (
        "Chưa tính được hạn vì chưa nhập thời điểm “Cơ quan báo chí nhận được văn bản”."
    )
    assert "chưa nhập thời điểm “Cơ quan báo chí nhận được văn bản”" in found.law_words()
