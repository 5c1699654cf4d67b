"""Xuất Excel from the list: asked where, written off the window's thread, trouble told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.errors import FileBusy
from app.ui import files, messages
from app.ui.messages import Retry
from tests.exports.sheets.reading import open_sheet
from tests.factories import make_article, make_correction_request, make_outlet
from tests.ui.window import Clerk, fill_in_office, open_window


@pytest.fixture
def clerk(qtbot, ctx) -> Clerk:
    fill_in_office(ctx)
    make_correction_request(ctx)
    clerk = open_window(qtbot, ctx.data_dir, lambda: ctx)
    clerk.ctrl(Qt.Key.Key_4)
    clerk.wait()
    return clerk


@pytest.fixture
def target(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The file that the clerk names; without its ending, as clerks type it."""
    path = tmp_path / "sổ theo dõi"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    return path.with_suffix(".xlsx")


def test_ctrl_e_writes_the_sheet_and_offers_to_open_it(
    clerk: Clerk, target: Path, boxes, monkeypatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(files, "open_path", opened.append)
    boxes.will_answer(True)
    clerk.ctrl(Qt.Key.Key_E)
    clerk.wait()
    assert target.stat().st_size > 1000
    assert boxes.seen == ["Đã ghi sổ theo dõi.xlsx."]
    assert opened == [target]
    assert clerk.window._settings.folder == str(target.parent)


def test_the_sheet_holds_what_the_list_shows_in_its_order(
    clerk: Clerk, ctx, target: Path, boxes
) -> None:
    for name in ("Báo Đồng", "Báo An", "Báo Ân"):
        article = make_article(ctx, outlet_id=make_outlet(ctx, name=name))
        make_correction_request(ctx, article_id=article, kind="remove")
    bar = clerk.list._filter_bar
    bar._editors["kind"].set_value("remove")
    clerk.wait()
    outlet = next(i for i in range(9) if clerk.list._spec.list.columns[i].name == "outlet")
    clerk.list._sort_by(outlet)
    clerk.list._sort_by(outlet)
    clerk.wait()
    shown = clerk.rows(outlet)
    assert shown == ["Báo Đồng", "Báo Ân", "Báo An"]
    boxes.will_answer(False)
    clerk.ctrl(Qt.Key.Key_E)
    clerk.wait()
    sheet = open_sheet(target)
    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    assert "Lọc: Loại yêu cầu: Gỡ bỏ" in cells
    places = [next(i for i, words in enumerate(cells) if name in words) for name in shown]
    assert places == sorted(places)
    rows = [row for row in sheet.iter_rows(min_row=7) if isinstance(row[0].value, int)]
    assert [row[0].value for row in rows][-3:] == [1, 2, 3]


def test_a_file_open_elsewhere_is_tried_again(
    clerk: Clerk, target: Path, boxes, monkeypatch
) -> None:
    exporter = clerk.list._exporter
    write, troubles = exporter._write, [FileBusy("Tệp đang mở.", "Đóng tệp đó.")]

    def busy_once(*args):
        if troubles:
            raise troubles.pop()
        return write(*args)

    monkeypatch.setattr(exporter, "_write", busy_once)
    asked: list[str] = []

    def again(_parent, error):
        asked.append(str(error))
        return Retry.AGAIN

    monkeypatch.setattr(messages, "ask_retry", again)
    boxes.will_answer(False)
    clerk.ctrl(Qt.Key.Key_E)
    clerk.wait()
    clerk.wait()
    assert asked == ["Tệp đang mở. Đóng tệp đó."]
    assert target.exists()


def test_going_back_at_the_file_dialog_writes_nothing(clerk: Clerk, monkeypatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    clerk.ctrl(Qt.Key.Key_E)
    clerk.wait()
    assert clerk.notice() == ""


def test_lists_without_a_sheet_offer_none(clerk: Clerk) -> None:
    clerk.ctrl(Qt.Key.Key_5)
    clerk.wait()
    assert "Xuất Excel" not in [action.text() for action in clerk.page.page_actions()]
