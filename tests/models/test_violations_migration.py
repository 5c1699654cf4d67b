"""An office's database from before violations gets their terms, and its incidents no transfers."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from app.bootstrap import open_context
from app.models import LegalDocument, LegalRule
from app.services.checking import findings
from app.services.clocks.shipped import shipped_rules
from app.services.clocks.store import read_rules
from app.services.plain import ListQuery
from tests.models.older import leave_older

NOW = datetime(2026, 11, 24, 9, 0)


@pytest.fixture
def old_data(tmp_path: Path) -> Path:
    incident = (
        "INSERT INTO incidents (id, title, title_key, learned_at, sensitivity, state, created_at, "
        "updated_at, version) VALUES (7, 'Sạt lở', 'k', '2026-01-01 00:00:00', 'normal', 'open', "
        "'2026-01-01 00:00:00', '2026-01-01 00:00:00', 3)"
    )
    found = "INSERT INTO search_entries VALUES ('incident', 7, 'sat lo', 'sạt lở')"
    return leave_older(tmp_path, "0001", (incident, found))


def test_it_gets_the_terms_as_they_ship_and_they_cite_the_letter(old_data: Path) -> None:
    ctx = open_context(old_data, clock=lambda: NOW)
    shipped = [rule for rule in shipped_rules() if rule.duty.startswith("violation_")]
    with ctx.db.reading() as session:
        stored = {rule.id: rule for rule in read_rules(session).values()}
        letter = session.scalars(
            select(LegalDocument.id).where(LegalDocument.number == "144-CV/TU")
        ).one()
        cited = set(
            session.scalars(
                select(LegalRule.document_id).where(LegalRule.code.startswith("violation_"))
            )
        )
    assert len(shipped) == 5
    assert [stored[rule.id] for rule in shipped] == shipped
    assert cited == {letter}
    assert ctx.records.page("legal_rule", ListQuery(search="ket luan vi pham"), 0, 9)
    assert list(findings(ctx.db)) == []
    ctx.close()


def test_its_incidents_were_never_passed_on(old_data: Path) -> None:
    ctx = open_context(old_data, clock=lambda: NOW)
    (row,) = ctx.records.page("incident", ListQuery(filters={"transferred": "none"}), 0, 9)
    assert row.id == 7
    ctx.close()
