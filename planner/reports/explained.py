"""How each number of a loan comes about: an instalment, a payoff, what is owed, the true cost, a repayment's parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from planner.core.explained import RowExplained, explain_instalment
from planner.core.facts import RowKind, RowLabel, RowRef
from planner.core.overdue import Penalty, penalties
from planner.core.rates import CostFound, cost_flows, true_cost
from planner.core.repayments import DueState, PaidPart, paid_parts
from planner.core.settlement import OwedParts, owed_parts
from planner.core.terms import LoanTerms, Rate
from planner.reports.courses import LoanRecord, loan_record
from planner.store.reader import Reader


@dataclass(frozen=True, slots=True)
class InstalmentExplained:
    """One instalment of a loan: how it comes about, what was paid to it and what its lateness costs.

    `paid` are the repayments with what of each went to it (fen), `penalty` is None unless it was or is late and costs
    something. `product` is the template the terms were taken from, as far as the contract said nothing else.
    """

    label: RowLabel
    loan: RowLabel
    product: str
    today: date
    terms: LoanTerms
    how: RowExplained
    paid: tuple[RowLabel, ...]
    paid_fen: int
    open_fen: int
    waived_fen: int
    state: DueState
    penalty: Penalty | None


@dataclass(frozen=True, slots=True)
class PayoffExplained:
    """What pays a loan off on a day and what that is made of; `rows` are the instalments with something open."""

    loan: RowLabel
    terms: LoanTerms
    rate: Rate
    parts: OwedParts
    rows: tuple[RowLabel, ...]

    @property
    def total_fen(self) -> int:
        return self.parts.owed().total_fen


@dataclass(frozen=True, slots=True)
class LoanOwed:
    """What a loan still asks; fen. `repaid` are the repayments with the principal each paid: the loan less their sum
    is `outstanding_fen`, unless the rest was waived. `open` are the instalments with what each still asks: their sum
    is `open_fen`. `interest_fen` and `fee_fen` are the schedule's sums, `costs` its rows with interest and fee."""

    loan: RowLabel
    terms: LoanTerms
    today: date
    repaid: tuple[RowLabel, ...]
    outstanding_fen: int
    waived_fen: int
    open: tuple[RowLabel, ...]
    open_fen: int
    interest_fen: int
    fee_fen: int
    costs: tuple[RowLabel, ...]
    closed_on: date | None

    @property
    def repaid_fen(self) -> int:
        return sum(each.amount_fen or 0 for each in self.repaid)


@dataclass(frozen=True, slots=True)
class CostExplained:
    """The payments whose rate is a loan's yearly cost: (months since the drawdown, fen, row), what was received
    first."""

    loan: RowLabel
    terms: LoanTerms
    found: CostFound
    flows: tuple[tuple[Fraction, int, RowLabel], ...]


@dataclass(frozen=True, slots=True)
class RepaymentExplained:
    """What a repayment paid, part by part; fen. `parts` are (instalment, what of it went there), None for principal
    paid beside the instalments."""

    label: RowLabel
    loan: RowLabel
    terms: LoanTerms
    amount_fen: int
    penalty_fen: int
    surplus_fen: int
    prepays: bool
    pays_off: bool
    parts: tuple[tuple[RowLabel | None, PaidPart], ...]

    @property
    def interest_fen(self) -> int:
        return sum(part.interest_fen for _, part in self.parts)

    @property
    def fee_fen(self) -> int:
        return sum(part.fee_fen for _, part in self.parts)

    @property
    def principal_fen(self) -> int:
        return sum(part.principal_fen for _, part in self.parts)


def instalment_explained(reader: Reader, *, loan_id: int, number: int, today: date) -> InstalmentExplained | None:
    """One instalment as it stands on a day; None where the loan or the number is not in the book by then."""
    record = loan_record(reader, loan_id, until=today)
    if record is None:
        return None
    terms, gone = record.terms, record.course
    how = explain_instalment(terms, record.repayments, record.events, gone, number, record.workdays)
    if how is None:
        return None
    each = next(each for each in gone.instalments if each.row.number == number)
    parts = _parts(record)
    return InstalmentExplained(
        label=_due_label(record, number, how.row.payment_fen),
        loan=_loan_label(record),
        product=record.product,
        today=today,
        terms=terms,
        how=how,
        paid=tuple(_paid_label(record, part) for part in parts if part.number == number),
        paid_fen=each.paid_fen,
        open_fen=each.open_fen,
        waived_fen=each.waived_fen,
        state=each.state(today),
        penalty=_penalty(record, number, today),
    )


def payoff_explained(reader: Reader, *, loan_id: int, on: date) -> PayoffExplained | None:
    """What pays a loan off at the end of a day; None when it is not in the book by then, or asks nothing any more."""
    record = loan_record(reader, loan_id, until=on)
    if record is None or not record.course.open_fen:
        return None
    found = owed_parts(record.terms, record.repayments, on, record.events, record.workdays, gone=record.gone_by(on))
    rows = [
        _due_label(record, each.number, fen)
        for each in (*found.due, *found.later)
        if (fen := each.principal_fen + each.interest_fen + each.fee_fen)
    ]
    rate = found.accrued.slices[-1].rate if found.accrued is not None and found.accrued.slices else record.terms.rate
    return PayoffExplained(_loan_label(record), record.terms, rate, found, tuple(rows))


def loan_owed(reader: Reader, *, loan_id: int, today: date) -> LoanOwed | None:
    """What a loan still asks on a day, and what was repaid of it; None when it is not in the book by then."""
    record = loan_record(reader, loan_id, until=today)
    if record is None:
        return None
    rows = [each.row for each in record.course.instalments]
    return LoanOwed(
        loan=_loan_label(record),
        terms=record.terms,
        today=today,
        repaid=tuple(
            RowLabel(_repayment(each.repayment.id), record.name, each.repayment.paid_on, each.principal_fen)
            for each in record.course.allocations
            if each.principal_fen
        ),
        outstanding_fen=record.course.outstanding_fen(today),
        waived_fen=record.course.waived_fen,
        open=tuple(
            _due_label(record, each.row.number, each.open_fen) for each in record.course.instalments if each.open_fen
        ),
        open_fen=record.course.open_fen,
        interest_fen=sum(row.interest_fen for row in rows),
        fee_fen=sum(row.fee_fen for row in rows),
        costs=tuple(_due_label(record, row.number, fen) for row in rows if (fen := row.interest_fen + row.fee_fen)),
        closed_on=record.closed_on,
    )


def cost_explained(reader: Reader, *, loan_id: int, today: date) -> CostExplained | None:
    """The payments of a loan's contract and the rate that balances them; None when it is not in the book by then."""
    record = loan_record(reader, loan_id, until=today)
    if record is None:
        return None
    received, *paid = cost_flows(record.terms, record.agreed)
    loan = _loan_label(record)
    numbered = zip(paid, record.agreed, strict=True)
    flows = [(months, fen, _agreed_label(record, row.number, row.due_on, -fen)) for (months, fen), row in numbered]
    first = (*received, replace(loan, amount_fen=record.terms.received_fen))
    return CostExplained(loan, record.terms, true_cost(record.terms, record.agreed), (first, *flows))


def repayment_explained(reader: Reader, *, repayment_id: int, today: date) -> RepaymentExplained | None:
    """What a repayment of a loan paid; None for one of a line, and where it is not in the book by then."""
    loan_id = reader.value("SELECT loan_id FROM repayment WHERE id = ?", repayment_id)
    record = None if loan_id is None else loan_record(reader, loan_id, until=today)
    if record is None:
        return None
    found = next((each for each in record.course.allocations if each.repayment.id == repayment_id), None)
    if found is None:
        return None
    paid = found.repayment
    parts = [part for part in _parts(record) if part.repayment_id == repayment_id]
    last = record.repayments[-1]
    return RepaymentExplained(
        label=RowLabel(_repayment(paid.id), record.name, paid.paid_on, paid.amount_fen),
        loan=_loan_label(record),
        terms=record.terms,
        amount_fen=paid.amount_fen,
        penalty_fen=paid.penalty_fen,
        surplus_fen=found.surplus_fen,
        prepays=paid.prepays is not None,
        pays_off=paid.id == last.id and paid.paid_on == record.closed_on,
        parts=tuple((_part_label(record, part), part) for part in parts),
    )


def _parts(record: LoanRecord) -> Sequence[PaidPart]:
    return paid_parts(record.terms, record.repayments, record.events, record.closed_on, record.workdays)


def _penalty(record: LoanRecord, number: int, today: date) -> Penalty | None:
    if record.closed_on is not None:
        return None
    found = penalties(
        record.terms, record.repayments, today, record.events, record.workdays, gone=record.gone_by(today)
    )
    return next((each for each in found if each.row.number == number and each.row.penalty_fen), None)


def _loan_label(record: LoanRecord) -> RowLabel:
    ref = RowRef(RowKind.LOAN, record.id)
    return RowLabel(ref, record.name, record.terms.drawn_on, record.terms.principal_fen)


def _repayment(number: int) -> RowRef:
    return RowRef(RowKind.REPAYMENT, number)


def _due_label(record: LoanRecord, number: int, amount_fen: int) -> RowLabel:
    due_on = next((each.row.due_on for each in record.course.instalments if each.row.number == number), None)
    return _agreed_label(record, number, due_on or record.terms.drawn_on, amount_fen)


def _agreed_label(record: LoanRecord, number: int, due_on: date, amount_fen: int) -> RowLabel:
    return RowLabel(RowRef(RowKind.DUE, record.id, number), record.name, due_on, amount_fen)


def _paid_label(record: LoanRecord, part: PaidPart) -> RowLabel:
    paid_on = next(each.paid_on for each in record.repayments if each.id == part.repayment_id)
    fen = part.interest_fen + part.fee_fen + part.principal_fen
    return RowLabel(_repayment(part.repayment_id), record.name, paid_on, fen)


def _part_label(record: LoanRecord, part: PaidPart) -> RowLabel | None:
    fen = part.interest_fen + part.fee_fen + part.principal_fen
    return _due_label(record, part.number, fen) if part.number else None
