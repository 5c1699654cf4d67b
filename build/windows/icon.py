"""Draw ``resources/icon.ico`` from ``resources/icon.svg``; run by hand after changing the picture.

.venv/bin/python build/windows/icon.py
"""

from __future__ import annotations

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

_RESOURCES = Path(__file__).resolve().parents[2] / "resources"
_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)  # those Windows asks for, from 100 % to 200 %


def main() -> None:
    """Write the icon: one PNG for each size in one ICO file."""
    _app = QGuiApplication(["icon", "-platform", "offscreen"])
    renderer = QSvgRenderer(str(_RESOURCES / "icon.svg"))
    pictures = [_png(renderer, size) for size in _SIZES]
    offset = 6 + 16 * len(pictures)
    directory = struct.pack("<HHH", 0, 1, len(pictures))
    for size, picture in zip(_SIZES, pictures, strict=True):
        side = size % 256  # 0 stands for 256
        directory += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    (_RESOURCES / "icon.ico").write_bytes(directory + b"".join(pictures))


def _png(renderer: QSvgRenderer, size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(content.data())


if __name__ == "__main__":
    main()
