"""Violations that the press found, their terms, and how the answer for a case went on."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import context, op

revision = "0015"
down_revision = "0014"

# The rules as the first version with violations shipped them, keys and search entries included.
# The start values of later versions change; what this script does must not.
_START_VALUES = Path(__file__).with_name("0015_start_values.json")
_LETTER = "144-CV/TU"


def upgrade() -> None:
    op.create_table(
        "violations",
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_key", sa.Text(), nullable=False),
        sa.Column("learned_on", sa.Date(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("finding", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("incident_id", sa.Integer(), nullable=True),
        sa.Column("subject_kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("accountable_body_id", sa.Integer(), nullable=False),
        sa.Column("conclusion", sa.Text(), nullable=True),
        sa.Column("conclusion_text", sa.Text(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("transferred", sa.Text(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("directed_on", sa.Date(), nullable=True),
        sa.Column("concluded_on", sa.Date(), nullable=True),
        sa.Column("handled_on", sa.Date(), nullable=True),
        sa.Column("reported_on", sa.Date(), nullable=True),
        sa.Column("informed_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("next_due_at", sa.DateTime(), nullable=True),
        _refers_to("violations", "incident_id", "incidents"),
        _refers_to("violations", "accountable_body_id", "bodies"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_violations")),
    )
    for columns in (
        ["accountable_body_id"],
        ["incident_id"],
        ["learned_on"],
        ["next_due_at"],
        ["stage", "learned_on"],
        ["title_key"],
    ):
        _index("violations", "deleted_at", *columns)
    op.create_table(
        "violation_articles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("violation_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        _refers_to("violation_articles", "violation_id", "violations"),
        _refers_to("violation_articles", "article_id", "articles"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_violation_articles")),
    )
    _index("violation_articles", "article_id")
    _index("violation_articles", "violation_id")
    op.create_table(
        "violation_steps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("violation_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("who", sa.Text(), nullable=True),
        sa.Column("paper", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        _refers_to("violation_steps", "violation_id", "violations"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_violation_steps")),
    )
    _index("violation_steps", "violation_id")
    _create_transfers("incident_transfers", "incident_id", "incidents")
    _create_transfers("violation_transfers", "violation_id", "violations")
    op.add_column("incidents", sa.Column("transferred", sa.Text(), nullable=True))
    op.execute("UPDATE incidents SET transferred = 'none'")
    if not context.config.attributes["is_new"]:
        _fill()


def _create_transfers(table: str, record: str, records: str) -> None:
    op.create_table(
        table,
        sa.Column(record, sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("moved_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("paper", sa.Text(), nullable=True),
        sa.Column("from_body_id", sa.Integer(), nullable=False),
        sa.Column("to_body_id", sa.Integer(), nullable=False),
        _refers_to(table, record, records),
        _refers_to(table, "from_body_id", "bodies"),
        _refers_to(table, "to_body_id", "bodies"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    for column in ("from_body_id", record, "to_body_id"):
        _index(table, column)


def _refers_to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name)


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns), unique=False)


def _fill() -> None:
    """Give an old database the rules, which cite the letter where the library has it."""
    connection = op.get_bind()
    now = context.config.attributes["now"]
    cited = connection.scalar(
        sa.text("SELECT id FROM legal_documents WHERE number = :number AND deleted_at IS NULL"),
        {"number": _LETTER},
    )
    for row in json.loads(_START_VALUES.read_text(encoding="utf-8"))["legal_rules"]:
        search = row.pop("search")
        values: dict[str, Any] = {
            **row,
            "valid_from": date.fromisoformat(row["valid_from"]),
            "document_id": cited,
            "created_at": now,
            "updated_at": now,
            "version": 1,
        }
        types: dict[str, sa.types.TypeEngine[Any]] = {
            "valid_from": sa.Date(),
            "created_at": sa.DateTime(),
            "updated_at": sa.DateTime(),
        }
        rules = sa.table("legal_rules", *(sa.column(name, types.get(name)) for name in values))
        added = connection.execute(sa.insert(rules).values(values))
        entry = {"kind": "legal_rule", "record_id": added.lastrowid, **search}
        entries = sa.table("search_entries", *(sa.column(name) for name in entry))
        connection.execute(sa.insert(entries).values(entry))
