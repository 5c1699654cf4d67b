"""The window's pages as words: what stands on the screen, and where Tab leads."""

from __future__ import annotations

import os
from datetime import datetime

import pytest
from PySide6.QtCore import Qt

from app.errors import DatabaseDamaged
from app.rules.vocabulary import Layout
from app.ui.lists.record_table import RecordTable
from tests.factories import make_article, make_outlet
from tests.ui.dump import dump
from tests.ui.window import Clerk, fill_in_office, open_window


def words(clerk: Clerk) -> str:
    """Return the window with its menus, and the rows of a list."""
    parts = ["Menu:"]
    for title in clerk.window.menuBar().actions():
        entries = [action.text() for action in title.menu().actions()]
        parts.append(f"  {title.text()}: {' | '.join(entries)}")
    folder = str(clerk.window._data_dir)
    seen = dump(clerk.window).replace(f"{folder}{os.sep}", "<thư mục>/")
    parts.append(seen.replace(folder, "<thư mục>"))
    for table in clerk.page.findChildren(RecordTable):
        model = table.model()
        columns = range(model.columnCount())
        header = [model.headerData(c, Qt.Orientation.Horizontal) for c in columns]
        parts += ["", "Table:", "  " + " | ".join(header)]
        for row in range(model.rowCount()):
            parts.append("  " + " | ".join(model.index(row, c).data() or "" for c in columns))
    return "\n".join(parts)


@pytest.fixture
def clerk(qtbot, ctx) -> Clerk:
    fill_in_office(ctx)
    return open_window(qtbot, ctx.data_dir, lambda: ctx)


def test_a_list_without_records(clerk: Clerk, golden) -> None:
    golden("window/list-empty.txt", words(clerk))


def test_a_list_with_records(qtbot, ctx, clerk: Clerk, golden) -> None:
    outlet = make_outlet(ctx, name="Báo Điện tử Đồng bằng")
    make_article(
        ctx, outlet_id=outlet, title="Bờ kè mới đã nứt", published_at=datetime(2026, 10, 2, 6, 0)
    )
    make_article(
        ctx,
        outlet_id=outlet,
        title="Kè đã sửa xong",
        kind="correct",
        published_at=datetime(2026, 10, 3, 17, 45),
    )
    clerk.window.workspace._go_to("articles")
    clerk.wait()
    golden("window/list-filled.txt", words(clerk))


def test_the_first_start(qtbot, ctx, golden) -> None:
    clerk = open_window(qtbot, ctx.data_dir, lambda: ctx)
    golden("window/first-start.txt", words(clerk))


@pytest.mark.parametrize("layout", Layout)
def test_the_profile_at_the_first_start(qtbot, ctx, golden, layout: Layout) -> None:
    clerk = open_window(qtbot, ctx.data_dir, lambda: ctx)
    clerk.press(Qt.Key.Key_Return)
    clerk.page.form()._rows["layout"].widget.set_value(layout.value)
    golden(f"window/first-start-{layout.value}.txt", words(clerk))


def test_a_book_that_cannot_be_opened(qtbot, ctx, golden) -> None:
    def fail() -> None:
        raise DatabaseDamaged("Tệp dữ liệu bị hỏng.", "Phục hồi bản sao lưu gần nhất.")

    clerk = open_window(qtbot, ctx.data_dir, fail)
    golden("window/cannot-open.txt", words(clerk))
