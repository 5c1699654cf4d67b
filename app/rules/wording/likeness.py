"""How alike two typed texts are, whatever their marks, their case and their punctuation."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from app.text import fold

_WORD = re.compile(r"[a-z0-9]+")
# Pairs of words that two texts share, among those of the shorter one: from here on they ask the
# same, in longer or shorter words.
ALIKE = 0.6


def likeness(one: str, other: str) -> float:
    """Return from 0 to 1 how much of the shorter text stands in the other, word pair by pair."""
    left, right = _pairs(one), _pairs(other)
    shorter = min(left.total(), right.total())
    return (left & right).total() / shorter if shorter else 0.0


def _pairs(text: str) -> Counter[tuple[str, str]]:
    """Count neighbouring words: a syllable alone says little in Vietnamese."""
    words = _WORD.findall(fold(text))
    return Counter(pairwise(words) if len(words) > 1 else [(word, "") for word in words])
