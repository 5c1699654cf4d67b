"""Small parts of the correction request page: the article, and a request still to begin."""

from __future__ import annotations

from datetime import datetime
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.exports.letter.data import LetterData
from app.rules.dates import date_time_text
from app.rules.vocabulary import (
    ArticleKind,
    DocumentType,
    Layout,
    OutletType,
    RequestKind,
)
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
