"""The office of the deadlines' tests."""

from __future__ import annotations

from tests.services.deadlines.conftest import clock, office

__all__ = ["clock", "office"]
