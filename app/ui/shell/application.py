"""The program with a window: one process for each data folder, painted first, opened after."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.errors import AppError, StorageReadOnly
from app.files import sweep
from app.log import catch_native_crashes
from app.paths import backups_dir, is_portable
from app.settings import Settings
from app.ui import tasks, theme
from app.ui.shell.main_window import MainWindow
from app.ui.shell.single_instance import SingleInstance

if TYPE_CHECKING:
    from app.bootstrap import AppContext

_START_MILLISECONDS = 5000  # by then the first list is on the screen


def run_window(data_dir: Path, log_folder: Path | None) -> int:
    """Open the window over ``data_dir`` and stay until it is closed. Returns the exit code."""
    _require_display()
    app = QApplication(["so-phat-ngon"])
    app.setApplicationName("Sổ Phát ngôn")
    theme.apply(app)
    catch_native_crashes(log_folder)
    instance = SingleInstance(data_dir)
    if not instance.claim():
        return 0 if instance.call_first() else _tell_held(instance.holder(), data_dir)
    window = MainWindow(Settings.load(data_dir), opener(data_dir))
    # All else begins once the painting is on the screen.
    for step in (partial(_complete, app, log_folder), window.open_book, instance.listen):
        window.first_painted.connect(partial(QTimer.singleShot, 0, step))
    QTimer.singleShot(_START_MILLISECONDS, _collect_garbage)
    instance.asked_to_front.connect(window.bring_to_front)
    window.appear()
    code = app.exec()
    tasks.wait_for_all()
    if window.context is not None:
        window.context.close()
    instance.release()
    return code


def _collect_garbage() -> None:
    """Collect from now on, but leave alone what the start has made."""
    gc.freeze()
    gc.enable()


def _complete(app: QApplication, log_folder: Path | None) -> None:
    """Bring in what the first paint did not need: crash report, full theme, Qt's Vietnamese."""
    from app.ui.help.crash_dialog import CrashReporter
    from app.ui.vietnamese import install_vietnamese

    CrashReporter(log_folder, _active_window).install()
    theme.complete(app)
    install_vietnamese(app)


def _require_display() -> None:
    """Say that there is no screen where Qt would end the program, in English."""
    if not sys.platform.startswith("linux"):
        return
    if os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not _x_server_answers(os.environ.get("DISPLAY", "")):
        raise AppError(
            "Ở đây không có màn hình nên không mở được cửa sổ.",
            "Mở trên máy có màn hình, hoặc dùng các lệnh không cần cửa sổ (python -m app --help).",
        )


def _x_server_answers(display: str) -> bool:
    """Tell a screen from a DISPLAY left over, ":0", "localhost:10.0"."""
    host, _, number = display.rpartition(":")
    number = number.partition(".")[0]
    if not number.isdecimal():
        return False
    import socket

    with suppress(OSError, OverflowError):
        if host not in ("", "unix"):
            socket.create_connection((host.strip("[]"), 6000 + int(number)), timeout=5).close()
            return True
        with socket.socket(socket.AF_UNIX) as server:
            server.connect(f"/tmp/.X11-unix/X{number}")
            return True
    return False


def opener(data_dir: Path) -> Callable[[], AppContext]:
    """Return what opens the book; only then are the database libraries imported."""
    return partial(_open, data_dir)


def _open(data_dir: Path) -> AppContext:
    from app.bootstrap import open_context
    from app.demo.sample import clear_leftovers

    try:
        ctx = open_context(data_dir)
    except StorageReadOnly as error:
        if not is_portable(data_dir):
            raise
        raise StorageReadOnly(
            error.message,
            "Bản mang theo giữ dữ liệu ngay cạnh chương trình. Mở khóa ghi của USB, hoặc chép cả "
            "thư mục phần mềm sang nơi ghi được (không phải Program Files) rồi mở lại.",
        ) from error
    clear_leftovers(data_dir)
    for folder in (data_dir, backups_dir(data_dir)):
        sweep(folder)
    return ctx


def _tell_held(host: str, data_dir: Path) -> int:
    from app.ui import messages

    if host:
        messages.tell(
            None,
            f"Sổ này đang được mở ở máy {host}.",
            "Đóng cửa sổ Sổ Phát ngôn ở đó rồi mở lại. Nếu máy ấy đã tắt đột ngột, xóa tệp "
            f"{data_dir / 'app.lock'} rồi mở lại.",
        )
    else:
        messages.tell(
            None,
            "Sổ này đang được mở trên máy này, ở một cửa sổ không trả lời.",
            "Có thể một người dùng khác đang đăng nhập trên máy này và chưa đóng Sổ Phát ngôn: nhờ "
            "người đó đóng lại. Nếu không, khởi động lại máy rồi mở lại.",
        )
    return 1


def _active_window() -> QWidget | None:
    return QApplication.activeWindow()
