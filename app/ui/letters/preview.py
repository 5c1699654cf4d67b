"""The letter as it will print: the very PDF, drawn off the UI thread while the clerk types."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.errors import AppError
from app.ui import tasks
from app.ui.letters.page_view import PageView
from app.ui.letters.raster import PageImages, page_images
from app.ui.widgets.flow_layout import FlowLayout

# With the drawing, which takes about 30 ms, the page follows a keystroke within 100 ms; drawing
# between two keystrokes costs nothing that is felt, for only the last letter is drawn.
PAUSE_MS = 60


@dataclass(frozen=True, slots=True)
class _Drawn:
    pdf: bytes
    scale: float
    pages: PageImages


class LetterPreview(QWidget):
    """Show a letter that is being written, or a PDF that is kept.

    Only the last letter given is drawn; while one is being drawn the next waits, and an older
    result is dropped. Trouble is said in words above the last page that could be drawn.
    """

    refreshed = Signal()  # the pages shown are those of the last letter given

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: Callable[[], bytes] | None = None  # not drawn yet
        self._pdf: bytes | None = None  # what the pages show
        self._trouble = ""
        self._task: tasks.Task | None = None
        self._drawing: Callable[[], bytes] | None = None  # the new letter the task is drawing
        self._generation = 0

        self._view = PageView()
        self._trouble_label = QLabel()
        self._trouble_label.setWordWrap(True)
        self._trouble_label.setTextFormat(Qt.TextFormat.PlainText)
        self._trouble_label.setFrameShape(QFrame.Shape.StyledPanel)
        self._trouble_label.setAutoFillBackground(True)
        self._trouble_label.setMargin(self.fontMetrics().height() // 3)
        self._trouble_label.hide()
        self._page_label = QLabel("Đang dựng trang in…")
        # As wide for "Trang 1/1" as for more pages, so that the buttons behind it stay in place.
        self._page_label.setMinimumWidth(self.fontMetrics().horizontalAdvance("Trang 10/10"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)

        self._pause.timeout.connect(self._draw)
        self._view.pages_wanted.connect(self._on_pages_wanted)
        self._view.page_changed.connect(self._on_page_changed)

        self._bar = bar = FlowLayout()
        bar.addWidget(self._page_label)
        for action in self._zoom_actions():
            self.addAction(action)
            button = QToolButton()
            button.setDefaultAction(action)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            bar.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(bar)
        layout.addWidget(self._trouble_label)
        layout.addWidget(self._view, 1)
        self.setFocusProxy(self._view)

    def show_work(self, work: Callable[[], bytes], *, at_once: bool = False) -> None:
        """Show the PDF that ``work`` makes, off the UI thread, soon after the last call.

        ``at_once`` is for a caller that has waited for the end of typing itself.
        """
        self._wanted = work
        if at_once:
            self._pause.stop()
            self._draw()
        else:
            self._pause.start()

    def show_trouble(self, words: str) -> None:
        """Say why there is nothing new to see; the last good page stays below."""
        self._wanted = None
        self._pause.stop()
        self._drawing = None
        self._generation += 1  # what is being drawn now must not take the words away
        self._say(words)

    def add_to_bar(self, widget: QWidget) -> None:
        """Put a widget behind the buttons above the page."""
        self._bar.addWidget(widget)

    def pdf(self) -> bytes | None:
        """Return the PDF whose pages are shown."""
        return self._pdf

    def trouble(self) -> str:
        """Return the words shown above the page."""
        return self._trouble

    def is_current(self) -> bool:
        """Return whether the last letter given is the one on screen."""
        return self._wanted is None and self._task is None

    # Qt --------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._wanted is not None:
            self._pause.start()
        else:
            self._on_pages_wanted()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pause.stop()
        # A hidden page may be on its way out: no result may come for it. Shown again, it asks anew.
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self._wanted = self._wanted or self._drawing

    # Own -------------------------------------------------------------------------------

    def _zoom_actions(self) -> list[QAction]:
        actions = []
        for text, tip, keys, slot in (
            ("Nhỏ", "Thu nhỏ trang", (QKeySequence("Ctrl+-"),), self._view.zoom_out),
            ("Vừa", "Vừa chiều ngang", (QKeySequence("Ctrl+0"),), self._view.fit_width),
            (
                "To",
                "Phóng to trang",
                (QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")),
                self._view.zoom_in,
            ),
        ):
            action = QAction(text, self)
            action.setShortcuts(keys)
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.setToolTip(f"{tip} ({keys[0].toString()})")
            action.triggered.connect(slot)
            actions.append(action)
        return actions

    @Slot()
    def _draw(self) -> None:
        """Start drawing what is wanted, unless nobody sees it or the last one is still at work."""
        if self._wanted is None or self._task is not None or not self.isVisible():
            return
        work, self._wanted = self._wanted, None
        self._drawing = work
        self._generation += 1
        self._start(work, self._view.visible_pages(), self._on_drawn)

    def _start(
        self,
        work: Callable[[], bytes],
        pages: tuple[int, ...],
        on_done: Callable[[int, _Drawn], None],
    ) -> None:
        self._task = tasks.run(
            partial(_draw, work, pages, self._view.device_scale()),
            partial(on_done, self._generation),
            partial(self._on_failed, self._generation),
        )

    def _on_drawn(self, generation: int, drawn: _Drawn) -> None:
        self._task = None
        if generation == self._generation:
            self._pdf = drawn.pdf
            self._say("")
            self._view.set_sizes(drawn.pages.sizes)
            self._show(drawn)
            if self._wanted is None:
                self.refreshed.emit()
        self._go_on()

    def _on_more_drawn(self, generation: int, drawn: _Drawn) -> None:
        """Take further pages, or other sizes, of the letter that is shown already."""
        self._task = None
        if generation == self._generation:
            self._show(drawn)
        self._go_on()

    def _on_failed(self, generation: int, error: BaseException) -> None:
        self._task = None
        if not isinstance(error, AppError):
            raise error
        if generation == self._generation:
            self._say(str(error))
            if self._wanted is None:
                self.refreshed.emit()
        self._go_on()

    def _show(self, drawn: _Drawn) -> None:
        for page, image in drawn.pages.images.items():
            self._view.set_image(page, image, drawn.scale)

    def _go_on(self) -> None:
        if self._wanted is not None:
            if not self._pause.isActive():
                self._draw()
        elif self._pdf is not None and self._view.missing_pages():
            self._on_pages_wanted()

    @Slot()
    def _on_pages_wanted(self) -> None:
        """Draw pages that came into sight, or all in sight after a change of size."""
        if self._task is not None or self._pdf is None or not self.isVisible():
            return
        missing = self._view.missing_pages()
        if missing:
            pdf = self._pdf
            self._drawing = None
            self._start(lambda: pdf, missing, self._on_more_drawn)

    @Slot(int, int)
    def _on_page_changed(self, page: int, count: int) -> None:
        self._page_label.setText(f"Trang {page}/{count}")

    def _say(self, words: str) -> None:
        self._trouble = words
        self._trouble_label.setText(words)
        self._trouble_label.setVisible(bool(words))
        if words and self._pdf is None:
            self._page_label.setText("Chưa có trang in")


def _draw(work: Callable[[], bytes], pages: tuple[int, ...], scale: float) -> _Drawn:
    pdf = work()
    return _Drawn(pdf, scale, page_images(pdf, pages, scale))
