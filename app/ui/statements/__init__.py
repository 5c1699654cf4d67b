"""Statements on the screen: giving one, the series with what differs, the printed preparation."""
