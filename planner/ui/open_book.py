"""The book as the window sees it: everything is asked for and told, and done on the book's own thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from planner.core.errors import BookTrouble, PlannerError

if TYPE_CHECKING:
    from planner.store.book import Book

T = TypeVar("T")
Refused = Callable[[PlannerError], object]


class InlineExecutor(Executor):
    """Runs everything at once, on the calling thread: for tests and pictures."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except BaseException as error:
            future.set_exception(error)
        return future


class OpenBook(QObject):
    """One open book. All methods are called on the GUI thread and return at once; answers come on it too.

    `changed` follows every change that was kept; `trouble` carries a BookTrouble nobody asked to hear of.
    """

    changed = Signal()
    trouble = Signal(object)
    idle = Signal()
    _answer = Signal(object)

    def __init__(self, path: Path, *, today: date, create: bool = False, executor: Executor | None = None) -> None:
        super().__init__()
        self.path = path
        self.undo_name: str | None = None
        self.redo_name: str | None = None
        self._today = today
        self._create = create
        self._executor = executor or ThreadPoolExecutor(1, thread_name_prefix="book")
        self._book: Book | None = None
        self._waiting = 0
        self._answer.connect(self._deliver)

    @property
    def busy(self) -> bool:
        """Something was asked that is not answered yet."""
        return self._waiting > 0

    def do(
        self,
        action: Callable[..., T],
        *,
        done: Callable[[T], None] | None = None,
        refused: Refused | None = None,
        failed: Callable[[], None] | None = None,
        **values: Any,
    ) -> None:
        """Does one action. `done` gets its result, `refused` the PlannerError the user can put right; `failed` is
        told of any other end."""

        def work() -> tuple[T, tuple[str | None, str | None]]:
            book = self._opened()
            return book.write(action, **values), book.undo_names()

        def tell(answer: tuple[T, tuple[str | None, str | None]]) -> None:
            result, names = answer
            self.undo_name, self.redo_name = names
            if done is not None:
                done(result)
            self.changed.emit()

        self.run(work, tell, refused=refused, failed=failed)

    def ask(
        self, report: Callable[..., T], then: Callable[[T], None], *, refused: Refused | None = None, **values: Any
    ) -> None:
        """Asks for one report; `then` gets it, `refused` the PlannerError where it has one."""
        self.run(lambda: self._opened().read(report, **values), then, refused=refused)

    def undo(self) -> None:
        """Takes the last action back."""
        self._step(lambda: self._opened().undo())

    def redo(self) -> None:
        """Does the last undone action again."""
        self._step(lambda: self._opened().redo())

    def check(self) -> None:
        """Looks for damage off the GUI thread; what is found comes as `trouble`."""
        self.run(lambda: self._opened().check(), lambda _: None)

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        *,
        refused: Refused | None = None,
        failed: Callable[[], None] | None = None,
    ) -> None:
        """Runs anything off the GUI thread, after what was asked before, and tells `then` on it."""
        self._waiting += 1

        def finished(future: Future[T]) -> None:
            self._answer.emit(lambda: self._tell(future, then, refused, failed))

        self._executor.submit(work).add_done_callback(finished)

    def close(self) -> None:
        """Lets go of the book, after what was asked before."""
        self._executor.submit(self._close).result()
        self._executor.shutdown()

    def _step(self, step: Callable[[], str | None]) -> None:
        def work() -> tuple[str | None, tuple[str | None, str | None]]:
            return step(), self._opened().undo_names()

        def tell(answer: tuple[str | None, tuple[str | None, str | None]]) -> None:
            name, (self.undo_name, self.redo_name) = answer
            if name is not None:
                self.changed.emit()

        self.run(work, tell)

    def _tell(
        self,
        future: Future[T],
        then: Callable[[T], None],
        refused: Refused | None,
        failed: Callable[[], None] | None,
    ) -> None:
        error = future.exception()
        if isinstance(error, PlannerError) and refused is not None:
            refused(error)
            return
        if error is not None and failed is not None:
            failed()
        if isinstance(error, BookTrouble):
            self.trouble.emit(error)
            return
        then(future.result())

    def _deliver(self, tell: Callable[[], None]) -> None:
        try:
            tell()
        finally:
            self._waiting -= 1
            if not self._waiting:
                self.idle.emit()

    def _opened(self) -> Book:
        if self._book is None:
            from planner.store.book import Book

            self._book = Book.open(self.path, today=self._today, create=self._create)
        return self._book

    def _close(self) -> None:
        if self._book is not None:
            self._book.close()
            self._book = None
