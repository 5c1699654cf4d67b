"""Duty 24: marked text stays in memory, whichever way it was to be stored."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.bootstrap import AppContext
from app.errors import AppError, FieldErrors
from app.rules.vocabulary import LetterState
from app.services.plain import ListQuery
from app.services.requests.data import PointLine
from app.services.secrecy.alarm import WHERE_THEY_BELONG, SecrecyAlarm
from tests import factories as make
from tests.conftest import NOW
from tests.services.office_profiles import article_in
from tests.services.secrecy.cases import MARKED, PATHS, SECRET, WRONG_ANYWAY, office, traces
from tests.thoroughness import times


@pytest.mark.parametrize("path", PATHS)
def test_marked_text_reaches_no_file_by_any_path(path: str, ctx: AppContext) -> None:
    """Duty 24: not saved, not searchable, not in the log; the alarm does not repeat the text."""
    office(ctx)
    with pytest.raises(FieldErrors if path in WRONG_ANYWAY else SecrecyAlarm) as refused:
        PATHS[path](ctx, MARKED)
    assert SECRET not in str(refused.value)
    assert traces(ctx.data_dir) == []
    ctx.close()
    assert traces(ctx.data_dir) == []


_FREE = ("new incident.description", "changed article.grounds", "request letter body",
         "reason of an extension", "office distribution", "new incident.title")  # fmt: skip
_LINE = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=30)


@settings(
    max_examples=times(15, 40),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    path=st.sampled_from(_FREE),
    above=st.lists(_LINE, max_size=3),
    stamp=st.sampled_from(["MẬT", "TỐI MẬT", "TUYỆT MẬT", "ĐỘ MẬT: TỐI MẬT", "M Ậ T"]),
    below=st.lists(_LINE, max_size=3),
    end=st.sampled_from(["\n", "\r\n", "\u2028"]),
)
def test_whatever_stands_around_the_mark_it_is_refused(
    path: str, above: list[str], stamp: str, below: list[str], end: str, ctx: AppContext
) -> None:
    if ctx.office.profile() is None:
        office(ctx)
    text = end.join((SECRET, *above, f"[{stamp}]", *below, SECRET))
    with pytest.raises(AppError):
        PATHS[path](ctx, text)
    assert traces(ctx.data_dir) == []


def test_the_alarm_names_field_and_line_and_where_such_papers_belong(ctx: AppContext) -> None:
    with pytest.raises(SecrecyAlarm) as refused:
        make.make_incident(ctx, description=MARKED)
    assert refused.value.message == (
        "Chưa cất: có dấu chỉ độ mật ở ô “Diễn biến”. Nội dung vẫn còn trên màn hình, chưa ghi "
        "xuống đĩa."
    )
    assert refused.value.advice == WHERE_THEY_BELONG
    assert refused.value.fields == {"description": "Có dấu chỉ độ mật ở dòng 2 nên chưa cất."}


def test_lines_and_letters_are_named_as_their_forms_name_them(ctx: AppContext) -> None:
    office(ctx)
    draft = ctx.requests.new_draft(article_in(ctx))
    points = (PointLine("sai", "đúng"), PointLine("sai", MARKED))
    with pytest.raises(SecrecyAlarm) as refused:
        ctx.requests.save(replace(draft, points=points))
    assert set(refused.value.fields) == {"points[1].true_text"}
    assert "điểm 2" in refused.value.message
    letter = replace(draft.letter, body=("một", "MẬT"), subject=MARKED)
    with pytest.raises(SecrecyAlarm) as refused:
        ctx.requests.save(replace(draft, letter=letter))
    assert set(refused.value.fields) == {"letter.subject", "letter.body[1]"}


def test_ordinary_words_are_saved(ctx: AppContext) -> None:
    text = "Tuân thủ quy định về bảo vệ bí mật.\nMẬT ONG U MINH"
    record = ctx.records.get("incident", make.make_incident(ctx, description=text))
    assert record.values["description"] == text


def test_a_false_alarm_is_saved_with_its_reason_and_recorded_without_the_text(
    ctx: AppContext,
) -> None:
    """Duty 24: "not secret, a false alarm"."""
    with pytest.raises(SecrecyAlarm) as refused:
        make.make_incident(ctx, description=MARKED)
    with refused.value.declared_false("Tên một loài hoa trong bài báo."):
        record = make.make_incident(ctx, description=MARKED)
    assert ctx.records.get("incident", record).values["description"] == MARKED
    (line,) = ctx.secrecy.false_alarms()
    assert (line.kind, line.record_id, line.field, line.reason, line.declared_at) == (
        "incident", record, "description", "Tên một loài hoa trong bài báo.", NOW,
    )  # fmt: skip
    title = ctx.records.option("incident", record).text
    assert (line.record, line.opens) == (f"Vụ việc: {title}", ("incident", record))
    assert line.place.startswith("Ô “")


def test_a_declaration_holds_for_nothing_else(ctx: AppContext) -> None:
    with pytest.raises(SecrecyAlarm) as refused:
        make.make_incident(ctx, description=MARKED)
    alarm = refused.value
    with alarm.declared_false("Báo nhầm."), pytest.raises(SecrecyAlarm):
        make.make_incident(ctx, description=MARKED, place="a\nMẬT")
    with pytest.raises(SecrecyAlarm):
        make.make_incident(ctx, description=MARKED)
    assert ctx.secrecy.false_alarms() == ()


@pytest.mark.parametrize("reason", ["", "  ", "x" * 501, f"vì\nMẬT\n{SECRET}"])
def test_a_declaration_needs_a_reason_that_is_not_the_text(ctx: AppContext, reason: str) -> None:
    with pytest.raises(SecrecyAlarm) as refused:
        make.make_incident(ctx, description=MARKED)
    with pytest.raises(FieldErrors) as wrong, refused.value.declared_false(reason):
        pytest.fail("nothing may be stored for such a reason")
    assert set(wrong.value.errors) == {"reason"}


def test_what_was_declared_once_may_be_edited_on(ctx: AppContext) -> None:
    """Only a mark that was not there before alarms: another line around it does not."""
    office(ctx)
    with pytest.raises(SecrecyAlarm) as refused:
        make.make_incident(ctx, description="Trích thơ:\nMẬT")
    with refused.value.declared_false("Trích thơ."):
        record = ctx.records.get("incident", make.make_incident(ctx, description="Trích thơ:\nMẬT"))
    values = {"description": "Trích thơ dân gian:\nMẬT\nhết"}
    ctx.records.save("incident", values, record.id, record.version)
    again = ctx.records.get("incident", record.id)
    with pytest.raises(SecrecyAlarm):
        ctx.records.save("incident", {"description": MARKED}, again.id, again.version)


def test_points_and_letter_of_a_false_alarm_may_be_edited_and_issued(ctx: AppContext) -> None:
    office(ctx)
    draft = ctx.requests.new_draft(article_in(ctx))
    draft = replace(draft, points=(PointLine("Thơ:\nMẬT", "đúng"),))
    draft = replace(draft, letter=replace(draft.letter, body=("Thơ:", "MẬT", "hết")))
    with pytest.raises(SecrecyAlarm) as refused:
        ctx.requests.save(draft)
    with refused.value.declared_false("Trích thơ."):
        draft = ctx.requests.save(draft)
    assert {line.field for line in ctx.secrecy.false_alarms()} == {
        "points[0].wrong_text", "body[1]",
    }  # fmt: skip
    points = (PointLine("Bài thơ:\nMẬT", "đúng"), PointLine("sai", "đúng"))
    draft = ctx.requests.save(replace(draft, points=points))
    draft = ctx.requests.issue(draft, NOW.date(), secrecy_confirmed=True)
    assert draft.letter_state is LetterState.ISSUED


def test_no_letter_leaves_without_the_word_that_it_holds_no_secret(ctx: AppContext) -> None:
    """Duty 24: mandatory before signing and before issuing; kept with its time."""
    office(ctx)
    draft = ctx.requests.save(ctx.requests.new_draft(article_in(ctx)))
    with pytest.raises(FieldErrors) as refused:
        ctx.requests.sign(draft, secrecy_confirmed=False)
    assert set(refused.value.errors) == {"secrecy_confirmed"}
    with pytest.raises(FieldErrors):
        ctx.requests.issue(draft, NOW.date(), secrecy_confirmed=False)
    assert draft.letter_id is not None
    letter = ctx.letters.get(draft.letter_id)
    assert (letter.state, letter.secrecy_confirmed_at) == (LetterState.DRAFT, None)
    draft = ctx.requests.sign(draft, secrecy_confirmed=True)
    assert ctx.letters.get(draft.letter_id).secrecy_confirmed_at == NOW
    draft = ctx.requests.reopen(draft)
    assert ctx.letters.get(draft.letter_id).secrecy_confirmed_at is None
    draft = ctx.requests.sign(draft, secrecy_confirmed=True)
    with pytest.raises(FieldErrors):
        ctx.requests.issue(draft, NOW.date(), secrecy_confirmed=False)
    issued = ctx.requests.issue(draft, NOW.date(), secrecy_confirmed=True)
    assert issued.letter_number == "01"  # the refusals took none
    assert ctx.letters.get(draft.letter_id).secrecy_confirmed_at == NOW


def test_neither_log_nor_search_tells_of_the_text(
    ctx: AppContext, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG), pytest.raises(SecrecyAlarm):
        make.make_incident(ctx, title=MARKED)
    assert SECRET not in caplog.text
    assert ctx.records.count("incident", ListQuery(search=SECRET)) == 0
