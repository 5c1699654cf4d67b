"""Small parts of the correction request page: the article, the signer, the state in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from app.exports.letter.data import LetterData
from app.rules.dates import date_text, date_time_text
from app.rules.vocabulary import (
    ArticleKind,
    DocumentType,
    Layout,
    LetterState,
    OutletType,
    RequestKind,
)
from app.services.letters.drafting import signed_by
from app.services.office.data import SignerLine
from app.services.requests.data import ArticleFacts, RequestDraft


class ArticleLabel(QLabel):
    """The article's facts, to be read and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show_article(self, article: ArticleFacts) -> None:
        published = date_time_text(article.published_at)
        where = [
            article.section and f"chuyên mục {article.section}",
            article.author and f"tác giả {article.author}",
            article.issue,
            article.programme,
            article.url,
        ]
        lines = [
            f"<b>{escape(article.title)}</b>",
            escape(f"{article.outlet_name} ({article.outlet_type.label}), {published}"),
            escape("; ".join(part for part in where if part)),
            escape(f"Kết quả xác minh: {article.kind.label}"),
            escape(article.incident_title and f"Vụ việc: {article.incident_title}"),
        ]
        self.setText("<br>".join(line for line in lines if line))


class ReadLabel(QLabel):
    """Sentences that change with what is typed; Tab leads to them, so that they can be read out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        # A form gives a row what this says although the row's width asks for less.
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())


class SignerBox(QComboBox):
    """Who signs: the signers of the office's profile, and the letter's own where it differs."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setAccessibleName("Người ký")
        self.activated.connect(self._on_activated)

    def set_signers(self, signers: Sequence[SignerLine], letter: LetterData) -> None:
        """Offer the signers and choose the letter's."""
        self.clear()
        for signer in signers:
            self.addItem(_signer_words(signed_by(letter, signer)), signer)
        chosen = [index for index, one in enumerate(signers) if signed_by(letter, one) == letter]
        if not chosen and letter.signer_name:
            self.insertItem(0, _signer_words(letter), None)
        self.setCurrentIndex(0 if not chosen and letter.signer_name else min(chosen, default=-1))

    def value(self) -> SignerLine | None:
        """Return the signer chosen; None leaves the letter's own."""
        signer: SignerLine | None = self.currentData()
        return signer

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _on_activated(self) -> None:
        self.changed.emit()


def _signer_words(letter: LetterData) -> str:
    lines = (letter.signer_name, *letter.capacity, letter.signer_title)
    return " – ".join(line for line in lines if line)


def state_words(draft: RequestDraft) -> str:
    """Return where the letter stands, in words."""
    number = f"số {draft.reference} ngày {date_text(draft.letter.date)}"
    match draft.letter_state:
        case LetterState.DRAFT:
            return "Dự thảo" if draft.id is not None else "Dự thảo mới, chưa cất"
        case LetterState.SIGNED:
            return "Đã ký, chờ lấy số; nội dung đã khóa"
        case LetterState.ISSUED:
            return f"Đã phát hành {number}"
        case LetterState.VOID:
            return f"Đã hủy văn bản {number}; số và tệp vẫn giữ trong sổ"


# What the page edits before there is an article to write about or an office to write for.
BLANK_REQUEST = RequestDraft(
    id=None,
    version=None,
    article=ArticleFacts(
        id=0,
        title="",
        outlet_id=0,
        outlet_name="",
        outlet_type=OutletType.ONLINE,
        published_at=datetime.min,
        kind=ArticleKind.UNVERIFIED,
    ),
    kind=RequestKind.CORRECT,
    letter=LetterData(
        layout=Layout.STATE,
        document_type=DocumentType.OFFICIAL_LETTER,
        issuing_body="",
        symbol="",
        place="",
        subject="",
        body=(),
        signer_name="",
    ),
)
