"""Inspections of how bodies speak to the press, and what is to be mended after them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "inspections",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_key", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=True),
        sa.Column("planned_from", sa.Date(), nullable=False),
        sa.Column("planned_to", sa.Date(), nullable=True),
        sa.Column("plan_number", sa.Text(), nullable=True),
        sa.Column("plan_date", sa.Date(), nullable=True),
        sa.Column("decision_number", sa.Text(), nullable=True),
        sa.Column("decision_number_key", sa.Text(), nullable=True),
        sa.Column("decision_date", sa.Date(), nullable=True),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("called_off", sa.Text(), nullable=True),
        sa.Column("called_off_reason", sa.Text(), nullable=True),
        sa.Column("conclusion", sa.Text(), nullable=True),
        sa.Column("conclusion_number", sa.Text(), nullable=True),
        sa.Column("conclusion_number_key", sa.Text(), nullable=True),
        sa.Column("conclusion_date", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("recommended", sa.Integer(), nullable=False),
        sa.Column("remedied", sa.Integer(), nullable=False),
        sa.Column("next_remedy_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["body_id"], ["bodies.id"], name=op.f("fk_inspections_body_id_bodies")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspections")),
    )
    op.create_index(
        op.f("ix_inspections_deleted_at_body_id"),
        "inspections",
        ["deleted_at", "body_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_inspections_deleted_at_next_remedy_on"),
        "inspections",
        ["deleted_at", "next_remedy_on"],
        unique=False,
    )
    op.create_index(
        op.f("ix_inspections_deleted_at_planned_from"),
        "inspections",
        ["deleted_at", "planned_from"],
        unique=False,
    )
    op.create_index(
        op.f("ix_inspections_deleted_at_started_on"),
        "inspections",
        ["deleted_at", "started_on"],
        unique=False,
    )
    op.create_index(
        op.f("ix_inspections_deleted_at_state_planned_from"),
        "inspections",
        ["deleted_at", "state", "planned_from"],
        unique=False,
    )
    op.create_table(
        "inspection_checks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("inspection_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["inspection_id"],
            ["inspections.id"],
            name=op.f("fk_inspection_checks_inspection_id_inspections"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection_checks")),
    )
    op.create_index(
        op.f("ix_inspection_checks_inspection_id"),
        "inspection_checks",
        ["inspection_id"],
        unique=False,
    )
    op.create_table(
        "inspection_findings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("inspection_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("finding", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["inspection_id"],
            ["inspections.id"],
            name=op.f("fk_inspection_findings_inspection_id_inspections"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection_findings")),
    )
    op.create_index(
        op.f("ix_inspection_findings_inspection_id"),
        "inspection_findings",
        ["inspection_id"],
        unique=False,
    )
    op.create_table(
        "inspection_recommendations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("inspection_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("recommendation", sa.Text(), nullable=False),
        sa.Column("responsible", sa.Text(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("urged_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["inspection_id"],
            ["inspections.id"],
            name=op.f("fk_inspection_recommendations_inspection_id_inspections"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection_recommendations")),
    )
    op.create_index(
        op.f("ix_inspection_recommendations_done_on_due_on"),
        "inspection_recommendations",
        ["done_on", "due_on"],
        unique=False,
    )
    op.create_index(
        op.f("ix_inspection_recommendations_inspection_id"),
        "inspection_recommendations",
        ["inspection_id"],
        unique=False,
    )
    op.create_table(
        "inspection_team",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("inspection_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("job_title", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["inspection_id"],
            ["inspections.id"],
            name=op.f("fk_inspection_team_inspection_id_inspections"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection_team")),
    )
    op.create_index(
        op.f("ix_inspection_team_inspection_id"), "inspection_team", ["inspection_id"], unique=False
    )
