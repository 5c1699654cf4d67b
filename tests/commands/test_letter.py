"""``python -m app letter``: one line about what is wrong, and nothing written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from app.commands.letter import BadLetter, read_letter
from app.exports.letter import LetterData
from app.main import main
from app.paths import resources_dir
from app.rules.vocabulary import DocumentType, Layout, Urgency

LETTERS = sorted((resources_dir() / "letters").glob("*.json"))
LEAST: dict[str, Any] = {
    "layout": "state",
    "document_type": "cong_van",
    "issuing_body": "SỞ XÂY DỰNG",
    "symbol": "SXD-VP",
    "place": "An Giang",
    "subject": "đăng cải chính",
    "recipients": ["Báo An Giang"],
    "body": ["Một.", "Hai."],
    "signer_name": "Nguyễn Văn A",
}


@pytest.fixture(autouse=True)
def _tinos(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SO_PHAT_NGON_FONTS", "/usr/share/fonts/truetype/croscore")


@pytest.fixture
def refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run the command on a file's content; return its one line after it wrote nothing."""

    def run(content: bytes | object) -> str:
        source, folder = tmp_path / "in.json", tmp_path / "out"
        folder.mkdir(exist_ok=True)
        source.write_bytes(content if isinstance(content, bytes) else to_json(content))
        assert main(["letter", str(source), str(folder / "out.pdf")]) == 2
        assert list(folder.iterdir()) == []
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err.count("\n") == 1
        return captured.err.rstrip("\n")

    return run


OTHER_ENCODINGS = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")


def to_json(record: object) -> bytes:
    return json.dumps(record, ensure_ascii=False).encode()


def read(tmp_path: Path, content: bytes) -> LetterData:
    source = tmp_path / "in.json"
    source.write_bytes(content)
    return read_letter(source)


# Good input -------------------------------------------------------------------------------


@pytest.mark.parametrize("source", LETTERS, ids=lambda path: path.stem)
def test_every_shipped_letter_is_set(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out.pdf"
    assert main(["letter", str(source), str(target)]) == 0
    assert target.read_bytes().startswith(b"%PDF")
    captured = capsys.readouterr()
    assert captured.out == f"Đã ghi {target}.\n"
    assert captured.err == ""


def test_the_command_runs_as_a_program(tmp_path: Path) -> None:
    """With a console that knows no Vietnamese, as some Windows PCs still have."""
    target = tmp_path / "out.pdf"
    done = subprocess.run(
        [sys.executable, "-m", "app", "letter", str(LETTERS[0]), str(target)],
        capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert target.exists()


def test_the_command_works_without_a_console(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["letter", str(LETTERS[0]), str(tmp_path / "out.pdf")]) == 0
    assert main(["letter", str(tmp_path / "none.json"), str(tmp_path / "other.pdf")]) == 2
    sys.stdout.close()
    sys.stderr.close()


def test_the_least_and_the_most_of_a_letter_are_read(tmp_path: Path) -> None:
    data = read(tmp_path, to_json(LEAST))
    assert (data.layout, data.document_type) == (Layout.STATE, DocumentType.OFFICIAL_LETTER)
    assert (data.number, data.date, data.urgency, data.signer_title) == (None, None, None, "")
    most = {
        **LEAST,
        "number": "15a",
        "date": "2026-10-05",
        "urgency": "HOẢ TỐC",
        "draft": True,
        "superior_body": "UBND TỈNH",
        "signer_title": None,
        "capacity": ["KT. GIÁM ĐỐC"],
    }
    data = read(tmp_path, to_json(most))
    assert (data.number, data.urgency, data.draft) == ("15a", Urgency.EXPRESS, True)
    assert data.date is not None
    assert data.date.isoformat() == "2026-10-05"


@pytest.mark.parametrize("number", [1, 15.0, 10**40, "15a", "07"])
def test_these_numbers_are_numbers(number: object, tmp_path: Path) -> None:
    assert read(tmp_path, to_json({**LEAST, "number": number})).number in (number, 15)


def test_a_byte_order_mark_is_no_trouble(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbf" + to_json(LEAST)).place == "An Giang"


def test_nfd_input_is_read_as_nfc(tmp_path: Path) -> None:
    decomposed = json.loads(unicodedata.normalize("NFD", to_json(LEAST).decode()))
    assert read(tmp_path, to_json(decomposed)) == read(tmp_path, to_json(LEAST))


def test_the_schema_is_a_schema_and_knows_every_field_of_a_letter() -> None:
    schema = json.loads((resources_dir() / "letter.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    assert set(schema["properties"]) == set(LetterData.__slots__)


# Bad input --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "field", "reason"),
    [
        ({"layout": "nha_nuoc"}, "layout", "chọn một trong: state, party"),
        ({"document_type": "to_trinh"}, "document_type", "chọn một trong"),
        ({"number": 0}, "number", "từ 1"),
        ({"number": -1}, "number", "từ 1"),
        ({"number": True}, "number", "không phải true"),
        ({"number": 1.5}, "number", "1.5"),
        ({"number": ""}, "number", "15a"),
        ({"number": "  "}, "number", "15a"),
        ({"number": "0"}, "number", "15a"),
        ({"number": "abc"}, "number", "15a"),
        ({"number": [1]}, "number", "số nguyên"),
        ({"date": "2026-02-31"}, "date", "2026-02-31"),
        ({"date": "2026-13-01"}, "date", "2026-13-01"),
        ({"date": "0000-01-01"}, "date", "0000-01-01"),
        ({"date": "05/10/2026"}, "date", "năm-tháng-ngày"),
        ({"date": "20261005"}, "date", "năm-tháng-ngày"),
        ({"date": ""}, "date", "năm-tháng-ngày"),
        ({"date": 20261005}, "date", "chữ"),
        ({"issuing_body": ""}, "issuing_body", "trống"),
        ({"issuing_body": None}, "issuing_body", "chữ"),
        ({"subject": " \u00a0\t"}, "subject", "trống"),
        ({"place": "\u200b"}, "place", "trống"),
        ({"place": "\u0000\u007f"}, "place", "trống"),
        ({"place": "\u2066\u2069"}, "place", "trống"),
        ({"signer_name": 5}, "signer_name", "chữ"),
        ({"superior_body": 5}, "superior_body", "chữ hoặc null"),
        ({"recipients": []}, "recipients", "ít nhất một"),
        ({"recipients": "Báo An Giang"}, "recipients", "danh sách"),
        ({"recipients": ["\u00ad"]}, "recipients[0]", "trống"),
        ({"recipients": ["Báo", ""]}, "recipients[1]", "trống"),
        ({"body": []}, "body", "ít nhất một"),
        ({"body": ["Một.", "  "]}, "body[1]", "trống"),
        ({"body": ["Một.", 2]}, "body[1]", "chữ"),
        ({"distribution": None}, "distribution", "danh sách"),
        ({"urgency": "GẤP"}, "urgency", "KHẨN"),
        ({"issuing_body": "SỞ " * 200}, "issuing_body", "dài quá 500 ký tự"),
        ({"capacity": ["TM."] * 11}, "capacity", "nhiều nhất 10 dòng"),
        ({"draft": "true"}, "draft", "true hoặc false"),
        ({"so": 5, "Trích yếu": "x"}, "Trích yếu, so", "không có mục này"),
        ({"": 5}, "Mục không tên", "không có mục này"),
        ({"subject": "cải chính ☐"}, "subject", "U+2610"),
        ({"subject": "cải ch\ufffdnh"}, "subject", "U+FFFD"),
        ({"recipients": ["Báo", "\uf0b7 Đài"]}, "recipients[1]", "U+F0B7"),
        ({"body": ["Một.", "Hai 😀"]}, "body[1]", "U+1F600"),
        ({"symbol": "S\ud800"}, "symbol", "U+D800"),
    ],
)
def test_a_wrong_value_is_refused_with_its_field_and_reason(
    change: dict[str, object], field: str, reason: str, refused: Callable[..., str]
) -> None:
    line = refused(json.dumps({**LEAST, **change}).encode())
    assert line.startswith(f"{field}: ")
    assert reason in line


@pytest.mark.parametrize("field", sorted(LEAST))
def test_a_missing_field_is_named(field: str, refused: Callable[..., str]) -> None:
    record = {name: value for name, value in LEAST.items() if name != field}
    assert refused(record) == f"{field}: thiếu mục này."


def test_every_missing_field_is_named_in_the_one_line(refused: Callable[..., str]) -> None:
    line = refused({"layout": "party"})
    for field in ("document_type", "issuing_body", "body", "signer_name"):
        assert field in line


def test_a_named_document_needs_no_recipient(tmp_path: Path) -> None:
    record = {**LEAST, "document_type": "bao_cao"}
    del record["recipients"]
    assert read(tmp_path, to_json(record)).recipients == ()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "JSON"),
        (b"{", "dòng 1"),
        (b'{"layout": "state",}', "JSON"),
        (b'{"layout": NaN}', "JSON"),
        (b"[" * 100_000, "JSON"),
        (b'{"body": ' + b"[" * 900 + b"]" * 900 + b"}", "quá sâu"),
        (b'{"number": ' + b"9" * 5000 + b"}", "JSON"),
        (b'{"place": "\xff\xfe\xfd"}', "UTF-8"),
        *((to_json(LEAST).decode().encode(encoding), "UTF-8") for encoding in OTHER_ENCODINGS),
        (b"[]", "đối tượng"),
        (b'"abc"', "đối tượng"),
        (b"null", "đối tượng"),
        (b'{"layout": "state", "layout": "party"}', "layout: mục này có hai lần"),
        (b'{"": 1, "": 2}', "Mục không tên: mục này có hai lần"),
        (b"%PDF-1.4 \x00\x01", "JSON"),
    ],
)
def test_a_file_that_is_no_letter_is_refused(
    content: bytes, reason: str, refused: Callable[..., str]
) -> None:
    assert reason in refused(content)


def test_a_missing_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["letter", str(tmp_path / "none.json"), str(tmp_path / "out.pdf")]) == 2
    assert "none.json: không có tệp này" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_data_file(tmp_path: Path) -> None:
    with pytest.raises(BadLetter, match="không đọc được"):
        read_letter(tmp_path)


@pytest.mark.parametrize("target", ["none/out.pdf", ".", "file/out.pdf"])
def test_a_target_that_cannot_be_written_is_refused(
    target: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("kept")
    before = sorted(tmp_path.rglob("*"))
    assert main(["letter", str(LETTERS[0]), str(tmp_path / target)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert sorted(tmp_path.rglob("*")) == before


def test_the_data_file_is_never_written_over(tmp_path: Path) -> None:
    source = tmp_path / "in.json"
    source.write_bytes(to_json(LEAST))
    assert main(["letter", str(source), str(source)]) == 2
    assert source.read_bytes() == to_json(LEAST)


def test_a_refused_letter_leaves_the_old_file(tmp_path: Path) -> None:
    source, target = tmp_path / "in.json", tmp_path / "out.pdf"
    source.write_bytes(to_json({**LEAST, "number": 0}))
    target.write_bytes(b"old")
    assert main(["letter", str(source), str(target)]) == 2
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize("arguments", [[], ["one.json"], ["a.json", "b.pdf", "c"], ["--wrong"]])
def test_wrong_arguments_end_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["letter", *arguments])
    assert caught.value.code == 2


def test_a_letter_with_the_mark_of_a_secret_is_not_set(refused: Callable[..., str]) -> None:
    """Duty 24: it names the place, says where such papers belong, and repeats nothing."""
    said = refused(LEAST | {"body": ["Một.", "TỐI MẬT", "noidung"]})
    assert said.startswith("body[1]: có dấu chỉ độ mật")
    assert "sổ văn bản mật" in said
    assert "subject: có dấu chỉ độ mật" in refused(LEAST | {"subject": "noidung\nMẬT"})
