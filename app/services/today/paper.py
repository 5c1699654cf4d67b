"""The work list as a page to print."""

from __future__ import annotations

from app.exports.work_list.data import PaperGroup, PaperLine, WorkListPaper
from app.services.today.data import GroupLines, TodayLine, WorkList


def work_list_pdf(found: WorkList, office: str, *, is_sample: bool) -> bytes:
    """Return the list as a PDF of one page. Raises FontMissing."""
    from app.exports.work_list.page import work_list_page  # reportlab, only when one is printed

    groups = tuple(map(_group, found.groups))
    return work_list_page(
        WorkListPaper(
            office,
            found.at.replace(second=0, microsecond=0),
            groups,
            later_words(found),
            is_sample=is_sample,
        )
    )


def later_words(found: WorkList) -> str:
    """Say what is due after the week, and what has not been counted anew yet."""
    later = f"Còn {found.later} việc đến hạn sau 7 ngày tới." if found.later else ""
    return " ".join(part for part in (later, found.uncounted) if part)


def _group(group: GroupLines) -> PaperGroup:
    return PaperGroup(group.group.label, group.total, tuple(map(_line, group.lines)))


def _line(line: TodayLine) -> PaperLine:
    return PaperLine(line.label, line.title, line.due_text, line.next_step)
