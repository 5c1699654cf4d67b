"""Ai chưa tập huấn by keyboard (duty 31), and the certificates from a training's page."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.bootstrap import AppContext
from app.rules.vocabulary import TrainingState
from app.ui.letters.paper import PaperDialog
from app.ui.pages.record_page import RecordPage
from app.ui.trainings.coverage_page import CoveragePage
from tests.factories import make_body, make_spokesperson, make_training
from tests.ui.window import Clerk, fill_in_office, open_window

Key = Qt.Key
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def office(ctx: AppContext) -> AppContext:
    fill_in_office(ctx)
    bodies = [make_body(ctx, name=name) for name in ("Sở Một", "Sở Hai")]
    first = make_spokesperson(ctx, person="Lê Văn An", body_id=bodies[0])
    make_spokesperson(ctx, person="Trần Thị Bình", body_id=bodies[1])
    make_training(
        ctx,
        title="Lớp năm trước",
        state=TrainingState.HELD,
        starts_on=date(2025, 4, 1),
        participants=[{"spokesperson_id": first, "attended": True}],
    )
    return ctx


@pytest.fixture
def clerk(qtbot, office: AppContext) -> Clerk:
    opened = open_window(qtbot, office.data_dir, lambda: office, area="trainings")
    opened.wait()
    return opened


def coverage(clerk: Clerk) -> CoveragePage:
    clerk.press(Key.Key_T, CTRL_SHIFT)
    clerk.wait()
    assert isinstance(clerk.page, CoveragePage)
    return clerk.page


def test_who_is_left_is_told_in_words(clerk: Clerk) -> None:
    page = coverage(clerk)
    assert page.texts() == [
        "Người phát ngôn chưa tập huấn trong 12 tháng: 2",
        "Trần Thị Bình | Sở Hai | Chưa lần nào",
        "Lê Văn An | Sở Một | 01/04/2025",
        "Cơ quan, đơn vị chưa có ai dự: 1",
        "Sở Hai | Chưa có ai dự lớp nào",
    ]
    assert page.count_words() == (
        "Trong 12 tháng đến ngày 05/10/2026: 0 trên 2 người phát ngôn đã tập huấn; "
        "1 trên 2 cơ quan đã có người dự."
    )


def test_more_months_take_back_who_was_trained_before(clerk: Clerk) -> None:
    page = coverage(clerk)
    page.months_edit().setValue(24)
    clerk.wait()
    assert "Lê Văn An" not in " ".join(page.texts())


def test_enter_opens_the_spokesperson(clerk: Clerk) -> None:
    coverage(clerk).focus_first()
    clerk.press(Key.Key_Return)
    clerk.wait()
    assert "Trần Thị Bình" in clerk.heading()


def test_a_new_class_begins_with_those_left(clerk: Clerk) -> None:
    coverage(clerk)
    clerk.ctrl(Key.Key_N)
    clerk.wait()
    assert isinstance(clerk.page, RecordPage)
    people = clerk.page._content.values()["participants"]
    assert [line["name"] for line in people] == ["Trần Thị Bình", "Lê Văn An"]


def test_certificates_are_shown_as_they_print(clerk: Clerk) -> None:
    clerk.list.focus_first()
    clerk.press(Key.Key_Return)
    clerk.wait()
    clerk.press(Key.Key_C, CTRL_SHIFT)
    clerk.wait()
    (paper,) = clerk.window.findChildren(PaperDialog)
    clerk.qtbot.waitUntil(lambda: paper.preview().pdf() is not None, timeout=20_000)
    paper.reject()
