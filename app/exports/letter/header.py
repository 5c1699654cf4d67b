"""From the top of page 1 to the body: bodies, number, date, subject, stamp, title, addressees."""

from __future__ import annotations

from collections.abc import Sequence

from app.exports.letter.presets import (
    HEADER_SPLIT,
    LEFT,
    MM,
    PART_RULE,
    RIGHT,
    STAMP_SIZES,
    TEXT_WIDTH,
)
from app.exports.letter.setting import Setting
from app.exports.letter.typesetting.headings import balanced_lines
from app.exports.letter.typesetting.page import (
    STAMP_RED,
    Box,
    Row,
    Rule,
    Text,
    baseline_in,
    centred,
)
from app.exports.letter.typesetting.typeset import Font, Line
from app.exports.letter.wording import (
    document_subject,
    letter_subject,
    listed,
    number_text,
    place_date_text,
)
from app.rules.vocabulary import DocumentType, Urgency

_SPLIT = LEFT + HEADER_SPLIT * TEXT_WIDTH
_LEFT_COLUMN = (LEFT, _SPLIT - 1.5 * MM)
_RIGHT_COLUMN = (_SPLIT + 1.5 * MM, RIGHT)
_BASELINE = 0.8  # of the head's leading: one grid for both columns, whatever their sizes
_RULE_DROP = 3.0  # from the foot of a line to the rule under it
_NUMBER_GAP = 6.0
_SUBJECT_GAP = 6.0  # Annex I, II.5b
_SUBJECT_INSET = 3 * MM
_STAMP_GAP = 8.0
_TITLE_GAP = 20.0
_TITLE_WIDTH = 0.82  # of the text width, for the subject under a document's name
_ADDRESSEE_GAP = 18.0
_AFTER_HEAD = 12.0


class _Column:
    """Lines set one under the other on the head's grid, centred between two edges."""

    def __init__(self, setting: Setting, row: Row, edges: tuple[float, float], top: float) -> None:
        self._setting, self._row, self._edges = setting, row, edges
        self.foot = top

    @property
    def width(self) -> float:
        return self._edges[1] - self._edges[0]

    def add(self, text: str, font: Font) -> list[Line]:
        height = self._setting.preset.header_leading
        lines = balanced_lines(self._setting.family, text, font, self.width)
        for line in lines:
            self.add_line(line, font, height)
        return lines

    def add_line(self, line: Line, font: Font, height: float) -> None:
        baseline = self.foot + _BASELINE * height
        self._row.texts.append(centred(line, font, *self._edges, baseline))
        self.foot += height

    def rule(self, length: float) -> None:
        self.foot += _RULE_DROP
        middle = sum(self._edges) / 2
        self._row.rules.append(Rule(middle - length / 2, middle + length / 2, self.foot))


def header_rows(setting: Setting) -> list[Row]:
    """Set the two columns of the first page's head, down to the stamp of urgency."""
    rows = [_names_and_number(setting)]
    data = setting.data
    if data.document_type is DocumentType.OFFICIAL_LETTER:
        start, end = _LEFT_COLUMN[0] + _SUBJECT_INSET, _LEFT_COLUMN[1] - _SUBJECT_INSET
        subject = letter_subject(data.subject, data.layout, setting.style.subject_prefix)
        font = setting.preset.letter_subject
        rows += setting.centred_rows(subject, font, start, end, gap=_SUBJECT_GAP)
    if data.urgency is not None:
        rows.append(_stamp(setting, data.urgency))
    return rows


def _names_and_number(setting: Setting) -> Row:
    """Set the names left and right, then number and date on one line under the longer side."""
    row, preset, data = Row(0, keep=True), setting.preset, setting.data
    left = _Column(setting, row, _LEFT_COLUMN, 0)
    if data.superior_body:
        left.add(data.superior_body.upper(), preset.superior_body)
    name_lines = left.add(data.issuing_body.upper(), preset.issuing_body)
    if preset.star:
        left.add("*", preset.number)
    else:
        left.rule(_part_of(name_lines))

    right = _Column(setting, row, _RIGHT_COLUMN, 0)
    title_lines = right.add(*preset.national_title)
    if preset.motto:
        title_lines = right.add(*preset.motto)
    # As long as the text: State under the motto (Annex I, II.1), Party under the title.
    right.rule(title_lines[-1].width)

    top = max(left.foot, right.foot) + (0 if preset.star else _NUMBER_GAP)
    number = _Column(setting, row, _LEFT_COLUMN, top)
    if data.symbol:  # a list bears none
        _set_number(setting, number)
    row.height = number.foot
    if not (setting.is_state and data.document_type is DocumentType.MINUTES):
        # Model 1.9 of Annex III: the head of State minutes bears no place and date.
        row.height = max(row.height, _place_and_date(setting, row, top))
    return row


def _set_number(setting: Setting, column: _Column) -> None:
    """Set "Số: 05/SVHTT-QLBC"; without a number the room to write it keeps its width."""
    preset, data = setting.preset, setting.data
    font, height = preset.number, preset.header_leading
    if data.number is not None:
        joined = f"{number_text(data.number)}{preset.number_joiner}{data.symbol}"
        column.add(f"{preset.number_label} {joined}", font)
        return
    room = f"{preset.number_label}{number_text(None)}{preset.number_joiner}"
    whole = setting.line(room + data.symbol, font)
    if whole.width <= column.width:
        column.add_line(whole, font, height)
    else:
        column.add_line(setting.line(room, font), font, height)
        column.add(data.symbol, font)


def _place_and_date(setting: Setting, row: Row, top: float) -> float:
    """Set "place, date" on one line where it fits, else broken after the place."""
    column = _Column(setting, row, _RIGHT_COLUMN, top)
    font, height = setting.preset.place_date, setting.preset.header_leading
    text = place_date_text(setting.data.place, setting.data.date)
    whole = setting.line(text, font)
    if whole.width <= column.width:
        column.add_line(whole, font, height)
    else:
        place, _, day = text.rpartition(", ")
        column.add(place + ",", font)
        column.add_line(setting.line(day, font), font, height)
    return column.foot


def _part_of(lines: Sequence[Line]) -> float:
    """Return the length of the rule under these lines: a third to half of them and of the last."""
    last, longest = lines[-1].width, max(line.width for line in lines)
    return min(max(PART_RULE * last, longest / 3), last / 2)


def _stamp(setting: Setting, urgency: Urgency) -> Row:
    """Set the stamp at the left edge under what stands above (Annex I, II.10; box 10b)."""
    width, height = STAMP_SIZES[urgency]
    font = setting.preset.urgency
    line = setting.line(str(urgency), font)
    cap_height = 0.66 * font.size
    x = LEFT + (width - line.width) / 2
    text = Text(x, (height + cap_height) / 2, font.size, line, colour=STAMP_RED)
    return Row(height, _STAMP_GAP, [text], boxes=[Box(LEFT, 0, width, height)], keep=True)


# Under the head ---------------------------------------------------------------------------


def title_rows(setting: Setting) -> list[Row]:
    """Set the document's name and subject, with the rule (State) or five hyphens (Party)."""
    data, preset = setting.data, setting.preset
    inset = (1 - _TITLE_WIDTH) / 2 * TEXT_WIDTH
    name = data.document_type.label.upper()
    rows = setting.centred_rows(name, preset.type_name, gap=_TITLE_GAP)
    font = preset.type_subject
    subject = document_subject(data.subject, data.document_type, data.layout)
    subject_rows = setting.centred_rows(subject, font, LEFT + inset, RIGHT - inset, gap=2)
    rows += subject_rows
    if setting.is_state:
        length = _part_of([row.texts[0].line for row in subject_rows])
        middle = (LEFT + RIGHT) / 2
        rule = Rule(middle - length / 2, middle + length / 2, _RULE_DROP)
        rows.append(Row(_RULE_DROP, 0, rules=[rule], keep=True))
    else:
        rows += setting.centred_rows("-----", preset.type_subject)
    rows.append(Row(_AFTER_HEAD - 6, keep=True))
    return rows


def addressee_rows(setting: Setting, recipients: Sequence[str]) -> list[Row]:
    """Set "Kính gửi:" with one recipient beside it, or with several behind aligned dashes.

    State: the dashes stand on the lines below, under the colon (Annex I, II.9); the Party's
    first dash follows the label. The whole stands in the middle of the page, as far as it fits.
    """
    preset, font = setting.preset, setting.preset.addressee
    several = len(recipients) > 1
    below = several and preset.addressees_on_own_lines
    label = setting.line("Kính gửi:" if below else "Kính gửi: ", preset.addressee_label)
    # Letter 144-CV/TU closes the last line with a comma like the others: the text runs on.
    last = "," if setting.separator == "," else "."
    items = listed(recipients, setting.separator, last if several or not setting.is_state else "")
    colon = setting.line(":", font).width
    offset = label.width - colon if below else label.width
    mark = "- " if several else ""
    natural = offset + max(setting.line(mark + item, font).width for item in items)
    start = LEFT + max((TEXT_WIDTH - natural) / 2, preset.indent)
    height = preset.header_leading + 2.4
    rows: list[Row] = []
    for item in items:
        rows += setting.hanging_rows(mark, item, font, start + offset, RIGHT, height)
    baseline = baseline_in(height, font.size)
    label_text = Text(start, baseline, font.size, label)
    if below:
        rows.insert(0, Row(height, 0, [label_text], keep=True))
    else:
        rows[0].texts.insert(0, label_text)
    rows[0].gap = _ADDRESSEE_GAP
    rows[-1].keep = True
    rows.append(Row(_AFTER_HEAD - 6, keep=True))
    return rows
