"""The form of a line's statement: add one, or correct it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from planner.core.calendar import add_months
from planner.core.cycles import due_date, previous_statement_day
from planner.i18n import tr
from planner.reports.line_view import LineView, StatementLine
from planner.ui.loans.saving import SavingForm
from planner.ui.page import Desk
from planner.ui.widgets.fields import DateField, MoneyField


class StatementForm(SavingForm):
    """What a statement says: its day, when it is to be paid, the balance and the least payment."""

    def __init__(self, desk: Desk, parent: QWidget, line: LineView, *, corrected: StatementLine | None = None) -> None:
        title = tr("Add a statement of {name}") if corrected is None else tr("Correct a statement of {name}")
        super().__init__(parent, "statement_form", title.format(name=line.name), self._save)
        self._desk, self._line, self._id = desk, line, None if corrected is None else corrected.id
        self.resize(480, 400)
        self.balance = MoneyField("balance", "statement_form.balance")
        self.statement_on = DateField("statement_on", "statement_form.statement_on", latest=desk.today)
        self.due_on = DateField("due_on", "statement_form.due_on")
        self.minimum = MoneyField("minimum", "statement_form.minimum", optional=True)
        self.add("balance", tr("Statement balance"), self.balance, tr("A credit in your favour has a minus"))
        self.add("statement_on", tr("Statement day"), self.statement_on)
        self.add("due_on", tr("To be paid by"), self.due_on)
        self.add("minimum", tr("Minimum payment"), self.minimum, tr("Empty if the statement names none"))
        self.first_field = self.balance
        if corrected is None:
            on, due_on = expected_days(line.statement_day, line.due_day, desk.today)
            if line.terms is not None:
                on = previous_statement_day(line.terms, desk.today)
                due_on = due_date(line.terms, on)
            self.statement_on.set_day(on)
            self.due_on.set_day(due_on)
        else:
            self.balance.set_fen(corrected.balance_fen)
            self.statement_on.set_day(corrected.on)
            self.due_on.set_day(corrected.due_on)
            self.minimum.set_fen(corrected.minimum_fen)

    def _save(self) -> None:
        from planner.actions.lines import correct_statement, record_statement

        values = {
            "balance_fen": self.balance.needed_fen(),
            "statement_on": self.statement_on.needed_day(),
            "due_on": self.due_on.needed_day(),
            "minimum_fen": self.minimum.fen(),
        }
        if self._id is None:  # new, or instead of a computed one
            self.do(self._desk.book, record_statement, line_id=self._line.account.id, **values)
        else:
            self.do(self._desk.book, correct_statement, statement_id=self._id, **values)


def expected_days(statement_day: int | None, due_day: int | None, today: date) -> tuple[date, date | None]:
    """The latest statement day by today and the first due day after it; today and None where they are not known."""
    if statement_day is None:
        return today, None
    on = add_months(today, 0, statement_day)
    if on > today:
        on = add_months(today, -1, statement_day)
    if due_day is None:
        return on, None
    due_on = add_months(on, 0, due_day)
    return on, due_on if due_on > on else add_months(on, 1, due_day)
