"""What one loan truly costs: as advertised, as agreed and as it went, with the law's caps and the flags beside it."""

from __future__ import annotations

from datetime import date

from planner.core.agreed_cost import fee_share, stated_yearly_rate
from planner.core.cost_flags import loan_flags
from planner.core.facts import RowKind, RowRef
from planner.core.findings import Rules
from planner.core.loan_cost import CapBeside, CostFlag, CostSums, FlatFee, LoanCost
from planner.core.overdue import open_parts
from planner.core.rates import cost_by_days, flat_fee_cost, total_fee_cost, true_cost
from planner.core.terms import FeeBasis, LoanTerms
from planner.reports.courses import LoanRecord, loan_records
from planner.reports.facts import loan_fact
from planner.store.reader import Reader


def loan_cost(reader: Reader, *, loan_id: int, today: date, rules: Rules) -> LoanCost | None:
    """One loan's cost as of a day, knowing only what had happened by then; None when it was not in the book.

    The law stands in `rules.law`; a contract's day is that of its drawdown.
    """
    found = loan_records(reader, until=today, loan_id=loan_id)
    if not found:
        return None
    record, law = found[0], rules.law
    terms, day = record.terms, record.terms.drawn_on
    rows = record.agreed
    agreed = true_cost(terms, rows)
    planned = ((day, terms.received_fen), *((row.due_on, -row.payment_fen) for row in rows))
    went = _flows(record, today)
    deducted = terms.principal_fen - terms.received_fen
    interest, fees = sum(row.interest_fen for row in rows), sum(row.fee_fen for row in rows)
    return LoanCost(
        loan=RowRef(RowKind.LOAN, record.id),
        name=record.name,
        lender_name=record.lender_name,
        lender_kind=record.lender_kind,
        today=today,
        terms=terms,
        stated_rate=stated_yearly_rate(terms),
        flat_fee=_flat_fee(terms),
        agreed=agreed,
        agreed_by_days=cost_by_days(planned),
        so_far=cost_by_days(went),
        went_otherwise=_by_day(planned) != _by_day(went),
        sums_agreed=CostSums(interest, fees, 0, deducted),
        sums=_sums(record, today),
        caps=tuple(
            CapBeside(cap, None if agreed.only is None else cap.rate - agreed.only.nominal)
            for cap in law.caps_for(record.lender_kind, day, months=terms.periods)
        ),
        disclosure=law.notice("disclosure_table", day),
        flags=tuple(CostFlag(each, rules.by_id[each.rule_id]) for each in loan_flags(loan_fact(record), rules)),
    )


def _flat_fee(terms: LoanTerms) -> FlatFee | None:
    if not terms.flat_fee_rate:
        return None
    in_all, total = fee_share(terms), terms.fee_basis is FeeBasis.TOTAL
    each = in_all / terms.periods
    real = total_fee_cost(in_all, terms.periods) if total else flat_fee_cost(terms.flat_fee_rate, terms.periods)
    return FlatFee(each, in_all, each * 12, real)


def _flows(record: LoanRecord, today: date) -> tuple[tuple[date, int], ...]:
    """What was received and paid so far, and what is still asked on its days; what is late, with its penalty, today."""
    terms = record.terms
    flows = [(terms.drawn_on, terms.received_fen)]
    flows += [(each.paid_on, -each.amount_fen) for each in record.repayments]
    flows += [(max(each.row.due_on, today), -each.open_fen) for each in record.course.instalments if each.open_fen]
    return (*flows, (today, -_open_penalty(record, today)))


def _by_day(flows: tuple[tuple[date, int], ...]) -> dict[date, int]:
    """The sum of each day, without the days where nothing flows."""
    sums: dict[date, int] = {}
    for day, fen in flows:
        sums[day] = sums.get(day, 0) + fen
    return {day: fen for day, fen in sums.items() if fen}


def _open_penalty(record: LoanRecord, today: date) -> int:
    """The penalty of what is late, so far as it was not paid; nothing once the lender asks no more."""
    if not record.course.open_fen:
        return 0
    return record.owed_on(today).penalty_fen


def _sums(record: LoanRecord, today: date) -> CostSums:
    """What was paid beside the principal and what is still asked, by kind."""
    paid = record.course.allocations
    still = [
        open_parts(each.open_fen, each.row.interest_fen, each.row.fee_fen, each.paid_fen)
        for each in record.course.instalments
        if each.open_fen
    ]
    return CostSums(
        sum(each.interest_fen for each in paid) + sum(parts[1] for parts in still),
        sum(each.fee_fen for each in paid) + sum(parts[2] for parts in still),
        sum(each.repayment.penalty_fen for each in paid) + _open_penalty(record, today),
        record.terms.principal_fen - record.terms.received_fen,
    )
