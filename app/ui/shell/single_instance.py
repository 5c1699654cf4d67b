"""One window for one data folder: a second start brings the first window to the front.

A lock file in the folder says who came first: it needs QtCore only, so the first paint does not
wait for the network module, and Qt itself sees when its holder has died. The local socket carries
the call to the front and is opened after the first paint.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QSysInfo, Signal

from app import win32

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_PATIENCE_SECONDS = 5.0
_STEP_MILLISECONDS = 200


class SingleInstance(QObject):
    """The claim of this process on ``data_dir``."""

    asked_to_front = Signal()

    def __init__(self, data_dir: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data_dir = data_dir
        self._lock: QLockFile | None = None
        self._server: QLocalServer | None = None

    @property
    def socket_name(self) -> str:
        """The name of the socket, another one for each folder."""
        import hashlib  # the first paint does not wait for it

        try:
            folder = self._data_dir.resolve()
        except OSError:  # a share that went away just now
            folder = self._data_dir.absolute()
        where = os.path.normcase(folder)
        return "so-phat-ngon-" + hashlib.sha256(where.encode()).hexdigest()[:16]

    def claim(self) -> bool:
        """Return whether this process is the first on the folder.

        A folder that cannot be written cannot be claimed; whoever opens the database there will
        say so, and that is no reason to refuse the window.
        """
        try:
            self._data_dir.mkdir(parents=True, exist_ok=True)
        except OSError:
            return True
        self._lock = QLockFile(str(self._data_dir / "app.lock"))
        # The window may stay open for days: only a dead holder makes the lock stale.
        self._lock.setStaleLockTime(0)
        if self._lock.tryLock(0) or self._take_over(self._lock):
            return True
        taken = self._lock.error() is QLockFile.LockError.LockFailedError
        self._lock = None
        return not taken

    def _take_over(self, lock: QLockFile) -> bool:
        """Take a lock that nobody holds although Qt could not tell, on Windows.

        A stick pulled out of another PC brings that PC's lock along, and after a restart our own
        process may have the number that is in it. Windows lets no file be deleted that a process
        has open, on this PC or through a share: what can be deleted has no holder.
        """
        return win32.ON_WINDOWS and lock.removeStaleLockFile() and lock.tryLock(0)

    def holder(self) -> str:
        """Return the name of the PC whose process holds the folder, empty for this one."""
        _pid, host, _app = QLockFile(str(self._data_dir / "app.lock")).getLockInfo()
        return "" if host == QSysInfo.machineHostName() else host

    def call_first(self) -> bool:
        """Ask the first process to come to the front. Returns whether it was reached."""
        from PySide6.QtNetwork import QLocalSocket

        win32.let_others_come_to_front()
        until = time.monotonic() + _PATIENCE_SECONDS
        while True:
            socket = QLocalSocket()
            socket.connectToServer(self.socket_name)
            if socket.waitForConnected(_STEP_MILLISECONDS):
                socket.disconnectFromServer()
                return True
            if time.monotonic() > until:
                return False
            time.sleep(_STEP_MILLISECONDS / 1000)  # the first one may not have painted yet

    def listen(self) -> None:
        """Wait for calls of later starts."""
        if self._lock is None:
            return
        from PySide6.QtNetwork import QLocalServer

        # We hold the lock: a socket of this name is one that a killed process left behind.
        QLocalServer.removeServer(self.socket_name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_server_new_connection)
        self._server.listen(self.socket_name)

    def release(self) -> None:
        """Let the next start be the first."""
        if self._server is not None:
            self._server.close()
        if self._lock is not None:
            self._lock.unlock()

    def _on_server_new_connection(self) -> None:
        if self._server is None:
            return
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
            socket.disconnectFromServer()
        self.asked_to_front.emit()
