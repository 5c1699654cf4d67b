"""A question of a press briefing leads to the enquiry that was made of it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"

_TABLE = "briefing_questions"
_KEYS = {
    "briefing_id": "briefings",
    "outlet_id": "outlets",
    "incident_id": "incidents",
    "enquiry_id": "enquiries",
}


def upgrade() -> None:
    """Make the table anew: SQLite cannot put a further key behind the others."""
    op.create_table(
        "new_questions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("briefing_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=True),
        sa.Column("outlet_id", sa.Integer(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_by", sa.Text(), nullable=True),
        sa.Column("follow_up", sa.Text(), nullable=True),
        sa.Column("incident_id", sa.Integer(), nullable=True),
        sa.Column("enquiry_id", sa.Integer(), nullable=True),
        *(
            sa.ForeignKeyConstraint([key], [f"{to}.id"], name=op.f(f"fk_{_TABLE}_{key}_{to}"))
            for key, to in _KEYS.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{_TABLE}")),
    )
    op.execute(f"INSERT INTO new_questions SELECT *, NULL FROM {_TABLE}")
    op.drop_table(_TABLE)
    op.rename_table("new_questions", _TABLE)
    for key in _KEYS:
        op.create_index(op.f(f"ix_{_TABLE}_{key}"), _TABLE, [key], unique=False)
