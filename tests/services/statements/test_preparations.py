"""Duty 25 on stored records: what is confirmed by whom, what is missing, what prints."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

import pdfplumber

from app.bootstrap import AppContext
from app.services.plain import ListQuery
from tests import factories


def words(ctx: AppContext, sheet: int) -> str:
    with pdfplumber.open(io.BytesIO(ctx.statements.preparation_pdf(sheet))) as pdf:
        (page,) = pdf.pages
        return " ".join(page.extract_text().split())


def save(ctx: AppContext, sheet: int, **changes: Any) -> None:
    stored = ctx.records.get("preparation", sheet)
    ctx.records.save("preparation", {**stored.values, **changes}, sheet, stored.version)


def test_the_printed_sheet_says_who_confirmed_what_and_what_is_not_said(ctx: AppContext) -> None:
    incident = factories.make_incident(ctx, title="Sạt lở bờ kè")
    sheet = factories.make_preparation(
        ctx, title="Họp báo bờ kè", incident_id=incident, speaker="Trần Thị Bình",
        planned_at=datetime(2026, 10, 5, 10, 0), place="Trụ sở",
        facts=(
            {"fact": "Kè nứt 5 mét.", "confirmed_by": "Đội đê",
             "confirmed_at": datetime(2026, 10, 5, 8, 0)},
            {"fact": "Kè xây năm 2020."},
        ),
    )  # fmt: skip
    shown = words(ctx, sheet)
    assert "Vụ việc: Sạt lở bờ kè" in shown
    assert "Phát ngôn: 05/10/2026 10:00, Trụ sở" in shown
    assert "Xác nhận: Đội đê, 05/10/2026 08:00" in shown
    assert "CHƯA AI XÁC NHẬN" in shown
    assert "Số tiền thiệt hại Vì: Chưa có kết luận." in shown
    assert "CHƯA XÁC NHẬN phiếu không chứa bí mật nhà nước." in shown


def test_the_word_about_secrets_is_kept_with_its_time(ctx: AppContext) -> None:
    """Duties 24 and 25."""
    sheet = factories.make_preparation(ctx)
    save(ctx, sheet, secrecy_confirmed=True)
    assert "không chứa bí mật nhà nước lúc 05/10/2026 09:00" in words(ctx, sheet)
    save(ctx, sheet, secrecy_confirmed=False)
    assert "CHƯA XÁC NHẬN" in words(ctx, sheet)


def test_the_word_falls_with_what_is_changed_after_it(ctx: AppContext) -> None:
    """Duty 24: what was changed has to be looked at again."""
    sheet = factories.make_preparation(ctx, secrecy_confirmed=True)
    save(ctx, sheet)
    assert ctx.records.get("preparation", sheet).values["secrecy_confirmed"]
    save(ctx, sheet, facts=({"fact": "Kè nứt 50 mét.", "confirmed_by": "Đội đê"},))
    assert not ctx.records.get("preparation", sheet).values["secrecy_confirmed"]
    assert "CHƯA XÁC NHẬN" in words(ctx, sheet)
    save(ctx, sheet, message="Đã rào chắn.", secrecy_confirmed=True)
    assert "Đã xác nhận không chứa" in words(ctx, sheet)
    save(ctx, sheet, message="Đã rào chắn, cắm biển.")
    assert "CHƯA XÁC NHẬN" in words(ctx, sheet)


def test_what_is_still_missing_is_said_on_the_page_of_the_record(ctx: AppContext) -> None:
    sheet = factories.make_preparation(
        ctx, facts=({"fact": "Kè nứt."},), questions=({"question": "Vì sao?"},)
    )
    assert ctx.records.hints("preparation", sheet) == (
        "1 dữ kiện chưa ghi ai xác nhận; chưa xác nhận thì chưa nói.",
        "1 câu hỏi dự kiến chưa có câu trả lời.",
        "Chưa xác nhận phiếu không chứa bí mật nhà nước.",
    )
    ready = factories.make_preparation(ctx, secrecy_confirmed=True)
    assert ctx.records.hints("preparation", ready) == ()
    assert (
        "Chưa có dữ kiện"
        in ctx.records.hints("preparation", factories.make_preparation(ctx, facts=()))[0]
    )


def test_a_preparation_is_found_by_a_question_in_it(ctx: AppContext) -> None:
    sheet = factories.make_preparation(ctx)
    assert ctx.records.ids("preparation", ListQuery(search="chiu trach nhiem")) == [sheet]
