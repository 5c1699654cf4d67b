"""Raises clerks and kills them: a fresh process saves without end until it is shot.

``python -m tests.services.letters.crash_nursery DATA_DIR ARTICLE_ID`` prints "ready"; for each line
"SAVES SECONDS" it forks a clerk, kills it by SIGKILL that long after so many saves, and answers
with one line of JSON: what the clerk had acknowledged. Forking saves the start of Python a
hundred times.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from dataclasses import replace
from datetime import datetime
from itertools import count
from pathlib import Path

from app.bootstrap import AppContext, open_context

NOW = datetime(2026, 10, 5, 9, 0)


def work(folder: Path, article_id: int, acknowledge: int) -> None:
    """Save, and say so after each commit: what is said must be there for good."""

    def saved(*what: object) -> None:
        os.write(acknowledge, (json.dumps(what) + "\n").encode())

    ctx = open_context(folder, clock=lambda: NOW)
    for turn in count(1):
        title = f"Vụ việc {os.getpid()}-{turn}"
        values = {**ctx.records.new("incident"), "title": title, "learned_at": NOW}
        saved("incident", ctx.records.save("incident", values).id, title)
        draft = ctx.requests.save(ctx.requests.new_draft(article_id))
        saved("request", draft.id, draft.version)
        draft = ctx.requests.save(replace(draft, grounds=f"Biên bản {title}."))
        saved("request", draft.id, draft.version)
        draft = ctx.requests.issue(draft, NOW.date(), secrecy_confirmed=True)
        saved("letter", draft.letter_id, draft.letter_number)


def warm_up(ctx: AppContext, article_id: int) -> None:
    """Load what every clerk needs, fonts included, and let go of the database."""
    ctx.letters.preview(ctx.requests.new_draft(article_id).letter)
    ctx.close()


def main(folder: Path, article_id: int) -> None:
    warm_up(open_context(folder, clock=lambda: NOW), article_id)
    print("ready", flush=True)
    for line in sys.stdin:
        reading, writing = os.pipe()
        clerk = os.fork()
        if clerk == 0:
            os.close(reading)
            work(folder, article_id, writing)
        os.close(writing)
        saves, seconds = line.split()
        with os.fdopen(reading, encoding="utf-8") as answers:
            acknowledged = [json.loads(answers.readline()) for _ in range(int(saves))]
            time.sleep(float(seconds))
            os.kill(clerk, signal.SIGKILL)
            _, status = os.waitpid(clerk, 0)
            acknowledged += [json.loads(answer) for answer in answers]
        killed = os.WIFSIGNALED(status)
        print(json.dumps({"killed": killed, "acknowledged": acknowledged}), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
