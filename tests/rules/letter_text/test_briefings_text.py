"""The words of the invitation to a press briefing and of its minutes (duty 30)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from app.rules.clocks.periods import Period
from app.rules.letter_text.briefings import (
    Asked,
    BriefingFacts,
    Counted,
    Given,
    invitation,
    minutes,
)
from app.rules.letter_text.common import Voice
from app.rules.vocabulary import Layout

VOICES = {
    "state": Voice(Layout.STATE, "Sở Xây dựng", "V/v"),
    "party": Voice(Layout.PARTY, "Ban Tuyên giáo và Dân vận Tỉnh ủy"),
}
FACTS = BriefingFacts(
    period=Period.parse("2026-11"),
    starts_at=datetime(2026, 11, 30, 14, 0),
    ends_at=datetime(2026, 11, 30, 16, 45),
    place="Phòng họp số 2",
    chair="Trần Thị Bình",
    chair_position="Phó Trưởng ban",
    secretary="Ngô Quốc Đạt",
    co_organiser="Hội Nhà báo tỉnh",
    guests=("Báo Đồng bằng", "Sở Nội vụ"),
    present=("Báo Đồng bằng: Lê Văn Ba",),
    topics=(("Định hướng tuyên truyền tháng 12.", "Lãnh đạo Ban"), ("Tình hình báo chí", "")),
    questions=(Asked("Bao giờ thông cầu?", "Lê Văn Ba, Báo Đồng bằng", "Cuối năm", "Sở Xây dựng"),),
    tasks=(Given("Trả lời về cầu", "Sở Xây dựng", date(2026, 12, 10)),),
    coverage=(Counted("Hạ tầng", 6, 3, 1),),
)


@pytest.mark.parametrize("layout", VOICES)
@pytest.mark.parametrize("write", [invitation, minutes])
def test_the_words_in_each_layout(
    golden: Callable[[str, str], None], layout: str, write: Callable
) -> None:
    text = write(VOICES[layout], FACTS)
    parts = {name: getattr(text, name) for name in text.__dataclass_fields__}
    words = [f"{name}: {value}" for name, value in parts.items() if value and name != "body"]
    golden(
        f"letter_text/briefing-{write.__name__}-{layout}.txt",
        "\n".join([*words, "", *text.body, ""]),
    )


def test_what_nobody_noted_is_not_spoken_of() -> None:
    bare = BriefingFacts(Period.parse("2026-Q4"))
    assert minutes(VOICES["state"], bare).body == ()
    assert invitation(VOICES["state"], bare).body[0] == (
        "Tới dự cuộc họp giao ban báo chí quý IV năm 2026."
    )
    assert len(invitation(VOICES["state"], bare).body) == 2


def test_an_end_on_another_day_is_told_with_its_day() -> None:
    long = replace(FACTS, ends_at=datetime(2026, 12, 1, 11, 0))
    assert minutes(VOICES["state"], long).ended_at == "11 giờ ngày 01 tháng 12 năm 2026"
    assert minutes(VOICES["state"], FACTS).ended_at == "16 giờ 45 phút cùng ngày"
