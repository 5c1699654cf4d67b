"""Fixtures that every test may use."""

from __future__ import annotations

import difflib
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from app.bootstrap import AppContext

# No test needs a screen; set before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

GOLDEN = Path(__file__).parent / "golden"

# The time of every test that does not say otherwise: a Monday morning.
NOW = datetime(2026, 10, 5, 9, 0)

# The schema of a version of the app that is still to come.
NEXT_REVISION = "9999"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what the tests made as the new files under tests/golden",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with ``tests/golden/<name>``, which ``--update-golden`` writes anew."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        text = text.rstrip("\n") + "\n"
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        if not path.exists():
            pytest.fail(f"there is no {path}; look at the text, then run with --update-golden")
        wanted = path.read_text(encoding="utf-8")
        if text != wanted:
            lines = difflib.unified_diff(
                wanted.splitlines(), text.splitlines(), f"golden/{name}", "now", lineterm=""
            )
            pytest.fail("\n".join(lines), pytrace=False)

    return compare


@pytest.fixture(scope="session")
def new_data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder as the first start leaves it; only for copying."""
    from app.bootstrap import open_context

    folder = tmp_path_factory.mktemp("new") / "data"
    open_context(folder, clock=lambda: NOW).close()
    return folder


@pytest.fixture
def ctx(tmp_path: Path, new_data_dir: Path) -> Iterator[AppContext]:
    """The app over a new database of its own, at a fixed time."""
    from app.bootstrap import open_context

    folder = tmp_path / "data"
    shutil.copytree(new_data_dir, folder)
    context = open_context(folder, clock=lambda: NOW)
    yield context
    context.close()


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A later version of the app, with one more migration; the file that migration goes into."""
    from app.models import database

    scripts = Path(database.__file__).parent / "migrations"
    package = tmp_path / "later"
    versions = package / "migrations" / "versions"
    versions.mkdir(parents=True)
    (package / "migrations" / "env.py").write_text((scripts / "env.py").read_text())
    for script in (scripts / "versions").glob("*.py"):
        (versions / script.name).write_text(script.read_text())
    monkeypatch.setattr(database, "__file__", str(package / "database.py"))
    monkeypatch.setattr(database, "REVISIONS", (*database.REVISIONS, NEXT_REVISION))
    return versions / f"{NEXT_REVISION}_fax.py"
