"""Which duties follow from the facts of a record."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.clocks.duties import (
    PRESS_DUTIES,
    ArticleFacts,
    Duty,
    IncidentFacts,
    RequestFacts,
    article_duties,
    bound_of,
    incident_duties,
    request_duties,
)
from app.rules.vocabulary import (
    ArticleKind,
    BodyKind,
    Bound,
    ClockDuty,
    Layout,
    NextStep,
    OutletType,
    RequestKind,
    RequestOutcome,
    Sensitivity,
    StartsFrom,
)

DAY = date(2026, 10, 5)
AT = datetime(2026, 10, 5, 8, 0)


def request(**over: object) -> dict[ClockDuty, Duty]:
    values = {
        "bound": Bound.STATE,
        "kind": RequestKind.CORRECT,
        "outlet_type": OutletType.PRINT,
        "published_on": DAY,
        "sent_on": DAY,
    }
    return {one.duty: one for one in request_duties(RequestFacts(**{**values, **over}))}


@pytest.mark.parametrize(
    ("layout", "body", "bound"),
    [
        (None, None, Bound.STATE),
        (Layout.PARTY, None, Bound.PARTY),
        (Layout.PARTY, BodyKind.COMMUNE, Bound.STATE),
        (Layout.STATE, BodyKind.PARTY_BODY, Bound.PARTY),
        (Layout.STATE, BodyKind.MASS_ORGANISATION, Bound.PARTY),
        (Layout.STATE, BodyKind.ASSOCIATION, Bound.STATE),
        (Layout.PARTY, BodyKind.OTHER, Bound.PARTY),
    ],
)
def test_a_case_goes_by_who_answers_for_it_else_by_its_office(
    layout: Layout | None, body: BodyKind | None, bound: Bound
) -> None:
    assert bound_of(layout, body) is bound


@pytest.mark.parametrize(
    ("kind", "outlet_type", "is_periodical", "duty"),
    [
        (RequestKind.CORRECT, OutletType.ONLINE, False, ClockDuty.CORRECTION),
        (RequestKind.REMOVE, OutletType.ONLINE, False, ClockDuty.CORRECTION),
        (RequestKind.RESPOND, OutletType.PRINT, True, ClockDuty.REPLY_TO_RESPONSE),
        (
            RequestKind.CORRECT_AND_APOLOGISE,
            OutletType.PRINT,
            True,
            ClockDuty.PERIODICAL_CORRECTION,
        ),
        (RequestKind.CORRECT, OutletType.RADIO, True, ClockDuty.CORRECTION),
    ],
)
def test_the_press_owes_one_thing(
    kind: RequestKind, outlet_type: OutletType, is_periodical: bool, duty: ClockDuty
) -> None:
    found = request(kind=kind, outlet_type=outlet_type, is_periodical=is_periodical)
    assert [one for one in found if one in PRESS_DUTIES] == [duty]
    assert found[duty].bound == outlet_type.value


def test_the_press_is_bound_from_the_day_it_has_the_letter() -> None:
    assert StartsFrom.LETTER_RECEIVED not in request()[ClockDuty.CORRECTION].moments
    found = request(received_on=date(2026, 10, 7))[ClockDuty.CORRECTION]
    assert found.moments[StartsFrom.LETTER_RECEIVED] == datetime(2026, 10, 7)


def test_the_next_reminder_follows_the_last_one_in_whatever_order_they_were_noted() -> None:
    facts = {"sent_on": date(2026, 10, 6), "asked": date(2026, 10, 12)}
    first = request(**facts)[ClockDuty.REMINDER]
    assert (first.after, first.done_at) == (date(2026, 10, 12), None)
    assert first.moments[StartsFrom.PREVIOUS_TIME] == datetime(2026, 10, 6)
    days = (date(2026, 10, 13), date(2026, 10, 19), date(2026, 10, 15))
    again = request(**facts, reminded_on=days)[ClockDuty.REMINDER]
    assert (again.after, again.done_at) == (None, datetime(2026, 10, 19))
    assert again.moments[StartsFrom.PREVIOUS_TIME] == datetime(2026, 10, 19)
    assert first.notes == ("Văn bản đề nghị thực hiện trước ngày 12/10/2026.",)
    assert again.notes == ()
    silent = request(**facts, reminded_on=days, outcome=RequestOutcome.SILENT)
    further = silent[ClockDuty.ESCALATION]
    assert further.moments[StartsFrom.PREVIOUS_TIME] == datetime(2026, 10, 19)


requests = st.builds(
    RequestFacts,
    bound=st.sampled_from([Bound.STATE, Bound.PARTY]),
    published_on=st.just(DAY),
    sent_on=st.just(DAY),
    answered_on=st.none() | st.just(DAY),
    reminded_on=st.lists(st.just(DAY), max_size=2).map(tuple),
    kind=st.sampled_from(RequestKind),
    outlet_type=st.sampled_from(OutletType),
    outcome=st.sampled_from(RequestOutcome),
    next_step=st.sampled_from(NextStep),
    copied_on=st.none() | st.just(DAY),
)


@given(requests)
def test_a_request_is_in_sight_until_it_is_closed_or_the_press_has_done_it(
    facts: RequestFacts,
) -> None:
    """The chain never ends in the dark: something is open, whatever the press does."""
    answered = (RequestOutcome.CORRECTED, RequestOutcome.RESPONSE_PUBLISHED)
    open_ones = [one for one in request_duties(facts) if one.met_at is None and not one.is_over]
    if facts.next_step is NextStep.CLOSE:
        assert open_ones == []
    elif facts.outcome not in answered or facts.answered_on is None:
        assert any(one.duty in (*PRESS_DUTIES, ClockDuty.ESCALATION) for one in open_ones)


@given(requests)
def test_every_duty_comes_once(facts: RequestFacts) -> None:
    found = [one.duty for one in request_duties(facts)]
    assert len(found) == len(set(found))


def test_an_ordinary_incident_draws_attention_by_its_impact() -> None:
    facts = IncidentFacts(Bound.STATE, Sensitivity.NORMAL, AT)
    assert list(incident_duties(facts)) == []
    facts = IncidentFacts(Bound.STATE, Sensitivity.NORMAL, AT, impact_determined_at=AT)
    assert [one.duty for one in incident_duties(facts)] == [
        ClockDuty.INITIAL_STATEMENT,
        ClockDuty.IMPACT_STATEMENT,
    ]


def test_each_statement_starts_the_wait_for_the_next() -> None:
    facts = IncidentFacts(
        Bound.STATE,
        Sensitivity.SUDDEN,
        AT,
        first_statement_at=AT.replace(hour=10),
        last_statement_at=AT.replace(hour=15),
    )
    follow_up = list(incident_duties(facts))[-1]
    assert follow_up.moments == {StartsFrom.PREVIOUS_STATEMENT: AT.replace(hour=15)}


@pytest.mark.parametrize("kind", list(ArticleKind))
def test_only_what_was_found_wrong_is_asked_to_be_corrected(kind: ArticleKind) -> None:
    wrong = kind not in (ArticleKind.UNVERIFIED, ArticleKind.CORRECT)
    assert bool(list(article_duties(ArticleFacts(Bound.STATE, kind, AT)))) == wrong
