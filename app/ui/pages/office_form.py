"""The fields of the office page: who the office is, who signs, where letters go, its books."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.rules.numbering import BookKey, Term
from app.rules.vocabulary import Layout, NumberingMode, NumberSource
from app.specs.fields import FieldSpec
from app.specs.office import AUTHORITY, IDENTITY, NUMBERING
from app.ui.forms.editors import Sources
from app.ui.forms.field_row import FieldRow
from app.ui.widgets import (
    DateEdit,
    ErrorLabel,
    HelpLabel,
    IntegerEdit,
    LineEdit,
    LineListEdit,
    LongTextEdit,
)
from app.ui.widgets.block import BlockField, BlockWords
from app.ui.widgets.block_list import BlockListEdit

if TYPE_CHECKING:
    from app.bootstrap import AppContext
    from app.services.office.data import BookLine, OfficeProfile

# Two columns are comfortable from about this many letters' width on.
_TWO_COLUMNS_CHARS = 130
_LAST_NUMBERS = "Số cuối đã dùng trước khi dùng phần mềm"


class OfficeForm(QScrollArea):
    """Shows a profile and gives back what was made of it."""

    changed = Signal()
    add_body_requested = Signal(str)

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self._ctx = ctx
        self._base: OfficeProfile = ctx.office.default_profile(Layout.STATE)
        self._loading = False
        self._rows: dict[str, FieldRow] = {}
        self._books: dict[BookKey, IntegerEdit] = {}
        self._book_lines: tuple[BookLine, ...] = ()
        self._stored_numbers: dict[BookKey, int] = {}
        self._typed_numbers: dict[tuple[Layout, str], int] = {}
        self._signers = BlockListEdit(
            (
                BlockField("capacity", "Quyền hạn ký", _capacity_edit, 3),
                BlockField("title", "Chức vụ", LineEdit, 3),
                BlockField("name", "Họ và tên", LineEdit, 3),
            ),
            BlockWords("người ký", "Thê&m người ký"),
        )
        self._distribution = LineListEdit()
        self._distribution.setAccessibleName("Nơi nhận thường dùng")
        self._terms = BlockListEdit(
            (
                BlockField("name", "Tên nhiệm kỳ", LineEdit, 2),
                BlockField("starts_on", "Bắt đầu từ ngày", self._term_date_edit, 3),
            ),
            BlockWords("nhiệm kỳ", "Thêm nhiệm kỳ"),
        )
        self._errors = {name: ErrorLabel() for name in ("", "signers", "terms", "books")}
        self._assemble()
        self._connect()

    # What the page works with

    def load(self, profile: OfficeProfile) -> None:
        """Show a profile, saved or to start from."""
        self._loading = True
        self._base = profile
        for name, row in self._rows.items():
            row.load(getattr(profile, name))
        self._show_lists(profile)
        self._loading = False
        self._show_books(anew=True)
        self._show_what_applies()
        self.clear_errors()

    def put_back(self, profile: OfficeProfile, numbers: Mapping[BookKey, int]) -> None:
        """Show again what was typed before the stored profile was loaded."""
        stored = self._base
        self.load(profile)
        self._base = stored
        for key, last in numbers.items():
            if key in self._books:
                self._books[key].set_value(last)
        self.changed.emit()

    def profile(self) -> OfficeProfile:
        """Return the profile as typed, with the id and version of the one shown."""
        from app.services.office.data import OfficeProfile, SignerLine

        values = {name: row.value() for name, row in self._rows.items()}
        return OfficeProfile(
            id=self._base.id,
            version=self._base.version,
            name=values["name"] or "",
            superior_name=values["superior_name"] or "",
            place=values["place"] or "",
            symbol=values["symbol"] or "",
            layout=Layout(values["layout"]),
            numbering_mode=NumberingMode(values["numbering_mode"]),
            number_source=NumberSource(values["number_source"]),
            press_authority_id=values["press_authority_id"],
            signers=tuple(
                SignerLine(line["name"], line["capacity"], line["title"])
                for line in self._signers.value()
            ),
            distribution=tuple(self._distribution.value()),
            terms=tuple(
                Term(line["name"], line["starts_on"])
                for line in self._terms.value()
                if line["starts_on"] is not None
            ),
        )

    def new_numbers(self) -> dict[BookKey, int]:
        """Return the last numbers that were changed."""
        typed = {key: editor.value() or 0 for key, editor in self._books.items()}
        return {key: last for key, last in typed.items() if last != self._stored_numbers[key]}

    def is_dirty(self) -> bool:
        """Return whether something differs from what was loaded."""
        return self.profile() != self._base or bool(self.new_numbers()) or bool(self.problems())

    def problems(self) -> dict[str, str]:
        """Return what cannot be understood or is missing before the service can judge."""
        found = {name: row.not_understood() for name, row in self._rows.items()}
        for key, editor in self._books.items():
            found[f"books.{key.scope}"] = editor.problem()
        for place, line in enumerate(self._terms.value()):
            if line["starts_on"] is None:
                typed = self._terms.problems().get(f"{place}.starts_on")
                found[f"terms[{place}].starts_on"] = typed or "Nhập ngày bắt đầu nhiệm kỳ."
        return {name: sentence for name, sentence in found.items() if sentence}

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Put each sentence at its field and go to the first."""
        self.clear_errors()
        targets = [self._show_error(name, sentence) for name, sentence in errors.items()]
        for target in targets:
            if target is not None:
                target.setFocus(Qt.FocusReason.OtherFocusReason)
                self.ensureWidgetVisible(target)
                return

    def errors(self) -> dict[str, str]:
        """Return the errors on show at single fields and above lists."""
        found = {name: row.error() for name, row in self._rows.items()}
        found |= {name: label.error() for name, label in self._errors.items()}
        return {name: sentence for name, sentence in found.items() if sentence}

    def clear_errors(self) -> None:
        """Take all errors away."""
        for row in self._rows.values():
            row.set_error("")
        for label in self._errors.values():
            label.set_error("")
        self._signers.clear_errors()
        self._terms.clear_errors()

    def set_value(self, name: str, value: Any) -> None:
        """Put a value into a single field as if the clerk had."""
        self._rows[name].set_value(value)

    def focus_first(self) -> None:
        """Put the cursor into the office's name."""
        self._rows["name"].focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    # Inside

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        letters = self.viewport().width() // max(self.fontMetrics().averageCharWidth(), 1)
        wide = letters >= _TWO_COLUMNS_CHARS
        self._columns.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._order_tabs()

    def _show_lists(self, profile: OfficeProfile) -> None:
        self._signers.set_value(
            {"name": line.name, "capacity": line.capacity, "title": line.title}
            for line in profile.signers
        )
        self._distribution.set_value(profile.distribution)
        self._terms.set_value(
            {"name": term.name, "starts_on": term.starts_on} for term in profile.terms
        )

    def _on_layout_changed(self) -> None:
        """Put in the usual values of the other layout where nothing else was typed."""
        if self._loading:
            return
        now = self.profile()
        other = Layout.PARTY if now.layout is Layout.STATE else Layout.STATE
        old, new = (self._ctx.office.default_profile(layout) for layout in (other, now.layout))
        self._loading = True
        for name in ("symbol", "numbering_mode", "number_source"):
            if getattr(now, name) == getattr(old, name):
                self._rows[name].load(getattr(new, name))
        if now.signers == old.signers:
            self._signers.set_value(
                {"name": line.name, "capacity": line.capacity, "title": line.title}
                for line in new.signers
            )
        if now.distribution == old.distribution:
            self._distribution.set_value(new.distribution)
        self._loading = False

    def _show_books(self, *, anew: bool = False) -> None:
        """Show the books that letters would number from with the profile as it stands.

        Numbers typed already stay, even while a term's date is being rewritten, unless the books
        are read ``anew``.
        """
        lines = self._ctx.office.books(self._ctx.today(), self.profile())
        if anew:
            self._typed_numbers = {}
        elif lines == self._book_lines:
            return
        else:
            for key, last in self.new_numbers().items():
                self._typed_numbers[key.layout, key.scope] = last
        while self._books_grid.count():
            widget = self._books_grid.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        self._books = {}
        self._book_lines = lines
        self._stored_numbers = {line.key: line.last_number for line in lines}
        for place, line in enumerate(lines):
            self._add_book(place, line)

    def _add_book(self, place: int, line: BookLine) -> None:
        editor = IntegerEdit()
        editor.setAccessibleName(f"Số cuối đã dùng, {line.title}")
        editor.setFixedWidth(editor.fontMetrics().averageCharWidth() * 10)
        typed = self._typed_numbers.get((line.key.layout, line.key.scope))
        editor.set_value(line.last_number if typed is None else typed)
        editor.changed.connect(self._on_changed)
        self._books[line.key] = editor
        # The period is the same for all and stands above them: it would crowd out the signers.
        short, _, period = line.title.partition(", ")
        self._books_label.setText(", ".join(filter(None, (_LAST_NUMBERS, period))))
        self._books_grid.addWidget(QLabel(short), place // 2, place % 2 * 2)
        self._books_grid.addWidget(editor, place // 2, place % 2 * 2 + 1)

    def _show_what_applies(self) -> None:
        party = self._rows["layout"].value() == Layout.PARTY
        mode = self._rows["numbering_mode"]
        mode.setVisible(not party)  # a Party book always holds one type of document
        if mode.label is not None:
            mode.label.setVisible(not party)
        self._terms_part.setVisible(party)
        own = self._rows["number_source"].value() == NumberSource.OWN_BOOK
        self._books_part.setVisible(own and bool(self._books))
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab come to the last numbers after the terms; those order their own when shown."""
        before = self._terms.last_stop()
        for editor in self._books.values():
            QWidget.setTabOrder(before, editor)
            before = editor

    def _show_error(self, name: str, sentence: str) -> QWidget | None:
        if name in self._rows:
            self._rows[name].set_error(sentence)
            return self._rows[name].focus_target()
        for prefix, blocks in (("signers[", self._signers), ("terms[", self._terms)):
            if name.startswith(prefix):
                place, _, field = name.removeprefix(prefix).partition("].")
                return blocks.set_error(int(place), field, sentence)
        group = name.partition(".")[0]
        self._errors[group if group in self._errors else ""].set_error(sentence)
        if group == "books":
            scope = name.partition(".")[2]
            return next((edit for key, edit in self._books.items() if key.scope == scope), None)
        if group == "signers":
            return self._signers.editor(0)
        return self._terms.editor(0) if group == "terms" else None

    def _on_changed(self) -> None:
        if not self._loading:
            self.changed.emit()

    def _on_numbering_changed(self) -> None:
        if self._loading:
            return
        self._show_books()
        self._show_what_applies()
        self.changed.emit()

    # Making

    def _assemble(self) -> None:
        sources = Sources(self._ctx.records, self._ctx.today)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self._errors[""])
        left.addWidget(_heading("Cơ quan"))
        left.addLayout(self._grid(IDENTITY, sources))
        left.addWidget(_heading("Số văn bản"))
        left.addLayout(self._grid(NUMBERING, sources))
        self._terms_part = self._part("terms", None, self._terms)
        left.addWidget(self._terms_part)
        books = QWidget()
        self._books_grid = QGridLayout(books)
        self._books_grid.setContentsMargins(0, 0, 0, 0)
        self._books_grid.setColumnStretch(4, 1)
        self._books_label = QLabel(_LAST_NUMBERS)
        self._books_part = self._part("books", self._books_label, books)
        left.addWidget(self._books_part)
        left.addStretch(1)
        right.addWidget(_heading("Người ký"))
        right.addWidget(self._errors["signers"])
        right.addWidget(self._signers)
        right.addWidget(_heading("Nơi nhận thường dùng"))
        right.addWidget(self._distribution)
        right.addWidget(
            HelpLabel("Mỗi dòng một nơi nhận, không gõ gạch đầu dòng và dấu chấm phẩy.")
        )
        right.addLayout(self._grid((AUTHORITY,), sources))
        right.addStretch(1)
        body = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._columns.addLayout(left, 1)
        self._columns.addLayout(right, 1)
        self._columns.setSpacing(2 * self.fontMetrics().averageCharWidth())
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _grid(self, fields: tuple[FieldSpec, ...], sources: Sources) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(self.fontMetrics().height() // 4)
        for place, field in enumerate(fields):
            row = self._rows[field.name] = FieldRow(field, sources)
            if row.label is not None:
                grid.addWidget(row.label, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(row, place, 1)
        return grid

    def _part(self, name: str, words: QLabel | None, widget: QWidget) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        if words is not None:
            column.addWidget(words)
        column.addWidget(self._errors[name])
        column.addWidget(widget)
        return part

    def _term_date_edit(self) -> QWidget:
        return DateEdit(today=self._today)

    def _today(self) -> date:
        return self._ctx.today()

    def _connect(self) -> None:
        numbering = {"layout", "numbering_mode", "number_source"}
        self._rows["layout"].changed.connect(self._on_layout_changed)
        for name, row in self._rows.items():
            row.changed.connect(
                self._on_numbering_changed if name in numbering else self._on_changed
            )
        self._signers.changed.connect(self._on_changed)
        self._distribution.changed.connect(self._on_changed)
        self._terms.changed.connect(self._on_numbering_changed)
        self._rows["press_authority_id"].widget.add_requested.connect(  # type: ignore[attr-defined]
            self.add_body_requested
        )


def _capacity_edit() -> QWidget:
    return LongTextEdit(least_lines=2, most_lines=3)


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label
