"""The user's own office: its profile, its signers, whom its letters go to."""
