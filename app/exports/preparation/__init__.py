"""The sheet that prepares an unplanned statement, on one page."""
