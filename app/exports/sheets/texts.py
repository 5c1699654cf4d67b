"""What text a cell may hold."""

from __future__ import annotations

import re

from app.text import nfc

LONGEST_TEXT = 32_767
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")


def clean_text(text: str) -> str:
    """Return ``text`` as a cell may hold it: NFC, no control characters, not too long."""
    text = _CONTROL.sub(" ", nfc(text.replace("\r\n", "\n").replace("\r", "\n")))
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"
