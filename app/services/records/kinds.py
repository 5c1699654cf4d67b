"""Which stored records stand behind each kind, and how one of them is named in a choice."""

from __future__ import annotations

from app.models import (
    Article,
    Authorisation,
    Body,
    Briefing,
    CalendarDay,
    Contact,
    CorrectionRequest,
    Incident,
    Inspection,
    LegalBasis,
    LegalDocument,
    LegalRule,
    Letter,
    LetterStyle,
    Outlet,
    Preparation,
    Record,
    Regulation,
    Spokesperson,
    Statement,
    Training,
    Violation,
)

MODELS: dict[str, type[Record]] = {
    "incident": Incident,
    "article": Article,
    "correction_request": CorrectionRequest,
    "letter": Letter,
    "outlet": Outlet,
    "body": Body,
    "contact": Contact,
    "regulation": Regulation,
    "legal_document": LegalDocument,
    "training": Training,
    "legal_basis": LegalBasis,
    "letter_style": LetterStyle,
    "legal_rule": LegalRule,
    "calendar_day": CalendarDay,
    "spokesperson": Spokesperson,
    "authorisation": Authorisation,
    "briefing": Briefing,
    "inspection": Inspection,
    "statement": Statement,
    "preparation": Preparation,
    "violation": Violation,
}

KINDS: dict[type[Record], str] = {model: kind for kind, model in MODELS.items()}

# The list column that tells two records of the same name apart in a related-record field.
DETAIL_COLUMNS: dict[str, str] = {
    "incident": "learned_at",
    "article": "outlet",
    "correction_request": "outlet",
    "letter": "letter_date",
    "outlet": "type",
    "body": "short_name",
    "contact": "workplace",
    "regulation": "body",
    "legal_document": "title",
    "training": "starts_on",
    "legal_basis": "duty",
    "letter_style": "valid_from",
    "legal_rule": "duty",
    "calendar_day": "day",
    "spokesperson": "body",
    "authorisation": "body",
    "briefing": "starts_at",
    "inspection": "body",
    "statement": "given_at",
    "preparation": "planned_at",
    "violation": "learned_on",
}
