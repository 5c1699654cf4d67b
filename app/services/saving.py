"""What stands at every save, whoever saves: each part listens to the session once it is imported.

The guard looks for secrecy marks, the words to search by are written, deadlines are counted.
"""

from app.models.database import Database
from app.services.deadlines import noticing
from app.services.records import search
from app.services.secrecy import guarding

__all__ = ["guarding", "noticing", "search", "stand_by"]


def stand_by(db: Database) -> None:
    """Give the guard of a book that was just opened the place where false alarms are declared."""
    db.shared.setdefault(guarding.DECLARED, [])
