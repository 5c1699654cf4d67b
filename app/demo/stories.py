"""The demo's year as plain data: incidents, the articles about them, what became of the requests.

The same seed, size and position always give the same story, and a story is made when it is asked
for: a hundred thousand of them take no more memory than one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import count
from random import Random
from typing import Any

from app.demo.people_and_places import OUTLETS, PLACES, REPORTERS, ROADS, SECTIONS
from app.demo.themes import THEMES, Theme
from app.rules.vocabulary import (
    ArticleKind,
    IncidentState,
    LetterState,
    NextStep,
    OutletType,
    RequestKind,
    RequestOutcome,
    Sensitivity,
)
from app.text import upper_first

_NEW_LAW = date(2026, 7, 1)

# The demo's clock stands still here, if no other time is asked for.
NOW = datetime(2026, 11, 20, 16, 30)
# How long before that the office learned of the first thing and of the last.
_FIRST = NOW - datetime(2026, 1, 5, 8, 0)
_LAST = NOW - datetime(2026, 11, 18, 8, 0)

# Of a long list only so many stories have a request that went its way to the end (each freezes a
# PDF); in all others it is still a draft.
FULL_STORIES = 240
# A long list has one request in so many stories.
_REQUEST_EVERY = 15

# After learning of it the office speaks: in time, but for one time out of six.
_HOURS = (3, 6, 20, 2, 27, 5)

_ARTICLE_KINDS = (
    ArticleKind.UNTRUE, ArticleKind.INACCURATE, ArticleKind.UNTRUE, ArticleKind.INCOMPLETE,
    ArticleKind.CORRECT, ArticleKind.UNTRUE, ArticleKind.INACCURATE, ArticleKind.UNVERIFIED,
)  # fmt: skip
_WRONG = (ArticleKind.UNTRUE, ArticleKind.INACCURATE, ArticleKind.INCOMPLETE)
_LETTER_STATES = (
    LetterState.ISSUED, LetterState.DRAFT, LetterState.ISSUED, LetterState.SIGNED,
    LetterState.ISSUED, LetterState.ISSUED, LetterState.VOID, LetterState.ISSUED,
)  # fmt: skip
_REQUEST_KINDS = (
    RequestKind.CORRECT, RequestKind.CORRECT_AND_APOLOGISE, RequestKind.RESPOND,
    RequestKind.CORRECT, RequestKind.REMOVE,
)  # fmt: skip
_OUTCOMES = (
    RequestOutcome.CORRECTED, RequestOutcome.PENDING, RequestOutcome.RESPONSE_PUBLISHED,
    RequestOutcome.REFUSED, RequestOutcome.CORRECTED, RequestOutcome.SILENT,
)  # fmt: skip
_NEXT_STEPS = {
    RequestOutcome.PENDING: (NextStep.WAIT, NextStep.REMIND),
    RequestOutcome.CORRECTED: (NextStep.CLOSE,),
    RequestOutcome.RESPONSE_PUBLISHED: (NextStep.CLOSE,),
    RequestOutcome.REFUSED: (NextStep.REPORT_TO_OWNER, NextStep.GO_TO_COURT),
    RequestOutcome.SILENT: (NextStep.REPORT_TO_AUTHORITY,),
}
_REFUSALS = (
    "Tòa soạn cho rằng bài viết dẫn nguyên văn ý kiến của người dân.",
    "Tòa soạn đề nghị cung cấp thêm tài liệu trước khi xem xét.",
    "Tòa soạn cho rằng nội dung nêu trong bài là nhận định của tác giả.",
)


@dataclass(frozen=True, slots=True)
class RequestStory:
    """A request and what became of it; names are those of the request's fields."""

    kind: RequestKind
    points: tuple[tuple[str, str], ...]
    grounds: str
    deadline_asked: date
    state: LetterState
    letter_date: date
    tracking: dict[str, Any]
    reminders: tuple[tuple[date, str], ...]
    void_reason: str = ""


@dataclass(frozen=True, slots=True)
class ArticleStory:
    """An article, the outlet by its place in OUTLETS, and the request about it, if there is one."""

    outlet: int
    values: dict[str, Any]
    request: RequestStory | None


@dataclass(frozen=True, slots=True)
class Story:
    """An incident, the body that answers for it by name, and the articles about it.

    ``is_full`` tells that its request goes its way to the end.
    """

    incident: dict[str, Any]
    body: str
    articles: tuple[ArticleStory, ...]
    is_full: bool


def stories(size: int, seed: int, now: datetime = NOW) -> Iterator[Story]:
    """Yield the stories of the year before ``now``, as the office learned of them."""
    stride = max(1, -(-size // FULL_STORIES))
    requests, issued = count(), count()
    for index in range(size):
        is_full = index % stride == 0
        has_request = size <= FULL_STORIES or is_full or index % _REQUEST_EVERY == 0
        writer = _Writer(index, size, seed, now, requests, issued)
        yield writer.story(is_full, has_request)


class _Writer:
    """Writes one story."""

    def __init__(
        self,
        index: int,
        size: int,
        seed: int,
        now: datetime,
        requests: Iterator[int],
        issued: Iterator[int],
    ) -> None:
        self._rng = Random(f"{seed}:{index}")
        self._index = index
        self._now = now
        self._theme: Theme = self._rng.choice(THEMES)
        day = (now - _FIRST + (_FIRST - _LAST) * index / size).date()
        self._learned = datetime.combine(
            _workday(day), time(self._rng.randint(7, 16), self._rng.choice((0, 15, 30, 45)))
        )
        self._happened = self._learned - timedelta(hours=self._rng.randint(20, 60))
        self._facts = {
            "place": self._rng.choice(PLACES),
            "road": self._rng.choice(ROADS),
            "number": str(self._rng.randint(3, 48)),
            "less": str(self._rng.randint(5, 45)),
            "percent": str(self._rng.randint(35, 92)),
            "day": _day(self._learned.date()),
        }
        self._requests = requests
        self._issued = issued

    def story(self, is_full: bool, has_request: bool) -> Story:
        """Return the whole story; its first article is the one a request may be about."""
        rng = self._rng
        age = self._now - self._learned
        under_way = (IncidentState.HANDLING, IncidentState.VERIFYING, IncidentState.OPEN)
        is_old = age > timedelta(days=45)
        state = IncidentState.CLOSED if is_old else under_way[self._index % len(under_way)]
        sensitivity = rng.choices(list(Sensitivity), (6, 3, 1))[0]
        affected = sensitivity is not Sensitivity.NORMAL
        incident = {
            "title": self._fill(self._theme.title),
            "happened_at": self._happened,
            "learned_at": self._learned,
            "impact_determined_at": (
                self._learned + timedelta(minutes=rng.choice((30, 60, 90))) if affected else None
            ),
            "place": upper_first(self._facts["place"]),
            "field": self._theme.field,
            "sensitivity": sensitivity.value,
            "description": self._fill(self._theme.description),
            "state": state.value,
            **self._statements(affected, is_old),
        }
        how_many = rng.choices((0, 1, 2, 3), (5, 75, 15, 5))[0]
        if has_request:
            how_many = max(how_many, 1)
        articles = tuple(
            self._article(place, has_request and place == 0, is_full) for place in range(how_many)
        )
        return Story(incident, self._theme.body, articles, is_full)

    def _statements(self, affected: bool, is_old: bool) -> dict[str, datetime | None]:
        """Return when the office spoke: mostly in time, and of some things not yet."""
        first: datetime | None = self._learned + timedelta(hours=_HOURS[self._index % len(_HOURS)])
        last = first + timedelta(days=1, hours=2) if first and self._index % 2 else None
        if not affected or (not is_old and self._index % 4 == 0) or (first and first > self._now):
            first = last = None
        if last is not None and last > self._now:
            last = None
        return {"first_statement_at": first, "last_statement_at": last}

    def _article(self, place: int, may_have_request: bool, is_full: bool) -> ArticleStory:
        rng = self._rng
        kind = _ARTICLE_KINDS[(self._index + place) % len(_ARTICLE_KINDS)]
        outlet = (self._index * 5 + place) % len(OUTLETS)
        type_ = OUTLETS[outlet]["type"]
        is_broadcast = type_ in (OutletType.RADIO, OutletType.TELEVISION)
        span = (self._learned - self._happened).total_seconds()
        published = self._happened + timedelta(seconds=span * rng.uniform(0.3, 0.95))
        published = published.replace(hour=max(published.hour, 6), second=0, microsecond=0)
        if is_broadcast:
            published = _last_bulletin(published)
        points = tuple(
            (self._sentence(wrong), self._sentence(true)) for wrong, true in self._theme.points
        )
        if len(points) > 1 and rng.random() < 0.45:
            points = points[:1]
        is_wrong = kind in _WRONG
        grounds = self._fill("; ".join(self._theme.grounds)) + "."
        is_online = type_ in (OutletType.ONLINE, OutletType.SOCIAL_CHANNEL)
        domain = OUTLETS[outlet]["email"].partition("@")[2]
        url = f"https://{domain}/bai-viet-{self._index:06d}-{place}" if is_online else ""
        values = {
            "title": upper_first(self._fill(rng.choice(self._theme.headlines))),
            "published_at": published,
            "section": rng.choice(SECTIONS),
            "author": None if is_broadcast else rng.choice(REPORTERS),
            "url": url or None,
            "issue": (
                f"số {published.timetuple().tm_yday}, trang {rng.randint(1, 8)}"
                if type_ is OutletType.PRINT
                else None
            ),
            "programme": f"Thời sự {published:%H} giờ {published:%M}" if is_broadcast else None,
            "kind": kind.value,
            "wrong_passage": points[0][0] if is_wrong else None,
            "true_content": points[0][1] if is_wrong else None,
            "grounds": grounds if is_wrong else None,
        }
        request = None
        if may_have_request and is_wrong:
            request = self._request(points, grounds, is_full, url)
        return ArticleStory(outlet, values, request)

    def _request(
        self, points: tuple[tuple[str, str], ...], grounds: str, is_full: bool, url: str
    ) -> RequestStory:
        rng = self._rng
        number = next(self._requests)
        kind = _REQUEST_KINDS[number % len(_REQUEST_KINDS)]
        now = self._now
        letter_date = _workday(min(self._learned + timedelta(days=rng.randint(0, 2)), now).date())
        letter_date = min(letter_date, now.date())
        state = _LETTER_STATES[number % len(_LETTER_STATES)] if is_full else LetterState.DRAFT
        tracking: dict[str, Any] = {}
        reminders: tuple[tuple[date, str], ...] = ()
        if state is LetterState.ISSUED:
            outcome = _OUTCOMES[next(self._issued) % len(_OUTCOMES)]
            tracking, reminders = self._what_came_of_it(letter_date, outcome, kind, url)
        void_reason = "Sai tên cơ quan báo chí, ban hành lại văn bản khác."
        return RequestStory(
            kind=kind,
            points=points,
            grounds=grounds,
            deadline_asked=_workday(letter_date + timedelta(days=rng.randint(5, 8))),
            state=state,
            letter_date=letter_date,
            tracking=tracking,
            reminders=reminders,
            void_reason=void_reason if state is LetterState.VOID else "",
        )

    def _what_came_of_it(
        self, sent: date, outcome: RequestOutcome, kind: RequestKind, url: str
    ) -> tuple[dict[str, Any], tuple[tuple[date, str], ...]]:
        """Return the tracking of an issued request; nothing in it lies after now."""
        rng = self._rng
        today = self._now.date()
        if outcome is RequestOutcome.CORRECTED and kind is RequestKind.RESPOND:
            outcome = RequestOutcome.RESPONSE_PUBLISHED
        elif outcome is RequestOutcome.RESPONSE_PUBLISHED and kind is not RequestKind.RESPOND:
            outcome = RequestOutcome.CORRECTED
        answered = _workday(sent + timedelta(days=rng.randint(4, 12)))
        if answered > today:
            outcome = RequestOutcome.PENDING
        received = _workday(sent + timedelta(days=rng.randint(1, 2)))
        published = outcome in (RequestOutcome.CORRECTED, RequestOutcome.RESPONSE_PUBLISHED)
        late = outcome in (RequestOutcome.SILENT, RequestOutcome.PENDING)
        where = f"{url}-cai-chinh" if url else f"Bản tin ngày {_day(answered)}"
        tracking: dict[str, Any] = {
            "sent_to_outlet_on": sent,
            "received_by_outlet_on": received if received <= today else None,
            "sent_to_authority_on": sent,
            # Read by the office in the decree, where the rule has no number yet.
            "due_by_law_on": _workday(sent + timedelta(days=10)) if sent >= _NEW_LAW else None,
            "outcome": outcome,
            "refusal_reason": (rng.choice(_REFUSALS) if outcome is RequestOutcome.REFUSED else ""),
            "published_on": answered if published else None,
            "published_where": where if published else "",
            "next_step": rng.choice(_NEXT_STEPS[outcome]),
            "note": "Đã trao đổi qua điện thoại với thư ký tòa soạn." if late else "",
        }
        days = (_workday(sent + timedelta(days=12 * n)) for n in (1, 2))
        reminders = tuple(
            (day, f"Đôn đốc lần {number}") for number, day in enumerate(days, 1) if day <= today
        )
        return tracking, reminders if late else ()

    def _fill(self, text: str) -> str:
        return text.format(**self._facts)

    def _sentence(self, text: str) -> str:
        return upper_first(self._fill(text)) + "."


def _last_bulletin(moment: datetime) -> datetime:
    """Return when the last news before ``moment`` went on air."""
    on_air = [time(hour, 30) for hour in (6, 11, 18, 20)]
    day = moment.date() if moment.time() >= on_air[0] else moment.date() - timedelta(days=1)
    earlier = [at for at in on_air if datetime.combine(day, at) <= moment]
    return datetime.combine(day, earlier[-1])


def _workday(day: date) -> date:
    """Return ``day``, or the Monday after it."""
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() > 4 else day


def _day(day: date) -> str:
    """Return a day as a clerk writes it in a sentence: 06/5/2026, but 06/02/2026."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"
