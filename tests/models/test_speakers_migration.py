"""An office's database from before the spokespersons gets the legal texts that they rest on."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from app.bootstrap import open_context
from app.rules.legal import bases_for
from app.rules.vocabulary import LegalDuty
from app.services.checking import findings
from app.services.letters.legal import legal_texts
from app.services.plain import ListQuery
from tests.models.older import SCRIPTS, leave_older

FROZEN = json.loads((SCRIPTS / "versions" / "0007_legal_bases.json").read_text("utf-8"))
NOW = datetime(2026, 11, 24, 9, 0)
OWN = (
    "INSERT INTO legal_bases (id, duty, citation, citation_key, source, confirmed, created_at, "
    "updated_at, version) VALUES (41, 'procedure', 'Quy chế', 'k', 'x', 1, "
    "'2026-01-01 00:00:00', '2026-01-01 00:00:00', 1)"
)
FOUND = "INSERT INTO search_entries VALUES ('legal_basis', 41, 'quy che\nx', 'quy chế\nx')"


@pytest.mark.parametrize("statements", [(), (OWN, FOUND)], ids=["empty", "with own text"])
def test_it_gets_the_texts_of_both_sides_of_the_switch(
    tmp_path: Path, statements: tuple[str, ...]
) -> None:
    ctx = open_context(leave_older(tmp_path, "0001", statements), clock=lambda: NOW)
    with ctx.db.reading() as session:
        texts = legal_texts(session)
    before, after = (
        bases_for(texts, LegalDuty.SPEAKING, day).texts
        for day in (date(2026, 6, 30), date(2026, 7, 1))
    )
    assert "09/2017" in before[0].citation
    assert "244/2026" in after[0].citation
    assert not any(text.confirmed for text in (*before, *after))
    assert list(findings(ctx.db)) == []
    found = ctx.records.count("legal_basis", ListQuery(search="vnnow.net phan cong"))
    assert found == 1
    assert len(texts) == len(FROZEN) + len(statements) // 2
    ctx.close()
