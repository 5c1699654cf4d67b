"""Pages one under the other, as paper on a desk.

QPdfView clears its pages whenever the document changes, which flashes at each keystroke. This
view keeps the old image of a page until the new one is there.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

_ZOOM_STEP = 1.2
_SMALLEST, _LARGEST = 0.4, 4.0  # times the size of fit-width


class PageView(QAbstractScrollArea):
    """Show page images; asks for those it lacks by ``pages_wanted`` and never draws a PDF itself.

    Zoom is relative to fit-width: 1.0 is the page as wide as the view, whatever its width.
    """

    pages_wanted = Signal()
    page_changed = Signal(int, int)  # page from 1, count

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: tuple[QSizeF, ...] = ()
        self._images: dict[int, QImage] = {}
        self._fresh: dict[int, float] = {}  # page -> the scale its image was made for
        self._zoom = 1.0
        self._shown = (0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Trang in")
        self.viewport().setBackgroundRole(QPalette.ColorRole.Dark)
        # Always there: a bar that comes and goes would change the fit-width with each page break.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def set_sizes(self, sizes: tuple[QSizeF, ...]) -> None:
        """Begin a new document: same scroll position, old images until the new ones come."""
        self._sizes = sizes
        self._fresh.clear()
        for page in [page for page in self._images if page >= len(sizes)]:
            del self._images[page]
        self._place()

    def set_image(self, page: int, image: QImage, scale: float) -> None:
        """Show the image of a page that was drawn with ``scale`` pixels to the point."""
        self._images[page] = image
        self._fresh[page] = scale
        self.viewport().update()

    def image(self, page: int) -> QImage | None:
        """Return what is shown of a page."""
        return self._images.get(page)

    def page_count(self) -> int:
        return len(self._sizes)

    def device_scale(self) -> float:
        """Return how many pixels of the screen a point takes."""
        return self._scale() * self.devicePixelRatioF()

    def visible_pages(self) -> tuple[int, ...]:
        """Return the pages in sight; the first one before anything is known."""
        if not self._sizes:
            return (0,)
        window = self.viewport().rect()
        return tuple(
            page for page in range(len(self._sizes)) if self._page_rect(page).intersects(window)
        )

    def missing_pages(self) -> tuple[int, ...]:
        """Return the pages in sight that have no image at the present size."""
        if not self._sizes:
            return ()
        scale = self.device_scale()
        return tuple(page for page in self.visible_pages() if self._fresh.get(page) != scale)

    def zoom_in(self) -> None:
        self._set_zoom(self._zoom * _ZOOM_STEP)

    def zoom_out(self) -> None:
        self._set_zoom(self._zoom / _ZOOM_STEP)

    def fit_width(self) -> None:
        self._set_zoom(1.0)

    # Qt --------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self.visible_pages() if self._sizes else ():
            rect = self._page_rect(page)
            image = self._images.get(page)
            if image is None:
                painter.fillRect(rect, Qt.GlobalColor.white)
            else:
                painter.drawImage(rect, image)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()
        self._tell()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_in() if event.angleDelta().y() > 0 else self.zoom_out()
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        # Moved to a screen of another scale. Qt does not hand this one on to changeEvent.
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._tell()
        return done

    # Own -------------------------------------------------------------------------------

    def _gap(self) -> int:
        return self.fontMetrics().height() // 2

    def _scale(self) -> float:
        widest = max((size.width() for size in self._sizes), default=595.0)
        return max(0.1, (self.viewport().width() - 2 * self._gap()) / widest * self._zoom)

    def _page_rect(self, page: int) -> QRect:
        scale, gap = self._scale(), self._gap()
        top = gap
        for size in self._sizes[:page]:
            top += round(size.height() * scale) + gap
        width = round(self._sizes[page].width() * scale)
        height = round(self._sizes[page].height() * scale)
        left = max(gap, (self.viewport().width() - width) // 2)
        corner = QPoint(
            left - self.horizontalScrollBar().value(), top - self.verticalScrollBar().value()
        )
        return QRect(corner.x(), corner.y(), width, height)

    def _place(self) -> None:
        """Set the scroll bars to the size of the paper; their values stay where they can."""
        scale, gap = self._scale(), self._gap()
        height = gap + sum(round(size.height() * scale) + gap for size in self._sizes)
        width = 2 * gap + max((round(size.width() * scale) for size in self._sizes), default=0)
        view = self.viewport().size()
        for bar, extent, page in (
            (self.verticalScrollBar(), height, view.height()),
            (self.horizontalScrollBar(), width, view.width()),
        ):
            bar.setRange(0, max(0, extent - page))
            bar.setPageStep(page)
            bar.setSingleStep(self.fontMetrics().height() * 2)
        self.viewport().update()
        self._tell()

    def _set_zoom(self, zoom: float) -> None:
        bar = self.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum() + bar.pageStep())
        self._zoom = min(_LARGEST, max(_SMALLEST, zoom))
        self._place()
        bar.setValue(round(share * (bar.maximum() + bar.pageStep())))

    def _tell(self) -> None:
        if not self._sizes:
            return
        middle = self.viewport().height() // 2
        tops = [self._page_rect(page).top() for page in range(len(self._sizes))]
        current = max(1, sum(1 for top in tops if top <= middle))
        if (current, len(self._sizes)) != self._shown:
            self._shown = (current, len(self._sizes))
            self.page_changed.emit(*self._shown)
        if self.missing_pages():
            self.pages_wanted.emit()
