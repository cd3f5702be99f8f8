"""The three questions of whoever starts with their own figures: income, cash, the first debt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from planner.core.errors import PlannerError
from planner.i18n import tr
from planner.reports.settings import SettingsView, settings_view
from planner.ui.page import Desk
from planner.ui.theme import current
from planner.ui.widgets.answers import Answers
from planner.ui.widgets.basics import button, label
from planner.ui.widgets.fields import MoneyField, NumberField
from planner.ui.widgets.naming import named
from planner.wording.amounts import yuan

T = TypeVar("T")
STEPS = 3


class Dots(QWidget):
    """Which of the steps one is at."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count, self._at = count, 0
        self.setFixedSize(count * 16, 10)

    def set(self, at: int) -> None:
        """Moves to a step, the first being 0."""
        self._at = at
        self.setAccessibleName(tr("Step {number} of {count}").format(number=at + 1, count=self._count))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._count * 16, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for at in range(self._count):
            painter.setBrush(QColor(theme.accent if at <= self._at else theme.line))
            painter.drawEllipse(at * 16 + 1, 1, 8, 8)


class FreshStart(QDialog):
    """Three short steps, each saved when it is left and each skippable. Esc hides it with all that is typed."""

    def __init__(self, desk: Desk, parent: QWidget, add_loan: Callable[[], None], add_line: Callable[[], None]) -> None:
        super().__init__(parent)
        named(self, "first_run", tr("Start with my own figures"))
        self.setWindowTitle(tr("Start with my own figures"))
        self._desk = desk
        self._add_loan, self._add_line = add_loan, add_line
        self._known: SettingsView | None = None
        self._title = label("", "title", wrap=True)
        self._dots = Dots(STEPS)
        self._steps = QStackedWidget()
        self._steps.addWidget(self._make_income())
        self._steps.addWidget(self._make_cash())
        self._steps.addWidget(self._make_debt())
        self._back = button(tr("Back"), "first_run.back", self._go_back)
        self._skip = button(tr("Skip"), "first_run.skip", self._go_on)
        self._next = button(tr("Next step"), "first_run.next", self._save, primary=True)
        self._next.setDefault(True)
        foot = QHBoxLayout()
        foot.addWidget(self._dots)
        foot.addStretch()
        for each in (self._back, self._skip):
            each.setAutoDefault(True)
        for each in (self._back, self._skip, self._next):
            foot.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._steps, 1)
        column.addLayout(foot)
        self.resize(520, 400)
        self._go(0)

    def begin_at(self, step: int) -> None:
        """Shows a step, the first being 0, with what is typed there."""
        self._go(step)
        self.open()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._desk.book.ask(settings_view, self._show_known, today=self._desk.today)
        self._focus()

    def _make_income(self) -> QWidget:
        self._income = MoneyField("income", "first_run.income", optional=True)
        self._payday = NumberField("payday", "first_run.payday", optional=True)
        self._essential = MoneyField("essential", "first_run.essential", optional=True)
        self._profile = Answers("first_run", "income")
        self._profile.add("income", tr("Net income a month"), self._income, tr("What arrives on your account"))
        self._profile.add("payday", tr("Payday, day of the month"), self._payday, tr("1 to 31"))
        self._profile.add(
            "essential", tr("Essential spending a month"), self._essential, tr("Rent, food, transport; if you know it")
        )
        return _step(self._profile)

    def _make_cash(self) -> QWidget:
        self._cash_name = named(QLineEdit(), "first_run.name")
        self._balance = MoneyField("balance", "first_run.balance")
        self._cash = Answers("first_run", "cash")
        self._cash.add("name", tr("Where"), self._cash_name, tr("A bank card, a wallet; no card number is needed"))
        self._cash.add("balance", tr("Balance today"), self._balance)
        self._listed = named(label("", "muted", wrap=True), "first_run.listed")
        self._another = button(tr("Add another"), "first_run.another", self._add_another)
        self._another.setAutoDefault(True)
        return _step(self._cash, self._another, self._listed)

    def _make_debt(self) -> QWidget:
        words = tr("Add one debt as its contract or the app states it. The others can follow later.")
        loan = button(tr("A loan: money received once, repaid by plan"), "first_run.loan", self._with_loan)
        line = button(tr("A line: Huabei, a credit card, a limit to draw from"), "first_run.line", self._with_line)
        none = button(tr("I have none"), "first_run.none", self.accept)
        for each in (loan, line, none):
            each.setAutoDefault(True)
        return _step(label(words, "muted", wrap=True), loan, line, none)

    def _go(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self._dots.set(step)
        titles = (tr("What comes in?"), tr("What could you pay with today?"), tr("What do you owe?"))
        self._title.setText(titles[step])
        self._back.setEnabled(step > 0)
        last = step == STEPS - 1
        self._skip.setVisible(not last)
        self._next.setText(tr("Done") if last else tr("Next step"))
        self._next.setAccessibleName(self._next.text())
        self._focus()

    def _focus(self) -> None:
        step = self._steps.currentIndex()
        target = (self._income, self._cash_name, self._next)[step]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_back(self) -> None:
        self._go(max(self._steps.currentIndex() - 1, 0))

    def _go_on(self, _result: object = None) -> None:
        self._go(min(self._steps.currentIndex() + 1, STEPS - 1))

    def _show_known(self, view: SettingsView) -> None:
        self._known = view
        profile = view.profile
        if profile is not None and not self._profile.typed:
            self._income.set_fen(profile.income_fen)
            self._payday.setText("" if profile.payday is None else str(profile.payday))
            self._essential.set_fen(profile.essential_fen)
        rows = [f"{row.name} {yuan(row.balance_fen)}" for row in view.cash_accounts]
        self._listed.setText(tr("In the book: {accounts}").format(accounts=" · ".join(rows)) if rows else "")

    def _save(self) -> None:
        step = self._steps.currentIndex()
        if step == 0:
            self._profile.send(self._save_income)
        elif step == 1:
            self._cash.send(lambda: self._save_cash(self._go_on))
        else:
            self.accept()

    def _save_income(self) -> None:
        from planner.actions.profile import set_profile

        income, payday, essential = self._income.fen(), self._payday.number(), self._essential.fen()
        if self._profile.blank or not self._profile.typed:
            self._go_on()
            return

        def done(_result: object) -> None:
            self._profile.saved()
            self._go_on()

        self._do(
            self._profile, set_profile, done, since=self._desk.today, income_fen=income, payday=payday,
            essential_fen=essential,
        )  # fmt: skip

    def _add_another(self) -> None:
        self._cash.send(lambda: self._save_cash(lambda: self._cash_name.setFocus(Qt.FocusReason.OtherFocusReason)))

    def _save_cash(self, then: Callable[[], None]) -> None:
        from planner.actions.profile import add_cash_account, set_cash_balance

        if self._cash.blank:
            then()
            return
        balance, name = self._balance.needed_fen(), self._cash_name.text().strip()
        rows = self._known.cash_accounts if self._known is not None else ()
        known = next((row for row in rows if row.name == name), None)

        def done(_result: object) -> None:
            self._cash.empty()
            self._desk.book.ask(settings_view, self._show_known, today=self._desk.today)
            then()

        today = self._desk.today
        if known is None:
            self._do(self._cash, add_cash_account, done, name=name, on=today, balance_fen=balance)
        else:
            self._do(self._cash, set_cash_balance, done, account_id=known.id, on=today, balance_fen=balance)

    def _do(self, answers: Answers, action: Callable[..., T], done: Callable[[object], None], **values: Any) -> None:
        """Does an action; until the answer comes nothing can be sent twice."""

        def then(result: T) -> None:
            self._wait(waiting=False)
            done(result)

        def refused(error: PlannerError) -> None:
            self._wait(waiting=False)
            answers.refused(error)

        self._wait(waiting=True)
        self._desk.book.do(action, done=then, refused=refused, failed=lambda: self._wait(waiting=False), **values)

    def _wait(self, *, waiting: bool) -> None:
        for each in (self._next, self._another):
            each.setEnabled(not waiting)

    def _with_loan(self) -> None:
        self.accept()
        self._add_loan()

    def _with_line(self) -> None:
        self.accept()
        self._add_line()


def _step(*widgets: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    for each in widgets:
        column.addWidget(each)
    column.addStretch()
    return made
