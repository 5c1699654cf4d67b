"""The layers point one way: ui → services → models; rules, exports and specs know none of them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_archon import archrule

ROOT = Path(__file__).parents[1]
QT = ["PySide6*", "shiboken6*"]
DATABASE = ["sqlalchemy*", "alembic*"]
BASE = [
    "app.text", "app.errors", "app.paths", "app.places", "app.storage", "app.files", "app.win32",
]  # fmt: skip


@pytest.mark.parametrize(
    ("layer", "may_know"),
    [
        ("app.rules", ["app.text"]),
        ("app.specs", ["app.rules*"]),
        ("app.exports", ["app.rules*", *BASE]),
        ("app.models", ["app.rules*", *BASE]),
        ("app.services", ["app.models*", "app.specs*", "app.exports*", "app.rules*", *BASE]),
        (
            "app.ui",
            [
                "app",  # its version
                "app.services*", "app.specs*", "app.exports*", "app.rules*", "app.settings",
                "app.log", "app.licences", "app.bootstrap", "app.demo.sample", *BASE,
            ],
        ),
        (
            "app.demo",
            ["app.bootstrap", "app.models*", "app.services*", "app.exports*", "app.rules*", *BASE],
        ),
    ],
)  # fmt: skip
def test_a_layer_knows_only_what_is_under_it(layer: str, may_know: list[str]) -> None:
    rule = archrule(layer).match(f"{layer}*").should_not_import("app*")
    rule = rule.may_import(f"{layer}*", *may_know)
    rule.check("app", only_direct_imports=True, skip_type_checking=True)


@pytest.mark.parametrize(
    ("layer", "forbidden"),
    [
        ("app.rules*", [*QT, *DATABASE]),
        ("app.specs*", [*QT, *DATABASE]),
        ("app.exports*", [*QT, *DATABASE]),
        ("app.models*", QT),
        ("app.services*", QT),
        ("app.demo*", QT),
        ("app.bootstrap", QT),
    ],
)
def test_a_layer_reaches_no_library_that_is_not_its_own(layer: str, forbidden: list[str]) -> None:
    rule = archrule(layer).match(layer).should_not_import(*forbidden)
    rule.check("app", skip_type_checking=True)


def test_the_window_never_touches_the_database_library() -> None:
    rule = archrule("ui").match("app.ui*").should_not_import(*DATABASE, "app.models*")
    rule.check("app", only_direct_imports=True, skip_type_checking=True)


@pytest.mark.parametrize("layer", ["rules", "specs", "services", "ui"])
def test_what_day_it_is_comes_from_outside(layer: str) -> None:
    """A clock of its own somewhere would show another day than the rest, in tests and demos too."""
    files = {path: path.read_text("utf-8") for path in (ROOT / "app" / layer).rglob("*.py")}
    clocks = re.compile(r"date\.today\b|datetime\.now\b|QDate\.currentDate")
    assert files
    assert [name for name, source in files.items() if clocks.search(source)] == []


def test_only_the_window_and_its_starter_know_qt() -> None:
    rule = archrule("qt").match("app*").exclude("app.ui*").should_not_import(*QT)
    rule.check("app", only_direct_imports=True)


@pytest.mark.parametrize(
    ("module", "heavy"),
    [
        ("app.bootstrap", ("alembic", "reportlab", "openpyxl", "jsonschema", "PySide6")),
        ("app.services.sheets", ("openpyxl", "reportlab", "PySide6")),
        ("app.ui.requests.page", ("reportlab", "openpyxl", "PySide6.QtPdf",
                                       "PySide6.QtPrintSupport")),
        ("app.ui.pages.list_page", ("sqlalchemy", "reportlab", "openpyxl")),
    ],
)  # fmt: skip
def test_what_is_heavy_is_imported_where_it_is_needed(module: str, heavy: tuple[str, ...]) -> None:
    script = f"import sys, {module}; print(*[n for n in {heavy!r} if n in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.split() == []


def test_nothing_is_asked_for_what_qt_keeps_to_itself() -> None:
    """PySide6 throws a screen or a layout's item away with the object asked: the program ends."""
    asks = re.compile(r"\.(screen|windowHandle)\(\)|\.(itemAt|itemAtPosition)\(")
    found = [
        path.name for path in (ROOT / "app").rglob("*.py") if asks.search(path.read_text("utf-8"))
    ]
    assert found == []


def test_what_is_sqlites_own_lives_in_one_module() -> None:
    rule = archrule("sqlite").match("app*").exclude("app.models.sqlite")
    rule.should_not_import("sqlite3*", "sqlalchemy.dialects*").check(
        "app", only_direct_imports=True
    )
    spoken = ("pragma", "sqlite_master", "sqlite_schema", "julianday(", "fts5", " match ?")
    for path in (ROOT / "app").rglob("*.py"):
        if path != ROOT / "app" / "models" / "sqlite.py":
            source = path.read_text(encoding="utf-8").lower()
            assert not [word for word in spoken if word in source], path
