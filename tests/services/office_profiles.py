"""The two offices that the tests of letters and requests work for, and the paper they write to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from app.bootstrap import AppContext
from app.rules.numbering import Term
from app.rules.vocabulary import Layout
from app.services.letters import store as letter_store
from app.services.letters.service import LetterView
from app.services.office.service import OfficeProfile, SignerLine
from tests.factories import make_article, make_body, make_outlet

TERM = Term("Nhiệm kỳ 2025 - 2030", date(2025, 10, 3))


def state_profile(ctx: AppContext, **over: Any) -> OfficeProfile:
    """Return an unsaved profile of a department of the province."""
    profile = replace(
        ctx.office.default_profile(Layout.STATE),
        name="Sở Xây dựng",
        superior_name="UBND tỉnh An Giang",
        place="An Giang",
        symbol="SXD-VP",
        signers=(
            SignerLine("Nguyễn Văn A", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
            SignerLine("Trần Thị Bình", "", "GIÁM ĐỐC"),
        ),
        distribution=("Như trên", "UBND tỉnh (để báo cáo)", "Lưu: VT, VP"),
    )
    return replace(profile, **over)


def party_profile(ctx: AppContext, **over: Any) -> OfficeProfile:
    """Return an unsaved profile of the province's Party committee."""
    profile = replace(
        ctx.office.default_profile(Layout.PARTY),
        name="Tỉnh ủy An Giang",
        place="An Giang",
        symbol="CV/TU",
        signers=(SignerLine("Mai Văn H", "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC"),),
        distribution=("Như trên", "Ủy ban nhân dân tỉnh", "Lưu Văn phòng Tỉnh ủy"),
        terms=(TERM,),
    )
    return replace(profile, **over)


def make_authority(ctx: AppContext) -> int:
    """Add the body that gets the copies of duty 17."""
    return make_body(
        ctx, name="Sở Văn hóa và Thể thao", short_name="Sở VHTT", is_press_authority=True
    )


def own_letter(ctx: AppContext) -> LetterView:
    """Add a draft that stands for itself, with the text of a request to a newspaper."""
    text = ctx.requests.new_draft(article_in(ctx)).letter
    with ctx.db.writing() as session:
        letter = letter_store.new_draft(text, None, None)
        session.add(letter)
        session.flush()
        letter_id = letter.id
    return ctx.letters.get(letter_id)


def article_in(ctx: AppContext, outlet: str = "Báo Điện tử Đồng bằng", **over: Any) -> int:
    """Add an article in an outlet of that name, which is made on first use."""
    found = ctx.records.options("outlet", outlet)
    outlet_id = found[0].id if found else make_outlet(ctx, name=outlet)
    return make_article(ctx, outlet_id=outlet_id, **over)
