"""“Ai được phát ngôn?” and the history of a post, by keyboard (duties 7 and 8)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from app.bootstrap import AppContext
from app.ui.pages.record_page import RecordPage
from app.ui.speakers.entitled_dialog import EntitledDialog
from app.ui.speakers.history_dialog import HistoryDialog
from app.ui.speakers.public_list_dialog import ListFile, PublicListDialog
from tests.factories import make_authorisation, make_body, make_incident, make_spokesperson
from tests.ui.dump import dump
from tests.ui.keyboard import commit, press, type_text, wait_for_focus
from tests.ui.window import Clerk, fill_in_office, open_window

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def body(ctx: AppContext) -> int:
    """The office's own body, with one of each who may or may not speak."""
    body_id = make_body(ctx, name="Sở Xây dựng")
    old = make_spokesperson(ctx, body_id=body_id, person="Trần Văn Cũ", decision_number="3/QĐ-SXD")
    make_spokesperson(
        ctx, body_id=body_id, person="Lê Thị Mới", replaces_id=old, email=None,
        valid_from=date(2026, 3, 1), decision_number="9/QĐ-SXD",
    )  # fmt: skip
    make_authorisation(ctx, body_id=body_id, grantee="Phạm Thu Dung")
    make_authorisation(ctx, body_id=body_id, grantee="Vũ Hết Hạn", valid_to=date(2026, 10, 4))
    return body_id


@pytest.fixture
def clerk(qtbot, ctx: AppContext, body: int) -> Clerk:
    fill_in_office(ctx)
    return open_window(qtbot, ctx.data_dir, lambda: ctx)


def opened(qtbot, kind: type[QDialog]) -> QDialog:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
    dialog = QApplication.activeModalWidget()
    wait_for_focus(qtbot, dialog)
    return dialog


def test_the_menus_key_asks_about_the_offices_own_body(clerk: Clerk, qtbot) -> None:
    clerk.press(Key.Key_A, CTRL_SHIFT)
    dialog = opened(qtbot, EntitledDialog)
    allowed, refused = dialog.answer_text().split("KHÔNG ĐƯỢC PHÁT NGÔN")
    assert "Lê Thị Mới (Chánh Văn phòng) – 0913 000 111: Được phân công" in allowed
    assert "Trần Văn Cũ (Chánh Văn phòng): Đã thôi từ 01/03/2026, Lê Thị Mới thay." in refused
    assert "Phạm Thu Dung (Phó Giám đốc): Chỉ được nói về vụ việc" in refused


def test_the_answer_follows_the_matter_and_the_day_that_are_typed(clerk: Clerk, qtbot) -> None:
    clerk.press(Key.Key_A, CTRL_SHIFT)
    dialog = opened(qtbot, EntitledDialog)
    clerk.press(Key.Key_G, ALT)
    type_text("sạt lở bờ kè")
    allowed, refused = dialog.answer_text().split("KHÔNG ĐƯỢC PHÁT NGÔN")
    assert "Phạm Thu Dung" in allowed
    assert (
        "Vũ Hết Hạn (Phó Giám đốc): Ủy quyền về “Sạt lở bờ kè” đã hết hạn: đến hết 04/10/2026."
        in refused
    )
    assert "Nghị định số 244/2026/NĐ-CP của Chính phủ (chưa kiểm chứng)" in refused
    clerk.press(Key.Key_L, ALT)
    QApplication.focusWidget().selectAll()
    type_text("30/6/26")
    press(Key.Key_Tab)
    assert "Nghị định số 09/2017/NĐ-CP" in dialog.answer_text()  # the switch of the law
    assert (
        "Phạm Thu Dung (Phó Giám đốc): Ủy quyền về “Sạt lở bờ kè” chưa có hiệu lực"
        in dialog.answer_text()
    )


def test_from_an_incident_an_authorisation_is_begun_with_what_is_known(
    clerk: Clerk, qtbot, ctx: AppContext, body: int
) -> None:
    """Duty 8: offered where nobody else may speak."""
    incident = make_incident(ctx, title="Cháy chợ Vàm", accountable_body_id=body)
    clerk.window.workspace._open_record("incident", incident, None)
    clerk.wait()
    clerk.press(Key.Key_G, CTRL_SHIFT)
    dialog = opened(qtbot, EntitledDialog)
    assert "Phạm Thu Dung (Phó Giám đốc): Ủy quyền cho vụ việc khác" in dialog.answer_text()
    assert "bấm “Lập giấy ủy quyền”" in dialog.answer_text()
    clerk.press(Key.Key_Y, ALT)
    # The button stays down for a moment.
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    clerk.wait()
    assert isinstance(clerk.page, RecordPage)
    assert clerk.page.kind() == "authorisation"
    values = clerk.page.form().values()
    assert (values["body_id"], values["incident_id"]) == (body, incident)
    assert values["valid_from"] == date(2026, 10, 5)


def test_the_history_of_a_post_is_opened_from_the_list_and_copied(clerk: Clerk, qtbot) -> None:
    """Duty 7."""
    clerk.window.workspace._go_to("spokespersons")
    clerk.wait()
    clerk.list.focus_first()
    clerk.press(Key.Key_G, CTRL_SHIFT)
    dialog = opened(qtbot, HistoryDialog)
    assert dialog.history_text().splitlines() == [
        "Từ 01/07/2025 đến 28/02/2026: Trần Văn Cũ, Chánh Văn phòng, Quyết định số 3/QĐ-SXD ngày "
        "01/07/2025 (đã thôi từ 01/03/2026, Lê Thị Mới thay).",
        "Từ 01/03/2026 đến nay: Lê Thị Mới, Chánh Văn phòng, Quyết định số 9/QĐ-SXD ngày "
        "01/07/2025 (đang phát ngôn).",
    ]
    clerk.press(Key.Key_C, ALT)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == dialog.history_text())


def test_a_page_says_over_the_form_what_is_missing(clerk: Clerk, ctx: AppContext) -> None:
    """Duty 7."""
    one = make_spokesperson(ctx, phone=None, announced_on=None)
    clerk.window.workspace._open_record("spokesperson", one, None)
    clerk.wait()
    assert clerk.page.hints().splitlines() == [
        "Đang phát ngôn.",
        "Chưa có số điện thoại.",
        "Chưa thông báo bằng văn bản cho báo chí.",
    ]


def test_the_dialog(qtbot, ctx: AppContext, body: int, golden: Callable[[str, str], None]) -> None:
    dialog = EntitledDialog(ctx, lambda _values: None)
    dialog.ask_about(body, None)
    qtbot.addWidget(dialog)
    dialog.show()
    golden("speakers/entitled-dialog.txt", dump(dialog))


def test_the_public_list_is_asked_for_with_its_day(qtbot, ctx: AppContext, body: int) -> None:
    """Duty 7."""
    made: list[tuple[date, ListFile]] = []
    dialog = PublicListDialog(
        ctx.today, ctx.speakers.without, lambda day, file: made.append((day, file))
    )
    qtbot.addWidget(dialog)
    dialog.show()
    wait_for_focus(qtbot, dialog)
    assert dialog.missing_text() == ""
    QApplication.focusWidget().selectAll()
    type_text("32/1/26")
    press(Key.Key_Return)
    assert not made
    assert dialog._day_error.error()
    QApplication.focusWidget().selectAll()
    type_text("1/9/26")
    press(Key.Key_Return)
    assert made == [(date(2026, 9, 1), ListFile.PDF)]


def test_a_spokesperson_is_added_by_keyboard_alone(clerk: Clerk, ctx: AppContext) -> None:
    """Duty 7."""
    make_body(ctx, name="Sở Y tế")
    clerk.window.workspace._go_to("spokespersons")
    clerk.wait()
    clerk.ctrl(Key.Key_N)
    clerk.wait()
    commit(QApplication.focusWidget(), "sở y tế")
    clerk.press(Key.Key_Down)
    clerk.press(Key.Key_Return)
    for letter, typed in (
        (Key.Key_H, "Đỗ Minh Anh"),
        (Key.Key_D, "Phó Giám đốc"),
        (Key.Key_S, "15/QĐ-SYT"),
        (Key.Key_N, "1/10/26"),
        (Key.Key_P, "1/10/26"),
    ):
        clerk.press(letter, ALT)
        commit(QApplication.focusWidget(), typed)
    clerk.ctrl(Key.Key_S)
    clerk.wait()
    assert clerk.notice() == "Đã cất người phát ngôn."
    (found,) = ctx.records.options("spokesperson", "do minh anh")
    values = ctx.records.get("spokesperson", found.id).values
    assert values["decision_number"] == "15/QĐ-SYT"
    assert (values["decision_date"], values["valid_from"]) == (date(2026, 10, 1), date(2026, 10, 1))
    assert "Chưa có số điện thoại và email." in clerk.page.hints()


def test_an_authorisation_without_a_case_says_so_at_its_field(
    clerk: Clerk, ctx: AppContext, body: int
) -> None:
    """Duty 8."""
    values = {"body_id": body, "grantor": "Trần Đầu", "grantee": "Lê Phó", "scope": "Diễn biến."}
    days = {"valid_from": date(2026, 10, 6), "valid_to": date(2026, 10, 9)}
    clerk.window.workspace._open_record("authorisation", None, {**values, **days})
    clerk.wait()
    clerk.ctrl(Key.Key_S)
    clerk.wait()
    assert isinstance(clerk.page, RecordPage)
    assert set(clerk.page.form().errors()) == {"incident_id"}
    clerk.press(Key.Key_H, ALT)
    commit(QApplication.focusWidget(), "Cháy chợ Vàm")
    clerk.ctrl(Key.Key_S)
    clerk.wait()
    assert clerk.notice() == "Đã cất ủy quyền phát ngôn."
