"""``python -m app letter INPUT.json OUT.pdf``: set one letter from a data file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, ValidationError

from app.commands.arguments import Parser
from app.commands.console import OK, complain, say
from app.errors import AppError
from app.exports.letter import LetterData, MissingCharacter, render_letter
from app.exports.letter.wording import without_format_characters
from app.files import write_atomically
from app.paths import resources_dir
from app.rules.duties.secrecy import marks
from app.rules.vocabulary import DocumentType, Layout, Urgency
from app.services.secrecy.alarm import WHERE_THEY_BELONG
from app.storage import shown
from app.text import nfc, tidy

_TYPE_NAMES = {
    "string": "chữ",
    "integer": "số nguyên",
    "array": "danh sách",
    "boolean": "true hoặc false",
    "object": "đối tượng {…}",
    "null": "null",
}


class BadLetter(AppError):
    """The data file does not hold a letter; the message names the field and the reason."""


def run(arguments: list[str]) -> int:
    """Set the letter of a data file. Returns 0, or 2 after one line about the bad input."""
    parser = Parser("python -m app letter", "Lập một văn bản PDF từ tệp dữ liệu JSON (xem README).")
    parser.add_path("input", metavar="INPUT.json", help="tệp dữ liệu")
    parser.add_path("output", metavar="OUT.pdf", help="tệp PDF cần ghi")
    given = parser.parse_args(arguments)
    if given.input.resolve() == given.output.resolve():
        raise BadLetter(f"{given.output}: tệp PDF trùng với tệp dữ liệu.")
    try:
        letter = read_letter(given.input)
        _refuse_secrets(letter)
        write_atomically(given.output, render_letter(letter))
    except MissingCharacter as error:
        return complain(f"{error.field}: {error}")
    say(f"Đã ghi {given.output}.")
    return OK


def _refuse_secrets(letter: LetterData) -> None:
    """Duty 24: what bears the mark of a state secret is set on no page. Raises BadLetter."""
    for name, value in asdict(letter).items():
        lines = value if isinstance(value, tuple | list) else [value]
        for index, line in enumerate(lines):
            if isinstance(line, str) and marks(line):
                place = name if line is value else f"{name}[{index}]"
                raise BadLetter(
                    f"{place}: có dấu chỉ độ mật, không lập văn bản. {WHERE_THEY_BELONG}"
                )


def read_letter(path: Path) -> LetterData:
    """Return the letter of the data file ``path``.

    Raises BadLetter when the file cannot be read, is no JSON or breaks the schema
    (``resources/letter.schema.json``).
    """
    record = _load(path)
    if not isinstance(record, dict):
        raise BadLetter(f"{path}: cần một đối tượng {{…}} chứa các mục của văn bản.")
    try:
        record = _normal(record)
        errors = list(Draft202012Validator(_schema()).iter_errors(record))
    except RecursionError:
        raise BadLetter(f"{path}: các mục lồng vào nhau quá sâu.") from None
    if errors:
        raise BadLetter(_sentence(min(errors, key=_place)))
    return _letter(record)


@cache
def _schema() -> dict[str, Any]:
    text = (resources_dir() / "letter.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def _load(path: Path) -> Any:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise BadLetter(f"{shown(path)}: không có tệp này.") from None
    except OSError:
        raise BadLetter(f"{shown(path)}: không đọc được tệp.") from None
    try:
        # The JSON reader would take UTF-16 too; other programs that read the file may not.
        if json.detect_encoding(content).startswith("utf-8"):
            return json.loads(content, object_pairs_hook=_once, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        where = f"dòng {error.lineno}, cột {error.colno}"
        raise BadLetter(f"{path}: không phải JSON hợp lệ ở {where}.") from None
    except UnicodeDecodeError:
        pass
    except (ValueError, RecursionError):
        raise BadLetter(f"{path}: không phải JSON hợp lệ.") from None
    raise BadLetter(f"{path}: tệp không theo bảng mã UTF-8; lưu lại tệp theo UTF-8.")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record: dict[str, Any] = {}
    for name, value in pairs:
        if name in record:
            raise BadLetter(f"{_named(name)}: mục này có hai lần trong tệp.")
        record[name] = value
    return record


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _normal(value: Any) -> Any:
    """Return the record in NFC, its texts bare of what cannot be seen, so that blank is empty."""
    if isinstance(value, str):
        text = without_format_characters(nfc(value)).strip()
        return text if tidy(text) else ""
    if isinstance(value, list):
        return [_normal(item) for item in value]
    if isinstance(value, dict):
        return {name: _normal(item) for name, item in value.items()}
    return value


def _letter(record: dict[str, Any]) -> LetterData:
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in record.items()
    }
    values["layout"] = Layout(record["layout"])
    values["document_type"] = DocumentType(record["document_type"])
    values["urgency"] = Urgency(record["urgency"]) if record.get("urgency") else None
    values["signer_title"] = record.get("signer_title") or ""
    if isinstance(record.get("number"), float):
        values["number"] = int(record["number"])  # 15.0 is an integer to the schema
    if record.get("date") is not None:
        try:
            values["date"] = date.fromisoformat(record["date"])
        except ValueError:
            raise BadLetter(f"date: không có ngày {record['date']} trên lịch.") from None
    return LetterData(**values)


# What is wrong, in one sentence -----------------------------------------------------------


def _place(error: ValidationError) -> tuple[str, ...]:
    return (*(f"{step:06}" if isinstance(step, int) else step for step in error.absolute_path),)


def _sentence(error: ValidationError) -> str:
    """Return "field: reason." for one broken rule of the schema."""
    field = _field(error.absolute_path)
    rule: str = error.validator  # type: ignore[assignment]  # the stubs allow for none given
    wanted: Any = error.validator_value
    given: Any = error.instance
    if rule == "required":
        missing = ", ".join(name for name in wanted if name not in given)
        return f"{missing}: thiếu mục này."
    if rule == "additionalProperties":
        unknown = ", ".join(map(_named, sorted(set(given) - set(_schema()["properties"]))))
        return f"{unknown}: không có mục này trong mẫu dữ liệu."
    reasons = {
        "minimum": "số phải từ 1 trở lên",
        "minItems": "cần ít nhất một dòng",
        "maxItems": f"nhiều nhất {wanted} dòng",
        "maxLength": f"dài quá {wanted} ký tự",
        "pattern": _PATTERN_REASONS.get(field, "để trống"),
    }
    if rule == "type":
        reason = f"cần {_types(wanted)}, không phải {_shown(given)}"
    elif rule == "enum":
        reason = f"{_shown(given)} không hợp lệ, chọn một trong: {_choices(wanted)}"
    else:
        reason = reasons[rule]
    return f"{field}: {reason}."


_PATTERN_REASONS = {
    "number": "cần số nguyên từ 1 hoặc chữ như “15a”",
    "date": "cần ngày dạng năm-tháng-ngày, ví dụ 2026-10-05",
}


def _named(name: str) -> str:
    return name if name.strip() else "Mục không tên"


def _field(path: Iterable[str | int]) -> str:
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")


def _types(wanted: str | list[str]) -> str:
    names = [wanted] if isinstance(wanted, str) else wanted
    return " hoặc ".join(_TYPE_NAMES[name] for name in names)


def _choices(values: list[str | None]) -> str:
    return ", ".join("null" if value is None else value for value in values)


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else text[:60] + "…"
