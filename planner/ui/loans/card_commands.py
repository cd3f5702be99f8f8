"""What can be done with the card in view: its terms, its entries and instalments, and limits beside its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from planner.core.card_entries import EntryKind
from planner.core.card_standing import CardStatement, EntryLine
from planner.core.facts import LineKind
from planner.i18n import tr
from planner.reports.line_limits import GroupLimitRow, TemporaryRow, group_names
from planner.reports.line_view import LineView, StatementLine
from planner.reports.loans import LoanView
from planner.ui.loans.card_entry_form import EntryForm, PayoffForm
from planner.ui.loans.card_terms_form import CardTermsForm
from planner.ui.loans.forms import LoanForms
from planner.ui.loans.shared_limit_forms import GroupForm, GroupLimitForm, TemporaryLimitForm
from planner.ui.loans.statement_parts import StatementParts
from planner.ui.page import Desk

Wish = tuple[str, str, Callable[[], None]]


class CardCommands:
    """Opens or does what the user wants with a card. `look` says which loan or line is in view; `do` does an action and
    says a sentence, `say` shows one alone."""

    def __init__(
        self,
        desk: Desk,
        forms: LoanForms,
        look: Callable[[], LoanView | LineView | None],
        do: Callable[..., None],
        say: Callable[[str, bool, bool], None],
    ) -> None:
        self._desk, self._forms, self._look, self._do, self._say = desk, forms, look, do, say

    def wishes(self) -> list[Wish]:
        """What the menu of a line offers of all this, as (name, words, what it does)."""
        line = self._line()
        if line is None:
            return []
        found: list[Wish] = []
        if line.terms is not None:
            found.append(("instalment", tr("Put into instalments…"), self.put_into_instalments))
        if line.terms is not None or line.kind is not LineKind.CASH_LINE:
            found.append(("card_terms", tr("Card terms…"), self.terms))
        if line.terms is not None:
            found.append(("no_card_terms", tr("Take the card terms away"), self.remove_terms))
        found.append(("temporary", tr("Temporary limit…"), self.add_temporary))
        found.append(("group", tr("Shared limit…"), self.choose_group))
        if line.in_force.group is not None:
            found.append(("group_limit", tr("Change the shared limit…"), self.change_group_limit))
            found.append(("no_group", tr("Delete the shared limit"), self.delete_group))
        return found

    def terms(self) -> None:
        """The form with the terms of the contract."""
        line = self._line()
        if line is not None:
            self._open("card terms", line, lambda: CardTermsForm(self._desk, self._forms.parent, line))

    def remove_terms(self) -> None:
        """The line is reckoned by its statements alone again."""
        from planner.actions.cards import remove_card_terms

        line = self._line()
        if line is not None:
            words = tr("The terms are taken away; the entries stay. Ctrl+Z brings them back.")
            self._do(remove_card_terms, words, line_id=line.account.id)

    def add_entry(self) -> None:
        """The form for a new entry."""
        self._entry(EntryKind.PURCHASE)

    def put_into_instalments(self) -> None:
        """The same for an instalment."""
        self._entry(EntryKind.INSTALMENT)

    def _entry(self, kind: EntryKind) -> None:
        line = self._line()
        if line is not None:
            self._open("entry", line, lambda: EntryForm(self._desk, self._forms.parent, line, kind=kind))

    def correct_entry(self, row: EntryLine) -> None:
        """The form with an entry on record; an early payoff moves by another one."""
        line = self._line()
        if line is None:
            return
        if row.entry.kind is EntryKind.INSTALMENT_PAYOFF:
            self._say(tr("Pay the instalment off anew to move it, or delete it."), False, False)
            return
        key = f"entry {row.entry.id}"
        self._open(key, line, lambda: EntryForm(self._desk, self._forms.parent, line, corrected=row))

    def pay_off(self, row: EntryLine) -> None:
        """The form that ends an instalment early."""
        line = self._line()
        if line is None:
            return
        if row.entry.kind is not EntryKind.INSTALMENT:
            self._say(tr("Only an instalment can be paid off early."), False, False)
            return
        self._open(f"payoff {row.entry.id}", line, lambda: PayoffForm(self._desk, self._forms.parent, line, row))

    def delete_entry(self, row: EntryLine) -> None:
        """Takes an entry away."""
        from planner.actions.cards import delete_card_entry

        self._do(delete_card_entry, tr("Deleted. Ctrl+Z brings it back."), entry_id=row.entry.id)

    def show_parts(self, row: CardStatement) -> None:
        """How the balance of a statement came about."""
        line = self._line()
        if line is not None:
            StatementParts(self._forms.parent, line.name, row).open()

    def correct_statement(self, row: CardStatement) -> None:
        """The form with a statement as the issuer states it: the one on record, or a new one of that day."""
        line = self._line()
        if line is None:
            return
        stated = next((each for each in line.statements if each.id == row.ref.id and row.stated), None)
        computed = row.statement
        if stated is None:
            stated = StatementLine(
                None, computed.on, computed.due_on, computed.balance_fen, computed.minimum_fen, row.open_fen
            )
        self._forms.statement(line, stated)

    def delete_statement(self, row: CardStatement) -> None:
        """Takes a stated statement away; a computed one follows from what is on record."""
        from planner.actions.lines import delete_statement

        if not row.stated:
            self._say(
                tr("It follows from the terms and the entries. Correct those, or state what yours says."), False, False
            )
            return
        self._do(delete_statement, tr("Deleted. Ctrl+Z brings it back."), statement_id=row.ref.id)

    def add_temporary(self) -> None:
        """The form of a temporary limit."""
        line = self._line()
        if line is not None:
            self._open("temporary", line, lambda: TemporaryLimitForm(self._desk, self._forms.parent, line))

    def delete_temporary(self, row: TemporaryRow) -> None:
        """Takes a temporary limit away."""
        from planner.actions.limit_groups import delete_temporary_limit

        self._do(delete_temporary_limit, tr("Deleted. Ctrl+Z brings it back."), temporary_id=row.id)

    def choose_group(self) -> None:
        """The form that says with which lines the limit is shared."""
        line = self._line()
        if line is not None:
            self._desk.book.ask(
                group_names,
                lambda names: self._open(
                    "group", line, lambda: GroupForm(self._desk, self._forms.parent, line, tuple(names))
                ),
            )

    def change_group_limit(self, corrected: GroupLimitRow | None = None) -> None:
        """The form of another shared limit from a day on."""
        line = self._line()
        if line is not None and line.in_force.group is not None:
            group = line.in_force.group
            key = f"group limit {corrected.id if corrected else ''}"
            self._open(key, line, lambda: GroupLimitForm(self._desk, self._forms.parent, group, corrected=corrected))

    def delete_group(self) -> None:
        """Its lines have their own limits alone again."""
        from planner.actions.limit_groups import delete_limit_group

        line = self._line()
        if line is not None and line.in_force.group is not None:
            words = tr("The shared limit is deleted; the lines stay. Ctrl+Z brings it back.")
            self._do(delete_limit_group, words, group_id=line.in_force.group.id)

    def _line(self) -> LineView | None:
        found = self._look()
        return found if isinstance(found, LineView) else None

    def _open(self, key: str, line: LineView, make: Callable[[], Any]) -> None:
        self._forms.open_form(f"{key} of {line.account.id}", make)
