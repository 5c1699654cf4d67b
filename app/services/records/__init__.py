"""The records of every plain kind: listed, searched, saved, deleted, as their specs say."""
