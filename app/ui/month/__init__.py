"""Lịch tháng: what is due on each day of a month, and the lines of a day."""
