"""Those who speak for a body have deadlines too, and say when the first open one is due."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    for table in ("spokespersons", "authorisations"):
        op.add_column(table, sa.Column("next_due_at", sa.DateTime(), nullable=True))
        columns = ["deleted_at", "next_due_at"]
        op.create_index(op.f(f"ix_{table}_deleted_at_next_due_at"), table, columns, unique=False)
