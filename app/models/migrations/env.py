"""Run the migrations on the connection, and in the transaction, that Database.open hands over."""

from __future__ import annotations

from alembic import context

from app.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    # SQLite changes most of a table only by copying it.
    render_as_batch=True,
)
context.run_migrations()
