"""An attendance list as plain data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AttendanceLine:
    """One who is expected; an empty ``name`` is written by hand."""

    body: str
    name: str = ""
    role: str = ""

    def cells(self, number: int) -> tuple[str, str, str, str, str]:
        """Return the five cells of the line, the last left for the signature."""
        return str(number), self.body, self.name, self.role, ""


@dataclass(frozen=True, slots=True)
class AttendanceList:
    """``title`` is what they come to; ``spare`` lines are left for those nobody expected.

    ``people`` is who they are, in capitals ("ĐẠI BIỂU").
    """

    superior: str
    office: str
    title: str
    when: str
    place: str
    lines: tuple[AttendanceLine, ...]
    spare: int = 5
    people: str = "ĐẠI BIỂU"
