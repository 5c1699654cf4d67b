"""Duty 7: how long assignments hold, days without anyone, what is missing, the history."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.rules.duties.spokespersons import (
    Assignment,
    Authorisation,
    Gap,
    assignment_notes,
    authorisation_notes,
    clashes,
    gaps,
    history,
    paper_standing,
    standing,
    tenures,
)

TODAY = date(2026, 10, 5)


def assigned(number: int, begins: date, ends: date | None = None, **over: object) -> Assignment:
    whole = Assignment(
        number,
        f"Người {number}",
        begins,
        ends,
        phone="0913",
        email="a@b.vn",
        decision_number=f"{number}/QĐ",
        decision_date=begins,
        published_on=begins,
        announced_on=begins,
    )
    return replace(whole, **over)


def notes(*assignments: Assignment, of: int = 1) -> tuple[str, ...]:
    found = tenures(assignments)
    one = next(one for one in found if one.assignment.id == of)
    return tuple(note.words for note in assignment_notes(one, found, TODAY))


def test_days_without_a_spokesperson_are_named() -> None:
    found = tenures(
        [
            assigned(1, date(2024, 1, 1), date(2025, 6, 30)),
            assigned(2, date(2025, 7, 2), date(2026, 9, 30)),
        ]
    )
    assert gaps(found, TODAY) == (
        Gap(date(2025, 7, 1), date(2025, 7, 1)),
        Gap(date(2026, 10, 1), None),
    )
    assert [gap.words for gap in gaps(found, TODAY)] == [
        "Không có người phát ngôn ngày 01/07/2025",
        "Chưa có người phát ngôn từ 01/10/2026 đến nay",
    ]


def test_there_is_no_gap_while_another_speaks_or_before_the_end() -> None:
    long = assigned(1, date(2024, 1, 1), date(2026, 12, 31))
    short = assigned(2, date(2025, 1, 1), date(2025, 6, 30))
    assert gaps(tenures([long, short]), TODAY) == ()


def test_a_replacement_ends_the_one_before_it_without_a_day_between() -> None:
    first = assigned(1, date(2024, 1, 1))
    second = assigned(2, date(2026, 1, 1), replaces=1)
    before, after = tenures([first, second])
    assert before.ends == date(2025, 12, 31)
    assert standing(before, TODAY) == "đã thôi từ 01/01/2026, Người 2 thay"
    assert standing(after, TODAY) == "đang phát ngôn"
    assert gaps((before, after), TODAY) == ()
    assert clashes(after, (before, after)) == ()


def test_a_deleted_replacement_replaces_nobody() -> None:
    (one,) = tenures(
        [
            assigned(1, date(2024, 1, 1)),
            assigned(2, date(2026, 1, 1), replaces=1, is_deleted=True),
        ]
    )
    assert one.ends is None


def test_two_at_once_are_doubted_unless_a_decision_says_so() -> None:
    first, second = assigned(1, date(2024, 1, 1)), assigned(2, date(2026, 1, 1))
    assert notes(first, second) == (
        "Cùng lúc với Người 2 mà không quyết định nào ghi hai người: ghi “Thay cho”, “Đến ngày”, "
        "hoặc đánh dấu “Quyết định ghi hai người”",
    )
    assert notes(first, replace(second, is_beside_another=True)) == ()


def test_what_the_press_was_not_told_is_named() -> None:
    bare = assigned(
        1,
        date(2026, 1, 1),
        phone="",
        decision_date=None,
        published_on=None,
        announced_on=None,
    )
    assert notes(bare) == (
        "Chưa có số điện thoại",
        "Chưa có số, ngày quyết định phân công",
        "Chưa đăng trên cổng thông tin",
        "Chưa thông báo bằng văn bản cho báo chí",
    )


def test_of_one_who_left_only_the_want_of_a_successor_is_said() -> None:
    left = assigned(1, date(2026, 1, 1), date(2026, 9, 30), phone="")
    assert notes(left) == ("Chưa có người phát ngôn từ 01/10/2026 đến nay",)
    assert notes(left, assigned(2, date(2026, 10, 1))) == ()


def test_an_end_within_the_month_is_announced_while_nobody_follows() -> None:
    ending = assigned(1, date(2026, 1, 1), date(2026, 10, 31))
    assert notes(ending) == ("Sắp thôi nhiệm vụ (đến hết 31/10/2026), chưa có người tiếp",)
    assert notes(ending, assigned(2, date(2026, 11, 1))) == ()
    assert notes(replace(ending, ends=date(2026, 12, 31))) == ()


def test_the_history_of_a_post_names_who_until_when_by_which_decision_and_the_gaps() -> None:
    """Duty 7."""
    lines = history(
        tenures(
            [
                assigned(1, date(2024, 1, 1), date(2025, 6, 30), position="Chánh Văn phòng"),
                assigned(2, date(2025, 7, 10)),
            ]
        ),
        TODAY,
    )
    assert [(line.period, line.person, line.decision, line.words) for line in lines] == [
        (
            "từ 01/01/2024 đến 30/06/2025",
            "Người 1",
            "Quyết định số 1/QĐ ngày 01/01/2024",
            "đã thôi từ 01/07/2025",
        ),
        (
            "từ 01/07/2025 đến 09/07/2025",
            "",
            "",
            "Không có người phát ngôn từ 01/07/2025 đến 09/07/2025",
        ),
        (
            "từ 10/07/2025 đến nay",
            "Người 2",
            "Quyết định số 2/QĐ ngày 10/07/2025",
            "đang phát ngôn",
        ),
    ]


def paper_notes(one: Authorisation, today: date = TODAY) -> tuple[str, ...]:
    return tuple(note.words for note in authorisation_notes(one, [one], today))


PAPER = Authorisation(
    1,
    "Trần Đầu",
    "Lê Phó",
    date(2026, 10, 1),
    date(2026, 11, 15),
    phone="1",
    email="a@b.vn",
    incident_id=7,
    incident="Sạt lở",
    paper_number="5",
    signed_at=datetime(2026, 10, 1, 8),
    published_at=datetime(2026, 10, 1, 9),
)


def test_an_authorisation_in_order_needs_no_word() -> None:
    assert paper_notes(PAPER) == ()
    assert paper_standing(PAPER, TODAY) == "có hiệu lực đến hết 15/11/2026"


def test_a_long_authorisation_without_a_recorded_case_is_doubted() -> None:
    """Duty 8: some offices authorise for years; the law means one case."""
    long = replace(
        PAPER, ends=date(2031, 10, 1), incident_id=None, incident="", case_text="Mọi việc"
    )
    assert paper_notes(long) == (
        "Chưa gắn với vụ việc nào trong sổ",
        "Dài hơn một năm: chỉ ủy quyền cho từng vụ việc, có thời hạn",
    )


def test_an_authorisation_not_signed_or_not_published_is_said_and_its_end_announced() -> None:
    """Duty 8."""
    unsigned = replace(PAPER, signed_at=None)
    assert paper_standing(unsigned, TODAY) == "chưa có hiệu lực, chờ ký và lấy số"
    assert len(paper_notes(unsigned)) == 1
    ending = replace(PAPER, published_at=None, ends=date(2026, 10, 9))
    assert paper_notes(ending) == (
        "Chưa công bố, niêm yết văn bản ủy quyền",
        "Sắp hết hạn: đến hết 09/10/2026",
    )
    assert paper_notes(ending, date(2026, 10, 10)) == ()


DAYS = st.integers(0, 60).map(lambda n: date(2026, 1, 1) + timedelta(days=n))
SPANS = st.lists(st.tuples(DAYS, st.one_of(st.none(), DAYS)), min_size=1, max_size=6)


@given(spans=SPANS, probe=DAYS)
def test_every_day_from_the_first_on_has_someone_or_is_in_a_gap(spans, probe) -> None:
    found = tenures(
        assigned(n, begins, None if ends is None else max(begins, ends))
        for n, (begins, ends) in enumerate(spans, 1)
    )
    today = date(2026, 12, 31)
    held = any(one.holds(probe) for one in found)
    missing = any(gap.first <= probe <= (gap.last or today) for gap in gaps(found, today))
    assert held + missing == (probe >= found[0].begins)
