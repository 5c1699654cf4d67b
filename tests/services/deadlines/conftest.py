"""An office of the State with a clock that the tests set."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap import AppContext, open_context
from tests.conftest import NOW
from tests.services.deadlines.cases import Clock
from tests.services.office_profiles import make_authority, state_profile


@pytest.fixture
def clock() -> Clock:
    return Clock(NOW)


@pytest.fixture
def office(tmp_path: Path, new_data_dir: Path, clock: Clock) -> Iterator[AppContext]:
    folder = tmp_path / "office"
    shutil.copytree(new_data_dir, folder)
    ctx = open_context(folder, clock=clock)
    make_authority(ctx)
    ctx.office.save_profile(state_profile(ctx))
    yield ctx
    ctx.close()
