"""The list of violations shows what they wait for; the days of the steps are in their sheet."""

from __future__ import annotations

from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    for column in ("directed_on", "concluded_on", "handled_on", "reported_on"):
        op.drop_column("violations", column)
