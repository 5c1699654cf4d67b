"""Several PDF files as one, page for page as they are."""

from __future__ import annotations

import io
from collections.abc import Iterable

from pypdf import PdfWriter


def merge_pdfs(files: Iterable[tuple[str, bytes]], title: str) -> bytes:
    """Join files in their order under a title, with a bookmark to each by its words.

    Their pages are taken over as they are: what was issued is not set again. The same bytes for
    the same input. Raises ValueError when there is no file at all.
    """
    merged = PdfWriter()
    for words, pdf in files:
        merged.append(io.BytesIO(pdf), outline_item=words, import_outline=False)
    if not merged.pages:
        raise ValueError("no file to join")
    merged.metadata = {"/Title": title, "/Creator": "Sổ Phát ngôn"}
    merged.page_mode = "/UseOutlines"
    buffer = io.BytesIO()
    merged.write(buffer)
    return buffer.getvalue()
