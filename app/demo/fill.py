"""Write the demo's year into an empty database through the services a clerk's work goes through."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time
from itertools import islice
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from app.bootstrap import AppContext
from app.demo.people_and_places import BODIES, CONTACTS, OFFICE, OUTLETS, PRESS_AUTHORITY
from app.demo.registers.data import Book
from app.demo.registers.filling import add_registers
from app.demo.stories import NOW, RequestStory, Story, stories
from app.models import Article, Incident
from app.rules.clocks.periods import Period
from app.rules.vocabulary import (
    ClockDuty,
    Layout,
    LetterState,
    NumberingMode,
    NumberSource,
)
from app.services.office.data import OfficeProfile, SignerLine
from app.services.plain import ListQuery
from app.services.requests.data import PointLine, ReminderLine, RequestDraft, Tracking
from app.services.today.data import PeriodicDone

# How many of how many, and of what.
Progress = Callable[[int, int, str], None]

# Saving one record after the other is how a clerk works, and slow; a list longer than this is
# written in batches instead, which leaves the same rows.
_LONG = 1000
_BATCH = 500
# The day of each year's training, an ordinary one of May.
_TRAINED = date(2000, 5, 14)
# What the latest of a kind have attached.
_FILES = (
    ("incident", "Biên bản kiểm tra hiện trường (giả định).txt", "BIÊN BẢN KIỂM TRA (giả định)"),
    ("article", "Bản chép bài báo (giả định).txt", "BẢN CHÉP BÀI BÁO (giả định)"),
)
_WITH_FILES = 3
# How often progress is told.
_REPORTS = 20


class DemoClock:
    """A clock that stands where the demo puts it: a letter is written on its own day.

    ``end`` is when the demo ends; nothing happens after it.
    """

    def __init__(self, end: datetime = NOW) -> None:
        self.end = end
        self.now = end

    def __call__(self) -> datetime:
        return self.now

    def set_day(self, day: date) -> None:
        self.now = min(datetime.combine(day, time(14, 0)), self.end)

    def set_to_end(self) -> None:
        self.now = self.end


def fill(
    ctx: AppContext,
    clock: DemoClock,
    size: int,
    seed: int,
    progress: Progress,
    in_batches: bool | None = None,
) -> None:
    """Write ``size`` incidents with their articles, requests and letters.

    What ``progress`` raises stops the work; what was written until then stays.
    """
    if in_batches is None:
        in_batches = size > _LONG
    writer = _Filler(ctx, clock, progress)
    writer.add_directory()
    done = 0
    remaining = stories(size, seed, clock.end)
    while batch := list(islice(remaining, _BATCH if in_batches else 1)):
        writer.add_stories(batch, in_batches)
        done += len(batch)
        if done * _REPORTS // size > (done - len(batch)) * _REPORTS // size:
            progress(done, size, "vụ việc")
    writer.add_registers()
    writer.issue_letters()
    writer.record_periodic_duties()
    writer.attach_files()


class _Filler:
    def __init__(self, ctx: AppContext, clock: DemoClock, progress: Progress) -> None:
        self._ctx = ctx
        self._clock = clock
        self._progress = progress
        self._outlets: list[int] = []
        self._bodies: dict[str, int] = {}
        # Day of the letter, request, story: issued at the end, so that numbers follow the days.
        self._to_issue: list[tuple[date, int, RequestStory]] = []

    def add_directory(self) -> None:
        """Write outlets, bodies, the people there and the office's own profile."""
        records = self._ctx.records
        for outlet in OUTLETS:
            self._outlets.append(records.save("outlet", {**records.new("outlet"), **outlet}).id)
        for body in BODIES:
            values = {**records.new("body"), **body}
            successor = values.pop("successor", None)
            if successor:
                values["successor_id"] = self._bodies[successor]
            self._bodies[body["name"]] = records.save("body", values).id
        outlets = {outlet["name"]: id_ for outlet, id_ in zip(OUTLETS, self._outlets, strict=True)}
        for contact in CONTACTS:
            posts = [
                {
                    **post,
                    "outlet_id": outlets.get(post.get("outlet", "")),
                    "body_id": self._bodies.get(post.get("body", "")),
                }
                for post in contact["posts"]
            ]
            records.save("contact", {**records.new("contact"), **contact, "posts": posts})
        self._ctx.office.save_profile(
            OfficeProfile(
                id=None,
                version=None,
                name=OFFICE,
                superior_name="UBND tỉnh An Giang",
                place="An Giang",
                symbol="SXD-VP",
                layout=Layout.STATE,
                numbering_mode=NumberingMode.ONE_BOOK,
                number_source=NumberSource.OWN_BOOK,
                press_authority_id=self._bodies[PRESS_AUTHORITY],
                signers=(
                    SignerLine("Trần Thị Thu Hà", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
                    SignerLine("Nguyễn Minh Khang", "", "GIÁM ĐỐC"),
                ),
                distribution=("Như trên", "Ban Giám đốc Sở", "Lưu: VT, VP"),
            )
        )

    def add_stories(self, batch: list[Story], at_once: bool) -> None:
        """Write incidents and articles, then the requests about them."""
        added = self._add_at_once(batch) if at_once else self._add_singly(batch)
        for article_id, request in added:
            self._add_request(article_id, request)

    def add_registers(self) -> None:
        """Write the records of the other duties."""
        self._clock.set_to_end()
        outlets = {outlet["name"]: id_ for outlet, id_ in zip(OUTLETS, self._outlets, strict=True)}
        add_registers(Book(self._ctx, self._bodies, outlets, self._clock.end.date()))

    def issue_letters(self) -> None:
        """Let the leader's signed letters take their numbers, day after day."""
        for done, (day, request_id, story) in enumerate(
            sorted(self._to_issue, key=itemgetter(0, 1)), start=1
        ):
            self._progress(done, len(self._to_issue), "văn bản")
            self._clock.set_day(day)
            requests = self._ctx.requests
            draft = requests.issue(requests.open(request_id), day, secrecy_confirmed=True)
            if story.state is LetterState.VOID:
                requests.void(draft, story.void_reason)
                continue
            self._clock.set_to_end()
            assert draft.version is not None
            requests.save_tracking(
                request_id,
                draft.version,
                Tracking(**story.tracking),
                tuple(ReminderLine(day, note) for day, note in story.reminders),
            )
        self._clock.set_to_end()

    def record_periodic_duties(self) -> None:
        """Say what of the year's duties was done that is not kept record by record."""
        today = self._clock.end.date()
        day = _TRAINED.replace(year=today.year)
        if today >= day:
            year = Period(today.year)
            self._ctx.today_list.record_done(
                PeriodicDone(ClockDuty.TRAINING, year, day, "Tập huấn tại tỉnh")
            )

    def attach_files(self) -> None:
        """Give the latest incidents and articles a file, as a clerk takes one from a folder."""
        with TemporaryDirectory() as folder:
            for kind, name, words in _FILES:
                path = Path(folder) / name
                for row in self._ctx.records.page(kind, ListQuery(), 0, _WITH_FILES):
                    path.write_text(f"{words}\n\n{row.values[0]}\n", encoding="utf-8")
                    self._ctx.attachments.add(kind, row.id, path)

    def _add_singly(self, batch: list[Story]) -> Iterator[tuple[int, RequestStory]]:
        records = self._ctx.records
        for story in batch:
            incident = records.save("incident", self._incident(story)).id
            for article in story.articles:
                values = {
                    **article.values,
                    "outlet_id": self._outlets[article.outlet],
                    "incident_id": incident,
                }
                article_id = records.save("article", values).id
                if article.request is not None:
                    yield article_id, article.request

    def _add_at_once(self, batch: list[Story]) -> list[tuple[int, RequestStory]]:
        """Write the same rows as ``_add_singly`` in one transaction."""
        with_request = []
        with self._ctx.db.writing() as session:
            for story in batch:
                incident = Incident(**self._incident(story))
                session.add(incident)
                for article in story.articles:
                    outlet_id = self._outlets[article.outlet]
                    row = Article(**article.values, outlet_id=outlet_id, incident=incident)
                    session.add(row)
                    if article.request is not None:
                        with_request.append((row, article.request))
            session.flush()
            return [(row.id, request) for row, request in with_request]

    def _incident(self, story: Story) -> dict[str, Any]:
        return {**story.incident, "accountable_body_id": self._bodies[story.body]}

    def _add_request(self, article_id: int, story: RequestStory) -> None:
        """Write a request as a clerk does: prefilled, completed, its letter written anew."""
        self._clock.set_day(story.letter_date)
        requests = self._ctx.requests
        draft = replace(
            requests.new_draft(article_id),
            kind=story.kind,
            points=tuple(PointLine(wrong, true) for wrong, true in story.points),
            grounds=story.grounds,
            deadline_asked=story.deadline_asked,
        )
        draft = replace(draft, legal_basis=requests.legal_basis_for(draft, story.kind))
        text = requests.compose(draft)
        letter = replace(draft.letter, subject=text.subject, body=text.body)
        draft = requests.save(replace(draft, letter=letter))
        if story.state is LetterState.SIGNED:
            requests.sign(draft, secrecy_confirmed=True)
        elif story.state is not LetterState.DRAFT:
            self._to_issue.append((story.letter_date, _id(draft), story))
        self._clock.set_to_end()


def _id(draft: RequestDraft) -> int:
    assert draft.id is not None
    return draft.id
