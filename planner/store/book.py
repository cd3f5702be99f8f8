"""The open book: write(action), read(report), undo, redo, close.

A book belongs to one thread. SQLModel is imported at the first write, not before (the first paint comes first).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from planner.store.backup import copy_book, free_name, make_backup
from planner.store.lock import BookLock
from planner.store.migrate import APPLICATION_ID, bring_up_to_date, migrations
from planner.store.reader import Reader
from planner.store.trouble import BookDamaged, BookMissing, BookTooNew, CannotWriteBook, NotABook
from planner.store.undo import UndoLog

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlmodel import Session

P = ParamSpec("P")
T = TypeVar("T")
HEADER = b"SQLite format 3\0"
HEADER_BYTES = 100


class Book:
    """A user's book, open on the calling thread."""

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: BookLock | None, today: date) -> None:
        self.path = path
        self.reader = Reader(connection)
        self._connection = connection
        self._lock = lock
        self._today = today
        self._engine: Engine | None = None
        self._undo = UndoLog(connection) if lock else None

    @classmethod
    def open(cls, path: Path, *, today: date, create: bool = False) -> Book:
        """Opens a book for writing; `create` makes it where there is none.

        Raises BookMissing, NotABook, BookTooNew, BookDamaged, BookInUse or CannotWriteBook.
        """
        if create:
            _make_folder(path)
        elif not path.exists():
            raise BookMissing(path=path)
        lock = BookLock(path)
        try:
            connection = _connect(path)
            try:
                bring_up_to_date(connection, path, today=today)
                return cls(path, connection, lock, today)
            except BaseException:
                connection.close()
                raise
        except sqlite3.DatabaseError as error:
            lock.release()
            raise _trouble(path, error) from error
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open_to_read(cls, path: Path, *, today: date) -> Book:
        """Opens a book to look only, also while another window writes. Raises as `open`."""
        if not path.exists():
            raise BookMissing(path=path)
        try:
            connection = _connect(path)
            version = connection.execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.DatabaseError as error:
            raise _trouble(path, error) from error
        if version == 0:
            connection.close()
            raise NotABook(path=path)
        if version < migrations()[-1][0]:
            connection.close()
            cls.open(path, today=today).close()  # migrates under the lock
            connection = _connect(path)
        connection.execute("PRAGMA query_only = ON")
        return cls(path, connection, None, today)

    def write(self, action: Callable[Concatenate[Session, P], T], *args: P.args, **values: P.kwargs) -> T:
        """Runs one action in one transaction and keeps how to undo it. On any error nothing is changed.

        Raises what the action raises, BookDamaged or CannotWriteBook.
        """
        from sqlalchemy.exc import DBAPIError, IntegrityError
        from sqlmodel import Session

        undo = self._writable()
        try:
            make_backup(self._connection, self.path, reason="before-first-change", today=self._today)
            engine = self._make_engine()
            self._connection.execute("BEGIN IMMEDIATE")
            with Session(engine, info={"undo": undo}) as session:
                try:
                    result = action(session, *args, **values)
                    session.flush()
                    inverse = undo.collect()
                    session.commit()
                except BaseException:
                    session.rollback()
                    raise
        except IntegrityError:
            raise  # an action let something through: a fault of the program
        except DBAPIError as error:
            raise _trouble(self.path, error.orig) from error
        except sqlite3.Error as error:
            raise _trouble(self.path, error) from error
        except OSError as error:
            raise CannotWriteBook(path=self.path, reason=error.strerror or "") from error
        finally:
            if self._connection.in_transaction:
                self._connection.rollback()
        undo.push(getattr(action, "__name__", ""), inverse)
        return result

    def read(self, report: Callable[Concatenate[Reader, P], T], *args: P.args, **values: P.kwargs) -> T:
        """Runs one report on one state of the book."""
        self._connection.execute("BEGIN")
        try:
            return report(self.reader, *args, **values)
        except sqlite3.DatabaseError as error:
            raise _trouble(self.path, error) from error
        finally:
            if self._connection.in_transaction:
                self._connection.rollback()

    def undo(self) -> str | None:
        """Takes the last action back; returns its name, None when there is none."""
        undo = self._writable()
        return self._step(undo.step_back, undo.stepped_back)

    def redo(self) -> str | None:
        """Does the last undone action again; returns its name, None when there is none."""
        undo = self._writable()
        return self._step(undo.step_forward, undo.stepped_forward)

    def undo_names(self) -> tuple[str | None, str | None]:
        """The actions that undo and redo would touch."""
        return (self._undo.undo_name, self._undo.redo_name) if self._undo else (None, None)

    def check(self) -> None:
        """SQLite's quick check and the foreign keys. Raises BookDamaged."""
        try:
            (result,) = self._connection.execute("PRAGMA quick_check(1)").fetchone()
            broken = self._connection.execute("PRAGMA foreign_key_check").fetchone()
        except sqlite3.DatabaseError as error:
            raise _trouble(self.path, error) from error
        if result != "ok" or broken:
            raise BookDamaged(path=self.path, reason=result if result != "ok" else "foreign keys")

    def copy_to(self, copy: Path | None = None) -> Path:
        """Makes a consistent copy of the book, in a new file or beside the other copies; returns the file.

        Raises FileInTheWay, OSError, or CannotWriteBook or BookDamaged.
        """
        file = copy if copy is not None else free_name(self.path, today=self._today)
        try:
            copy_book(self._connection, file)
        except sqlite3.Error as error:
            raise _trouble(file, error) from error
        return file

    def dump(self) -> list[str]:
        """Every user row in order, ids included: what undo and redo are compared by."""
        tables = self.reader.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
        )
        return [
            f"{table}{row!r}"
            for (table,) in tables
            for row in self.reader.each(f'SELECT * FROM main."{table}" ORDER BY rowid')
        ]

    def close(self) -> None:
        """Lets go of the file and of the lock."""
        if self._engine is not None:
            self._engine.dispose()
        self._connection.close()
        if self._lock is not None:
            self._lock.release()

    def _step(self, run: Callable[[], Any], done: Callable[[list[str]], None]) -> str | None:
        undo = self._writable()
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            step = run()
            inverse = undo.collect()
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._connection.rollback()
            raise _trouble(self.path, error) from error
        if step is None:
            return None
        done(inverse)
        return str(step.name)

    def _writable(self) -> UndoLog:
        if self._undo is None:
            raise CannotWriteBook(path=self.path, reason="opened to read")
        return self._undo

    def _make_engine(self) -> Engine:
        if self._engine is None:
            from sqlalchemy import create_engine
            from sqlalchemy.pool import StaticPool

            self._engine = create_engine(
                "sqlite://", creator=lambda: self._connection, poolclass=StaticPool, pool_reset_on_return=None
            )
            # the first connect asks for the dialect's facts and rolls back: not inside our transaction
            self._engine.connect().close()
        return self._engine


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWriteBook(path=path, reason=error.strerror or "") from error


def _connect(path: Path) -> sqlite3.Connection:
    """A connection in autocommit mode: transactions are begun by name. Raises NotABook and sqlite3's errors."""
    if path.exists():
        _look_at_header(path)
    # the thread that opens a book uses it; closing may come from the thread that ends the program
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=5)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA cache_size = -65536")  # 64 MiB: a bulk import keeps its indices in memory
    return connection


def _look_at_header(path: Path) -> None:
    """Refuses other files, and books of a newer program, before SQLite touches them.

    Raises NotABook, BookTooNew or CannotWriteBook.
    """
    try:
        with path.open("rb") as file:
            header = file.read(HEADER_BYTES)
    except OSError as error:
        raise CannotWriteBook(path=path, reason=error.strerror or "") from error
    if not header:
        return
    if not header.startswith(HEADER) or len(header) < HEADER_BYTES:
        raise NotABook(path=path)
    version, application = (int.from_bytes(header[at : at + 4], "big") for at in (60, 68))
    if application != APPLICATION_ID:
        # the header of a book that was cut off at its first moment may still be in the log beside it
        if application or not path.with_name(f"{path.name}-wal").exists():
            raise NotABook(path=path)
        return
    newest = migrations()[-1][0]
    if version > newest:
        raise BookTooNew(path=path, version=version, known=newest)


def _trouble(path: Path, error: BaseException | None) -> BookDamaged | CannotWriteBook | NotABook:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_NOTADB:
        return NotABook(path=path)
    if code == sqlite3.SQLITE_CORRUPT:
        return BookDamaged(path=path, reason=str(error))
    return CannotWriteBook(path=path, reason=str(error))
