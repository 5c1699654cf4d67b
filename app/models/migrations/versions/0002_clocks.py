"""Legal rules and the calendar of days off; an office that has a database gets the first ones."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import context, op

revision = "0002"
down_revision = "0001"

# The rows as the first version with these tables shipped them, keys and search entries included.
# The start values of later versions change; what this script does must not.
_START_VALUES = Path(__file__).with_name("0002_start_values.json")
_DATES = ("valid_from", "valid_to", "confirmed_on", "day")


def upgrade() -> None:
    legal_rules = op.create_table(
        "legal_rules",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("duty", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_key", sa.Text(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("at_once", sa.Text(), nullable=True),
        sa.Column("starts_from", sa.Text(), nullable=False),
        sa.Column("binds", sa.Text(), nullable=False),
        sa.Column("is_own_regulation", sa.Boolean(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("basis_key", sa.Text(), nullable=False),
        sa.Column("look_up_in", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("confirmed_by", sa.Text(), nullable=True),
        sa.Column("confirmed_on", sa.Date(), nullable=True),
        *_record_columns(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legal_rules")),
        sa.UniqueConstraint("code", name=op.f("uq_legal_rules_code")),
    )
    op.create_index(
        "ix_legal_rules_duty_valid_from", "legal_rules", ["duty", "valid_from"], unique=False
    )
    calendar_days = op.create_table(
        "calendar_days",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("is_enabled", sa.Boolean(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("confirmed_by", sa.Text(), nullable=True),
        sa.Column("confirmed_on", sa.Date(), nullable=True),
        *_record_columns(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_days")),
    )
    op.create_index(
        op.f("ix_calendar_days_deleted_at_day"),
        "calendar_days",
        ["deleted_at", "day"],
        unique=False,
    )
    if context.config.attributes["is_new"]:
        return
    tables = {"legal_rules": legal_rules, "calendar_days": calendar_days}
    for name, rows in json.loads(_START_VALUES.read_text(encoding="utf-8")).items():
        op.bulk_insert(tables.get(name, _search_entries()), list(map(_read, rows)))


def _record_columns() -> Iterable[sa.Column[Any]]:
    return (
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
    )


def _search_entries() -> sa.TableClause:
    return sa.table(
        "search_entries",
        sa.column("kind", sa.Text()),
        sa.column("record_id", sa.Integer()),
        sa.column("folded", sa.Text()),
        sa.column("plain", sa.Text()),
    )


def _read(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row of the file as its table takes it."""
    values = {
        name: date.fromisoformat(value) if name in _DATES and value else value
        for name, value in row.items()
    }
    if "record_id" in row:
        return values
    now = context.config.attributes["now"]
    return {**values, "created_at": now, "updated_at": now, "deleted_at": None, "version": 1}
