"""``python -m app sheet``: the tracking sheet without the window; bad input is one line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.bootstrap import AppContext
from app.main import main
from app.paths import database_file
from app.services.sheets import SHEETS
from tests import factories
from tests.exports.sheets.reading import open_sheet


@pytest.fixture
def refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run the command; return its one line after it wrote nothing."""

    def run(*arguments: str | Path) -> str:
        before = sorted(tmp_path.rglob("*"))
        assert main(["sheet", *map(str, arguments)]) == 2
        assert sorted(tmp_path.rglob("*")) == before
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err.count("\n") == 1
        return captured.err.rstrip("\n")

    return run


def test_it_writes_every_request_there_is(ctx: AppContext, tmp_path: Path) -> None:
    factories.make_correction_request(ctx)
    factories.make_correction_request(ctx)
    path = tmp_path / "so.xlsx"
    data = str(ctx.data_dir)
    assert main(["sheet", "correction-requests", str(path), "--data-dir", data]) == 0
    assert [row[0].value for row in open_sheet(path).iter_rows(min_row=7)][:2] == [1, 2]


def test_an_unknown_sheet_is_answered_with_those_there_are(refused: Callable[..., str]) -> None:
    assert refused("nope", "so.xlsx") == (
        "TÊN_SỔ: không có sổ “nope”; "
        f"chọn một trong: {', '.join(sheet.name for sheet in SHEETS.values())}."
    )


def test_a_folder_without_data_is_named_and_stays_empty(
    refused: Callable[..., str], tmp_path: Path
) -> None:
    folder = tmp_path / "none"
    line = refused("correction-requests", tmp_path / "so.xlsx", "--data-dir", folder)
    assert line == f"--data-dir: trong “{folder}” chưa có dữ liệu của Sổ Phát ngôn."
    assert not folder.exists()


def test_a_file_that_is_no_database_is_left_alone(
    refused: Callable[..., str], tmp_path: Path
) -> None:
    database_file(tmp_path).write_bytes(b"not a database, but long enough to be looked at" * 9)
    line = refused("correction-requests", tmp_path / "so.xlsx", "--data-dir", tmp_path)
    assert line.startswith("Tệp dữ liệu bị hỏng")


def test_the_file_must_be_a_workbook_in_a_folder_that_exists(
    refused: Callable[..., str], ctx: AppContext, tmp_path: Path
) -> None:
    data = str(ctx.data_dir)
    ctx.close()
    assert refused("correction-requests", tmp_path / "so.pdf", "--data-dir", data) == (
        f"OUT.xlsx: tên tệp “{tmp_path / 'so.pdf'}” phải kết thúc bằng .xlsx."
    )
    line = refused("correction-requests", tmp_path / "none" / "so.xlsx", "--data-dir", data)
    assert line.startswith("Không có thư mục")


def test_missing_arguments_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["sheet", "correction-requests"])
    assert left.value.code == 2
    assert "OUT.xlsx" in capsys.readouterr().err
