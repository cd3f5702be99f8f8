"""The list of the spending page: its filters, its rows, and what can be done with those that are selected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, Signal, SignalInstance
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy

from planner.core.facts import RowKind, RowRef
from planner.core.spending import SPENDING
from planner.core.statement_rows import RowClass, Scene
from planner.i18n import tr
from planner.reports.spending import Entry, Kind, Narrowed
from planner.reports.spending_sums import CategoryName
from planner.ui.explaining import Explaining
from planner.ui.page import Desk
from planner.ui.spending.layers import by_use, words_of
from planner.ui.spending.sources import listed_source
from planner.ui.tones import class_tone
from planner.ui.widgets.amount import Amount
from planner.ui.widgets.basics import Card, button, label
from planner.ui.widgets.fields import Choice
from planner.ui.widgets.naming import named
from planner.ui.widgets.table import Column, DataTable
from planner.wording.amounts import amount, short_day, titled
from planner.wording.currencies import in_currency, signed_amount
from planner.wording.loans import product_name
from planner.wording.statements import category, provider, refund_use, review_reason, row_class, scene

_INWARD = frozenset({RowClass.IN, RowClass.N_INTEREST, RowClass.N_REFUND, RowClass.N_DRAWDOWN})
_OUTWARD = frozenset({RowClass.OUT, RowClass.N_REPAYMENT})
_UNKNOWN_SCENE = "unknown"
ROW_HEIGHT = 42


class EntryList(Card):
    """Rows of a month or of a search. The signals carry what is selected; `narrowed` follows the filters."""

    narrowed = Signal()
    opened = Signal(object)
    category_wanted = Signal(object)
    scene_wanted = Signal(object)
    decision_wanted = Signal(object)
    deletion_wanted = Signal(object)

    def __init__(self, desk: Desk, explaining: Explaining) -> None:
        super().__init__()
        self._desk, self._explaining = desk, explaining
        self._names: tuple[CategoryName, ...] = ()
        self._count = Amount("spending.count", "", self._explain_listed, "faint", right=True, elide=True)
        self._buttons = self._make_buttons()
        self._add_top()
        self.table = self._make_table()
        self.body.addWidget(self.table)
        self._raw = named(label("", "faint", wrap=True), "spending.raw")
        self._raw.setFixedHeight(2 * self._raw.fontMetrics().lineSpacing())
        self.body.addWidget(self._raw)

    def wanted(self) -> Narrowed:
        """What the filters say."""
        kind, chosen = self._kind.currentData(), self._scene.currentData()
        return Narrowed(
            category_id=self._category.currentData(),
            kind=None if kind is None else Kind(kind),
            scene=Scene(chosen) if chosen not in (None, _UNKNOWN_SCENE) else None,
            without_scene=chosen == _UNKNOWN_SCENE,
        )

    def show_all(self, kind: Kind | None = None) -> None:
        """Takes all filters off, or all but a kind."""
        for each in (self._category, self._kind, self._scene):
            each.blockSignals(True)
            each.setCurrentIndex(0)
        self._kind.setCurrentIndex(0 if kind is None else self._kind.findData(kind.value))
        for each in (self._category, self._kind, self._scene):
            each.blockSignals(False)

    def show_categories(self, names: Sequence[CategoryName]) -> None:
        """Offers these categories; the chosen one stays."""
        if tuple(names) == self._names:
            return
        self._names = tuple(names)
        chosen = self._category.currentData()
        self._category.blockSignals(True)
        self._category.clear()
        self._category.addItem(tr("All categories"), None)
        for name in by_use(names):
            self._category.addItem(words_of(name), name.id)
        self._category.setCurrentIndex(max(self._category.findData(chosen), 0))
        self._category.blockSignals(False)

    def show_rows(self, entries: Sequence[Entry], words: str) -> None:
        """Shows rows; `words` say how many there are."""
        self._count.setText(words)
        self.table.set_rows(entries)
        self._selection_changed()

    def tell(self, words: str) -> None:
        """Says what was done, or why not, where a chosen row is told of."""
        self._raw.setText(words)

    def _explain_listed(self) -> None:
        self._explaining.show(listed_source(self.table.rows_model.rows()))

    def selected(self) -> list[Entry]:
        """The selected rows."""
        return self.table.selected_rows()

    def _add_top(self) -> None:
        self._category = self._filter("spending.category_filter", tr("Category"), [(tr("All categories"), None)])
        kinds = [
            (tr("All kinds"), None),
            (tr("Spent"), Kind.SPENDING.value),
            (tr("Income"), Kind.INCOME.value),
            (tr("Refunds"), Kind.REFUNDS.value),
            (tr("Repayments and loans"), Kind.DEBTS.value),
            (tr("To review"), Kind.TO_REVIEW.value),
        ]
        self._kind = self._filter("spending.kind_filter", tr("Kind"), kinds)
        scenes = [
            (tr("All scenes"), None),
            *((scene(kind), kind.value) for kind in Scene),
            (tr("Not known"), _UNKNOWN_SCENE),
        ]
        self._scene = self._filter("spending.scene_filter", tr("Scene"), scenes)
        row = QHBoxLayout()
        row.setSpacing(8)
        for each in (self._category, self._kind, self._scene):
            row.addWidget(each)
        row.addStretch()
        row.addWidget(self._count)
        for pressed in self._buttons:
            row.addWidget(pressed)
        self.body.addLayout(row)

    def _filter(self, name: str, spoken: str, entries: list[tuple[str, str | None]]) -> Choice:
        made = Choice(name)
        made.setAccessibleName(spoken)
        made.setToolTip(spoken)
        made.setMinimumContentsLength(6)
        made.setMaximumWidth(150)
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for words, data in entries:
            made.addItem(words, data)
        made.currentIndexChanged.connect(lambda _at: self.narrowed.emit())
        return made

    def _make_buttons(self) -> tuple[QPushButton, ...]:
        self._set_category = self._button(tr("Category…"), "spending.set_category", self.category_wanted)
        self._set_scene = self._button(tr("Scene…"), "spending.set_scene", self.scene_wanted)
        self._decide = self._button(tr("Decide…"), "spending.decide", self.decision_wanted)
        self._delete = self._button(tr("Delete"), "spending.delete", self.deletion_wanted)
        return (self._decide, self._set_category, self._set_scene, self._delete)

    def _button(self, words: str, name: str, wanted: SignalInstance) -> QPushButton:
        made = button(words, name, lambda: wanted.emit(self.selected()))
        made.hide()
        return made

    def _make_table(self) -> DataTable:
        today = self._desk.today
        table = DataTable(
            "spending.list",
            tr("Transactions"),
            [
                Column(tr("Date"), lambda row: short_day(row.happened_at.date(), today) if row.happened_at else "—",
                       width=94, tooltip=_when, order=lambda row: (row.happened_at is not None, row.happened_at)),
                Column(tr("With whom"), lambda row: row.counterparty, width=136, tooltip=lambda row: row.counterparty),
                Column(tr("What for"), lambda row: row.description, stretch=True, tooltip=lambda row: row.description),
                Column(tr("Category"), lambda row: "", width=142, pill=_pill, tooltip=_why, order=_pill),
                Column(tr("Scene"), _scene, width=84, from_width=640),
                Column(tr("Amount"), _signed, second=_refunded, right=True, bold=True, width=112, tooltip=self._gross,
                       order=lambda row: row.net_fen or 0),
                Column(tr("From"), lambda row: provider(row.provider), second=self._paid_with, right=True, width=88,
                       from_width=760),
            ],
            lambda row: row.id,
        )  # fmt: skip
        table.row_height = ROW_HEIGHT
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        table.opened.connect(self.opened)
        table.can_with_all(tr("Category…"), self.category_wanted.emit)
        table.can_with_all(tr("Scene…"), self.scene_wanted.emit)
        table.can_with_all(tr("Decide…"), self.decision_wanted.emit)
        table.can_with_all(tr("Delete"), self.deletion_wanted.emit, QKeySequence(QKeySequence.StandardKey.Delete))
        table.can_explain(lambda row: self._explaining.row(RowRef(RowKind.TRANSACTION, row.id)))
        table.selectionModel().selectionChanged.connect(self._selection_moved)
        return table

    def _selection_moved(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self._selection_changed()

    def _selection_changed(self) -> None:
        rows = self.selected()
        spending = any(row.row_class in SPENDING for row in rows)
        self._set_category.setVisible(spending)
        self._set_scene.setVisible(spending)
        self._decide.setVisible(any(row.review is not None for row in rows))
        self._delete.setVisible(bool(rows) and all(row.own for row in rows))
        self._count.setVisible(not rows)
        if len(rows) > 1:
            self._raw.setText(tr("{count} selected").format(count=len(rows)))
        else:
            self._raw.setText(_told(rows[0]) if rows else tr("Choose a row to see it as the statement has it."))

    def _paid_with(self, row: Entry) -> str:
        product = self._desk.product(row.credit_product) if row.credit_product else None
        return product_name(product) if product is not None else row.credit_product

    def _gross(self, row: Entry) -> str:
        """How the amount is made up, and which line it was paid with."""
        words = amount(row.amount_fen)
        if row.foreign_hundredths is not None:
            foreign = in_currency(row.foreign_hundredths, row.currency)
            words = foreign if row.amount_fen is None else f"{words}\n{foreign}"
        if row.refunded_fen:
            words = tr("{gross} paid, {refunded} refunded").format(gross=words, refunded=amount(row.refunded_fen))
        paid_with = self._paid_with(row)
        how = tr("Paid with")
        return f"{words}\n{titled(how, paid_with)}" if paid_with else words


def _told(row: Entry) -> str:
    """The row as its statement has it, or an own one in full."""
    if row.own:
        words = " · ".join(part for part in (_when(row), row.counterparty, row.description, row.note) if part)
    else:
        words = tr("Line {line}: {raw}").format(line=row.line, raw=row.raw)
    return f"{review_reason(row.review)} · {words}" if row.review else words


def _when(row: Entry) -> str:
    if row.happened_at is None:
        return ""
    return f"{row.happened_at:%Y-%m-%d}" if row.own else f"{row.happened_at:%Y-%m-%d %H:%M}"


def _pill(row: Entry) -> tuple[str, str]:
    if row.review is not None:
        return (tr("To review"), "watch")
    if row.row_class is RowClass.OUT:
        return (category(row.category_key, row.category_name) if row.category_name else "—", "neutral")
    return (row_class(row.row_class), class_tone(row.row_class))


def _why(row: Entry) -> str:
    parts = [row_class(row.row_class)]
    if row.row_class in SPENDING and row.category_name:
        words = category(row.category_key, row.category_name)
        by_user = tr("chosen by you")
        parts.append(f"{words} · {by_user}" if row.category_by_user else words)
    if row.refund_use is not None:
        parts.append(refund_use(row.refund_use))
    return "\n".join(parts)


def _scene(row: Entry) -> str:
    return scene(row.scene) if row.scene is not None else "—"


def _signed(row: Entry) -> str:
    if row.net_fen is None and row.foreign_hundredths is not None:
        return signed_amount(row.row_class, row.foreign_hundredths, row.currency)
    if row.row_class in _INWARD:
        return f"+{amount(row.net_fen)}"
    return f"−{amount(row.net_fen)}" if row.row_class in _OUTWARD and row.net_fen != 0 else amount(row.net_fen)


def _refunded(row: Entry) -> str:
    if row.amount_fen is not None and row.foreign_hundredths is not None:
        return in_currency(row.foreign_hundredths, row.currency)
    return tr("{amount} refunded").format(amount=amount(row.refunded_fen)) if row.refunded_fen else ""
