"""Every letter of a record as it prints, for an office of the State and one of the Party."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.bootstrap import AppContext
from app.exports.letter.typesetting.fonts import FONT_FOLDER_VARIABLE
from app.rules.vocabulary import Layout
from app.services.record_letters.registry import PURPOSES
from tests.conftest import NOW
from tests.exports.letter.conftest import TINOS
from tests.exports.letter.measuring import Measured
from tests.services.office_profiles import make_authority, party_profile, state_profile
from tests.services.record_letters.examples import EXAMPLES
from tests.services.record_letters.purposes import ALL

_OWN = {purpose.id for purpose in ALL}
_SHIPPED = tuple(purpose for purpose in PURPOSES if purpose not in _OWN)


def test_every_letter_has_an_example() -> None:
    assert set(EXAMPLES) == set(_SHIPPED)


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("purpose", _SHIPPED)
def test_a_letter_on_paper(
    ctx: AppContext,
    golden: Callable[[str, str], None],
    monkeypatch: pytest.MonkeyPatch,
    layout: Layout,
    purpose: str,
) -> None:
    monkeypatch.setenv(FONT_FOLDER_VARIABLE, str(TINOS))
    make_authority(ctx)
    profile = state_profile(ctx) if layout is Layout.STATE else party_profile(ctx)
    ctx.office.save_profile(profile)
    draft = ctx.record_letters.create(purpose, EXAMPLES[purpose](ctx))
    issued = ctx.record_letters.issue(draft, NOW.date(), secrecy_confirmed=True)
    page = Measured(ctx.letters.frozen_pdf(issued.letter_id))
    golden(f"record_letters/{purpose}-{layout.value}.txt", page.dump())
