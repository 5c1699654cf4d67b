"""What became of a request: the tracking panel and the lines of the tracking sheet."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, datetime

import pytest

from app.bootstrap import AppContext
from app.errors import Conflict, FieldErrors
from app.exports.sheets.data import TrackingRow
from app.models import CorrectionPoint, CorrectionRequest, Reminder
from app.rules.vocabulary import LetterState, NextStep, RequestKind, RequestOutcome
from app.services.plain import ListQuery, Period
from app.services.requests.data import PointLine, ReminderLine, RequestDraft, Tracking
from tests.asking import queries
from tests.conftest import NOW
from tests.services.office_profiles import (
    article_in,
    make_authority,
    party_profile,
    state_profile,
)

SENT = date(2026, 10, 3)


@pytest.fixture
def office(ctx: AppContext) -> AppContext:
    make_authority(ctx)
    ctx.office.save_profile(state_profile(ctx))
    return ctx


def issued(ctx: AppContext, on: date = SENT, **over: object) -> RequestDraft:
    draft = replace(ctx.requests.new_draft(article_in(ctx)), **over)
    return ctx.requests.issue(draft, on, secrecy_confirmed=True)


def track(
    ctx: AppContext, draft: RequestDraft, *reminders: ReminderLine, **values: object
) -> RequestDraft:
    assert draft.id is not None
    assert draft.version is not None
    tracking = replace(draft.tracking, **values)
    return ctx.requests.save_tracking(draft.id, draft.version, tracking, reminders)


def test_tracking_goes_on_after_the_letter_is_frozen(office: AppContext) -> None:
    draft = issued(office)
    pdf = office.letters.frozen_pdf(draft.letter_id)
    done = track(
        office,
        draft,
        ReminderLine(date(2026, 10, 5), " Gọi  điện "),
        ReminderLine(date(2026, 10, 4)),
        sent_to_outlet_on=SENT,
        received_by_outlet_on=SENT,
        sent_to_authority_on=SENT,
        due_by_law_on=date(2026, 10, 8),
        outcome=RequestOutcome.CORRECTED,
        published_on=date(2026, 10, 5),
        published_where="https://dongbang.example/cai-chinh",
        next_step=NextStep.CLOSE,
        note="Đã đủ nội dung.",
    )
    assert done.tracking.outcome is RequestOutcome.CORRECTED
    assert done.reminders == (
        ReminderLine(date(2026, 10, 4)),
        ReminderLine(date(2026, 10, 5), "Gọi điện"),
    )
    assert (done.letter_state, done.letter_version) == (LetterState.ISSUED, draft.letter_version)
    assert office.letters.frozen_pdf(draft.letter_id) == pdf
    assert office.requests.open(done.id) == done
    # The whole page can be saved too, as long as only the tracking changed.
    again = office.requests.save(replace(done, tracking=replace(done.tracking, note="Khác")))
    assert again.tracking.note == "Khác"


def test_a_change_of_reminders_alone_counts_as_a_change(office: AppContext) -> None:
    draft = issued(office)
    track(office, draft, ReminderLine(date(2026, 10, 5)))
    with pytest.raises(Conflict):
        track(office, draft, note="Cũ")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"sent_to_outlet_on": date(2026, 10, 2)}, "sent_to_outlet_on"),
        ({"sent_to_authority_on": date(2026, 10, 2)}, "sent_to_authority_on"),
        (
            {"sent_to_outlet_on": date(2026, 10, 4), "received_by_outlet_on": SENT},
            "received_by_outlet_on",
        ),
        ({"received_by_outlet_on": date(2026, 12, 1)}, "received_by_outlet_on"),
        ({"outcome": RequestOutcome.REFUSED}, "refusal_reason"),
        ({"outcome": RequestOutcome.CORRECTED}, "published_on"),
        ({"outcome": RequestOutcome.RESPONSE_PUBLISHED}, "published_on"),
        ({"published_on": date(2026, 10, 5)}, "outcome"),
        (
            {"outcome": RequestOutcome.CORRECTED, "published_on": date(2026, 10, 2)},
            "published_on",
        ),
        ({"published_where": "x" * 1001}, "published_where"),
    ],
)
def test_no_step_is_taken_before_the_one_it_follows(office: AppContext, values, field) -> None:
    draft = issued(office)
    with pytest.raises(FieldErrors) as refused:
        track(office, draft, **values)
    assert set(refused.value.errors) == {field}
    assert office.requests.open(draft.id) == draft


@pytest.mark.parametrize("day", [date(2026, 10, 2), date(2026, 10, 6)])
def test_a_reminder_lies_between_the_letter_and_today(office: AppContext, day: date) -> None:
    draft = issued(office)
    with pytest.raises(FieldErrors) as refused:
        track(office, draft, ReminderLine(SENT), ReminderLine(day))
    assert set(refused.value.errors) == {"reminders[1].reminded_on"}


def test_a_line_of_the_sheet_tells_the_whole_request(office: AppContext) -> None:
    draft = issued(
        office,
        kind=RequestKind.CORRECT_AND_APOLOGISE,
        points=(PointLine("Nứt 50 mét.", "Nứt 5 mét."), PointLine("Sập.", "Không sập.")),
        deadline_asked=date(2026, 10, 20),
    )
    track(
        office,
        draft,
        ReminderLine(date(2026, 10, 4)),
        ReminderLine(date(2026, 10, 5)),
        received_by_outlet_on=SENT,
        sent_to_authority_on=SENT,
        outcome=RequestOutcome.REFUSED,
        refusal_reason="Báo cho là đúng.",
        next_step=NextStep.REPORT_TO_AUTHORITY,
    )
    assert office.requests.tracking_rows(ListQuery()) == [
        TrackingRow(
            letter_number="01/SXD-VP",
            letter_date=SENT,
            letter_state=LetterState.ISSUED,
            outlet="Báo Điện tử Đồng bằng",
            article_title=draft.article.title,
            published_at=datetime(2026, 10, 2, 6, 0),
            points=(("Nứt 50 mét.", "Nứt 5 mét."), ("Sập.", "Không sập.")),
            grounds="Biên bản kiểm tra ngày 02/10/2026.",
            kind=RequestKind.CORRECT_AND_APOLOGISE,
            received_on=SENT,
            due_on=date(2026, 10, 20),
            sent_to_authority_on=SENT,
            reminded_on=(date(2026, 10, 4), date(2026, 10, 5)),
            outcome=RequestOutcome.REFUSED,
            published_on=None,
            published_where=None,
            refusal_reason="Báo cho là đúng.",
            next_step=NextStep.REPORT_TO_AUTHORITY,
            note=None,
            due_law="Điều 34 Luật Báo chí số 126/2025/QH15; Nghị định số 237/2026/NĐ-CP",
            no_due="chưa có số ngày, nhập theo Nghị định 237/2026",
        )
    ]


def test_the_day_set_by_law_goes_before_the_day_asked_for(office: AppContext) -> None:
    draft = issued(office, deadline_asked=date(2026, 10, 20))
    track(office, draft, due_by_law_on=date(2026, 10, 13))
    (row,) = office.requests.tracking_rows(ListQuery())
    assert row.due_on == date(2026, 10, 13)


def test_a_party_number_is_quoted_with_its_hyphen(ctx: AppContext) -> None:
    make_authority(ctx)
    ctx.office.save_profile(party_profile(ctx))
    issued(ctx)
    (row,) = ctx.requests.tracking_rows(ListQuery())
    assert row.letter_number == "01-CV/TU"


def test_a_draft_s_line_has_no_number(office: AppContext) -> None:
    office.requests.save(office.requests.new_draft(article_in(office)))
    (row,) = office.requests.tracking_rows(ListQuery())
    assert (row.letter_number, row.letter_date) == (None, None)
    assert row.letter_state is LetterState.DRAFT


def test_the_sheet_shows_what_the_list_shows(office: AppContext) -> None:
    early, late = issued(office, SENT), issued(office, date(2026, 10, 5))
    track(office, late, outcome=RequestOutcome.SILENT)
    rows = office.requests.tracking_rows

    def numbers(query: ListQuery) -> list[str | None]:
        return [row.letter_number for row in rows(query)]

    assert numbers(ListQuery(sort="letter_date")) == ["01/SXD-VP", "02/SXD-VP"]
    assert numbers(ListQuery(sort="-letter_date")) == ["02/SXD-VP", "01/SXD-VP"]
    assert numbers(ListQuery(filters={"outcome": "silent"})) == ["02/SXD-VP"]
    assert numbers(ListQuery(filters={"letter_date": Period(end=SENT)})) == ["01/SXD-VP"]
    assert numbers(ListQuery(search="khong co chu nay")) == []
    assert len(numbers(ListQuery(search="dong bang"))) == 2
    office.records.restore("correction_request", early.id)
    assert numbers(ListQuery(deleted=True)) == []


def test_thousands_of_lines_take_a_handful_of_queries(office: AppContext) -> None:
    model = issued(office)
    count = 5000
    with office.db.writing() as session:
        session.execute(
            CorrectionRequest.__table__.insert(),
            [
                {
                    "article_id": model.article.id,
                    "kind": "correct",
                    "outcome": "pending",
                    "next_step": "wait",
                    "letter_id": model.letter_id,
                    "created_at": NOW,
                    "updated_at": NOW,
                    "version": 1,
                }
                for _ in range(count - 1)
            ],
        )
        ids = [row.id for row in session.query(CorrectionRequest.id)]
        session.execute(
            CorrectionPoint.__table__.insert(),
            [
                {"request_id": i, "position": 5, "wrong_text": "Sai.", "true_text": "Đúng."}
                for i in ids
            ],
        )
        session.execute(
            Reminder.__table__.insert(), [{"request_id": i, "reminded_on": SENT} for i in ids]
        )
    began = time.perf_counter()
    with queries(office) as asked:
        rows = office.requests.tracking_rows(ListQuery())
    took = time.perf_counter() - began
    assert len(rows) == count
    assert all(row.points and row.reminded_on for row in rows)
    assert len(asked) <= 4 * count / 500 + 5
    assert took < 5, "fast enough to wait for, whatever the machine"


def test_tracking_values_are_named_like_the_fields_of_the_form() -> None:
    from app.specs.press import CORRECTION_REQUEST

    names = {field.name for field in CORRECTION_REQUEST.sections[1].fields}
    assert set(Tracking.__dataclass_fields__) == names
