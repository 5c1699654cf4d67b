"""Letters around speaking: the communiqué of a statement, an incident summed up for the leaders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from sqlalchemy import select

from app.exports.letter.data import LetterData
from app.models import Article, Incident, Statement
from app.rules.letter_text.common import ComposedText
from app.rules.letter_text.statements import (
    CommuniqueFacts,
    Spoken,
    SummaryFacts,
    Written,
    communique,
    paragraphs,
    summary,
)
from app.rules.vocabulary import (
    ArticleKind,
    DocumentType,
    IncidentState,
    Sensitivity,
    StatementForm,
    StatementState,
)
from app.services.record_letters.purposes import LetterPurpose, Writing
from app.text import tidy


def _communique(writing: Writing) -> ComposedText:
    statement: Statement = writing.record
    incident = statement.incident
    previous = _previous(writing, statement)
    facts = CommuniqueFacts(
        matter=incident.title if incident is not None else statement.title,
        is_incident=incident is not None,
        text=statement.text or "",
        previous_on=previous.date() if previous else None,
        next_update_at=statement.next_update_at,
    )
    return communique(writing.voice, facts)


def _previous(writing: Writing, statement: Statement) -> datetime | None:
    """Return when the office spoke about the same matter last before this statement."""
    if statement.incident_id is None:
        earlier = statement.continues
        is_given = earlier is not None and earlier.state == StatementState.GIVEN
        return earlier.given_at if earlier is not None and is_given else None
    given = select(Statement.given_at).where(
        Statement.incident_id == statement.incident_id,
        Statement.id != statement.id,
        Statement.state == StatementState.GIVEN.value,
        Statement.deleted_at.is_(None),
    )
    if statement.given_at is not None:
        given = given.where(Statement.given_at < statement.given_at)
    return writing.session.scalars(given.order_by(Statement.given_at.desc())).first()


def _communique_problems(writing: Writing, letter: LetterData) -> Mapping[str, str]:
    """A communiqué says the statement word by word (duty 26)."""
    statement: Statement = writing.record
    said = paragraphs(statement.text or "")
    if not said:
        return {"text": "Nhập nguyên văn ở hồ sơ phát ngôn trước khi phát hành thông cáo."}
    printed = set(map(tidy, letter.body))
    if not printed.issuperset(said):
        return {
            "letter.body": "Thông cáo phải giữ đúng từng chữ nguyên văn đã ghi ở hồ sơ phát ngôn; "
            "bấm “Soạn lại từ dữ kiện”, hoặc sửa nguyên văn khi chưa khóa."
        }
    return {}


def _summary(writing: Writing) -> ComposedText:
    incident: Incident = writing.record
    body = incident.accountable_body
    facts = SummaryFacts(
        title=incident.title,
        learned_at=incident.learned_at,
        sensitivity=Sensitivity(incident.sensitivity).label,
        happened_at=incident.happened_at,
        place=incident.place or "",
        body=body.name if body is not None else "",
        draws_interest=incident.draws_interest,
        description=incident.description or "",
        written=tuple(_written(writing, incident.id)),
        spoken=tuple(_spoken(writing, incident)),
        next_statement_at=_promised(writing, incident),
        outcome=incident.outcome or "",
        is_closed=incident.state == IncidentState.CLOSED,
    )
    return summary(writing.voice, facts)


def _written(writing: Writing, incident_id: int) -> Iterator[Written]:
    articles = select(Article).where(
        Article.incident_id == incident_id, Article.deleted_at.is_(None)
    )
    for one in writing.session.scalars(articles.order_by(Article.published_at, Article.id)):
        verified = ArticleKind(one.kind).label
        yield Written(one.outlet.name, one.title, one.published_at, verified)


def _given(writing: Writing, incident: Incident) -> list[Statement]:
    statements = select(Statement).where(
        Statement.incident_id == incident.id,
        Statement.state == StatementState.GIVEN.value,
        Statement.deleted_at.is_(None),
    )
    return list(writing.session.scalars(statements.order_by(Statement.given_at, Statement.id)))


def _spoken(writing: Writing, incident: Incident) -> Iterator[Spoken]:
    """Yield what was said, recorded or only typed as a time of the incident."""
    given = _given(writing, incident)
    for one in given:
        assert one.given_at is not None
        yield Spoken(one.given_at, one.speaker or "", StatementForm(one.form).label)
    if not given:
        for at in filter(None, (incident.first_statement_at, incident.last_statement_at)):
            yield Spoken(at, "", "")


def _promised(writing: Writing, incident: Incident) -> datetime | None:
    given = _given(writing, incident)
    return given[-1].next_update_at if given and incident.state != IncidentState.CLOSED else None


COMMUNIQUE = LetterPurpose(
    "communique",
    "thông cáo báo chí",
    "statement",
    DocumentType.COMMUNIQUE,
    _communique,
    problems=_communique_problems,
)
SUMMARY = LetterPurpose(
    "incident_summary",
    "báo cáo tóm tắt vụ việc cho lãnh đạo",
    "incident",
    DocumentType.REPORT,
    _summary,
)
STATEMENT_LETTERS = (COMMUNIQUE, SUMMARY)
