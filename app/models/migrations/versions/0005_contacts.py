"""Journalists and other people the office is in touch with, and where they worked."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "contacts",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("card_number", sa.Text(), nullable=True),
        sa.Column("card_expires_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("last_outlet_id", sa.Integer(), nullable=True),
        sa.Column("last_body_id", sa.Integer(), nullable=True),
        sa.Column("last_job_title", sa.Text(), nullable=True),
        sa.Column("last_job_title_key", sa.Text(), nullable=True),
        sa.Column("last_ended_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["last_outlet_id"], ["outlets.id"], name=op.f("fk_contacts_last_outlet_id_outlets")
        ),
        sa.ForeignKeyConstraint(
            ["last_body_id"], ["bodies.id"], name=op.f("fk_contacts_last_body_id_bodies")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contacts")),
    )
    _index("contacts", "deleted_at", "name_key")
    _index("contacts", "deleted_at", "last_outlet_id")
    _index("contacts", "deleted_at", "last_body_id")
    op.create_table(
        "contact_posts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("outlet_id", sa.Integer(), nullable=True),
        sa.Column("body_id", sa.Integer(), nullable=True),
        sa.Column("job_title", sa.Text(), nullable=True),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.id"], name=op.f("fk_contact_posts_contact_id_contacts")
        ),
        sa.ForeignKeyConstraint(
            ["outlet_id"], ["outlets.id"], name=op.f("fk_contact_posts_outlet_id_outlets")
        ),
        sa.ForeignKeyConstraint(
            ["body_id"], ["bodies.id"], name=op.f("fk_contact_posts_body_id_bodies")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_posts")),
    )
    for column in ("contact_id", "outlet_id", "body_id"):
        _index("contact_posts", column)


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))
