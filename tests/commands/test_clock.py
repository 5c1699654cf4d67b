"""``python -m app clock``: due moments with their reasons, from what ships or from an office."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import AppContext
from app.commands import clock
from app.main import main
from app.models import LegalRule
from app.paths import database_file
from app.rules.vocabulary import Layout
from app.services.clocks.shipped import shipped_rules
from tests.services.office_profiles import party_profile

ROOT = Path(__file__).parents[2]
KEYS = ["due", "rule", "basis", "confirmed", "steps"]


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Callable[..., Any]:
    """Run the command with --json; return what it prints."""

    def run(*arguments: str | Path) -> Any:
        assert main(["clock", *map(str, arguments), "--json"]) == 0
        captured = capsys.readouterr()
        assert captured.err == ""
        assert captured.out.count("\n") == 1
        return json.loads(captured.out)

    return run


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run the command; return the one line with which it ends in exit code 2."""

    def run(*arguments: str | Path) -> str:
        try:
            code = main(["clock", *map(str, arguments)])
        except SystemExit as left:
            code = left.code
        captured = capsys.readouterr()
        assert code == 2
        assert captured.out == ""
        assert captured.err.count("\n") == 1
        return captured.err.strip()

    return run


# By a rule


def test_a_due_moment_comes_with_rule_basis_and_steps(told: Callable[..., Any]) -> None:
    found = told("initial_statement", "--start", "2026-06-30T16:00")
    assert list(found) == KEYS
    assert found["due"] == "2026-07-01T16:00:00"
    assert found["rule"] == "initial_statement-2017"
    assert "Điều 6 Nghị định số 09/2017/NĐ-CP" in found["basis"]
    assert found["confirmed"] is False
    assert found["steps"][-1] == "Hạn: 16:00 Thứ Tư 01/07/2026."


def test_the_day_after_another_law_is_in_force(told: Callable[..., Any]) -> None:
    found = told("initial_statement", "--start", "2026-07-01T16:00")
    assert (found["rule"], found["due"]) == ("initial_statement-2026", "2026-07-02T16:00:00")
    assert "244/2026" in found["basis"]


def test_a_number_that_nobody_could_read_is_null(told: Callable[..., Any]) -> None:
    found = told("correction", "--start", "2026-07-15T08:00", "--outlet", "television")
    assert found["due"] is None
    assert found["rule"] == "correction-television-2026"
    assert found["steps"][-1] == "Hạn: chưa có số ngày, nhập theo Nghị định 237/2026."


def test_days_end_with_the_last_day(told: Callable[..., Any]) -> None:
    found = told("press_answer", "--start", "2026-01-02")
    assert found["due"] == "2026-02-02T23:59:59"  # 1 February is a Sunday


def test_the_party_goes_by_its_own_rules(told: Callable[..., Any]) -> None:
    found = told("initial_statement", "--start", "2026-06-30T16:00", "--body", "party")
    assert found["rule"] == "initial_statement-party-2021"


def test_the_id_of_a_rule_stands_for_its_duty_and_its_addressee(told: Callable[..., Any]) -> None:
    found = told("correction-radio-2026", "--start", "2026-06-15T08:00")
    assert (found["rule"], found["due"]) == ("correction-radio-2016", "2026-06-17T23:59:59")
    found = told("initial_statement-party-2021", "--start", "2026-07-15T08:00")
    assert found["rule"] == "initial_statement-party-2026"
    found = told("correction-radio-2026", "--start", "2026-06-15T08:00", "--outlet", "print")
    assert found["rule"] == "correction-print-2016"


@pytest.mark.parametrize("rule", shipped_rules(), ids=lambda rule: rule.id)
def test_every_shipped_rule_can_be_asked_for_by_its_id(rule: Any, told: Callable[..., Any]) -> None:
    on = rule.valid_from or date(2026, 10, 5)
    found = told(rule.id, "--start", f"{on}T09:00")
    assert list(found) == KEYS
    if not rule.is_own_regulation:
        assert found["rule"] == rule.id
        assert (found["due"] is None) == (rule.value is None)


def test_where_every_type_of_press_has_the_same_none_need_be_named(
    told: Callable[..., Any], refused: Callable[..., str]
) -> None:
    assert told("correction", "--start", "2026-07-15T08:00")["due"] is None
    assert told("reply_to_response", "--start", "2026-07-15T08:00")["due"] is None
    assert refused("correction", "--start", "2026-06-15T08:00") == (
        "--outlet: hạn này khác nhau theo loại hình báo chí; chọn một trong: "
        "print, online, radio, television, social_channel."
    )


def test_people_read_the_due_moment_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clock", "correction", "--start", "2025-08-29", "--outlet", "print"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:4] == [
        "Hạn: hết Thứ Tư 03/09/2025, lúc 23:59:59",
        "Quy định: Báo in hằng ngày đăng cải chính, theo Luật Báo chí 2016 "
        "(correction-print-2016), chưa kiểm chứng",
        "Căn cứ: Điều 42 Luật Báo chí số 103/2016/QH13",
        "Vì sao hạn này:",
    ]
    assert "7. Thứ Hai 01/09/2025 là Quốc khánh (lịch chưa kiểm chứng), nên dời tiếp." in lines


# Without a rule


@pytest.mark.parametrize(
    ("arguments", "due"),
    [
        (("--hours", "24", "--start", "2026-11-21T16:00"), "2026-11-22T16:00:00"),
        (("--hours", "6", "--start", "2026-11-21 16:00:30"), "2026-11-21T22:00:30"),
        (("--days", "2", "--start", "2026-11-20T09:00"), "2026-11-23T23:59:59"),
        (("--days", "2", "--start", "2026-08-31"), "2026-09-03T23:59:59"),
        (("--working-days", "2", "--start", "2026-08-21T09:00"), "2026-08-24T23:59:59"),
    ],
)
def test_a_term_is_counted_without_a_rule(
    told: Callable[..., Any], arguments: tuple[str, ...], due: str
) -> None:
    found = told(*arguments)
    assert list(found) == KEYS
    assert (found["due"], found["rule"], found["confirmed"]) == (due, None, False)
    assert "Bộ luật Dân sự" in found["basis"]
    assert found["steps"]


# The list


def test_the_list_has_the_columns_of_the_table(told: Callable[..., Any]) -> None:
    rows = told("--list", "--on", "2026-06-30")
    assert list(rows[0]) == [
        "id", "title", "value", "unit", "starts_from", "binds", "basis", "source", "valid_from",
        "valid_to", "confirmed",
    ]  # fmt: skip
    first = rows[0]
    assert (first["id"], first["value"], first["unit"]) == ("initial_statement-2017", 24, "hours")
    assert (first["starts_from"], first["binds"]) == ("happened", "state")
    assert (first["valid_from"], first["valid_to"]) == ("2017-03-30", "2026-06-30")


def test_the_list_shows_the_rules_of_one_day(told: Callable[..., Any]) -> None:
    before = {row["id"] for row in told("--list", "--on", "2026-06-30")}
    after = {row["id"] for row in told("--list", "--on", "2026-07-01")}
    assert "correction-online-2016" in before - after
    assert "correction-online-2026" in after - before
    assert "briefing-2021" in before & after


def test_without_a_day_the_list_is_of_today(
    told: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls) -> datetime:
            return datetime(2026, 6, 30, 9, 0)

    monkeypatch.setattr(clock, "datetime", Clock)
    assert told("--list") == told("--list", "--on", "2026-06-30")
    assert main(["clock", "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Các quy định có hiệu lực ngày 30/06/2026:"
    assert lines[1].startswith("initial_statement-2017: Thông tin ban đầu")
    assert "24 giờ, mốc tính: vụ việc xảy ra" in lines[1]
    assert "chưa kiểm chứng" in lines[1]


# The office's own data


def test_the_rules_and_days_of_the_office_serve(ctx: AppContext, told: Callable[..., Any]) -> None:
    with ctx.db.writing() as session:
        rule = session.query(LegalRule).filter_by(code="press_answer-2026").one()
        rule.value, rule.confirmed, rule.confirmed_by = 10, True, "Lan"
        own = session.query(LegalRule).filter_by(code="initial_statement-own").one()
        own.value = 6
    ctx.records.save(
        "calendar_day",
        {**ctx.records.new("calendar_day"), "day": date(2026, 10, 15), "name": "Nghỉ bão"},
    )
    folder = ctx.data_dir
    ctx.close()
    found = told("press_answer", "--start", "2026-10-05T09:00", "--data-dir", folder)
    assert (found["due"], found["confirmed"]) == ("2026-10-16T23:59:59", True)
    assert any("Nghỉ bão" in step for step in found["steps"])
    found = told("initial_statement", "--start", "2026-10-05T09:00", "--data-dir", folder)
    assert (found["rule"], found["due"]) == ("initial_statement-own", "2026-10-05T15:00:00")
    assert any("initial_statement" not in step and "244/2026" in step for step in found["steps"])


def test_the_office_itself_is_the_body_that_is_meant(
    ctx: AppContext, told: Callable[..., Any]
) -> None:
    ctx.office.save_profile(party_profile(ctx))
    assert ctx.office.profile().layout is Layout.PARTY
    ctx.close()
    at = ("--start", "2026-10-05T09:00", "--data-dir", ctx.data_dir)
    assert told("initial_statement", *at)["rule"] == "initial_statement-party-2026"
    assert told("initial_statement", *at, "--body", "state")["rule"] == "initial_statement-2026"


def test_what_ships_serves_without_any_database(tmp_path: Path) -> None:
    script = (
        "import sys; from app.main import main; "
        "code = main(['clock', 'briefing', '--start', '2026-10-05']); "
        "heavy = [name for name in ('sqlalchemy', 'PySide6') if name in sys.modules]; "
        "sys.exit(code or len(heavy))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path, env={"PYTHONPATH": str(ROOT), "HOME": str(tmp_path)},
        capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_data_is_named_and_stays_empty(
    refused: Callable[..., str], tmp_path: Path
) -> None:
    folder = tmp_path / "none"
    line = refused("briefing", "--start", "2026-10-05", "--data-dir", folder)
    assert line == f"--data-dir: trong “{folder}” chưa có dữ liệu của Sổ Phát ngôn."
    assert not folder.exists()


@pytest.mark.parametrize(
    ("revision", "words"),
    [("0001", "còn ở phiên bản cũ"), ("9999", "phiên bản Sổ Phát ngôn mới hơn")],
)
def test_data_of_another_version_are_left_alone(
    ctx: AppContext, refused: Callable[..., str], revision: str, words: str
) -> None:
    from sqlalchemy import text

    with ctx.db.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = :one"), {"one": revision})
    ctx.close()
    before = database_file(ctx.data_dir).read_bytes()
    at = ("--start", "2026-10-05", "--data-dir", ctx.data_dir)
    assert words in refused("briefing", *at)
    assert database_file(ctx.data_dir).read_bytes() == before


# Bad input


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Cần đúng một trong: RULE, --hours"),
        (["briefing", "--days", "2", "--start", "2026-10-05"], "Cần đúng một trong"),
        (["briefing"], "--start: thiếu thời điểm bắt đầu"),
        (["nonsense", "--start", "2026-10-05"], "RULE: không có quy định hay nghĩa vụ “nonsense”"),
        (["briefing", "--start", "hôm qua"], "--start: “hôm qua” không phải thời điểm"),
        (["briefing", "--start", "2026-02-31T09:00"], "--start: không có ngày 2026-02-31"),
        (["briefing", "--start", "2026-02-01T25:00"], "--start: không có 25:00 trên đồng hồ."),
        (["briefing", "--start", "1200-02-01"], "--start: năm từ 1900 đến 2099, không phải 1200."),
        (["briefing", "--start", "2026-10-05T09:00+07:00"], "--start: “2026-10-05T09:00+07:00”"),
        (["briefing", "--start", "2019-10-05"], "--start: không có quy định nào về “Giao ban"),
        (["initial_statement", "--start", "2026-10-05"], "--start: cần cả giờ"),
        (["--hours", "6", "--start", "2026-10-05"], "--start: cần cả giờ"),
        (["--days", "0", "--start", "2026-10-05"], "--days: Thời hạn là số nguyên từ 1 trở lên."),
        (["--working-days", "-2", "--start", "2026-10-05"], "--working-days: "),
        (["--days", "99999", "--start", "2026-10-05"], "--days: Hạn rơi sau năm 2099"),
        (["--days", "2,5", "--start", "2026-10-05"], "--days: '2,5' không phải số nguyên."),
        (["--days", "1_0", "--start", "2026-10-05"], "--days: '1_0' không phải số nguyên."),
        (["--days", "9" * 19, "--start", "2026-10-05"], "--days: Thời hạn nhiều nhất 100000."),
        (["--days", "9" * 5000, "--start", "2026-10-05"], "--days: '999"),
        (["--list", "--start", "2026-10-05"], "--start: không dùng với --list"),
        (["--list", "--body", "party"], "--body: chỉ dùng khi tính theo một quy định"),
        (["--days", "2", "--start", "2026-10-05", "--outlet", "print"], "--outlet: chỉ dùng khi"),
        (["--list", "--on", "05/10/2026"], "--on: “05/10/2026” không phải ngày dạng"),
        (["briefing", "--start", "2026-10-05", "--on", "2026-10-05"], "--on: chỉ dùng với --list."),
        (["briefing", "--start", "2026-10-05", "--body", "press"], "--body: không có 'press'"),
    ],
)  # fmt: skip
def test_bad_input_is_one_line_that_names_it(
    refused: Callable[..., str], arguments: list[str], words: str
) -> None:
    assert refused(*arguments).startswith(words)


def test_a_term_as_long_as_the_calendar_allows_is_counted(told: Callable[..., Any]) -> None:
    days = (date(2099, 12, 31) - date(2026, 10, 5)) - timedelta(days=1)
    assert told("--days", str(days.days), "--start", "2026-10-05")["due"].startswith("2099-12-3")
