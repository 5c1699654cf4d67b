"""Enquiries of the press, and the grounds on which the law lets one be refused."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import context, op

revision = "0016"
down_revision = "0015"

# The rows as the first version with this table shipped them, keys and search entries included.
# The start values of later versions change; what this script does must not.
_START_VALUES = Path(__file__).with_name("0016_start_values.json")
_DATES = ("valid_from", "valid_to")
_TYPES: dict[str, sa.types.TypeEngine[Any]] = {
    **dict.fromkeys(_DATES, sa.Date()),
    **dict.fromkeys(("created_at", "updated_at", "deleted_at"), sa.DateTime()),
}


def upgrade() -> None:
    op.create_table(
        "refusal_grounds",
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_key", sa.Text(), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("citation", sa.Text(), nullable=False),
        sa.Column("citation_key", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("confirmed_by", sa.Text(), nullable=True),
        sa.Column("confirmed_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refusal_grounds")),
    )
    _index("refusal_grounds", "deleted_at", "title_key")
    _index("refusal_grounds", "deleted_at", "valid_from")
    op.create_table(
        "enquiries",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_key", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("answer_wanted_at", sa.DateTime(), nullable=True),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("asker_name", sa.Text(), nullable=True),
        sa.Column("asker_name_key", sa.Text(), nullable=True),
        sa.Column("outlet_id", sa.Integer(), nullable=True),
        sa.Column("card_number", sa.Text(), nullable=True),
        sa.Column("card_expires_on", sa.Date(), nullable=True),
        sa.Column("incident_id", sa.Integer(), nullable=True),
        sa.Column("accountable_body_id", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("answered_by", sa.Text(), nullable=True),
        sa.Column("refused_at", sa.DateTime(), nullable=True),
        sa.Column("refusal_ground_id", sa.Integer(), nullable=True),
        sa.Column("refusal_note", sa.Text(), nullable=True),
        sa.Column("introduction", sa.Text(), nullable=True),
        sa.Column("review_asked", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("next_due_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.id"], name=op.f("fk_enquiries_contact_id_contacts")
        ),
        sa.ForeignKeyConstraint(
            ["outlet_id"], ["outlets.id"], name=op.f("fk_enquiries_outlet_id_outlets")
        ),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incidents.id"], name=op.f("fk_enquiries_incident_id_incidents")
        ),
        sa.ForeignKeyConstraint(
            ["accountable_body_id"],
            ["bodies.id"],
            name=op.f("fk_enquiries_accountable_body_id_bodies"),
        ),
        sa.ForeignKeyConstraint(
            ["refusal_ground_id"],
            ["refusal_grounds.id"],
            name=op.f("fk_enquiries_refusal_ground_id_refusal_grounds"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enquiries")),
    )
    _index("enquiries", "deleted_at", "accountable_body_id")
    _index("enquiries", "deleted_at", "contact_id")
    _index("enquiries", "deleted_at", "incident_id")
    _index("enquiries", "deleted_at", "kind", "received_at")
    _index("enquiries", "deleted_at", "next_due_at")
    _index("enquiries", "deleted_at", "outcome", "received_at")
    _index("enquiries", "deleted_at", "outlet_id")
    _index("enquiries", "deleted_at", "received_at")
    _index("enquiries", "deleted_at", "refusal_ground_id")
    _index("enquiries", "deleted_at", "title_key")
    op.create_table(
        "interview_drafts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("returned_on", sa.Date(), nullable=True),
        sa.Column("remarks", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["enquiry_id"], ["enquiries.id"], name=op.f("fk_interview_drafts_enquiry_id_enquiries")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interview_drafts")),
    )
    _index("interview_drafts", "enquiry_id")
    if not context.config.attributes["is_new"]:
        _fill()


def _fill() -> None:
    """Give an old database the grounds that a new one begins with."""
    connection = op.get_bind()
    now = context.config.attributes["now"]
    for row in json.loads(_START_VALUES.read_text(encoding="utf-8"))["refusal_grounds"]:
        search = row.pop("search")
        values = {
            name: date.fromisoformat(value) if name in _DATES and value else value
            for name, value in row.items()
        }
        values |= {"created_at": now, "updated_at": now, "deleted_at": None, "version": 1}
        added = connection.execute(sa.insert(_table("refusal_grounds", values)).values(values))
        entry = {"kind": "refusal_ground", "record_id": added.lastrowid, **search}
        connection.execute(sa.insert(_table("search_entries", entry)).values(entry))


def _table(name: str, row: dict[str, Any]) -> sa.TableClause:
    return sa.table(name, *(sa.column(key, _TYPES.get(key)) for key in row))


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns), unique=False)
