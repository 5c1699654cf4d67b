"""Trainings with their lecturers and participants."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.create_table(
        "trainings",
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_key", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("hours", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("place_key", sa.Text(), nullable=True),
        sa.Column("content", sa.Text(), nullable=True),
        sa.Column("plan_number", sa.Text(), nullable=True),
        sa.Column("plan_date", sa.Date(), nullable=True),
        sa.Column("cost", sa.Integer(), nullable=True),
        sa.Column("evaluation", sa.Text(), nullable=True),
        sa.Column("cancel_reason", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trainings")),
    )
    op.create_index(
        op.f("ix_trainings_deleted_at_starts_on"),
        "trainings",
        ["deleted_at", "starts_on"],
        unique=False,
    )
    op.create_index(
        op.f("ix_trainings_deleted_at_state_starts_on"),
        "trainings",
        ["deleted_at", "state", "starts_on"],
        unique=False,
    )
    op.create_index(
        op.f("ix_trainings_deleted_at_title_key"),
        "trainings",
        ["deleted_at", "title_key"],
        unique=False,
    )
    op.create_table(
        "lecturers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("training_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("workplace", sa.Text(), nullable=True),
        sa.Column("topic", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["training_id"], ["trainings.id"], name=op.f("fk_lecturers_training_id_trainings")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lecturers")),
    )
    op.create_index(op.f("ix_lecturers_training_id"), "lecturers", ["training_id"], unique=False)
    op.create_table(
        "participants",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("training_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("spokesperson_id", sa.Integer(), nullable=True),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("job_title", sa.Text(), nullable=True),
        sa.Column("body_id", sa.Integer(), nullable=True),
        sa.Column("attended", sa.Boolean(), nullable=False),
        sa.Column("certificate", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["training_id"], ["trainings.id"], name=op.f("fk_participants_training_id_trainings")
        ),
        sa.ForeignKeyConstraint(
            ["spokesperson_id"],
            ["spokespersons.id"],
            name=op.f("fk_participants_spokesperson_id_spokespersons"),
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.id"], name=op.f("fk_participants_contact_id_contacts")
        ),
        sa.ForeignKeyConstraint(
            ["body_id"], ["bodies.id"], name=op.f("fk_participants_body_id_bodies")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participants")),
    )
    op.create_index(op.f("ix_participants_body_id"), "participants", ["body_id"], unique=False)
    op.create_index(
        op.f("ix_participants_contact_id"), "participants", ["contact_id"], unique=False
    )
    op.create_index(
        op.f("ix_participants_spokesperson_id"), "participants", ["spokesperson_id"], unique=False
    )
    op.create_index(
        op.f("ix_participants_training_id"), "participants", ["training_id"], unique=False
    )
