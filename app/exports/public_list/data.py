"""The public list of spokespersons as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.rules.vocabulary import Layout

TITLE = "DANH SÁCH NGƯỜI PHÁT NGÔN VÀ CUNG CẤP THÔNG TIN CHO BÁO CHÍ"
# The six columns of the lists that provinces publish.
HEADINGS = (
    "STT", "Cơ quan, đơn vị", "Họ và tên", "Chức vụ/chức danh", "Số điện thoại", "Email",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PublicLine:
    """One spokesperson as the press is told of one."""

    body: str
    person: str
    position: str
    phone: str
    email: str

    def cells(self, number: int) -> tuple[int, str, str, str, str, str]:
        """Return the six cells of the line."""
        return number, self.body, self.person, self.position, self.phone, self.email


@dataclass(frozen=True, slots=True)
class PublicList:
    """The list that holds on a day, with the head and the signer of the office that makes it."""

    on: date
    lines: tuple[PublicLine, ...]
    layout: Layout
    office: str
    place: str
    made_on: date
    superior: str = ""
    capacity: tuple[str, ...] = ()
    signer_title: str = ""
    signer_name: str = ""
    is_sample: bool = False
