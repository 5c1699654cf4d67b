"""What a clerk should look at in a stored record although nothing keeps it from being saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlalchemy import or_, select

from app.models import EXAMPLE, Contact, Reorganisation, ReorganisationChange, Statement
from app.rules.dates import date_text, date_time_text
from app.rules.duties.violations import StepTaken, first_days, stage
from app.rules.vocabulary import (
    BriefingState,
    CheckResult,
    EnquiryOutcome,
    SpeakerKind,
    ViolationConclusion,
    ViolationStage,
    ViolationStepKind,
)
from app.rules.wording.names import person_sort_key
from app.rules.wording.posts import held_together
from app.services.records.checks import Subject
from app.services.records.kinds import MODELS
from app.services.records.passed_on import count_passed_on
from app.services.records.search import plain
from app.services.speakers.notes import speaker_notes
from app.text import lower_first

Hint = Callable[[Subject], Iterator[str]]


def hints(subject: Subject) -> tuple[str, ...]:
    """Return a sentence for each matter worth a look."""
    return tuple(sentence for hint in HINTS.get(subject.kind, ()) for sentence in hint(subject))


def _card_expired(subject: Subject) -> Iterator[str]:
    last_day = subject.values.get("card_expires_on")
    if last_day is not None and last_day < subject.now.date():
        yield f"Thẻ nhà báo đã hết hạn từ ngày {date_text(last_day)}; hỏi lại số thẻ mới."


def _posts_together(subject: Subject) -> Iterator[str]:
    posts = subject.values.get("posts", ())
    for first, second in held_together([(one["started_on"], one["ended_on"]) for one in posts]):
        yield (
            f"Nơi công tác ở dòng {first + 1} và dòng {second + 1} trùng thời gian; "
            "nếu đã thôi nơi trước thì nhập “Đến ngày” của nơi đó."
        )


def _same_person(subject: Subject) -> Iterator[str]:
    """Someone of the same name whose phone is no other, or with the same press card."""
    values = subject.values
    card = values.get("card_number")
    others = select(Contact).where(
        Contact.deleted_at.is_(None),
        Contact.id != subject.id,
        or_(
            Contact.name_key == person_sort_key(values["name"]),
            Contact.card_number == (card or ""),
        ),
    )
    for other in subject.session.scalars(others.order_by(Contact.id)):
        if card and other.card_number == card:
            yield f"“{other.name}” cũng có số thẻ nhà báo {card}; {_TWICE}"
        elif plain(other.name) == plain(values["name"]):
            own, theirs = _digits(values.get("phone")), _digits(other.phone)
            if own == theirs or not own or not theirs:
                same = "cùng số điện thoại" if own and own == theirs else "cùng họ tên"
                yield f"Đã có “{other.name}” {same}; {_TWICE}"


def _speaker(subject: Subject) -> Iterator[str]:
    """How an assignment or authorisation stands, and what it lacks."""
    if subject.id is not None:
        today = subject.now.date()
        found = speaker_notes(subject.session, subject.kind, [subject.id], today)
        yield from found.get(subject.id, ())


_TWICE = "xem có phải một người ghi hai lần không."


def _digits(phone: str | None) -> str:
    return "".join(filter(str.isdigit, phone or ""))


def _inspection_not_begun(subject: Subject) -> Iterator[str]:
    """Planned for a day that has passed, and nobody says what became of it."""
    values, today = subject.values, subject.now.date()
    planned_to = values.get("planned_to") or values["planned_from"]
    if values.get("called_off") or values.get("conclusion_date"):
        return
    if values.get("started_on") is None and planned_to < today:
        yield (
            f"Đã qua thời gian dự kiến (đến {date_text(planned_to)}): nhập ngày bắt đầu kiểm tra, "
            "dời ngày dự kiến, hoặc ghi hoãn, hủy."
        )


def _inspection_half_told(subject: Subject) -> Iterator[str]:
    values = subject.values
    if values.get("called_off_reason") and not values.get("called_off"):
        yield "Có lý do hoãn, hủy nhưng chưa chọn hoãn hay hủy."
    if values.get("conclusion_number") and values.get("conclusion_date") is None:
        yield "Văn bản kết luận có số nhưng chưa có ngày."
    failed = [one for one in values["checklist"] if one["result"] == CheckResult.FAILED]
    if failed and values.get("conclusion_date") and not values["recommendations"]:
        yield f"Có {len(failed)} nội dung chưa đạt nhưng chưa có kiến nghị nào."


def _remedies_late(subject: Subject) -> Iterator[str]:
    """What is overdue by now, and what was done too late (duty 32)."""
    if subject.values.get("called_off"):
        return
    today = subject.now.date()
    for number, line in enumerate(subject.values["recommendations"], start=1):
        due_on, done_on = line["due_on"], line["done_on"]
        if due_on is None or (done_on or today) <= due_on:
            continue
        days = ((done_on or today) - due_on).days
        if done_on is None:
            yield f"Kiến nghị ở dòng {number} quá hạn {days} ngày (hạn {date_text(due_on)})."
        else:
            yield f"Kiến nghị ở dòng {number} đã khắc phục, chậm {days} ngày."


def _card_expired_then(subject: Subject) -> Iterator[str]:
    last_day, received = (subject.values.get(n) for n in ("card_expires_on", "received_at"))
    if last_day is not None and received is not None and last_day < received.date():
        yield f"Thẻ nhà báo đã hết hạn từ ngày {date_text(last_day)}, trước khi tiếp nhận."


def _answer_missing(subject: Subject) -> Iterator[str]:
    values = subject.values
    if values.get("outcome") == EnquiryOutcome.ANSWERED and not values.get("answer"):
        yield "Đã trả lời nhưng chưa ghi nội dung trả lời."


def _draft_waits(subject: Subject) -> Iterator[str]:
    """The right to look through an interview (Press Law 2025, art. 33) is used in time."""
    for draft in subject.values.get("drafts", ()):
        if draft["received_on"] and not draft["returned_on"]:
            yield (
                f"Đã nhận bản thảo phỏng vấn ngày {date_text(draft['received_on'])}, chưa gửi lại"
                " ý kiến."
            )


def _given(subject: Subject) -> Iterator[str]:
    statement = subject.session.get(Statement, subject.id)
    if statement is not None and statement.frozen_at is not None:
        yield (
            f"Đã phát ngôn, nguyên văn khóa lúc {date_time_text(statement.frozen_at)}. "
            f"Mã kiểm chứng (SHA-256): {statement.text_sha256}"
        )


def _without_right(subject: Subject) -> Iterator[str]:
    """Duties 7 and 8: told without forbidding, for it happened."""
    if subject.values.get("speaker_kind") == SpeakerKind.UNENTITLED:
        yield "Người nói không có quyền phát ngôn; lý do ở ô “Ghi chú”."


def _unready(subject: Subject) -> Iterator[str]:
    """Duty 25: what is to be told was confirmed, what may be asked has an answer."""
    values = subject.values
    facts = [one for one in values.get("facts", ()) if not one["confirmed_by"]]
    answers = [one for one in values.get("questions", ()) if not one["answer"]]
    if not values.get("facts"):
        yield "Chưa có dữ kiện nào; ghi những gì sẽ nói và ai đã xác nhận."
    if facts:
        yield f"{len(facts)} dữ kiện chưa ghi ai xác nhận; chưa xác nhận thì chưa nói."
    if answers:
        yield f"{len(answers)} câu hỏi dự kiến chưa có câu trả lời."
    if not values.get("secrecy_confirmed"):
        yield "Chưa xác nhận phiếu không chứa bí mật nhà nước."


def _nobody_came(subject: Subject) -> Iterator[str]:
    guests = subject.values.get("invited", ())
    is_held = subject.values.get("state") == BriefingState.HELD
    if is_held and guests and not any(guest["is_present"] for guest in guests):
        yield "Đã tổ chức nhưng chưa ghi nơi nào có mặt ở phần “Thành phần”."


def _left_unanswered(subject: Subject) -> Iterator[str]:
    """Duty 30: what was asked at a briefing is answered there, or followed up."""
    if subject.values.get("state") != BriefingState.HELD:
        return
    for number, one in enumerate(subject.values.get("questions", ()), start=1):
        led_on = (one["answer"], one["follow_up"], one["enquiry_id"], one["incident_id"])
        if not any(led_on):
            yield f"Câu hỏi ở dòng {number} chưa có trả lời, cũng chưa ghi việc tiếp theo."


def _violation_waits(subject: Subject) -> Iterator[str]:
    """What the case waits for, and where it goes on although something before is missing."""
    values = subject.values
    days = first_days(
        StepTaken(ViolationStepKind(line["step"]), line["done_on"]) for line in values["steps"]
    )
    value = values["conclusion"]
    conclusion = ViolationConclusion(value) if value else None
    waits_for = stage(days, conclusion, values["closed_on"])
    if waits_for is not ViolationStage.CLOSED:
        yield f"Hồ sơ {lower_first(waits_for.label)}."
    if value and ViolationStepKind.CONCLUDED not in days:
        yield "Đã chọn kết luận mà chưa ghi bước “Kết luận”; ghi ở phần “Các bước”."


def _passed_on_often(subject: Subject) -> Iterator[str]:
    """Duty 27: a case that goes from one body to the next may have nobody who answers."""
    lines = [line["id"] for line in subject.values["transfers"]]
    count = count_passed_on(subject.session, subject.kind, lines)
    if count > 1:
        yield (
            f"Cơ quan chịu trách nhiệm đã chuyển {count} lần; xem lý do ở phần “Chuyển giao”, "
            "tránh đùn đẩy."
        )


def _from_example(subject: Subject) -> Iterator[str]:
    """What an example set brought is nobody's word until someone has looked at it and edited it."""
    record = subject.session.get(MODELS[subject.kind], subject.id)
    assert record is not None
    loaded = subject.session.execute(
        select(Reorganisation.title, ReorganisationChange.new_value)
        .join(ReorganisationChange)
        .where(
            Reorganisation.kind == EXAMPLE,
            Reorganisation.undone_at.is_(None),
            ReorganisationChange.table_name == record.__tablename__,
            ReorganisationChange.record_id == record.id,
        )
    )
    for title, version in loaded:
        if version["value"] == record.version:
            source = lower_first(title.removeprefix("Nạp "))
            yield f"Từ {source}: đối chiếu với văn bản gốc trước khi dùng."


HINTS: dict[str, tuple[Hint, ...]] = {
    "body": (_from_example,),
    "outlet": (_from_example,),
    "contact": (_card_expired, _posts_together, _same_person),
    "spokesperson": (_speaker,),
    "authorisation": (_speaker,),
    "statement": (_without_right, _given),
    "preparation": (_unready,),
    "incident": (_passed_on_often,),
    "violation": (_violation_waits, _passed_on_often),
    "inspection": (_inspection_not_begun, _inspection_half_told, _remedies_late),
    "briefing": (_nobody_came, _left_unanswered),
    "enquiry": (_card_expired_then, _answer_missing, _draft_waits),
}
