"""``python -m app backup`` and ``restore``: one file out, the same records in."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.bootstrap import AppContext, open_context
from app.main import main
from app.models import sqlite
from app.paths import database_file
from app.services.plain import ListQuery
from tests import factories as make
from tests.services.backup.filled_book import fill, issue, spoil

ROOT = Path(__file__).parents[2]


@pytest.fixture
def backup(ctx: AppContext, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A backup made by the command; one more letter was issued since."""
    fill(ctx)
    path = tmp_path / "sao lưu.db"
    assert main(["backup", str(path), "--data-dir", str(ctx.data_dir)]) == 0
    capsys.readouterr()
    issue(ctx)
    return path


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run a command that is refused as bad input; return its one line."""

    def run(*arguments: str | Path) -> str:
        assert main(list(map(str, arguments))) == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err.count("\n") == 1
        return captured.err.rstrip("\n")

    return run


def test_a_backup_says_where_it_is_and_that_it_was_opened(
    ctx: AppContext, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(ctx)
    path = tmp_path / "sao lưu.db"
    assert main(["backup", str(path), "--data-dir", str(ctx.data_dir)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    told = re.escape(f"Đã sao lưu ra {path} ")
    assert re.fullmatch(rf"{told}\([\d.,]+ [KM]B\); đã mở bản sao ra kiểm tra\.", line)


def test_what_was_found_in_the_data_is_counted(
    ctx: AppContext, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(ctx)
    spoil(ctx, "UPDATE letter_files SET pdf = x'00'")
    assert main(["backup", str(tmp_path / "x.db"), "--data-dir", str(ctx.data_dir)]) == 0
    assert "có 1 điều cần xem lại" in capsys.readouterr().out


def test_a_copy_that_is_not_whole_is_exit_1(
    ctx: AppContext, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch
) -> None:
    monkeypatch.setattr(sqlite, "is_sound", lambda _connection: False)
    assert main(["backup", str(tmp_path / "x.db"), "--data-dir", str(ctx.data_dir)]) == 1
    assert "đã bỏ" in capsys.readouterr().err
    assert not (tmp_path / "x.db").exists()


def test_bad_input_for_a_backup_is_one_line(
    ctx: AppContext, tmp_path: Path, refused: Callable[..., str]
) -> None:
    data = str(ctx.data_dir)
    line = refused("backup", tmp_path / "x.db", "--data-dir", tmp_path / "none")
    assert line == f"--data-dir: trong “{tmp_path / 'none'}” chưa có dữ liệu của Sổ Phát ngôn."
    assert "chính dữ liệu đang dùng" in refused("backup", ctx.db.path, "--data-dir", data)
    assert "là một thư mục" in refused("backup", tmp_path, "--data-dir", data)
    line = refused("backup", tmp_path / "none" / "x.db", "--data-dir", data)
    assert line.startswith("Không có thư mục")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data"]


def test_a_restore_tells_what_is_inside_and_where_the_former_is(
    ctx: AppContext, backup: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ctx.close()
    assert main(["restore", str(backup), "--data-dir", str(ctx.data_dir)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"Trong bản sao lưu {backup}:"
    assert "- Cơ quan: Sở Xây dựng" in lines
    assert "- Bài báo: 1" in lines
    assert lines[-2].startswith("Sổ chung năm 2026: đã cấp đến số 2")
    (kept,) = (ctx.data_dir / "backups").iterdir()
    assert lines[-1] == f"Đã phục hồi vào {ctx.data_dir}. Dữ liệu cũ được giữ ở {kept}."
    again = open_context(ctx.data_dir)
    assert again.records.count("letter", ListQuery()) == 1
    again.close()
    assert sorted(path.name for path in ctx.data_dir.iterdir()) == ["backups", "so-phat-ngon.db"]


def test_a_restore_into_a_new_folder(
    backup: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "máy mới"
    assert main(["restore", str(backup), "--data-dir", str(folder)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == f"Đã phục hồi vào {folder}."
    assert [path.name for path in folder.iterdir()] == ["so-phat-ngon.db"]


def test_a_broken_database_is_replaced_by_the_command(ctx: AppContext, backup: Path) -> None:
    ctx.close()
    database_file(ctx.data_dir).write_bytes(b"no book" * 1000)
    assert main(["restore", str(backup), "--data-dir", str(ctx.data_dir)]) == 0
    again = open_context(ctx.data_dir)
    assert again.office.name() == "Sở Xây dựng"
    again.close()


def test_data_in_use_are_left_alone_with_exit_1(
    ctx: AppContext, backup: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ctx.office.name() == "Sở Xây dựng"
    assert main(["restore", str(backup), "--data-dir", str(ctx.data_dir)]) == 1
    assert "đang được mở" in capsys.readouterr().err
    assert ctx.records.count("letter", ListQuery()) == 2


def test_a_window_that_has_not_opened_the_book_yet_counts_too(
    ctx: AppContext, backup: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ctx.close()
    script = (
        "import sys, pathlib; from app.ui.shell.single_instance import SingleInstance; "
        "one = SingleInstance(pathlib.Path(sys.argv[1])); one.claim(); "
        "print('claimed', flush=True); sys.stdin.read(); one.release()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(ctx.data_dir)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as window:  # fmt: skip
        assert window.stdin is not None
        assert window.stdout is not None
        assert window.stdout.readline() == "claimed\n"
        assert main(["restore", str(backup), "--data-dir", str(ctx.data_dir)]) == 1
        assert "đóng cửa sổ đó" in capsys.readouterr().err
        window.stdin.close()
    assert not (ctx.data_dir / "backups").exists()


def test_bad_input_for_a_restore_is_one_line(
    ctx: AppContext, tmp_path: Path, refused: Callable[..., str]
) -> None:
    make.make_outlet(ctx)
    ctx.close()
    data = str(ctx.data_dir)
    before = sorted(tmp_path.rglob("*"))
    line = refused("restore", tmp_path / "none.db", "--data-dir", tmp_path / "sổ")
    assert line == f"Không có tệp “{tmp_path / 'none.db'}”. Kiểm tra lại tên tệp."
    assert "là một thư mục" in refused("restore", tmp_path, "--data-dir", data)
    assert "chính là tệp dữ liệu" in refused("restore", ctx.db.path, "--data-dir", data)
    assert sorted(tmp_path.rglob("*")) == before
    other = tmp_path / "thư.txt"
    other.write_text("no book")
    assert "không phải dữ liệu của Sổ Phát ngôn" in refused("restore", other, "--data-dir", data)
