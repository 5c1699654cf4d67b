"""Press briefings ("giao ban báo chí"): who was invited, what was asked, what was to be done."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import DateTime, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Record, list_index
from app.models.directory import Body, Outlet
from app.models.duties.enquiries import Enquiry
from app.models.press import Incident


class Briefing(Record):
    """One briefing, planned or held, for a quarter or a month (duty 30).

    ``period`` is its key ("2026-Q4", "2026-10"), ``name`` its words, ``period_key`` its order; they
    and the counts are taken from the fields and lines with every save, for the list.
    """

    __tablename__ = "briefings"
    __table_args__ = (
        list_index("period_key"),
        list_index("starts_at"),
        list_index("state", "period_key"),
    )
    sort_keys: ClassVar[dict[str, str]] = {"place": "place_key"}
    person_keys: ClassVar[dict[str, str]] = {"chair": "chair_key"}

    year: Mapped[int]
    part: Mapped[str]
    period: Mapped[str]
    period_key: Mapped[str]
    name: Mapped[str]
    state: Mapped[str]
    reason: Mapped[str | None]
    starts_at: Mapped[datetime | None] = mapped_column(DateTime)
    ends_at: Mapped[datetime | None] = mapped_column(DateTime)
    place: Mapped[str | None]
    place_key: Mapped[str | None]
    chair: Mapped[str | None]
    chair_key: Mapped[str | None]
    chair_position: Mapped[str | None]
    secretary: Mapped[str | None]
    co_organiser: Mapped[str | None]
    note: Mapped[str | None]
    invited_count: Mapped[int]
    present_count: Mapped[int]
    question_count: Mapped[int]
    open_task_count: Mapped[int]
    article_count: Mapped[int]

    invited: Mapped[list[BriefingGuest]] = relationship(
        order_by="BriefingGuest.position", cascade="all, delete-orphan"
    )
    topics: Mapped[list[BriefingTopic]] = relationship(
        order_by="BriefingTopic.position", cascade="all, delete-orphan"
    )
    questions: Mapped[list[BriefingQuestion]] = relationship(
        order_by="BriefingQuestion.position", cascade="all, delete-orphan"
    )
    tasks: Mapped[list[BriefingTask]] = relationship(
        order_by="BriefingTask.position", cascade="all, delete-orphan"
    )
    coverage: Mapped[list[BriefingCoverage]] = relationship(
        order_by="BriefingCoverage.position", cascade="all, delete-orphan"
    )


class BriefingGuest(Base):
    """Who is invited: a body, an outlet, or others by name; and who came for them."""

    __tablename__ = "briefing_guests"

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefings.id"), index=True)
    position: Mapped[int]
    body_id: Mapped[int | None] = mapped_column(ForeignKey("bodies.id"), index=True)
    outlet_id: Mapped[int | None] = mapped_column(ForeignKey("outlets.id"), index=True)
    name: Mapped[str | None]
    role: Mapped[str | None]
    is_present: Mapped[bool]
    attendee: Mapped[str | None]

    body: Mapped[Body | None] = relationship()
    outlet: Mapped[Outlet | None] = relationship()


class BriefingTopic(Base):
    """One point of the agenda."""

    __tablename__ = "briefing_topics"

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefings.id"), index=True)
    position: Mapped[int]
    topic: Mapped[str]
    presenter: Mapped[str | None]


class BriefingQuestion(Base):
    """What the press asked, what it was told, and the enquiry or incident that came of it."""

    __tablename__ = "briefing_questions"

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefings.id"), index=True)
    position: Mapped[int]
    question: Mapped[str]
    asked_by: Mapped[str | None]
    outlet_id: Mapped[int | None] = mapped_column(ForeignKey("outlets.id"), index=True)
    answer: Mapped[str | None]
    answered_by: Mapped[str | None]
    follow_up: Mapped[str | None]
    incident_id: Mapped[int | None] = mapped_column(ForeignKey("incidents.id"), index=True)
    enquiry_id: Mapped[int | None] = mapped_column(ForeignKey("enquiries.id"), index=True)

    outlet: Mapped[Outlet | None] = relationship()
    incident: Mapped[Incident | None] = relationship()
    enquiry: Mapped[Enquiry | None] = relationship()


class BriefingTask(Base):
    """What a body was given to do, until when, and when it was done."""

    __tablename__ = "briefing_tasks"
    __table_args__ = (
        # The work list reads the open ones by the day they are due.
        Index("ix_briefing_tasks_done_on_due_on", "done_on", "due_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefings.id"), index=True)
    position: Mapped[int]
    task: Mapped[str]
    body_id: Mapped[int | None] = mapped_column(ForeignKey("bodies.id"), index=True)
    due_on: Mapped[date | None]
    done_on: Mapped[date | None]
    note: Mapped[str | None]

    body: Mapped[Body | None] = relationship()


class BriefingCoverage(Base):
    """How many articles there were about one field, by their tone."""

    __tablename__ = "briefing_coverage"

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefings.id"), index=True)
    position: Mapped[int]
    subject: Mapped[str]
    positive: Mapped[int | None]
    neutral: Mapped[int | None]
    critical: Mapped[int | None]

    @property
    def total(self) -> int:
        """How many articles there were, of whatever tone."""
        return (self.positive or 0) + (self.neutral or 0) + (self.critical or 0)
