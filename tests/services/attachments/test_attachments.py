"""Files of records come out as they came in, and every copy of the book holds them."""

from __future__ import annotations

import hashlib
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from app.bootstrap import AppContext, open_context, restore_backup
from app.commands import check
from app.errors import AppError, DatabaseDamaged, NotFound
from app.services.attachments import service
from app.services.checking import findings
from app.services.secrecy.alarm import SecrecyAlarm
from tests import factories as make
from tests.conftest import NOW
from tests.services.secrecy.cases import traces

PHOTO = bytes(range(256)) * 40


@pytest.fixture
def incident(ctx: AppContext) -> int:
    return make.make_incident(ctx)


def file(folder: Path, name: str = "Ảnh bờ kè.jpg", content: bytes = PHOTO) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_file_comes_out_as_it_came_in(ctx: AppContext, incident: int, tmp_path: Path) -> None:
    line = ctx.attachments.add("incident", incident, file(tmp_path))
    assert (line.name, line.size, line.added_at) == ("Ảnh bờ kè.jpg", len(PHOTO), NOW)
    assert ctx.attachments.of("incident", incident) == (line,)
    assert ctx.attachments.of("article", incident) == ()
    (tmp_path / "Ảnh bờ kè.jpg").unlink()
    assert ctx.attachments.content(line.id) == PHOTO
    ctx.attachments.save_as(line.id, tmp_path / "ra.jpg")
    assert (tmp_path / "ra.jpg").read_bytes() == PHOTO


def test_what_is_opened_is_a_copy_that_cannot_be_written(
    ctx: AppContext, incident: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    line = ctx.attachments.add("incident", incident, file(tmp_path))
    copy = ctx.attachments.to_open(line.id)
    assert (copy.name, copy.read_bytes()) == ("Ảnh bờ kè.jpg", PHOTO)
    assert copy.stat().st_mode & 0o222 == 0
    assert ctx.data_dir not in copy.parents
    monkeypatch.setattr(service, "_SECONDS_KEPT", -1)
    assert ctx.attachments.to_open(line.id).exists()
    assert not copy.exists()  # yesterday's copies go


def test_a_program_is_kept_but_not_opened(ctx: AppContext, incident: int, tmp_path: Path) -> None:
    line = ctx.attachments.add("incident", incident, file(tmp_path, "hồ sơ.pdf.EXE"))
    with pytest.raises(AppError, match="là một chương trình"):
        ctx.attachments.to_open(line.id)


def test_a_removed_file_can_be_brought_back(ctx: AppContext, incident: int, tmp_path: Path) -> None:
    line = ctx.attachments.add("incident", incident, file(tmp_path))
    ctx.attachments.remove(line.id)
    assert ctx.attachments.of("incident", incident) == ()
    with pytest.raises(NotFound):
        ctx.attachments.content(line.id)
    ctx.attachments.restore(line.id)
    assert ctx.attachments.of("incident", incident) == (line,)


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "rỗng"), (20 * 1024 * 1024 + 1, "mỗi tệp nhiều nhất 20 MB")],
)
def test_an_empty_and_a_huge_file_are_refused_in_words(
    ctx: AppContext, incident: int, tmp_path: Path, size: int, words: str
) -> None:
    with pytest.raises(AppError, match=words):
        ctx.attachments.add("incident", incident, file(tmp_path, content=bytes(size)))
    assert ctx.attachments.of("incident", incident) == ()


def test_the_largest_file_goes_in(ctx: AppContext, incident: int, tmp_path: Path) -> None:
    path = file(tmp_path, content=bytes(20 * 1024 * 1024))
    assert ctx.attachments.add("incident", incident, path).size == 20 * 1024 * 1024


def test_a_folder_a_missing_file_and_the_same_file_again_are_refused(
    ctx: AppContext, incident: int, tmp_path: Path
) -> None:
    with pytest.raises(AppError, match="là một thư mục"):
        ctx.attachments.add("incident", incident, tmp_path)
    with pytest.raises(AppError, match="Không có tệp"):
        ctx.attachments.add("incident", incident, tmp_path / "không có.pdf")
    ctx.attachments.add("incident", incident, file(tmp_path))
    with pytest.raises(AppError, match=r"đã có ở đây, tên là “Ảnh bờ kè\.jpg”"):
        ctx.attachments.add("incident", incident, file(tmp_path, "bản sao.jpg"))
    ctx.records.delete("incident", make.make_incident(ctx))
    gone = make.make_incident(ctx)
    ctx.records.delete("incident", gone)
    with pytest.raises(NotFound):
        ctx.attachments.add("incident", gone, file(tmp_path))


def test_a_mark_in_the_name_keeps_the_file_out(
    ctx: AppContext, incident: int, tmp_path: Path
) -> None:
    """Duty 24: neither the name nor a byte of the file reaches the book."""
    path = file(tmp_path, "12-BC-TỐI MẬT.pdf", b"noidungtuyetmat5521 " * 200)
    with pytest.raises(SecrecyAlarm) as refused:
        ctx.attachments.add("incident", incident, path)
    assert "tên tệp kèm theo" in str(refused.value)
    assert traces(ctx.data_dir, "noidungtuyetmat5521") == []
    with refused.value.declared_false("Tên một bộ phim."):
        line = ctx.attachments.add("incident", incident, path)
    assert ctx.attachments.of("incident", incident) == (line,)
    (declared,) = ctx.secrecy.false_alarms()
    assert (declared.kind, declared.record_id) == ("attachment", line.id)
    assert declared.place == "Tên tệp kèm theo"
    assert declared.opens == ("incident", incident), "the record that the file belongs to"


def spoil(ctx: AppContext, statement: str) -> None:
    with ctx.db.writing() as session:
        session.execute(text(statement))


def test_a_changed_file_is_not_given_out_and_check_names_it(
    ctx: AppContext, incident: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = ctx.attachments.add("incident", incident, file(tmp_path))
    assert list(findings(ctx.db)) == []
    spoil(ctx, "UPDATE attachment_files SET content = x'00'")
    with pytest.raises(DatabaseDamaged, match="không còn nguyên vẹn"):
        ctx.attachments.content(line.id)
    assert check.run(["--data-dir", str(ctx.data_dir)]) == check.FINDINGS
    said = capsys.readouterr().out
    assert f"Tệp kèm theo “Ảnh bờ kè.jpg” (mã {line.id}): nội dung tệp đã bị thay đổi." in said
    spoil(ctx, "DELETE FROM attachment_files")
    assert list(findings(ctx.db)) == [
        f"Tệp kèm theo “Ảnh bờ kè.jpg” (mã {line.id}): thiếu nội dung tệp."
    ]


def test_a_backup_holds_the_files_and_says_how_many(
    ctx: AppContext, incident: int, tmp_path: Path
) -> None:
    line = ctx.attachments.add("incident", incident, file(tmp_path))
    contents = ctx.backups.make(tmp_path / "sao.db").contents
    assert contents.rows()["Tệp kèm theo"] == "1 tệp, 10 KB"
    ctx.attachments.remove(line.id)
    spoil(ctx, "DELETE FROM attachment_files")
    ctx.close()
    restore_backup(tmp_path / "sao.db", ctx.data_dir, clock=lambda: NOW)
    with closing(open_context(ctx.data_dir, clock=lambda: NOW)) as restored:
        kept = restored.attachments.content(line.id)
    assert hashlib.sha256(kept).digest() == hashlib.sha256(PHOTO).digest()
