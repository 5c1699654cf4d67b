"""The layers point one way: ui → services → models; rules, exports and specs know none of them."""

from __future__ import annotations

import pytest
from pytest_archon import archrule

QT = ["PySide6*", "shiboken6*"]
DATABASE = ["sqlalchemy*", "alembic*"]


@pytest.mark.parametrize(
    ("layer", "forbidden"),
    [
        ("app.rules*", [*QT, *DATABASE, "app.ui*", "app.services*", "app.models*", "app.exports*"]),
        ("app.specs*", [*QT, *DATABASE, "app.ui*", "app.services*", "app.models*", "app.exports*"]),
        ("app.exports*", [*QT, *DATABASE, "app.ui*", "app.services*", "app.models*"]),
        ("app.models*", [*QT, "app.ui*", "app.services*", "app.specs*", "app.exports*"]),
        ("app.services*", [*QT, "app.ui*", "app.commands*"]),
    ],
)
def test_a_layer_imports_nothing_from_above_it(layer: str, forbidden: list[str]) -> None:
    rule = archrule(layer).match(layer).should_not_import(*forbidden)
    rule.check("app", skip_type_checking=True)


def test_the_window_never_touches_the_database_library() -> None:
    rule = archrule("ui").match("app.ui*").should_not_import(*DATABASE, "app.models*")
    rule.check("app", only_direct_imports=True, skip_type_checking=True)


def test_only_the_window_and_its_starter_know_qt() -> None:
    rule = archrule("qt").match("app*").exclude("app.ui*").should_not_import(*QT)
    rule.check("app", only_direct_imports=True)
