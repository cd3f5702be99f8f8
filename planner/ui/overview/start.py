"""What the overview shows before there is a debt: three ways into an empty book, what is there, and what is next."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.core.errors import PlannerError
from planner.i18n import tr
from planner.reports.overview import Overview
from planner.ui.overview.sources import calculation, can_pay
from planner.ui.page import GAP, Desk
from planner.ui.widgets.basics import Card, button, label
from planner.ui.widgets.naming import named
from planner.wording.problems import explain


class Ways(QWidget):
    """Three cards: look at a sample, start with one's own figures, import a statement."""

    def __init__(self, sample: Callable[[], None], fresh: Callable[[], None], load: Callable[[], None]) -> None:
        super().__init__()
        ways = (
            ("first.sample", tr("Look around with a sample book"), sample,
             tr("A made-up year of one person's debts fills this book. Throw it away whenever you like.")),
            ("first.fresh", tr("Start with my own figures"), fresh,
             tr("Three short questions: income and payday, cash now, the first debt. Skip any of them.")),
            ("first.import", tr("Import my statements"), load,
             tr("A year of entries in one go, shown before anything is kept. The file stays on this computer.")),
        )  # fmt: skip
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        self._buttons = []
        for name, title, clicked, words in ways:
            card = Card()
            card.body.addWidget(label(title, "heading", wrap=True))
            card.body.addWidget(label(words, "muted", wrap=True))
            card.body.addStretch()
            start = button(tr("Begin"), name, clicked, primary=name == "first.fresh")
            start.setAccessibleName(title)
            start.setAccessibleDescription(words)
            start.setAutoDefault(True)  # Enter presses the one with the focus
            self._buttons.append(start)
            card.body.addWidget(start, alignment=Qt.AlignmentFlag.AlignLeft)
            row.addWidget(card, 1)

    def wait(self, *, waiting: bool) -> None:
        """While the sample is being filled in, nothing else can be begun."""
        for each in self._buttons:
            each.setEnabled(not waiting)


class Start(QWidget):
    """An untouched book offers three ways; one with figures but no debts says what it has and what to add next."""

    def __init__(self, desk: Desk, ask: Callable[[], None], add_loan: Callable[[], None]) -> None:
        super().__init__()
        self._desk = desk
        load = partial(desk.go_to, "imports")
        self._ways = Ways(self._fill_sample, ask, load)
        self._ahead = named(label("", "heading", wrap=True), "overview.empty_ahead")
        self._words = named(label("", "muted", wrap=True), "overview.empty")
        self._questions = button(tr("Answer the three questions"), "overview.questions", ask)
        self._import = button(tr("Import statements"), "overview.first_import", load)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(button(tr("Add your first loan"), "overview.first_loan", add_loan))
        row.addWidget(self._questions)
        row.addWidget(self._import)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addStretch(2)
        for each in (self._ahead, self._words):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(each)
        column.addWidget(self._ways)
        column.addLayout(row)
        column.addStretch(3)

    def show_view(self, view: Overview) -> None:
        """Shows what is there and the next step."""
        self._ways.setVisible(view.untouched)
        self._questions.setVisible(not view.untouched)
        self._import.setVisible(not view.untouched)
        ahead = view.ahead
        self._ahead.setText("" if ahead is None else f"{can_pay(view, ahead)} {calculation(view, ahead)}")
        self._ahead.setVisible(ahead is not None)
        self._words.setText(_start_with(view))

    def _fill_sample(self) -> None:
        from planner.actions.sample_book import fill_sample_book

        self._ways.wait(waiting=True)

        def ready(_answer: object = None) -> None:
            self._ways.wait(waiting=False)

        desk = self._desk
        desk.book.do(
            fill_sample_book, done=ready, failed=ready, refused=ready, today=desk.today, products=desk.products
        )


class SampleBanner(Card):
    """Says that the book is the sample, and throws it away."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        words = tr("This is the sample book: its persons and figures are made up.")
        self._words = named(label(words, wrap=True), "overview.sample")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        clear = button(tr("Throw it away and start with my own"), "first.clear", self._throw_away)
        clear.setToolTip(tr("Empties this book, what you added to it included. Ctrl+Z brings it back."))
        row.addWidget(clear)
        self.body.addLayout(row)
        self.body.setContentsMargins(16, 8, 8, 8)

    def _throw_away(self) -> None:
        from planner.actions.clearing import clear_book

        def refused(error: PlannerError) -> None:
            self._words.setText(explain(error))

        self._desk.book.do(clear_book, refused=refused)


def _start_with(view: Overview) -> str:
    if view.untouched:
        return tr("Nothing is in this book yet. Three ways to begin; none of them is for good.")
    if not view.transactions:
        return tr("No debt is in this book yet. Add one to see what is due and whether it can be paid.")
    words = tr("{count} transactions are in this book, but no lines and no loans.").format(count=view.transactions)
    if view.repayments_seen:
        more = tr("{count} of them repay a debt or pay out a loan: add those loans to see what is due and when.")
        words += " " + more.format(count=view.repayments_seen)
    return words
