"""The form of the limit-health page: an application for credit, or a query of the credit record."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from planner.core.facts import Outcome
from planner.i18n import tr
from planner.ui.page import Desk
from planner.ui.widgets.fields import ChoiceField, DateField
from planner.ui.widgets.form import Form
from planner.ui.widgets.naming import named
from planner.wording.health import outcome


class ApplicationForm(Form):
    """One application with its outcome."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent, "application_form", tr("Log an application"), self._save)
        self._desk = desk
        self.resize(480, 360)
        self.lender = named(QLineEdit(), "application_form.lender")
        self.on = DateField("on", "application_form.on", latest=desk.today)
        self.outcome = ChoiceField("application_form.outcome", ((kind, outcome(kind)) for kind in Outcome))
        self.hard = named(QCheckBox(tr("Other lenders see it in the credit record")), "application_form.hard")
        self.hard.setChecked(True)
        self.add("lender", tr("Lender"), self.lender)
        self.add("on", tr("Applied on"), self.on)
        self.add("outcome", tr("Outcome"), self.outcome)
        self.add("hard", tr("Query"), self.hard, tr("Your own look at your record is seen by nobody: leave it off"))
        self.first_field = self.lender
        self.on.set_day(desk.today)

    def _save(self) -> None:
        from planner.actions.standing import log_application

        on = self.on.needed_day()
        self.busy()
        self._desk.book.do(
            log_application,
            done=self.saved,
            refused=self.refused,
            failed=self.ready,
            applied_on=on,
            lender_name=self.lender.text(),
            outcome=self.outcome.chosen(Outcome),
            hard=self.hard.isChecked(),
        )
