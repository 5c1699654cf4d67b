"""The parts of each document type in their order (models of Annex III, Decree 30/2020)."""

from __future__ import annotations

from collections.abc import Sequence

from app.exports.letter.body import body_rows, legal_basis_rows
from app.exports.letter.ending import (
    ending_rows,
    keep_with_text,
    minutes_ending_rows,
)
from app.exports.letter.header import addressee_rows, header_rows, title_rows
from app.exports.letter.setting import Setting
from app.exports.letter.typesetting.page import Row
from app.exports.letter.wording import bare_item, closed, listed, unclosed
from app.rules.vocabulary import DocumentType

_DECIDES = "QUYẾT ĐỊNH:"
_HEADING_GAP = 10.0


def letter_rows(setting: Setting) -> list[Row]:
    """Return the whole letter as rows from the top of its first page to the end."""
    data = setting.data
    rows = header_rows(setting)
    if data.document_type is not DocumentType.OFFICIAL_LETTER:
        rows += title_rows(setting)
    recipients, paragraphs = _text(setting)
    if recipients:
        rows += addressee_rows(setting, recipients)
    if data.document_type is DocumentType.DECISION:
        rows += _preamble_rows(setting)
    else:
        rows += legal_basis_rows(setting)
    rows += body_rows(setting, paragraphs)
    is_minutes = data.document_type is DocumentType.MINUTES
    ending = minutes_ending_rows(setting) if is_minutes else ending_rows(setting)
    keep_with_text(rows)
    return rows + ending


def _text(setting: Setting) -> tuple[Sequence[str], list[str]]:
    """Return whom the head addresses, and the paragraphs with the layout's end on the last."""
    data = setting.data
    recipients: Sequence[str] = data.recipients
    paragraphs = [unclosed(p) for p in data.body if p.upper().rstrip(": ") != _DECIDES.rstrip(":")]
    if data.document_type is DocumentType.INVITATION:
        recipients, paragraphs = _invitation(setting, paragraphs)
    elif data.document_type is DocumentType.MINUTES:
        paragraphs = _minutes(setting, paragraphs)
    if paragraphs:
        paragraphs[-1] = closed(paragraphs[-1], setting.preset.closing)
    return recipients, paragraphs


def _invitation(setting: Setting, body: list[str]) -> tuple[Sequence[str], list[str]]:
    """Return a giấy mời (model 1.7): whom, to what, then chair, time and venue, then the rest.

    The guests follow "Trân trọng kính mời:". Where the first paragraph invites in its own words,
    they follow its colon; without a colon they are addressed above the text.
    """
    data = setting.data
    first, rest = body[:1], body[1:]
    facts = _facts(("Chủ trì", data.chair), ("Thời gian", data.time), ("Địa điểm", data.venue))
    invites = bool(first) and "kính mời" in first[0].lower()
    if not data.recipients or (invites and not first[0].endswith(":")):
        return data.recipients, [*first, *facts, *rest]
    guests = _dashed(setting, data.recipients)
    if invites:
        return (), [*first, *guests, *facts, *rest]
    if len(data.recipients) == 1:
        return (), [f"Trân trọng kính mời: {bare_item(data.recipients[0])}.", *first, *facts, *rest]
    return (), ["Trân trọng kính mời:", *guests, *first, *facts, *rest]


def _minutes(setting: Setting, body: list[str]) -> list[str]:
    """Return a biên bản (model 1.9): when, where, who, what was said, when it ended."""
    data = setting.data
    opening = _facts(("Thời gian bắt đầu", data.started_at or data.time), ("Địa điểm", data.venue))
    if len(data.attendees) == 1:
        opening += _facts(("Thành phần tham dự", data.attendees[0]))
    elif data.attendees:
        opening += ["Thành phần tham dự:", *_dashed(setting, data.attendees)]
    opening += _facts(("Chủ trì", data.chair), ("Thư ký", data.secretary_name))
    ending = [f"Cuộc họp kết thúc vào {bare_item(data.ended_at)}."] if data.ended_at else []
    return [*opening, "Nội dung:", *body, *ending]


def _facts(*facts: tuple[str, str | None]) -> list[str]:
    return [f"{label}: {bare_item(text)}." for label, text in facts if text]


def _dashed(setting: Setting, items: Sequence[str]) -> list[str]:
    return [f"- {item}" for item in listed(items, setting.separator, ".")]


def _preamble_rows(setting: Setting) -> list[Row]:
    """Set a decision's authority and grounds (model 1.2).

    State: the authority stands before the grounds and "QUYẾT ĐỊNH:" after them; in the Party's
    decisions both stand after the grounds.
    """
    data, font = setting.data, setting.preset.authority
    authority: list[Row] = []
    if data.authority:
        authority = setting.centred_rows(data.authority.upper(), font, gap=_HEADING_GAP)
    decides = setting.centred_rows(
        _DECIDES, font, gap=_HEADING_GAP if setting.is_state or not authority else 0
    )
    grounds = legal_basis_rows(setting)
    if setting.is_state:
        return [*authority, *grounds, *decides]
    return [*grounds, *authority, *decides]
