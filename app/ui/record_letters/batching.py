"""How a batch is begun: on a record's page for many addressees, in a list for many records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.errors import FieldErrors
from app.services.record_letters.batches import LetterBatchView
from app.services.record_letters.purposes import Address
from app.services.record_letters.registry import purposes_of
from app.ui.lists.tools import Done, ListTool
from app.ui.long_work import LongWork
from app.ui.record_letters.batch_dialog import BatchDialog

if TYPE_CHECKING:
    from app.bootstrap import AppContext


def ask_batch(
    ctx: AppContext,
    kind: str,
    record_ids: Sequence[int],
    made: Callable[[LetterBatchView], None],
    parent: QWidget,
) -> None:
    """Ask to whom letters about these records go, and write them all."""

    def make(purpose_id: str, addressees: list[Address], together: bool) -> None:
        if len(record_ids) == 1 and not addressees:
            raise FieldErrors({"": "Chọn hoặc gõ ít nhất một nơi nhận."})
        work = partial(ctx.batches.create, purpose_id, record_ids, addressees, together=together)
        LongWork("Đang soạn văn bản", lambda progress: work(progress=progress), made, parent)

    purposes = purposes_of(kind)
    named: dict[str, tuple[Address, ...]] = {}
    if len(record_ids) == 1:
        named = {one.id: ctx.batches.named(one.id, record_ids[0]) for one in purposes}
    offered = ctx.batches.addressees()
    dialog = BatchDialog(purposes, offered, len(record_ids), make, parent, named)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def batch_tools(ctx: AppContext, kind: str) -> tuple[ListTool, ...]:
    """Return the action of a list that writes letters about all records it shows."""
    if not purposes_of(kind):
        return ()

    def begin(parent: QWidget, _record_id: int | None, done: Done) -> None:
        from app.ui.pages.list_page import ListPage

        assert isinstance(parent, ListPage)
        ids = ctx.records.ids(kind, parent.query())
        if not ids:
            done("Danh sách đang trống, chưa có gì để lập văn bản.", None)
            return

        def made(batch: LetterBatchView) -> None:
            done(f"Đã lập {len(batch.letters)} văn bản.", None)
            parent.records_changed.emit("letter")
            parent.open_requested.emit("letter_batch", batch.id, None)

        ask_batch(ctx, kind, ids, made, parent)

    return (ListTool("batch", begin),)
