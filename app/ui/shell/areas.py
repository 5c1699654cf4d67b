"""The areas on the left of the window, and which page shows a record of each kind.

Pages are imported when first shown: the window is painted before any of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from app.settings import Settings
from app.ui.pages.page import Page

if TYPE_CHECKING:
    from app.bootstrap import AppContext


@dataclass(frozen=True, slots=True)
class Area:
    """One area: its words on the left, and the kind of record it lists; None has its own page."""

    id: str
    text: str
    kind: str | None


AREAS = (
    Area("today", "Việc hôm nay", None),
    Area("incidents", "Vụ việc", "incident"),
    Area("articles", "Bài báo", "article"),
    Area("requests", "Yêu cầu cải chính", "correction_request"),
    Area("letters", "Văn bản đi", "letter"),
    Area("outlets", "Cơ quan báo chí", "outlet"),
    Area("bodies", "Cơ quan, đơn vị", "body"),
    Area("legal_bases", "Căn cứ pháp lý", "legal_basis"),
    Area("letter_styles", "Thể thức văn bản Đảng", "letter_style"),
    Area("office", "Hồ sơ cơ quan", None),
    Area("legal_rules", "Thời hạn theo luật", "legal_rule"),
    Area("calendar_days", "Lịch ngày nghỉ", "calendar_day"),
)

# Kinds whose records are worked on by a page made for them; all others share one page.
KINDS_WITH_OWN_PAGE = ("correction_request", "letter")


def first_page(area: Area, ctx: AppContext, settings: Settings) -> Page:
    """Return the page that an area opens with."""
    if area.id == "today":
        from app.ui.today.page import TodayPage

        return TodayPage(ctx, settings)
    if area.kind is None:
        from app.ui.pages.office_page import OfficePage

        return OfficePage(ctx)

    from app.services.sheets import SHEETS, write_sheet
    from app.ui.clocks.list_tools import list_tools
    from app.ui.lists.exporting import Exporter
    from app.ui.pages.list_page import ListPage

    exporter = None
    if area.kind in SHEETS:
        write = partial(write_sheet, ctx)
        exporter = Exporter(write, settings, is_sample=ctx.is_sample)
    return ListPage(ctx, area.kind, settings, exporter, list_tools(ctx, area.kind))


def record_page(
    ctx: AppContext,
    settings: Settings,
    kind: str,
    record_id: int | None,
    values: Mapping[str, Any] | None,
) -> Page:
    """Return the page for one record; a new one where ``record_id`` is None."""
    if kind == "correction_request":
        from app.ui.requests.page import RequestPage

        return RequestPage(ctx, settings, record_id, values)
    if kind == "letter" and record_id is not None:
        from app.ui.pages.letter_page import LetterPage

        return LetterPage(ctx, settings, record_id)

    from app.ui.pages.record_page import RecordPage

    return RecordPage(ctx, kind, record_id, values)
