"""Every record type by its kind."""

from __future__ import annotations

from app.specs.clocks import CALENDAR_DAY, LEGAL_RULE
from app.specs.directory import BODY, LEGAL_BASIS, OUTLET
from app.specs.duties.briefings import BRIEFING
from app.specs.duties.enquiries import ENQUIRY, REFUSAL_GROUND
from app.specs.duties.inspections import INSPECTION
from app.specs.duties.regulations import LEGAL_DOCUMENT, REGULATION
from app.specs.duties.speakers import AUTHORISATION, SPOKESPERSON
from app.specs.duties.statements import PREPARATION, STATEMENT
from app.specs.duties.trainings import TRAINING
from app.specs.duties.violations import VIOLATION
from app.specs.fields import RecordSpec
from app.specs.letter_style import LETTER_STYLE
from app.specs.people import CONTACT
from app.specs.press import ARTICLE, CORRECTION_REQUEST, INCIDENT, LETTER

SPECS: dict[str, RecordSpec] = {
    spec.kind: spec
    for spec in (
        INCIDENT,
        ARTICLE,
        CORRECTION_REQUEST,
        ENQUIRY,
        LETTER,
        REGULATION,
        TRAINING,
        OUTLET,
        BODY,
        CONTACT,
        LEGAL_DOCUMENT,
        LEGAL_BASIS,
        REFUSAL_GROUND,
        LETTER_STYLE,
        LEGAL_RULE,
        CALENDAR_DAY,
        SPOKESPERSON,
        AUTHORISATION,
        BRIEFING,
        INSPECTION,
        STATEMENT,
        PREPARATION,
        VIOLATION,
    )
}

SHIPPED_KINDS = {
    spec.kind
    for spec in (
        LEGAL_BASIS,
        REFUSAL_GROUND,
        LEGAL_DOCUMENT,
        LETTER_STYLE,
        LEGAL_RULE,
        CALENDAR_DAY,
    )
}
"""What a new database has records of already: the law and the days off."""
