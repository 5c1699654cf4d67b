"""Write resources/start_values/holidays.json anew: the days off and make-up days of 2024 to 2030.

    .venv/bin/python build/holidays_data.py

They come from the library ``holidays``, corrected by what the legal reference says. None is
official: the office compares them with each year's announcement, and edits them.
"""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import holidays

YEARS = range(2024, 2031)
TARGET = Path(__file__).parents[1] / "resources" / "start_values" / "holidays.json"

_COMPUTED = (
    "Tính theo Điều 112 Bộ luật Lao động năm 2019 bằng thư viện lịch nghỉ lễ, "
    "chưa đối chiếu với thông báo nghỉ lễ, Tết của năm."
)
_NEW_YEAR_2026 = (
    "Báo đăng: Tết Bính Ngọ nghỉ từ 14/02 đến 22/02/2026; chưa đối chiếu với thông báo."
)
_CULTURE = (
    "Mới là chủ trương (Nghị quyết 80-NQ/TW), cần sửa Điều 112 Bộ luật Lao động; chưa kiểm chứng "
    "là ngày nghỉ nên chưa dùng. Khi có thông báo chính thức thì đánh dấu “Đang áp dụng”."
)
_SWAPPED = "Hoán đổi ngày làm việc theo thư viện lịch nghỉ lễ, chưa đối chiếu với thông báo."

# What the library lacks. The reference read that the New Year of 2026 gave four days off, weekend
# included, so the Friday was one; the Saturday worked for it is from memory only.
_ADDED = (
    {
        "day": "2026-01-02",
        "name": "Nghỉ Tết Dương lịch, thay ngày 10/01/2026",
        "kind": "swap",
        "is_enabled": True,
        "source": "Báo đăng: Tết Dương lịch 2026 nghỉ 4 ngày liền, từ 01/01 đến 04/01; "
        "chưa đối chiếu với thông báo.",
        "confirmed": False,
    },
    {
        "day": "2026-01-10",
        "name": "Làm bù ngày 02/01/2026",
        "kind": "make_up",
        "is_enabled": False,
        "source": "Ghi theo trí nhớ, chưa kiểm chứng nên chưa dùng.",
        "confirmed": False,
    },
)

_SUBSTITUTED = re.compile(r"Ngày nghỉ \(thay cho ngày (\d\d/\d\d/\d{4})\)")


def rows() -> list[dict[str, Any]]:
    """Return the rows of the file, by date."""
    found = [dict(row) for row in _ADDED]
    for year in YEARS:
        known = holidays.country_holidays("VN", years=year, language="vi")
        found += [_day_off(day, name) for day, name in known.items()]
        found += [
            _make_up(worked, day)
            for day, name in known.items()
            if (worked := _worked_instead(name)) is not None
        ]
    return sorted(found, key=lambda row: row["day"])


def _day_off(day: date, name: str) -> dict[str, Any]:
    kind, source = "holiday", _COMPUTED
    if worked := _worked_instead(name):
        kind, source = "swap", _SWAPPED
        name = f"Nghỉ thay ngày {worked:%d/%m/%Y}"
    elif "(nghỉ bù)" in name or name in ("29 Tết", "Mùng năm Tết Nguyên Đán"):
        kind = "in_lieu"  # these two stand for days of the New Year on a weekend
        name = name.replace(" (nghỉ bù)", "")
    if day.year == 2026 and "Tết Nguyên Đán" in name:
        source = _NEW_YEAR_2026
    is_culture_day = "Ngày Văn hóa Việt Nam" in name
    return {
        "day": day.isoformat(),
        "name": name,
        "kind": kind,
        "is_enabled": not is_culture_day,
        "source": _CULTURE if is_culture_day else source,
        "confirmed": False,
    }


def _make_up(worked: date, day_off: date) -> dict[str, Any]:
    return {
        "day": worked.isoformat(),
        "name": f"Làm bù ngày {day_off:%d/%m/%Y}",
        "kind": "make_up",
        "is_enabled": True,
        "source": _SWAPPED,
        "confirmed": False,
    }


def _worked_instead(name: str) -> date | None:
    found = _SUBSTITUTED.fullmatch(name)
    if found is None:
        return None
    day, month, year = map(int, found[1].split("/"))
    return date(year, month, day)


def text() -> str:
    """Return the whole file, one day a line."""
    lines = ",\n".join(f"    {json.dumps(row, ensure_ascii=False)}" for row in rows())
    return f'{{\n  "holidays": [\n{lines}\n  ]\n}}\n'


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8", newline="\n")
