"""One valid record of each kind in one line: ``make_article(ctx, title="Lũ lụt")``.

Each ``make_`` function saves through the services, as a clerk would, and returns the record's id;
what it needs and is not given, it makes itself.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import count, cycle
from typing import Any

from app.bootstrap import AppContext
from app.models import Letter, NumberBook
from app.rules.vocabulary import Bound, ClockDuty, DocumentType, Layout, LetterState

_serial = count(1)
_families = cycle((duty, binds) for duty in ClockDuty for binds in Bound if binds != Bound.BODY)


def make(ctx: AppContext, kind: str, **over: Any) -> int:
    """Make a record of a kind by its own factory, which every kind has."""
    record_id: int = globals()[f"make_{kind}"](ctx, **over)
    return record_id


def make_outlet(ctx: AppContext, **over: Any) -> int:
    return _save(ctx, "outlet", {"name": f"Báo Thời sự {next(_serial)}"}, over)


def make_body(ctx: AppContext, **over: Any) -> int:
    return _save(ctx, "body", {"name": f"Sở Xây dựng {next(_serial)}"}, over)


def make_contact(ctx: AppContext, **over: Any) -> int:
    """A journalist, at one outlet unless other posts are given."""
    values: dict[str, Any] = {"name": f"Trần Thị Bình {next(_serial)}"}
    if "posts" not in over:
        values["posts"] = ({"outlet_id": make_outlet(ctx), "job_title": "Phóng viên"},)
    return _save(ctx, "contact", values, over)


def make_legal_document(ctx: AppContext, **over: Any) -> int:
    number = next(_serial)
    values = {"number": f"{number}/2024/NĐ-CP", "title": f"Nghị định {number}"}
    return _save(ctx, "legal_document", values, over)


def make_regulation(ctx: AppContext, **over: Any) -> int:
    """A regulation in force; ``cites`` names the ids of the documents it rests on."""
    number = next(_serial)
    values = {
        "body_id": over.get("body_id") or make_body(ctx),
        "title": f"Quy chế phát ngôn {number}",
        "number": f"{number}/QĐ-SXD",
        "issued_on": date(2024, 3, 1),
        "bases": [{"document_id": document_id} for document_id in over.pop("cites", ())],
    }
    return _save(ctx, "regulation", values, over)


def make_training(ctx: AppContext, **over: Any) -> int:
    return _save(ctx, "training", {"title": f"Lớp tập huấn {next(_serial)}"}, over)


def make_legal_basis(ctx: AppContext, **over: Any) -> int:
    citation = f"Điều {next(_serial)} Luật Báo chí"
    return _save(ctx, "legal_basis", {"citation": citation, "source": "Công báo"}, over)


def make_letter_style(ctx: AppContext, **over: Any) -> int:
    number = next(_serial)
    values = {
        "title": f"Hướng dẫn {number}",
        "valid_from": date(2030, 1, 1) + timedelta(days=number),
        "source": "Văn phòng Trung ương Đảng",
    }
    return _save(ctx, "letter_style", values, over)


def make_legal_rule(ctx: AppContext, **over: Any) -> int:
    """A rule of the office's own that no other of them takes turns with."""
    duty, binds = next(_families)
    values = {
        "title": f"Quy định {next(_serial)}",
        "duty": duty,
        "binds": binds,
        "is_own_regulation": True,
        "value": 6,
        "unit": "hours",
        "basis": "Quy chế phát ngôn",
        "source": "Văn bản của cơ quan",
    }
    return _save(ctx, "legal_rule", values, over)


def make_calendar_day(ctx: AppContext, **over: Any) -> int:
    day = date(2050, 1, 1) + timedelta(days=next(_serial))
    return _save(ctx, "calendar_day", {"day": day, "name": f"Ngày nghỉ {day}"}, over)


def make_incident(ctx: AppContext, **over: Any) -> int:
    values = {"title": f"Sạt lở bờ kè {next(_serial)}", "learned_at": datetime(2026, 10, 1, 7, 30)}
    return _save(ctx, "incident", values, over)


def make_spokesperson(ctx: AppContext, **over: Any) -> int:
    """One in office since long ago, with nothing left to ask for."""
    number = next(_serial)
    values: dict[str, Any] = {
        "person": f"Nguyễn Văn {number}",
        "position": "Chánh Văn phòng",
        "phone": "0913 000 111",
        "email": "nguoiphatngon@angiang.gov.vn",
        "decision_number": f"{number}/QĐ-SXD",
        "decision_date": date(2025, 7, 1),
        "valid_from": date(2025, 7, 1),
        "published_on": date(2025, 7, 2),
        "announced_on": date(2025, 7, 2),
    }
    if "body_id" not in over:
        values["body_id"] = make_body(ctx)
    return _save(ctx, "spokesperson", values, over)


def make_authorisation(ctx: AppContext, **over: Any) -> int:
    """One in force in the first days of October 2026, with nothing left to ask for."""
    values: dict[str, Any] = {
        "grantor": "Trần Thị Đứng Đầu",
        "grantor_position": "Giám đốc",
        "grantee": f"Lê Văn Phó {next(_serial)}",
        "grantee_position": "Phó Giám đốc",
        "phone": "0913 000 222",
        "email": "phogiamdoc@angiang.gov.vn",
        "case_text": "Sạt lở bờ kè",
        "scope": "Diễn biến và kết quả xử lý vụ việc.",
        "valid_from": date(2026, 10, 1),
        "valid_to": date(2026, 10, 15),
        "paper_number": "05/GUQ-SXD",
        "signed_at": datetime(2026, 10, 1, 8, 0),
        "published_at": datetime(2026, 10, 1, 9, 0),
    }
    if "body_id" not in over:
        values["body_id"] = make_body(ctx)
    return _save(ctx, "authorisation", values, over)


def make_inspection(ctx: AppContext, **over: Any) -> int:
    """One planned for October 2026, with one recommendation that has no day."""
    values: dict[str, Any] = {
        "title": f"Kiểm tra công tác phát ngôn {next(_serial)}",
        "planned_from": date(2026, 10, 12),
        "recommendations": ({"recommendation": "Công bố người phát ngôn."},),
    }
    if "body_id" not in over:
        values["body_id"] = make_body(ctx)
    return _save(ctx, "inspection", values, over)


def make_statement(ctx: AppContext, **over: Any) -> int:
    """A draft of what the head of a body says, with all that is needed to give it."""
    values: dict[str, Any] = {
        "title": f"Thông tin về bờ kè {next(_serial)}",
        "given_at": datetime(2026, 10, 2, 9, 0),
        "speaker": "Trần Thị Đứng Đầu",
        "speaker_position": "Giám đốc",
        "text": "Bờ kè nứt 5 mét. Không có người bị thương.",
    }
    if "body_id" not in over:
        values["body_id"] = make_body(ctx)
    return _save(ctx, "statement", values, over)


def make_preparation(ctx: AppContext, **over: Any) -> int:
    values: dict[str, Any] = {
        "title": f"Phiếu chuẩn bị {next(_serial)}",
        "facts": ({"fact": "Vết nứt dài 5 mét.", "confirmed_by": "Đội quản lý đê"},),
        "questions": ({"question": "Ai chịu trách nhiệm?", "answer": "Đang xác minh."},),
        "limits": ({"topic": "Số tiền thiệt hại", "reason": "Chưa có kết luận."},),
    }
    return _save(ctx, "preparation", values, over)


def give_statement(ctx: AppContext, statement_id: int) -> None:
    version = ctx.records.get("statement", statement_id).version
    ctx.statements.give(statement_id, version, secrecy_confirmed=True)


def make_violation(ctx: AppContext, **over: Any) -> int:
    """One that the press has just told of; ``taken`` gives the days of steps by their names."""
    taken = over.pop("taken", {})
    values: dict[str, Any] = {
        "title": f"Thu phí sai quy định tại bến phà {next(_serial)}",
        "learned_on": date(2026, 9, 1),
        "finding": "Bến phà thu cao hơn giá niêm yết.",
        "subject": "Ban quản lý bến phà",
        "source": "Báo Thời sự ngày 01/9/2026",
        "steps": [{"step": step, "done_on": day} for step, day in taken.items()],
    }
    if "accountable_body_id" not in over:
        values["accountable_body_id"] = make_body(ctx)
    return _save(ctx, "violation", values, over)


def make_article(ctx: AppContext, **over: Any) -> int:
    values = {
        "title": f"Bờ kè mới đã nứt {next(_serial)}",
        "published_at": datetime(2026, 10, 2, 6, 0),
        "kind": "untrue",
        "wrong_passage": "Bờ kè nứt dài 50 mét.",
        "true_content": "Vết nứt dài 5 mét.",
        "grounds": "Biên bản kiểm tra ngày 02/10/2026.",
    }
    if "outlet_id" not in over:
        values["outlet_id"] = make_outlet(ctx)
    return _save(ctx, "article", values, over)


def make_correction_request(ctx: AppContext, **over: Any) -> int:
    values: dict[str, Any] = {"grounds": "Biên bản kiểm tra ngày 02/10/2026."}
    if "article_id" not in over:
        values["article_id"] = make_article(ctx)
    return _save(ctx, "correction_request", values, over)


def make_briefing(ctx: AppContext, **over: Any) -> int:
    """One planned for the last quarter of 2026, with a guest and a question."""
    values: dict[str, Any] = {
        "year": 2026,
        "part": "Q4",
        "starts_at": datetime(2026, 12, 15, 8, 0),
        "place": f"Hội trường {next(_serial)}",
        "chair": "Trần Thị Bình",
        "invited": [{"name": "Hội Nhà báo tỉnh"}],
        "questions": [{"question": "Bờ kè bao giờ sửa xong?"}],
    }
    return _save(ctx, "briefing", values, over)


def make_refusal_ground(ctx: AppContext, **over: Any) -> int:
    values = {
        "title": f"Bí mật {next(_serial)}",
        "wording": "thuộc bí mật nhà nước",
        "citation": "Điều 31 Luật Báo chí",
        "source": "Công báo",
    }
    return _save(ctx, "refusal_ground", values, over)


def make_enquiry(ctx: AppContext, **over: Any) -> int:
    values = {
        "title": f"Tiến độ sửa bờ kè {next(_serial)}",
        "question": "Khi nào bờ kè được sửa xong?",
        "received_at": datetime(2026, 10, 2, 8, 0),
        "asker_name": "Trần Văn Báo",
    }
    return _save(ctx, "enquiry", values, over)


def make_letter(ctx: AppContext, **over: Any) -> int:
    """A letter as stored. An issued one takes the next number of the year's book."""
    values = {
        "layout": Layout.STATE,
        "document_type": DocumentType.OFFICIAL_LETTER,
        "state": LetterState.DRAFT,
        "symbol": "SXD-VP",
        "subject": f"cải chính thông tin về bờ kè {next(_serial)}",
        "letter_date": None,
        "content": {},
        **over,
    }
    with ctx.db.writing() as session:
        if values["state"] in (LetterState.ISSUED, LetterState.VOID) and "number" not in over:
            book = session.query(NumberBook).filter_by(layout="state", period="2026").first()
            book = book or NumberBook(layout="state", scope="all", period="2026", last_number=0)
            book.last_number += 1
            values |= {"book": book, "number": book.last_number}
            values["letter_date"] = values["letter_date"] or date(2026, 10, 5)
        letter = Letter(**values)
        session.add(letter)
        session.flush()
        return letter.id


def _save(ctx: AppContext, kind: str, values: dict[str, Any], over: dict[str, Any]) -> int:
    return ctx.records.save(kind, {**ctx.records.new(kind), **values, **over}).id
