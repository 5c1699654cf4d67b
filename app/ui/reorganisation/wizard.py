"""“Sắp xếp tổ chức”: kind, old bodies, new ones, day and grounds, preview; then it is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.errors import FieldErrors
from app.rules.vocabulary import ReorganisationKind as Kind
from app.services.reorganisation.data import NewBody, ReorganisationOrder
from app.specs.reorganisation import NEW_BODIES, OLD_BODIES
from app.ui import messages
from app.ui.forms.dialog_rows import add_row
from app.ui.forms.editors import Sources
from app.ui.forms.step_dialog import StepDialog
from app.ui.lines.lines_edit import LinesEdit
from app.ui.reorganisation.preview import PreviewStep
from app.ui.widgets import ChoiceBox, DateEdit, HelpLabel, LineEdit, RelatedEdit

if TYPE_CHECKING:
    from app.bootstrap import AppContext

_TITLE = "Sắp xếp tổ chức"
_STEPS = ("Loại sắp xếp", "Cơ quan cũ", "Cơ quan mới", "Ngày, căn cứ", "Xem trước")
_KIND, _OLD, _NEW, _DAY, _PREVIEW = range(5)
# Where an error is shown, by how its name begins.
_PLACES = {"old": _OLD, "new": _NEW, "heir_id": _NEW, "on": _DAY, "basis": _DAY}
_HELP = {
    Kind.MERGE: "Hai hay nhiều cơ quan thôi tồn tại, một cơ quan mới kế thừa; được mang tên của "
    "một trong số đó.",
    Kind.RENAME: "Cơ quan mang tên mới từ một ngày; hồ sơ trước ngày đó giữ tên cũ.",
    Kind.SPLIT: "Một cơ quan thôi tồn tại, hai hay nhiều cơ quan mới chia nhau việc của nó.",
    Kind.PART: "Một phần việc của cơ quan cũ về cơ quan mới; cơ quan cũ vẫn tồn tại, giữ tên cũ.",
    Kind.ABOLISH: "Cơ quan thôi tồn tại; việc của nó về một cơ quan đang có, hoặc không về đâu.",
}


_DAY_HELP = "Cơ quan cũ tồn tại đến hết hôm trước, cơ quan mới bắt đầu từ ngày này."
_PART_DAY_HELP = "Cơ quan mới bắt đầu từ ngày này."


class ReorganisationWizard(StepDialog):
    """Asks step by step and does it at the end; ``done(sentence, undo)`` tells of it."""

    def __init__(
        self, ctx: AppContext, done: Callable[[int, str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(_TITLE, "&Tiếp tục", parent)
        self._ctx = ctx
        self._done = done
        self._is_closing = False
        sources = Sources(ctx.records, ctx.today)
        self._where_label = QLabel()
        font = self._where_label.font()
        font.setBold(True)
        self._where_label.setFont(font)
        self._kind_box = ChoiceBox(Kind)
        self._kind_help = HelpLabel("")
        self._old_edit = LinesEdit(OLD_BODIES, sources)
        self._new_edit = LinesEdit(NEW_BODIES, sources)
        self._heir_edit = RelatedEdit(
            partial(ctx.records.options, "body"),
            partial(ctx.records.option, "body"),
            noun="cơ quan kế thừa",
            can_add=False,
        )
        self._day_edit = DateEdit(today=ctx.today)
        self._basis_edit = LineEdit()
        self._basis_edit.setMaxLength(500)
        self._preview = PreviewStep()
        self._pages = QStackedWidget()
        self._pages.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._new_form = QFormLayout()
        self._add_pages()
        self._form.addRow(self._where_label)
        self._form.addRow(self._pages)
        whole = self.layout()
        assert isinstance(whole, QVBoxLayout)
        whole.setStretch(0, 1)  # the step takes the room, not the empty space under it
        whole.setStretch(2, 0)
        for button in self._pages.findChildren(QPushButton):
            button.setAutoDefault(False)
        self._kind_box.changed.connect(self._show_kind)
        for lines in (self._old_edit, self._new_edit):
            lines.related_add_requested.connect(self._on_related_add_requested)
        self._show_kind()
        self._show_page(_KIND)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 120, metrics.lineSpacing() * 30)

    def order(self) -> ReorganisationOrder:
        """Return what is asked for so far."""
        kind = self._kind()
        abolishes = kind is Kind.ABOLISH
        new = () if abolishes else self._new_edit.value()
        return ReorganisationOrder(
            kind,
            tuple(line["body_id"] for line in self._old_edit.value() if line["body_id"]),
            tuple(
                NewBody(*(line[name] or "" for name in ("name", "short_name", "symbol", "kind")))
                for line in new
            ),
            self._heir_edit.value() if abolishes else None,
            self._day_edit.value(),
            self._basis_edit.value(),
        )

    # Steps -----------------------------------------------------------------------------

    def _do(self) -> bool:
        page = self._pages.currentIndex()
        order = self.order()
        if page == _PREVIEW:
            chosen = self._preview.chosen()
            return self.work(
                "Đang sắp xếp",
                lambda progress: self._ctx.reorganisation.apply(order, chosen, progress),
                self._tell_done,
            )
        if page != _KIND:
            self._check(page, order)
        if page == _DAY:
            return self.work(
                "Đang xem hồ sơ nào đi theo",
                lambda progress: self._ctx.reorganisation.plan(order, progress),
                self._preview.show_plan,
            )
        return True

    def _tell_done(self, done: int) -> None:
        title = next(one.title for one in self._ctx.reorganisation.past() if one.id == done)
        self._done(done, f"Đã sắp xếp: {title}.")

    def _check(self, page: int, order: ReorganisationOrder) -> None:
        """Raise what is wrong up to this step and no further."""
        self._clear_errors()
        typed = {
            _OLD: self._old_edit.problems(),
            _NEW: self._typed_new_problems(),
            _DAY: {"on": self._day_edit.problem()} if self._day_edit.problem() else {},
        }[page]
        if typed:
            raise FieldErrors(typed)
        try:
            self._ctx.reorganisation.check(order)
        except FieldErrors as error:
            here = {
                name: sentence for name, sentence in error.errors.items() if _place(name) <= page
            }
            if here:
                raise FieldErrors(here) from error

    def _typed_new_problems(self) -> dict[str, str]:
        if self._kind() is not Kind.ABOLISH:
            return self._new_edit.problems()
        problem = self._heir_edit.problem()
        return {"heir_id": problem} if problem else {}

    def accept(self) -> None:
        """Go on to the next step; after the last one the dialog is done."""
        if self._pages.currentIndex() == _PREVIEW:
            super().accept()
        else:
            self._show_page(self._pages.currentIndex() + 1)

    def reject(self) -> None:
        """Go a step back; leave from the first one, or where the window is closed."""
        if self._is_at_work:
            return
        if self._pages.currentIndex() > _KIND and not self._is_closing:
            QGuiApplication.inputMethod().commit()
            self._show_page(self._pages.currentIndex() - 1)
        elif not self._is_begun() or messages.confirm(
            self, "Bỏ lần sắp xếp đang nhập?", "Những gì vừa nhập ở đây sẽ mất.", "&Bỏ"
        ):
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._is_closing = True
        super().closeEvent(event)
        self._is_closing = False

    def _is_begun(self) -> bool:
        order = self.order()
        return bool(order.old or order.new or order.heir_id or order.on or order.basis)

    def _show_page(self, page: int) -> None:
        self._trouble.set_error("")
        self._pages.setCurrentIndex(page)
        self._where_label.setText(f"Bước {page + 1} trên {len(_STEPS)}: {_STEPS[page]}")
        self._do_button.setText("T&hực hiện" if page == _PREVIEW else "&Tiếp tục")
        self._do_button.setDefault(True)  # a button of the step that had the focus took it
        self._focus(page)
        self._fit()

    def _focus(self, page: int) -> None:
        if page == _OLD:
            self._old_edit.focus_first()
        elif page == _NEW and self._kind() is not Kind.ABOLISH:
            self._new_edit.focus_first()
        elif page == _PREVIEW:
            self._preview.focus_first()
        else:
            widgets = {_KIND: self._kind_box, _NEW: self._heir_edit, _DAY: self._day_edit}
            widgets[page].setFocus()

    def _show_field_errors(self, errors: Mapping[str, str]) -> None:
        page = min(map(_place, errors))
        if page != self._pages.currentIndex():
            self._show_page(page)
        self._old_edit.show_errors(errors)
        self._new_edit.show_errors(errors)
        self._heir_error.set_error(errors.get("heir_id", ""))
        self._day_error.set_error(errors.get("on", ""))
        rest = {
            name: text
            for name, text in errors.items()
            if name not in ("heir_id", "on") and "[" not in name
        }
        super()._show_field_errors(rest)
        self._focus(page)

    def _clear_errors(self) -> None:
        self._old_edit.show_errors({})
        self._new_edit.show_errors({})
        self._heir_error.set_error("")
        self._day_error.set_error("")

    # Making ----------------------------------------------------------------------------

    def _add_pages(self) -> None:
        kind_form = self._page_form()
        add_row(kind_form, "&Loại sắp xếp", self._kind_box)
        kind_form.addRow("", self._kind_help)
        self._pages.addWidget(self._old_edit)
        new_page = QWidget()
        column = QVBoxLayout(new_page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._new_edit, 1)
        self._heir_box = QWidget()
        heir_form = _form(self._heir_box)
        self._heir_error = add_row(heir_form, "Cơ quan &kế thừa", self._heir_edit)
        heir_form.addRow("", HelpLabel("Để trống nếu không cơ quan nào nhận việc."))
        column.addWidget(self._heir_box)
        column.addStretch(0)
        self._pages.addWidget(new_page)
        day_form = self._page_form()
        self._day_error = add_row(day_form, "&Ngày có hiệu lực", self._day_edit)
        self._day_help = HelpLabel(_DAY_HELP)
        day_form.addRow("", self._day_help)
        add_row(day_form, "&Căn cứ", self._basis_edit)
        day_form.addRow("", HelpLabel("Số, ngày của quyết định, nghị quyết; để trống được."))
        self._pages.addWidget(self._preview)

    def _page_form(self) -> QFormLayout:
        page = QWidget()
        self._pages.addWidget(page)
        return _form(page)

    def _kind(self) -> Kind:
        return Kind(self._kind_box.value() or Kind.MERGE)

    def _show_kind(self) -> None:
        self._kind_help.setText(_HELP[self._kind()])
        self._day_help.setText(_PART_DAY_HELP if self._kind() is Kind.PART else _DAY_HELP)
        self._heir_box.setVisible(self._kind() is Kind.ABOLISH)
        self._new_edit.setVisible(self._kind() is not Kind.ABOLISH)

    def _on_related_add_requested(
        self, kind: str, typed: str, on_added: Callable[[int], object]
    ) -> None:
        from app.ui.forms.record_dialog import RecordDialog, named
        from app.ui.pages.record_page import RecordPage

        page = RecordPage(self._ctx, kind, None, named(kind, typed))
        dialog = RecordDialog(page, self)
        dialog.record_added.connect(on_added)
        _open(dialog)


def _open(dialog: QDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _place(name: str) -> int:
    """Return the step where an error is mended."""
    return _PLACES.get(name.partition("[")[0], _KIND)


def _form(page: QWidget) -> QFormLayout:
    form = QFormLayout(page)
    form.setContentsMargins(0, 0, 0, 0)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form
