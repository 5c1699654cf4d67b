"""The two layouts as values: sizes in points, lengths in points made from millimetres.

State: Decree 30/2020/NĐ-CP, Annex I (page: section I; components: section II; the sizes chosen
within the legal ranges are those of its own sample sheet, section V) and the models of Annex III.
Party: guidance 36-HD/VPTW (2018), kept by its successor 05-HD/VPTW (2026) but for the switches of
``PartyStyle``. A value without a named source is the project's own choice inside those ranges.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.exports.letter.typesetting.typeset import Font
from app.rules.vocabulary import Layout

MM = 72 / 25.4
PAGE_WIDTH = 210 * MM
PAGE_HEIGHT = 297 * MM
LEFT = 30 * MM  # State 30-35, Party 30
RIGHT = PAGE_WIDTH - 15 * MM  # State 15-20, Party 15
TOP = 20 * MM  # State 20-25, Party 20
BOTTOM = PAGE_HEIGHT - 20 * MM
TEXT_WIDTH = RIGHT - LEFT

# Columns as shares of the text width. Header 42 : 58 as in model 1.5 of Annex III; the signer's
# column is box 7a of the annex's diagram.
HEADER_SPLIT = 0.42
SIGNER_FROM = 0.48
DISTRIBUTION_TO = 0.47

RULE_WEIGHT = 0.75
# State: under the issuing body and under the subject of a named document, of the text's length
# (Annex I, II.2 and II.5: one third to one half).
PART_RULE = 0.42
SIGNATURE_ROOM = 26 * MM  # for hand and seal; at least 25 mm
PARAGRAPH_GAP = 6.0  # State and Party: at least 6 pt
BODY_LEADING = 18.0  # State: single to one and a half lines; Party: at least 18 pt exactly

# Annex I, II.10: the stamp of urgency, width by height.
STAMP_SIZES = {
    "KHẨN": (20 * MM, 8 * MM),
    "THƯỢNG KHẨN": (40 * MM, 8 * MM),
    "HOẢ TỐC": (30 * MM, 8 * MM),
}


@dataclass(frozen=True, slots=True)
class Preset:
    """Every value in which the two layouts differ."""

    national_title: tuple[str, Font]
    motto: tuple[str, Font] | None
    superior_body: Font
    issuing_body: Font
    star: bool
    header_leading: float
    number: Font
    number_label: str
    number_joiner: str
    place_date: Font
    letter_subject: Font
    type_name: Font
    type_subject: Font
    addressee_label: Font
    addressee: Font
    addressees_on_own_lines: bool
    authority: Font
    legal_basis: Font
    body: Font
    indent: float
    capacity: Font
    signer_title: Font
    signer_name: Font
    distribution_label: Font
    distribution_label_underlined: bool
    distribution: Font
    closing: str
    urgency: Font
    draft: Font
    sample: Font
    page_number: Font
    page_number_baseline: float


STATE = Preset(
    national_title=("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Font(12, bold=True)),  # 12-13
    motto=("Độc lập - Tự do - Hạnh phúc", Font(13, bold=True)),  # 13-14
    superior_body=Font(12),  # 12-13
    issuing_body=Font(12, bold=True),  # 12-13
    star=False,
    header_leading=15.6,
    number=Font(13),  # 13
    number_label="Số:",
    number_joiner="/",
    place_date=Font(13, italic=True),  # 13-14
    letter_subject=Font(12),  # 12-13
    type_name=Font(14, bold=True),  # 13-14
    type_subject=Font(14, bold=True),  # 13-14
    addressee_label=Font(14),  # 13-14
    addressee=Font(14),
    addressees_on_own_lines=True,  # II.9: the dashes stand under the colon
    authority=Font(14, bold=True),
    legal_basis=Font(14, italic=True),  # 13-14
    body=Font(14),  # 13-14
    indent=12.7 * MM,  # 10 or 12.7 mm
    capacity=Font(14, bold=True),  # 13-14
    signer_title=Font(14, bold=True),
    signer_name=Font(14, bold=True),
    distribution_label=Font(12, bold=True, italic=True),  # 12
    distribution_label_underlined=False,
    distribution=Font(11),  # 11
    closing="./.",
    urgency=Font(13, bold=True),  # 13-14; the longest word keeps room in its box
    draft=Font(13, bold=True),
    sample=Font(72, bold=True),
    page_number=Font(13),  # 13-14, centred in the top margin
    page_number_baseline=11.5 * MM,
)

PARTY = Preset(
    national_title=("ĐẢNG CỘNG SẢN VIỆT NAM", Font(15, bold=True)),
    motto=None,
    superior_body=Font(14),
    issuing_body=Font(14, bold=True),
    star=True,
    header_leading=17.4,
    number=Font(14),
    number_label="Số",
    number_joiner="-",
    place_date=Font(14, italic=True),
    letter_subject=Font(12, italic=True),
    type_name=Font(15, bold=True),  # 15-16
    type_subject=Font(14, bold=True),  # 14-15
    addressee_label=Font(14, italic=True),
    addressee=Font(14),
    addressees_on_own_lines=False,
    authority=Font(14, bold=True),
    legal_basis=Font(14),
    body=Font(14),  # 14-15
    indent=10 * MM,
    capacity=Font(14, bold=True),
    signer_title=Font(14),  # bold by the style's switch
    signer_name=Font(14, bold=True),
    distribution_label=Font(14),
    distribution_label_underlined=True,
    distribution=Font(12),
    closing=".",
    urgency=Font(14, bold=True),
    draft=Font(14, italic=True),
    sample=Font(72, bold=True),
    page_number=Font(14),  # its top 10 mm below the edge of the paper
    page_number_baseline=10 * MM + 0.891 * 14,
)

PRESETS = {Layout.STATE: STATE, Layout.PARTY: PARTY}
