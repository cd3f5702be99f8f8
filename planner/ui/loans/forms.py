"""The forms of lines and loans: add one from a template, record a repayment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from planner.core.errors import Missing
from planner.core.facts import LenderKind, LineKind, LineStatus, RowKind
from planner.core.products import Product
from planner.core.terms import (
    Accrual,
    DayCountBasis,
    DueDayPolicy,
    FirstPeriodPolicy,
    LoanTerms,
    RepaymentMethod,
)
from planner.i18n import language, tr
from planner.reports.loans import AccountRow, Accounts, accounts
from planner.ui.page import Desk
from planner.ui.widgets.basics import label
from planner.ui.widgets.fields import Choice, ChoiceField, DateField, MoneyField, NumberField, PercentField, RateField
from planner.ui.widgets.form import Form
from planner.ui.widgets.naming import named
from planner.wording import loans as words
from planner.wording.amounts import yuan


class LoanForms:
    """Opens the forms from a page; a form that was hidden with Esc comes back with its draft."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk, self._parent = desk, parent
        self._drafts: dict[str, Form] = {}

    def add_loan(self, line: AccountRow | None = None) -> None:
        """The form for a new loan, drawn under a line or on its own."""
        key = "loan" if line is None else f"loan under {line.account.id}"
        self._desk.book.ask(
            accounts, lambda found: self._open(key, lambda: self._loan_form(found, line)), today=self._today
        )

    def add_line(self) -> None:
        """The form for a new line."""
        self._open("line", lambda: LineForm(self._desk, self._parent))

    def repay(self, loan: AccountRow | None) -> None:
        """The form for a repayment of a loan, or of any."""
        self._desk.book.ask(accounts, lambda found: self._open_repayment(found, loan), today=self._today)

    def change_limit(self, line: AccountRow | None) -> None:
        """The form for a change of a line's limit or status."""
        if line is not None:
            self._open(f"limit {line.account.id}", lambda: LimitForm(self._desk, self._parent, line))

    @property
    def _today(self) -> date:
        return self._desk.today

    def _loan_form(self, found: Accounts, line: AccountRow | None) -> Form:
        lines = [row for row in found.rows if row.account.kind is RowKind.LINE]
        return LoanForm(self._desk, self._parent, lines, line)

    def _open_repayment(self, found: Accounts, loan: AccountRow | None) -> None:
        loans = [row for row in found.rows if row.account.kind is RowKind.LOAN and not row.settled]
        if loans:
            key = f"repay {loan.account.id if loan else ''}"
            draft = self._drafts.get(key)
            if isinstance(draft, RepaymentForm):
                draft.show_loans(loans)
            self._open(key, lambda: RepaymentForm(self._desk, self._parent, loans, loan))

    def _open(self, key: str, make: Callable[[], Form]) -> None:
        form = self._drafts.get(key)
        if form is None:
            form = make()
            self._drafts[key] = form
            form.accepted.connect(lambda: self._drafts.pop(key, None))
        form.open()


class LoanForm(Form):
    """A new loan as its contract states it, from a product's defaults."""

    def __init__(self, desk: Desk, parent: QWidget, lines: list[AccountRow], line: AccountRow | None) -> None:
        super().__init__(parent, "loan_form", tr("Add a loan"), self._save)
        self._desk = desk
        self._lines = lines
        self.resize(600, 620)
        self._make_fields()
        self._add_rows()
        self.template.currentIndexChanged.connect(self._fill)
        self.first_field = self.principal
        if line is not None:
            self.template.setCurrentIndex(max(self.template.findData(line.product), 0))
            self.line.setCurrentIndex(self.line.findData(line.account.id))
        self._fill()

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
        self.accrual = ChoiceField("loan_form.accrual", ((k, words.accrual(k)) for k in Accrual))
        self.day_count = ChoiceField("loan_form.day_count", ((k, words.day_count(k)) for k in DayCountBasis))
        self.due_policy = ChoiceField("loan_form.due_policy", ((k, words.due_day_policy(k)) for k in DueDayPolicy))
        self.due_day = NumberField("due_day", "loan_form.due_day", optional=True)
        self.first = ChoiceField("loan_form.first", ((k, words.first_period_policy(k)) for k in FirstPeriodPolicy))
        self.first_due_on = DateField("first_due_on", "loan_form.first_due_on", optional=True)
        self.evidence = named(label("", "faint", wrap=True), "loan_form.evidence")

    def _add_rows(self) -> None:
        self.add("template", tr("Template"), self.template)
        self.rows.addRow("", self.evidence)
        self.add("name", tr("Name"), self.name)
        self.add("principal", tr("Amount borrowed"), self.principal)
        self.add("drawn_on", tr("Drawn on"), self.drawn_on)
        self.add("periods", tr("Number of periods"), self.periods)
        self.add("method", tr("Repayment"), self.method)
        self.add("rate", tr("Rate"), self.rate)
        self.add("flat_fee_rate", tr("Fee for each period, % of the loan"), self.fee)
        self.add("lender", tr("Lender"), self.lender)
        self.add("lender_kind", tr("Kind of lender"), self.lender_kind)
        self.add("line", tr("Drawn under"), self.line)
        self.section(tr("As the contract states it"))
        self.add("received", tr("Amount received"), self.received, tr("Only if less than was borrowed"))
        self.add("accrual", tr("Interest"), self.accrual)
        self.add("day_count", tr("Days of a year"), self.day_count)
        self.add("due_policy", tr("Due day"), self.due_policy)
        self.add("due_day", tr("Day of the month"), self.due_day, tr("Empty: the day it was drawn"))
        self.add("first", tr("First due date"), self.first)
        self.add("first_due_on", tr("First due date, if stated"), self.first_due_on)

    def _product(self) -> Product:
        product = self._desk.product(self.template.currentData())
        assert product is not None
        return product

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
        if not self.name.isModified() or not self.name.text():
            self.name.setText(words.product_name(product))
        if not self.drawn_on.text():
            self.drawn_on.set_day(self._desk.today)
        own = next((row for row in self._lines if row.product == product.key), None)
        self.line.setCurrentIndex(self.line.findData(own.account.id) if own is not None else 0)
        self.evidence.setText("\n".join(_evidence(product)))

    def _save(self) -> None:
        from planner.actions.loans import add_loan

        if not self.name.text().strip():
            raise Missing("name")
        principal, received = self.principal.needed_fen(), self.received.fen()
        terms = LoanTerms(
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
        )
        self.busy()
        self._desk.book.do(
            add_loan,
            done=self.saved,
            refused=self.refused,
            failed=self.ready,
            lender_name=self.lender.text(),
            lender_kind=self.lender_kind.chosen(LenderKind),
            name=self.name.text(),
            product=self._product().key,
            terms=terms,
            line_id=self.line.currentData(),
        )


class LineForm(Form):
    """A new credit line with its limit."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent, "line_form", tr("Add a line"), self._save)
        self._desk = desk
        self.resize(520, 460)
        self.template = Choice("line_form.template")
        for product in desk.products:
            if product.line_kind is not None:
                self.template.addItem(words.product_name(product), product.key)
        self.name = named(QLineEdit(), "line_form.name")
        self.lender = named(QLineEdit(), "line_form.lender")
        self.lender_kind = ChoiceField("line_form.lender_kind", ((k, words.lender_kind(k)) for k in LenderKind))
        self.kind = ChoiceField("line_form.kind", ((k, words.line_kind(k)) for k in LineKind))
        self.limit = MoneyField("limit", "line_form.limit")
        self.opened_on = DateField("opened_on", "line_form.opened_on", latest=desk.today)
        self.add("template", tr("Template"), self.template)
        self.add("name", tr("Name"), self.name)
        self.add("limit", tr("Credit limit"), self.limit)
        self.add("opened_on", tr("Opened on"), self.opened_on, tr("Roughly is enough: older accounts count as better"))
        self.add("kind", tr("Kind of line"), self.kind)
        self.add("lender", tr("Lender"), self.lender)
        self.add("lender_kind", tr("Kind of lender"), self.lender_kind)
        self.first_field = self.limit
        self.template.currentIndexChanged.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        product = self._desk.product(self.template.currentData())
        assert product is not None
        assert product.line_kind is not None
        self.lender.setText(product.lender_name)
        self.lender_kind.choose(product.lender_kind)
        self.kind.choose(product.line_kind)
        if not self.name.isModified() or not self.name.text():
            self.name.setText(words.product_name(product))
        if not self.opened_on.text():
            self.opened_on.set_day(self._desk.today)

    def _save(self) -> None:
        from planner.actions.lines import add_line

        values = {
            "name": self.name.text(),
            "limit_fen": self.limit.needed_fen(),
            "opened_on": self.opened_on.needed_day(),
        }
        self.busy()
        self._desk.book.do(
            add_line,
            done=self.saved,
            refused=self.refused,
            failed=self.ready,
            lender_name=self.lender.text(),
            lender_kind=self.lender_kind.chosen(LenderKind),
            product=self.template.currentData(),
            kind=self.kind.chosen(LineKind),
            **values,
        )


class LimitForm(Form):
    """A new limit or status of a line, from a day on."""

    def __init__(self, desk: Desk, parent: QWidget, line: AccountRow) -> None:
        super().__init__(parent, "limit_form", tr("Change the limit of {name}").format(name=line.name), self._save)
        self._desk, self._line = desk, line
        self.resize(480, 380)
        self.limit = MoneyField("limit", "limit_form.limit")
        self.status = ChoiceField("limit_form.status", ((k, words.line_status(k)) for k in LineStatus))
        self.on = DateField("on", "limit_form.on", latest=desk.today)
        self.reason = named(QLineEdit(), "limit_form.reason")
        self.add("limit", tr("New limit"), self.limit)
        self.add("status", tr("Status"), self.status)
        self.add("on", tr("In force from"), self.on)
        self.add("reason", tr("Reason, as the lender gave it"), self.reason)
        self.first_field = self.limit
        self.limit.set_fen(line.limit_fen)
        self.status.choose(line.line_status or LineStatus.ACTIVE)
        self.on.set_day(desk.today)

    def _save(self) -> None:
        from planner.actions.lines import change_limit

        limit, on = self.limit.needed_fen(), self.on.needed_day()
        self.busy()
        self._desk.book.do(
            change_limit,
            done=self.saved,
            refused=self.refused,
            failed=self.ready,
            line_id=self._line.account.id,
            on=on,
            limit_fen=limit,
            status=self.status.chosen(LineStatus),
            reason=self.reason.text(),
        )


class RepaymentForm(Form):
    """Money paid to a loan; the next instalment is filled in."""

    def __init__(self, desk: Desk, parent: QWidget, loans: list[AccountRow], loan: AccountRow | None) -> None:
        super().__init__(parent, "repayment_form", tr("Record a repayment"), self._save)
        self._desk = desk
        self.resize(480, 320)
        self.loan = Choice("repayment_form.loan")
        self._loans: dict[int, AccountRow] = {}
        self.amount = MoneyField("amount", "repayment_form.amount")
        self.paid_on = DateField("paid_on", "repayment_form.paid_on", latest=desk.today)
        self.next = named(label("", "faint", wrap=True), "repayment_form.next")
        self.add("loan", tr("Loan"), self.loan)
        self.rows.addRow("", self.next)
        self.add("amount", tr("Amount"), self.amount)
        self.add("paid_on", tr("Paid on"), self.paid_on)
        self.paid_on.set_day(desk.today)
        self.first_field = self.amount
        self.loan.currentIndexChanged.connect(self._fill)
        self.show_loans(loans)
        if loan is not None:
            self.loan.setCurrentIndex(self.loan.findData(loan.account.id))

    def show_loans(self, loans: list[AccountRow]) -> None:
        """What is owed now: a draft that comes back after Esc keeps its text, not what was derived then."""
        self._loans = {row.account.id: row for row in loans}
        chosen = self.loan.currentData()
        self.loan.blockSignals(True)
        self.loan.clear()
        for row in loans:
            self.loan.addItem(row.name, row.account.id)
        self.loan.setCurrentIndex(max(self.loan.findData(chosen), 0))
        self.loan.blockSignals(False)
        self._fill()

    def _fill(self) -> None:
        row = self._loans[self.loan.currentData()]
        if not self.amount.isModified():
            self.amount.set_fen(row.next_fen)
        when = row.next_due_on.isoformat() if row.next_due_on else ""
        self.next.setText(tr("Next due: {amount} on {day}").format(amount=yuan(row.next_fen), day=when))

    def _save(self) -> None:
        from planner.actions.loans import record_repayment

        amount, paid_on = self.amount.needed_fen(), self.paid_on.needed_day()
        self.busy()
        self._desk.book.do(
            record_repayment,
            done=self.saved,
            refused=self.refused,
            failed=self.ready,
            loan_id=self.loan.currentData(),
            paid_on=paid_on,
            amount_fen=amount,
        )


def _evidence(product: Product) -> list[str]:
    """The lines about what a template's defaults rest on."""
    grades = tr("grade {grade}, source {source}")
    lines = []
    for each in product.evidence:
        text = each.zh if language() == "zh" else each.en
        lines.append(f"• {text} ({grades.format(grade=each.grade, source=each.source)})")
    checked = tr("Checked on {day}; your contract always wins.").format(day=product.checked_on)
    return [*lines, checked]
