"""Which editor a field gets, and how its value is read, compared and told in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from app.rules.dates import date_text, date_time_text
from app.rules.duties.secrecy import tidy_line
from app.services.plain import Option
from app.specs.checks import plain_label
from app.specs.fields import FieldSpec, Kind
from app.specs.registry import SPECS
from app.text import lower_first, nfc, tidy_block
from app.ui.widgets import (
    ChoiceBox,
    DateEdit,
    DateTimeEdit,
    FlagBox,
    IntegerEdit,
    LineEdit,
    LongTextEdit,
    RelatedEdit,
)


class RelatedRecords(Protocol):
    """What a related-record field asks of the records service."""

    def options(self, kind: str, text: str, *, on: date) -> list[Option]: ...
    def option(self, kind: str, record_id: int) -> Option: ...


@dataclass(frozen=True, slots=True)
class Sources:
    """What editors need from outside: the records to point to, and today's date."""

    records: RelatedRecords
    today: Callable[[], date]


def make_editor(field: FieldSpec, sources: Sources) -> QWidget:
    """Return a new editor for a field; it satisfies ``Editor``."""
    return _MAKERS[field.kind](field, sources)


def tidied(field: FieldSpec, value: Any) -> Any:
    """Return a value as it is saved and compared: text in NFC without stray spaces, "" as None."""
    if not isinstance(value, str):
        return value
    if field.kind is Kind.LONG_TEXT:
        return tidy_block(value) or None
    return (tidy_line(value) if field.kind is Kind.TEXT else nfc(value)) or None


def value_text(field: FieldSpec, value: Any, records: RelatedRecords) -> str:
    """Return a value in the words the form would show it in."""
    if value is None:
        return "(để trống)"
    if field.kind is Kind.CHOICE and field.choices is not None:
        return field.choices(value).label
    if field.kind is Kind.FLAG:
        return "Có" if value else "Không"
    if field.kind is Kind.RELATED and field.related is not None:
        return records.option(field.related, value).text
    if isinstance(value, datetime):
        return date_time_text(value)
    if isinstance(value, date):
        return date_text(value)
    return str(value)


def _line(_field: FieldSpec, _sources: Sources) -> QWidget:
    return LineEdit()


def _long_text(field: FieldSpec, _sources: Sources) -> QWidget:
    return LongTextEdit(least_lines=field.lines) if field.lines else LongTextEdit()


def _integer(_field: FieldSpec, _sources: Sources) -> QWidget:
    return IntegerEdit()


def _date(_field: FieldSpec, sources: Sources) -> QWidget:
    return DateEdit(today=sources.today)


def _date_time(_field: FieldSpec, sources: Sources) -> QWidget:
    return DateTimeEdit(today=sources.today)


def _choice(field: FieldSpec, _sources: Sources) -> QWidget:
    if field.choices is None:
        raise ValueError(f"{field.name} has no choices")
    return ChoiceBox(field.choices, allow_empty=not field.required)


def _flag(field: FieldSpec, _sources: Sources) -> QWidget:
    return FlagBox(field.label)


def _related(field: FieldSpec, sources: Sources) -> QWidget:
    if field.related is None:
        raise ValueError(f"{field.name} points to no kind of record")
    kind, spec = field.related, SPECS[field.related]
    return RelatedEdit(
        lambda typed: sources.records.options(kind, typed, on=sources.today()),
        partial(sources.records.option, kind),
        noun=lower_first(plain_label(field)),
        can_add="." not in spec.label,  # named by a field of its own, so one can begin with it
    )


_MAKERS: dict[Kind, Callable[[FieldSpec, Sources], QWidget]] = {
    Kind.TEXT: _line,
    Kind.LONG_TEXT: _long_text,
    Kind.INTEGER: _integer,
    Kind.DATE: _date,
    Kind.DATE_TIME: _date_time,
    Kind.CHOICE: _choice,
    Kind.FLAG: _flag,
    Kind.RELATED: _related,
}
