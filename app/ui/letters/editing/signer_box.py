"""Who signs the letter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from app.exports.letter.data import LetterData
from app.services.letters.drafting import signed_by
from app.services.office.data import SignerLine


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
