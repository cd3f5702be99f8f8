"""How a statement of a card came about, part by part, in a dialog of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from planner.core.card_standing import CardStatement
from planner.i18n import tr
from planner.ui.widgets.basics import label
from planner.ui.widgets.form import Form
from planner.ui.widgets.naming import named
from planner.wording import cards as words
from planner.wording.amounts import amount, titled


class StatementParts(Form):
    """The sums that make the balance, and what the balance is made of."""

    def __init__(self, parent: QWidget, name: str, row: CardStatement) -> None:
        statement = row.statement
        title = tr("{name}, statement of {day}").format(name=name, day=statement.on)
        super().__init__(parent, "statement_parts", title, self.accept, ok=tr("Close"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.cancel.hide()
        self.resize(460, 480)
        told = tr("As its issuer states it.") if row.stated else tr("Reckoned from the terms and what is on record.")
        self.rows.addRow(named(label(told, "muted", wrap=True), "statement_parts.told"))
        for at, (part, fen) in enumerate(words.statement_parts(statement)):
            self._line(f"part_{at}", part, fen)
        self._line("balance", tr("Balance"), statement.balance_fen, strong=True)
        self._line("minimum", tr("Minimum payment"), statement.minimum_fen)
        made_of = tr(", ").join(f"{words.part(part)} {amount(fen)}" for part, fen in statement.parts)
        about = titled(tr("To be paid by {day}").format(day=statement.due_on), made_of) if made_of else ""
        self.rows.addRow(named(label(about, "muted", wrap=True), "statement_parts.made_of"))
        self.first_field = self.ok

    def _line(self, name: str, words_: str, fen: int, *, strong: bool = False) -> None:
        figure = named(label(amount(fen), "heading" if strong else ""), f"statement_parts.{name}")
        figure.setAlignment(Qt.AlignmentFlag.AlignRight)
        figure.setAccessibleName(titled(words_, amount(fen)))
        self.rows.addRow(label(words_, "" if strong else "muted"), figure)
