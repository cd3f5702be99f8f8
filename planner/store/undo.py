"""Undo and redo: temporary triggers that write down how to take each row change back.

SQLite's documented technique. One action is one step. Where a whole batch comes or goes the triggers are off and one
order stands for all its rows: `take out` moves them into a temporary table of their own, `put back` moves them in
again. That table goes when its step can no longer be taken, at the latest when the book is closed.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain, islice

MOST_STEPS = 200
_ROWS_AT_ONCE = 400
_TAKE_OUT = re.compile(r"take out (\w+) (\w+) (\d+)")
_PUT_BACK = re.compile(r"put back (\w+) (\w+) (\d+) kept_(\d+)")


@dataclass(slots=True)
class Step:
    """One thing the user did: the name of the action, and the statements and orders that take it back, last first."""

    name: str
    inverse: list[str] = field(default_factory=list)


class UndoLog:
    """The steps of one open book. Every call belongs to the thread that owns the connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        self._kept = 0
        connection.execute("CREATE TEMP TABLE undo_log (seq INTEGER PRIMARY KEY, sql TEXT NOT NULL)")
        for (table,) in connection.execute(
            "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall():
            self._watch(table, "INSERT", "UPDATE", "DELETE")

    @property
    def undo_name(self) -> str | None:
        """The action that undo would take back."""
        return self._undo[-1].name if self._undo else None

    @property
    def redo_name(self) -> str | None:
        """The action that redo would do again."""
        return self._redo[-1].name if self._redo else None

    def collect(self) -> list[str]:
        """The inverse statements logged since the last call, last change first. Inside the transaction."""
        rows = self._connection.execute("SELECT sql FROM temp.undo_log ORDER BY seq DESC").fetchall()
        self._connection.execute("DELETE FROM temp.undo_log")
        return [sql for (sql,) in rows]

    def push(self, name: str, inverse: list[str]) -> None:
        """One step done and committed; an action that changed nothing leaves none."""
        if inverse:
            self._undo.append(Step(name, inverse))
            self._forget([*self._redo, *self._undo[:-MOST_STEPS]])
            del self._undo[:-MOST_STEPS]
            self._redo.clear()

    def step_back(self) -> Step | None:
        """Runs the inverse of the last step inside the caller's transaction."""
        return self._run(self._undo)

    def step_forward(self) -> Step | None:
        """Runs the last undone step again inside the caller's transaction."""
        return self._run(self._redo)

    def stepped_back(self, inverse: list[str]) -> None:
        """The undo was committed: the step moves to the redo side."""
        self._redo.append(Step(self._undo.pop().name, inverse))

    def stepped_forward(self, inverse: list[str]) -> None:
        """The redo was committed: the step moves to the undo side."""
        self._undo.append(Step(self._redo.pop().name, inverse))

    def _run(self, steps: list[Step]) -> Step | None:
        if not steps:
            return None
        # parents may come back after their children
        self._connection.execute("PRAGMA defer_foreign_keys = ON")
        for sql in steps[-1].inverse:
            if out := _TAKE_OUT.fullmatch(sql):
                self.take_out(out[1], out[2], int(out[3]))
            elif back := _PUT_BACK.fullmatch(sql):
                self._put_back(back[1], back[2], int(back[3]), int(back[4]))
            else:
                self._connection.execute(sql)
        return steps[-1]

    def put_in(self, table: str, column: str, value: int, names: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Inserts the rows of one batch past the triggers; undo takes out all rows whose `column` is `value`."""
        into = f'INSERT INTO main."{table}" ({names}) VALUES '
        one = f"({','.join('?' * (names.count(',') + 1))})"
        waiting = iter(rows)
        with self._paused(table, "INSERT", f"take out {table} {column} {value:d}"):
            # the checks of a table are made ready once for each statement, not for each row
            while len(some := list(islice(waiting, _ROWS_AT_ONCE))) == _ROWS_AT_ONCE:
                self._connection.execute(into + ",".join([one] * len(some)), list(chain.from_iterable(some)))
            self._connection.executemany(into + one, some)

    def take_out(self, table: str, column: str, value: int) -> None:
        """Deletes the rows whose `column` is `value` past the triggers; undo puts them back, ids included."""
        self._kept += 1
        of_batch = f'FROM main."{table}" WHERE {column} = {value:d}'
        self._connection.execute(f"CREATE TEMP TABLE kept_{self._kept} AS SELECT * {of_batch}")
        with self._paused(table, "DELETE", f"put back {table} {column} {value:d} kept_{self._kept}"):
            self._connection.execute(f"DELETE {of_batch}")

    def _put_back(self, table: str, column: str, value: int, kept: int) -> None:
        with self._paused(table, "INSERT", f"take out {table} {column} {value:d}"):
            self._connection.execute(f'INSERT INTO main."{table}" SELECT * FROM temp.kept_{kept}')
        self._connection.execute(f"DROP TABLE temp.kept_{kept}")

    def _forget(self, steps: list[Step]) -> None:
        """Lets go of the rows that only these steps could bring back."""
        for order in (sql for step in steps for sql in step.inverse):
            if back := _PUT_BACK.fullmatch(order):
                self._connection.execute(f"DROP TABLE IF EXISTS temp.kept_{back[4]}")

    @contextmanager
    def _paused(self, table: str, event: str, order: str) -> Iterator[None]:
        """A table without one of its triggers; `order` is what takes it back. Inside a transaction: when that fails,
        the trigger is back with all else."""
        self._connection.execute(f'DROP TRIGGER temp."undo_{table}_{event.lower()}"')
        yield
        self._watch(table, event)
        self._connection.execute("INSERT INTO temp.undo_log (sql) VALUES (?)", (order,))

    def _watch(self, table: str, *events: str) -> None:
        columns = [row[1] for row in self._connection.execute(f'PRAGMA main.table_info("{table}")')]
        old = " || ',' || ".join(f'quote(OLD."{column}")' for column in columns)
        names = ",".join(f'"{column}"' for column in columns)
        sets = " || ',' || ".join(f"""'"{column}"=' || quote(OLD."{column}")""" for column in columns)
        inverse = {
            "INSERT": f"""'DELETE FROM main."{table}" WHERE rowid=' || NEW.rowid""",
            "UPDATE": f"""'UPDATE main."{table}" SET ' || {sets} || ' WHERE rowid=' || NEW.rowid""",
            "DELETE": f"""'INSERT INTO main."{table}" ({names}) VALUES (' || {old} || ')'""",
        }
        for event in events:
            self._connection.execute(
                f'CREATE TEMP TRIGGER "undo_{table}_{event.lower()}" AFTER {event} ON main."{table}" '
                f"BEGIN INSERT INTO undo_log (sql) VALUES ({inverse[event]}); END"
            )
