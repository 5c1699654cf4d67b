"""Duty 6: a regulation that rests on a text no longer in force has to be reviewed."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.rules.duties.radar import (
    CitedDocument,
    RegulationFacts,
    Review,
    ended_words,
    review_need,
)
from app.rules.vocabulary import RegulationStatus, ReviewResult, ReviewState

OLD_DECREE = CitedDocument("09/2017/NĐ-CP", date(2026, 6, 30), "244/2026/NĐ-CP")
LAW_IN_FORCE = CitedDocument("126/2025/QH15")
SWITCH = date(2026, 7, 1)


def regulation(*cited: CitedDocument, reviews: tuple[Review, ...] = (), **over) -> RegulationFacts:
    facts = {"status": RegulationStatus.IN_FORCE, "valid_from": date(2017, 7, 1), **over}
    return RegulationFacts(cited=cited, reviews=reviews, **facts)


def test_one_whose_texts_are_all_in_force_fits() -> None:
    need = review_need(regulation(LAW_IN_FORCE))
    assert (need.state, need.since, need.ended) == (ReviewState.CURRENT, None, ())


def test_the_day_after_the_last_day_of_a_cited_text_it_needs_a_review() -> None:
    need = review_need(regulation(OLD_DECREE, LAW_IN_FORCE))
    assert (need.state, need.since) == (ReviewState.NEEDED, SWITCH)
    assert ended_words(need.ended) == (
        "09/2017/NĐ-CP (hết hiệu lực từ 01/07/2026, thay bằng 244/2026/NĐ-CP)"
    )


def test_one_that_no_longer_applies_needs_none() -> None:
    for status in (
        RegulationStatus.DRAFTING,
        RegulationStatus.REPLACED,
        RegulationStatus.ABOLISHED,
    ):
        assert review_need(regulation(OLD_DECREE, status=status)).state is ReviewState.NOT_IN_USE


def test_one_that_ended_with_the_text_it_cites_needs_none() -> None:
    need = review_need(regulation(OLD_DECREE, valid_to=date(2026, 6, 30)))
    assert need.state is ReviewState.CURRENT


def test_one_issued_after_its_ground_was_gone_is_flagged_from_its_first_day() -> None:
    need = review_need(regulation(OLD_DECREE, valid_from=date(2026, 9, 1)))
    assert (need.state, need.since) == (ReviewState.NEEDED, date(2026, 9, 1))


def test_a_review_before_the_text_ended_does_not_count() -> None:
    early = Review(date(2026, 6, 30), ReviewResult.FITS)
    assert review_need(regulation(OLD_DECREE, reviews=(early,))).state is ReviewState.NEEDED


def test_a_review_that_finds_it_fitting_is_the_end_of_it() -> None:
    need = review_need(regulation(OLD_DECREE, reviews=(Review(SWITCH, ReviewResult.FITS),)))
    assert (need.state, need.reviewed_on, need.amendment) == (ReviewState.CURRENT, SWITCH, None)


def test_a_review_that_finds_more_is_followed_until_that_is_done() -> None:
    found = Review(date(2026, 8, 3), ReviewResult.AMEND, plan_due_on=date(2026, 10, 30))
    need = review_need(regulation(OLD_DECREE, reviews=(found,)))
    assert (need.state, need.amendment) == (ReviewState.AMENDING, found)
    done = Review(date(2026, 8, 3), ReviewResult.AMEND, done_on=date(2026, 10, 12))
    assert review_need(regulation(OLD_DECREE, reviews=(done,))).state is ReviewState.CURRENT


def test_a_second_text_that_ends_later_asks_for_another_review() -> None:
    later = CitedDocument("103/2016/QH13", date(2026, 12, 31))
    fits = Review(date(2026, 8, 3), ReviewResult.FITS)
    need = review_need(regulation(OLD_DECREE, later, reviews=(fits,)))
    assert (need.state, need.since) == (ReviewState.NEEDED, date(2027, 1, 1))


_DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
_TEXTS = st.lists(st.builds(CitedDocument, st.just("1/NĐ-CP"), st.none() | _DAYS), max_size=4).map(
    tuple
)
_REVIEWS = st.lists(
    st.builds(Review, _DAYS, st.sampled_from(ReviewResult), st.none(), st.none() | _DAYS),
    max_size=4,
).map(tuple)


@given(_TEXTS, _REVIEWS)
def test_a_review_is_needed_exactly_when_a_text_ended_after_the_last_one(texts, reviews) -> None:
    need = review_need(regulation(*texts, reviews=reviews))
    ends = [text.valid_to + timedelta(days=1) for text in texts if text.valid_to]
    last = max((review.reviewed_on for review in reviews), default=date.min)
    assert (need.state is ReviewState.NEEDED) == bool(ends and last < max(ends))
