"""Every record type by its kind."""

from __future__ import annotations

from app.specs.briefings import BRIEFING
from app.specs.clocks import CALENDAR_DAY, LEGAL_RULE
from app.specs.directory import BODY, LEGAL_BASIS, OUTLET
from app.specs.enquiries import ENQUIRY, REFUSAL_GROUND
from app.specs.fields import RecordSpec
from app.specs.inspections import INSPECTION
from app.specs.letter_style import LETTER_STYLE
from app.specs.people import CONTACT
from app.specs.press import ARTICLE, CORRECTION_REQUEST, INCIDENT, LETTER
from app.specs.regulations import LEGAL_DOCUMENT, REGULATION
from app.specs.speakers import AUTHORISATION, SPOKESPERSON
from app.specs.statements import PREPARATION, STATEMENT
from app.specs.trainings import TRAINING
from app.specs.violations import VIOLATION

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
