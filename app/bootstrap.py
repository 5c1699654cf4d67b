"""Where everything is put together: one context for the window, the commands and the tests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app import start_values
from app.models.database import Clock, Database
from app.paths import database_file, default_data_dir
from app.services.attachments.service import AttachmentService
from app.services.briefings.service import BriefingService
from app.services.clocks.service import ClockService
from app.services.deadlines.service import DeadlineService
from app.services.enquiries import EnquiryService
from app.services.letters.service import LetterService
from app.services.office.service import OfficeService
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

if TYPE_CHECKING:
    from app.services.backup.making import BackupService
    from app.services.backup.restoring import Restored
    from app.services.progress import Progress


@dataclass(frozen=True, slots=True)
class AppContext:
    """The open database and the use cases over it."""

    data_dir: Path
    db: Database
    records: Records
    office: OfficeService
    letters: LetterService
    requests: RequestService
    record_letters: RecordLetterService
    batches: BatchService
    enquiries: EnquiryService
    violations: ViolationService
    briefings: BriefingService
    clocks: ClockService
    deadlines: DeadlineService
    regulations: RegulationService
    reorganisation: ReorganisationService
    speakers: SpeakerService
    statements: StatementService
    trainings: TrainingService
    today_list: TodayService
    secrecy: SecrecyService
    attachments: AttachmentService
    views: ViewService

    @property
    def clock(self) -> Clock:
        """What tells the time in this book."""
        return self.db.clock

    @property
    def backups(self) -> BackupService:
        """The use cases around copies; the start does not wait for what checks one."""
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
    folder = default_data_dir() if data_dir is None else data_dir
    db = Database.open(database_file(folder), clock=clock, fill=start_values.fill, sample=sample)
    office = OfficeService(db)
    letters = LetterService(db)
    return AppContext(
        data_dir=folder,
        db=db,
        records=Records(db),
        office=office,
        letters=letters,
        requests=RequestService(db, letters),
        record_letters=RecordLetterService(db, letters),
        batches=BatchService(db, letters),
        enquiries=EnquiryService(db),
        violations=ViolationService(db),
        briefings=BriefingService(db),
        clocks=ClockService(db),
        deadlines=DeadlineService(db),
        regulations=RegulationService(db),
        reorganisation=ReorganisationService(db),
        speakers=SpeakerService(db),
        statements=StatementService(db),
        trainings=TrainingService(db),
        today_list=TodayService(db),
        secrecy=SecrecyService(db),
        attachments=AttachmentService(db),
        views=ViewService(db),
    )


def restore_backup(
    backup: Path,
    data_dir: Path,
    clock: Clock = datetime.now,
    progress: Progress | None = None,
) -> Restored:
    """Put a backup in place of the office's data, which nobody may have open; see ``restore``."""
    from app.services.backup.restoring import restore

    return restore(backup, database_file(data_dir), clock=clock, progress=progress)
