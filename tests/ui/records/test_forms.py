"""Forms made from the specs: how each looks, when it is dirty, when and where it finds fault."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QWidget

from app.rules.vocabulary import ClockDuty, OutletType
from app.services.plain import Option
from app.specs.fields import FieldSpec, Kind, Section
from app.specs.registry import SPECS
from app.text import fold
from app.ui.forms.form_widget import FormWidget
from app.ui.widgets import ChoiceBox
from tests.ui.dump import dump
from tests.ui.keyboard import press, type_text, wait_for_focus

KINDS = [kind for kind, spec in SPECS.items() if spec.sections]
TODAY = date(2026, 10, 5)


class Directory:
    """Two records of any kind."""

    NAMES = ("Bản ghi một", "Bản ghi hai")

    def options(self, kind: str, text: str = "", on: date | None = None) -> list[Option]:
        found = [n for n, name in enumerate(self.NAMES, 1) if fold(text) in fold(name)]
        return [self.option(kind, n) for n in found]

    def option(self, kind: str, record_id: int) -> Option:
        return Option(record_id, self.NAMES[record_id - 1], SPECS[kind].singular)


def today() -> date:
    return TODAY


@pytest.fixture
def open_form(qtbot):
    def make(sections: tuple[Section, ...], values: dict[str, Any] | None = None) -> FormWidget:
        form = FormWidget(sections, Directory(), today=today)
        if values is not None:
            form.load(values)
        qtbot.addWidget(form)
        form.resize(1100, 650)
        form.show()
        form.activateWindow()
        form.focus_first()
        wait_for_focus(qtbot, form)
        return form

    return make


def test_the_reason_of_an_error_is_in_sight_whole(open_form, qtbot) -> None:
    form = open_form(SPECS["legal_rule"].sections)
    form.resize(90 * form.fontMetrics().averageCharWidth(), 300)
    QApplication.processEvents()
    for words in ("Sai ngày.", "Từ ngày đến ngày không có quy định nào áp dụng. " * 5):
        form.show_errors({"valid_to": words})
        error = form._rows["valid_to"]._error
        port = form._scroll.viewport()

        def shown(error: QLabel = error, port: QWidget = port) -> bool:
            top = error.mapTo(port, error.rect().topLeft()).y()
            needed = error.heightForWidth(error.width())
            return top >= 0 and error.height() >= needed and top + needed <= port.height()

        qtbot.waitUntil(shown, timeout=2000)
    assert form.editor("valid_to").hasFocus() or form.editor("valid_to").isAncestorOf(
        QApplication.focusWidget()
    )


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "correction_request"])
@pytest.mark.parametrize("letters", [90, 132])  # on 1366 points: at 150 %, at 100 %
def test_nothing_is_cut_off_where_a_column_or_two_just_fit(
    open_form, kind: str, letters: int
) -> None:
    """A form scrolls downwards only, so what is wider than it cannot be reached."""
    form = open_form(SPECS[kind].sections)
    form.resize(letters * form.fontMetrics().averageCharWidth(), 650)
    QApplication.processEvents()  # laid out anew
    assert form._body.minimumSizeHint().width() <= form._scroll.viewport().width()


def empty_values(kind: str) -> dict[str, Any]:
    return {field.name: field.default for field in SPECS[kind].fields()}


def sample_value(field: FieldSpec) -> Any:
    match field.kind:
        case Kind.TEXT:
            return f"Chữ ở {field.name}"
        case Kind.LONG_TEXT:
            return "Đoạn một.\nĐoạn hai."
        case Kind.INTEGER:
            return 12
        case Kind.DATE:
            return date(2026, 6, 7)
        case Kind.DATE_TIME:
            return datetime(2026, 6, 5, 8, 30)
        case Kind.CHOICE:
            return list(field.choices)[-1].value
        case Kind.FLAG:
            return True
        case Kind.RELATED:
            return 2


def filled_values(kind: str) -> dict[str, Any]:
    return {field.name: sample_value(field) for field in SPECS[kind].fields()}


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_form(open_form, golden, kind) -> None:
    golden(f"forms/{kind}-empty.txt", dump(open_form(SPECS[kind].sections, empty_values(kind))))


@pytest.mark.parametrize("kind", KINDS)
def test_a_filled_form(open_form, golden, kind) -> None:
    form = open_form(SPECS[kind].sections, filled_values(kind))
    assert form.values() == filled_values(kind)
    assert not form.is_dirty()
    golden(f"forms/{kind}-filled.txt", dump(form))


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_with_errors(open_form, golden, kind) -> None:
    form = open_form(SPECS[kind].sections, empty_values(kind))
    form.show_errors({**form.problems(), "": "Cả bản ghi có điều chưa ổn."})
    golden(f"forms/{kind}-errors.txt", dump(form))


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_that_can_only_be_read(open_form, golden, kind) -> None:
    form = open_form(SPECS[kind].sections, filled_values(kind))
    form.set_read_only(True)
    golden(f"forms/{kind}-read-only.txt", dump(form))


@pytest.mark.parametrize("kind", KINDS)
def test_alt_letters_are_all_different_and_on_every_keyboard(open_form, kind) -> None:
    form = open_form(SPECS[kind].sections)
    labels = [label for label in form.findChildren(QLabel) if label.buddy()]
    texts = [label.text() for label in (*labels, *form.findChildren(QCheckBox))]
    letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    assert len(letters) == len(SPECS[kind].fields()), "a label without an Alt-letter"
    assert len(set(letters)) == len(letters), sorted(letters)
    assert all(letter.isascii() and letter.isalnum() for letter in letters), letters


@pytest.mark.parametrize("kind", KINDS)
def test_tab_goes_through_the_fields_in_their_order(open_form, kind) -> None:
    form = open_form(SPECS[kind].sections)
    order = [line.strip().split(":")[0] for line in dump(form).split("Tab:\n")[1].splitlines()]
    wanted = [field.label.replace("&", "") for field in SPECS[kind].fields()]
    assert list(dict.fromkeys(order)) == [label.split(":")[0] for label in wanted]


SMALL = (
    Section(
        "Báo",
        (
            FieldSpec("name", "&Tên", required=True, max_length=12),
            FieldSpec("type", "&Loại", Kind.CHOICE, choices=OutletType),
            FieldSpec("since", "Từ n&gày", Kind.DATE),
            FieldSpec("owner_id", "&Chủ quản", Kind.RELATED, related="body"),
            FieldSpec("note", "G&hi chú", Kind.LONG_TEXT),
            FieldSpec("good", "T&in được", Kind.FLAG),
            FieldSpec("issues", "&Số kỳ", Kind.INTEGER),
        ),
    ),
)
NONE = {"name": None, "type": None, "since": None, "owner_id": None, "note": None, "good": False,
        "issues": None}  # fmt: skip


@pytest.fixture
def form(open_form) -> FormWidget:
    return open_form(SMALL, NONE)


def test_typing_makes_the_form_dirty_and_typing_back_makes_it_clean(qtbot, form) -> None:
    told: list[bool] = []
    form.dirty_changed.connect(told.append)
    type_text("Bao")
    assert form.is_dirty()
    for _ in "Bao":
        press(Qt.Key.Key_Backspace)
    assert not form.is_dirty()
    assert told == [True, False]


def test_spaces_around_the_text_are_no_change(form) -> None:
    form.load({**NONE, "name": "Báo"})
    press(Qt.Key.Key_End)
    type_text("  ")
    assert not form.is_dirty()


def test_a_date_that_is_none_is_a_change_all_the_same(form) -> None:
    form.editor("since").setFocus()
    type_text("31/02/2026")
    assert form.values()["since"] is None
    assert form.is_dirty()


def test_text_goes_out_tidy_while_the_screen_keeps_what_was_typed(form) -> None:
    type_text(" Bao   Moi ")
    assert form.values()["name"] == "Bao Moi"
    assert form.editor("name").text() == " Bao   Moi "


def test_a_field_is_quiet_until_it_was_left_and_live_from_then_on(form) -> None:
    assert form.errors() == {}
    type_text("Ten dai qua muoi hai")
    assert form.errors() == {}
    press(Qt.Key.Key_Tab)
    assert form.errors() == {"name": "“Tên” dài 20 ký tự, nhiều nhất 12; hãy viết ngắn lại."}
    form.focus_first()
    press(Qt.Key.Key_End)
    for _ in range(9):
        press(Qt.Key.Key_Backspace)
    assert form.errors() == {}


def test_errors_of_a_save_stand_at_the_fields_and_the_first_has_the_cursor(form) -> None:
    form.editor("issues").setFocus()
    form.show_errors({"note": "Ghi chú sai.", "owner_id": "Cơ quan sai.", "": "Bản ghi sai."})
    assert form.errors() == {"note": "Ghi chú sai.", "owner_id": "Cơ quan sai."}
    assert form.summary() == "Bản ghi sai. Có 2 chỗ cần sửa."
    assert QApplication.focusWidget() is form.editor("owner_id").focusProxy()


def test_the_error_of_a_service_goes_once_the_field_is_changed(form) -> None:
    form.load({**NONE, "name": "Báo"})
    form.show_errors({"name": "Đã có báo này."})
    press(Qt.Key.Key_Tab)
    assert form.errors() == {"name": "Đã có báo này."}
    form.focus_first()
    press(Qt.Key.Key_End)
    type_text("2")
    assert form.errors() == {}
    assert form.summary() == ""


def test_an_error_of_no_field_is_never_lost(form) -> None:
    form.show_errors({"points[0].wrong_text": "Điểm 1 còn trống."})
    assert form.summary() == "Điểm 1 còn trống."


def test_problems_name_what_is_missing_and_what_was_not_understood(form) -> None:
    form.editor("since").set_text("31/02/2026")
    form.editor("issues").set_value(None)
    form.editor("issues").setFocus()
    type_text("x")
    assert form.problems() == {
        "name": "Nhập “Tên”.",
        "since": "Tháng 2 năm 2026 không có ngày 31.",
        "issues": "Chỉ gõ chữ số.",
    }


def test_what_was_typed_stays_beside_a_newer_version(qtbot, form) -> None:
    own = {**NONE, "name": "Của tôi", "type": "radio", "since": date(2026, 1, 2), "owner_id": 2,
           "good": True}  # fmt: skip
    form.load({**NONE, "name": "Của người khác"})
    form.offer_own(own)
    offers = [row._offer_label.text() for row in form._rows.values() if row._offer.isVisible()]
    assert offers == [
        "Anh/chị đã nhập: Của tôi",
        "Anh/chị đã nhập: Phát thanh",
        "Anh/chị đã nhập: 02/01/2026",
        "Anh/chị đã nhập: Bản ghi hai",
        "Anh/chị đã nhập: Có",
    ]
    qtbot.mouseClick(form._rows["name"]._offer_button, Qt.MouseButton.LeftButton)
    assert form.values()["name"] == "Của tôi"
    assert not form._rows["name"]._offer.isVisible()


def test_adding_a_related_record_is_asked_for_by_field_and_kind(qtbot, form) -> None:
    form.editor("owner_id").setFocus()
    type_text("So moi")
    with qtbot.waitSignal(form.related_add_requested) as asked:
        qtbot.waitUntil(lambda: bool(form.editor("owner_id").candidates()))
        press(Qt.Key.Key_Return)
    assert asked.args == ["owner_id", "body", "So moi"]


@pytest.mark.parametrize(("width", "columns"), [(1150, 2), (700, 1)])
def test_sections_stand_side_by_side_where_there_is_room(open_form, width, columns) -> None:
    form = open_form(SPECS["article"].sections)
    form.resize(width, 650)
    QApplication.processEvents()
    lefts = {section.mapTo(form, section.rect().topLeft()).x() for section in form._section_widgets}
    assert len(lefts) == columns


def test_a_form_is_freed_when_it_is_closed(qtbot) -> None:
    from shiboken6 import isValid

    form = FormWidget(SMALL, Directory(), today=today)
    form.show()
    form.editor("owner_id")._open_list()
    form.close()
    form.deleteLater()
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not isValid(form))


def test_the_list_of_a_narrow_box_shows_every_word_whole(qtbot) -> None:
    box = ChoiceBox(ClockDuty)
    qtbot.addWidget(box)
    box.resize(100, box.sizeHint().height())
    box.show()
    box.showPopup()
    assert box.view().width() >= box.view().sizeHintForColumn(0)
    box.hidePopup()
