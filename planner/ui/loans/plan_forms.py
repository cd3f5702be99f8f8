"""The forms of what changes a loan's plan: another rate, more periods, and an instalment as the lender states it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.core.errors import NoSuchRow, PlannerError
from planner.core.terms import RatePeriod, RepaymentMethod
from planner.i18n import tr
from planner.reports.loans import LoanView, RateChangeLine, ScheduleLine
from planner.ui.loans.saving import SavingForm
from planner.ui.page import Desk
from planner.ui.widgets.basics import label
from planner.ui.widgets.fields import Choice, DateField, MoneyField, NumberField, RateField
from planner.ui.widgets.naming import named
from planner.wording.amounts import amount, percent, short_name
from planner.wording.cost_flags import stale_lpr, two_sentences


class RateForm(SavingForm):
    """Another rate from a day on, such as after a repricing; or one on record."""

    def __init__(self, desk: Desk, parent: QWidget, loan: LoanView, *, corrected: RateChangeLine | None = None) -> None:
        title = tr("Another rate of {name}") if corrected is None else tr("Correct a rate of {name}")
        super().__init__(parent, "rate_form", title.format(name=short_name(loan.name)), self._save)
        self._desk, self._loan, self._corrected = desk, loan, corrected
        self.resize(500, 360)
        self.rate = RateField("rate", "rate_form.rate")
        self.on = DateField("on", "rate_form.on", latest=desk.today)
        self.add("rate", tr("New rate"), self.rate, self._hint())
        hint = tr("It counts from the first period that starts on this day or later; what fell due before stays.")
        if loan.terms.method is RepaymentMethod.REVOLVING:
            hint = tr("It counts from this day on.")
        self.add("on", tr("In force from"), self.on, hint)
        self.first_field = self.rate
        changes = loan.changes.rates
        self.rate.set_rate(corrected.rate if corrected else changes[-1].rate if changes else loan.terms.rate)
        self.on.set_day(corrected.on if corrected else desk.today)

    def _hint(self) -> str:
        """The loan prime rate of today, for repricings."""
        lpr = self._desk.law.lpr_on(self._desk.today)
        if lpr is None or self._loan.terms.rate.period is not RatePeriod.YEARLY:
            return ""
        words = tr(
            "Contracts add their own points to the LPR: {one}% for one year, {five}% for five, of {day}."
        ).format(one=percent(lpr.one_year, 2), five=percent(lpr.five_years, 2), day=lpr.published_on)
        stale = lpr.one_year_stale or lpr.five_years_stale
        return two_sentences(words, stale_lpr(lpr.published_on)) if stale else words

    def _save(self) -> None:
        from planner.actions.plan_changes import change_rate, correct_rate_change

        values = {"rate": self.rate.rate(), "on": self.on.needed_day()}
        if self._corrected is None:
            self.do(self._desk.book, change_rate, loan_id=self._loan.account.id, **values)
        else:
            self.do(self._desk.book, correct_rate_change, change_id=self._corrected.id, **values)


class ExtensionForm(SavingForm):
    """So many more periods from a day on."""

    def __init__(self, desk: Desk, parent: QWidget, loan: LoanView) -> None:
        super().__init__(
            parent, "extension_form", tr("More time for {name}").format(name=short_name(loan.name)), self._save
        )
        self._desk, self._loan = desk, loan
        self.resize(500, 340)
        self.periods = NumberField("periods", "extension_form.periods")
        self.on = DateField("on", "extension_form.on", latest=desk.today)
        self.add("periods", tr("More periods"), self.periods, tr("So many more than the plan has now"))
        hint = tr("It counts from the first period that starts on this day or later; what fell due before stays.")
        self.add("on", tr("Agreed on"), self.on, hint)
        self.first_field = self.periods
        self.on.set_day(desk.today)

    def _save(self) -> None:
        from planner.actions.plan_changes import extend_loan

        values = {"periods": self.periods.needed_number(), "on": self.on.needed_day()}
        self.do(self._desk.book, extend_loan, loan_id=self._loan.account.id, **values)


class OwnRowForm(SavingForm):
    """An instalment as the lender's own plan states it. It stands instead of the computed one; the rest follows."""

    def __init__(self, desk: Desk, parent: QWidget, loan: LoanView, row: ScheduleLine | None = None) -> None:
        title = tr("The lender's own figures of {name}").format(name=short_name(loan.name))
        super().__init__(parent, "own_row_form", title, self._save)
        self._desk, self._loan = desk, loan
        self.resize(520, 460)
        self._make_fields()
        if row is not None:
            self.number.setCurrentIndex(self.number.findData(row.number))
        self.number.currentIndexChanged.connect(self._fill)
        for each in (self.principal, self.interest, self.fee):
            each.textChanged.connect(self._add_up)
        self._fill()
        self.first_field = self.principal

    def _make_fields(self) -> None:
        self.number = Choice("own_row_form.number")
        for each in self._loan.schedule:
            words = tr("No. {number} · {day} · {amount}")
            self.number.addItem(
                words.format(number=each.number, day=each.due_on, amount=amount(each.payment_fen)), each.number
            )
        following = self._loan.next_due
        if following is not None:
            self.number.setCurrentIndex(self.number.findData(following.number))
        self.due_on = DateField("due_on", "own_row_form.due_on")
        self.principal = MoneyField("principal", "own_row_form.principal")
        self.interest = MoneyField("interest", "own_row_form.interest")
        self.fee = MoneyField("fee", "own_row_form.fee", optional=True)
        self.total = named(label("", "muted"), "own_row_form.total")
        about = tr("As the lender's app or bill shows it. The instalments after it are worked out from there.")
        self.rows.addRow(named(label(about, "muted", wrap=True), "own_row_form.about"))
        self.add("number", tr("Which instalment"), self.number)
        self.add("due_on", tr("Due on"), self.due_on)
        self.add("principal", tr("Principal part"), self.principal)
        self.add("interest", tr("Interest part"), self.interest)
        self.add("fee", tr("Fee part"), self.fee)
        self.rows.addRow("", self.total)

    def _row(self) -> ScheduleLine | None:
        number = self.number.currentData()
        return next((each for each in self._loan.schedule if each.number == number), None)

    def _fill(self) -> None:
        """Another instalment: its figures go into the fields; typed text stays."""
        row = self._row()
        if row is None:
            return
        if not self.due_on.isModified():
            self.due_on.set_day(row.due_on)
        fens = {self.principal: row.principal_fen, self.interest: row.interest_fen, self.fee: row.fee_fen}
        for field, fen in fens.items():
            if not field.isModified():
                field.set_fen(fen)
        self._add_up()

    def _add_up(self) -> None:
        try:
            whole = self.principal.needed_fen() + self.interest.needed_fen() + (self.fee.fen() or 0)
        except PlannerError:  # told when the form is sent
            self.total.setText("")
            return
        self.total.setText(tr("Together {total}").format(total=amount(whole)))

    def _save(self) -> None:
        from planner.actions.plan_changes import overwrite_row

        row = self._row()
        if row is None:
            raise NoSuchRow("number", id=0)
        self.do(
            self._desk.book,
            overwrite_row,
            loan_id=self._loan.account.id,
            number=row.number,
            due_on=self.due_on.needed_day(),
            principal_fen=self.principal.needed_fen(),
            interest_fen=self.interest.needed_fen(),
            fee_fen=self.fee.fen() or 0,
        )
