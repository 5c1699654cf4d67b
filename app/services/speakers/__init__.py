"""Who may speak for a body: assigned, authorised, missing; the answer, the history, the list."""
