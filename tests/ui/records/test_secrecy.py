"""Duty 24 at the window: marked text stays on the screen and nowhere else; the clerk is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from app.bootstrap import AppContext
from app.services.plain import ListQuery, ViewQuery
from app.services.secrecy.alarm import WHERE_THEY_BELONG, SecrecyAlarm
from app.specs.registry import SPECS
from app.ui.deadlines.dialog import DeadlineDialog, ExtendDialog
from app.ui.forms.step_dialog import StepDialog
from app.ui.letters import output
from app.ui.letters.dialogs import SignDialog
from app.ui.pages.office_page import OfficePage
from app.ui.pages.record_page import RecordPage
from app.ui.secrecy.alarm import FalseAlarmDialog
from app.ui.secrecy.false_alarms_dialog import open_false_alarms
from app.ui.watch import unsaved
from app.ui.widgets import Banner
from tests import factories as make
from tests.services.secrecy.cases import MARKED, SECRET, traces
from tests.ui.dump import dump
from tests.ui.requests.request import article, office, open_request
from tests.ui.window import Clerk, fill_in_office, open_window

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def clerk(qtbot, ctx: AppContext) -> Clerk:
    """A clerk with a new incident in front."""
    fill_in_office(ctx)
    clerk = open_window(qtbot, ctx.data_dir, lambda: ctx)
    clerk.ctrl(Key.Key_N)
    return clerk


def paste(text: str) -> None:
    """Paste into the field in hand, as from another program."""
    data = QMimeData()
    data.setText(text)
    QApplication.clipboard().setMimeData(data)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    field.paste()


def paste_into(clerk: Clerk, name: str, text: str) -> None:
    editor = clerk.page.form().findChild(QWidget, name)
    assert editor is not None
    editor.setFocus()
    paste(text)


def banner(page: QWidget) -> Banner:
    return next(one for one in page.findChildren(Banner) if one.text())


def kept(ctx: AppContext) -> str:
    return unsaved.read_kept(unsaved.kept_files(ctx.data_dir))


def test_marked_text_stays_on_the_screen_and_nowhere_else(
    clerk: Clerk, ctx: AppContext, golden
) -> None:
    paste_into(clerk, "title", "Sạt lở bờ kè")
    clerk.page.form().set_value("learned_at", datetime(2026, 10, 1, 7, 30))
    paste_into(clerk, "description", MARKED)
    clerk.ctrl(Key.Key_S)
    page = clerk.page
    assert page.form().values()["description"] == MARKED
    assert page.form().errors() == {"description": "Có dấu chỉ độ mật ở dòng 2 nên chưa cất."}
    assert WHERE_THEY_BELONG in banner(page).text()
    clerk.window._keeper.keep()
    assert ctx.records.count("incident", ListQuery()) == 0
    assert traces(ctx.data_dir) == []
    golden("secrecy/incident.txt", dump(page))
    page.form().load({})


def test_a_stamp_pasted_into_a_field_of_one_line_is_seen_too(clerk: Clerk, ctx: AppContext) -> None:
    paste_into(clerk, "title", MARKED)
    clerk.page.form().set_value("learned_at", datetime(2026, 10, 1, 7, 30))
    clerk.ctrl(Key.Key_S)
    assert "title" in clerk.page.form().errors()
    clerk.window._keeper.keep()
    assert traces(ctx.data_dir) == []
    clerk.page.form().load({})


def test_what_was_kept_goes_when_the_mark_comes(clerk: Clerk, ctx: AppContext) -> None:
    """Not kept for recovery: what was typed before the stamp neither."""
    paste_into(clerk, "title", "Sạt lở bờ kè")
    clerk.page.form().set_value("learned_at", datetime(2026, 10, 1, 7, 30))
    paste_into(clerk, "description", f"{SECRET}\n")
    clerk.window._keeper.keep()
    assert SECRET in kept(ctx)
    paste("TUYỆT MẬT\n")
    clerk.ctrl(Key.Key_S)
    assert kept(ctx) == ""
    assert traces(ctx.data_dir) == []
    clerk.page.form().load({})


def test_what_was_kept_goes_already_when_the_field_is_left(clerk: Clerk, ctx: AppContext) -> None:
    paste_into(clerk, "description", f"{SECRET}\n")
    clerk.window._keeper.keep()
    assert SECRET in kept(ctx)
    paste("TUYỆT MẬT\n")
    clerk.page.form().findChild(QWidget, "place").setFocus()
    assert kept(ctx) == ""
    clerk.page.form().load({})


def test_the_clerk_is_told_though_the_record_is_not_complete(clerk: Clerk, ctx: AppContext) -> None:
    paste_into(clerk, "description", MARKED)
    clerk.ctrl(Key.Key_S)
    assert set(clerk.page.form().errors()) == {"title", "learned_at"}
    assert WHERE_THEY_BELONG in banner(clerk.page).text()
    clerk.page.form().load({})


def test_other_pages_are_kept_beside_a_marked_one(clerk: Clerk, ctx: AppContext) -> None:
    paste_into(clerk, "description", MARKED)
    marked = clerk.page
    clerk.ctrl(Key.Key_3)
    clerk.wait()
    clerk.ctrl(Key.Key_N)
    other = clerk.page
    paste_into(clerk, "title", "Bờ kè nứt")
    clerk.window._keeper.keep()
    assert "Bờ kè nứt" in kept(ctx)
    assert SECRET not in kept(ctx)
    for page in (marked, other):
        page.form().load({})


def test_a_stamp_in_a_cell_of_a_grid_counts_too(qtbot, ctx: AppContext) -> None:
    """Of a record's lines each cell is looked at, saved or kept."""
    page = RecordPage(ctx, "contact", make.make_contact(ctx))
    qtbot.addWidget(page)
    (lines,) = SPECS["contact"].lines
    page.content().set_value(lines.name, [{"job_title": "MẬT"}])
    page.content().set_value("note", SECRET)
    assert page.is_dirty()
    assert unsaved.is_marked(page)
    assert not page.save()
    assert traces(ctx.data_dir) == []


def test_a_false_alarm_is_saved_with_a_reason(clerk: Clerk, ctx: AppContext, golden) -> None:
    paste_into(clerk, "title", "Bài thơ")
    clerk.page.form().set_value("learned_at", datetime(2026, 10, 1, 7, 30))
    paste_into(clerk, "description", "Trích:\nMẬT\nhết")
    clerk.ctrl(Key.Key_S)
    seen: list[str] = []

    def declare(dialog: FalseAlarmDialog) -> None:
        seen.append(dump(dialog))
        clerk.qtbot.keyClick(dialog, Key.Key_Return)
        assert dialog._reason_error.error() == "Ghi vì sao đây không phải bí mật nhà nước."
        dialog._reason_edit.setPlainText("Nhan đề bài thơ.")
        clerk.qtbot.keyClick(dialog, Key.Key_Return)

    in_dialog(FalseAlarmDialog, declare)
    button = banner(clerk.page).findChild(QPushButton)
    button.setFocus()
    clerk.press(Key.Key_Space)
    golden("secrecy/false-alarm.txt", seen[0])
    assert ctx.records.count("incident", ListQuery()) == 1
    assert not clerk.page.is_dirty()
    assert [line.reason for line in ctx.secrecy.false_alarms()] == ["Nhan đề bài thơ."]


def test_gone_back_from_the_question_all_is_as_before(clerk: Clerk, ctx: AppContext) -> None:
    paste_into(clerk, "title", "Bài thơ")
    clerk.page.form().set_value("learned_at", datetime(2026, 10, 1, 7, 30))
    paste_into(clerk, "description", "MẬT")
    clerk.ctrl(Key.Key_S)
    in_dialog(FalseAlarmDialog, lambda dialog: dialog.reject())
    banner(clerk.page).findChild(QPushButton).click()
    assert "Không phải" in banner(clerk.page).findChild(QPushButton).text()
    assert ctx.records.count("incident", ListQuery()) == 0
    clerk.page.form().load({})


def test_neither_paper_nor_file_gets_a_marked_draft(
    qtbot, ctx: AppContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A print of the draft would leave the text in the spooler, a PDF on the disk."""
    office(ctx)
    clerk = open_request(qtbot, ctx, None, article(ctx))
    clerk.row("letter.subject")
    paste(MARKED)
    clerk.settle()
    for name in ("print_letter", "save_letter"):
        monkeypatch.setattr(output, name, lambda *_args, **_how: pytest.fail("it went out"))
    for step in ("print", "save_pdf", "save"):
        clerk.step(step).trigger()
        assert WHERE_THEY_BELONG in clerk.page.banner().text(), step
    assert "độ mật" in clerk.error("letter.subject")
    assert traces(ctx.data_dir) == []
    papers: list[bytes] = []
    monkeypatch.setattr(output, "print_letter", lambda pdf, *_a, **_h: papers.append(pdf))
    in_dialog(FalseAlarmDialog, lambda dialog: give_reason(dialog, "Nhan đề bài thơ."))
    clerk.step("print").trigger()
    clerk.page.banner().findChild(QPushButton).click()
    assert len(papers) == 1
    assert ctx.secrecy.false_alarms()


def test_small_steps_tell_and_take_a_declaration_too(qtbot, ctx: AppContext) -> None:
    incident = make.make_incident(ctx, sensitivity="sensitive", learned_at=ctx.clock())
    window = QWidget()
    qtbot.addWidget(window)
    deadlines = DeadlineDialog(ctx, "incident", incident, window)
    deadlines._on_extend()
    (extend,) = deadlines.findChildren(ExtendDialog)
    extend._until_edit.set_value(datetime(2026, 10, 8, 9))
    extend._reason_edit.setPlainText(MARKED)
    extend._on_accepted()
    assert WHERE_THEY_BELONG in extend._trouble.error()
    assert traces(ctx.data_dir) == []
    assert not extend._false_button.isHidden()
    in_dialog(FalseAlarmDialog, lambda dialog: give_reason(dialog, "Báo nhầm vì là tên riêng."))
    extend._false_button.click()
    (view,) = [one for one in ctx.deadlines.of("incident", incident) if one.extended_to]
    assert view.extended_to is not None


def test_the_office_profile_is_guarded(qtbot, ctx: AppContext) -> None:
    fill_in_office(ctx)
    page = OfficePage(ctx)
    qtbot.addWidget(page)
    page.form().set_value("place", "An Giang\nMẬT\nx")
    in_dialog(FalseAlarmDialog, lambda dialog: dialog.reject())
    assert not page.save()
    profile = ctx.office.profile()
    assert profile is not None
    assert profile.place == "An Giang"


def test_a_letter_is_not_signed_before_the_word_is_given(qtbot, ctx: AppContext, golden) -> None:
    """Duty 24: mandatory, never given beforehand, stored with its time."""
    office(ctx)
    clerk = open_request(qtbot, ctx, None, article(ctx))
    seen: list[str] = []

    def sign(dialog: SignDialog) -> None:
        seen.append(dump(dialog))
        qtbot.keyClick(dialog, Key.Key_Return)
        seen.append(dialog._word_error.error() if dialog.isVisible() else "gone")
        clerk.give_word(dialog)

    in_dialog(SignDialog, sign)
    clerk.step("sign").trigger()
    golden("secrecy/sign-dialog.txt", seen[0])
    assert "chưa xác nhận thì chưa làm được" in seen[1]
    letter = ctx.letters.get(clerk.page.draft().letter_id)
    assert letter.secrecy_confirmed_at == ctx.clock()


def give_reason(dialog: FalseAlarmDialog, reason: str) -> None:
    dialog._reason_edit.setPlainText(reason)
    dialog._on_accepted()


def in_dialog(kind: type[StepDialog], act: Callable[..., None], tries: int = 100) -> None:
    """Have the next dialog of that kind worked by ``act``; it must close it."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            act(dialog)
        elif tries:
            in_dialog(kind, act, tries - 1)

    QTimer.singleShot(10, look)


def test_a_screen_lists_the_false_alarms_and_enter_opens_the_record(
    clerk: Clerk, ctx: AppContext
) -> None:
    """Duty 24: what was declared no secret can be looked at afterwards, without the text."""
    with pytest.raises(SecrecyAlarm) as refused:
        make.make_incident(ctx, title="Thi thơ", description=MARKED)
    with refused.value.declared_false("Trích thơ."):
        record = make.make_incident(ctx, title="Thi thơ", description=MARKED)
    with pytest.raises(SecrecyAlarm) as refused:
        ctx.views.save("incident", "Thơ", ViewQuery("[MẬT]"))
    with refused.value.declared_false("Tên tập thơ."):
        ctx.views.save("incident", "Thơ", ViewQuery("[MẬT]"))
    opened: list[tuple[str, int | None]] = []
    dialog = open_false_alarms(ctx, lambda *what: opened.append(what), clerk.window)
    assert dialog.words().startswith("Sổ có 2 lần ghi là báo nhầm")
    first, second = dialog.lines()
    assert "Khung nhìn của danh sách" in first
    assert "Tên tập thơ." in first
    assert "Vụ việc: Thi thơ" in second
    assert SECRET not in "".join(dialog.lines())
    assert not dialog._open_button.isEnabled(), "a view is no record"
    clerk.qtbot.keyClick(dialog._table, Key.Key_Return)
    assert opened == []
    clerk.qtbot.keyClick(dialog._table, Key.Key_Down)
    clerk.qtbot.keyClick(dialog._table, Key.Key_Return)
    assert opened == [("incident", record)]
    assert not dialog.isVisible()


def test_without_any_the_screen_says_so(clerk: Clerk, ctx: AppContext) -> None:
    dialog = open_false_alarms(ctx, lambda *_: pytest.fail("nothing to open"), clerk.window)
    assert dialog.words() == "Chưa có lần nào ghi là báo nhầm."
    dialog.reject()
