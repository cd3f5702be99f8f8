"""Where the numbers of the loans page come from: payoff, true cost, instalments left, a row of the list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

from planner.core.card_standing import EntryLine, WayToPay
from planner.core.facts import RowKind, RowLabel, RowRef, statement_ref
from planner.core.irr import RateStatus
from planner.core.settlement import Accrued, AccruedRule, Owed
from planner.core.terms import LoanTerms
from planner.i18n import tr
from planner.reports.explained import (
    CostExplained,
    LoanOwed,
    PayoffExplained,
    cost_explained,
    loan_owed,
    payoff_explained,
)
from planner.reports.explained_rows import Explained, LineExplained, line_explained, row_explained
from planner.reports.line_limits import TemporaryRow
from planner.reports.line_view import LineView, StatementLine
from planner.reports.loans import AccountRow, LoanView, ScheduleLine
from planner.ui.explained import open_source, row_source
from planner.ui.explained_rows import available_source, limit_source, line_source
from planner.ui.explaining import Explaining
from planner.ui.page import Desk
from planner.ui.widgets.origin import Input, Source
from planner.ui.widgets.table import DataTable
from planner.wording.amounts import UNKNOWN, amount, percent, titled, yuan
from planner.wording.cards import entry_about, entry_kind, way_name, way_result
from planner.wording.costs import both_rates, no_rate
from planner.wording.explained import (
    interest_formulas,
    penalty_base_words,
    penalty_formulas,
    plain_percent,
    rate_words,
    rounded_result,
    rounding_words,
    span_words,
)
from planner.wording.loans import prepay_fee


class LoanSources:
    """Says how the numbers of the loan in view come about."""

    def __init__(self, desk: Desk, explaining: Explaining) -> None:
        self._desk, self._explaining = desk, explaining
        self._view: LoanView | None = None

    def of_rows(self, schedule: DataTable, repayments: DataTable) -> None:
        """Makes the rows of the tables explain themselves."""
        schedule.can_explain(self._instalment)
        repayments.can_explain(lambda row: self._explaining.row(RowRef(RowKind.REPAYMENT, row.id)))

    def of_limits(self, limits: DataTable) -> None:
        """The same for the limits of its line."""
        limits.can_explain(lambda row: self._explaining.row(RowRef(RowKind.LIMIT_CHANGE, row.id)))

    def figures(self, view: LoanView) -> tuple[Callable[[], None], ...]:
        """What explains the four figures: still to pay, both yearly costs, periods left."""
        self._view = view
        return self.open, self.cost, self.cost, self._left

    def open(self) -> None:
        """What the schedule still asks."""
        self._ask(loan_owed, open_source, today=self._desk.today)

    def cost(self) -> None:
        """The payments and the rate that balances them."""
        self._ask(cost_explained, cost_source, today=self._desk.today)

    def terms(self) -> None:
        """The payoff of today and the interest of the whole plan; of a loan that is over, what it cost."""
        view = self._view
        if view is None:
            return
        if not view.open_fen:
            self._explaining.show(ended_source(view))
            return

        def source(found: PayoffExplained) -> Source:
            made = payoff_source(found)
            return replace(made, inputs=(*made.inputs, _whole_interest(view)))

        self._ask(payoff_explained, source, on=self._desk.today)

    def _left(self) -> None:
        self._ask(loan_owed, left_source, today=self._desk.today)

    def _instalment(self, row: ScheduleLine) -> None:
        if self._view is not None:
            self._explaining.row(RowRef(RowKind.DUE, self._view.account.id, row.number))

    def _ask(self, report: Callable[..., Any], source: Callable[[Any], Source], **values: Any) -> None:
        if self._view is not None:
            self._explaining.ask(report, source, loan_id=self._view.account.id, **values)


class LineSources:
    """Says how the numbers of the line in view come about."""

    def __init__(self, desk: Desk, explaining: Explaining) -> None:
        self._desk, self._explaining = desk, explaining
        self._view: LineView | None = None

    def of_rows(self, statements: DataTable, payments: DataTable, drawn: DataTable, limits: DataTable) -> None:
        """Makes the rows of the tables explain themselves."""
        statements.can_explain(self._statement)
        payments.can_explain(lambda row: self._explaining.row(row.ref))
        drawn.can_explain(lambda row: self._explaining.row(row.account))
        limits.can_explain(lambda row: self._explaining.row(RowRef(RowKind.LIMIT_CHANGE, row.id)))

    def of_card(self, statements: DataTable, entries: DataTable, ways: DataTable, temporary: DataTable) -> None:
        """The same for those of a card whose contract is known."""
        statements.can_explain(lambda row: self._explaining.row(row.ref))
        entries.can_explain(lambda row: self._explaining.show(card_entry_source(row)))
        ways.can_explain(lambda row: self._explaining.show(way_source(row)))
        temporary.can_explain(lambda row: self._explaining.show(temporary_source(row)))

    def figures(self, view: LineView) -> tuple[Callable[[], None], ...]:
        """What explains the four figures: limit, used, available, open since."""
        self._view = view
        available = self._asks(available_source)
        if view.card is not None:
            # to pay now, of it at least or not billed yet, until when, available
            billed = view.card.latest is not None and bool(view.card.latest.open_fen)
            return self._latest, self._latest if billed else self.used, self._latest, available
        return self._asks(limit_source), self.used, available, self._opened

    def used(self) -> None:
        """What is used of the line, billed and not."""
        self._asks(line_source)()

    def _statement(self, row: StatementLine) -> None:
        """One that was entered, or one that follows from the contract."""
        if row.id is not None:
            self._explaining.row(RowRef(RowKind.STATEMENT, row.id))
        elif self._view is not None:
            self._explaining.row(statement_ref(self._view.account, row.on))

    def _latest(self) -> None:
        """The latest statement; without one what is used."""
        card = None if self._view is None else self._view.card
        if card is None or card.latest is None:
            self.used()
        else:
            self._explaining.row(card.latest.ref)

    def _opened(self) -> None:
        if self._view is not None:
            words = tr("It is as it was entered; nothing of it is worked out.")
            self._explaining.show(Source(titled(tr("Open since"), self._view.opened_on.isoformat()), (words,)))

    def _asks(self, source: Callable[[LineExplained], Source]) -> Callable[[], None]:
        def ask() -> None:
            if self._view is not None:
                self._explaining.ask(line_explained, source, line_id=self._view.account.id, today=self._desk.today)

        return ask


def card_entry_source(row: EntryLine) -> Source:
    """An entry of a card: it is as it was noted."""
    entry = row.entry
    words = (tr("It is as it was entered; nothing of it is worked out."), entry_about(entry), row.note)
    title = titled(entry_kind(entry.kind), yuan(entry.amount_fen))
    posted = Input(tr("Posted on"), entry.posted_on.isoformat())
    return Source(title, tuple(each for each in words if each), inputs=(posted,))


def way_source(row: WayToPay) -> Source:
    """Where a way to pay leads: the statements to come, reckoned one after the other."""
    about = tr("The card's statements to come are reckoned by the contract, one after the other, each paid this way on"
               " its due day, until nothing is owed. Nothing more is bought.")  # fmt: skip
    inputs = [
        Input(tr("Times paid"), str(row.payments) if row.ends else tr("never ends")),
        Input(tr("Paid in all"), amount(row.paid_fen)),
        Input(tr("Interest"), amount(row.interest_fen)),
        Input(tr("Interest, penalties and fees"), amount(row.cost_fen)),
    ]
    return Source(way_name(row), (way_result(row), about), inputs=tuple(inputs))


def temporary_source(row: TemporaryRow) -> Source:
    """A temporary limit: it is as it was entered."""
    words = tr("A temporary limit, in force until {day}; it is as you entered it.").format(day=row.last_on)
    return Source(
        titled(tr("Limit"), yuan(row.limit_fen)), (words,), inputs=(Input(tr("From"), row.first_on.isoformat()),)
    )


def list_row(desk: Desk, explaining: Explaining, row: AccountRow) -> None:
    """How the numbers of a row of the list come about: its own, and the figures beside it."""

    def source(found: Explained) -> Source:
        made = row_source(desk, found)
        return replace(made, inputs=(*made.inputs, *account_inputs(row)))

    explaining.ask(row_explained, source, ref=row.account, today=desk.today)


def ended_source(view: LoanView) -> Source:
    """What a loan that is over cost, beside what its contract asked."""
    saved = view.agreed_cost_fen - view.paid_cost_fen
    result = f"{amount(view.agreed_cost_fen)} − {amount(view.paid_cost_fen)} = {amount(saved)}"
    words = [tr("By the contract: the interest and fees of its plan. Paid: what of the repayments was no principal.")]
    if view.waived_fen:
        words.append(tr("{amount} is not asked any more.").format(amount=yuan(view.waived_fen)))
    rows = tuple(
        RowLabel(RowRef(RowKind.REPAYMENT, each.id), view.name, each.paid_on, fen)
        for each in view.repayments
        if (fen := each.interest_fen + each.fee_fen + each.penalty_fen)
    )
    return Source(
        titled(tr("Interest, fees and penalties of {name}").format(name=view.name), yuan(view.paid_cost_fen)),
        tuple(words),
        rows=rows,
        sum_fen=view.paid_cost_fen,
        formulas=(titled(tr("By the contract − paid"), result),),
    )


def _whole_interest(view: LoanView) -> Input:
    told = tr("interest {interest} + fees {fees} of all instalments").format(
        interest=amount(view.interest_fen), fees=amount(view.fee_fen)
    )
    return Input(tr("Interest and fees"), amount(view.interest_fen + view.fee_fen), told)


def payoff_source(found: PayoffExplained) -> Source:
    """What pays a loan off on a day, part by part."""
    parts, terms = found.parts, found.terms
    owed = parts.owed()
    formulas = []
    if parts.accrued is not None:
        formulas += _accrued(terms, parts.accrued)
    for late in parts.late:
        lines = penalty_formulas(terms, late.slices, late.row.penalty_fen)
        name = tr("Penalty of instalment {number}").format(number=late.row.number)
        formulas += [titled(name, lines[0]), *lines[1:]] if lines else []
    if parts.late and parts.paid_penalty_fen:
        whole = sum(each.row.penalty_fen for each in parts.late)
        sign = "=" if whole - parts.paid_penalty_fen == owed.penalty_fen else "→"
        left = f"{amount(whole)} − {amount(parts.paid_penalty_fen)} {sign} {amount(owed.penalty_fen)}"
        formulas.append(titled(tr("Penalty less what was paid of it"), left))
    if parts.early is not None and owed.early_fee_fen:
        share = plain_percent(parts.early.share)
        exact = parts.early.principal_fen * parts.early.share
        early = f"{amount(parts.early.principal_fen)} × {share}% = {rounded_result(exact, owed.early_fee_fen)}"
        formulas.append(titled(tr("Price of paying early"), early))
    formulas.append(titled(tr("Together"), _together(owed)))
    return Source(
        titled(tr("To pay {name} off on {day}").format(name=found.loan.name, day=parts.on), yuan(found.total_fen)),
        tuple(_payoff_words(found)),
        rows=found.rows,
        formulas=tuple(formulas),
        inputs=tuple(_payoff_inputs(found)),
        rounding=rounding_words(each=parts.accrued is not None and parts.accrued.each_rounded),
    )


def _payoff_words(found: PayoffExplained) -> list[str]:
    words = [tr("What is due by the day, the principal not due yet, and its interest to the day.")]
    fee = prepay_fee(found.terms.prepay.fee)
    words.append(tr("Price of paying early by the contract: {fee}.").format(fee=fee))
    if found.parts.late:
        words.append(penalty_base_words(found.terms))
    if found.parts.accrued is not None and found.parts.accrued.rule is AccruedRule.WHOLE_PERIOD:
        words.append(tr("The whole interest of the period that has begun is asked."))
    if found.parts.accrued is not None and found.parts.accrued.rule is AccruedRule.IN_THE_PENALTY:
        words.append(tr("While something is late the penalty stands in the place of the interest."))
    words.append(tr("The lender's app has the last word: it may count a day more or less."))
    return words


def _accrued(terms: LoanTerms, accrued: Accrued) -> list[str]:
    name = tr("Interest to the day")
    lines = interest_formulas(terms, accrued.slices, accrued.interest_fen, each=accrued.each_rounded)
    found = [titled(name, lines[0]), *lines[1:]] if lines else []
    if accrued.paid_fen:
        sign = "=" if accrued.interest_fen - accrued.paid_fen == accrued.fen else "→"
        less = f"{amount(accrued.interest_fen)} − {amount(accrued.paid_fen)} {sign} {amount(accrued.fen)}"
        found.append(titled(tr("Interest less what was paid of it"), less))
    return found


def _together(owed: Owed) -> str:
    parts = (
        (tr("due principal {amount}"), owed.due_principal_fen),
        (tr("due interest {amount}"), owed.due_interest_fen),
        (tr("due fees {amount}"), owed.due_fee_fen),
        (tr("penalty {amount}"), owed.penalty_fen),
        (tr("principal {amount}"), owed.principal_fen),
        (tr("interest {amount}"), owed.accrued_fen),
        (tr("fees {amount}"), owed.fees_fen),
        (tr("price of paying early {amount}"), owed.early_fee_fen),
    )
    shown = [words.format(amount=amount(fen)) for words, fen in parts if fen]
    return f"{' + '.join(shown)} = {amount(owed.total_fen)}"


def _payoff_inputs(found: PayoffExplained) -> list[Input]:
    parts = found.parts
    due = sum(each.principal_fen + each.interest_fen + each.fee_fen for each in parts.due)
    later = [each for each in parts.later if each.principal_fen]
    inputs = []
    if due:
        inputs.append(Input(tr("Due by the day"), amount(due), tr("open parts of the instalments due by then")))
    if later:
        told = tr("instalments {first} to {last}").format(first=later[0].number, last=later[-1].number)
        inputs.append(Input(tr("Principal not due yet"), amount(sum(each.principal_fen for each in later)), told))
    if parts.accrued is not None and parts.accrued.slices:
        slices = parts.accrued.slices
        inputs.append(Input(tr("Rate"), rate_words(found.rate), tr("of the period that has begun")))
        days = (slices[-1].end - slices[0].start).days
        inputs.append(Input(tr("Days"), str(days), span_words(slices[0].start, slices[-1].end)))
    return inputs


def cost_source(found: CostExplained) -> Source:
    """A loan's yearly cost: the payments and the rate that balances them."""
    received, *paid = found.flows
    cost, terms = found.found.only, found.terms
    words = [
        tr("The monthly rate i at which all payments, discounted to the day of the drawdown, are worth what was"
           " received: fees and what was deducted included, by months, as the contract agrees."),
    ]  # fmt: skip
    formulas = [_balance(found)] if paid else []
    if cost is None:
        words.append(
            both_rates(found.found) if found.found.status is RateStatus.SEVERAL else no_rate(found.found.status)
        )
    else:
        monthly = cost.nominal / 12
        shown = percent(monthly, 4)
        formulas.append(f"i = {shown}%")
        formulas.append(titled(tr("Simple, nominal"), f"12 × i = {percent(cost.nominal, 2)}%"))
        formulas.append(titled(tr("Compound, effective"), f"(1+i)^12 − 1 = {percent(cost.effective, 2)}%"))
    title = UNKNOWN if cost is None else f"{percent(cost.nominal, 2)}% / {percent(cost.effective, 2)}%"
    asked = -sum(fen for _, fen, _ in paid)
    told = tr("drawn on {day}").format(day=terms.drawn_on)
    if terms.received_fen != terms.principal_fen:
        told = tr("{principal} less {deducted} deducted up front").format(
            principal=amount(terms.principal_fen), deducted=amount(terms.principal_fen - terms.received_fen)
        )
    return Source(
        titled(tr("Yearly cost of {name}, simple / compound").format(name=found.loan.name), title),
        tuple(words),
        rows=tuple(label for _, _, label in paid),
        sum_fen=asked,
        sum_words=tr("Payments together {total}"),
        formulas=tuple(formulas),
        inputs=(
            Input(tr("Received"), amount(received[1]), told),
            Input(tr("Number of payments"), str(len(paid)), tr("of the contract's plan, as changed since")),
        ),
    )


def _balance(found: CostExplained) -> str:
    """`9,000.00 = 829.30 ÷ (1+i)^1 + … + 829.24 ÷ (1+i)^12`."""
    received, *paid = found.flows
    parts = [f"{amount(-fen)} ÷ (1+i)^{_months(months)}" for months, fen, _ in paid]
    if len(parts) > 3:
        parts = [*parts[:2], "…", parts[-1]]
    return f"{amount(received[1])} = {' + '.join(parts)}"


def _months(months: Fraction) -> str:
    shown = f"{float(months):.2f}"
    return shown.rstrip("0").rstrip(".")


def left_source(found: LoanOwed) -> Source:
    """How many instalments are left."""
    count = len(found.open)
    return Source(
        titled(tr("Periods left"), str(count)),
        (tr("The instalments of which anything is still open."),),
        rows=found.open,
        sum_fen=found.open_fen,
    )


def account_inputs(row: AccountRow) -> tuple[Input, ...]:
    """The other figures of a row of the list."""
    inputs = []
    if row.cost is not None:
        told = tr("simple a year; the figure of the chosen loan shows its payments")
        inputs.append(Input(tr("True cost"), f"{percent(row.cost.nominal)}%", told))
    if row.next_fen is not None and row.next_due_on is not None and not row.settled:
        what = tr("open instalment of {day}") if row.account.kind is RowKind.LOAN else tr("open statement, due {day}")
        inputs.append(Input(tr("Next"), amount(row.next_fen), what.format(day=row.next_due_on)))
    return tuple(inputs)
