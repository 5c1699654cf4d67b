"""The window is on the screen before anything heavy is even imported."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HEAVY = (
    "sqlalchemy", "alembic", "reportlab", "openpyxl", "sqlite3", "PIL", "fontTools",
    "PySide6.QtPdf", "PySide6.QtPdfWidgets", "PySide6.QtPrintSupport", "PySide6.QtNetwork",
    "app.ui.widgets",  # all kinds of input fields, which no one needs to see a window
)  # fmt: skip

SCRIPT = f"""
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from app.ui.shell import application
from app.ui.shell import main_window

def look():
    heavy = [name for name in {HEAVY!r} if name in sys.modules]
    print(",".join(heavy) or "light", window._opening_page.text())
    application.QApplication.exit(0)

class Window(main_window.MainWindow):
    def __init__(self, *arguments):
        global window
        super().__init__(*arguments)
        window = self
        self.first_painted.connect(look)

application.MainWindow = Window
sys.exit(application.run_window(Path(sys.argv[1]), None))
"""


def test_the_first_paint_waits_for_no_heavy_module(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path)],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        env=_environment(),
    )
    assert done.stdout.strip() == "light Đang mở sổ…", done.stderr
    assert done.returncode == 0


def _environment() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
