"""The form of a loan: add one from a template, or edit all its terms."""

from __future__ import annotations

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from planner.core.errors import Missing, PlannerError
from planner.core.facts import LenderKind
from planner.core.products import Product
from planner.core.schedules import past_instalments
from planner.core.terms import (
    DAYS_AFTER_STATEMENT,
    Accrual,
    DayCountBasis,
    DueDayPolicy,
    FeeBasis,
    FirstPeriodPolicy,
    LoanTerms,
    RepaymentMethod,
)
from planner.i18n import tr
from planner.reports.loans import AccountRow, LoanView
from planner.ui.loans.evidence import Evidence
from planner.ui.loans.matching import match_button
from planner.ui.loans.more_terms import MoreTerms
from planner.ui.loans.past import PastInstalments
from planner.ui.loans.saving import SavingForm
from planner.ui.page import Desk
from planner.ui.widgets.fields import Choice, ChoiceField, DateField, MoneyField, NumberField, PercentField, RateField
from planner.ui.widgets.naming import named
from planner.wording import loans as words


class LoanForm(SavingForm):
    """A loan as its contract states it: a new one from a product's defaults, or one to edit, with all it has."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        lines: list[AccountRow],
        line: AccountRow | None = None,
        *,
        edited: LoanView | None = None,
    ) -> None:
        title = tr("Add a loan") if edited is None else tr("Edit {name}").format(name=edited.name)
        super().__init__(parent, "loan_form", title, self._save)
        self._desk = desk
        self._lines = lines
        self._edited = edited
        self.resize(600, 620)
        self._make_fields()
        self._add_rows()
        self.first_field = self.principal
        if edited is not None:
            self._show(edited)
            self.template.currentIndexChanged.connect(self._show_evidence)
            return
        self.template.currentIndexChanged.connect(self._fill)
        if line is not None:
            self.template.setCurrentIndex(max(self.template.findData(line.product), 0))
        self._fill()
        if line is not None:
            self.line.setCurrentIndex(self.line.findData(line.account.id))
        for each in (self.line, self.drawn_on):
            _changes(each).connect(self._name_it)
        self._name_it()
        for field in self._of_schedule():
            _changes(field).connect(self._show_past)
        self._show_past()

    def _make_fields(self) -> None:
        self.template = Choice("loan_form.template")
        for product in self._desk.products:
            self.template.addItem(words.product_name(product), product.key)
        self.name = named(QLineEdit(), "loan_form.name")
        self.lender = named(QLineEdit(), "loan_form.lender")
        self.lender_kind = ChoiceField("loan_form.lender_kind", ((k, words.lender_kind(k)) for k in LenderKind))
        self.line = Choice("loan_form.line")
        self.line.addItem(tr("On its own"), None)
        for row in self._lines:
            self.line.addItem(row.name, row.account.id)
        self.principal = MoneyField("principal", "loan_form.principal")
        self.received = MoneyField("received", "loan_form.received", optional=True)
        self.drawn_on = DateField("drawn_on", "loan_form.drawn_on", latest=self._desk.today)
        self.periods = NumberField("periods", "loan_form.periods")
        self.method = ChoiceField("loan_form.method", ((k, words.method(k)) for k in RepaymentMethod))
        self.rate = RateField("rate", "loan_form.rate")
        self.fee = PercentField("flat_fee_rate", "loan_form.fee")
        self.fee_basis = ChoiceField("loan_form.fee_basis", ((k, words.fee_basis(k)) for k in FeeBasis))
        self.accrual = ChoiceField("loan_form.accrual", ((k, words.accrual(k)) for k in Accrual))
        self.day_count = ChoiceField("loan_form.day_count", ((k, words.day_count(k)) for k in DayCountBasis))
        self.due_policy = ChoiceField("loan_form.due_policy", ((k, words.due_day_policy(k)) for k in DueDayPolicy))
        self.due_day = NumberField("due_day", "loan_form.due_day", optional=True)
        self.days_after = NumberField("days_after_statement", "loan_form.days_after_statement")
        self.first = ChoiceField("loan_form.first", ((k, words.first_period_policy(k)) for k in FirstPeriodPolicy))
        self.first_due_on = DateField("first_due_on", "loan_form.first_due_on", optional=True)
        self.past = PastInstalments("loan_form")

    def _add_rows(self) -> None:
        self.add("template", tr("Template"), self.template)
        self.evidence = Evidence("loan_form", self.rows)
        self.add("name", tr("Name"), self.name)
        self.add("principal", tr("Amount borrowed"), self.principal)
        self.add("drawn_on", tr("Drawn on"), self.drawn_on)
        self.rows.addRow("", self.past)
        self.rows.setRowVisible(self.past, False)
        self.add("periods", tr("Number of periods"), self.periods)
        self.add("method", tr("Repayment"), self.method)
        self.add("rate", tr("Rate"), self.rate)
        self.add("flat_fee_rate", tr("Fee, % of the loan"), self.fee)
        self.add("fee_basis", tr("The fee is for"), self.fee_basis)
        self.add("lender", tr("Lender"), self.lender)
        self.add("lender_kind", tr("Kind of lender"), self.lender_kind)
        self.add("line", tr("Drawn under"), self.line)
        self.section(tr("As the contract states it"))
        self.add("received", tr("Amount received"), self.received, tr("Only if less than was borrowed"))
        self.add("accrual", tr("Interest"), self.accrual)
        self.add("day_count", tr("Days of a year"), self.day_count)
        self.add("due_policy", tr("Due day"), self.due_policy)
        self.add("due_day", tr("Day of the month"), self.due_day)
        self.add("days_after_statement", tr("Days after the statement day"), self.days_after)
        self.add("first", tr("First due date"), self.first)
        self.add("first_due_on", tr("First due date, if stated"), self.first_due_on)
        self.rows.addRow("", match_button(self, self._desk))
        self.more = MoreTerms(self)
        self.due_policy.currentIndexChanged.connect(self._show_due_fields)
        self._show_due_fields()

    def _show_due_fields(self, _changed: object = None) -> None:
        """What the chosen due day asks for: counted from statements, the day of the month is theirs."""
        by_statement = self.due_policy.chosen(DueDayPolicy) is DueDayPolicy.AFTER_STATEMENT
        self.set_shown(self.days_after, by_statement)
        self.due_day.setPlaceholderText(tr("Statement day") if by_statement else tr("The day it was drawn"))

    def refused(self, error: PlannerError) -> None:
        self.more.open_for(error.field)
        super().refused(error)

    def _product(self) -> Product:
        product = self._desk.product(self.template.currentData())
        assert product is not None
        return product

    def _show(self, view: LoanView) -> None:
        """All that the loan has."""
        terms = view.terms
        choose_product(self.template, view.product)
        self.name.setText(view.name)
        self.lender.setText(view.lender_name)
        self.lender_kind.choose(view.lender_kind)
        self.line.setCurrentIndex(max(self.line.findData(view.line_id), 0))
        self.received.set_fen(terms.received_fen if terms.received_fen != terms.principal_fen else None)
        self.more.show(terms)
        self.show_terms(terms)
        self._show_evidence()

    def show_terms(self, terms: LoanTerms) -> None:
        """What makes the plan: all but lateness, early payoff and what was deducted."""
        self.principal.set_fen(terms.principal_fen)
        self.drawn_on.set_day(terms.drawn_on)
        self.periods.setText(str(terms.periods))
        self.method.choose(terms.method)
        self.rate.set_rate(terms.rate)
        self.fee.set_fraction(terms.flat_fee_rate)
        self.fee_basis.choose(terms.fee_basis)
        self.days_after.setText(str(terms.days_after_statement))
        self.accrual.choose(terms.accrual)
        self.day_count.choose(terms.day_count)
        self.due_policy.choose(terms.due_day_policy)
        self.due_day.setText("" if terms.due_day is None else str(terms.due_day))
        self.first.choose(terms.first_period_policy)
        self.first_due_on.set_day(terms.first_due_on)
        self.more.show_plan(terms)

    def _show_evidence(self) -> None:
        self.evidence.show_product(self._desk.product(self.template.currentData()))

    def _fill(self) -> None:
        """Another template: its defaults go into the fields that come from templates; typed text stays."""
        product = self._product()
        defaults = product.loan
        if not self.lender.isModified():
            self.lender.setText(product.lender_name)
        self.lender_kind.choose(product.lender_kind)
        self.method.choose(defaults.method)
        self.accrual.choose(defaults.accrual)
        if not self.rate.text.isModified():
            self.rate.set_rate(defaults.rate)
        self.day_count.choose(defaults.day_count)
        if not self.periods.isModified():
            self.periods.setText(str(defaults.periods))
        self.due_policy.choose(defaults.due_day_policy)
        self.first.choose(defaults.first_period_policy)
        if not self.fee.isModified():
            self.fee.set_fraction(defaults.flat_fee_rate)
            self.fee_basis.choose(defaults.fee_basis)
        if not self.days_after.isModified():
            self.days_after.setText(str(defaults.days_after_statement))
        self.more.show(defaults, keep_typed=True)
        if not self.drawn_on.text():
            self.drawn_on.set_day(self._desk.today)
        own = next((row for row in self._lines if row.product == product.key), None)
        self.line.setCurrentIndex(self.line.findData(own.account.id) if own is not None else 0)
        self._name_it()
        self._show_evidence()

    def _name_it(self) -> None:
        """A loan of its own is called as its product; one drawn under a line as the line, and by its month."""
        if self.name.isModified() and self.name.text():
            return
        line = next((row for row in self._lines if row.account.id == self.line.currentData()), None)
        if line is None:
            self.name.setText(words.product_name(self._product()))
            return
        try:
            month = self.drawn_on.needed_day().strftime(" · %Y-%m")
        except PlannerError:  # told when the form is sent
            month = ""
        self.name.setText(f"{line.name}{month}")

    def _of_schedule(self) -> tuple[QWidget, ...]:
        """The fields that a schedule is made from."""
        return (
            self.principal, self.received, self.drawn_on, self.periods, self.method, self.rate.text, self.rate.period,
            self.fee, self.accrual, self.day_count, self.due_policy, self.due_day, self.first, self.first_due_on,
        )  # fmt: skip

    def _past_count(self) -> int:
        """How many instalments fell due before today; 0 while that cannot be said."""
        try:
            return len(past_instalments(self._terms(), self._desk.today))
        except PlannerError:  # told when the form is sent
            return 0

    def _show_past(self) -> None:
        count = self._past_count()
        self.past.show_count(count)
        self.rows.setRowVisible(self.past, count > 0)

    def _terms(self) -> LoanTerms:
        principal, received = self.principal.needed_fen(), self.received.fen()
        return LoanTerms(
            principal_fen=principal,
            received_fen=principal if received is None else received,
            method=self.method.chosen(RepaymentMethod),
            accrual=self.accrual.chosen(Accrual),
            rate=self.rate.rate(),
            day_count=self.day_count.chosen(DayCountBasis),
            drawn_on=self.drawn_on.needed_day(),
            periods=self.periods.needed_number(),
            due_day_policy=self.due_policy.chosen(DueDayPolicy),
            due_day=self.due_day.number(),
            first_period_policy=self.first.chosen(FirstPeriodPolicy),
            first_due_on=self.first_due_on.day(),
            flat_fee_rate=self.fee.fraction(),
            fee_basis=self.fee_basis.chosen(FeeBasis),
            days_after_statement=self._days_after(),
            **self.more.values(),
        )

    def _days_after(self) -> int:
        by_statement = self.due_policy.chosen(DueDayPolicy) is DueDayPolicy.AFTER_STATEMENT
        return self.days_after.needed_number() if by_statement else DAYS_AFTER_STATEMENT

    def _save(self) -> None:
        from planner.actions.loans import add_loan, edit_loan

        if not self.name.text().strip():
            raise Missing("name")
        values = {
            "lender_name": self.lender.text(),
            "lender_kind": self.lender_kind.chosen(LenderKind),
            "name": self.name.text(),
            "product": self.template.currentData(),
            "terms": self._terms(),
            "line_id": self.line.currentData(),
        }
        if self._edited is None:
            before = self._desk.today if self.past.in_time else None
            self.do(self._desk.book, add_loan, paid_in_time_before=before, **values)
        else:
            self.do(self._desk.book, edit_loan, loan_id=self._edited.account.id, **values)


def _changes(field: QWidget) -> SignalInstance:
    """What a field says when something else stands in it."""
    return field.currentIndexChanged if isinstance(field, QComboBox) else field.textChanged  # type: ignore[attr-defined]


def choose_product(box: Choice, key: str) -> None:
    """Chooses the template of a product; one the program does not know is kept as it is."""
    if box.findData(key) < 0:
        box.addItem(tr("No template"), key)
    box.setCurrentIndex(box.findData(key))
