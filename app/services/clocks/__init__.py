"""Legal clocks over the stored rules, calendar, incidents and requests."""
