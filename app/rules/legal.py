"""Which legal texts a letter rests on, by the days that decide it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.rules.dates import date_text, day_text
from app.rules.vocabulary import LegalDuty, RequestKind
from app.text import tidy

_OPENING = re.compile(r"^(căn cứ( vào)?|theo)\s+", re.IGNORECASE)

# What the newspaper is asked for -> the duty whose law is cited.
_DUTIES = {
    RequestKind.RESPOND: LegalDuty.RESPONSE,
    RequestKind.CORRECT: LegalDuty.CORRECTION,
    RequestKind.CORRECT_AND_APOLOGISE: LegalDuty.CORRECTION,
    RequestKind.REMOVE: LegalDuty.REMOVAL,
}


@dataclass(frozen=True, slots=True)
class LegalText:
    """One legal text, in force from ``valid_from`` to ``valid_to``, both included; None is open."""

    duty: LegalDuty
    citation: str
    valid_from: date | None
    valid_to: date | None
    confirmed: bool

    def in_force(self, on: date) -> bool:
        """Return whether the text applies on that day."""
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_to is None or on <= self.valid_to
        )

    def words(self) -> str:
        """Return the citation, and that nobody has compared it with the original."""
        citation = bare_citation(self.citation)
        return citation if self.confirmed else f"{citation} (chưa kiểm chứng)"


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """What is known of a document that citations name by its number."""

    number: str
    issued_on: date
    issuer: str
    is_law: bool


@dataclass(frozen=True, slots=True)
class Bases:
    """The texts found for a duty on a day. None found is a gap the caller has to show."""

    duty: LegalDuty
    on: date
    texts: tuple[LegalText, ...]

    @property
    def missing(self) -> bool:
        return not self.texts

    def words(self, day_name: str) -> str:
        """Return the matter, the day that picks its law, named so, and the texts in force then."""
        matter = self.duty.label.partition(" (")[0]  # what follows names the day in general
        texts = "; ".join(text.words() for text in self.texts)
        texts = texts or "chưa có văn bản nào áp dụng, thêm ở phần Căn cứ pháp lý"
        return f"{matter}: theo {day_name} {date_text(self.on)} – {texts}."


@dataclass(frozen=True, slots=True)
class RequestBases:
    """What a correction request rests on.

    The newspaper's duty follows the law of the day of publication; how the office proceeds
    follows the law of the day of its letter.
    """

    duty: Bases
    procedure: Bases

    @property
    def citation(self) -> str:
        """The texts as they are cited after "Căn cứ", each once."""
        texts = (*self.duty.texts, *self.procedure.texts)
        return listed(dict.fromkeys(bare_citation(text.citation) for text in texts))

    def words(self, *, is_dated: bool) -> tuple[str, str]:
        """Return a sentence for each matter; a letter not dated yet goes by the law of today."""
        letter_day = "ngày văn bản" if is_dated else "ngày văn bản, chưa có nên tạm lấy hôm nay"
        return self.duty.words("ngày đăng bài"), self.procedure.words(letter_day)


def bases_for(rows: Iterable[LegalText], duty: LegalDuty, on: date) -> Bases:
    """Return the texts in force for a duty on a day, the oldest first."""
    found = [row for row in rows if row.duty is duty and row.in_force(on)]
    found.sort(key=lambda row: row.valid_from or date.min)
    return Bases(duty, on, tuple(found))


def request_bases(
    rows: Iterable[LegalText], kind: RequestKind, published_on: date, letter_date: date
) -> RequestBases:
    """Return what a request of that kind rests on."""
    rows = tuple(rows)
    return RequestBases(
        bases_for(rows, _DUTIES[kind], published_on),
        bases_for(rows, LegalDuty.PROCEDURE, letter_date),
    )


def citation_warnings(rows: Iterable[LegalText], printed: str, on: date) -> list[str]:
    """Return which of the texts that a letter of that day cites are out of force or unconfirmed."""
    rows, printed = tuple(rows), tidy(printed)
    holding = {bare_citation(row.citation) for row in rows if row.in_force(on)}
    unconfirmed = {
        bare_citation(row.citation) for row in rows if row.in_force(on) and not row.confirmed
    }
    outdated = {bare_citation(row.citation) for row in rows} - holding
    warnings = [
        f"Văn bản viện dẫn “{citation}”, không có hiệu lực vào ngày {date_text(on)}."
        for citation in outdated
        if citation in printed and not any(citation in other for other in holding)
    ]
    warnings += [
        f"Căn cứ “{citation}” chưa được kiểm chứng với văn bản gốc."
        for citation in unconfirmed
        if citation in printed
    ]
    return sorted(warnings)


def as_letters_cite(text: str, documents: Iterable[CitedDocument]) -> str:
    """Return a citation of tables and screens as letters have it (Decree 30/2020, Annex I, II.6).

    There a law has its day in place of its number, any other document its day and its issuer too.
    """
    for one in documents:
        day = day_text(one.issued_on)
        words = (
            day
            if one.is_law
            else f"số {one.number} {day}{f' của {one.issuer}' if one.issuer else ''}"
        )
        text = re.sub(rf"số {re.escape(one.number)}(?! (?:ngày|của) )(?![\w/-])", words, text)
    return text


def first_cited(text: str, numbers: Iterable[str]) -> str | None:
    """Return which of the documents, by their numbers, a text names first; None if none."""
    places = {number: text.find(number) for number in numbers}
    named = [number for number, place in places.items() if place >= 0]
    return min(named, key=lambda number: places[number], default=None)


def bare_citation(text: str) -> str:
    """Return a legal basis without "Căn cứ" before it and closing marks behind it."""
    return _OPENING.sub("", tidy(text)).rstrip(" .,;:")


def listed(citations: Iterable[str]) -> str:
    """Return "A", "A và B", or "A; B và C"."""
    parts = [part for part in citations if part]
    if len(parts) < 2:
        return "".join(parts)
    return f"{'; '.join(parts[:-1])} và {parts[-1]}"
