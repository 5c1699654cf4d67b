"""Tab 4: what became of the request after it went out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from app.rules.clocks.press_due import PressDue
from app.rules.duties.secrecy import tidy_line
from app.rules.vocabulary import NextStep, RequestOutcome
from app.services.requests.data import ReminderLine, RequestDraft, Tracking
from app.specs.press import CORRECTION_REQUEST
from app.ui.forms.editors import Sources
from app.ui.letters.editing.tab import EditTab
from app.ui.requests.press_due import PressDueRows
from app.ui.widgets import DateEdit, LineEdit
from app.ui.widgets.block import BlockField, BlockWords
from app.ui.widgets.block_list import BlockListEdit

_FIELDS = CORRECTION_REQUEST.sections[1].fields
_BEFORE_REMINDERS = ("sent_to_outlet_on", "received_by_outlet_on", "sent_to_authority_on",
                     "due_by_law_on")  # fmt: skip


class TrackingTab(EditTab):
    """Open in every state of the letter; the reason of a refusal shows only for a refusal."""

    def __init__(self, sources: Sources, parent: QWidget | None = None) -> None:
        super().__init__(sources, parent)
        form = self._new_form()
        for field in _FIELDS:
            if field.name in _BEFORE_REMINDERS:
                self._add_row(form, field)
        self._due_rows = PressDueRows(form, self)
        self._due_rows.taken.connect(self._on_due_taken)
        self._reminders = BlockListEdit(
            (
                BlockField("reminded_on", "Ngày", self._date_edit, stretch=0),
                BlockField("note", "Hình thức, nội dung", _note_edit),
            ),
            BlockWords("lần đôn đốc", "Thê&m lần đôn đốc"),
            show_titles=False,
        )
        self._reminders.changed.connect(self.changed)
        self._reminders.removed.connect(self.notice)
        self._column.addWidget(self._reminders)
        self._form = self._new_form()
        for field in _FIELDS:
            if field.name not in _BEFORE_REMINDERS:
                self._add_row(self._form, field)
        self._column.addStretch(1)
        self._rows["outcome"].changed.connect(self._on_outcome_changed)
        self.load_tracking(Tracking(), ())

    def load(self, draft: RequestDraft) -> None:
        self.load_tracking(draft.tracking, draft.reminders)

    def load_tracking(self, tracking: Tracking, reminders: tuple[ReminderLine, ...]) -> None:
        for field in _FIELDS:
            self._load_row(field.name, getattr(tracking, field.name))
        if self._reminder_lines() != reminders or self._reminders.problems():
            self._reminders.set_value(
                {"reminded_on": line.reminded_on, "note": line.note} for line in reminders
            )
        self._on_outcome_changed()

    def apply(self, draft: RequestDraft) -> RequestDraft:
        values = {name: row.value() for name, row in self._rows.items()}
        tracking = Tracking(
            sent_to_outlet_on=values["sent_to_outlet_on"],
            received_by_outlet_on=values["received_by_outlet_on"],
            sent_to_authority_on=values["sent_to_authority_on"],
            due_by_law_on=values["due_by_law_on"],
            outcome=RequestOutcome(values["outcome"]),
            refusal_reason=values["refusal_reason"] or "",
            published_on=values["published_on"],
            published_where=values["published_where"] or "",
            next_step=NextStep(values["next_step"]),
            note=values["note"] or "",
        )
        return replace(draft, tracking=tracking, reminders=self._reminder_lines())

    def problems(self) -> dict[str, str]:
        found = super().problems()
        for index, value in enumerate(self._reminders.value()):
            if value["reminded_on"] is None:
                found[f"reminders[{index}].reminded_on"] = "Nhập ngày đôn đốc."
        for name, sentence in self._reminders.problems().items():
            index_text, field = name.split(".")
            found[f"reminders[{index_text}].{field}"] = sentence
        return found

    def put_error(self, name: str, sentence: str) -> QWidget | None:
        if name.startswith("reminders"):
            head, _dot, field = name.partition(".")
            index = int(head.removeprefix("reminders").strip("[]") or 0)
            return self._reminders.set_error(index, field, sentence)
        if name == "refusal_reason":
            self._form.setRowVisible(self._rows[name], True)
        return super().put_error(name, sentence)

    def clear_errors(self) -> None:
        super().clear_errors()
        self._reminders.clear_errors()

    def focus_first(self) -> None:
        self._rows["sent_to_outlet_on"].focus_target().setFocus()

    def show_due(self, due: PressDue | None) -> None:
        """Say when the press has to have acted, by what stands in the fields."""
        self._due_rows.show_due(due)

    def due_words(self) -> str:
        """Return what is said of that."""
        return self._due_rows.words()

    def begin_reminder(self, day: date) -> QWidget:
        """Return where the reminder of that day is noted, which need not be there yet."""
        return self._reminders.begin({"reminded_on": day})

    def _reminder_lines(self) -> tuple[ReminderLine, ...]:
        return tuple(
            ReminderLine(value["reminded_on"], tidy_line(value["note"]))
            for value in self._reminders.value()
            if value["reminded_on"] is not None
        )

    def _date_edit(self) -> DateEdit:
        return DateEdit(today=self._sources.today)

    def _on_due_taken(self, day: date) -> None:
        row = self._rows["due_by_law_on"]
        row.focus_target().setFocus()  # the button has nothing more to do
        row.set_value(day)

    def _on_outcome_changed(self) -> None:
        refused = self._rows["outcome"].value() == RequestOutcome.REFUSED
        self._form.setRowVisible(self._rows["refusal_reason"], refused)


def _note_edit() -> LineEdit:
    edit = LineEdit()
    edit.setPlaceholderText("Hình thức, nội dung đôn đốc")
    return edit
