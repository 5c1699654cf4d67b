"""The work list as a table: a heading over each group, a row for each line."""

from __future__ import annotations

from app.services.today.data import GroupLines, TodayLine, WorkList
from app.ui.widgets.line_table import LineTable, Part

_COLUMNS = (("Việc", 24), ("Hồ sơ", 26), ("Hạn", 26), ("Bước tiếp theo", 24))
_SEEN = "(đã biết)"


class TodayTable(LineTable[TodayLine]):
    """Shows a work list group by group."""

    def __init__(self) -> None:
        super().__init__("Việc hôm nay", _COLUMNS, _cells)

    def show_list(self, found: WorkList) -> None:
        """Show a list; where nothing has changed nothing moves, else the cursor keeps its line."""
        self.show_parts(tuple(map(_part, found.groups)))


def _part(group: GroupLines) -> Part[TodayLine]:
    heading = f"{group.group.label}: {group.total} việc"
    return Part(heading, group.lines, group.total - len(group.lines))


def _cells(line: TodayLine) -> tuple[str, ...]:
    # In front: where the cell is cut, the mark still shows.
    due = f"{_SEEN} {line.due_text}" if line.seen else line.due_text
    return line.label, line.title, due, line.next_step
