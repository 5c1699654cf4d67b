"""The foot of a letter: the signer's block right, Nơi nhận left, level with each other."""

from __future__ import annotations

from app.exports.letter.presets import (
    DISTRIBUTION_TO,
    LEFT,
    RIGHT,
    SIGNATURE_ROOM,
    SIGNER_FROM,
    TEXT_WIDTH,
)
from app.exports.letter.setting import Setting, leading
from app.exports.letter.typesetting.headings import balanced_lines
from app.exports.letter.typesetting.page import Row, Rule, Text, baseline_in, centred
from app.exports.letter.typesetting.typeset import Font
from app.exports.letter.wording import listed

_GAP = 14.0  # between the text and the block
_SIGNER_COLUMN = (LEFT + SIGNER_FROM * TEXT_WIDTH, RIGHT)
_SECRETARY_COLUMN = (LEFT, LEFT + DISTRIBUTION_TO * TEXT_WIDTH)
_UNDERLINE_DROP = 2.0
_LIST_LEADING = 1.2  # of the size
_SHORT_LIST = 8  # lines
_EPSILON = 0.01

Heading = list[tuple[str, Font]]


def ending_rows(setting: Setting) -> list[Row]:
    """Set the signer's block and, beside it, as much of Nơi nhận as is no longer than it.

    The rest of a long Nơi nhận follows in rows that may go on to another page.
    """
    data, preset = setting.data, setting.preset
    heading = [(line.upper(), preset.capacity) for line in data.capacity]
    if data.signer_title:
        heading.append((data.signer_title.upper(), _title_font(setting)))
    block = Row(0, _GAP)
    name_top = _add(setting, block, heading, _SIGNER_COLUMN, 0) + SIGNATURE_ROOM
    block.height = _add_name(setting, block, data.signer_name, _SIGNER_COLUMN, name_top)
    return _beside(block, distribution_rows(setting))


def minutes_ending_rows(setting: Setting) -> list[Row]:
    """Set the two signers of minutes, Nơi nhận below them (model 1.9 of Annex III)."""
    data, preset = setting.data, setting.preset
    heading = [("CHỦ TỌA", preset.capacity)]
    heading += [(line.upper(), preset.capacity) for line in data.capacity]
    if data.signer_title:
        heading.append((data.signer_title.upper(), _title_font(setting)))
    chair = Row(0)
    # The two names stand level, however many lines the chair's title takes.
    name_top = _add(setting, chair, heading, _SIGNER_COLUMN, 0) + SIGNATURE_ROOM
    feet = [_add_name(setting, chair, data.signer_name, _SIGNER_COLUMN, name_top)]
    block = Row(0, _GAP)
    if data.secretary_name:
        _add(setting, block, [("THƯ KÝ", preset.capacity)], _SECRETARY_COLUMN, 0)
        feet.append(_add_name(setting, block, data.secretary_name, _SECRETARY_COLUMN, name_top))
    block.height = max(feet)
    block.texts += chair.texts
    below = distribution_rows(setting)
    if below:
        below[0].gap = _GAP
    return _kept_if_short(block, below)


def _title_font(setting: Setting) -> Font:
    font = setting.preset.signer_title
    if setting.is_state:
        return font
    return Font(font.size, bold=setting.style.signer_title_bold)


def _add(
    setting: Setting, row: Row, texts: Heading, edges: tuple[float, float], top: float
) -> float:
    """Add centred lines to ``row`` from ``top`` on; return their foot."""
    for text, font in texts:
        height = leading(font)
        for line in balanced_lines(setting.family, text, font, edges[1] - edges[0]):
            row.texts.append(centred(line, font, *edges, top + baseline_in(height, font.size)))
            top += height
    return top


def _add_name(
    setting: Setting, row: Row, name: str, edges: tuple[float, float], top: float
) -> float:
    return _add(setting, row, [(name, setting.preset.signer_name)], edges, top)


def distribution_rows(setting: Setting) -> list[Row]:
    """Set "Nơi nhận:" and its list; no rows when the list is empty."""
    data, preset = setting.data, setting.preset
    if not data.distribution:
        return []
    label_font, font = preset.distribution_label, preset.distribution
    # The label's baseline is that of the signer's first line, though their sizes differ.
    height = leading(preset.capacity)
    baseline = baseline_in(height, preset.capacity.size)
    label = setting.line("Nơi nhận:", label_font)
    head = Row(height, 0, [Text(LEFT, baseline, label_font.size, label)], keep=True)
    if preset.distribution_label_underlined:
        head.rules.append(Rule(LEFT, LEFT + label.width, baseline + _UNDERLINE_DROP))
    rows = [head]
    end = LEFT + DISTRIBUTION_TO * TEXT_WIDTH
    for item in listed(data.distribution, setting.separator, "."):
        rows += setting.hanging_rows("- ", item, font, LEFT, end, _LIST_LEADING * font.size)
    return rows


def _beside(block: Row, left: list[Row]) -> list[Row]:
    """Lay the left rows into ``block`` as far as it reaches; return it and the rest."""
    foot = 0.0
    texts: list[Text] = []
    position = 0
    for row in left:
        if foot + row.height > block.height + _EPSILON:
            break
        texts += [
            Text(t.x, t.baseline + foot, t.size, t.line, t.word_space, t.colour) for t in row.texts
        ]
        block.rules += [Rule(rule.x, rule.end, rule.y + foot) for rule in row.rules]
        foot += row.height
        position += 1
    block.texts = texts + block.texts
    return _kept_if_short(block, left[position:])


def _kept_if_short(block: Row, below: list[Row]) -> list[Row]:
    """Let only a long list go on to another page; a few lines of it stay with the block."""
    if 0 < len(below) <= _SHORT_LIST:
        for row in [block, *below[:-1]]:
            row.keep = True
    return [block, *below]


def keep_with_text(rows: list[Row]) -> None:
    """Tie the last two lines of the text to the block that is to follow them."""
    for row in rows[-2:]:
        row.keep = True
