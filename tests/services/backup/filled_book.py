"""A small book with something of every sort in it, for backups of it."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from app.bootstrap import AppContext
from app.models import LetterFile, database, sqlite
from app.rules.vocabulary import LetterState
from app.services.backup.contents import Contents
from tests import factories as make
from tests.conftest import NEXT_REVISION
from tests.services.office_profiles import state_profile

PDF = b"%PDF-1.7 the very page that was signed"


def fill(ctx: AppContext) -> None:
    """Save a profile, an article with its outlet, a deleted incident and an issued letter."""
    ctx.office.save_profile(state_profile(ctx))
    make.make_article(ctx)
    ctx.records.delete("incident", make.make_incident(ctx))
    issue(ctx)


def issue(ctx: AppContext) -> int:
    """Add an issued letter with its kept file."""
    letter = make.make_letter(ctx, state=LetterState.ISSUED)
    with ctx.db.writing() as session:
        digest = hashlib.sha256(PDF).hexdigest()
        session.add(LetterFile(letter_id=letter, pdf=PDF, sha256=digest, data={}))
    return letter


def spoil(ctx: AppContext, statement: str) -> None:
    """Change the stored records behind the back of the app."""
    with ctx.db.writing() as session:
        session.execute(text(statement))


def become_later(request: pytest.FixtureRequest) -> None:
    """Let the app be a later version from now on."""
    this = database.REVISIONS[-1]
    script = request.getfixturevalue("next_version")
    script.write_text(
        "import sqlalchemy as sa\n"
        "from alembic import op\n"
        f"revision = {NEXT_REVISION!r}\n"
        f"down_revision = {this!r}\n"
        "def upgrade():\n"
        "    op.add_column('outlets', sa.Column('fax', sa.Text()))\n"
    )


def outlets(file: Path) -> int:
    """Count the outlets in a file of records that is sound in all its parts."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        assert list(sqlite.integrity_findings(connection)) == []
        return connection.execute("SELECT count(*) FROM outlets").fetchone()[0]


def made(ctx: AppContext, out: Path) -> Contents:
    """Make a backup and return what is inside."""
    return ctx.backups.make(out).contents
