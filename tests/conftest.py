"""Fixtures that every test may use."""

from __future__ import annotations

import os

# No test needs a screen; set before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
