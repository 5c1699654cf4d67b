"""A list on A4 on which those who come sign: of a press briefing, or any meeting like it."""
