"""Who may speak for a body about a matter at a moment, by what right, and who may not and why.

The head of a body always may. A spokesperson may while assigned; an authorised person about that
case alone, within the dates of the paper, and may not authorise another (letter 144-CV/TU, duties 7
and 8; the decree in force on the day).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from app.rules.dates import date_text, date_time_text, period_text
from app.rules.duties.spokespersons import (
    Assignment,
    Authorisation,
    Tenure,
    lasts_over_a_year,
    missing_contact,
    standing,
    sub_delegated_from,
    sub_delegation_words,
    tenures,
)
from app.rules.legal import Bases
from app.rules.vocabulary import SpeakerKind
from app.rules.wording.names import sort_key
from app.text import upper_first


@dataclass(frozen=True, slots=True)
class Matter:
    """What is to be spoken about: a recorded incident, or words; neither where it is not known."""

    incident_id: int | None = None
    text: str = ""

    @property
    def is_known(self) -> bool:
        return self.incident_id is not None or bool(self.text.strip())


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether one person may speak, and why or why not, in whole sentences.

    ``record_id`` is that of the assignment or authorisation; None for the head, whose name this
    does not know. ``cautions`` do not forbid: they say what is still to be put right.
    """

    kind: SpeakerKind
    may_speak: bool
    reason: str
    record_id: int | None = None
    person: str = ""
    position: str = ""
    phone: str = ""
    email: str = ""
    cautions: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The person as a line names one: "Lê Văn Phó (Phó Giám đốc)"."""
        if not self.person:
            return self.kind.label
        return f"{self.person} ({self.position})" if self.position else self.person


@dataclass(frozen=True, slots=True)
class Entitlement:
    """The answer for one body, matter and moment: those who may speak first."""

    at: datetime
    verdicts: tuple[Verdict, ...]
    basis: str

    def allowed(self) -> tuple[Verdict, ...]:
        return tuple(one for one in self.verdicts if one.may_speak)

    def refused(self) -> tuple[Verdict, ...]:
        return tuple(one for one in self.verdicts if not one.may_speak)

    def of(self, kind: SpeakerKind, record_id: int | None = None) -> Verdict:
        """Return the verdict about one who was picked; refused where the body knows no such."""
        for one in self.verdicts:
            if (one.kind, one.record_id) == (kind, record_id):
                return one
        return Verdict(kind, False, "Không phải người của cơ quan này, hoặc bản ghi không còn.")


def entitled(
    at: datetime,
    matter: Matter,
    assignments: Iterable[Assignment],
    authorisations: Sequence[Authorisation],
    bases: Bases,
    ceased: str = "",
) -> Entitlement:
    """Return who may speak for the body that the assignments and authorisations are of.

    ``ceased`` says in a sentence that the body is no more; then nobody may.
    """
    day = at.date()
    verdicts = [Verdict(SpeakerKind.HEAD, True, "Người đứng đầu luôn được phát ngôn.")]
    given = tuple(assignments)
    verdicts += [_assigned(tenure, day) for tenure in tenures(given)]
    verdicts += [_deleted_assignment(one) for one in given if one.is_deleted and _would(one, day)]
    verdicts += [
        _authorised(one, authorisations, matter, day)
        for one in authorisations
        if not one.is_deleted or one.begins <= day <= one.ends
    ]
    if ceased:
        verdicts = [replace(one, may_speak=False, reason=ceased, cautions=()) for one in verdicts]
    verdicts.sort(key=lambda one: not one.may_speak)
    return Entitlement(at, tuple(verdicts), basis_words(bases))


def answer_words(answer: Entitlement, *, is_known: bool) -> str:
    """Return the answer as lines to read; ``is_known`` tells that a matter was named."""
    lines = ["ĐƯỢC PHÁT NGÔN"]
    for one in answer.allowed():
        reach = ", ".join(filter(None, (one.phone, one.email)))
        lines.append(f"- {one.name}{f' – {reach}' if reach else ''}: {one.reason}")
        lines += [f"   Lưu ý: {caution}" for caution in one.cautions]
    if not answer.allowed():
        lines.append("- Không có ai.")
    if answer.refused():
        lines += ["", "KHÔNG ĐƯỢC PHÁT NGÔN"]
        lines += [f"- {one.name}: {one.reason}" for one in answer.refused()]
    if is_known and answer.allowed():
        lines += [
            "",
            "Người khác chỉ được phát ngôn khi người đứng đầu ủy quyền bằng văn bản cho vụ việc "
            "này, có thời hạn: bấm “Lập giấy ủy quyền”.",
        ]
    return "\n".join((*lines, "", answer.basis))


def basis_words(bases: Bases) -> str:
    """Name the law of the day, and whether anyone has compared it with the original."""
    day = date_text(bases.on)
    if bases.missing:
        return f"Ngày {day}: sổ chưa có căn cứ pháp lý nào về “{bases.duty.label}”."
    texts = "; ".join(
        text.citation if text.confirmed else f"{text.citation} (chưa kiểm chứng)"
        for text in bases.texts
    )
    return f"Căn cứ áp dụng ngày {day}: {texts}."


def _assigned(tenure: Tenure, day: date) -> Verdict:
    one = tenure.assignment
    if day < tenure.begins:
        return _of(one, False, f"Chưa đến ngày: được phân công từ {date_text(tenure.begins)}.")
    if not tenure.holds(day):
        return _of(one, False, f"{upper_first(standing(tenure, day))}.")
    period = period_text(tenure.begins, tenure.ends)
    by = f" theo {one.decision}" if one.decision else ""
    cautions = [f"{words}." for words in missing_contact(one.phone, one.email)]
    if not one.decision_number or one.decision_date is None:
        cautions.append("Sổ chưa có số, ngày quyết định phân công; bổ sung.")
    if one.published_on is None or one.published_on > day:
        cautions.append("Chưa công bố trên cổng thông tin tính đến ngày này.")
    return _of(one, True, f"Được phân công{by}, {period}.", tuple(cautions))


def _deleted_assignment(one: Assignment) -> Verdict:
    return _of(one, False, "Bản ghi phân công đã xóa khỏi sổ; khôi phục nếu xóa nhầm.")


def _would(one: Assignment, day: date) -> bool:
    return one.begins <= day <= (one.ends or date.max)


def _authorised(
    one: Authorisation, all_of_body: Sequence[Authorisation], matter: Matter, day: date
) -> Verdict:
    refusal = next(_refusals(one, all_of_body, matter, day), "")
    if refusal:
        return _by(one, False, refusal)
    reason = (
        f"{one.paper}, {period_text(one.first_day, one.ends)}, vụ việc “{one.case}”. "
        f"Phạm vi: {one.scope.rstrip('.')}. Không được ủy quyền tiếp."
    )
    cautions = [f"{words}." for words in missing_contact(one.phone, one.email)]
    if one.published_at is None or one.published_at.date() > day:
        cautions.append("Văn bản ủy quyền chưa công bố, niêm yết tính đến ngày này.")
    if lasts_over_a_year(one):
        cautions.append("Ủy quyền dài hơn một năm; chỉ nên cho từng vụ việc, có thời hạn.")
    return _by(one, True, reason, tuple(cautions))


def _refusals(
    one: Authorisation, all_of_body: Sequence[Authorisation], matter: Matter, day: date
) -> Iterator[str]:
    """Yield why an authorised person may not speak, the gravest reason first."""
    if one.is_deleted:
        yield "Giấy ủy quyền đã xóa khỏi sổ; khôi phục nếu xóa nhầm."
    source = sub_delegated_from(one, all_of_body)
    if source is not None:
        yield f"{sub_delegation_words(one, source)}."
    if not one.paper:
        yield f"Chưa có giấy ủy quyền về “{one.case}”: chưa ghi số và ngày ký."
    if day > one.ends:
        yield f"Ủy quyền về “{one.case}” đã hết hạn: đến hết {date_text(one.ends)}."
    if day < one.first_day:
        signed = ""
        if one.signed_at is not None and one.signed_at.date() > one.begins:
            signed = f", ký {date_time_text(one.signed_at)}"
        yield f"Ủy quyền về “{one.case}” chưa có hiệu lực: từ {date_text(one.first_day)}{signed}."
    if not matter.is_known:
        yield f"Chỉ được nói về vụ việc “{one.case}”; chọn vụ việc để biết."
    elif not _is_about(one, matter):
        yield f"Ủy quyền cho vụ việc khác: “{one.case}”."


def _is_about(one: Authorisation, matter: Matter) -> bool:
    if matter.incident_id is not None and one.incident_id is not None:
        return matter.incident_id == one.incident_id
    said = {sort_key(text) for text in (one.case_text, one.incident) if text}
    return sort_key(matter.text) in said


def _of(one: Assignment, may_speak: bool, reason: str, cautions: tuple[str, ...] = ()) -> Verdict:
    return Verdict(
        SpeakerKind.SPOKESPERSON, may_speak, reason, one.id, one.person, one.position, one.phone,
        one.email, cautions,
    )  # fmt: skip


def _by(
    one: Authorisation, may_speak: bool, reason: str, cautions: tuple[str, ...] = ()
) -> Verdict:
    return Verdict(
        SpeakerKind.AUTHORISED, may_speak, reason, one.id, one.grantee, one.position, one.phone,
        one.email, cautions,
    )  # fmt: skip
