"""Input widgets for the way clerks type: UniKey, dates, one hand on the keyboard.

Every editor has ``value()``, ``set_value(value)``, ``problem()`` (a Vietnamese sentence when what
is typed cannot be understood), ``set_read_only(flag)`` and the signals ``changed`` and ``left``.
"""

from app.ui.widgets.banner import Banner
from app.ui.widgets.choices import ChoiceBox, FlagBox
from app.ui.widgets.date_edit import DateEdit, DateTimeEdit
from app.ui.widgets.labels import CutLabel, ErrorLabel, HelpLabel, TrailLabel, field_column
from app.ui.widgets.line_edit import IntegerEdit, LineEdit, SearchBox
from app.ui.widgets.long_text_edit import LineListEdit, LongTextEdit
from app.ui.widgets.numbered_tabs import NumberedTabs
from app.ui.widgets.pressing import Dialog, press_button
from app.ui.widgets.related_edit import RelatedEdit
from app.ui.widgets.tool_row import ToolRow

__all__ = [
    "Banner",
    "ChoiceBox",
    "CutLabel",
    "DateEdit",
    "DateTimeEdit",
    "Dialog",
    "ErrorLabel",
    "FlagBox",
    "HelpLabel",
    "IntegerEdit",
    "LineEdit",
    "LineListEdit",
    "LongTextEdit",
    "NumberedTabs",
    "RelatedEdit",
    "SearchBox",
    "ToolRow",
    "TrailLabel",
    "field_column",
    "press_button",
]
