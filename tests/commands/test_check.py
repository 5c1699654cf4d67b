"""``python -m app check``: sound data says so, everything else is named line by line."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from sqlalchemy import text

from app.bootstrap import AppContext
from app.main import main
from app.models import LetterFile, database
from app.models.database import Database
from app.paths import database_file
from app.rules.vocabulary import LetterState
from tests import factories as make

PDF = b"%PDF-1.7 the very page that was signed"


@pytest.fixture
def issued(ctx: AppContext) -> int:
    """An issued letter with its kept file."""
    letter = make.make_letter(ctx, state=LetterState.ISSUED)
    with ctx.db.writing() as session:
        digest = hashlib.sha256(PDF).hexdigest()
        session.add(LetterFile(letter_id=letter, pdf=PDF, sha256=digest, data={}))
    return letter


def spoil(ctx: AppContext, statement: str) -> None:
    with ctx.db.writing() as session:
        session.execute(text(statement))


def checked(ctx: AppContext, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """The exit code and the lines before the last one, which sums up."""
    code = main(["check", "--data-dir", str(ctx.data_dir)])
    return code, capsys.readouterr().out.splitlines()[:-1]


@pytest.mark.usefixtures("issued")
def test_sound_data_is_called_sound(ctx: AppContext, capsys: pytest.CaptureFixture[str]) -> None:
    make.make_correction_request(ctx)
    assert main(["check", "--data-dir", str(ctx.data_dir)]) == 0
    assert "nguyên vẹn" in capsys.readouterr().out


@pytest.mark.usefixtures("issued")
@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        ("UPDATE letter_files SET pdf = x'00'", "bản PDF lưu đã bị thay đổi"),
        ("DELETE FROM letter_files", "thiếu bản PDF lưu"),
        ("UPDATE letters SET number = NULL", "không có số"),
        ("UPDATE letters SET state = 'draft'", "chưa phát hành"),
        ("UPDATE letters SET deleted_at = '2026-10-05 09:00:00.000000'", "mục đã xóa"),
        ("UPDATE number_books SET last_number = 0", "đã có văn bản số 1"),
        ("DELETE FROM search_entries WHERE kind = 'letter'", "1 bản ghi không tìm thấy được"),
    ],
)
def test_what_is_wrong_is_named(
    ctx: AppContext, capsys: pytest.CaptureFixture[str], statement: str, finding: str
) -> None:
    spoil(ctx, statement)
    code, lines = checked(ctx, capsys)
    assert code == 1
    assert len(lines) == 1
    assert finding in lines[0]


@pytest.mark.usefixtures("issued")
@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        ("UPDATE letters SET letter_date = '31/02/2026'", "letter_date không thể là “31/02/2026”"),
        ("UPDATE letters SET created_at = 'hôm qua'", "created_at không thể là “hôm qua”"),
        ("UPDATE letters SET deleted_at = x'00'", "deleted_at không thể là"),
        ("UPDATE letters SET content = '{'", "content không thể là “{”"),
        ("UPDATE letters SET content = 'null'", "content không thể là “null”"),
        ("UPDATE letters SET number = 'bảy'", "number không thể là “bảy”"),
        ("UPDATE letters SET state = 'lost'", "state không thể là “lost”"),
        ("UPDATE letters SET layout = 'church'", "layout không thể là “church”"),
        ("UPDATE letters SET symbol = CAST(x'ff' AS TEXT)", "symbol không thể là"),
        ("UPDATE letters SET subject = x'41'", "subject không thể là"),
        ("UPDATE letters SET version = 'x'", "version không thể là “x”"),
        ("UPDATE letters SET letter_date = NULL", "thiếu ngày văn bản hoặc sổ"),
        ("UPDATE letters SET book_id = NULL", "thiếu ngày văn bản hoặc sổ"),
        ("UPDATE letter_files SET pdf = 'chữ'", "bản PDF lưu đã bị thay đổi"),
        ("UPDATE letter_files SET sha256 = 7", "bản PDF lưu đã bị thay đổi"),
        ("UPDATE letter_files SET data = 'không'", "data không thể là “không”"),
        ("UPDATE number_books SET layout = 'church', last_number = 0", "layout không thể là"),
        ("UPDATE number_books SET scope = 'x', last_number = 0", "đã có văn bản số 1"),
        ("UPDATE number_books SET last_number = 'x'", "last_number không thể là “x”"),
    ],
)
def test_nonsense_is_a_line_and_ends_nothing(
    ctx: AppContext, capsys: pytest.CaptureFixture[str], statement: str, finding: str
) -> None:
    spoil(ctx, statement)
    code, lines = checked(ctx, capsys)
    assert code == 1
    assert finding in "\n".join(lines)


def test_a_row_that_points_to_nothing_is_named(
    ctx: AppContext, capsys: pytest.CaptureFixture[str]
) -> None:
    make.make_article(ctx)
    ctx.close()
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(database_file(ctx.data_dir))) as connection:
        connection.execute("DELETE FROM outlets")
        connection.execute("DELETE FROM search_entries WHERE kind = 'outlet'")
        connection.commit()
    code, lines = checked(ctx, capsys)
    assert (code, lines) == (1, ["Tệp dữ liệu có lỗi: articles 1 -> outlets"])


@pytest.mark.usefixtures("issued")
def test_checking_changes_nothing(ctx: AppContext, capsys: pytest.CaptureFixture[str]) -> None:
    ctx.close()
    file = database_file(ctx.data_dir)
    before = file.read_bytes()
    assert checked(ctx, capsys)[0] == 0
    assert file.read_bytes() == before
    assert [path.name for path in ctx.data_dir.iterdir()] == [file.name]


@pytest.mark.usefixtures("issued")
def test_the_app_may_be_open_meanwhile(ctx: AppContext, capsys: pytest.CaptureFixture[str]) -> None:
    with ctx.db.writing() as session:
        session.execute(text("UPDATE letters SET symbol = 'SXD'"))
        assert checked(ctx, capsys)[0] == 0


def test_where_there_is_no_data_none_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--data-dir", str(tmp_path / "sổ")]) == 2
    assert "không có tệp dữ liệu" in capsys.readouterr().err
    assert not (tmp_path / "sổ").exists()


@pytest.mark.parametrize("content", [b"", b"khong phai co so du lieu" * 50])
def test_a_file_that_is_no_database_is_a_finding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    file = database_file(tmp_path)
    file.write_bytes(content)
    assert main(["check", "--data-dir", str(tmp_path)]) == 1
    assert "bị hỏng" in capsys.readouterr().out
    assert file.read_bytes() == content


def test_damage_deep_inside_is_found(ctx: AppContext, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(200):
        make.make_outlet(ctx)
    ctx.close()
    file = database_file(ctx.data_dir)
    content = bytearray(file.read_bytes())
    middle = len(content) * 3 // 4 // 4096 * 4096
    content[middle : middle + 8192] = b"\xff" * 8192
    file.write_bytes(content)
    code, lines = checked(ctx, capsys)
    assert code == 1
    assert lines[0].startswith("Tệp dữ liệu ")


def test_data_of_an_older_version_is_asked_to_be_opened_first(
    ctx: AppContext, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ctx.close()
    monkeypatch.setattr(database, "REVISIONS", (*database.REVISIONS, "9999"))
    code, lines = checked(ctx, capsys)
    assert code == 1
    assert "phiên bản cũ" in lines[0]


def test_data_of_a_newer_version_is_a_finding(
    ctx: AppContext, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(ctx, "UPDATE alembic_version SET version_num = '9999'")
    ctx.close()
    code, lines = checked(ctx, capsys)
    assert code == 1
    assert "mới hơn" in lines[0]
    assert isinstance(ctx.db, Database)


def test_the_installer_asks_only_whether_the_data_are_of_a_newer_version(
    ctx: AppContext, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def asked(folder: Path) -> int:
        return main(["check", "--for-update", "--data-dir", str(folder)])

    assert asked(ctx.data_dir) == 0
    assert asked(tmp_path / "none") == 0  # a first installation
    damaged = tmp_path / "damaged"
    damaged.mkdir()
    database_file(damaged).write_bytes(b"khong phai co so du lieu" * 50)
    assert asked(damaged) == 0  # nothing an older version would help with
    spoil(ctx, "UPDATE alembic_version SET version_num = '9999'")
    ctx.close()
    capsys.readouterr()
    assert asked(ctx.data_dir) == 1
    assert "mới hơn" in capsys.readouterr().out


# Deadlines


@pytest.fixture
def waiting(ctx: AppContext) -> AppContext:
    """An incident whose first statement is waited for."""
    make.make_incident(ctx, sensitivity="sensitive")
    return ctx


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        ("UPDATE deadlines SET due_at = '2026-10-09 09:00:00.000000'", "hạn không đúng với"),
        ("DELETE FROM deadline_changes", ""),
        ("UPDATE deadlines SET state = 'met', met_at = NULL", "hạn không đúng với"),
        ("UPDATE deadlines SET record_id = 99", "hạn không thuộc bản ghi nào"),
        ("UPDATE deadlines SET duty = 'sleep'", "duty không thể là “sleep”"),
        ("UPDATE deadlines SET facts = '['", "facts không thể là"),
        ("UPDATE deadline_changes SET cause = 'mood'", "cause không thể là “mood”"),
    ],
)
def test_deadlines_that_are_not_the_records_own_are_named(
    waiting: AppContext, capsys: pytest.CaptureFixture[str], statement: str, finding: str
) -> None:
    assert checked(waiting, capsys) == (0, [])
    spoil(waiting, statement)
    code, lines = checked(waiting, capsys)
    assert code == (1 if finding else 0)
    assert finding in " ".join(lines)


@pytest.mark.parametrize("state", ["open", "closed"])
def test_a_moment_of_the_list_that_is_not_the_counted_one_is_named(
    ctx: AppContext, capsys: pytest.CaptureFixture[str], state: str
) -> None:
    make.make_incident(ctx, sensitivity="sensitive", state=state)
    assert checked(ctx, capsys) == (0, [])
    spoil(ctx, "UPDATE incidents SET next_due_at = '2026-12-31 00:00:00.000000'")
    code, lines = checked(ctx, capsys)
    assert code == 1
    assert "Vụ việc: 1 bản ghi có hạn không đúng" in lines[0]
