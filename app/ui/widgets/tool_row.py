"""The buttons of a page: one for each action, in as many lines as the window's width asks for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from app.ui.widgets.flow_layout import FlowLayout


class ToolRow(QWidget):
    """Shows whole words always: what finds no room goes on in the next line.

    A QToolBar would hide its last buttons behind an arrow that the keyboard does not reach.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[_ToolButton] = []
        self._flow = FlowLayout(self)
        self._flow.setSpacing(self.fontMetrics().height() // 4)
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_actions(self, actions: Sequence[QAction]) -> None:
        """Show these actions in place of those before; none hides the row."""
        if [button.defaultAction() for button in self._buttons] == list(actions):
            return
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [_ToolButton(action, self) for action in actions]
        for button in self._buttons:
            self._flow.addWidget(button)
        self.setVisible(bool(self._buttons))
        self._flow.invalidate()
        self.updateGeometry()

    def texts(self) -> list[str]:
        """Return the words on the buttons that show."""
        return [button.text() for button in self._buttons if not button.isHidden()]


class _ToolButton(QToolButton):
    """Comes and goes with its action, which also brings the key."""

    def __init__(self, action: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys stay in the page
        self.setDefaultAction(action)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        action = self.defaultAction()
        if action is not None:
            self.setVisible(action.isVisible())
