"""The correction request page: facts, text and preview as one; what is refused, what is kept."""

from __future__ import annotations

import re
import threading
from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from app.bootstrap import AppContext
from app.errors import AppError, DatabaseDamaged, DatabaseLocked, StorageFull, StorageReadOnly
from app.rules.vocabulary import LetterState, RequestKind
from app.ui.forms.record_dialog import RecordDialog
from app.ui.letters.dialogs import RewriteDialog
from app.ui.messages import Unsaved
from tests.services.office_profiles import make_authority, party_profile
from tests.ui.dump import dump
from tests.ui.requests.request import (
    ALT,
    CTRL,
    RequestClerk,
    article,
    office,
    open_request,
    points,
    typed,
)

Key = Qt.Key


@pytest.fixture
def clerk(qtbot, ctx: AppContext) -> RequestClerk:
    """A new request for an article, in an office that is set up."""
    office(ctx)
    return open_request(qtbot, ctx, None, article(ctx))


def test_a_new_request_begins_with_what_the_article_says(clerk: RequestClerk) -> None:
    draft = clerk.page.draft()
    assert draft.points[0].wrong_text == "Bờ kè nứt dài 50 mét."
    assert draft.points[0].true_text == "Vết nứt dài 5 mét."
    assert draft.grounds == "Biên bản kiểm tra ngày 02/10/2026."
    assert draft.legal_basis
    assert draft.letter.recipients == ("Báo Điện tử Đồng bằng",)
    assert any("Sở Văn hóa và Thể thao" in line for line in draft.letter.distribution)
    assert clerk.page.words() == "Dự thảo mới, chưa cất"
    assert not clerk.page.is_dirty()
    assert clerk.page.preview().pdf() is not None
    assert clerk.page.preview().trouble() == ""


def test_typed_facts_are_in_the_text_and_on_the_page_at_once(clerk: RequestClerk) -> None:
    pdf = clerk.page.preview().pdf()
    clerk.go(points(clerk).editor(0, "true_text"))
    clerk.rewrite("Vết nứt dài 3 mét, đã xử lý.")
    assert clerk.page._pause.interval() <= 150  # of the 300 ms; the benchmark measures the whole
    clerk.settle()
    assert "Vết nứt dài 3 mét, đã xử lý" in clerk.text()
    assert clerk.page.preview().pdf() != pdf


def test_points_are_added_moved_and_removed_by_keyboard(clerk: RequestClerk) -> None:
    clerk.go(points(clerk).editor(0, "wrong_text"))
    clerk.press(Key.Key_Return, CTRL)
    clerk.write("chưa từng bảo trì")
    clerk.press(Key.Key_Tab)
    clerk.write("đã bảo trì ngày 15/3/2026")
    assert [point.wrong_text for point in clerk.page.draft().points] == [
        "Bờ kè nứt dài 50 mét.",
        "chưa từng bảo trì",
    ]
    clerk.press(Key.Key_Up, ALT)
    assert clerk.page.draft().points[0].wrong_text == "chưa từng bảo trì"
    assert typed(QApplication.focusWidget()) == "đã bảo trì ngày 15/3/2026"
    clerk.press(Key.Key_Delete, ALT)
    assert len(clerk.page.draft().points) == 1
    assert clerk.notices[-1] == "Đã bỏ điểm 1."
    clerk.undo[-1]()
    assert clerk.page.draft().points[0].wrong_text == "chưa từng bảo trì"


def test_the_kind_of_request_brings_its_law_unless_the_clerk_wrote_one(
    clerk: RequestClerk,
) -> None:
    basis = clerk.page.draft().legal_basis
    box = clerk.row("kind")
    box.set_value(RequestKind.RESPOND)
    other = clerk.page.draft().legal_basis
    assert other != basis
    clerk.row("legal_basis")
    clerk.rewrite("Điều 99 của luật khác")
    clerk.row("kind")
    box.set_value(RequestKind.CORRECT)
    assert clerk.page.draft().legal_basis == "Điều 99 của luật khác"


def test_text_written_by_hand_stays_when_the_facts_change(clerk: RequestClerk) -> None:
    clerk.row("letter.subject")
    assert clerk.page.form().text.own_words() == "Văn bản đang theo dữ kiện ở tab 1."
    clerk.rewrite("đề nghị đính chính thông tin về bờ kè")
    assert clerk.page.form().text.own_words().startswith("Đã sửa tay")
    clerk.row("grounds")
    clerk.rewrite("Kết luận số 5.")
    clerk.settle()
    assert clerk.text().startswith("đề nghị đính chính thông tin về bờ kè")
    assert "Kết luận số 5" not in clerk.text()


def test_typing_the_apps_own_words_again_lets_the_text_follow_again(clerk: RequestClerk) -> None:
    subject = clerk.page.draft().letter.subject
    clerk.row("letter.subject")
    clerk.rewrite("khác")
    clerk.rewrite(subject)
    assert clerk.page.form().text.own_words() == "Văn bản đang theo dữ kiện ở tab 1."


def test_text_by_hand_survives_saving_and_opening(qtbot, ctx, clerk: RequestClerk) -> None:
    clerk.row("letter.subject")
    clerk.rewrite("đề nghị đính chính thông tin về bờ kè")
    clerk.press(Key.Key_S, CTRL)
    again = open_request(qtbot, ctx, clerk.page.draft().id, None)
    assert again.page.form().text.own_words().startswith("Đã sửa tay")
    again.row("grounds")
    again.rewrite("Kết luận số 5.")
    again.settle()
    assert again.text().startswith("đề nghị đính chính thông tin về bờ kè")


def test_writing_anew_shows_what_would_be_lost_first(clerk: RequestClerk) -> None:
    clerk.row("letter.subject")
    clerk.rewrite("chữ của tôi")
    seen: list[str] = []

    def keep(dialog) -> None:
        assert isinstance(dialog, RewriteDialog)
        seen.extend((dialog.lost_words(), dialog.new_words()))
        clerk.qtbot.keyClick(dialog, Key.Key_Return)  # the careful answer is the default

    clerk.in_dialog(keep)
    clerk.page._steps.run("rewrite")
    assert "chữ của tôi" in seen[0]
    assert "chữ của tôi" not in seen[1]
    assert "đề nghị cải chính thông tin" in seen[1]
    assert clerk.text().startswith("chữ của tôi")
    clerk.in_dialog(lambda dialog: dialog.accept())
    clerk.page._steps.run("rewrite")
    assert clerk.text().startswith("đề nghị cải chính thông tin")
    assert clerk.page.form().text.own_words() == "Văn bản đang theo dữ kiện ở tab 1."


def test_a_line_break_begins_a_new_paragraph(ctx, clerk: RequestClerk) -> None:
    before = len(clerk.page.draft().letter.body)
    clerk.tab(2)
    clerk.go(clerk.page.form().text._paragraphs.editor(0, "text"))
    clerk.press(Key.Key_End, CTRL)
    clerk.press(Key.Key_Return)
    clerk.write("Đoạn viết thêm.")
    assert len(clerk.page.draft().letter.body) == before + 1
    clerk.press(Key.Key_S, CTRL)
    assert "Đoạn viết thêm." in ctx.requests.open(clerk.page.draft().id).letter.body


# Saving


def test_saving_by_key_says_so_and_leaves_the_page_clean(ctx, clerk: RequestClerk) -> None:
    clerk.row("deadline_asked")
    clerk.write("15/10/2026")
    assert clerk.page.is_dirty()
    clerk.press(Key.Key_S, CTRL)
    assert clerk.notices == ["Đã cất yêu cầu."]
    assert not clerk.page.is_dirty()
    draft = ctx.requests.open(clerk.page.draft().id)
    assert draft.deadline_asked == date(2026, 10, 15)
    assert "trước ngày 15" in " ".join(draft.letter.body)
    assert clerk.page.words() == "Dự thảo"


def test_what_cannot_be_understood_is_told_at_its_field(clerk: RequestClerk) -> None:
    clerk.row("deadline_asked")
    clerk.write("31/02/2026")
    clerk.tab(4)
    clerk.press(Key.Key_S, CTRL)
    assert clerk.notices == []
    assert clerk.page.form().currentIndex() == 0
    assert clerk.page.form().tabText(0).endswith("(cần xem)")
    assert clerk.focus() == "deadline_asked"
    assert clerk.error("deadline_asked")
    assert typed(QApplication.focusWidget()) == "31/02/2026"


def test_leaving_asks_about_what_is_not_saved(clerk: RequestClerk, boxes) -> None:
    assert clerk.page.can_close()
    clerk.row("grounds")
    clerk.rewrite("Kết luận số 5.")
    boxes.will_answer(Unsaved.BACK)
    assert not clerk.page.can_close()
    boxes.will_answer(Unsaved.SAVE)
    assert clerk.page.can_close()
    assert clerk.page.draft().id is not None


def test_a_conflict_keeps_what_was_typed(ctx, clerk: RequestClerk) -> None:
    clerk.press(Key.Key_S, CTRL)
    stored = ctx.requests.open(clerk.page.draft().id)
    ctx.requests.save(replace(stored, grounds="Sửa ở máy khác."))
    clerk.row("grounds")
    clerk.rewrite("Kết luận số 5.")
    clerk.press(Key.Key_S, CTRL)
    assert "vừa được sửa ở nơi khác" in clerk.page.words()
    assert clerk.page.draft().grounds == "Kết luận số 5."
    clerk.page._banner._button.click()
    assert clerk.page.draft().grounds == "Sửa ở máy khác."
    assert not clerk.page.is_dirty()


@pytest.mark.parametrize("error", [DatabaseLocked, StorageFull, StorageReadOnly, DatabaseDamaged])
def test_a_save_that_fails_can_be_tried_again(
    ctx, clerk: RequestClerk, monkeypatch, error: type[AppError]
) -> None:
    save = type(ctx.requests).save
    failures = [error("Sổ đang bận.", "Thử lại sau giây lát.")]

    def locked_once(service, draft):
        if failures:
            raise failures.pop()
        return save(service, draft)

    monkeypatch.setattr(type(ctx.requests), "save", locked_once)
    clerk.row("grounds")
    clerk.rewrite("Kết luận số 5.")
    clerk.press(Key.Key_S, CTRL)
    assert "Sổ đang bận." in clerk.page.words()
    assert clerk.page.draft().grounds == "Kết luận số 5."
    clerk.page._banner._button.click()
    assert clerk.notices == ["Đã cất yêu cầu."]


def test_trouble_while_typing_stands_on_the_page_and_can_be_tried_again(
    ctx, clerk: RequestClerk, monkeypatch
) -> None:
    issue_problems = type(ctx.requests).issue_problems
    failures: list[AppError] = [DatabaseLocked("Sổ đang bận.", "Thử lại sau giây lát.")]

    def locked_once(service, draft, day):
        if failures:
            raise failures.pop()
        return issue_problems(service, draft, day)

    monkeypatch.setattr(type(ctx.requests), "issue_problems", locked_once)
    clerk.row("grounds")
    clerk.rewrite("Kết luận số 5.")
    clerk.settle()
    assert "Sổ đang bận." in clerk.page.words()
    clerk.page._banner._button.click()
    clerk.settle()
    assert "Sổ đang bận." not in clerk.page.words()
    assert "Kết luận số 5." in clerk.text()


def test_changed_facts_of_the_article_come_in_by_themselves(ctx, clerk: RequestClerk) -> None:
    clerk.press(Key.Key_S, CTRL)
    record = ctx.records.get("article", clerk.page.draft().article.id)
    ctx.records.save(
        "article", {**record.values, "title": "Bờ kè đã được sửa"}, record.id, record.version
    )
    clerk.page.refresh("article")
    assert "Bờ kè đã được sửa" in clerk.text()
    clerk.page.form().facts._article_button.click()
    assert clerk.opened == [("article", clerk.page.draft().article.id)]


# Before there is a draft


def test_without_a_profile_the_page_says_so_and_keeps_what_is_typed(qtbot, ctx) -> None:
    clerk = open_request(qtbot, ctx, None, article(ctx))
    assert "Chưa có hồ sơ cơ quan" in clerk.page.words()
    clerk.row("grounds")
    clerk.write("Kết luận số 5.")
    clerk.press(Key.Key_S, CTRL)
    assert clerk.notices == []
    clerk.page._begin()
    clerk.page._banner._button.click()
    assert clerk.opened[-1] == ("office", None)
    office(ctx)
    clerk.page.refresh("office")
    clerk.settle()
    draft = clerk.page.draft()
    assert draft.grounds == "Kết luận số 5."
    assert draft.points[0].true_text == "Vết nứt dài 5 mét."
    assert "Kết luận số 5" in clerk.text()
    assert clerk.page.is_dirty()
    clerk.press(Key.Key_S, CTRL)
    assert clerk.notices == ["Đã cất yêu cầu."]


def test_without_an_article_one_is_chosen_here(qtbot, ctx) -> None:
    office(ctx)
    wanted = article(ctx)
    clerk = open_request(qtbot, ctx, None, None)
    assert clerk.page.preview().trouble() == "Chọn bài báo để thấy văn bản."
    clerk.press(Key.Key_S, CTRL)
    assert clerk.page.form().facts._article_error.error() == "Chọn bài báo."
    clerk.row("grounds")
    clerk.write("Kết luận số 5.")
    clerk.page.form().facts.choose_article(wanted)
    clerk.settle()
    assert clerk.page.draft().article.id == wanted
    assert clerk.page.draft().grounds == "Kết luận số 5."
    assert "Bờ kè mới đã nứt" in clerk.text()


def test_another_article_can_be_chosen_until_the_first_save(qtbot, ctx, clerk) -> None:
    other = article(ctx, title="Kè tạm bị trôi", grounds="Biên bản số 9.")
    clerk.page.form().facts.choose_article(other)
    clerk.settle()
    assert "Kè tạm bị trôi" in clerk.text()
    assert clerk.page.draft().grounds == "Biên bản số 9."
    clerk.press(Key.Key_S, CTRL)
    assert clerk.page.draft().article.id == other
    assert clerk.page.form().facts._article_row.isHidden()


def test_an_article_that_is_not_there_yet_is_added_over_the_page(qtbot, ctx) -> None:
    office(ctx)
    outlet = article(ctx)  # its outlet is there to be chosen
    clerk = open_request(qtbot, ctx, None, None)
    clerk.page.form().facts.article_add_requested.emit("Kè tạm bị trôi")
    dialog = clerk.page.findChild(RecordDialog)
    form = dialog._page.form()
    assert form.values()["title"] == "Kè tạm bị trôi"
    form.set_value("outlet_id", ctx.records.get("article", outlet).values["outlet_id"])
    form.set_value("published_at", datetime(2026, 10, 3, 8, 0))
    assert dialog._page.save()
    clerk.settle()
    assert clerk.page.draft().article.title == "Kè tạm bị trôi"
    assert "Kè tạm bị trôi" in clerk.text()


def test_an_article_not_verified_yet_is_not_written_about(qtbot, ctx) -> None:
    office(ctx)
    clerk = open_request(qtbot, ctx, None, article(ctx, kind="unverified"))
    clerk.press(Key.Key_S, CTRL)
    clerk.step("issue").trigger()
    assert "chưa được xác minh" in clerk.page.form().facts._article_error.error()
    assert QApplication.focusWidget() is clerk.page.form().facts._article_button


def test_a_party_office_writes_its_own_kind_of_letter(qtbot, ctx) -> None:
    ctx.office.save_profile(party_profile(ctx, press_authority_id=make_authority(ctx)))
    clerk = open_request(qtbot, ctx, None, article(ctx))
    assert clerk.page.draft().letter.capacity == ("T/M BAN THƯỜNG VỤ",)
    assert "Ban Thường vụ Tỉnh ủy An Giang" in clerk.text()
    assert clerk.page.preview().trouble() == ""


def test_the_signer_is_chosen_from_the_offices_profile(clerk: RequestClerk) -> None:
    box = clerk.row("letter.signer_name")
    clerk.press(Key.Key_Down)
    assert clerk.page.draft().letter.signer_name == "Trần Thị Bình"
    assert clerk.page.draft().letter.signer_title == "GIÁM ĐỐC"
    clerk.press(Key.Key_S, CTRL)
    assert box.currentText() == "Trần Thị Bình – GIÁM ĐỐC"


# Speed and keys


def test_typing_never_waits_for_the_page(clerk: RequestClerk, ctx, monkeypatch) -> None:
    preview, release = type(ctx.letters).preview, threading.Event()
    released: list[bool] = []

    def slow(service, data):
        released.append(release.wait(20))
        return preview(service, data)

    monkeypatch.setattr(type(ctx.letters), "preview", slow)
    clerk.go(points(clerk).editor(0, "true_text"))
    for number in range(30):
        clerk.write(f" chữ {number}")
        QApplication.processEvents()
    clerk.qtbot.waitUntil(lambda: not clerk.page._pause.isActive())
    release.set()
    clerk.settle()
    assert released  # a page was under way,
    assert all(released)  # and nobody who was typing had to wait until it gave up
    assert "chữ 29" in clerk.text()


def test_an_open_draft_follows_the_office_and_keeps_what_was_typed(ctx, clerk) -> None:
    clerk.row("grounds")
    clerk.rewrite("Biên bản số 7")
    ctx.office.save_profile(replace(ctx.office.profile(), symbol="SXD-QLN"))
    clerk.page.refresh("office")
    draft = clerk.page.draft()
    assert (draft.letter.symbol, draft.grounds) == ("SXD-QLN", "Biên bản số 7")
    assert clerk.page.save()
    assert ctx.requests.open(clerk.page.draft().id).letter.symbol == "SXD-QLN"


def test_a_saved_draft_that_followed_the_office_is_not_dirty(ctx, clerk) -> None:
    assert clerk.page.save()
    ctx.office.save_profile(replace(ctx.office.profile(), symbol="SXD-QLN"))
    clerk.page.refresh("office")
    assert clerk.page.draft().letter.symbol == "SXD-QLN"
    assert not clerk.page.is_dirty()


def test_alt_and_a_digit_leads_into_the_first_field_of_a_tab(clerk: RequestClerk) -> None:
    clerk.go(clerk.page.preview()._view)  # where Tab goes after the last field
    for number, first in (
        (Qt.Key.Key_2, "letter.subject"),
        (Qt.Key.Key_3, "letter.recipients"),
        (Qt.Key.Key_4, "sent_to_outlet_on"),
        (Qt.Key.Key_1, "wrong_text"),
    ):
        clerk.press(number, ALT)
        assert clerk.focus() == first


def test_the_arrow_keys_walk_over_the_titles_of_the_tabs(clerk: RequestClerk) -> None:
    form = clerk.page.form()
    clerk.go(form.title_button(0))
    for place in (1, 2, 3):
        clerk.press(Qt.Key.Key_Right)
        assert form.currentIndex() == place
        assert form.title_button(place).hasFocus()


def test_no_alt_letter_serves_twice_on_a_tab(clerk: RequestClerk) -> None:
    shared = ["1", "2", "3", "4", "O"]  # the tabs, and the mark of a draft
    for number in range(1, 5):
        clerk.tab(number)
        tab = clerk.page.form().currentWidget()
        words = [one.text() for one in (*tab.findChildren(QLabel), *tab.findChildren(QPushButton))]
        keys = [mark.upper() for text in words for mark in re.findall(r"(?<!&)&(\w)", text)]
        assert sorted(keys + shared) == sorted(set(keys + shared)), (number, keys)
        assert all(key.isascii() for key in keys)


# As words


def test_golden_pages(ctx, clerk: RequestClerk, golden) -> None:
    pages = []
    for index, name in enumerate(("facts", "text", "sending", "tracking")):
        clerk.tab(index + 1)
        pages.append(f"== {name}\n{dump(clerk.page.form().currentWidget())}")
    golden("request/draft.txt", "\n".join(pages))


def test_golden_page_with_errors(ctx, clerk: RequestClerk, golden) -> None:
    clerk.row("grounds")
    clerk.rewrite("")
    clerk.go(points(clerk).editor(0, "true_text"))
    clerk.rewrite("")
    clerk.step("issue").trigger()
    assert clerk.page.draft().letter_state is LetterState.DRAFT
    golden("request/errors.txt", dump(clerk.page))
