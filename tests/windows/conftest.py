"""These tests see the same window, in Vietnamese, and the same boxes as the window's own."""

from tests.ui.conftest import boxes, shown, vietnamese_app

__all__ = ["boxes", "shown", "vietnamese_app"]
