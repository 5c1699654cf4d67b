"""What is written can be read: dark enough on its ground, by the formula of WCAG 2."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette

from app.ui import theme

Role, Group = QPalette.ColorRole, QPalette.ColorGroup


def luminance(colour: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(c) for c in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("group", [Group.Active, Group.Inactive, Group.Disabled])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        (Role.WindowText, Role.Window),
        (Role.Text, Role.Base),
        (Role.Text, Role.AlternateBase),
        (Role.ButtonText, Role.Button),
        (Role.HighlightedText, Role.Highlight),
        (Role.PlaceholderText, Role.Base),
        (Role.PlaceholderText, Role.Window),
        (Role.ToolTipText, Role.ToolTipBase),
    ],
)
def test_text_stands_out_from_its_ground(group: Group, text: Role, ground: Role) -> None:
    palette = theme.palette()
    light, dark = sorted(
        (luminance(palette.color(group, role)) for role in (text, ground)), reverse=True
    )
    assert (light + 0.05) / (dark + 0.05) >= 4.5
