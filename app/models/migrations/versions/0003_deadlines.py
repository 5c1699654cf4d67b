"""Deadlines of records with log and extensions, acknowledged lines, and the times of statements.

The deadlines of the records that are open are counted by the program when it has the database
open: how they are counted changes, and what this script does must not.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import context, op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    _deadlines()
    op.create_table(
        "acknowledgements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("line_key", sa.Text(), nullable=False),
        sa.Column("line_group", sa.Text(), nullable=False),
        sa.Column("acknowledged_at", sa.DateTime(), nullable=False),
        sa.Column("quiet_until", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_acknowledgements")),
    )
    _index("acknowledgements", "quiet_until")
    op.create_table(
        "periodic_duties",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("duty", sa.Text(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_periodic_duties")),
        sa.UniqueConstraint("duty", "period", name=op.f("uq_periodic_duties_duty_period")),
    )
    orders = op.create_table(
        "recount_orders",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ordered_at", sa.DateTime(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("rule_code", sa.Text(), nullable=False),
        sa.Column("after_kind", sa.Text(), nullable=False),
        sa.Column("after_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recount_orders")),
    )
    op.add_column("incidents", sa.Column("first_statement_at", sa.DateTime(), nullable=True))
    op.add_column("incidents", sa.Column("last_statement_at", sa.DateTime(), nullable=True))
    op.add_column(
        "outlets",
        sa.Column("is_periodical", sa.Boolean(), server_default=sa.text("0"), nullable=False),
    )
    op.add_column("correction_requests", sa.Column("due_on", sa.Date(), nullable=True))
    op.drop_index("ix_correction_requests_deleted_at_due_by_law_on")
    op.drop_index("ix_correction_requests_deleted_at_outcome_due_by_law_on")
    _index("correction_requests", "deleted_at", "due_on")
    _index("correction_requests", "deleted_at", "outcome", "due_on")
    if not context.config.attributes["is_new"]:
        _fill(orders)


def _deadlines() -> None:
    op.create_table(
        "deadlines",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_kind", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("duty", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("is_theirs", sa.Boolean(), nullable=False),
        sa.Column("rule_code", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("is_confirmed", sa.Boolean(), nullable=False),
        sa.Column("starts_from", sa.Text(), nullable=True),
        sa.Column("started_at", sa.DateTime(), nullable=True),
        sa.Column("due_at", sa.DateTime(), nullable=True),
        sa.Column("original_due_at", sa.DateTime(), nullable=True),
        sa.Column("extended_to", sa.DateTime(), nullable=True),
        sa.Column("is_to_the_minute", sa.Boolean(), nullable=False),
        sa.Column("is_typed", sa.Boolean(), nullable=False),
        sa.Column("no_due", sa.Text(), nullable=False),
        sa.Column("met_at", sa.DateTime(), nullable=True),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("late_cause", sa.Text(), nullable=True),
        sa.Column("late_note", sa.Text(), nullable=True),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("steps", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deadlines")),
        sa.UniqueConstraint(
            "record_kind", "record_id", "duty", name=op.f("uq_deadlines_record_kind_record_id_duty")
        ),
    )
    _index("deadlines", "state", "is_theirs", "due_at", "started_at")
    _index("deadlines", "due_at")
    op.create_table(
        "deadline_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("deadline_id", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("old_due_at", sa.DateTime(), nullable=True),
        sa.Column("new_due_at", sa.DateTime(), nullable=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        _to_deadline("deadline_changes"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deadline_changes")),
    )
    _index("deadline_changes", "deadline_id")
    op.create_table(
        "deadline_extensions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("deadline_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=True),
        sa.Column("old_due_at", sa.DateTime(), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        _to_deadline("deadline_extensions"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deadline_extensions")),
    )
    _index("deadline_extensions", "deadline_id")


def _fill(orders: sa.Table) -> None:
    """Give the column of the list its first values, and order the rest to be counted."""
    op.execute("UPDATE correction_requests SET due_on = coalesce(due_by_law_on, deadline_asked)")
    op.bulk_insert(
        orders,
        [
            {
                "ordered_at": context.config.attributes["now"],
                "cause": "opened",
                "words": "Sổ bắt đầu tính hạn.",
                "rule_code": "",
                "after_kind": "",
                "after_id": 0,
            }
        ],
    )


def _to_deadline(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_deadline_id_deadlines")
    return sa.ForeignKeyConstraint(["deadline_id"], ["deadlines.id"], name=name)


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns), unique=False)
