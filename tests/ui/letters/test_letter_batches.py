"""Many letters at once by keyboard: chosen, made, signed, issued, printed, put into envelopes."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QLabel

from app.rules.vocabulary import LetterState
from app.services.progress import Stopped
from app.services.record_letters.batches import BatchService
from app.services.record_letters.purposes import Address
from app.services.record_letters.registry import PURPOSES
from app.settings import Settings
from app.ui import tasks
from app.ui.letters import printing, saving
from app.ui.pages.list_page import ListPage
from app.ui.record_letters.batch_dialog import BatchDialog
from app.ui.record_letters.batch_page import BatchPage
from app.ui.record_letters.batching import batch_tools
from tests.factories import make_body, make_briefing, make_incident, make_outlet
from tests.services.record_letters.purposes import ALL
from tests.ui.letters.letters_of_records import (
    delete_closed_pages,
    letters_tab,
    open_letter,
    open_record,
)
from tests.ui.requests.request import RequestClerk, office

Key = Qt.Key


@pytest.fixture(autouse=True)
def _purposes(monkeypatch, qapp):
    for purpose in ALL:
        monkeypatch.setitem(PURPOSES, purpose.id, purpose)
    yield
    delete_closed_pages()  # while their purposes are known


@pytest.fixture
def incident(ctx) -> int:
    office(ctx)
    make_outlet(ctx, name="Báo An Giang", address="1 Lê Lợi")
    make_outlet(ctx, name="Thời sự")
    make_body(ctx, name="Sở Nội vụ")
    return make_incident(ctx, title="Sụt lún bờ kè", description="Kè sụt 20 mét.")


@pytest.fixture
def batch(qtbot, ctx, incident) -> RequestClerk:
    """Two letters about one incident, on their page."""
    made = ctx.batches.create(
        "test_report", [incident], [Address("Báo A", "1 Lê Lợi"), Address("Báo B")]
    )
    page = BatchPage(ctx, Settings.load(ctx.data_dir), made.id)
    qtbot.addWidget(page, before_close_func=lambda _page: tasks.wait_for_all())
    page.show()
    return RequestClerk(qtbot, page)


def tick(dialog: BatchDialog, name: str) -> None:
    for row in range(dialog._list.count()):
        if dialog._list.item(row).text().startswith(name):
            dialog._list.item(row).setCheckState(Qt.CheckState.Checked)


def test_outlets_and_bodies_are_ticked_and_others_typed(qtbot, ctx, incident) -> None:
    clerk = open_record(qtbot, ctx, "incident", incident)
    tab = letters_tab(clerk.page)
    tab.buttons()[-1].click()
    dialog = clerk.page.findChild(BatchDialog)
    dialog._check_shown(Qt.CheckState.Unchecked)  # whom the incident's facts name
    dialog._on_accepted()
    assert dialog._trouble.error() == "Chọn hoặc gõ ít nhất một nơi nhận."
    tick(dialog, "Báo An Giang")
    tick(dialog, "Sở Nội vụ")
    dialog._others.setPlainText("Hội Nhà báo tỉnh; 5 Trần Phú\n")
    dialog._on_accepted()
    qtbot.waitUntil(lambda: bool(clerk.opened))
    ((kind, batch_id),) = clerk.opened
    assert kind == "letter_batch"
    assert [draft.addresses for draft in ctx.batches.open(batch_id).letters] == [
        (Address("Báo An Giang", "1 Lê Lợi"),),
        (Address("Sở Nội vụ"),),
        (Address("Hội Nhà báo tỉnh", "5 Trần Phú"),),
    ]
    assert tab.table().rowCount() == 3


def test_whom_the_facts_name_stand_first_and_are_ticked(qtbot, ctx) -> None:
    """Duty 30: all who are invited to a briefing get their letter in one batch."""
    office(ctx)
    make_body(ctx, name="Sở Nội vụ")
    outlet = make_outlet(ctx, name="Báo An Giang", address="1 Lê Lợi")
    guests = [{"name": "Hội Nhà báo tỉnh"}, {"outlet_id": outlet}]
    clerk = open_record(qtbot, ctx, "briefing", make_briefing(ctx, invited=guests))
    tab = letters_tab(clerk.page)
    tab.buttons()[-1].click()
    dialog = clerk.page.findChild(BatchDialog)
    items = [dialog._list.item(row) for row in range(dialog._list.count())]
    assert [item.text() for item in items][:3] == [
        "Hội Nhà báo tỉnh",
        "Báo An Giang – 1 Lê Lợi",
        "Sở Nội vụ",
    ]
    assert [item.checkState() is Qt.CheckState.Checked for item in items][:3] == [
        True,
        True,
        False,
    ]
    dialog._on_accepted()
    qtbot.waitUntil(lambda: bool(clerk.opened))
    ((_kind, batch_id),) = clerk.opened
    drafts = ctx.batches.open(batch_id).letters
    assert [(draft.letter.recipients, draft.addresses) for draft in drafts] == [
        (("Hội Nhà báo tỉnh",), (Address("Hội Nhà báo tỉnh"),)),
        (("Báo An Giang",), (Address("Báo An Giang", "1 Lê Lợi"),)),
    ]


def test_only_what_is_found_is_chosen_at_once(qtbot, ctx, incident) -> None:
    made: list[object] = []
    dialog = BatchDialog(ALL, ctx.batches.addressees(), 1, lambda *chosen: made.append(chosen))
    qtbot.addWidget(dialog)
    dialog._show_found("bao")
    dialog._check_shown(Qt.CheckState.Checked)
    dialog._together_box.setChecked(True)
    dialog._on_accepted()
    assert made == [
        ("test_report", [Address("Báo An Giang", "1 Lê Lợi"), Address("Báo Thời sự")], True)
    ]


def test_all_records_that_a_list_shows_get_a_letter(qtbot, ctx, incident) -> None:
    make_incident(ctx, title="Cháy chợ", description="x")
    make_incident(ctx, title="Sụt lún cầu", description="x")
    page = ListPage(
        ctx, "incident", Settings.load(ctx.data_dir), tools=batch_tools(ctx, "incident")
    )
    qtbot.addWidget(page, before_close_func=lambda _page: tasks.wait_for_all())
    clerk = RequestClerk(qtbot, page)
    page.show()
    page._filter_bar._search_box.setText("sụt lún")
    qtbot.waitUntil(lambda: page.query().search == "sụt lún")
    clerk.step("batch").trigger()
    page.findChild(BatchDialog)._on_accepted()
    qtbot.waitUntil(lambda: bool(clerk.opened))
    made = ctx.batches.open(clerk.opened[0][1])
    assert {draft.record_title for draft in made.letters} == {"Sụt lún bờ kè", "Sụt lún cầu"}


def test_a_batch_is_signed_and_issued_as_one(ctx, batch) -> None:
    assert batch.page.words() == "2 văn bản: 2 dự thảo."
    assert batch.page.table().words()[0] == (
        "Báo A | chưa có số |  | báo cáo vụ việc Sụt lún bờ kè | Dự thảo"
    )
    asked: list[str] = []

    def sign(dialog) -> None:
        asked.extend(label.text() for label in dialog.findChildren(QLabel))
        batch.give_word(dialog)

    batch.in_dialog(sign)
    batch.step("sign").trigger()
    batch.qtbot.waitUntil(lambda: batch.page.words() == "2 văn bản: 2 đã ký, chờ lấy số.")
    assert any("cả 2 văn bản dự thảo của đợt này" in words for words in asked)
    batch.in_dialog(batch.give_word)
    batch.step("issue").trigger()
    batch.qtbot.waitUntil(lambda: batch.page.words() == "2 văn bản: 2 đã phát hành.")
    assert batch.notices[-1] == "Đã phát hành, số cuối 02/SXD-VP."
    assert batch.page.table().words()[1].startswith("Báo B | 02/SXD-VP | 05/10/2026")
    assert "Phát hành" not in batch.steps()


def test_what_is_stopped_half_way_leaves_no_letter_with_a_number(ctx, batch, monkeypatch) -> None:
    def stopped(*_args, progress, **_more):
        assert progress("Đang lấy số", 1, 2)
        raise Stopped

    told: list[str] = []

    def look(dialog) -> None:
        batch.give_word(dialog)
        batch.qtbot.waitUntil(lambda: bool(dialog._trouble.error()))
        told.append(dialog._trouble.error())
        dialog.reject()

    monkeypatch.setattr(BatchService, "issue", stopped)
    batch.in_dialog(look)
    batch.step("issue").trigger()
    batch.qtbot.waitUntil(lambda: bool(told))
    assert told == ["Đã thôi giữa chừng: chưa ghi gì vào sổ."]
    assert ctx.batches.open(batch.page._batch.id).count(LetterState.DRAFT) == 2


def test_printing_goes_on_from_the_row_in_hand(ctx, batch, monkeypatch) -> None:
    printed: list[bytes] = []
    monkeypatch.setattr(printing, "print_pdf", lambda pdf, *_rest: printed.append(pdf))
    batch.page.table().selectRow(1)
    batch.step("print_rest").trigger()
    batch.qtbot.waitUntil(lambda: bool(printed))
    assert len(PdfReader(io.BytesIO(printed[0])).pages) == 1


def test_what_one_letter_lacks_is_told_before_anything_is_asked(qtbot, ctx) -> None:
    office(ctx)
    made = ctx.batches.create("test_report", [make_incident(ctx), make_incident(ctx)])
    page = BatchPage(ctx, Settings.load(ctx.data_dir), made.id)
    qtbot.addWidget(page)
    clerk = RequestClerk(qtbot, page)
    clerk.step("issue").trigger()
    assert page.words().count("Ghi diễn biến vụ việc trước khi báo cáo.") == 2
    assert ctx.batches.open(made.id).count(LetterState.DRAFT) == 2


def test_all_letters_are_one_file_and_the_envelopes_another(
    ctx, batch, monkeypatch, tmp_path
) -> None:
    saved: list[tuple[bytes, str]] = []
    printed: list[str] = []

    def save(pdf, name, *_rest):
        saved.append((pdf, name))
        return tmp_path / name

    monkeypatch.setattr(saving, "save_pdf", save)
    monkeypatch.setattr(printing, "print_pdf", lambda _pdf, name, *_rest: printed.append(name))
    batch.step("save_pdf").trigger()
    batch.qtbot.waitUntil(lambda: bool(saved))
    assert saved[0][1] == "Công văn báo cáo vụ việc 2026-10-05 0900.pdf"
    assert batch.page.words().endswith(f"Đã lưu {tmp_path / saved[0][1]}.")
    batch.step("print").trigger()
    batch.qtbot.waitUntil(lambda: bool(printed))

    def choose(dialog) -> None:
        dialog._size_box.set_value("dl")
        dialog._file_box.setChecked(True)
        dialog._on_accepted()

    batch.in_dialog(choose)
    batch.step("envelopes").trigger()
    batch.qtbot.waitUntil(lambda: len(saved) == 2)
    assert saved[1][0].startswith(b"%PDF")
    assert saved[1][1].startswith("Bì thư Công văn báo cáo")


def test_one_letter_has_its_envelopes_too(qtbot, ctx, incident, monkeypatch) -> None:
    printed: list[str] = []
    monkeypatch.setattr(printing, "print_pdf", lambda _pdf, name, *_rest: printed.append(name))
    draft = ctx.record_letters.create("test_report", incident)
    clerk = open_letter(qtbot, ctx, draft.letter_id)
    clerk.in_dialog(lambda dialog: dialog._on_accepted())
    clerk.step("envelopes").trigger()
    qtbot.waitUntil(lambda: bool(printed))
    assert printed == ["Bì thư công văn báo cáo vụ việc"]


def test_the_paper_follows_the_pages(qapp) -> None:
    printer = printing.new_printer("Thử")
    assert printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.A4
    printing.set_paper(printer, QSizeF(229 / 25.4 * 72, 162 / 25.4 * 72))
    size = printer.pageLayout().fullRect(printer.pageLayout().Unit.Millimeter)
    assert (round(size.width()), round(size.height())) == (229, 162)
    printing.set_paper(printer, QSizeF(210 / 25.4 * 72, 297 / 25.4 * 72))
    assert printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.A4
