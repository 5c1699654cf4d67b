"""The example set of a province's bodies and outlets: previewed, loaded, and taken back as one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import FieldErrors
from app.models import EXAMPLE, Body, Record, Reorganisation
from app.models.database import Database
from app.paths import resources_dir
from app.rules.dates import date_text
from app.services.records.checks import Subject, check
from app.services.records.fields import clean
from app.services.records.kinds import MODELS
from app.services.reorganisation.data import ExamplePlan
from app.services.reorganisation.log import ChangeLog
from app.specs.registry import SPECS
from app.text import lower_first

_TABLES = {"bodies": "body", "outlets": "outlet"}
_DATES = ("valid_from", "valid_to")


class ExampleSet:
    """The set that ships; its rows are ordinary records once they are loaded."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def title(self) -> str:
        """Return what the set is called, with the month it tells of."""
        return str(_read()["title"])

    def plan(self) -> ExamplePlan:
        """Return what loading would add, and what is skipped for being there already."""
        data = _read()
        with self._db.reading() as session:
            added: list[str] = []
            skipped: list[str] = []
            for kind, row in _rows(data):
                taken = _values(session, kind, row, self._db.clock())[1]
                (skipped if taken else added).append(_words(kind, row))
            return ExamplePlan(tuple(added), tuple(skipped), (str(data["source"]),))

    def load(self) -> int:
        """Add what is not there. Return the id of what can be taken back; FieldErrors for none."""
        data = _read()
        now = self._db.clock()
        with self._db.writing() as session:
            one = Reorganisation(
                kind=EXAMPLE,
                title=f"Nạp {lower_first(data['title'])}",
                effective_on=date.fromisoformat(data["as_of"]),
                basis=data["source"],
                done_at=now,
            )
            session.add(one)
            log = ChangeLog(session, one)
            made: list[tuple[Record, Mapping[str, Any]]] = []
            for kind, row in _rows(data):
                values, taken = _values(session, kind, row, now)
                if taken:
                    continue
                record = MODELS[kind](**values)
                session.add(record)
                session.flush()
                log.made(record)
                made.append((record, row))
            if not made:
                raise FieldErrors({"": "Mọi cơ quan trong danh mục mẫu đều đã có trong sổ."})
            for record, source in made:
                if isinstance(record, Body) and source.get("successor"):
                    record.successor_id = _heir(session, source["successor"])
            log.renew_versions()
            return one.id


def _heir(session: Session, name: str) -> int | None:
    """Return the body in being of that name, loaded with the set or there before."""
    return session.scalar(
        select(Body.id)
        .where(Body.name == name, Body.deleted_at.is_(None), Body.valid_to.is_(None))
        .order_by(Body.id)
    )


def _read() -> dict[str, Any]:
    file = resources_dir() / "start_values" / "example_an_giang.json"
    data: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return data


def _rows(data: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for table, kind in _TABLES.items():
        for row in data[table]:
            dates = {key: date.fromisoformat(row[key]) for key in _DATES if row.get(key)}
            yield kind, {**row, **dates}


def _values(
    session: Session, kind: str, row: Mapping[str, Any], now: Any
) -> tuple[dict[str, Any], bool]:
    """Return a row as it is stored, and whether one of its name is there already."""
    values, errors = clean(session, SPECS[kind], row, {})
    wrong = {**check(Subject(session, kind, None, values, now)), **errors}
    if set(wrong) - {"name"}:
        raise FieldErrors(wrong)
    return values, "name" in wrong


def _words(kind: str, row: Mapping[str, Any]) -> str:
    """Name a row with its dates and where it is from."""
    field = SPECS[kind].field("type" if kind == "outlet" else "kind")
    assert field.choices is not None
    parts = [f"{row['name']} ({field.choices(row[field.name]).label})"]
    if row.get("valid_from"):
        parts.append(f"từ {date_text(row['valid_from'])}")
    if row.get("valid_to"):
        parts.append(f"đến {date_text(row['valid_to'])}")
    if row.get("successor"):
        parts.append(f"kế thừa: {row['successor']}")
    return f"{', '.join(parts)}. Nguồn: {row['source']}"
