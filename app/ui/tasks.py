"""The one way to leave the UI thread: ``run(work, on_done, on_error)``.

Work gets and returns plain data and opens its own unit of work; it never touches a widget.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from shiboken6 import isValid


class Task(QObject):
    """One piece of work. ``cancel`` drops its result; work already begun runs to its end."""

    _done = Signal(object)
    _failed = Signal(object)

    def __init__(
        self,
        on_done: Callable[[Any], None],
        on_error: Callable[[BaseException], None] | None,
    ) -> None:
        super().__init__()
        self._on_done = on_done
        self._on_error = on_error
        self._cancelled = False
        # Sent from the worker's thread, received on this one: Qt queues them by itself.
        self._done.connect(self._deliver)
        self._failed.connect(self._deliver_error)

    @property
    def cancelled(self) -> bool:
        return self._cancelled

    def cancel(self) -> None:
        self._cancelled = True

    def _deliver(self, result: object) -> None:
        _running.discard(self)
        if not self._cancelled and not _is_gone(self._on_done):
            self._on_done(result)

    def _deliver_error(self, error: BaseException) -> None:
        _running.discard(self)
        if self._cancelled or (self._on_error is not None and _is_gone(self._on_error)):
            return
        if self._on_error is None:
            raise error  # a program error: the crash report takes it from here
        self._on_error(error)


def _is_gone(callback: Callable[..., None]) -> bool:
    """Return whether the callback is a method of a widget that was deleted meanwhile."""
    method = callback.func if isinstance(callback, partial) else callback
    owner = getattr(method, "__self__", None)
    return isinstance(owner, QObject) and not isValid(owner)


class _Work(QRunnable):
    def __init__(self, work: Callable[[], Any], task: Task) -> None:
        super().__init__()
        self._work = work
        self._task = task

    def run(self) -> None:
        try:
            # Of a row of overtaken queries only the last is worth the worker's time.
            result = None if self._task.cancelled else self._work()
        except BaseException as error:
            self._task._failed.emit(error)  # noqa: SLF001 - one unit in two classes
        else:
            self._task._done.emit(result)  # noqa: SLF001


# Keeps each task alive until its result was delivered.
_running: set[Task] = set()
# One worker: the database has one writer, and two layouts at once would only slow each other.
_pool: QThreadPool | None = None


def run(
    work: Callable[[], Any],
    on_done: Callable[[Any], None],
    on_error: Callable[[BaseException], None] | None = None,
) -> Task:
    """Run ``work`` off the UI thread; deliver its result or its error on the UI thread."""
    global _pool
    if _pool is None:
        _pool = QThreadPool()
        _pool.setMaxThreadCount(1)
    task = Task(on_done, on_error)
    _running.add(task)
    _pool.start(_Work(work, task))
    return task


def drop_all() -> None:
    """Let no result of what is under way arrive: whoever asked for it is gone."""
    for task in _running:
        task.cancel()


def wait_for_all(milliseconds: int = 10_000) -> bool:
    """Wait until no work is under way (at the end of the program, and in tests)."""
    return _pool is None or _pool.waitForDone(milliseconds)
