"""Tab 1: which article, what is wrong and what is true, on what grounds, asking for what."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.rules.vocabulary import RequestKind
from app.services.requests.data import PointLine, RequestDraft
from app.specs.press import CORRECTION_REQUEST, TRUE_TEXT, WRONG_TEXT
from app.text import tidy_block
from app.ui.forms.editors import Sources
from app.ui.letters.editing.tab import EditTab
from app.ui.requests.parts import ArticleLabel, ReadLabel
from app.ui.widgets import ErrorLabel, LongTextEdit, RelatedEdit
from app.ui.widgets.block import BlockField, BlockWords
from app.ui.widgets.block_list import BlockListEdit

_GROUNDS = replace(
    CORRECTION_REQUEST.field("grounds"),
    help="Phải có mới phát hành được.",
)


class FactsTab(EditTab):
    """``article_chosen`` tells of another article while the request is new."""

    article_chosen = Signal(int)
    article_open_requested = Signal()
    article_add_requested = Signal(str)
    kind_changed = Signal()

    def __init__(self, sources: Sources, parent: QWidget | None = None) -> None:
        super().__init__(sources, parent)
        self._article_id: int | None = None
        self._filling = False
        self._make_article()
        form = self._new_form()
        self._add_row(form, CORRECTION_REQUEST.field("kind"))
        self._make_points()
        form = self._new_form()
        self._add_row(form, _GROUNDS)
        self._add_row(form, CORRECTION_REQUEST.field("legal_basis"))
        self._law_label = ReadLabel()
        self._law_form = form
        form.addRow("Luật áp dụng", self._law_label)
        self._add_row(form, CORRECTION_REQUEST.field("deadline_asked"))
        self._column.addStretch(1)
        self.show_law("")
        self._rows["kind"].load(RequestKind.CORRECT)
        self._rows["kind"].changed.connect(self._on_kind_changed)

    def load(self, draft: RequestDraft) -> None:
        self.show_article(draft)
        self._filling = True
        self._load_row("kind", draft.kind)
        self._filling = False
        self._load_row("grounds", draft.grounds)
        self._load_row("legal_basis", draft.legal_basis)
        self._load_row("deadline_asked", draft.deadline_asked)
        if self._point_lines() != draft.points:
            self._points.set_value(
                {"wrong_text": point.wrong_text, "true_text": point.true_text}
                for point in draft.points
            )

    def show_article(self, draft: RequestDraft) -> None:
        """Show the article's facts; while the request is new, it may still be another article."""
        self._article_id = draft.article.id
        self._article_label.show_article(draft.article)
        self._article_label.show()
        self._article_button.show()
        self._article_row.setVisible(draft.id is None)
        if draft.id is None and self._article_edit.value() != draft.article.id:
            self._filling = True
            self._article_edit.set_value(draft.article.id)
            self._filling = False

    def apply(self, draft: RequestDraft) -> RequestDraft:
        return replace(
            draft,
            kind=RequestKind(self._rows["kind"].value() or draft.kind),
            grounds=self._rows["grounds"].value() or "",
            legal_basis=self._rows["legal_basis"].value() or "",
            deadline_asked=self._rows["deadline_asked"].value(),
            points=self._point_lines(),
        )

    def choose_article(self, article_id: int) -> None:
        """Choose an article as if the clerk had."""
        self._article_edit.set_value(article_id)

    def set_legal_basis(self, text: str) -> None:
        self._load_row("legal_basis", text)

    def show_law(self, words: str) -> None:
        """Say which law holds for which matter, and by which day; nothing while it is not known."""
        self._law_label.setText(words)
        self._law_form.setRowVisible(self._law_label, bool(words))

    def law_words(self) -> str:
        """Return what is said of the law."""
        return self._law_label.text()

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self._points.set_read_only(read_only)

    def problems(self) -> dict[str, str]:
        found = super().problems()
        if self._article_row.isVisibleTo(self) and (sentence := self._article_edit.problem()):
            found["article_id"] = sentence
        return found

    def put_error(self, name: str, sentence: str) -> QWidget | None:
        if name == "article_id":
            self._article_error.set_error(sentence)
            saved = self._article_row.isHidden()
            return self._article_button if saved else self._article_edit
        if name.startswith("points"):
            index, field = _item(name)
            return self._points.set_error(index, field, sentence)
        return super().put_error(name, sentence)

    def clear_errors(self) -> None:
        super().clear_errors()
        self._article_error.set_error("")
        self._points.clear_errors()

    def focus_first(self) -> None:
        if self._article_id is None:
            self._article_edit.setFocus()
        else:
            self._points.editor(0).setFocus()

    def _point_lines(self) -> tuple[PointLine, ...]:
        return tuple(
            PointLine(tidy_block(value["wrong_text"]), tidy_block(value["true_text"]))
            for value in self._points.value()
        )

    def _make_article(self) -> None:
        records = self._sources.records
        self._article_edit = RelatedEdit(
            partial(records.options, "article"),
            partial(records.option, "article"),
            noun="bài báo",
        )
        self._article_edit.setAccessibleName("Bài báo")
        self._article_edit.changed.connect(self._on_article_edit_changed)
        self._article_edit.add_requested.connect(self.article_add_requested)
        self._article_error = ErrorLabel(self._article_edit)
        self._article_row = QWidget()
        row = QHBoxLayout(self._article_row)
        row.setContentsMargins(0, 0, 0, 0)
        label = QLabel("&Bài báo")
        label.setBuddy(self._article_edit.focusProxy() or self._article_edit)
        row.addWidget(label)
        row.addWidget(self._article_edit, 1)
        self._article_label = ArticleLabel()
        self._article_button = QPushButton("&Sửa bài báo")
        self._article_button.clicked.connect(self.article_open_requested)
        shown = QHBoxLayout()
        shown.addWidget(self._article_label, 1)
        shown.addWidget(self._article_button, 0, Qt.AlignmentFlag.AlignTop)
        self._article_label.hide()
        self._article_button.hide()
        self._column.addWidget(self._article_row)
        self._column.addWidget(self._article_error)
        self._column.addLayout(shown)

    def _make_points(self) -> None:
        self._points = BlockListEdit(
            (
                BlockField(WRONG_TEXT.name, WRONG_TEXT.label, _point_edit),
                BlockField(TRUE_TEXT.name, TRUE_TEXT.label, _point_edit),
            ),
            BlockWords("điểm", "Thê&m điểm"),
        )
        self._points.changed.connect(self.changed)
        self._points.removed.connect(self.notice)
        self._column.addWidget(self._points)

    def _on_kind_changed(self) -> None:
        if not self._filling:
            self.kind_changed.emit()

    def _on_article_edit_changed(self) -> None:
        article_id = self._article_edit.value()
        self._article_error.set_error("")
        if not self._filling and article_id is not None and article_id != self._article_id:
            self.article_chosen.emit(article_id)


def _point_edit() -> LongTextEdit:
    return LongTextEdit(least_lines=2)


def _item(name: str) -> tuple[int, str]:
    """Split ``points[2].true_text`` into the index and the field; ``points`` is the first item."""
    head, _dot, field = name.partition(".")
    _list, _bracket, index = head.partition("[")
    return int(index.rstrip("]") or 0), field
