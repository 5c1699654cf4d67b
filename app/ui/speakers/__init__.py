"""Who may speak for a body, who spoke when, and the list that is made public."""
