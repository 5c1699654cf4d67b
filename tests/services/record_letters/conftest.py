"""An office whose incidents have letters of every document type with parts of its own."""

from __future__ import annotations

import pytest

from app.bootstrap import AppContext
from app.services.record_letters.registry import PURPOSES
from tests.services.office_profiles import make_authority, state_profile
from tests.services.record_letters.purposes import ALL


@pytest.fixture(autouse=True)
def _purposes(monkeypatch: pytest.MonkeyPatch) -> None:
    for purpose in ALL:
        monkeypatch.setitem(PURPOSES, purpose.id, purpose)


@pytest.fixture
def office(ctx: AppContext) -> AppContext:
    make_authority(ctx)
    ctx.office.save_profile(state_profile(ctx))
    return ctx
