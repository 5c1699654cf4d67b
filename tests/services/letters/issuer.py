"""A clerk at another PC: issues letters of a database as fast as it can. Started by a test.

``python -m tests.services.letters.issuer DATABASE ID ...`` prints "ready", waits for a line, then
answers for each letter "ID NUMBER", or "ID refused" when someone else was faster.
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

from app.errors import Conflict
from app.models.database import Database
from app.services.letters.service import LetterService

NOW = datetime(2026, 10, 5, 9, 0)


def main(database: Path, letter_ids: list[int]) -> None:
    # Patient: on a slow machine eight writers may stand in line for longer than a clerk would.
    db = Database.open(database, clock=lambda: NOW, busy_timeout=100)
    letters = LetterService(db)
    views = [letters.get(letter_id) for letter_id in letter_ids]
    letters.preview(views[0].data)  # fonts are loaded before the race, not in it
    print("ready", flush=True)
    sys.stdin.readline()
    for view in views:
        try:
            issued = letters.issue(view.id, view.version, NOW.date(), secrecy_confirmed=True)
        except Conflict:
            print(view.id, "refused", flush=True)
        else:
            print(view.id, issued.number_text, flush=True)
    db.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(text) for text in sys.argv[2:]])
