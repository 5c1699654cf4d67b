"""Duty 31: trainings are planned, held, and it is kept who took part."""

from __future__ import annotations

from datetime import date

import pytest

from app.bootstrap import AppContext
from app.errors import FieldErrors
from app.rules.vocabulary import TrainingState
from tests.factories import make, make_training

KIND = "training"


def held(ctx: AppContext, **over) -> int:
    return make_training(ctx, state=TrainingState.HELD, starts_on=date(2026, 4, 14), **over)


def test_who_is_chosen_is_written_down_as_of_then(ctx: AppContext) -> None:
    speaker = make(ctx, "spokesperson", person="Lê Văn Sáu", position="Chánh Văn phòng")
    training = make_training(ctx, participants=[{"spokesperson_id": speaker}])
    (line,) = ctx.records.get(KIND, training).values["participants"]
    body = ctx.records.get("spokesperson", speaker).values["body_id"]
    assert (line["name"], line["job_title"], line["body_id"]) == (
        "Lê Văn Sáu", "Chánh Văn phòng", body,
    )  # fmt: skip
    version = ctx.records.get("spokesperson", speaker).version
    ctx.records.save("spokesperson", {"position": "Phó Giám đốc"}, speaker, version)
    (line,) = ctx.records.get(KIND, training).values["participants"]
    assert line["job_title"] == "Chánh Văn phòng"


def test_what_was_typed_stays(ctx: AppContext) -> None:
    contact = make(ctx, "contact", name="Trần Thị Bảy")
    typed = {"contact_id": contact, "job_title": "Phóng viên thường trú"}
    training = make_training(ctx, participants=[typed])
    (line,) = ctx.records.get(KIND, training).values["participants"]
    assert (line["name"], line["job_title"]) == ("Trần Thị Bảy", "Phóng viên thường trú")


def test_a_participant_has_a_name_of_some_kind(ctx: AppContext) -> None:
    with pytest.raises(FieldErrors) as caught:
        make_training(ctx, participants=[{"job_title": "Chuyên viên"}])
    assert list(caught.value.errors) == ["participants[0].name"]


def test_nobody_takes_part_twice(ctx: AppContext) -> None:
    speaker = make(ctx, "spokesperson")
    with pytest.raises(FieldErrors) as caught:
        make_training(ctx, participants=[{"spokesperson_id": speaker}] * 2)
    assert list(caught.value.errors) == ["participants[1].spokesperson_id"]


def test_nobody_attended_a_class_that_was_not_held(ctx: AppContext) -> None:
    with pytest.raises(FieldErrors) as caught:
        make_training(ctx, participants=[{"name": "Lê Văn Sáu", "attended": True}])
    assert list(caught.value.errors) == ["participants[0].attended"]
    held(ctx, participants=[{"name": "Lê Văn Sáu", "attended": True, "certificate": "01"}])


def test_only_who_attended_has_a_certificate(ctx: AppContext) -> None:
    with pytest.raises(FieldErrors) as caught:
        held(ctx, participants=[{"name": "Lê Văn Sáu", "certificate": "01"}])
    assert list(caught.value.errors) == ["participants[0].certificate"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"state": TrainingState.HELD}, "starts_on"),
        ({"state": TrainingState.HELD, "starts_on": date(2027, 1, 4)}, "starts_on"),
        ({"state": TrainingState.CANCELLED}, "cancel_reason"),
        ({"starts_on": date(2026, 12, 2), "ends_on": date(2026, 12, 1)}, "ends_on"),
        ({"cost": -1}, "cost"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(ctx: AppContext, values, field: str) -> None:
    with pytest.raises(FieldErrors) as caught:
        make_training(ctx, **values)
    assert list(caught.value.errors) == [field]
