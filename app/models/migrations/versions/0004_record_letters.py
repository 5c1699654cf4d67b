"""Letters of any record: what each is for, which were made together, and where they go."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "letter_batches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_batches")),
    )
    op.create_table(
        "letter_addresses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["letter_id"], ["letters.id"], name=op.f("fk_letter_addresses_letter_id_letters")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_addresses")),
    )
    op.create_index(
        op.f("ix_letter_addresses_letter_id"), "letter_addresses", ["letter_id"], unique=False
    )
    op.add_column("letters", sa.Column("purpose", sa.Text(), nullable=True))
    # Without a foreign key, which SQLite adds only by copying the table of all letters.
    op.add_column("letters", sa.Column("batch_id", sa.Integer(), nullable=True))
    op.create_index(op.f("ix_letters_batch_id"), "letters", ["batch_id"], unique=False)
