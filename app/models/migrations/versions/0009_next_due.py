"""Each record with deadlines says when the first open one is due: lists are sorted by it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import context, op

revision = "0009"
down_revision = "0008"

_TABLES = {
    "incidents": "incident",
    "articles": "article",
    "correction_requests": "correction_request",
    "regulations": "regulation",
}


def upgrade() -> None:
    for table, kind in _TABLES.items():
        op.add_column(table, sa.Column("next_due_at", sa.DateTime(), nullable=True))
        if not context.config.attributes["is_new"]:
            _fill(table, kind)
        _index(table, "deleted_at", "next_due_at")
    # The day of the list of requests before: one deadline of several, or a day that is none.
    op.drop_index("ix_correction_requests_deleted_at_due_on")
    op.drop_index("ix_correction_requests_deleted_at_outcome_due_on")
    op.drop_column("correction_requests", "due_on")
    _index("correction_requests", "deleted_at", "outcome", "next_due_at")


def _fill(table: str, kind: str) -> None:
    """Take the moments over from the deadlines; those still to be counted bring theirs."""
    is_open = f"record_kind = '{kind}' AND state = 'open'"
    op.execute(
        f"UPDATE {table} SET next_due_at = (SELECT min(due_at) FROM deadlines "
        f"WHERE {is_open} AND record_id = {table}.id) "
        f"WHERE id IN (SELECT record_id FROM deadlines WHERE {is_open})"
    )


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns), unique=False)
