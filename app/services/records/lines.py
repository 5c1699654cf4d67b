"""The lines of a record: read from it, written into it, their tables told to whoever looks in them.

A line keeps its id as long as it is there, whatever else is changed or moved: others may point to
it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Table, inspect
from sqlalchemy.sql.expression import ColumnElement

from app.models import Base, Record
from app.services.records.kinds import MODELS
from app.specs.fields import LinesSpec
from app.specs.registry import SPECS


def line_model(kind: str, name: str) -> type[Base]:
    """Return the model of the lines that a kind of record holds under ``name``."""
    model: type[Base] = inspect(MODELS[kind]).relationships[name].mapper.class_
    return model


def line_tables(kind: str) -> Iterator[tuple[LinesSpec, Table, ColumnElement[int]]]:
    """Yield the lines of a kind with their table and its column that points to the record."""
    for spec in SPECS[kind].lines:
        ((_local, remote),) = inspect(MODELS[kind]).relationships[spec.name].local_remote_pairs
        yield spec, line_model(kind, spec.name).__table__, remote  # type: ignore[misc]


def read_lines(record: Record, spec: LinesSpec) -> tuple[dict[str, Any], ...]:
    """Return the lines of a record as plain data, each with its id."""
    names = ("id", *(field.name for field in spec.fields))
    return tuple(
        {name: getattr(line, name) for name in names} for line in getattr(record, spec.name)
    )


def write_lines(record: Record, kind: str, name: str, lines: Sequence[Mapping[str, Any]]) -> None:
    """Let a record hold these lines, in this order."""
    stored = {line.id: line for line in getattr(record, name)}
    model = line_model(kind, name)
    written = []
    for position, values in enumerate(lines):
        line = stored.get(values["id"]) or model()
        for field, value in {**values, "position": position}.items():
            if field != "id":
                setattr(line, field, value)
        written.append(line)
    setattr(record, name, written)
