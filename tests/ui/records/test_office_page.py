"""Hồ sơ cơ quan: defaults by layout, errors at their field, books, a body added on the way."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.bootstrap import AppContext
from app.errors import StorageFull
from app.rules.numbering import ALL_TYPES
from app.rules.vocabulary import Layout, LetterState, NumberingMode
from app.ui.forms.record_dialog import RecordDialog
from app.ui.messages import Unsaved
from app.ui.pages.office_page import OfficePage
from app.ui.widgets import IntegerEdit
from tests.factories import make_body, make_letter
from tests.services.office_profiles import make_authority, state_profile
from tests.ui.dump import dump
from tests.ui.window import fill_in_office


@pytest.fixture
def page(qtbot, ctx: AppContext) -> OfficePage:
    return show(qtbot, ctx)


def show(qtbot, ctx: AppContext) -> OfficePage:
    page = OfficePage(ctx)
    qtbot.addWidget(page)
    page.resize(1100, 650)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def fill(page: OfficePage, **values: object) -> None:
    for name, value in values.items():
        page.form().set_value(name, value)


def test_another_layout_brings_its_usual_values(page: OfficePage) -> None:
    fill(page, layout="party")
    profile = page.form().profile()
    assert profile.symbol == "CV/TU"
    assert profile.signers[0].capacity == "T/M BAN THƯỜNG VỤ"
    assert profile.distribution == ("Như trên", "Lưu Văn phòng")
    fill(page, layout="state")
    assert page.form().profile().signers[0].title == "GIÁM ĐỐC"


def test_another_layout_leaves_alone_what_was_typed(page: OfficePage) -> None:
    fill(page, symbol="SXD-VP")
    page.form()._distribution.set_value(["Như trên", "Ban Tuyên giáo"])
    fill(page, layout="party")
    profile = page.form().profile()
    assert profile.symbol == "SXD-VP"
    assert profile.distribution == ("Như trên", "Ban Tuyên giáo")


def test_what_is_missing_is_said_at_its_field(page: OfficePage, ctx: AppContext) -> None:
    page._save_action.trigger()
    assert page.form().errors()["name"] == "Nhập “Tên cơ quan”."
    assert page.form()._rows["name"].focus_target() is QApplication.focusWidget()
    fill(page, name="Sở Xây dựng", place="An Giang", symbol="SXD-VP")
    page._save_action.trigger()
    signer = page.form()._signers._blocks[0]
    assert signer._errors["name"].error() == "Nhập họ tên người ký."
    assert ctx.office.profile() is None


def test_a_party_office_needs_a_term_with_its_first_day(page: OfficePage, ctx) -> None:
    fill(page, name="Tỉnh ủy An Giang", place="An Giang", layout="party")
    form = page.form()
    form._signers.set_value([{"name": "Nguyễn Văn An", "title": "PHÓ BÍ THƯ", "capacity": ""}])
    page._save_action.trigger()
    assert "nhiệm kỳ" in form.errors()["terms"]
    form._terms.set_value([{"name": "Nhiệm kỳ 2025 - 2030", "starts_on": None}])
    page._save_action.trigger()
    term = form._terms._blocks[0]
    assert term._errors["starts_on"].error() == "Nhập ngày bắt đầu nhiệm kỳ."
    form._terms.set_value([{"name": "Nhiệm kỳ 2025 - 2030", "starts_on": date(2025, 10, 3)}])
    page._save_action.trigger()
    assert ctx.office.profile().terms[0].starts_on == date(2025, 10, 3)


def test_each_book_takes_the_last_number_used(page: OfficePage, ctx: AppContext) -> None:
    fill(page, name="Sở Xây dựng", place="An Giang", symbol="SXD-VP")
    form = page.form()
    form._signers.set_value([{"name": "Nguyễn Văn An", "title": "GIÁM ĐỐC", "capacity": ""}])
    (editor,) = form._books.values()
    editor.set_value(214)
    page._save_action.trigger()
    (book,) = ctx.office.books(ctx.today())
    assert (book.key.scope, book.last_number) == (ALL_TYPES, 214)
    assert not page.is_dirty()


def test_a_number_that_was_given_keeps_the_whole_profile_as_it_was(qtbot, ctx) -> None:
    fill_in_office(ctx)
    make_letter(ctx, state=LetterState.ISSUED)
    make_letter(ctx, state=LetterState.ISSUED)
    page = show(qtbot, ctx)
    fill(page, place="Kiên Giang")
    (editor,) = page.form()._books.values()
    editor.set_value(1)
    page._save_action.trigger()
    assert page.form().errors()["books"] == "Sổ này đã cấp đến số 2; không lùi lại được."
    assert ctx.office.profile().place == "An Giang"
    editor.set_value(2)
    page._save_action.trigger()  # and the way on is open: no conflict with a half saved profile
    assert page.form().errors() == {}
    assert ctx.office.profile().place == "Kiên Giang"


def test_a_book_for_each_type_shows_a_field_for_each(page: OfficePage) -> None:
    fill(page, numbering_mode=NumberingMode.BOOK_PER_TYPE.value)
    assert len(page.form()._books) == 9


def party_books(page: OfficePage) -> dict[str, IntegerEdit]:
    return {key.scope: editor for key, editor in page.form()._books.items()}


def begin_term(page: OfficePage) -> None:
    fill(page, layout="party")
    page.form()._terms.editor(0, "name").set_value("Nhiệm kỳ 2025 - 2030")
    page.form()._terms.editor(0, "starts_on").set_value(date(2025, 10, 3))


def test_the_last_numbers_stay_while_the_date_of_a_term_is_rewritten(page: OfficePage) -> None:
    begin_term(page)
    form = page.form()
    party_books(page)["cong_van"].set_value(143)
    form._terms.editor(0, "starts_on").set_value(None)
    form._terms.editor(0, "starts_on").set_value(date(2025, 10, 13))
    assert party_books(page)["cong_van"].value() == 143
    assert {(key.period, last) for key, last in form.new_numbers().items()} == {("2025-10-13", 143)}


def test_the_books_are_called_by_the_name_of_the_term_as_it_stands(page: OfficePage) -> None:
    begin_term(page)
    page.form()._terms.editor(0, "name").set_value("Nhiệm kỳ XII")
    assert party_books(page)["cong_van"].accessibleName().endswith("Nhiệm kỳ XII")


def test_tab_goes_from_the_terms_to_the_last_numbers_and_on_to_the_signers(
    qtbot, page: OfficePage
) -> None:
    begin_term(page)
    assert_tab_order(qtbot, page)


def test_tab_goes_the_same_way_when_the_page_is_opened_again(qtbot, page: OfficePage, ctx) -> None:
    begin_term(page)
    fill(page, name="Tỉnh ủy An Giang", place="An Giang")
    page.form()._signers.editor(0, "name").set_value("Nguyễn Văn An")
    page._save_action.trigger()
    assert_tab_order(qtbot, show(qtbot, ctx))


def assert_tab_order(qtbot, page: OfficePage) -> None:
    form = page.form()
    form._rows["number_source"].focus_target().setFocus()
    stops = []
    for _ in range(13):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    term = [form._terms.editor(0, "name"), form._terms.editor(0, "starts_on").focusProxy()]
    assert stops[:2] == term
    assert stops[3:12] == list(form._books.values())
    assert form._signers.isAncestorOf(stops[12])


def test_a_number_of_five_figures_can_be_read(page: OfficePage) -> None:
    (editor,) = page.form()._books.values()
    assert editor.width() > editor.fontMetrics().horizontalAdvance("00000") + 8


def test_a_later_visit_shows_what_is_stored_and_hoan_brings_it_back(qtbot, ctx) -> None:
    fill_in_office(ctx)
    page = show(qtbot, ctx)
    assert not page._foot.isVisible()
    fill(page, place="Kiên Giang")
    assert page.is_dirty()
    page._revert_action.trigger()
    assert page.form().profile().place == "An Giang"
    assert not page.is_dirty()


def test_what_hoan_dropped_can_be_brought_back(qtbot, ctx) -> None:
    fill_in_office(ctx)
    page = show(qtbot, ctx)
    undo = []
    page.notice.connect(lambda _words, action: undo.append(action))
    fill(page, place="Kiên Giang")
    (editor,) = page.form()._books.values()
    editor.set_value(214)
    page._revert_action.trigger()
    assert editor is not next(iter(page.form()._books.values()))
    undo[0]()
    assert page.form().profile().place == "Kiên Giang"
    assert list(page.form().new_numbers().values()) == [214]
    assert page._revert_action.isEnabled()


def test_leaving_with_changes_asks(qtbot, ctx, boxes) -> None:
    fill_in_office(ctx)
    page = show(qtbot, ctx)
    fill(page, place="Kiên Giang")
    boxes.will_answer(Unsaved.SAVE)
    assert page.can_close()
    assert ctx.office.profile().place == "Kiên Giang"


def test_a_save_that_fails_keeps_what_was_typed(page, ctx, boxes, monkeypatch) -> None:
    fill(page, name="Sở Xây dựng", place="An Giang", symbol="SXD-VP")
    page.form()._signers.editor(0, "name").set_value("Nguyễn Văn An")
    save = type(ctx.office).save_profile

    def full(*_args: object) -> None:
        raise StorageFull("Ổ đĩa đã đầy.", "Xóa bớt tệp rồi thử lại.")

    monkeypatch.setattr(type(ctx.office), "save_profile", full)
    boxes.will_answer(None)
    assert not page.save()
    assert boxes.seen == ["Ổ đĩa đã đầy. Xóa bớt tệp rồi thử lại."]
    assert page.is_dirty()
    monkeypatch.setattr(type(ctx.office), "save_profile", save)
    assert page.save()
    assert ctx.office.profile().signers[0].name == "Nguyễn Văn An"


def test_the_press_authority_is_chosen_among_the_bodies(qtbot, ctx) -> None:
    fill_in_office(ctx)
    body = make_body(ctx, name="Sở Văn hóa và Thể thao")
    page = show(qtbot, ctx)
    fill(page, press_authority_id=body)
    page._save_action.trigger()
    assert ctx.office.profile().press_authority_id == body


def test_a_body_can_be_added_on_the_way(qtbot, page: OfficePage, ctx) -> None:
    page._on_add_body_requested("Sở Văn hóa và Thể thao")
    (dialog,) = page.findChildren(RecordDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialog._page.save()
    added = page.form().profile().press_authority_id
    assert ctx.records.get("body", added).values["is_press_authority"] is True


def test_golden_pages(qtbot, ctx, golden) -> None:
    """The page of the first start is among the windows; here it is later, and with faults."""
    ctx.office.save_profile(state_profile(ctx, press_authority_id=make_authority(ctx)))
    page = show(qtbot, ctx)
    golden("office/filled.txt", dump(page))
    fill(page, name="SỞ XÂY DỰNG", place="", symbol="12 SXD", layout="party")
    page.form()._signers.editor(0, "name").set_value("")
    page._save_action.trigger()
    golden("office/errors.txt", dump(page))


def test_the_layouts_have_defaults_that_the_form_can_show(page: OfficePage) -> None:
    for layout in Layout:
        fill(page, layout=layout.value)
        assert page.form().profile().layout is layout
