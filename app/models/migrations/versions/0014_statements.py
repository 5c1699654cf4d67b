"""Statements with their frozen text, the sheets that prepare them, what became of an incident."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    _statements()
    _preparations()
    op.add_column(
        "incidents",
        sa.Column("draws_interest", sa.Boolean(), server_default=sa.text("0"), nullable=False),
    )
    op.add_column("incidents", sa.Column("outcome", sa.Text(), nullable=True))
    op.add_column("incidents", sa.Column("note", sa.Text(), nullable=True))


def _statements() -> None:
    op.create_table(
        "statements",
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_key", sa.Text(), nullable=False),
        sa.Column("incident_id", sa.Integer(), nullable=True),
        sa.Column("continues_id", sa.Integer(), nullable=True),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("given_at", sa.DateTime(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("audience", sa.Text(), nullable=True),
        sa.Column("speaker_kind", sa.Text(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("speaker_key", sa.Text(), nullable=True),
        sa.Column("speaker_position", sa.Text(), nullable=True),
        sa.Column("spokesperson_id", sa.Integer(), nullable=True),
        sa.Column("authorisation_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("next_update_at", sa.DateTime(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("text_sha256", sa.Text(), nullable=True),
        sa.Column("frozen_at", sa.DateTime(), nullable=True),
        sa.Column("secrecy_confirmed_at", sa.DateTime(), nullable=True),
        *_record_columns(),
        sa.Column("next_due_at", sa.DateTime(), nullable=True),
        _key("statements", "incident_id", "incidents"),
        _key("statements", "continues_id", "statements"),
        _key("statements", "body_id", "bodies"),
        _key("statements", "spokesperson_id", "spokespersons"),
        _key("statements", "authorisation_id", "authorisations"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statements")),
    )
    _index("statements", "continues_id")
    _index("statements", "deleted_at", "body_id")
    _index("statements", "deleted_at", "given_at")
    _index("statements", "deleted_at", "incident_id", "given_at")
    _index("statements", "deleted_at", "next_due_at")
    _index("statements", "deleted_at", "state", "given_at")
    _index("statements", "deleted_at", "title_key")


def _preparations() -> None:
    op.create_table(
        "preparations",
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_key", sa.Text(), nullable=False),
        sa.Column("incident_id", sa.Integer(), nullable=True),
        sa.Column("statement_id", sa.Integer(), nullable=True),
        sa.Column("planned_at", sa.DateTime(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("speaker_key", sa.Text(), nullable=True),
        sa.Column("message", sa.Text(), nullable=True),
        sa.Column("prepared_by", sa.Text(), nullable=True),
        sa.Column("secrecy_confirmed", sa.Boolean(), nullable=False),
        sa.Column("secrecy_confirmed_at", sa.DateTime(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        *_record_columns(),
        _key("preparations", "incident_id", "incidents"),
        _key("preparations", "statement_id", "statements"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_preparations")),
    )
    _index("preparations", "deleted_at", "incident_id")
    _index("preparations", "deleted_at", "planned_at")
    _index("preparations", "deleted_at", "statement_id")
    _index("preparations", "deleted_at", "title_key")
    op.create_table(
        "prepared_facts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("preparation_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("fact", sa.Text(), nullable=False),
        sa.Column("confirmed_by", sa.Text(), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(), nullable=True),
        _key("prepared_facts", "preparation_id", "preparations"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prepared_facts")),
    )
    _index("prepared_facts", "preparation_id")
    op.create_table(
        "expected_questions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("preparation_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        _key("expected_questions", "preparation_id", "preparations"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_expected_questions")),
    )
    _index("expected_questions", "preparation_id")
    op.create_table(
        "unsayables",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("preparation_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        _key("unsayables", "preparation_id", "preparations"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unsayables")),
    )
    _index("unsayables", "preparation_id")


def _record_columns() -> Iterable[sa.Column[Any]]:
    return (
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
    )


def _key(table: str, column: str, referred: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{referred}")
    return sa.ForeignKeyConstraint([column], [f"{referred}.id"], name=name)


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns), unique=False)
