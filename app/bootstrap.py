"""Where everything is put together: one context for the window, the commands and the tests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app import start_values
from app.models.database import Clock, Database
from app.paths import database_file, default_data_dir

if TYPE_CHECKING:
    from app.services.attachments.service import AttachmentService
    from app.services.backup.making import BackupService
    from app.services.backup.restoring import Restored
    from app.services.briefings.service import BriefingService
    from app.services.clocks.service import ClockService
    from app.services.deadlines.service import DeadlineService
    from app.services.enquiries import EnquiryService
    from app.services.letters.service import LetterService
    from app.services.office.service import OfficeService
    from app.services.progress import Progress
    from app.services.record_letters.batches import BatchService
    from app.services.record_letters.service import RecordLetterService
    from app.services.records.service import Records
    from app.services.regulations.service import RegulationService
    from app.services.reorganisation.service import ReorganisationService
    from app.services.requests.service import RequestService
    from app.services.secrecy.service import SecrecyService
    from app.services.speakers.service import SpeakerService
    from app.services.statements.service import StatementService
    from app.services.today.service import TodayService
    from app.services.trainings.service import TrainingService
    from app.services.views import ViewService
    from app.services.violations import ViolationService


@dataclass(frozen=True)
class AppContext:
    """The open database and the use cases over it, each imported when it is first asked for.

    Together they take longer to import than to show the first screen.
    """

    data_dir: Path
    db: Database

    @cached_property
    def records(self) -> Records:
        from app.services.records.service import Records

        return Records(self.db)

    @cached_property
    def office(self) -> OfficeService:
        from app.services.office.service import OfficeService

        return OfficeService(self.db)

    @cached_property
    def letters(self) -> LetterService:
        from app.services.letters.service import LetterService

        return LetterService(self.db)

    @cached_property
    def requests(self) -> RequestService:
        from app.services.requests.service import RequestService

        return RequestService(self.db, self.letters)

    @cached_property
    def record_letters(self) -> RecordLetterService:
        from app.services.record_letters.service import RecordLetterService

        return RecordLetterService(self.db, self.letters)

    @cached_property
    def batches(self) -> BatchService:
        from app.services.record_letters.batches import BatchService

        return BatchService(self.db, self.letters)

    @cached_property
    def enquiries(self) -> EnquiryService:
        from app.services.enquiries import EnquiryService

        return EnquiryService(self.db)

    @cached_property
    def violations(self) -> ViolationService:
        from app.services.violations import ViolationService

        return ViolationService(self.db)

    @cached_property
    def briefings(self) -> BriefingService:
        from app.services.briefings.service import BriefingService

        return BriefingService(self.db)

    @cached_property
    def clocks(self) -> ClockService:
        from app.services.clocks.service import ClockService

        return ClockService(self.db)

    @cached_property
    def deadlines(self) -> DeadlineService:
        from app.services.deadlines.service import DeadlineService

        return DeadlineService(self.db)

    @cached_property
    def regulations(self) -> RegulationService:
        from app.services.regulations.service import RegulationService

        return RegulationService(self.db)

    @cached_property
    def reorganisation(self) -> ReorganisationService:
        from app.services.reorganisation.service import ReorganisationService

        return ReorganisationService(self.db)

    @cached_property
    def speakers(self) -> SpeakerService:
        from app.services.speakers.service import SpeakerService

        return SpeakerService(self.db)

    @cached_property
    def statements(self) -> StatementService:
        from app.services.statements.service import StatementService

        return StatementService(self.db)

    @cached_property
    def trainings(self) -> TrainingService:
        from app.services.trainings.service import TrainingService

        return TrainingService(self.db)

    @cached_property
    def today_list(self) -> TodayService:
        from app.services.today.service import TodayService

        return TodayService(self.db)

    @cached_property
    def secrecy(self) -> SecrecyService:
        from app.services.secrecy.service import SecrecyService

        return SecrecyService(self.db)

    @cached_property
    def attachments(self) -> AttachmentService:
        from app.services.attachments.service import AttachmentService

        return AttachmentService(self.db)

    @cached_property
    def views(self) -> ViewService:
        from app.services.views import ViewService

        return ViewService(self.db)

    @property
    def clock(self) -> Clock:
        """What tells the time in this book."""
        return self.db.clock

    @cached_property
    def backups(self) -> BackupService:
        from app.services.backup.making import BackupService

        return BackupService(self.db)

    def today(self) -> date:
        """Return the office's day by the context's clock."""
        return self.db.clock().date()

    @property
    def is_sample(self) -> bool:
        """Whether the book is one of sample data, which is nobody's."""
        return self.db.is_sample

    def close(self) -> None:
        """Close the database; the context is of no use afterwards."""
        self.db.close()


def open_context(
    data_dir: Path | None = None, clock: Clock = datetime.now, *, sample: bool = False
) -> AppContext:
    """Open the office's data, creating it on the first start. Raises AppError.

    ``sample`` makes a new book one of sample data; an old one stays what it is.
    """
    # Before any book is open, so that nothing is ever saved without it.
    from app.services.saving import stand_by

    folder = default_data_dir() if data_dir is None else data_dir
    db = Database.open(database_file(folder), clock=clock, fill=start_values.fill, sample=sample)
    stand_by(db)
    return AppContext(folder, db)


def restore_backup(
    backup: Path,
    data_dir: Path,
    clock: Clock = datetime.now,
    progress: Progress | None = None,
) -> Restored:
    """Put a backup in place of the office's data, which nobody may have open; see ``restore``."""
    from app.services.backup.restoring import restore

    return restore(backup, database_file(data_dir), clock=clock, progress=progress)
