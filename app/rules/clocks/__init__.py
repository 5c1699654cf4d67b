"""Legal clocks: the work calendar, terms, which rule holds, and when something is due."""
