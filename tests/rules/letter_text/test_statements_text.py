"""The words of a communiqué and of the summary for the leaders, in both layouts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from app.rules.letter_text.common import Voice
from app.rules.letter_text.statements import (
    CommuniqueFacts,
    Spoken,
    SummaryFacts,
    Written,
    communique,
    paragraphs,
    summary,
)
from app.rules.vocabulary import Layout

STATE = Voice(Layout.STATE, "Sở Xây dựng")
PARTY = Voice(Layout.PARTY, "Ban Tuyên giáo và Dân vận Tỉnh ủy")
NINE = datetime(2026, 10, 2, 9, 0)
FACTS = CommuniqueFacts("Sạt lở bờ kè", True, "Kè nứt 5 mét.\n\n  Không ai bị thương. ")
KNOWN = SummaryFacts("Sạt lở bờ kè", learned_at=NINE, sensitivity="Đột xuất")


def test_a_communique_of_the_state_begins_with_the_matter() -> None:
    """Duty 10."""
    text = communique(STATE, FACTS)
    assert text.subject == "Về vụ việc “Sạt lở bờ kè”"
    assert text.body == (
        "Về vụ việc “Sạt lở bờ kè”, Sở Xây dựng thông tin như sau:",
        "Kè nứt 5 mét.",
        "Không ai bị thương.",
        "Sở Xây dựng đề nghị các cơ quan báo chí đăng, phát đúng nội dung thông tin nêu trên",
    )
    assert text.copies == ("Các cơ quan báo chí",)
    assert text.recipients == ()


def test_a_communique_of_the_party_speaks_to_the_press() -> None:
    """Duty 10."""
    text = communique(PARTY, FACTS)
    assert text.subject == "về vụ việc “Sạt lở bờ kè”"
    assert text.body[0] == (
        "Ban Tuyên giáo và Dân vận Tỉnh ủy thông tin đến các cơ quan báo chí về vụ việc “Sạt lở "
        "bờ kè” như sau:"
    )
    assert text.body[-1].startswith("Đề nghị các cơ quan báo chí")


@pytest.mark.parametrize("voice", [STATE, PARTY])
def test_a_later_one_names_the_one_before_and_the_one_to_come(voice: Voice) -> None:
    """Duty 11."""
    later = replace(FACTS, previous_on=date(2026, 10, 1), next_update_at=NINE)
    text = communique(voice, later)
    assert text.body[0].startswith("Tiếp theo thông tin ngày 01 tháng 10 năm 2026, ")
    assert "tiếp tục thông tin vào 09 giờ ngày 02 tháng 10 năm 2026." in text.body[-2]


def test_a_communique_of_the_offices_own_accord_is_about_no_incident() -> None:
    """Duty 1."""
    text = communique(STATE, CommuniqueFacts("Thu ngân sách", False, "Thu 5 tỷ."))
    assert text.subject == "Về “Thu ngân sách”"


def test_what_was_said_is_kept_word_by_word() -> None:
    """Duty 26."""
    assert paragraphs("Một,  hai; ba\n\nBốn…") == ("Một, hai; ba", "Bốn…")


def test_a_summary_says_what_is_not_known_too() -> None:
    """Duty 12."""
    text = summary(STATE, KNOWN)
    assert text.recipients == ("Lãnh đạo Sở Xây dựng",)
    assert text.body[1:] == (
        "1. Diễn biến: Tiếp nhận 09 giờ ngày 02 tháng 10 năm 2026. Mức độ: đột xuất.",
        "2. Báo chí phản ánh: chưa có bài báo nào trong sổ.",
        "3. Phát ngôn, cung cấp thông tin: chưa phát ngôn.",
        "4. Kết quả xử lý, dư luận: Vụ việc đang được xử lý.",
        "Kính báo cáo lãnh đạo xem xét, cho ý kiến chỉ đạo",
    )


def test_a_summary_names_the_last_articles_and_statements_and_counts_all() -> None:
    """Duties 9 to 12."""
    text = summary(
        PARTY,
        replace(
            KNOWN,
            draws_interest=True,
            written=tuple(Written(f"Báo {n}", "“Kè nứt”", NINE, "Đúng") for n in range(3)),
            spoken=(Spoken(NINE, "Trần Thị Bình", "Họp báo"),),
            next_statement_at=NINE,
            outcome="Đã gia cố",
            is_closed=True,
        ),
    )
    assert text.body[1].endswith("Mức độ: đột xuất, dư luận quan tâm.")
    assert text.body[2] == (
        "2- Báo chí phản ánh: 3 bài; 2 bài gần nhất: Báo 1, “Kè nứt”, ngày 02 tháng 10 năm 2026 "
        "(đúng); Báo 2, “Kè nứt”, ngày 02 tháng 10 năm 2026 (đúng)."
    )
    assert text.body[3] == (
        "3- Phát ngôn, cung cấp thông tin: 1 lần: 09 giờ ngày 02 tháng 10 năm 2026, Trần Thị "
        "Bình, họp báo. Hẹn phát ngôn tiếp: 09 giờ ngày 02 tháng 10 năm 2026."
    )
    assert text.body[4] == "4- Kết quả xử lý, dư luận: Đã gia cố. Vụ việc đã kết thúc."


def test_a_long_course_of_events_ends_with_a_whole_sentence() -> None:
    text = summary(STATE, replace(KNOWN, description="Một câu khá dài về vụ việc. " * 40))
    assert text.body[1].endswith("Một câu khá dài về vụ việc. …")
    assert len(text.body[1]) < 400
