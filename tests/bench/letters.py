"""500 different letters, merged and as files, beside other ways to set the same text."""

from __future__ import annotations

import importlib.util
import io
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfgen.canvas import Canvas

from app.demo.people_and_places import OUTLETS
from app.demo.stories import stories
from app.exports.letter import (
    LetterData,
    load_party_styles,
    party_style_on,
    render_letter,
    render_letters,
)
from app.exports.letter.typesetting import page as letter_page
from app.rules.letter_text.common import Voice
from app.rules.letter_text.correction import Point, RequestFacts, compose_request
from app.rules.vocabulary import ArticleKind, DocumentType, Layout, RequestKind
from tests.bench.measure import Result, medians, seconds

_COUNT = 500
_TIMES = 3
# One call of LibreOffice with more files than this silently leaves some out.
_OFFICE_FILES = 100
_LAW = "khoản 1 Điều 34 Luật Báo chí ngày 10 tháng 12 năm 2025"

Line = tuple[float, float, str, float, str]
_Way = Callable[[], float]


def letters(folder: Path) -> list[Result]:
    """Every repetition sets letters not seen before: what the engine remembers is no help."""
    sets = [list(islice(_letters(seed), _COUNT)) for seed in range(_TIMES)]
    drawn = [[_lines_of(letter) for letter in data[:25]] * (_COUNT // 25) for data in sets]
    ways: dict[str, tuple[_Way, _Way]] = {
        "ours": (_in_turn(sets, _merged), _in_turn(sets, partial(_files, folder))),
        "the text straight on a canvas": (
            _in_turn(drawn, _straight),
            _in_turn(drawn, partial(_straight_files, folder)),
        ),
    }
    if importlib.util.find_spec("typst"):
        ways["typst"] = (
            _in_turn(sets, partial(_typst_merged, folder)),
            _in_turn(sets, partial(_typst_files, folder)),
        )
    merged = dict(zip(ways, medians(_TIMES, *(way for way, _ in ways.values())), strict=True))
    files = dict(zip(ways, medians(_TIMES, *(way for _, way in ways.values())), strict=True))
    office = shutil.which("soffice")
    if office:
        merged["LibreOffice"] = seconds(lambda: _office(office, folder, [sets[0]]))
        some = seconds(lambda: _office(office, folder, sets[0][:_OFFICE_FILES]))
        files["LibreOffice"] = some * _COUNT / _OFFICE_FILES
    return [
        Result(f"{_COUNT} letters, {what}", times["ours"], "s", beside, other, aim)
        for what, times in (("merged", merged), ("as files", files))
        for beside, other in times.items()
        if beside != "ours"
        for aim in (1 if beside == "typst" else None,)
    ]


def _in_turn(sets: list[Any], work: Callable[[Any], object]) -> _Way:
    """Return what does the work on the next set each time and tells the seconds it took."""
    remaining = iter(sets)
    return lambda: seconds(lambda: work(next(remaining)))


def _letters(seed: int) -> Iterator[LetterData]:
    number = 0
    for story in stories(1000, seed):
        for article in story.articles:
            request, values = article.request, article.values
            if values["wrong_passage"] is None:
                continue
            number += 1
            outlet = OUTLETS[article.outlet]
            points = request.points if request else ((values["wrong_passage"], "Không đúng."),)
            text = compose_request(
                RequestFacts(
                    voice=Voice(Layout.STATE, "Sở Xây dựng", "V/v"),
                    kind=request.kind if request else RequestKind.CORRECT,
                    article_kind=ArticleKind(values["kind"]),
                    outlet_name=outlet["name"],
                    outlet_type=outlet["type"],
                    title=values["title"],
                    published_at=values["published_at"],
                    url=values["url"] or "",
                    points=tuple(Point(wrong, true) for wrong, true in points),
                    grounds=values["grounds"],
                    legal_basis=_LAW,
                )
            )
            yield LetterData(
                layout=Layout.STATE,
                document_type=DocumentType.OFFICIAL_LETTER,
                superior_body="UBND TỈNH AN GIANG",
                issuing_body="SỞ XÂY DỰNG",
                number=number,
                symbol="SXD-VP",
                place="An Giang",
                date=values["published_at"].date(),
                subject=text.subject,
                recipients=(outlet["name"],),
                body=text.body,
                signer_title="GIÁM ĐỐC",
                signer_name="Nguyễn Minh Khang",
                distribution=("Như trên", "Sở Văn hóa và Thể thao", "Lưu: VT, VP"),
            )


def _merged(data: list[LetterData]) -> bytes:
    return render_letters((letter, None) for letter in data)


def _files(folder: Path, data: list[LetterData]) -> None:
    style = party_style_on(load_party_styles(), data[0].date)
    for number, letter in enumerate(data):
        (folder / f"ours-{number}.pdf").write_bytes(render_letter(letter, style))


# The same lines of text, already set and broken, drawn where they belong: a floor.


def _lines_of(letter: LetterData) -> list[list[Line]]:
    """Return for each page its runs of text: x, y, font, size, words."""
    pages: list[list[Line]] = []
    draw_page, draw_text = letter_page.draw, letter_page.draw_text

    def recording(writer: object, text: letter_page.Text, top: float) -> None:
        x, y = text.x, 842 - top - text.baseline
        for face, run in text.line.runs:
            pages[-1].append((x, y, face.name, text.size, run))
            x += face.width(run) * text.size
        draw_text(writer, text, top)  # type: ignore[arg-type]

    class Pages(Canvas):
        def showPage(self) -> None:
            pages.append([])
            super().showPage()

    import app.exports.letter.engine as engine

    def recording_page(canvas: Canvas, page: letter_page.Page) -> None:
        pages.append([])
        draw_page(canvas, page)

    letter_page.draw_text, engine.draw = recording, recording_page
    try:
        render_letter(letter)
    finally:
        letter_page.draw_text, engine.draw = draw_text, draw_page
    return pages


def _draw(canvas: Canvas, pages: list[list[Line]]) -> None:
    for lines in pages:
        for x, y, font, size, words in lines:
            canvas.setFont(font, size)
            canvas.drawString(x, y, words)
        canvas.showPage()


def _canvas(target: object, pages: list[list[Line]]) -> Canvas:
    return Canvas(target, pagesize=(595, 842), initialFontName=pages[0][0][2], pageCompression=1)


def _straight(letters: list[list[list[Line]]]) -> None:
    canvas = _canvas(io.BytesIO(), letters[0])
    for pages in letters:
        _draw(canvas, pages)
    canvas.save()


def _straight_files(folder: Path, letters: list[list[list[Line]]]) -> None:
    for number, pages in enumerate(letters):
        canvas = _canvas(str(folder / f"straight-{number}.pdf"), pages)
        _draw(canvas, pages)
        canvas.save()


# typst: a template with the same parts and sizes -------------------------------------------

_TYPST_HEAD = """
#set page("a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm))
#set text(font: "Tinos", size: 14pt, lang: "vi")
#set par(justify: true, first-line-indent: (amount: 10mm, all: true), spacing: 12pt)
"""


def _typst_letter(letter: LetterData) -> str:
    body = "\n\n".join(map(_typst_text, letter.body))
    copies = " \\ ".join(map(_typst_text, letter.distribution))
    return f"""
#grid(columns: (68mm, 95mm), align: center,
[#text(12pt)[{letter.superior_body}] \\ #text(12pt)[*{letter.issuing_body}*] \\
 #text(13pt)[Số: {letter.number:02d}/{letter.symbol}] \\
 #text(12pt)[V/v {_typst_text(letter.subject)}]],
[#text(12pt)[*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM*] \\ #text(13pt)[*Độc lập - Tự do - Hạnh phúc*] \\
 #text(13pt)[_{letter.place}, ngày {letter.date:%d} tháng {letter.date:%m} năm 2026_]])
#align(center)[Kính gửi: {_typst_text(letter.recipients[0])}.]

{body}./.

#grid(columns: (62mm, 102mm),
[#text(12pt)[*_Nơi nhận:_*] \\ #text(11pt)[{copies}]],
align(center)[*{letter.signer_title}* #v(25mm) *{letter.signer_name}*])
"""


def _typst_text(text: str) -> str:
    return "".join("\\" + c if c in "\\#*_$@<>[]`~/" else c for c in text)


def _compiler(folder: Path) -> object:
    import typst

    fonts = ["/usr/share/fonts/truetype/croscore"]
    return typst.Compiler(root=folder, font_paths=fonts, ignore_system_fonts=True)


def _typst_merged(folder: Path, data: list[LetterData]) -> None:
    source = folder / "merged.typ"
    parts = "\n#pagebreak()\n".join(map(_typst_letter, data))
    source.write_text(_TYPST_HEAD + parts, encoding="utf-8")
    _compiler(folder).compile(source, output=folder / "merged.pdf")  # type: ignore[attr-defined]


def _typst_files(folder: Path, data: list[LetterData]) -> None:
    compiler = _compiler(folder)
    for number, letter in enumerate(data):
        source = (_TYPST_HEAD + _typst_letter(letter)).encode()
        output = folder / f"typst-{number}.pdf"
        compiler.compile(source, output=output)  # type: ignore[attr-defined]


# LibreOffice: flat text documents, converted without a window --------------------------------

_OFFICE_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<style:style style:name="B" style:family="paragraph"><style:paragraph-properties
 fo:text-align="justify" fo:text-indent="10mm" fo:margin-bottom="6pt"/>
<style:text-properties style:font-name="Tinos" fo:font-family="Tinos" fo:font-size="14pt"/>
</style:style>
<style:style style:name="N" style:family="paragraph"><style:paragraph-properties
 fo:break-before="page" fo:text-align="center"/>
<style:text-properties fo:font-family="Tinos" fo:font-size="12pt"/></style:style>
</office:automatic-styles><office:body><office:text>
"""
_OFFICE_TAIL = "</office:text></office:body></office:document>"


def _office_letter(letter: LetterData) -> str:
    first = f"{letter.superior_body} - {letter.issuing_body} - {letter.number}/{letter.symbol}"
    paragraphs = [letter.subject, letter.recipients[0], *letter.body, *letter.distribution,
                  letter.signer_title, letter.signer_name]  # fmt: skip
    body = "".join(f'<text:p text:style-name="B">{escape(text)}</text:p>' for text in paragraphs)
    return f'<text:p text:style-name="N">{escape(first)}</text:p>{body}'


def _office(office: str, folder: Path, data: list[LetterData] | list[list[LetterData]]) -> None:
    with tempfile.TemporaryDirectory(dir=folder) as name:
        work = Path(name)
        for number, item in enumerate(data):
            parts = item if isinstance(item, list) else [item]
            text = _OFFICE_HEAD + "".join(map(_office_letter, parts)) + _OFFICE_TAIL
            (work / f"{number}.fodt").write_text(text, encoding="utf-8")
        command = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
                   "--convert-to", "pdf", "--outdir", str(work),
                   *map(str, sorted(work.glob("*.fodt")))]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True)
        made = len(list(work.glob("*.pdf")))
        if made != len(data):
            raise RuntimeError(f"LibreOffice made {made} of {len(data)} files")
