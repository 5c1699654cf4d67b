"""Press briefings: who was invited, what was asked, what was to be done, counts of articles."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "briefings",
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("period_key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("starts_at", sa.DateTime(), nullable=True),
        sa.Column("ends_at", sa.DateTime(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("place_key", sa.Text(), nullable=True),
        sa.Column("chair", sa.Text(), nullable=True),
        sa.Column("chair_key", sa.Text(), nullable=True),
        sa.Column("chair_position", sa.Text(), nullable=True),
        sa.Column("secretary", sa.Text(), nullable=True),
        sa.Column("co_organiser", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("invited_count", sa.Integer(), nullable=False),
        sa.Column("present_count", sa.Integer(), nullable=False),
        sa.Column("question_count", sa.Integer(), nullable=False),
        sa.Column("open_task_count", sa.Integer(), nullable=False),
        sa.Column("article_count", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_briefings")),
    )
    op.create_index(
        op.f("ix_briefings_deleted_at_period_key"),
        "briefings",
        ["deleted_at", "period_key"],
        unique=False,
    )
    op.create_index(
        op.f("ix_briefings_deleted_at_starts_at"),
        "briefings",
        ["deleted_at", "starts_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_briefings_deleted_at_state_period_key"),
        "briefings",
        ["deleted_at", "state", "period_key"],
        unique=False,
    )
    op.create_table(
        "briefing_coverage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("briefing_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("positive", sa.Integer(), nullable=True),
        sa.Column("neutral", sa.Integer(), nullable=True),
        sa.Column("critical", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["briefing_id"],
            ["briefings.id"],
            name=op.f("fk_briefing_coverage_briefing_id_briefings"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_briefing_coverage")),
    )
    op.create_index(
        op.f("ix_briefing_coverage_briefing_id"), "briefing_coverage", ["briefing_id"], unique=False
    )
    op.create_table(
        "briefing_guests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("briefing_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=True),
        sa.Column("outlet_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("is_present", sa.Boolean(), nullable=False),
        sa.Column("attendee", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["briefing_id"], ["briefings.id"], name=op.f("fk_briefing_guests_briefing_id_briefings")
        ),
        sa.ForeignKeyConstraint(
            ["body_id"], ["bodies.id"], name=op.f("fk_briefing_guests_body_id_bodies")
        ),
        sa.ForeignKeyConstraint(
            ["outlet_id"], ["outlets.id"], name=op.f("fk_briefing_guests_outlet_id_outlets")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_briefing_guests")),
    )
    op.create_index(
        op.f("ix_briefing_guests_body_id"), "briefing_guests", ["body_id"], unique=False
    )
    op.create_index(
        op.f("ix_briefing_guests_briefing_id"), "briefing_guests", ["briefing_id"], unique=False
    )
    op.create_index(
        op.f("ix_briefing_guests_outlet_id"), "briefing_guests", ["outlet_id"], unique=False
    )
    op.create_table(
        "briefing_tasks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("briefing_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("task", sa.Text(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["briefing_id"], ["briefings.id"], name=op.f("fk_briefing_tasks_briefing_id_briefings")
        ),
        sa.ForeignKeyConstraint(
            ["body_id"], ["bodies.id"], name=op.f("fk_briefing_tasks_body_id_bodies")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_briefing_tasks")),
    )
    op.create_index(op.f("ix_briefing_tasks_body_id"), "briefing_tasks", ["body_id"], unique=False)
    op.create_index(
        op.f("ix_briefing_tasks_briefing_id"), "briefing_tasks", ["briefing_id"], unique=False
    )
    op.create_index(
        "ix_briefing_tasks_done_on_due_on", "briefing_tasks", ["done_on", "due_on"], unique=False
    )
    op.create_table(
        "briefing_topics",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("briefing_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("presenter", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["briefing_id"], ["briefings.id"], name=op.f("fk_briefing_topics_briefing_id_briefings")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_briefing_topics")),
    )
    op.create_index(
        op.f("ix_briefing_topics_briefing_id"), "briefing_topics", ["briefing_id"], unique=False
    )
    op.create_table(
        "briefing_questions",
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
        sa.ForeignKeyConstraint(
            ["briefing_id"],
            ["briefings.id"],
            name=op.f("fk_briefing_questions_briefing_id_briefings"),
        ),
        sa.ForeignKeyConstraint(
            ["outlet_id"], ["outlets.id"], name=op.f("fk_briefing_questions_outlet_id_outlets")
        ),
        sa.ForeignKeyConstraint(
            ["incident_id"],
            ["incidents.id"],
            name=op.f("fk_briefing_questions_incident_id_incidents"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_briefing_questions")),
    )
    op.create_index(
        op.f("ix_briefing_questions_briefing_id"),
        "briefing_questions",
        ["briefing_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_briefing_questions_incident_id"),
        "briefing_questions",
        ["incident_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_briefing_questions_outlet_id"), "briefing_questions", ["outlet_id"], unique=False
    )
