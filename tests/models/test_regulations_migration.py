"""An office's database from before the library gets its documents, cited by what it has."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from app.bootstrap import open_context
from app.models import LegalBasis, LegalDocument, LegalRule
from app.services.checking import findings
from app.services.plain import ListQuery
from tests.models.older import leave_older

NOW = datetime(2026, 11, 24, 9, 0)


@pytest.fixture
def old_data(tmp_path: Path) -> Path:
    citation = "Điều 42 Luật Báo chí ngày 05 tháng 4 năm 2016"
    basis = (
        "INSERT INTO legal_bases (id, duty, citation, citation_key, source, confirmed, created_at, "
        f"updated_at, version) VALUES (7, 'correction', '{citation}', 'k', 'Công báo', 0, "
        "'2026-01-01 00:00:00', '2026-01-01 00:00:00', 3)"
    )
    found = "INSERT INTO search_entries VALUES ('legal_basis', 7, 'dieu 42', 'điều 42')"
    return leave_older(tmp_path, "0001", (basis, found))


def test_it_gets_the_documents_and_what_it_has_cites_them(old_data: Path) -> None:
    ctx = open_context(old_data, clock=lambda: NOW)
    with ctx.db.reading() as session:
        ids = dict(session.execute(select(LegalDocument.number, LegalDocument.id)).all())
        basis = session.get(LegalBasis, 7)
        cited = dict(session.execute(select(LegalRule.code, LegalRule.document_id)).all())
    assert basis is not None
    assert basis.document_id == ids["103/2016/QH13"]
    assert cited["initial_statement-2017"] == ids["09/2017/NĐ-CP"]
    assert cited["regulation_review-2021"] == ids["144-CV/TU"]
    (found,) = ctx.records.page("legal_document", ListQuery(search="phat ngon 09/2017"), 0, 9)
    assert (
        ctx.records.get("legal_document", found.id).values["replaced_by_id"]
        == (ids["244/2026/NĐ-CP"])
    )
    assert list(findings(ctx.db)) == []
    ctx.close()


def test_it_is_what_a_new_database_begins_with(old_data: Path, tmp_path: Path) -> None:
    old = open_context(old_data, clock=lambda: NOW)
    new = open_context(tmp_path / "new", clock=lambda: NOW)
    query = select(LegalDocument.number, LegalDocument.valid_to, LegalDocument.title_key)
    with old.db.reading() as one, new.db.reading() as other:
        assert sorted(one.execute(query).all(), key=str) == sorted(
            other.execute(query).all(), key=str
        )
    old.close()
    new.close()
