"""``python -m app today``: the work list for IT staff and scripts."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from pathlib import Path

import pytest

from app.bootstrap import AppContext
from app.main import main
from app.models import RecountOrder
from app.paths import database_file
from tests.conftest import NOW
from tests.factories import make_article, make_incident
from tests.services.office_profiles import state_profile


@pytest.fixture
def book(ctx: AppContext) -> AppContext:
    """An office with a late incident and an article to be answered."""
    ctx.office.save_profile(state_profile(ctx))
    learned_at = NOW - timedelta(hours=26)
    make_incident(ctx, title="Sạt lở kè", sensitivity="sensitive", learned_at=learned_at)
    make_article(ctx, title="Kè mới đã nứt")
    return ctx


def printed(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    assert main(["today", *map(str, arguments)]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def test_the_list_in_words(book: AppContext, capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, "--data-dir", book.data_dir, "--on", "2026-10-05T09:00")
    lines = text.splitlines()
    assert lines[:3] == [
        "Việc hôm nay, lúc 09:00 Thứ Hai 05/10/2026: 6 việc.",
        "Quá hạn (1):",
        "- Phát ngôn, cung cấp thông tin ban đầu: Sạt lở kè; quá hạn 2 giờ; "
        "Phát ngôn, rồi ghi lần đó bằng nút “Phát ngôn”",
    ]
    assert "Còn thiếu trong quý, trong năm (4):" in lines


def test_the_list_as_json(book: AppContext, capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, "--data-dir", book.data_dir, "--on", "2026-10-05T08:00", "--json")
    assert text.count("\n") == 1
    found = json.loads(text)
    assert found["at"] == "2026-10-05T08:00:00"
    assert [group["group"] for group in found["groups"]] == ["overdue", "at_once", "gaps"]
    (late,) = found["groups"][0]["lines"]
    assert (late["due"], late["due_words"], late["late"], late["kind"]) == (
        "2026-10-05T07:00:00",
        "quá hạn 1 giờ",
        True,
        "incident",
    )
    assert late["steps"][0].startswith("Quy định: ")
    (uncounted,) = found["groups"][1]["lines"]
    assert (uncounted["due"], uncounted["action"]) == (None, "new_request")
    assert found["groups"][2]["lines"][0]["period"] == "2026-Q4"


def test_the_moment_of_the_list_is_told_to_the_second(
    book: AppContext, capsys: pytest.CaptureFixture[str]
) -> None:
    found = json.loads(printed(capsys, "--data-dir", book.data_dir, "--json"))
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", found["at"])


def test_another_moment_gives_another_list(
    book: AppContext, capsys: pytest.CaptureFixture[str]
) -> None:
    text = printed(capsys, "--data-dir", book.data_dir, "--on", "2026-10-05T06:30")
    assert "Đến hạn hôm nay (1):" in text
    assert "còn 30 phút" in text


def test_nothing_is_written(book: AppContext, capsys: pytest.CaptureFixture[str]) -> None:
    with book.db.writing() as session:
        session.add(
            RecountOrder(
                ordered_at=NOW,
                cause="rule",
                words="Quy định mới.",
                rule_code="",
                after_kind="",
                after_id=0,
            )
        )
    book.close()
    file = database_file(book.data_dir)
    before = file.read_bytes()
    text = printed(capsys, "--data-dir", book.data_dir, "--on", "2026-10-05T09:00")
    assert text.splitlines()[-1] == (
        "Chưa tính lại hết các hạn: Quy định mới. Mở Sổ Phát ngôn để phần mềm tính tiếp."
    )
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--on", "hôm qua"], "không phải thời điểm"),
        (["--on", "2026-02-31"], "không có ngày 2026-02-31 trên lịch."),
        (["--data-dir", "/none"], "chưa có dữ liệu của Sổ Phát ngôn."),
    ],
)
def test_bad_input_is_one_line(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code = main(["today", *arguments])
    except SystemExit as left:
        code = left.code
    captured = capsys.readouterr()
    assert code == 2
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert sentence in captured.err
