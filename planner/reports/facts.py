"""Turns the book into the credit facts that limit health and warnings look at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Protocol, TypeVar

from planner.core.agreed_cost import AgreedCost, agreed_cost
from planner.core.facts import (
    ApplicationFact,
    CashFact,
    CreditFacts,
    DueFact,
    FailedPaymentFact,
    GroupFact,
    LineFact,
    LoanFact,
    Outcome,
    OverdueFact,
    OverdueSource,
    ProfileFact,
    RowKind,
    RowRef,
)
from planner.core.products import SECURED
from planner.core.repayments import Instalment, course
from planner.core.schedules import schedule
from planner.core.terms import RepaymentMethod
from planner.reports.card_courses import CardCourses
from planner.reports.courses import LoanRecord, known_events, loan_records
from planner.reports.feeds import LineFeed, failed_payments, line_feeds, with_feed
from planner.reports.lines import LineRecord, line_records
from planner.store.reader import Reader


class Dated(Protocol):
    """A fact of a day."""

    @property
    def on(self) -> date: ...


D = TypeVar("D", bound=Dated)


@dataclass(frozen=True, slots=True)
class CreditRecords:
    """All of a book that credit facts are made of, whatever its day: read once, cut to as many days as wanted."""

    lines: tuple[LineRecord, ...]
    feeds: Mapping[int, LineFeed]
    loans: tuple[LoanRecord, ...]
    overdues: tuple[OverdueFact, ...]
    applications: tuple[ApplicationFact, ...]
    applications_complete_since: date | None
    profile: tuple[ProfileFact, ...]
    cash: tuple[tuple[CashFact, date], ...]
    """Each balance with the day its account was closed (`date.max`: it is not)."""
    failed_payments: tuple[FailedPaymentFact, ...]
    courses: dict[tuple[int, int, int, bool], LoanFact] = field(default_factory=dict)
    """Loans as they stood after so many repayments and changes of plan: worked out once for all the days between."""
    costs: dict[tuple[int, int], AgreedCost] = field(default_factory=dict)
    """What the contracts cost after so many changes of plan: no repayment alters it."""
    cards: CardCourses = field(default_factory=CardCourses)


def credit_facts(reader: Reader, on: date) -> CreditFacts:
    """The facts dated on or before `on`; what happened later is not known."""
    return facts_at(credit_records(reader), on)


def credit_records(reader: Reader) -> CreditRecords:
    """Reads each table once."""
    complete_since = reader.value("SELECT applications_complete_since FROM book_info")
    feeds = line_feeds(reader)
    return CreditRecords(
        lines=line_records(reader, feeds=feeds),
        feeds=feeds,
        loans=loan_records(reader),
        overdues=tuple(
            _overdue(row)
            for row in reader.rows(
                "SELECT id, loan_id, line_id, due_on, days, cleared_on, source FROM reported_overdue"
                " ORDER BY due_on, id"
            )
        ),
        applications=_applications(reader),
        applications_complete_since=None if complete_since is None else date.fromisoformat(complete_since),
        profile=tuple(
            ProfileFact(RowRef(RowKind.PROFILE, row[0]), date.fromisoformat(row[1]), *row[2:])
            for row in reader.rows("SELECT id, since, income_fen, payday, essential_fen FROM profile ORDER BY since")
        ),
        cash=_cash(reader),
        failed_payments=failed_payments(reader, until=date.max),
    )


def facts_at(records: CreditRecords, on: date) -> CreditFacts:
    """The facts dated on or before `on`, of records read before."""
    return CreditFacts(
        lines=tuple(_line_at(records, record, on) for record in records.lines if record.fact.opened_on <= on),
        loans=tuple(_loan_at(records, record, on) for record in records.loans if record.terms.drawn_on <= on),
        overdues=tuple(
            replace(each, cleared_on=_known(each.cleared_on, on)) for each in records.overdues if each.due_on <= on
        ),
        applications=tuple(each for each in records.applications if each.on <= on),
        applications_complete_since=records.applications_complete_since,
        profile=tuple(each for each in records.profile if each.since <= on),
        cash=tuple(each for each, closed_on in records.cash if each.on <= on < closed_on),
        failed_payments=tuple(
            replace(each, made_good_on=_known(each.made_good_on, on))
            for each in records.failed_payments
            if each.on <= on
        ),
    )


def _known(day: date | None, on: date) -> date | None:
    """A day that has come; None while it lies ahead."""
    return day if day is not None and day <= on else None


def _line_at(records: CreditRecords, record: LineRecord, on: date) -> LineFact:
    line, feed = record.fact, records.feeds.get(record.fact.ref.id, LineFeed())
    entered = [each for each in line.payments if each.ref.kind is RowKind.REPAYMENT]
    known = _until(entered, on)
    seen = LineFeed(
        [], *(list(_until(some, on)) for some in (feed.payments, feed.kin, feed.others)), linked=feed.linked
    )
    # which repayments of a statement are one with an entered one depends on what was known by then
    payments = with_feed(known, seen) if known or seen.kin else tuple(seen.payments)
    known_line = replace(
        line,
        closed_on=_known(line.closed_on, on),
        limits=tuple(_until(line.limits, on)),
        statements=tuple(_until(line.statements, on)),
        payments=payments,
        charges=tuple(_until(feed.charges, on)),
        temporary=tuple(each for each in line.temporary if each.first_on <= on),
        group=None if line.group is None else _group_at(line.group, on),
    )
    return known_line if record.card is None else records.cards.at(line, record.card, known_line, on)


def _group_at(group: GroupFact, on: date) -> GroupFact:
    return replace(group, limits=tuple(_until(group.limits, on)))


def _until(dated: Sequence[D], on: date) -> Sequence[D]:
    """Those of an ordered sequence that are dated on or before a day."""
    return dated[: bisect_right(dated, on, key=lambda each: each.on)]


def _loan_at(records: CreditRecords, record: LoanRecord, on: date) -> LoanFact:
    paid = sum(1 for each in record.repayments if each.paid_on <= on)
    events = len(known_events(record.events, on))
    key = (record.id, paid, events, _known(record.closed_on, on) is not None)
    if key not in records.courses:
        known = loan_at(record, on)
        cost = records.costs.get((record.id, events)) or agreed_cost(record.terms, known.events, record.product)
        records.costs[record.id, events] = cost
        records.courses[key] = loan_fact(known, cost)
    return records.courses[key]


def loan_at(record: LoanRecord, on: date) -> LoanRecord:
    """A loan as a day knows it, of its record of all days."""
    paid = tuple(each for each in record.repayments if each.paid_on <= on)
    events = known_events(record.events, on)
    closed_on = _known(record.closed_on, on)
    if (paid, events, closed_on) == (record.repayments, record.events, record.closed_on):
        return record
    days = record.workdays
    agreed = record.agreed if events == record.events else schedule(record.terms, events, days)
    gone = course(record.terms, paid, events, closed_on, days, agreed=agreed)
    return replace(record, repayments=paid, events=events, closed_on=closed_on, agreed=agreed, course=gone)


def _applications(reader: Reader) -> tuple[ApplicationFact, ...]:
    rows = reader.rows("SELECT id, applied_on, lender_name, hard, outcome FROM application ORDER BY applied_on, id")
    return tuple(
        ApplicationFact(
            RowRef(RowKind.APPLICATION, row[0]), date.fromisoformat(row[1]), row[2], bool(row[3]), Outcome(row[4])
        )
        for row in rows
    )


def _cash(reader: Reader) -> tuple[tuple[CashFact, date], ...]:
    rows = reader.rows(
        "SELECT balance.id, account_id, on_date, balance_fen, closed_on FROM cash_balance AS balance"
        " JOIN cash_account AS account ON account.id = account_id ORDER BY on_date, balance.id"
    )
    return tuple(
        (
            CashFact(RowRef(RowKind.CASH_BALANCE, row[0]), row[1], date.fromisoformat(row[2]), row[3]),
            date.max if row[4] is None else date.fromisoformat(row[4]),
        )
        for row in rows
    )


def loan_fact(record: LoanRecord, cost: AgreedCost | None = None) -> LoanFact:
    """A loan as the factors and warnings see it; `cost` is what its contract costs, where that is known already."""
    at_end = record.terms.method in (
        RepaymentMethod.BULLET,
        RepaymentMethod.INTEREST_ONLY,
        RepaymentMethod.REVOLVING,
    )
    instalments = record.course.instalments
    bills = [each for each in instalments if each is instalments[-1] or not _voluntary(record, each)]
    return LoanFact(
        ref=RowRef(RowKind.LOAN, record.id),
        name=record.name,
        lender_id=record.lender_id,
        line_id=record.line_id,
        opened_on=record.terms.drawn_on,
        closed_on=record.course.settled_on,
        dues=tuple(
            DueFact(
                ref=RowRef(RowKind.DUE, record.id, each.row.number),
                due_on=each.row.due_on,
                amount_fen=each.row.payment_fen,
                bullet_fen=each.row.principal_fen if at_end and each is instalments[-1] else 0,
                first_paid_on=each.first_paid_on,
                settled_on=each.settled_on,
                open_fen=each.open_fen,
            )
            for each in bills
        ),
        balances=record.course.balances,
        lender_kind=record.lender_kind,
        secured=record.product in SECURED,
        waived_fen=record.course.waived_fen,
        agreed=cost or agreed_cost(record.terms, record.events, record.product),
    )


def _voluntary(record: LoanRecord, each: Instalment) -> bool:
    """A part of a loan repaid any time that nobody had asked for yet: it is no bill that was paid in time."""
    return record.terms.method is RepaymentMethod.REVOLVING and each.settled_on == each.row.due_on


def _overdue(row: tuple[Any, ...]) -> OverdueFact:
    account = None
    if row[1] is not None:
        account = RowRef(RowKind.LOAN, row[1])
    elif row[2] is not None:
        account = RowRef(RowKind.LINE, row[2])
    return OverdueFact(
        ref=RowRef(RowKind.OVERDUE, row[0]),
        account=account,
        due_on=date.fromisoformat(row[3]),
        days=row[4],
        cleared_on=None if row[5] is None else date.fromisoformat(row[5]),
        source=OverdueSource(row[6]),
    )
