"""What the columns of a table mean that no reader knows: as the user says it once, kept as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping as AnyMapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any

from planner.core.statement_rows import CNY, AccountKind

VERSION = 1


class DateOrder(StrEnum):
    """In which order a day is written where the year does not stand first with four digits."""

    YMD = "ymd"
    MDY = "mdy"
    DMY = "dmy"


class AmountForm(StrEnum):
    """How a table says which way money went."""

    SIGNED = "signed"
    """One column with a sign."""
    OUT_AND_IN = "out_and_in"
    """Two columns: what went out, what came in."""
    WORD = "word"
    """One column without a sign, and a word in another."""


class TextColumn(StrEnum):
    """What else a column can hold; each is called as its place in a mapping."""

    COUNTERPARTY = "counterparty"
    DESCRIPTION = "description"
    CATEGORY = "category"
    METHOD = "method"
    NATIVE_ID = "native_id"
    CURRENCY = "currency_at"
    ACCOUNT = "account"
    NOTE = "note"


class MappingGap(StrEnum):
    """What a mapping does not say yet."""

    TIME = "time"
    DATE_ORDER = "date_order"
    AMOUNT = "amount"
    OUT_AND_IN = "out_and_in"
    DIRECTION = "direction"
    WORDS = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Columns by their place from 0, None where the table has none of them.

    `header` are the plain names of the header row, by which a table of the same kind is known; empty where the table
    has no header: then `shape` is (see `header_key`). `date_order` is None where it is not known yet. `encoding` is
    empty where the file's own is told from its bytes. `plus_is_spending` is of a signed column. `out_words` and
    `in_words` are those of the direction's column; `idle_words` say that nothing was spent or received; any other word
    makes the row one to review. `currency` is that of rows that name none.
    """

    name: str = ""
    header: tuple[str, ...] = ()
    shape: str = ""
    encoding: str = ""
    account_kind: AccountKind = AccountKind.DEBIT
    currency: str = CNY
    date_order: DateOrder | None = None
    time: int | None = None
    hour: int | None = None
    amount_form: AmountForm = AmountForm.SIGNED
    amount: int | None = None
    plus_is_spending: bool = False
    out: int | None = None
    into: int | None = None
    direction: int | None = None
    out_words: tuple[str, ...] = ()
    in_words: tuple[str, ...] = ()
    idle_words: tuple[str, ...] = ()
    counterparty: int | None = None
    description: int | None = None
    category: int | None = None
    method: int | None = None
    native_id: int | None = None
    currency_at: int | None = None
    account: int | None = None
    note: int | None = None

    def gaps(self) -> tuple[MappingGap, ...]:
        """What has to be said before a table can be read, in the order a form asks."""
        found = []
        if self.time is None:
            found.append(MappingGap.TIME)
        elif self.date_order is None:
            found.append(MappingGap.DATE_ORDER)
        if self.amount_form is AmountForm.OUT_AND_IN:
            if self.out is None or self.into is None or self.out == self.into:
                found.append(MappingGap.OUT_AND_IN)
        elif self.amount is None:
            found.append(MappingGap.AMOUNT)
        if self.amount_form is AmountForm.WORD:
            if self.direction is None:
                found.append(MappingGap.DIRECTION)
            elif not self.out_words and not self.in_words:
                found.append(MappingGap.WORDS)
        return tuple(found)

    def to_json(self) -> str:
        """As text for the book."""
        return json.dumps({"version": VERSION} | asdict(self), ensure_ascii=False, sort_keys=True)


_KINDS = {"account_kind": AccountKind, "amount_form": AmountForm}
_WORDS = frozenset({"header", "out_words", "in_words", "idle_words"})
_TEXTS = frozenset({"name", "shape", "encoding", "currency"})


def mapping_of(text: str) -> Mapping | None:
    """The mapping that `to_json` wrote; None where the text is none, or of a newer program."""
    try:
        said = json.loads(text)
        if not isinstance(said, dict) or said.pop("version", None) != VERSION:
            return None
        return Mapping(**{each.name: _value(each.name, said) for each in fields(Mapping) if each.name in said})
    except (ValueError, TypeError, RecursionError):
        return None


def _value(name: str, said: AnyMapping[str, Any]) -> Any:
    value = said[name]
    if name in _KINDS:
        return _KINDS[name](value)
    if name == "date_order":
        return None if value is None else DateOrder(value)
    if name in _WORDS:
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise TypeError(name)
        return tuple(value)
    if name in _TEXTS or name == "plus_is_spending":
        if type(value) is not (bool if name == "plus_is_spending" else str):
            raise TypeError(name)
        return value
    if value is not None and (type(value) is not int or not 0 <= value < 1000):
        raise TypeError(name)
    return value
