"""The page of a case that a body answers for: passing it on is asked about, and kept (duty 27)."""

from __future__ import annotations

from typing import Any

from app.ui.pages.record_page import RecordPage
from app.ui.pages.transfer_dialog import TransferDialog

KINDS = ("incident", "violation")

_FIELD, _LINES = "accountable_body_id", "transfers"


class AccountablePage(RecordPage):
    """Saves as any record's page, once it is known why the accountable body changed."""

    def save(self) -> bool:
        self.commit_typing()
        source, target = self._stored.get(_FIELD), self._content.values()[_FIELD]
        if self._id is None or self._deleted or not (source and target and source != target):
            return super().save()
        if any(line["id"] is None for line in self._content.lines[_LINES].value()):
            return super().save()  # a new line says so already
        option = self._ctx.records.option
        dialog = TransferDialog(
            option("body", source).text,
            option("body", target).text,
            self._ctx.today,
            lambda line: self._transfer({"from_body_id": source, "to_body_id": target, **line}),
            self,
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return False

    def _transfer(self, line: dict[str, Any]) -> None:
        lines = self._content.lines[_LINES]
        lines.set_value([*lines.value(), {"id": None, **line}])
        super().save()
