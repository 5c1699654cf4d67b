"""Letters about those who speak for a body; their number and date go back to the record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import or_, select

from app.exports.letter.data import LetterData
from app.models import Authorisation, Outlet, Spokesperson
from app.rules.dates import date_text
from app.rules.letter_text.common import ComposedText
from app.rules.letter_text.speakers import (
    AssignmentFacts,
    AuthorisationFacts,
    Person,
    announcement,
    assignment_decision,
    authorisation_paper,
)
from app.rules.vocabulary import DocumentType
from app.rules.wording.names import person_sort_key
from app.services.office.service import authority_on, read_profile
from app.services.record_letters.common import decides, speaking_bases
from app.services.record_letters.purposes import Address, Issued, LetterPurpose, Writing
from app.services.speakers.store import AUTHORISATION, SPOKESPERSON


def _assignment(writing: Writing) -> AssignmentFacts:
    one: Spokesperson = writing.record
    former = one.replaces
    return AssignmentFacts(
        body=one.body.name,
        person=Person(one.person, one.position or "", one.phone or "", one.email or ""),
        begins=one.valid_from,
        ends=one.valid_to,
        former=former.person if former else "",
        former_decision=(
            (former.decision_number or "", former.decision_date) if former else ("", None)
        ),
        is_beside_another=one.is_beside_another,
        decision=(one.decision_number or "", one.decision_date),
        authority=decides(writing),
        legal_bases=speaking_bases(writing),
        press_authority=_press_authority(writing),
    )


def _press_authority(writing: Writing) -> str:
    profile = read_profile(writing.session)
    authority = authority_on(writing.session, profile, writing.on)
    if authority is None or (profile is not None and authority.name == profile.name):
        return ""
    return authority.name


def _decide(writing: Writing) -> ComposedText:
    return assignment_decision(writing.voice, _assignment(writing))


def _announce(writing: Writing) -> ComposedText:
    return announcement(writing.voice, _assignment(writing))


def _authorise(writing: Writing) -> ComposedText:
    one: Authorisation = writing.record
    incident = one.incident.title if one.incident else ""
    facts = AuthorisationFacts(
        grantor=Person(one.grantor, one.grantor_position or ""),
        grantee=Person(one.grantee, one.grantee_position or "", one.phone or "", one.email or ""),
        case=one.case_text or incident,
        scope=one.scope,
        begins=one.valid_from,
        ends=one.valid_to,
        legal_bases=speaking_bases(writing),
    )
    return authorisation_paper(writing.voice, facts)


def _decision_problems(writing: Writing, _letter: LetterData) -> Mapping[str, str]:
    return _has_number(writing.record.decision_number, "Quyết định")


def _announcement_problems(writing: Writing, _letter: LetterData) -> Mapping[str, str]:
    """The press is told by which decision, and how to reach the person."""
    one: Spokesperson = writing.record
    problems = {}
    if not one.decision_number or one.decision_date is None:
        problems[""] = "Chưa có số, ngày quyết định phân công: phát hành quyết định trước."
    if not one.phone or not one.email:
        problems[""] = "Nhập số điện thoại và email của người phát ngôn rồi viết lại văn bản."
    return problems


def _authorisation_problems(writing: Writing, letter: LetterData) -> Mapping[str, str]:
    """Nobody but the grantor signs, and one paper is enough."""
    one: Authorisation = writing.record
    problems = _has_number(one.paper_number, "Giấy ủy quyền")
    if one.valid_from < writing.on:
        problems[""] = (
            f"Thời hạn ủy quyền bắt đầu {date_text(one.valid_from)}, trước ngày ký "
            f"{date_text(writing.on)}: sửa “Phát ngôn từ ngày” rồi viết lại văn bản."
        )
    if person_sort_key(letter.signer_name) != person_sort_key(one.grantor):
        problems["letter.signer_name"] = (
            f"Giấy ủy quyền do chính người ủy quyền ký: {one.grantor}; chọn lại người ký."
        )
    return problems


def _has_number(number: str | None, paper: str) -> dict[str, str]:
    if not number:
        return {}
    return {"": f"Bản ghi đã có {paper} số {number}; nhập nhầm thì xóa số đó trước khi phát hành."}


def _decided(issued: Issued) -> None:
    one: Spokesperson = issued.record
    one.decision_number = issued.letter.reference
    one.decision_date = issued.letter.letter_date
    one.decision_signer = issued.letter.content["signer_name"]


def _undecided(issued: Issued) -> None:
    one: Spokesperson = issued.record
    if one.decision_number == issued.letter.reference:
        one.decision_number = one.decision_date = one.decision_signer = None


def _announced(issued: Issued) -> None:
    one: Spokesperson = issued.record
    one.announced_on, one.announced_in = issued.letter.letter_date, issued.letter.reference


def _unannounced(issued: Issued) -> None:
    one: Spokesperson = issued.record
    if one.announced_in == issued.letter.reference:
        one.announced_on = one.announced_in = None


def _authorised(issued: Issued) -> None:
    """Count the hours from now where it is issued on its day; of another only the day is known."""
    one: Authorisation = issued.record
    day = issued.letter.letter_date
    assert day is not None
    now = issued.at.replace(second=0, microsecond=0)
    one.paper_number = issued.letter.reference
    one.signed_at = now if now.date() == day else datetime(day.year, day.month, day.day)


def _unauthorised(issued: Issued) -> None:
    one: Authorisation = issued.record
    if one.paper_number == issued.letter.reference:
        one.paper_number = one.signed_at = None


def _to_the_press(writing: Writing) -> tuple[Address, ...]:
    """Return the press authority and every outlet that is in being."""
    on = writing.on
    outlets = writing.session.scalars(
        select(Outlet)
        .where(
            Outlet.deleted_at.is_(None),
            or_(Outlet.valid_from.is_(None), Outlet.valid_from <= on),
            or_(Outlet.valid_to.is_(None), Outlet.valid_to >= on),
        )
        .order_by(Outlet.name_key, Outlet.id)
    )
    authority = _press_authority(writing)
    first = (Address(authority),) if authority else ()
    return (*first, *(Address(outlet.name, outlet.address or "") for outlet in outlets))


DECISION = LetterPurpose(
    "spokesperson_decision",
    "quyết định phân công người phát ngôn",
    SPOKESPERSON,
    DocumentType.DECISION,
    _decide,
    problems=_decision_problems,
    on_issued=_decided,
    on_voided=_undecided,
)
ANNOUNCEMENT = LetterPurpose(
    "spokesperson_announcement",
    "công văn thông báo người phát ngôn cho báo chí",
    SPOKESPERSON,
    DocumentType.OFFICIAL_LETTER,
    _announce,
    problems=_announcement_problems,
    addresses=_to_the_press,
    on_issued=_announced,
    on_voided=_unannounced,
)
PAPER = LetterPurpose(
    "authorisation_paper",
    "giấy ủy quyền phát ngôn",
    AUTHORISATION,
    DocumentType.AUTHORISATION,
    _authorise,
    problems=_authorisation_problems,
    on_issued=_authorised,
    on_voided=_unauthorised,
)
SPEAKER_LETTERS = (DECISION, ANNOUNCEMENT, PAPER)
