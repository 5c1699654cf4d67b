"""Whether the PC's clock can be right: letters take their dates, and books their years, from it."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.rules.dates import date_text, date_time_text
from app.rules.typed_dates import LAST_YEAR

# No copy of the app is older: a PC whose battery is dead begins at its board's year, long before.
_FIRST_YEAR = 2026
# A book may come from a PC that was a few hours ahead.
_LEEWAY = timedelta(days=1)


def clock_doubt(now: datetime, last_saved: datetime | None) -> str:
    """Return why ``now`` cannot be the time, and what to do; empty where it may be.

    ``last_saved`` is the time of the latest save in the book, by the clock of that moment.
    """
    if not _FIRST_YEAR <= now.year <= LAST_YEAR:
        reason = f"Đồng hồ máy đang chỉ {date_time_text(now)}, chắc chắn sai."
    elif last_saved is not None and now < last_saved - _LEEWAY:
        reason = (
            f"Đồng hồ máy đang chỉ {date_time_text(now)}, sớm hơn lần cất gần nhất trong sổ "
            f"(ngày {date_text(last_saved)})."
        )
    else:
        return ""
    return (
        f"{reason} Nếu đồng hồ sai thì ngày, số văn bản và các hạn đều sai theo: chỉnh lại ngày "
        "giờ trong Cài đặt của Windows trước khi làm việc."
    )
