"""What a reorganisation would do, in words, while it is only tried out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Body, Office
from app.rules.dates import date_text
from app.services.reorganisation.data import Follower, ReorganisationPlan
from app.services.reorganisation.doing import Begun, key_of
from app.services.reorganisation.texts import Named, drafts_naming, texts_naming
from app.services.reorganisation.uses import (
    Effect,
    Found,
    count_all,
    find_open,
    group_title,
    row_title,
)
from app.specs.registry import SPECS
from app.text import fold

_OFFICE = "Hồ sơ cơ quan"
_MOST_NAMED = 5


def make_plan(session: Session, begun: Begun, today: date) -> ReorganisationPlan:
    """Say what ends, begins, follows, is to be looked at and stays."""
    ids = [body.id for body in begun.old]
    found = list(find_open(session, ids, begun.on))
    if begun.old_stays:
        return _part_plan(begun, found)
    texts = list(texts_naming(session, begun.old))
    heirs = begun.heirs
    came = begun.on <= today
    followers = [
        _row_follower(begun, one, ticked=came or one.use.is_dated)
        for one in found
        if heirs and one.use.effect is Effect.FOLLOWS
    ]
    followers += [
        _text_follower(named, heirs[0], ticked=came)
        for named in texts
        if heirs and named.renamed(heirs[0]) not in (None, named.text)
    ]
    going = {one.key for one in followers}
    left = [
        one
        for one in found
        if key_of(one.row, one.use.column) not in going
    ]  # fmt: skip
    counts = count_all(session, ids)
    counts.subtract(Counter(one.kind for one in found))
    return ReorganisationPlan(
        ends=tuple(
            f"{body.name}: đến hết ngày {date_text(begun.on - timedelta(days=1))}"
            for body in begun.old
        ),
        begins=_begins(begun),
        heirs=tuple(body.name for body in heirs),
        followers=tuple(followers),
        reviews=(*_reviews(left), *_text_reviews(session, begun, texts, going)),
        stays=tuple(
            f"{count} {SPECS[kind].singular}" for kind, count in counts.items() if count > 0
        ),
        notes=tuple(_notes(session, begun, came=came)),
    )


def _part_plan(begun: Begun, found: Sequence[Found]) -> ReorganisationPlan:
    """Say what a body taken out of one that stays begins with: with nothing, unless it is sent."""
    (old,) = begun.old
    made = begun.made[0].name if len(begun.made) == 1 else "cơ quan mới"
    followers = tuple(
        _row_follower(begun, one, ticked=False) for one in found if one.use.effect is Effect.FOLLOWS
    )
    note = f"{old.name} vẫn tồn tại, hồ sơ của cơ quan này để nguyên"
    if followers:
        note += f"; đánh dấu dưới đây hồ sơ nào chuyển về {made}"
    return ReorganisationPlan(
        ends=(),
        begins=_begins(begun),
        heirs=tuple(body.name for body in begun.heirs),
        followers=followers,
        reviews=(
            *(
                f"Phân công người phát ngôn, ban hành quy chế phát ngôn của {body.name}."
                for body in begun.made
            ),
            f"Thêm {made} vào nơi nhận, thành phần giao ban, kế hoạch kiểm tra nếu cần.",
        ),
        notes=(f"{note}.",),
    )


def _begins(begun: Begun) -> tuple[str, ...]:
    return tuple(f"{body.name}: từ ngày {date_text(begun.on)}" for body in begun.made)


def _row_follower(begun: Begun, found: Found, *, ticked: bool) -> Follower:
    old = next(body for body in begun.old if body.id == getattr(found.row, found.use.column))
    return Follower(
        key_of(found.row, found.use.column),
        group_title(found),
        row_title(found),
        f"{old.name} → {begun.heirs[0].name}",
        ticked,
    )


def _text_follower(named: Named, heir: Body, *, ticked: bool) -> Follower:
    group = SPECS["outlet"].plural if named.row.__tablename__ == "outlets" else _OFFICE
    return Follower(named.key, group, named.title, f"{named.text} → {named.renamed(heir)}", ticked)


def _reviews(left: list[Found]) -> list[str]:
    """Name what the clerk is to see to, a sentence for each task."""
    named: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for found in left:
        wanted = found.use.wanted or "xem lại, vì không có cơ quan kế thừa"
        named[group_title(found), wanted].append(row_title(found))
    return [
        f"{group}, {len(titles)} mục: {wanted} ({_listed(titles)})."
        for (group, wanted), titles in named.items()
    ]


def _text_reviews(session: Session, begun: Begun, texts: list[Named], going: set[str]) -> list[str]:
    sentences = []
    missed = [named.title for named in texts if named.key not in going]
    if missed:
        sentences.append(f"Sửa bằng tay chỗ ghi tên cơ quan cũ: {_listed(missed)}.")
    drafts = drafts_naming(session, begun.old)
    if drafts:
        sentences.append(
            f"Văn bản chưa phát hành, {len(drafts)} văn bản: xem lại tên cơ quan "
            f"({_listed(drafts)})."
        )
    return sentences


def _notes(session: Session, begun: Begun, *, came: bool) -> list[str]:
    notes = []
    if not came:
        notes.append(
            f"Ngày {date_text(begun.on)} chưa tới: hồ sơ đang mở để nguyên, trừ mục anh/chị đánh "
            "dấu dưới đây."
        )
    if len(begun.heirs) > 1:
        notes.append(
            f"Ghi ở ô “Cơ quan kế thừa”: {begun.heirs[0].name}. Mỗi hồ sơ có thể chuyển về một "
            "cơ quan khác."
        )
    office = session.scalars(select(Office)).one_or_none()
    ending = {body.id for body in begun.old}
    is_authority = any(body.is_press_authority for body in begun.old)
    if (office is not None and office.press_authority_id in ending) or is_authority:
        notes.append(
            f"Văn bản từ ngày {date_text(begun.on)} tự gửi cơ quan quản lý nhà nước về báo chí là "
            f"{begun.heirs[0].name}."
            if begun.heirs
            else "Không còn cơ quan quản lý nhà nước về báo chí: chọn lại trong Hồ sơ cơ quan."
        )
    if office is not None and any(fold(body.name) == fold(office.name) for body in begun.old):
        notes.append(
            "Đây là cơ quan của anh/chị: xem lại ký hiệu, người ký trong Hồ sơ cơ quan sau khi "
            "sắp xếp."
        )
    return notes


def _listed(titles: list[str]) -> str:
    shown = "; ".join(titles[:_MOST_NAMED])
    more = len(titles) - _MOST_NAMED
    return f"{shown}; và {more} mục nữa" if more > 0 else shown
