"""Draft, signed, issued, void: the steps of a request in an office's order, and their refusals."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pdfplumber
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication, QFileDialog

from app.bootstrap import AppContext
from app.rules.numbering import Term
from app.rules.vocabulary import LetterState, NumberSource
from app.services.plain import ListQuery
from app.settings import Settings
from app.ui.letters import output
from app.ui.letters.dialogs import IssueDialog, SignDialog, VoidDialog
from app.ui.pages.letter_page import LetterPage
from app.ui.pages.record_page import RecordPage
from tests.services.office_profiles import make_authority, party_profile
from tests.ui.dump import dump
from tests.ui.requests.request import (
    CTRL,
    SHIFT,
    RequestClerk,
    article,
    office,
    open_request,
    typed,
)

Key = Qt.Key


@pytest.fixture
def clerk(qtbot, ctx: AppContext) -> RequestClerk:
    office(ctx)
    return open_request(qtbot, ctx, None, article(ctx))


def step(clerk: RequestClerk, name: str) -> None:
    """Take a step by its key, as the window passes it on."""
    action = clerk.step(name)
    assert action.isVisible()
    assert action.isEnabled()
    if name == "sign":
        clerk.in_dialog(clerk.give_word)
    action.trigger()


def issue(clerk: RequestClerk, act=lambda dialog: None) -> None:
    def work(dialog) -> None:
        assert isinstance(dialog, IssueDialog)
        act(dialog)
        clerk.give_word(dialog)
        if dialog.isVisible():
            dialog.reject()

    clerk.in_dialog(work)
    step(clerk, "issue")
    clerk.page.activateWindow()  # what a window manager does once the dialog is gone
    clerk.qtbot.waitUntil(clerk.page.isActiveWindow)
    clerk.settle()


def test_the_steps_offered_are_those_of_the_state(clerk: RequestClerk) -> None:
    draft = ["Cất", "In dự thảo", "Đã ký", "Phát hành", "Lưu PDF", "Nạp"]
    assert clerk.steps() == draft
    step(clerk, "sign")
    signed = ["Cất", "In văn bản", "Mở lại để sửa", "Phát hành", "Lưu PDF", "Nạp"]
    assert clerk.steps() == signed
    issue(clerk)
    assert clerk.steps() == ["Cất", "In bản chính", "Lưu PDF", "Hủy văn bản", "Nạp"]


def test_a_signed_letter_is_locked_until_it_is_opened_again(clerk: RequestClerk) -> None:
    step(clerk, "sign")
    assert clerk.page.words() == "Đã ký, chờ lấy số; nội dung đã khóa"
    assert clerk.row("letter.subject").isReadOnly()
    assert clerk.row("letter.distribution").isReadOnly()
    assert not clerk.page.marks_draft()
    step(clerk, "reopen")
    assert not clerk.row("letter.subject").isReadOnly()
    assert clerk.page.words() == "Dự thảo"
    assert clerk.page.marks_draft()


def test_without_grounds_nothing_is_issued(clerk: RequestClerk, ctx: AppContext) -> None:
    clerk.row("grounds")
    clerk.rewrite("")
    clerk.tab(3)
    step(clerk, "issue")
    assert "căn cứ xác minh" in clerk.error("grounds")
    assert clerk.focus() == "grounds"
    clerk.settle()
    assert clerk.page.words().startswith("Dự thảo mới, chưa cất\nTrước khi phát hành: Nêu căn cứ")
    clerk.write("Biên bản số 5.")
    assert clerk.error("grounds") == ""
    issue(clerk)
    assert clerk.page.draft().letter_state is LetterState.ISSUED


def test_without_a_copy_to_the_press_authority_a_reason_is_asked_for(clerk, ctx) -> None:
    clerk.row("letter.distribution")
    reason = clerk.page.form().findChild(type(clerk.row("published_where")), "no_copy_reason")
    assert not reason.isVisibleTo(clerk.page.form().sending)
    clerk.row("letter.distribution")
    clerk.rewrite("Như trên")
    clerk.settle()
    assert reason.isVisibleTo(clerk.page.form().sending)
    step(clerk, "issue")
    assert "Sở Văn hóa và Thể thao" in clerk.error("letter.distribution")
    clerk.row("no_copy_reason")
    clerk.write("Đã gửi qua trục liên thông.")
    clerk.settle()
    issue(clerk)
    assert clerk.page.draft().letter_number == "01"
    stored = ctx.requests.open(clerk.page.draft().id)
    assert stored.no_copy_reason == "Đã gửi qua trục liên thông."
    assert typed(clerk.row("no_copy_reason")) == stored.no_copy_reason
    assert reason.isVisibleTo(clerk.page.form().sending)  # whoever asks later finds it here


def test_issuing_takes_the_number_shown_and_freezes_the_page(clerk, ctx: AppContext) -> None:
    seen: list[str] = []
    issue(clerk, lambda dialog: seen.append(dialog.next_number_words()))
    draft = clerk.page.draft()
    assert seen == ["01/SXD-VP"]
    assert draft.letter_number == "01"
    assert draft.letter.date == date(2026, 10, 5)
    assert clerk.page.words() == "Đã phát hành số 01/SXD-VP ngày 05/10/2026"
    assert clerk.page.preview().pdf() == ctx.letters.frozen_pdf(draft.letter_id)
    assert clerk.page.form().currentIndex() == 3
    assert clerk.notices[-1] == "Đã phát hành văn bản số 01/SXD-VP."


def test_a_party_letter_is_quoted_in_the_party_s_way(qtbot, ctx: AppContext) -> None:
    ctx.office.save_profile(party_profile(ctx, press_authority_id=make_authority(ctx)))
    clerk = open_request(qtbot, ctx, None, article(ctx))
    seen: list[str] = []
    issue(clerk, lambda dialog: seen.append(dialog.next_number_words()))
    assert seen == ["01-CV/TU"]
    assert clerk.page.title() == "Yêu cầu 01-CV/TU"
    assert clerk.page.words() == "Đã phát hành số 01-CV/TU ngày 05/10/2026"
    letter_page = LetterPage(ctx, Settings.load(ctx.data_dir), clerk.page.draft().letter_id)
    qtbot.addWidget(letter_page)
    assert letter_page.facts()["Số, ký hiệu"] == "01-CV/TU"


def test_a_date_that_cannot_be_is_refused_in_the_dialog(clerk, ctx: AppContext) -> None:
    said: list[str] = []

    def wrong_date(dialog: IssueDialog) -> None:
        dialog._date_edit.set_text("01/10/2026")  # the day before the article
        clerk.qtbot.keyClick(dialog, Key.Key_Return)
        said.append(dialog._date_error.error())
        dialog._date_edit.set_text("31/02/2026")
        clerk.qtbot.keyClick(dialog, Key.Key_Return)
        said.append(dialog._date_error.error())

    issue(clerk, wrong_date)
    assert said[0] == "Ngày văn bản không thể trước ngày đăng bài."
    assert said[1]
    assert clerk.page.draft().letter_state is LetterState.DRAFT
    assert ctx.letters.next_number(clerk.page.draft().letter_id, date(2026, 10, 5)) == "01"


def test_enter_does_the_step_from_wherever_the_focus_came(qtbot) -> None:
    done: list[bool] = []
    dialog = SignDialog(done.append)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    dialog._do_button.setFocus()
    qtbot.waitUntil(dialog._do_button.hasFocus)
    dialog._word_box.setFocus()
    qtbot.waitUntil(dialog._word_box.hasFocus)
    qtbot.keyClick(dialog._word_box, Key.Key_Space)
    qtbot.keyClick(dialog._word_box, Key.Key_Return)
    assert done == [True]


def numbers_shown(dialog: IssueDialog, *days: str) -> list[str]:
    """Return the number that the dialog would take on each of the days typed."""
    shown = []
    for day in days:
        dialog._date_edit.set_text(day)
        shown.append(dialog.next_number_words())
    return shown


def look_at_numbers(clerk: RequestClerk, *days: str) -> list[str]:
    """Open the dialog, look at the numbers of the days and go back."""
    seen: list[str] = []

    def look(dialog) -> None:
        seen.extend(numbers_shown(dialog, *days))
        dialog.reject()

    clerk.in_dialog(look)
    step(clerk, "issue")
    return seen


def test_the_first_of_january_shows_a_new_book_in_the_dialog(qtbot, ctx, clerk) -> None:
    issue(clerk)
    second = open_request(qtbot, ctx, None, article(ctx, title="Bờ kè lại nứt"))
    seen = look_at_numbers(second, "31/12/2026", "01/01/2027")
    assert seen == ["02/SXD-VP", "01/SXD-VP"]


def test_a_party_term_shows_a_new_book_in_the_dialog(qtbot, ctx: AppContext) -> None:
    profile = party_profile(ctx, press_authority_id=make_authority(ctx))
    next_term = Term("Nhiệm kỳ 2030 - 2035", date(2030, 10, 1))
    ctx.office.save_profile(replace(profile, terms=(*profile.terms, next_term)))
    first = open_request(qtbot, ctx, None, article(ctx))
    issue(first)
    second = open_request(qtbot, ctx, None, article(ctx, title="Bờ kè lại nứt"))
    seen = look_at_numbers(second, "01/01/2027", "30/9/2030", "01/10/2030")
    assert seen == ["02-CV/TU", "02-CV/TU", "01-CV/TU"]


def test_a_character_no_font_has_is_named_and_takes_no_number(clerk, ctx: AppContext) -> None:
    clerk.row("grounds")
    clerk.rewrite("Biên bản 漢 số 5.")
    clerk.settle()
    assert "漢" in clerk.page.preview().trouble()
    said: list[str] = []

    def read_trouble(dialog: IssueDialog) -> None:
        clerk.give_word(dialog)
        said.append(dialog._trouble.error())
        dialog.reject()

    issue(clerk, read_trouble)
    assert "漢" in said[0]
    assert clerk.page.draft().letter_state is LetterState.DRAFT
    clerk.row("grounds")
    clerk.rewrite("Biên bản số 5.")
    clerk.settle()
    assert clerk.page.preview().trouble() == ""
    issue(clerk)
    assert clerk.page.draft().letter_number == "01"


def test_a_switch_of_the_party_style_holds_from_the_next_letter_on(qtbot, ctx, tmp_path) -> None:
    ctx.office.save_profile(party_profile(ctx, press_authority_id=make_authority(ctx)))
    clerk = open_request(qtbot, ctx, None, article(ctx))
    issue(clerk)
    frozen = clerk.page.preview().pdf()
    assert "Như trên;" in words_of(frozen, tmp_path)
    query = ListQuery()
    for row in ctx.records.page("letter_style", query, 0, 10):
        style = RecordPage(ctx, "letter_style", row.id, None)
        qtbot.addWidget(style)
        style.form().set_value("list_separator", ",")
        assert style.save()
    following = open_request(qtbot, ctx, None, article(ctx, title="Bờ kè lại nứt"))
    assert "Như trên," in words_of(following.page.preview().pdf(), tmp_path)
    again = open_request(qtbot, ctx, clerk.page.draft().id, None)
    assert again.page.preview().pdf() == frozen


def words_of(pdf: bytes | None, folder: Path) -> str:
    path = folder / "seen.pdf"
    path.write_bytes(pdf or b"")
    with pdfplumber.open(path) as document:
        return " ".join(page.extract_text() for page in document.pages)


def test_the_registry_clerks_number_is_typed(qtbot, ctx: AppContext) -> None:
    office(ctx, number_source=NumberSource.REGISTRY_CLERK)
    clerk = open_request(qtbot, ctx, None, article(ctx))
    said: list[str] = []

    def type_number(dialog: IssueDialog) -> None:
        clerk.qtbot.keyClick(dialog, Key.Key_Return)
        said.append(dialog._number_error.error())
        dialog._number_edit.setText("15a")

    issue(clerk, type_number)
    assert said == ["Nhập số do văn thư cấp."]
    assert clerk.page.draft().letter_number == "15a"


def test_a_void_letter_keeps_its_number_and_a_new_one_can_be_written(clerk, ctx) -> None:
    issue(clerk)
    first = clerk.page.draft().letter_id
    said: list[str] = []

    def give_reason(dialog) -> None:
        assert isinstance(dialog, VoidDialog)
        dialog._on_accepted()
        said.append(dialog._reason_error.error())
        dialog._reason_edit.setPlainText("Ghi sai tên báo.")
        dialog._on_accepted()

    clerk.in_dialog(give_reason)
    step(clerk, "void")
    assert said[0]
    assert clerk.page.words() == (
        "Đã hủy văn bản số 01/SXD-VP ngày 05/10/2026; số và tệp vẫn giữ trong sổ"
    )
    step(clerk, "redraft")
    assert clerk.page.words() == "Dự thảo"
    assert clerk.page.form().currentIndex() == 1
    issue(clerk)
    assert clerk.page.draft().letter_number == "02"
    assert ctx.letters.get(first).number_text == "01"


def test_tracking_is_saved_after_issue(clerk, ctx: AppContext) -> None:
    issue(clerk)
    clerk.row("sent_to_outlet_on")
    clerk.write("hn")
    clerk.row("outcome").set_value("refused")
    refusal = clerk.row("refusal_reason")
    assert refusal.isVisibleTo(clerk.page.form().tracking)
    clerk.press(Key.Key_S, CTRL)
    assert clerk.error("refusal_reason")
    assert clerk.focus() == "refusal_reason"
    clerk.write("Báo cho rằng đúng.")
    clerk.go(clerk.page.form().tracking._reminders.editor(0, "reminded_on"))
    clerk.write("5/10")
    clerk.press(Key.Key_Tab)
    clerk.write("Gọi điện")
    clerk.press(Key.Key_S, CTRL)
    assert clerk.notices[-1] == "Đã cất phần theo dõi."
    stored = ctx.requests.open(clerk.page.draft().id)
    assert stored.tracking.sent_to_outlet_on == date(2026, 10, 5)
    assert stored.tracking.refusal_reason == "Báo cho rằng đúng."
    assert [(line.reminded_on, line.note) for line in stored.reminders] == [
        (date(2026, 10, 5), "Gọi điện")
    ]
    assert stored.letter_state is LetterState.ISSUED


def test_a_reminder_has_room_for_its_words_on_a_narrow_screen(clerk: RequestClerk) -> None:
    reminders = clerk.page.form().tracking._reminders
    clerk.tab(4)
    day, note = (reminders.editor(0, name) for name in ("reminded_on", "note"))
    note.set_value("Đã gọi điện cho thư ký tòa soạn")
    wanted = note.fontMetrics().horizontalAdvance(note.value())
    for width, beside in ((1180, True), (680, False)):
        clerk.page.resize(width, 450)
        clerk.qtbot.waitUntil(lambda beside=beside: (note.x() > day.x()) is beside)
        assert note.width() > wanted


# As words


def test_golden_states(clerk: RequestClerk, golden) -> None:
    step(clerk, "sign")
    clerk.tab(3)
    clerk.settle()
    golden("request/signed.txt", dump(clerk.page))
    seen: list[str] = []
    issue(clerk, lambda dialog: seen.append(dump(dialog)))
    golden("request/issue-dialog.txt", seen[0])
    golden("request/issued.txt", dump(clerk.page))

    def give_reason(dialog) -> None:
        dialog._on_accepted()
        seen.append(dump(dialog))
        dialog._reason_edit.setPlainText("Ghi sai tên báo.")
        dialog._on_accepted()

    clerk.in_dialog(give_reason)
    step(clerk, "void")
    clerk.settle()
    golden("request/void-dialog.txt", seen[1])
    golden("request/void.txt", dump(clerk.page))


# Paper and files


def sent(monkeypatch) -> list[tuple[bytes, str]]:
    """Catch what goes to the printer."""
    jobs: list[tuple[bytes, str]] = []

    def take(pdf, title, _settings, _parent) -> bool:
        jobs.append((pdf, title))
        return True

    monkeypatch.setattr(output.printing, "print_pdf", take)
    return jobs


def test_a_draft_prints_as_the_preview_shows_it(clerk, monkeypatch, tmp_path) -> None:
    jobs = sent(monkeypatch)
    step(clerk, "print")
    assert jobs[0] == (clerk.page.preview().pdf(), "Dự thảo_Đề nghị cải chính thông tin trên"
                       " Báo Điện tử Đồng bằng")  # fmt: skip
    clerk.page._draft_mark.setChecked(False)
    clerk.settle()
    step(clerk, "print")
    assert jobs[1][0] == clerk.page.preview().pdf()
    marked, blank = (words_of(pdf, tmp_path) for pdf, _title in jobs)
    assert "DỰ THẢO" in marked
    assert "DỰ THẢO" not in blank
    assert re.search(r"Số:\s*/SXD-VP", blank)
    assert re.search(r"An Giang, ngày\s+tháng\s+năm", blank)


def test_a_reprint_is_the_frozen_file(clerk, ctx, monkeypatch) -> None:
    jobs = sent(monkeypatch)
    issue(clerk)
    step(clerk, "print")
    step(clerk, "print")
    frozen = ctx.letters.frozen_pdf(clerk.page.draft().letter_id)
    assert [pdf for pdf, _title in jobs] == [frozen, frozen]


def test_no_printer_is_told_and_nothing_is_lost(clerk, monkeypatch, boxes) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    boxes.will_answer(None)
    step(clerk, "print")
    assert "chưa cài máy in" in boxes.seen[0]


def test_the_pdf_is_saved_under_its_number_and_can_be_opened(
    clerk, ctx, monkeypatch, tmp_path: Path
) -> None:
    proposed: list[str] = []

    def choose(_parent, _title, start, _filter) -> tuple[str, str]:
        proposed.append(Path(start).name)
        return str(tmp_path / Path(start).name), ""

    opened: list[Path] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(choose))
    monkeypatch.setattr("app.ui.letters.editing.steps.open_path", opened.append)
    issue(clerk)
    step(clerk, "save_pdf")
    name = "01-SXD-VP_2026-10-05_Đề nghị cải chính thông tin trên Báo Điện tử Đồng bằng.pdf"
    assert proposed == [name]
    assert (tmp_path / name).read_bytes() == ctx.letters.frozen_pdf(clerk.page.draft().letter_id)
    assert f"Đã lưu {tmp_path / name}." in clerk.page.words()
    clerk.page._banner._button.click()
    assert opened == [tmp_path / name]


# The letter's own page


def test_the_letters_page_shows_the_frozen_file_and_leads_to_its_request(
    qtbot, clerk, ctx, golden, monkeypatch
) -> None:
    jobs = sent(monkeypatch)
    issue(clerk)
    draft = clerk.page.draft()
    page = LetterPage(ctx, Settings.load(ctx.data_dir), draft.letter_id)
    qtbot.addWidget(page)
    opened: list[tuple[str, int]] = []
    page.open_requested.connect(lambda kind, id_, _values: opened.append((kind, id_)))
    page.resize(1180, 650)
    page.show()
    qtbot.waitUntil(page.preview().is_current, timeout=10_000)
    assert page.preview().pdf() == ctx.letters.frozen_pdf(draft.letter_id)
    assert page.title() == "Văn bản 01/SXD-VP"
    golden(
        "request/letter.txt",
        "\n".join(f"{name}: {words}" for name, words in page.facts().items()),
    )
    page._print_action.trigger()
    assert jobs[0][0] == ctx.letters.frozen_pdf(draft.letter_id)
    page._request_action.trigger()
    assert opened == [("correction_request", draft.id)]

    def give_reason(dialog) -> None:
        dialog._reason_edit.setPlainText("Ghi sai tên báo.")
        dialog._on_accepted()

    clerk.in_dialog(give_reason)
    page._void_action.trigger()
    assert page.facts()["Lý do hủy"] == "Ghi sai tên báo."
    assert not page._void_action.isVisible()


def test_the_keys_of_the_steps_work_in_a_text_field(clerk: RequestClerk) -> None:
    field = clerk.row("letter.subject")
    before = typed(field)
    clerk.in_dialog(clerk.give_word)
    clerk.press(Key.Key_K, CTRL | SHIFT)
    clerk.page.activateWindow()
    clerk.qtbot.waitUntil(clerk.page.isActiveWindow)
    assert clerk.page.draft().letter_state is LetterState.SIGNED
    clerk.press(Key.Key_M, CTRL | SHIFT)
    assert clerk.page.draft().letter_state is LetterState.DRAFT
    assert typed(field) == before
    assert QApplication.focusWidget() is field
