"""Inspections of how bodies speak to the press: team, checklist, findings, what is to be mended."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Record, list_index
from app.models.directory import Body


class Inspection(Record):
    """One inspection, or self-inspection, of a body (duty 32).

    ``state``, the two counts and ``next_remedy_on`` follow from the rest and are written with it.
    """

    __tablename__ = "inspections"
    __table_args__ = (
        list_index("planned_from"),
        list_index("body_id"),
        list_index("state", "planned_from"),
        list_index("started_on"),
        list_index("next_remedy_on"),
    )
    sort_keys: ClassVar[dict[str, str]] = {
        "title": "title_key",
        "decision_number": "decision_number_key",
        "conclusion_number": "conclusion_number_key",
    }

    kind: Mapped[str]
    body_id: Mapped[int] = mapped_column(ForeignKey("bodies.id"))
    title: Mapped[str]
    title_key: Mapped[str]
    scope: Mapped[str | None]
    planned_from: Mapped[date]
    planned_to: Mapped[date | None]
    plan_number: Mapped[str | None]
    plan_date: Mapped[date | None]
    decision_number: Mapped[str | None]
    decision_number_key: Mapped[str | None]
    decision_date: Mapped[date | None]
    started_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    called_off: Mapped[str | None]
    called_off_reason: Mapped[str | None]
    conclusion: Mapped[str | None]
    conclusion_number: Mapped[str | None]
    conclusion_number_key: Mapped[str | None]
    conclusion_date: Mapped[date | None]
    note: Mapped[str | None]
    state: Mapped[str]
    recommended: Mapped[int]
    remedied: Mapped[int]
    next_remedy_on: Mapped[date | None]

    body: Mapped[Body] = relationship()
    team: Mapped[list[TeamMember]] = relationship(
        order_by="TeamMember.position", cascade="all, delete-orphan"
    )
    checklist: Mapped[list[InspectionCheck]] = relationship(
        order_by="InspectionCheck.position", cascade="all, delete-orphan"
    )
    findings: Mapped[list[InspectionFinding]] = relationship(
        order_by="InspectionFinding.position", cascade="all, delete-orphan"
    )
    recommendations: Mapped[list[Recommendation]] = relationship(
        order_by="Recommendation.position", cascade="all, delete-orphan"
    )


class TeamMember(Base):
    """One member of the inspection team."""

    __tablename__ = "inspection_team"

    id: Mapped[int] = mapped_column(primary_key=True)
    inspection_id: Mapped[int] = mapped_column(ForeignKey("inspections.id"), index=True)
    position: Mapped[int]
    name: Mapped[str]
    job_title: Mapped[str | None]
    role: Mapped[str]


class InspectionCheck(Base):
    """One topic of the checklist, and what was found about it."""

    __tablename__ = "inspection_checks"

    id: Mapped[int] = mapped_column(primary_key=True)
    inspection_id: Mapped[int] = mapped_column(ForeignKey("inspections.id"), index=True)
    position: Mapped[int]
    topic: Mapped[str]
    result: Mapped[str | None]
    note: Mapped[str | None]


class InspectionFinding(Base):
    """One thing that was found, and what shows it."""

    __tablename__ = "inspection_findings"

    id: Mapped[int] = mapped_column(primary_key=True)
    inspection_id: Mapped[int] = mapped_column(ForeignKey("inspections.id"), index=True)
    position: Mapped[int]
    finding: Mapped[str]
    evidence: Mapped[str | None]


class Recommendation(Base):
    """What is to be mended: by whom, until when, when it was, and when it was urged."""

    __tablename__ = "inspection_recommendations"
    # The work list asks for what is not done, by the day it is due.
    __table_args__ = (Index(None, "done_on", "due_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    inspection_id: Mapped[int] = mapped_column(ForeignKey("inspections.id"), index=True)
    position: Mapped[int]
    recommendation: Mapped[str]
    responsible: Mapped[str | None]
    due_on: Mapped[date | None]
    urged_on: Mapped[date | None]
    done_on: Mapped[date | None]
    result: Mapped[str | None]
