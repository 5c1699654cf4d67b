"""Rà soát quy chế by keyboard (duty 6): the radar over all bodies, the batch of reminders."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from app.bootstrap import AppContext
from app.services.plain import ListQuery
from app.services.sheets import write_sheet
from app.ui.pages.record_page import RecordPage
from app.ui.record_letters.batch_page import BatchPage
from app.ui.regulations.progress_page import ProgressPage
from tests.factories import make_body, make_legal_document, make_regulation
from tests.ui.window import Clerk, fill_in_office, open_window

Key = Qt.Key


@pytest.fixture
def office(ctx: AppContext) -> AppContext:
    fill_in_office(ctx)
    dead = make_legal_document(ctx, number="10/2017/NĐ-CP", valid_to=date(2026, 6, 30))
    for name, cites in (("Sở Một", []), ("Sở Hai", [dead]), ("Sở Ba", None)):
        body = make_body(ctx, name=name)
        if cites is not None:
            make_regulation(ctx, body_id=body, cites=cites, number=f"1/QĐ-{name[-2:]}")
    return ctx


@pytest.fixture
def clerk(qtbot, office: AppContext) -> Clerk:
    opened = open_window(qtbot, office.data_dir, lambda: office, area="regulation_progress")
    opened.wait()
    return opened


def page(clerk: Clerk) -> ProgressPage:
    assert isinstance(clerk.page, ProgressPage)
    return clerk.page


def test_every_body_is_told_in_words(clerk: Clerk) -> None:
    assert page(clerk).texts() == [
        "Sở Ba | Chưa có quy chế",
        "Sở Hai | 1/QĐ-ai (01/03/2024) | Cần rà soát | "
        "10/2017/NĐ-CP (hết hiệu lực từ 01/07/2026) | 01/10/2026",
        "Sở Một | 1/QĐ-ột (01/03/2024) | Còn phù hợp",
    ]
    assert page(clerk).count_words() == (
        "3 dòng: 1 nơi có quy chế còn phù hợp, 1 quy chế phải rà soát hoặc sửa đổi, "
        "1 nơi chưa có quy chế."
    )


def test_those_that_are_done_can_be_hidden(clerk: Clerk) -> None:
    clerk.press(Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert [text.split(" | ")[0] for text in page(clerk).texts()] == ["Sở Ba", "Sở Hai"]


def test_enter_opens_the_regulation_and_a_new_one_begins_with_its_body(clerk: Clerk) -> None:
    page(clerk).focus_first()
    clerk.press(Key.Key_Down)
    clerk.press(Key.Key_Return)
    clerk.wait()
    assert isinstance(clerk.page, RecordPage)
    assert "Sửa quy chế phát ngôn" in clerk.heading()
    clerk.press(Key.Key_Escape)
    clerk.wait()
    clerk.press(Key.Key_Home)
    clerk.ctrl(Key.Key_N)
    clerk.wait()
    assert isinstance(clerk.page, RecordPage)
    body = clerk.page.form().values()["body_id"]
    assert clerk.window.context.records.get("body", body).values["name"] == "Sở Ba"


def test_all_that_have_something_to_do_are_reminded_at_once(clerk: Clerk, boxes) -> None:
    boxes.will_answer(True)
    clerk.ctrl(Key.Key_J)
    clerk.qtbot.waitUntil(
        lambda: clerk.window.context.records.count("letter", ListQuery()) == 2, timeout=20_000
    )
    clerk.wait()
    assert "Lập 2 văn bản đôn đốc?" in boxes.seen[0]
    clerk.qtbot.waitUntil(lambda: isinstance(clerk.page, BatchPage), timeout=20_000)
    clerk.wait()
    told = "Đã lập 2 văn bản, 2 đợt: 1 ở trang này, Esc về đợt kia."
    clerk.qtbot.waitUntil(lambda: clerk.notice() == told)
    clerk.press(Key.Key_Escape)
    assert isinstance(clerk.page, BatchPage)


def test_the_table_goes_into_a_sheet(office: AppContext, tmp_path: Path) -> None:
    path = tmp_path / "tien-do.xlsx"
    assert write_sheet(office, "regulation_progress", ListQuery(), path)
    cells = [[cell.value for cell in row] for row in load_workbook(path).active.iter_rows()]
    rows = [row for row in cells if isinstance(row[0], int)]
    assert [(row[1], row[4]) for row in rows] == [
        ("Sở Ba", "Chưa có quy chế"),
        ("Sở Hai", "Cần rà soát"),
        ("Sở Một", "Còn phù hợp"),
    ]


def test_a_new_regulation_begins_with_the_checklist(office: AppContext) -> None:
    clauses = office.records.new("regulation")["clauses"]
    assert len(clauses) == 11
    assert not any(clause["is_covered"] for clause in clauses)
