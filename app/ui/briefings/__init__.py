"""Giao ban báo chí: a year by quarters and months, and what leads on from a briefing's page."""
