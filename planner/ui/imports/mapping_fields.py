"""The fields that say what a column means."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy

from planner.core.mappings import AmountForm, DateOrder, Mapping, MappingGap, TextColumn
from planner.core.statement_rows import CNY, AccountKind
from planner.i18n import tr
from planner.ui.widgets.fields import Choice, ChoiceField
from planner.ui.widgets.form import Form
from planner.ui.widgets.naming import named
from planner.wording.mappings import account_kind, amount_form, date_order, text_column

CURRENCIES = (CNY, "HKD", "USD", "EUR", "GBP", "JPY", "MOP", "TWD", "KRW", "SGD", "AUD", "CAD", "THB", "CHF")
_BETWEEN_WORDS = re.compile(r"[,，、;；]")
_SHOWN = {
    AmountForm.SIGNED: ("amount", "sign"),
    AmountForm.OUT_AND_IN: ("out", "into"),
    AmountForm.WORD: ("amount", "direction", "out_words", "in_words", "idle_words"),
}
FIELD_OF = {
    MappingGap.TIME: "time",
    MappingGap.DATE_ORDER: "date_order",
    MappingGap.AMOUNT: "amount",
    MappingGap.OUT_AND_IN: "out",
    MappingGap.DIRECTION: "direction",
    MappingGap.WORDS: "out_words",
}
"""The field that an error about a gap stands beside."""


def narrow(choice: Choice) -> Choice:
    """Takes the room there is, however long its entries are."""
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(6)
    choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return choice


class ColumnChoice(Choice):
    """A column of the table, or none."""

    def offer(self, columns: Sequence[str], at: int | None) -> None:
        """Offers these columns, one of them chosen."""
        self.clear()
        self.addItem(tr("(none)"), None)
        for place, words in enumerate(columns):
            self.addItem(words, place)
        self.setCurrentIndex(0 if at is None or at >= len(columns) else at + 1)

    def at(self) -> int | None:
        """The place of the chosen column."""
        place = self.currentData()
        return None if place is None else int(place)


class MappingFields:
    """What a form asks of a table's columns; `changed` is told of every change that a person makes."""

    def __init__(self, form: Form, name: str, changed: Callable[[], None]) -> None:
        self._form, self._name, self._changed = form, name, changed
        self._filling = False
        self._form.section(tr("When"))
        self.time = self._column("time", tr("Day"))
        self.hour = self._column("hour", tr("Hour, if apart"))
        self.date_order = Choice(f"{name}.date_order")
        self._add(
            "date_order", tr("Order of the day"), self.date_order, tr("The days can be read in more than one way.")
        )
        self._form.section(tr("How much"))
        self.amount_form = ChoiceField(f"{name}.amount_form", ((each, amount_form(each)) for each in AmountForm))
        self._add("amount_form", tr("Written as"), self.amount_form)
        self.amount = self._column("amount", tr("Amount"))
        self.sign = Choice(f"{name}.sign")
        self.sign.addItem(tr("minus (−12.00)"), False)
        self.sign.addItem(tr("plus (12.00)"), True)
        self._add("sign", tr("Spent is"), self.sign)
        self.out = self._column("out", tr("Went out"))
        self.into = self._column("into", tr("Came in"))
        self.direction = self._column("direction", tr("Which way"))
        words = tr("with commas between")
        self.out_words = self._words("out_words", tr("Words for spent"), words)
        self.in_words = self._words("in_words", tr("Words for received"), words)
        self.idle_words = self._words(
            "idle_words", tr("Words for neither"), tr("Rows with any other word are to review.")
        )
        self.currency = Choice(f"{name}.currency")
        self._add("currency", tr("Currency"), self.currency)
        self._form.section(tr("What else"))
        self.texts = {each: self._column(each.value, text_column(each)) for each in TextColumn}
        self.account_kind = ChoiceField(f"{name}.account_kind", ((each, account_kind(each)) for each in AccountKind))
        self._add("account_kind", tr("It is of"), self.account_kind)

    def fill(self, mapping: Mapping, columns: Sequence[str], orders: Sequence[DateOrder]) -> None:
        """Shows what a mapping says."""
        self._filling = True
        for each, at in (
            (self.time, mapping.time), (self.hour, mapping.hour), (self.amount, mapping.amount),
            (self.out, mapping.out), (self.into, mapping.into), (self.direction, mapping.direction),
            *((choice, getattr(mapping, kind.value)) for kind, choice in self.texts.items()),
        ):  # fmt: skip
            each.offer(columns, at)
        self.amount_form.choose(mapping.amount_form)
        self.account_kind.choose(mapping.account_kind)
        self.sign.setCurrentIndex(int(mapping.plus_is_spending))
        for line, words in (
            (self.out_words, mapping.out_words),
            (self.in_words, mapping.in_words),
            (self.idle_words, mapping.idle_words),
        ):
            line.setText(", ".join(words))
        codes = CURRENCIES if mapping.currency in CURRENCIES else (*CURRENCIES, mapping.currency)
        self.currency.clear()
        for code in codes:
            self.currency.addItem(code, code)
        self.currency.setCurrentIndex(codes.index(mapping.currency))
        self.offer_orders(orders, mapping.date_order)
        self._filling = False
        self.arrange()

    def offer_orders(self, orders: Sequence[DateOrder], chosen: DateOrder | None) -> None:
        """Offers the orders that the days can be read in; one alone is not asked about."""
        before, self._filling = self._filling, True
        self.date_order.clear()
        if len(orders) != 1:
            self.date_order.addItem(tr("Please choose"), None)
        for each in orders or DateOrder:
            self.date_order.addItem(date_order(each), each.value)
        self.date_order.setCurrentIndex(max(self.date_order.findData(None if chosen is None else chosen.value), 0))
        self._filling = before
        self._show("date_order", len(orders) != 1 and self.time.at() is not None)

    def arrange(self) -> None:
        """Shows the fields that the form of the amount needs."""
        shown = _SHOWN[self.amount_form.chosen(AmountForm)]
        for field in dict.fromkeys(field for fields in _SHOWN.values() for field in fields):
            self._show(field, field in shown)

    def mapping(self, base: Mapping) -> Mapping:
        """The base with what the fields say."""
        order = self.date_order.currentData()
        texts: dict[str, Any] = {kind.value: choice.at() for kind, choice in self.texts.items()}
        return replace(
            base,
            account_kind=self.account_kind.chosen(AccountKind),
            currency=self.currency.currentData() or CNY,
            date_order=None if order is None else DateOrder(order),
            time=self.time.at(),
            hour=self.hour.at(),
            amount_form=self.amount_form.chosen(AmountForm),
            amount=self.amount.at(),
            plus_is_spending=bool(self.sign.currentData()),
            out=self.out.at(),
            into=self.into.at(),
            direction=self.direction.at(),
            out_words=_split(self.out_words.text()),
            in_words=_split(self.in_words.text()),
            idle_words=_split(self.idle_words.text()),
            **texts,
        )

    def set_words(self, words: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]) -> None:
        """Shows the words of another column."""
        before, self._filling = self._filling, True
        for line, some in zip((self.out_words, self.in_words, self.idle_words), words, strict=True):
            line.setText(", ".join(some))
        self._filling = before

    def _column(self, field: str, words: str) -> ColumnChoice:
        made = ColumnChoice(f"{self._name}.{field}")
        self._add(field, words, made)
        return made

    def _words(self, field: str, words: str, hint: str) -> QLineEdit:
        made = named(QLineEdit(), f"{self._name}.{field}")
        self._form.add(field, words, made, hint)
        made.textChanged.connect(lambda _text: self._tell())
        return made

    def _add(self, field: str, words: str, made: Choice, hint: str = "") -> None:
        self._form.add(field, words, narrow(made), hint)
        made.currentIndexChanged.connect(lambda _at: self._tell())

    def _show(self, field: str, shown: bool) -> None:
        self._form.show_row(getattr(self, field), shown)

    def _tell(self) -> None:
        if not self._filling:
            self._changed()


def _split(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in (part.strip() for part in _BETWEEN_WORDS.split(text)) if word))
