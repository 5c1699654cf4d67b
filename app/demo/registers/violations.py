"""Violations that the press found: just told, waiting for its handling, told back and ended."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from app.demo.people_and_places import OFFICE
from app.demo.registers.data import Book
from app.rules.vocabulary import TeamRole, ViolationConclusion, ViolationSubject
from app.rules.vocabulary import ViolationStepKind as Step

_COMMUNE = "Ủy ban nhân dân phường Long Sơn Tây"
_PROJECTS = "Ban Quản lý dự án đầu tư xây dựng công trình giao thông"


def add_violations(book: Book) -> None:
    """Add one in each of three states; the answer for one was passed on."""
    _ended(book, book.today - timedelta(days=150))
    _concluded(book, book.today - timedelta(days=48))
    book.add(
        "violation",
        title="Xe chở cát chạy quá tải trên đường Kinh Mới",
        learned_on=book.today - timedelta(days=3),
        asked_on=book.today - timedelta(days=2),
        finding="Xe chở cát của nhà thầu chạy quá tải, làm hư mặt đường Kinh Mới.",
        source="Báo Điện tử Đồng bằng, bài đăng trên trang nhất.",
        subject="Nhà thầu thi công gói thầu số 3",
        accountable_body_id=book.bodies[_PROJECTS],
    )


def _ended(book: Book, told: date) -> None:
    end = told + timedelta(days=40)
    book.add(
        "violation",
        title="Xây dựng lấn rạch tại phường Long Sơn Tây",
        learned_on=told,
        finding="Một số hộ xây nhà lấn rạch, phường đã biết mà không lập biên bản.",
        source="Đài Phát thanh và Truyền hình, bản tin chiều.",
        subject_kind=ViolationSubject.BOTH,
        subject="Tổ quản lý đô thị phường",
        accountable_body_id=book.bodies[_COMMUNE],
        conclusion=ViolationConclusion.WRONGDOING,
        conclusion_text="Tổ quản lý đô thị không lập biên bản ba trường hợp xây lấn rạch.",
        steps=[
            _step(Step.DIRECTED, told + timedelta(days=1), OFFICE, "21/SXD-VP"),
            {
                **_step(Step.INSPECTED, told + timedelta(days=5), "Đoàn kiểm tra của Sở"),
                "until_on": told + timedelta(days=9),
            },
            _step(Step.CONCLUDED, told + timedelta(days=18), OFFICE, "09/TB-SXD"),
            {
                **_step(Step.HANDLED, told + timedelta(days=30), _COMMUNE, "56/QĐ-UBND"),
                "note": "Khiển trách tổ trưởng; lập biên bản ba trường hợp.",
            },
            _step(Step.REPORTED, told + timedelta(days=33), "UBND tỉnh An Giang", "14/BC-SXD"),
            _step(Step.INFORMED, told + timedelta(days=34), "Đài Phát thanh và Truyền hình"),
        ],
        team=[
            {"name": "Trần Thị Thu Hà", "job_title": "Phó Giám đốc Sở", "role": TeamRole.LEADER},
            {"name": "Lê Hoàng Phúc", "job_title": "Chánh Văn phòng Sở", "role": TeamRole.MEMBER},
        ],
        closed_on=end,
    )


def _concluded(book: Book, told: date) -> None:
    """One passed on twice: the commune it was given to had no part in the work."""
    book.add(
        "violation",
        title="Thi công cầu Kinh Mới không có biển báo",
        learned_on=told,
        finding="Công trường cầu Kinh Mới không rào chắn, không biển báo ban đêm.",
        source="Báo Điện tử Đồng bằng, hai bài liên tiếp.",
        subject="Ban chỉ huy công trường",
        accountable_body_id=book.bodies[_PROJECTS],
        conclusion=ViolationConclusion.WRONGDOING,
        conclusion_text="Công trường thiếu biển báo, đèn cảnh báo ban đêm ở hai đầu cầu.",
        steps=[
            _step(Step.DIRECTED, told + timedelta(days=2), OFFICE, "63/SXD-VP"),
            _step(Step.INSPECTED, told + timedelta(days=8), "Thanh tra Sở"),
            _step(Step.CONCLUDED, told + timedelta(days=20), OFFICE, "31/TB-SXD"),
        ],
        transfers=[
            {
                "moved_on": told + timedelta(days=2),
                "from_body_id": book.bodies[OFFICE],
                "to_body_id": book.bodies[_COMMUNE],
                "reason": "Công trường nằm trên địa bàn phường.",
                "paper": "63/SXD-VP",
            },
            {
                "moved_on": told + timedelta(days=4),
                "from_body_id": book.bodies[_COMMUNE],
                "to_body_id": book.bodies[_PROJECTS],
                "reason": "Công trình do Ban làm chủ đầu tư, phường không quản lý công trường.",
                "paper": "65/SXD-VP",
            },
        ],
    )


def _step(step: Step, day: date, who: str, paper: str = "") -> dict[str, Any]:
    return {"step": step, "done_on": day, "who": who, "paper": paper}
