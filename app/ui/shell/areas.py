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
    """One area: its words on the left, and the kind of record it lists; None has its own page.

    Areas of one ``group`` stand together under its heading. Ctrl+``digit`` is its key.
    """

    id: str
    group: str
    text: str
    kind: str | None
    digit: int | None = None


_DAILY = "Hằng ngày"
_ORGANISATION = "Tổ chức phát ngôn"
_PERIODIC = "Theo kỳ"
_DIRECTORY = "Danh bạ"
_SETTINGS = "Thiết lập"

AREAS = (
    Area("today", _DAILY, "Việc hôm nay", None, 1),
    Area("incidents", _DAILY, "Vụ việc", "incident", 2),
    Area("articles", _DAILY, "Bài báo", "article", 3),
    Area("requests", _DAILY, "Yêu cầu cải chính", "correction_request", 4),
    Area("statements", _DAILY, "Phát ngôn", "statement", 8),
    Area("preparations", _DAILY, "Phiếu chuẩn bị", "preparation"),
    Area("enquiries", _DAILY, "Câu hỏi báo chí", "enquiry"),
    Area("violations", _DAILY, "Vi phạm báo nêu", "violation"),
    Area("letters", _DAILY, "Văn bản đi", "letter", 5),
    Area("spokespersons", _ORGANISATION, "Người phát ngôn", "spokesperson"),
    Area("authorisations", _ORGANISATION, "Ủy quyền phát ngôn", "authorisation"),
    Area("regulations", _ORGANISATION, "Quy chế phát ngôn", "regulation"),
    Area("regulation_progress", _ORGANISATION, "Rà soát quy chế", None),
    Area("legal_documents", _ORGANISATION, "Văn bản pháp luật, Đảng", "legal_document"),
    Area("briefings", _PERIODIC, "Giao ban báo chí", "briefing"),
    Area("inspections", _PERIODIC, "Kiểm tra", "inspection"),
    Area("trainings", _PERIODIC, "Tập huấn", "training"),
    Area("outlets", _DIRECTORY, "Cơ quan báo chí", "outlet", 6),
    Area("bodies", _DIRECTORY, "Cơ quan, đơn vị", "body", 7),
    Area("contacts", _DIRECTORY, "Nhà báo, người liên hệ", "contact"),
    Area("office", _SETTINGS, "Hồ sơ cơ quan", None),
    Area("legal_bases", _SETTINGS, "Căn cứ pháp lý", "legal_basis"),
    Area("refusal_grounds", _SETTINGS, "Căn cứ từ chối", "refusal_ground"),
    Area("legal_rules", _SETTINGS, "Thời hạn theo luật", "legal_rule"),
    Area("calendar_days", _SETTINGS, "Lịch ngày nghỉ", "calendar_day"),
    Area("letter_styles", _SETTINGS, "Thể thức văn bản Đảng", "letter_style"),
)

# Kinds whose records are worked on by a page made for them; all others share one page.
KINDS_WITH_OWN_PAGE = ("correction_request", "letter")


def first_page(area: Area, ctx: AppContext, settings: Settings) -> Page:
    """Return the page that an area opens with."""
    if area.id == "today":
        from app.ui.today.page import TodayPage

        return TodayPage(ctx, settings)
    if area.id == "office":
        from app.ui.pages.office_page import OfficePage

        return OfficePage(ctx)

    from app.services.sheets import SHEETS, write_sheet
    from app.ui.clocks.list_tools import list_tools
    from app.ui.lists.exporting import Exporter
    from app.ui.lists.more_sheets import sheet_tools

    write = partial(write_sheet, ctx)
    if area.kind is None:
        from app.ui.regulations.progress_page import ProgressPage

        return ProgressPage(ctx, Exporter(write, settings, is_sample=ctx.is_sample))

    from app.ui.briefings.list_tools import briefing_tools
    from app.ui.pages.list_page import ListPage
    from app.ui.record_letters.batching import batch_tools
    from app.ui.reorganisation.opening import reorganisation_tools
    from app.ui.speakers.list_tools import speaker_tools
    from app.ui.trainings.coverage_page import coverage_tools

    exporter = None
    if area.kind in SHEETS:
        exporter = Exporter(write, settings, is_sample=ctx.is_sample)
    kind = area.kind
    tools = (
        *list_tools(ctx, kind),
        *briefing_tools(kind),
        *speaker_tools(ctx, kind, settings, exporter),
        *coverage_tools(kind),
        *reorganisation_tools(ctx, kind),
        *batch_tools(ctx, kind),
        *sheet_tools(exporter, kind),
    )
    return ListPage(ctx, area.kind, settings, exporter, tools)


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
    if kind == "training_coverage":
        from app.ui.trainings.coverage_page import CoveragePage

        return CoveragePage(ctx)
    if kind == "briefing_year":  # no record, but asked for as one is
        from app.ui.briefings.year_page import YearPage

        return YearPage(ctx)
    if kind == "letter_batch" and record_id is not None:
        from app.ui.record_letters.batch_page import BatchPage

        return BatchPage(ctx, settings, record_id)
    if kind == "letter" and record_id is not None:
        if ctx.letters.get(record_id).purpose is not None:
            from app.ui.record_letters.page import RecordLetterPage

            return RecordLetterPage(ctx, settings, record_id)
        from app.ui.pages.letter_page import LetterPage

        return LetterPage(ctx, settings, record_id)

    from app.ui.pages import accountable_page
    from app.ui.pages.record_page import RecordPage

    if kind in accountable_page.KINDS:
        return accountable_page.AccountablePage(ctx, kind, record_id, values, settings=settings)
    return RecordPage(ctx, kind, record_id, values, settings=settings)
