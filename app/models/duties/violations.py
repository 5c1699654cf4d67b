"""Violations that the press found, from the order to inspect to the answer (duties 19 to 23)."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Clocked, list_index
from app.models.directory import Body
from app.models.duties.transfers import Transfer
from app.models.press import Article, Incident


class Violation(Clocked):
    """One case. ``stage`` and ``informed_on`` repeat what the steps say, for lists.

    They are written with the deadlines, without a new version of the violation.
    """

    __tablename__ = "violations"
    __table_args__ = (
        list_index("learned_on"),
        list_index("title_key"),
        list_index("stage", "learned_on"),
        list_index("accountable_body_id"),
        list_index("incident_id"),
        list_index("next_due_at"),
    )
    sort_keys: ClassVar[dict[str, str]] = {"title": "title_key"}

    title: Mapped[str]
    title_key: Mapped[str]
    learned_on: Mapped[date]
    asked_on: Mapped[date | None]
    finding: Mapped[str]
    source: Mapped[str | None]
    incident_id: Mapped[int | None] = mapped_column(ForeignKey("incidents.id"))
    subject_kind: Mapped[str]
    subject: Mapped[str | None]
    accountable_body_id: Mapped[int] = mapped_column(ForeignKey("bodies.id"))
    conclusion: Mapped[str | None]
    conclusion_text: Mapped[str | None]
    closed_on: Mapped[date | None]
    note: Mapped[str | None]
    transferred: Mapped[str] = mapped_column(default="none")
    stage: Mapped[str] = mapped_column(default="direction")
    informed_on: Mapped[date | None]

    incident: Mapped[Incident | None] = relationship()
    accountable_body: Mapped[Body] = relationship()
    articles: Mapped[list[ViolationArticle]] = relationship(
        order_by="ViolationArticle.position", cascade="all, delete-orphan"
    )
    steps: Mapped[list[ViolationStep]] = relationship(
        order_by="ViolationStep.position", cascade="all, delete-orphan"
    )
    team: Mapped[list[ViolationInspector]] = relationship(
        order_by="ViolationInspector.position", cascade="all, delete-orphan"
    )
    transfers: Mapped[list[ViolationTransfer]] = relationship(
        order_by="ViolationTransfer.position", cascade="all, delete-orphan"
    )


class ViolationArticle(Base):
    """An article in which the press told of the violation."""

    __tablename__ = "violation_articles"

    id: Mapped[int] = mapped_column(primary_key=True)
    violation_id: Mapped[int] = mapped_column(ForeignKey("violations.id"), index=True)
    position: Mapped[int]
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id"), index=True)
    note: Mapped[str | None]

    article: Mapped[Article] = relationship()


class ViolationStep(Base):
    """One step that was taken: when, by or to whom, by which paper."""

    __tablename__ = "violation_steps"

    id: Mapped[int] = mapped_column(primary_key=True)
    violation_id: Mapped[int] = mapped_column(ForeignKey("violations.id"), index=True)
    position: Mapped[int]
    step: Mapped[str]
    done_on: Mapped[date]
    until_on: Mapped[date | None]
    who: Mapped[str | None]
    paper: Mapped[str | None]
    note: Mapped[str | None]


class ViolationInspector(Base):
    """A member of the team that inspects a violation."""

    __tablename__ = "violation_inspectors"

    id: Mapped[int] = mapped_column(primary_key=True)
    violation_id: Mapped[int] = mapped_column(ForeignKey("violations.id"), index=True)
    position: Mapped[int]
    name: Mapped[str]
    job_title: Mapped[str | None]
    role: Mapped[str]


class ViolationTransfer(Transfer):
    """A transfer of the answer for a violation."""

    __tablename__ = "violation_transfers"

    violation_id: Mapped[int] = mapped_column(ForeignKey("violations.id"), index=True)
