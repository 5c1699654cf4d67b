"""Legal clocks over the stored rules and the stored calendar."""
