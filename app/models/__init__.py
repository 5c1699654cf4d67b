"""The stored records. Importing this package registers every table."""

from __future__ import annotations

from app.models.attachments import Attachment, AttachmentFile
from app.models.base import Base, Clocked, Record
from app.models.clocks import CalendarDay, LegalRule
from app.models.deadlines import (
    Acknowledgement,
    Deadline,
    DeadlineChange,
    DeadlineExtension,
    PeriodicDuty,
    RecountOrder,
)
from app.models.directory import Body, Outlet
from app.models.duties.briefings import (
    Briefing,
    BriefingCoverage,
    BriefingGuest,
    BriefingQuestion,
    BriefingTask,
    BriefingTopic,
)
from app.models.duties.enquiries import Enquiry, InterviewDraft, RefusalGround
from app.models.duties.inspections import (
    Inspection,
    InspectionCheck,
    InspectionFinding,
    Recommendation,
    TeamMember,
)
from app.models.duties.regulations import (
    Dissemination,
    LegalDocument,
    Regulation,
    RegulationBasis,
    RegulationClause,
    RegulationReview,
)
from app.models.duties.speakers import Authorisation, Spokesperson
from app.models.duties.statements import (
    ExpectedQuestion,
    Preparation,
    PreparedFact,
    Statement,
    Unsayable,
)
from app.models.duties.trainings import Lecturer, Participant, Training
from app.models.duties.transfers import Transfer
from app.models.duties.violations import (
    Violation,
    ViolationArticle,
    ViolationInspector,
    ViolationStep,
    ViolationTransfer,
)
from app.models.letters import Letter, LetterAddress, LetterBatch, LetterFile
from app.models.office import (
    LegalBasis,
    LetterStyle,
    NumberBook,
    Office,
    OfficeDistributionLine,
    PartyTerm,
    Signer,
)
from app.models.people import Contact, ContactPost
from app.models.press import (
    Article,
    CorrectionPoint,
    CorrectionRequest,
    Incident,
    IncidentTransfer,
    Reminder,
)
from app.models.reorganisations import EXAMPLE, Reorganisation, ReorganisationChange
from app.models.search import SearchEntry
from app.models.secrecy import SecrecyFalseAlarm
from app.models.views import ListOpening, ListView

__all__ = [
    "EXAMPLE",
    "Acknowledgement",
    "Article",
    "Attachment",
    "AttachmentFile",
    "Authorisation",
    "Base",
    "Body",
    "Briefing",
    "BriefingCoverage",
    "BriefingGuest",
    "BriefingQuestion",
    "BriefingTask",
    "BriefingTopic",
    "CalendarDay",
    "Clocked",
    "Contact",
    "ContactPost",
    "CorrectionPoint",
    "CorrectionRequest",
    "Deadline",
    "DeadlineChange",
    "DeadlineExtension",
    "Dissemination",
    "Enquiry",
    "ExpectedQuestion",
    "Incident",
    "IncidentTransfer",
    "Inspection",
    "InspectionCheck",
    "InspectionFinding",
    "InterviewDraft",
    "Lecturer",
    "LegalBasis",
    "LegalDocument",
    "LegalRule",
    "Letter",
    "LetterAddress",
    "LetterBatch",
    "LetterFile",
    "LetterStyle",
    "ListOpening",
    "ListView",
    "NumberBook",
    "Office",
    "OfficeDistributionLine",
    "Outlet",
    "Participant",
    "PartyTerm",
    "PeriodicDuty",
    "Preparation",
    "PreparedFact",
    "Recommendation",
    "Record",
    "RecountOrder",
    "RefusalGround",
    "Regulation",
    "RegulationBasis",
    "RegulationClause",
    "RegulationReview",
    "Reminder",
    "Reorganisation",
    "ReorganisationChange",
    "SearchEntry",
    "SecrecyFalseAlarm",
    "Signer",
    "Spokesperson",
    "Statement",
    "TeamMember",
    "Training",
    "Transfer",
    "Unsayable",
    "Violation",
    "ViolationArticle",
    "ViolationInspector",
    "ViolationStep",
    "ViolationTransfer",
]
