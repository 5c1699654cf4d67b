"""Turn what a form hands in into what is stored, field by field, as the spec describes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from app.rules.duties.secrecy import tidy_line
from app.rules.typed_dates import FIRST_YEAR, LAST_YEAR
from app.services.records.kinds import MODELS
from app.specs.checks import field_problem, plain_label
from app.specs.fields import FieldSpec, Kind, RecordSpec
from app.text import tidy_block


class _Wrong(ValueError):
    """A value that cannot be stored; the text is the sentence shown under the field."""


def clean(
    session: Session, spec: RecordSpec, values: Mapping[str, Any], before: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the values to store and a sentence for each field that cannot be stored.

    ``before`` holds the stored values: a related record that was deleted since may stay.
    """
    stored, errors = _clean_fields(session, spec.fields(), values, before)
    for lines in spec.lines:
        known = {line["id"]: line for line in before[lines.name]}
        cleaned: list[dict[str, Any]] = []
        for place, line in enumerate(values[lines.name]):
            # A line that is not the record's own, or comes twice, is a new one.
            line_id = line.get("id")
            was = known.pop(line_id, {})
            one, wrong = _clean_fields(session, lines.fields, line, was)
            cleaned.append({"id": line_id if was else None, **one})
            errors |= {f"{lines.name}[{place}].{name}": text for name, text in wrong.items()}
        stored[lines.name] = tuple(cleaned)
    return stored, errors


def _clean_fields(
    session: Session,
    fields: Iterable[FieldSpec],
    values: Mapping[str, Any],
    before: Mapping[str, Any],
) -> tuple[dict[str, Any], dict[str, str]]:
    stored: dict[str, Any] = {}
    errors: dict[str, str] = {}
    for field in fields:
        value = values.get(field.name)
        try:
            stored[field.name] = _clean(field, value)
            if field.kind is Kind.RELATED and value != before.get(field.name):
                _check_related(session, field, value)
        except _Wrong as wrong:
            errors[field.name] = str(wrong)
    return stored, errors


def _clean(field: FieldSpec, value: Any) -> Any:
    if isinstance(value, str):
        value = tidy_block(value) if field.kind is Kind.LONG_TEXT else tidy_line(value)
    if field.kind is not Kind.FLAG and (problem := field_problem(field, value)):
        raise _Wrong(problem)
    if value is None or value == "":
        return False if field.kind is Kind.FLAG else None
    match field.kind:
        case Kind.TEXT | Kind.LONG_TEXT:
            return str(value)
        case Kind.CHOICE:
            return _choice(field, value)
        case Kind.DATE:
            return _moment(field, value, isinstance(value, date) and type(value) is date)
        case Kind.DATE_TIME:
            return _moment(field, value, isinstance(value, datetime))
        case Kind.FLAG:
            return bool(value)
        case Kind.INTEGER | Kind.RELATED:
            if isinstance(value, int) and not isinstance(value, bool):
                return value
            raise _Wrong(f"“{plain_label(field)}” phải là số.")
        case Kind.DUE | Kind.STANDING | Kind.NOTES:
            raise TypeError(field.name)  # told, never typed


def _choice(field: FieldSpec, value: Any) -> str:
    if field.choices is None:
        raise TypeError(field.name)
    try:
        return field.choices(value).value
    except ValueError:
        raise _Wrong(f"Chọn một trong các giá trị của “{plain_label(field)}”.") from None


def _moment(field: FieldSpec, value: Any, right_type: bool) -> Any:
    if not right_type:
        raise _Wrong(f"“{plain_label(field)}” không phải ngày tháng; nhập như 05/10/2026.")
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise _Wrong(f"Năm {value.year} không hợp lý; kiểm tra lại “{plain_label(field)}”.")
    return value


def _check_related(session: Session, field: FieldSpec, value: Any) -> None:
    if value is None or field.related is None:
        return
    record = session.get(MODELS[field.related], value)
    if record is None or record.deleted_at is not None:
        raise _Wrong(f"Bản ghi đã chọn ở “{plain_label(field)}” không còn; hãy chọn lại.")
