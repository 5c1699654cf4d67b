"""Trainings in every state: held with certificates, planned, called off."""

from __future__ import annotations

from datetime import date, timedelta

from app.demo.registers.data import Book
from app.rules.vocabulary import TrainingState

_CONTENT = "Quy định của pháp luật về báo chí, phát ngôn\nKỹ năng tiếp xúc, trả lời phỏng vấn"
_PEOPLE = (
    ("Đoàn Thị Mai Hương", "Chánh Văn phòng", "Sở Y tế", True),
    ("Huỳnh Văn Đức", "Phó Chủ tịch", "Ủy ban nhân dân xã An Thạnh Tây", True),
    ("Lý Hoàng Oanh", "Công chức Văn hóa - Xã hội", "Ủy ban nhân dân phường Long Sơn Tây", False),
)


def add_trainings(book: Book) -> None:
    """Add a class that was held last year, one to come, and one that was called off."""
    held_on = date(book.today.year - 1, 5, 12)
    book.add(
        "training",
        title="Tập huấn kỹ năng phát ngôn và cung cấp thông tin cho báo chí",
        state=TrainingState.HELD,
        starts_on=held_on,
        ends_on=held_on + timedelta(days=1),
        place="Hội trường Sở Xây dựng",
        content=_CONTENT,
        cost=21_400_000,
        evaluation="Học viên nắm được quy định mới; cần thêm thời gian thực hành.",
        lecturers=[{"name": "Bà Lê Thị Minh", "workplace": "Hội Nhà báo tỉnh",
                    "topic": "Kỹ năng trả lời phỏng vấn"}],
        participants=[
            {
                "name": name,
                "job_title": job_title,
                "body_id": book.bodies[body],
                "attended": attended,
                "certificate": f"{number:02d}/GCN" if attended else None,
            }
            for number, (name, job_title, body, attended) in enumerate(_PEOPLE, start=1)
        ],
    )  # fmt: skip
    book.add(
        "training",
        title=f"Tập huấn cập nhật Nghị định 244/2026/NĐ-CP, năm {book.today.year}",
        starts_on=book.today + timedelta(days=16),
        hours="7 giờ 30 phút",
        place="Hội trường Trung tâm Chính trị tỉnh",
        content=_CONTENT,
        participants=[
            {"name": name, "job_title": job_title, "body_id": book.bodies[body]}
            for name, job_title, body, _attended in _PEOPLE
        ],
    )
    book.add(
        "training",
        title="Tập huấn xử lý khủng hoảng truyền thông",
        state=TrainingState.CANCELLED,
        starts_on=date(book.today.year, 3, 10),
        cancel_reason="Giảng viên bận công tác; ghép vào lớp cuối năm.",
    )
