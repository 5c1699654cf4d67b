"""A body that was given more to do, and another name with it, a month ago."""

from __future__ import annotations

from datetime import timedelta

from app.demo.registers.data import Book
from app.rules.vocabulary import ReorganisationKind
from app.services.reorganisation.data import NewBody, ReorganisationOrder

_OLD = "Ban Quản lý dự án đầu tư xây dựng công trình giao thông"
_NEW = NewBody(f"{_OLD} và nông nghiệp", "Ban QLDA giao thông, nông nghiệp", "BQLDAGTNN")


def add_reorganisations(book: Book) -> None:
    """Rename one body; what is open goes along as it usually does."""
    service = book.ctx.reorganisation
    order = ReorganisationOrder(
        ReorganisationKind.RENAME,
        (book.bodies[_OLD],),
        (_NEW,),
        on=book.today - timedelta(days=30),
        basis="Quyết định về việc đổi tên và giao thêm nhiệm vụ (số liệu giả định)",
    )
    service.apply(order, service.plan(order).usual())
