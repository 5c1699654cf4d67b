"""Who may speak: spokespersons, authorisations, and the legal texts both rest on."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import context, op

revision = "0007"
down_revision = "0006"

# The texts as the first version with these tables shipped them, with their keys and search entries.
_LEGAL_BASES = Path(__file__).with_name(f"{revision}_legal_bases.json")


def upgrade() -> None:
    _spokespersons()
    _authorisations()
    if not context.config.attributes["is_new"]:
        _add_legal_bases()


def _spokespersons() -> None:
    op.create_table(
        "spokespersons",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("person_key", sa.Text(), nullable=False),
        sa.Column("position", sa.Text(), nullable=True),
        sa.Column("position_key", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("decision_number", sa.Text(), nullable=True),
        sa.Column("decision_date", sa.Date(), nullable=True),
        sa.Column("decision_signer", sa.Text(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.Column("is_beside_another", sa.Boolean(), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("published_where", sa.Text(), nullable=True),
        sa.Column("announced_on", sa.Date(), nullable=True),
        sa.Column("announced_in", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        *_record_columns(),
        _key("spokespersons", "body_id", "bodies"),
        _key("spokespersons", "replaces_id", "spokespersons"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spokespersons")),
    )
    _index("spokespersons", "deleted_at", "body_id")
    _index("spokespersons", "deleted_at", "person_key")
    _index("spokespersons", "deleted_at", "valid_from")


def _authorisations() -> None:
    op.create_table(
        "authorisations",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("grantor", sa.Text(), nullable=False),
        sa.Column("grantor_key", sa.Text(), nullable=False),
        sa.Column("grantor_position", sa.Text(), nullable=True),
        sa.Column("grantee", sa.Text(), nullable=False),
        sa.Column("grantee_key", sa.Text(), nullable=False),
        sa.Column("grantee_position", sa.Text(), nullable=True),
        sa.Column("grantee_position_key", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("incident_id", sa.Integer(), nullable=True),
        sa.Column("case_text", sa.Text(), nullable=True),
        sa.Column("case_text_key", sa.Text(), nullable=True),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=False),
        sa.Column("paper_number", sa.Text(), nullable=True),
        sa.Column("signed_at", sa.DateTime(), nullable=True),
        sa.Column("published_at", sa.DateTime(), nullable=True),
        sa.Column("published_where", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        *_record_columns(),
        _key("authorisations", "body_id", "bodies"),
        _key("authorisations", "incident_id", "incidents"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_authorisations")),
    )
    _index("authorisations", "deleted_at", "body_id")
    _index("authorisations", "deleted_at", "grantee_key")
    _index("authorisations", "deleted_at", "incident_id")
    _index("authorisations", "deleted_at", "valid_to")


def _add_legal_bases() -> None:
    names = (
        "id", "duty", "citation", "citation_key", "valid_from", "valid_to", "source", "confirmed",
        "created_at", "updated_at", "version",
    )  # fmt: skip
    types: dict[str, Any] = {
        "valid_from": sa.Date(),
        "valid_to": sa.Date(),
        "confirmed": sa.Boolean(),
    }
    types |= {"created_at": sa.DateTime(), "updated_at": sa.DateTime()}
    bases = sa.table("legal_bases", *(sa.column(name, types.get(name)) for name in names))
    entries = sa.table("search_entries", *map(sa.column, ("kind", "record_id", "folded", "plain")))
    now = context.config.attributes["now"]
    last = op.get_bind().scalar(sa.select(sa.func.max(bases.c.id))) or 0
    rows: list[dict[str, Any]] = json.loads(_LEGAL_BASES.read_text(encoding="utf-8"))
    for row_id, row in enumerate(rows, start=last + 1):
        basis = {**row["basis"], "id": row_id, "created_at": now, "updated_at": now, "version": 1}
        for name in ("valid_from", "valid_to"):
            basis[name] = date.fromisoformat(basis[name]) if basis[name] else None
        op.bulk_insert(bases, [basis])
        op.bulk_insert(entries, [{"kind": "legal_basis", "record_id": row_id, **row["entry"]}])


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
