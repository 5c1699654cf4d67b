"""A violation that the press found, at each point where a letter is written."""

from __future__ import annotations

from datetime import date, datetime

from app.bootstrap import AppContext
from tests.factories import make_article, make_body, make_outlet, make_violation


def violation(ctx: AppContext, *steps: dict[str, object], **over: object) -> int:
    """One that two newspapers told of, inspected so far as the steps say."""
    told = (
        ("Báo Đồng bằng", "Phà thu phí vượt giá niêm yết", 1),
        ("Đài Truyền hình Sông Hậu", "Người dân phải trả thêm tiền qua phà", 3),
    )
    articles = tuple(
        {
            "article_id": make_article(
                ctx,
                outlet_id=make_outlet(ctx, name=outlet, type="television" if day > 1 else "print"),
                title=title,
                published_at=datetime(2026, 9, day, 6, 0),
            )
        }
        for outlet, title, day in told
    )
    values: dict[str, object] = {
        "title": "Thu phí sai quy định tại bến phà Rạch Dừa",
        "learned_on": date(2026, 9, 1),
        "asked_on": date(2026, 9, 4),
        "finding": "Bến phà Rạch Dừa thu cao hơn giá niêm yết từ tháng 6/2026.",
        "source": None,
        "subject": "Ban quản lý bến phà Rạch Dừa",
        "accountable_body_id": make_body(ctx, name="Ủy ban nhân dân xã Cù Lao Dừa"),
        "articles": articles,
        "steps": steps,
        **over,
    }
    return make_violation(ctx, **values)


DIRECTED: dict[str, object] = {
    "step": "directed",
    "done_on": date(2026, 9, 4),
    "who": "Sở Xây dựng",
    "paper": "45/SXD-VP",
}
INSPECTED: dict[str, object] = {
    "step": "inspected",
    "done_on": date(2026, 9, 7),
    "until_on": date(2026, 9, 9),
    "who": "Đoàn kiểm tra của Ủy ban nhân dân xã Cù Lao Dừa",
}
CONCLUDED: dict[str, object] = {
    "step": "concluded",
    "done_on": date(2026, 9, 15),
    "paper": "12/TB-SXD",
}
HANDLED: dict[str, object] = {
    "step": "handled",
    "done_on": date(2026, 9, 21),
    "who": "Ủy ban nhân dân xã Cù Lao Dừa",
    "paper": "88/QĐ-UBND",
    "note": "Trả lại tiền thu thừa; khiển trách Trưởng ban quản lý bến phà.",
}
FOUND = {
    "conclusion": "wrongdoing",
    "conclusion_text": "Thu cao hơn giá niêm yết 2.000 đồng mỗi lượt từ ngày 01/6/2026.",
}


def told_violation(ctx: AppContext) -> int:
    team = (
        {"name": "Trần Thị Bình", "job_title": "Phó Giám đốc Sở", "role": "leader"},
        {"name": "Lê Văn Cường", "job_title": "Chuyên viên", "role": "member"},
    )
    return violation(ctx, team=team)


def inspected_violation(ctx: AppContext) -> int:
    return violation(ctx, DIRECTED, INSPECTED, **FOUND)


def handled_violation(ctx: AppContext) -> int:
    return violation(ctx, DIRECTED, INSPECTED, CONCLUDED, HANDLED, **FOUND)
