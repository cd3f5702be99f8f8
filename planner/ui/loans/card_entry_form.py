"""The forms of what happens on a card: an entry, an instalment with its terms, and its early payoff."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from planner.core.card_entries import EntryKind, InstalmentOf, InstalmentTerms
from planner.core.card_standing import EntryLine
from planner.core.terms import FeeBasis, RemainderIn
from planner.i18n import tr
from planner.reports.line_view import LineView
from planner.ui.loans.saving import SavingForm
from planner.ui.page import Desk
from planner.ui.widgets.basics import label
from planner.ui.widgets.fields import ChoiceField, DateField, MoneyField, NumberField, PercentField
from planner.ui.widgets.naming import named
from planner.wording import cards as words
from planner.wording import loans
from planner.wording.amounts import yuan

OWN_KINDS = tuple(k for k in EntryKind if k not in (EntryKind.PAYMENT, EntryKind.INSTALMENT_PAYOFF))


class EntryForm(SavingForm):
    """A new entry of a kind, or one on record."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        line: LineView,
        *,
        kind: EntryKind = EntryKind.PURCHASE,
        corrected: EntryLine | None = None,
    ) -> None:
        title = tr("Add an entry to {name}") if corrected is None else tr("Correct an entry of {name}")
        super().__init__(parent, "card_entry_form", title.format(name=line.name), self._save)
        self._desk, self._line, self._corrected = desk, line, corrected
        self.resize(540, 500)
        self._make_fields()
        self._add_rows()
        self.first_field = self.amount
        self.kind.choose(kind)
        self.posted_on.set_day(desk.today)
        self.periods.setText("12")
        self.fee_rate.setText("0")
        if corrected is not None:
            self._show(corrected)
        self.kind.currentIndexChanged.connect(self._arrange)
        self._arrange()

    def _make_fields(self) -> None:
        self.kind = ChoiceField("card_entry_form.kind", ((k, words.entry_kind(k)) for k in OWN_KINDS))
        self.amount = MoneyField("amount", "card_entry_form.amount")
        self.posted_on = DateField("posted_on", "card_entry_form.posted_on", latest=self._desk.today)
        self.fee = MoneyField("fee", "card_entry_form.fee", optional=True)
        self.of = ChoiceField("card_entry_form.instalment_of", ((k, words.instalment_of(k)) for k in InstalmentOf))
        self.periods = NumberField("periods", "card_entry_form.periods")
        self.fee_rate = PercentField("flat_fee_rate", "card_entry_form.fee_rate")
        self.fee_basis = ChoiceField("card_entry_form.fee_basis", ((k, loans.fee_basis(k)) for k in FeeBasis))
        self.remainder = ChoiceField("card_entry_form.remainder_in", ((k, loans.remainder_in(k)) for k in RemainderIn))
        self.fee_kept = named(QCheckBox(tr("Fees are kept on early payoff")), "card_entry_form.fee_kept")
        self.note = named(QLineEdit(), "card_entry_form.note")

    def _add_rows(self) -> None:
        self.add("kind", tr("What happened"), self.kind)
        self.add("amount", tr("Amount"), self.amount)
        self.add("posted_on", tr("Posted on"), self.posted_on, tr("The day the statement has it on"))
        self.add("fee", tr("Fee as charged"), self.fee, tr("Empty: by the terms"))
        self.add("instalment_of", tr("What of"), self.of)
        self.add("periods", tr("Number of periods"), self.periods)
        self.add("flat_fee_rate", tr("Fee, % of the amount"), self.fee_rate)
        self.add("fee_basis", tr("The fee is for"), self.fee_basis)
        self.add("remainder_in", tr("Rest of rounding"), self.remainder)
        self.add("fee_kept", "", self.fee_kept)
        self.add("note", tr("Remark"), self.note)

    def _show(self, row: EntryLine) -> None:
        entry = row.entry
        self.kind.choose(entry.kind)
        self.amount.set_fen(entry.amount_fen)
        self.posted_on.set_day(entry.posted_on)
        self.fee.set_fen(entry.fee_fen)
        self.note.setText(row.note)
        if entry.instalment is not None:
            self.of.choose(entry.instalment.of)
            self.periods.setText(str(entry.instalment.periods))
            self.fee_rate.set_fraction(entry.instalment.flat_fee_rate)
            self.fee_basis.choose(entry.instalment.fee_basis)
            self.remainder.choose(entry.instalment.remainder_in)
            self.fee_kept.setChecked(entry.instalment.fee_kept)

    def _arrange(self, _changed: object = None) -> None:
        """Each kind asks for what belongs to it."""
        kind = self.kind.chosen(EntryKind)
        self.set_shown(self.fee, kind is EntryKind.CASH_ADVANCE)
        for each in (self.of, self.periods, self.fee_rate, self.fee_basis, self.remainder, self.fee_kept):
            self.set_shown(each, kind is EntryKind.INSTALMENT)

    def _instalment(self) -> InstalmentTerms:
        return InstalmentTerms(
            self.periods.needed_number(),
            self.fee_rate.fraction(),
            self.fee_basis.chosen(FeeBasis),
            self.remainder.chosen(RemainderIn),
            self.of.chosen(InstalmentOf),
            self.fee_kept.isChecked(),
        )

    def _save(self) -> None:
        from planner.actions.cards import add_card_entry, correct_card_entry

        kind = self.kind.chosen(EntryKind)
        values = {
            "kind": kind,
            "amount_fen": self.amount.needed_fen(),
            "posted_on": self.posted_on.needed_day(),
            "fee_fen": self.fee.fen() if kind is EntryKind.CASH_ADVANCE else None,
            "instalment": self._instalment() if kind is EntryKind.INSTALMENT else None,
            "note": self.note.text(),
        }
        if self._corrected is None:
            self.do(self._desk.book, add_card_entry, line_id=self._line.account.id, **values)
        else:
            self.do(self._desk.book, correct_card_entry, entry_id=self._corrected.entry.id, **values)


class PayoffForm(SavingForm):
    """The day on which all that is left of an instalment is billed."""

    def __init__(self, desk: Desk, parent: QWidget, line: LineView, row: EntryLine) -> None:
        title = tr("Pay off an instalment of {name}").format(name=line.name)
        super().__init__(parent, "payoff_form", title, self._save, ok=tr("Pay it off"))
        self._desk, self._row = desk, row
        self.resize(480, 300)
        about = tr("All principal that is left of {amount} is billed on this day, and what fees the contract keeps.")
        self.rows.addRow(label(about.format(amount=yuan(row.entry.amount_fen)), "muted", wrap=True))
        self.posted_on = DateField("posted_on", "payoff_form.posted_on", latest=desk.today)
        self.note = named(QLineEdit(), "payoff_form.note")
        self.add("posted_on", tr("Posted on"), self.posted_on)
        self.add("note", tr("Remark"), self.note)
        self.first_field = self.posted_on
        self.posted_on.set_day(desk.today)

    def _save(self) -> None:
        from planner.actions.cards import pay_off_instalment

        self.do(
            self._desk.book, pay_off_instalment, entry_id=self._row.entry.id, posted_on=self.posted_on.needed_day(),
            note=self.note.text(),
        )  # fmt: skip
