"""From the facts of a letter to the bytes of its PDF."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from threading import RLock

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from app.exports.letter.characters import check_characters
from app.exports.letter.data import LetterData
from app.exports.letter.documents import letter_rows
from app.exports.letter.presets import LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT
from app.exports.letter.setting import Setting
from app.exports.letter.styles import load_party_styles
from app.exports.letter.typesetting.fonts import Family, load_family
from app.exports.letter.typesetting.page import Page, Row, Text, centred, draw, paginate
from app.exports.letter.wording import cleaned, number_text
from app.rules.letter_style import PartyStyle, party_style_on

# Page streams as they are, not in printable characters: a quarter shorter.
rl_config.useA85 = 0

# What stands across a page made of sample data: seen on paper too, and the text stays readable.
SAMPLE = "DỮ LIỆU MẪU"
_SAMPLE_GREY = 0.85
_SAMPLE_ANGLE = 52  # degrees, along the page's diagonal

# reportlab's fonts read their files through one shared position: one letter at a time.
LOCK = RLock()


def render_letter(
    data: LetterData,
    style: PartyStyle | None = None,
    *,
    font_folder: Path | None = None,
    sample: bool = False,
) -> bytes:
    """Return the letter as a PDF, the same bytes for the same input.

    ``style`` are the Party's switches; None takes the shipped ones in force on the letter's date
    (today without one). ``font_folder`` is the office's own folder of fonts. ``sample`` writes
    across every page that it is made of sample data. Raises FontMissing when no font is usable or
    one lacks a character, naming the character and its field.
    """
    return render_letters([(data, style)], font_folder=font_folder, sample=sample)


def render_letters(
    items: Iterable[tuple[LetterData, PartyStyle | None]],
    *,
    font_folder: Path | None = None,
    sample: bool = False,
) -> bytes:
    """Return several letters as one PDF, each with page numbers of its own.

    The document's title, author and subject are those of the first letter. Raises as
    ``render_letter`` does, and ValueError when there is no letter at all.
    """
    with LOCK:
        family = load_family(font_folder)
        buffer = io.BytesIO()
        canvas: Canvas | None = None
        for data, style in items:
            setting = _setting(data, style, family, sample)
            if canvas is None:
                canvas = _new_canvas(buffer, setting)
            _draw_letter(canvas, setting)
        if canvas is None:
            raise ValueError("no letter to render")
        canvas.save()
        return buffer.getvalue()


def _setting(data: LetterData, style: PartyStyle | None, family: Family, sample: bool) -> Setting:
    data = cleaned(data)
    check_characters(data, family)
    if style is None:
        style = party_style_on(load_party_styles(), data.date or date.today())
    return Setting(data, family, style, sample)


def _new_canvas(buffer: io.BytesIO, setting: Setting) -> Canvas:
    data = setting.data
    canvas = Canvas(
        buffer,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        # Else Helvetica, which is not embedded; the stubs take the name for a number.
        initialFontName=setting.family.faces[0].name,  # type: ignore[arg-type]
        invariant=1,
        pageCompression=1,
        lang="vi-VN",
    )
    canvas.setTitle(_title(setting))
    canvas.setAuthor(data.issuing_body)
    canvas.setSubject(data.subject)
    canvas.setCreator("Sổ Phát ngôn")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _title(setting: Setting) -> str:
    """Return "Công văn số 35/SXD-VP: yêu cầu …" for the viewer's title bar."""
    data = setting.data
    name = data.document_type.label
    if data.number is not None:
        name += f" số {number_text(data.number)}{setting.preset.number_joiner}{data.symbol}"
    mark = f"[{SAMPLE}] " if setting.sample else ""
    return f"{mark}{name}: {data.subject}"


def _draw_letter(canvas: Canvas, setting: Setting) -> None:
    draw_pages(canvas, setting, paginate(letter_rows(setting)))


def draw_pages(canvas: Canvas, setting: Setting, pages: Iterable[Page]) -> None:
    """Draw pages with what stands in their top margin, and across them if they are a sample."""
    for number, page in enumerate(pages, start=1):
        if setting.sample:
            _mark_as_sample(canvas, setting)
        draw(canvas, [(0, _margin(setting, number)), *page])
        canvas.showPage()


def _mark_as_sample(canvas: Canvas, setting: Setting) -> None:
    """Write across the page, under the text, what nobody takes for a part of the letter."""
    preset = setting.preset.sample
    canvas.saveState()
    canvas.setFillGray(_SAMPLE_GREY)
    canvas.setFont(setting.family.face(preset.bold, preset.italic).name, preset.size)
    canvas.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
    canvas.rotate(_SAMPLE_ANGLE)
    canvas.drawCentredString(0, -preset.size / 3, SAMPLE)
    canvas.restoreState()


def _margin(setting: Setting, number: int) -> Row:
    """Set what stands in the top margin: the draft's mark, and the number from page 2 on."""
    row, preset = Row(0), setting.preset
    if setting.data.draft:
        line = setting.line("DỰ THẢO", preset.draft)
        row.texts.append(Text(LEFT, preset.page_number_baseline, preset.draft.size, line))
    if number > 1:
        line = setting.line(str(number), preset.page_number)
        baseline = preset.page_number_baseline
        row.texts.append(centred(line, preset.page_number, LEFT, RIGHT, baseline))
    return row
