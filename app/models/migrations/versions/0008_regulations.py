"""The library of documents with the first of them, and the press regulations of the bodies."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import context, op

revision = "0008"
down_revision = "0007"

# The rows as the first version with these tables shipped them, keys and search entries included.
# The start values of later versions change; what this script does must not.
_START_VALUES = Path(__file__).with_name("0008_start_values.json")
_DATES = ("issued_on", "valid_from", "valid_to")
_TYPES: dict[str, sa.types.TypeEngine[Any]] = {
    **dict.fromkeys(_DATES, sa.Date()),
    **dict.fromkeys(("created_at", "updated_at", "deleted_at"), sa.DateTime()),
}
_RECORD = ("created_at", "updated_at", "deleted_at", "version")
_CITING = ("legal_bases", "legal_rules")


def upgrade() -> None:
    op.create_table(
        "legal_documents",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("number_key", sa.Text(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("issuer", sa.Text(), nullable=True),
        sa.Column("issuer_key", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_key", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("replaced_by_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("confirmed_by", sa.Text(), nullable=True),
        sa.Column("confirmed_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["replaced_by_id"],
            ["legal_documents.id"],
            name=op.f("fk_legal_documents_replaced_by_id_legal_documents"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legal_documents")),
    )
    op.create_index(
        op.f("ix_legal_documents_deleted_at_issued_on"),
        "legal_documents",
        ["deleted_at", "issued_on"],
        unique=False,
    )
    op.create_index(
        op.f("ix_legal_documents_deleted_at_kind_issued_on"),
        "legal_documents",
        ["deleted_at", "kind", "issued_on"],
        unique=False,
    )
    op.create_index(
        op.f("ix_legal_documents_deleted_at_number_key"),
        "legal_documents",
        ["deleted_at", "number_key"],
        unique=False,
    )
    op.create_index(
        op.f("ix_legal_documents_deleted_at_valid_to"),
        "legal_documents",
        ["deleted_at", "valid_to"],
        unique=False,
    )
    op.create_table(
        "disseminations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("manner", sa.Text(), nullable=True),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["legal_documents.id"],
            name=op.f("fk_disseminations_document_id_legal_documents"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disseminations")),
    )
    op.create_index(
        op.f("ix_disseminations_document_id"), "disseminations", ["document_id"], unique=False
    )
    op.create_table(
        "regulations",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("number_key", sa.Text(), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_key", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("review_state", sa.Text(), nullable=False),
        sa.Column("review_from", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["body_id"], ["bodies.id"], name=op.f("fk_regulations_body_id_bodies")
        ),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["regulations.id"], name=op.f("fk_regulations_replaces_id_regulations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_regulations")),
    )
    op.create_index(
        op.f("ix_regulations_deleted_at_body_id"),
        "regulations",
        ["deleted_at", "body_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_regulations_deleted_at_issued_on"),
        "regulations",
        ["deleted_at", "issued_on"],
        unique=False,
    )
    op.create_index(
        op.f("ix_regulations_deleted_at_review_state_review_from"),
        "regulations",
        ["deleted_at", "review_state", "review_from"],
        unique=False,
    )
    op.create_index(
        op.f("ix_regulations_deleted_at_status_issued_on"),
        "regulations",
        ["deleted_at", "status", "issued_on"],
        unique=False,
    )
    op.create_index(
        op.f("ix_regulations_deleted_at_title_key"),
        "regulations",
        ["deleted_at", "title_key"],
        unique=False,
    )
    op.create_table(
        "regulation_bases",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("regulation_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["regulation_id"],
            ["regulations.id"],
            name=op.f("fk_regulation_bases_regulation_id_regulations"),
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["legal_documents.id"],
            name=op.f("fk_regulation_bases_document_id_legal_documents"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_regulation_bases")),
    )
    op.create_index(
        op.f("ix_regulation_bases_document_id"), "regulation_bases", ["document_id"], unique=False
    )
    op.create_index(
        op.f("ix_regulation_bases_regulation_id"),
        "regulation_bases",
        ["regulation_id"],
        unique=False,
    )
    op.create_table(
        "regulation_clauses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("regulation_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("is_covered", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["regulation_id"],
            ["regulations.id"],
            name=op.f("fk_regulation_clauses_regulation_id_regulations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_regulation_clauses")),
    )
    op.create_index(
        op.f("ix_regulation_clauses_regulation_id"),
        "regulation_clauses",
        ["regulation_id"],
        unique=False,
    )
    op.create_table(
        "regulation_reviews",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("regulation_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("reviewed_on", sa.Date(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("plan", sa.Text(), nullable=True),
        sa.Column("plan_due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["regulation_id"],
            ["regulations.id"],
            name=op.f("fk_regulation_reviews_regulation_id_regulations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_regulation_reviews")),
    )
    op.create_index(
        op.f("ix_regulation_reviews_regulation_id"),
        "regulation_reviews",
        ["regulation_id"],
        unique=False,
    )
    for table in _CITING:
        name = op.f(f"fk_{table}_document_id_legal_documents")
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN document_id INTEGER "
            f"CONSTRAINT {name} REFERENCES legal_documents (id)"
        )
    if not context.config.attributes["is_new"]:
        _fill()


def _fill() -> None:
    """Give an old database the documents and the new rules, and link what it has to them."""
    frozen = json.loads(_START_VALUES.read_text(encoding="utf-8"))
    connection = op.get_bind()
    for name in ("legal_documents", "legal_rules"):
        for row in frozen[name]:
            search = row.pop("search")
            added = connection.execute(sa.insert(_table(name, row)).values(_read(row)))
            entry = {"kind": name.removesuffix("s"), "record_id": added.lastrowid, **search}
            connection.execute(sa.insert(_table("search_entries", entry)).values(entry))
    for table, column in (("legal_rules", "code"), ("legal_bases", "citation")):
        for key, document_id in frozen["cited"][table].items():
            columns = _table(table, {column: "", "document_id": 0})
            connection.execute(
                sa.update(columns).where(columns.c[column] == key).values(document_id=document_id)
            )


def _table(name: str, row: dict[str, Any]) -> sa.TableClause:
    return sa.table(name, *(sa.column(key, _TYPES.get(key)) for key in (*row, *_RECORD)))


def _read(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row of the file as its table takes it."""
    values = {
        name: date.fromisoformat(value) if name in _DATES and value else value
        for name, value in row.items()
    }
    now = context.config.attributes["now"]
    return {**values, "created_at": now, "updated_at": now, "deleted_at": None, "version": 1}
