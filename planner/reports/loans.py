"""The loans page: every line and loan with what is owed, and one loan with its schedule and repayments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from planner.core.events import OwnRow, PrepayMode
from planner.core.facts import LenderKind, LineKind, LineStatus, RowKind, RowRef
from planner.core.line_limits import limit_fen_on, limit_on
from planner.core.overdue import LateRow, record_clears_on
from planner.core.rates import TrueCost, true_cost
from planner.core.repayments import DueState, Instalment
from planner.core.settlement import Owed
from planner.core.terms import HolidayShift, LoanTerms, Rate, RatePeriod, RepaymentMethod
from planner.reports.courses import LoanRecord, loan_records
from planner.reports.line_limits import used_on_line
from planner.reports.lines import LineRecord, open_statement, owed_on_line, statement_state
from planner.reports.records import Records, records_of
from planner.store.reader import Reader


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One row of the list: a line, or a loan. Amounts in fen; what does not apply or is not known is None.

    `limit_fen` is the limit in force; `limit_was_fen` is the one before the last change, when it was another and no
    temporary limit is in force. `payable_fen` is what can still be paid
    to it (interest to come included; for a line what is owed beside its loans), `payoff_fen` about what pays a loan
    off today. `settled`: nothing is asked any more, or the line is closed. `line_name`: the line a loan is drawn under.
    """

    account: RowRef
    name: str
    product: str
    lender_name: str
    line_kind: LineKind | None
    line_status: LineStatus | None
    method: RepaymentMethod | None
    periods: int
    outstanding_fen: int | None
    limit_fen: int | None
    limit_was_fen: int | None
    cost: TrueCost | None
    next_fen: int | None
    next_due_on: date | None
    next_state: DueState | None
    settled: bool
    payable_fen: int
    payoff_fen: int | None
    line_name: str = ""


@dataclass(frozen=True, slots=True)
class Accounts:
    """All lines and loans as the list has them, the number of open loans and the principal owed in all (fen)."""

    today: date
    rows: tuple[AccountRow, ...]
    open_loans: int
    outstanding_fen: int


@dataclass(frozen=True, slots=True)
class ScheduleLine:
    """One row of a loan's schedule as shown; fen. `prepaid_fen` was paid back beside the instalments since the one
    before, `own` says that its figures are the lender's own, `penalty_fen` is what its lateness has cost so far."""

    number: int
    due_on: date
    paid_on: date | None
    principal_fen: int
    interest_fen: int
    fee_fen: int
    payment_fen: int
    balance_fen: int
    open_fen: int
    waived_fen: int
    state: DueState
    prepaid_fen: int
    own: bool
    penalty_fen: int


@dataclass(frozen=True, slots=True)
class RateChangeLine:
    """A change of a loan's rate on record."""

    id: int
    on: date
    rate: Rate


@dataclass(frozen=True, slots=True)
class ExtensionLine:
    """An extension of a loan on record."""

    id: int
    on: date
    periods: int


@dataclass(frozen=True, slots=True)
class PlanChanges:
    """What changed a loan's plan beside repayments, each kind in order: rates and extensions by day, the lender's own
    rows by number."""

    rates: tuple[RateChangeLine, ...]
    extensions: tuple[ExtensionLine, ...]
    own_rows: tuple[OwnRow, ...]


@dataclass(frozen=True, slots=True)
class PaidLine:
    """One repayment with what it paid; fen. `pays_off`: from its day the lender asks no more. `prepays`: its principal
    was paid back beside the instalments, and its penalty part is the fee for that."""

    id: int
    paid_on: date
    amount_fen: int
    principal_fen: int
    interest_fen: int
    fee_fen: int
    penalty_fen: int
    note: str
    pays_off: bool
    prepays: PrepayMode | None


@dataclass(frozen=True, slots=True)
class LoanView:
    """One loan whole. `cost` is that of the contract; `interest_fen` and `fee_fen` are the schedule's sums.

    `agreed_cost_fen` is what the contract asks beside the principal, `paid_cost_fen` what was paid so, penalties
    included: where a loan is over, their difference was saved (or cost). `owed` is today's, part by part, and
    `a_day_more_fen` what waiting until tomorrow adds; they and `payoff_fen` are None where nothing is asked any more.
    `late` are the instalments that are late, or were and bear a penalty. `was_late`: something was late or reported so;
    `record_clears_on` is then the day it leaves the credit record, five years from the end; None while it is open.
    `unknown_years`: years whose holidays are not known, where the due days move with them.
    """

    account: RowRef
    name: str
    product: str
    lender_name: str
    lender_kind: LenderKind
    line_id: int | None
    terms: LoanTerms
    closed_on: date | None
    schedule: tuple[ScheduleLine, ...]
    repayments: tuple[PaidLine, ...]
    outstanding_fen: int
    open_fen: int
    interest_fen: int
    fee_fen: int
    waived_fen: int
    agreed_cost_fen: int
    paid_cost_fen: int
    payoff_fen: int | None
    owed: Owed | None
    a_day_more_fen: int | None
    late: tuple[LateRow, ...]
    was_late: bool
    record_clears_on: date | None
    changes: PlanChanges
    unknown_years: tuple[int, ...]
    cost: TrueCost | None
    periods_left: int
    next_due: ScheduleLine | None
    balances: tuple[tuple[date, int], ...]
    planned: tuple[tuple[date, int], ...]


def accounts(reader: Reader, *, today: date, records: Records | None = None) -> Accounts:
    """The list of lines and loans as of a day: each open line with its open loans below it, the other open loans,
    then what is settled, each in order of opening. A line's debt is its loans' principal, its open statement and what
    was bought since. `records` are those of the day, where the caller has them."""
    records = records or records_of(reader, today=today)
    loans, lines = records.loans, records.lines
    names = {line.fact.ref.id: line.fact.name for line in lines}
    drawn = [(loan.line_id, _loan_row(loan, names.get(loan.line_id or 0, ""), today)) for loan in loans]
    rows = []
    for line in lines:
        own = _line_row(line, loans, today)
        below = (
            [] if own.settled else [row for line_id, row in drawn if line_id == line.fact.ref.id and not row.settled]
        )
        rows += [own, *below]
    listed = {row.account for row in rows}
    rows += [row for _, row in drawn if row.account not in listed]
    on_lines_fen = sum(owed_on_line(line.fact, today) for line in lines)
    return Accounts(
        today,
        tuple(sorted(rows, key=lambda row: row.settled)),
        sum(1 for loan in loans if loan.course.open_fen),
        sum(loan.course.outstanding_fen(today) for loan in loans) + on_lines_fen,
    )


def loan_view(reader: Reader, *, loan_id: int, today: date) -> LoanView | None:
    """One loan as of a day, its whole schedule included; None when it was not in the book by then."""
    notes = dict(reader.rows("SELECT id, note FROM repayment WHERE loan_id = ?", loan_id))
    found = loan_records(reader, until=today, loan_id=loan_id)
    return _view(reader, found[0], notes, today) if found else None


def loan_views(reader: Reader, *, today: date, records: Records | None = None) -> tuple[LoanView, ...]:
    """All loans as of a day, in order of drawdown; `records` are those of the day, where the caller has them."""
    records = records or records_of(reader, today=today)
    notes = dict(reader.rows("SELECT id, note FROM repayment WHERE loan_id IS NOT NULL"))
    return tuple(_view(reader, record, notes, today) for record in records.loans)


def _view(reader: Reader, record: LoanRecord, notes: Mapping[int, str], today: date) -> LoanView:
    late = _late(record, today)
    lines = _schedule_lines(record, late, today)
    following = next((line for line in lines if line.open_fen), None)
    owed = _owed(record, today)
    was_late = _was_late(reader, record, today)
    settled_on = record.course.settled_on
    return LoanView(
        account=RowRef(RowKind.LOAN, record.id),
        name=record.name,
        product=record.product,
        lender_name=record.lender_name,
        lender_kind=record.lender_kind,
        line_id=record.line_id,
        terms=record.terms,
        closed_on=record.closed_on,
        schedule=lines,
        repayments=_paid_lines(record, notes),
        outstanding_fen=record.course.outstanding_fen(today),
        open_fen=record.course.open_fen,
        interest_fen=sum(line.interest_fen for line in lines),
        fee_fen=sum(line.fee_fen for line in lines),
        waived_fen=sum(line.waived_fen for line in lines),
        agreed_cost_fen=sum(row.interest_fen + row.fee_fen for row in record.agreed),
        paid_cost_fen=sum(each.cost_fen for each in record.course.allocations),
        payoff_fen=None if owed is None else owed.total_fen,
        owed=owed,
        a_day_more_fen=None if owed is None else _a_day_more(record, today),
        late=late,
        was_late=was_late,
        record_clears_on=record_clears_on(settled_on) if was_late and settled_on is not None else None,
        changes=_changes(reader, record, today),
        unknown_years=_unknown_years(record),
        cost=_cost(record),
        periods_left=sum(1 for line in lines if line.open_fen),
        next_due=following,
        balances=tuple(each for each in record.course.balances if each[0] <= today),
        planned=planned_balances(record, today),
    )


def _late(record: LoanRecord, today: date) -> tuple[LateRow, ...]:
    if record.closed_on is not None:
        return ()
    return record.late_rows(today)


def _owed(record: LoanRecord, today: date) -> Owed | None:
    """None where nothing is asked any more; a penalty that nobody noted as paid ends with the last instalment."""
    return record.owed_on(today) if record.course.open_fen else None


def _a_day_more(record: LoanRecord, today: date) -> int:
    return record.owed_on(today + timedelta(days=1)).total_fen - record.owed_on(today).total_fen


def _was_late(reader: Reader, record: LoanRecord, today: date) -> bool:
    states = {each.state(today) for each in record.course.instalments}
    if states & {DueState.LATE, DueState.SETTLED_LATE}:
        return True
    reported = "SELECT EXISTS (SELECT 1 FROM reported_overdue WHERE loan_id = ? AND due_on <= ?)"
    return bool(reader.value(reported, record.id, today.isoformat()))


def _changes(reader: Reader, record: LoanRecord, today: date) -> PlanChanges:
    rates = "SELECT id, on_date, rate, rate_period FROM rate_change WHERE loan_id = ? AND on_date <= ? ORDER BY on_date"
    extensions = "SELECT id, on_date, periods FROM extension WHERE loan_id = ? AND on_date <= ? ORDER BY on_date"
    day = today.isoformat()
    return PlanChanges(
        rates=tuple(
            RateChangeLine(row[0], date.fromisoformat(row[1]), Rate(Decimal(row[2]), RatePeriod(row[3])))
            for row in reader.rows(rates, record.id, day)
        ),
        extensions=tuple(
            ExtensionLine(row[0], date.fromisoformat(row[1]), row[2]) for row in reader.rows(extensions, record.id, day)
        ),
        own_rows=tuple(each for each in record.events if isinstance(each, OwnRow)),
    )


def _unknown_years(record: LoanRecord) -> tuple[int, ...]:
    if record.terms.holiday_shift is HolidayShift.NONE:
        return ()
    return tuple(sorted({each.row.due_on.year for each in record.course.instalments} - record.workdays.years))


def _paid_lines(record: LoanRecord, notes: Mapping[int, str]) -> tuple[PaidLine, ...]:
    last = record.repayments[-1].id if record.repayments else None
    return tuple(
        PaidLine(
            each.repayment.id,
            each.repayment.paid_on,
            each.repayment.amount_fen,
            each.principal_fen,
            each.interest_fen,
            each.fee_fen,
            each.repayment.penalty_fen,
            notes[each.repayment.id],
            each.repayment.id == last and each.repayment.paid_on == record.closed_on,
            each.repayment.prepays,
        )
        for each in record.course.allocations
    )


def account_of(reader: Reader, *, ref: RowRef) -> RowRef | None:
    """The loan or line that a repayment, a limit, a statement or an overdue belongs to; None without one."""
    tables = {
        RowKind.REPAYMENT: "SELECT loan_id, line_id FROM repayment WHERE id = ?",
        RowKind.OVERDUE: "SELECT loan_id, line_id FROM reported_overdue WHERE id = ?",
        RowKind.LIMIT_CHANGE: "SELECT NULL, line_id FROM limit_change WHERE id = ?",
        RowKind.STATEMENT: "SELECT NULL, line_id FROM line_statement WHERE id = ?",
    }
    found = reader.one(tables[ref.kind], ref.id) if ref.kind in tables else None
    if found is None or found == (None, None):
        return None
    return RowRef(RowKind.LINE, found[1]) if found[0] is None else RowRef(RowKind.LOAN, found[0])


def planned_balances(record: LoanRecord, today: date) -> tuple[tuple[date, int], ...]:
    """(day, principal) from today on if every open instalment is paid on its day; late ones count as today's."""
    balance = record.course.outstanding_fen(today)
    points = [(today, balance)]
    for each in record.course.instalments:
        if each.open_principal_fen and each.settled_on is None:
            balance -= each.open_principal_fen
            points.append((max(each.row.due_on, today), balance))
    return tuple(points)


def _cost(record: LoanRecord) -> TrueCost | None:
    return true_cost(record.terms, record.agreed).only


def _schedule_lines(record: LoanRecord, late: tuple[LateRow, ...], today: date) -> tuple[ScheduleLine, ...]:
    own = {(each.number, max(each.due_on, record.terms.drawn_on)) for each in record.events if isinstance(each, OwnRow)}
    penalties = {each.number: each.penalty_fen for each in late}
    return tuple(
        _schedule_line(each, today, (each.row.number, each.row.due_on) in own, penalties.get(each.row.number, 0))
        for each in record.course.instalments
    )


def _schedule_line(each: Instalment, today: date, own: bool, penalty_fen: int) -> ScheduleLine:
    row = each.row
    return ScheduleLine(
        row.number,
        row.due_on,
        each.settled_on,
        row.principal_fen,
        row.interest_fen,
        row.fee_fen,
        row.payment_fen,
        row.balance_fen,
        each.open_fen,
        each.waived_fen,
        each.state(today),
        row.prepaid_fen,
        own,
        penalty_fen,
    )


def _loan_row(record: LoanRecord, line_name: str, today: date) -> AccountRow:
    following, owed = record.course.next_open(), _owed(record, today)
    return AccountRow(
        account=RowRef(RowKind.LOAN, record.id),
        name=record.name,
        product=record.product,
        lender_name=record.lender_name,
        line_kind=None,
        line_status=None,
        method=record.terms.method,
        periods=record.terms.periods,
        outstanding_fen=record.course.outstanding_fen(today),
        limit_fen=None,
        limit_was_fen=None,
        cost=_cost(record),
        next_fen=None if following is None else following.open_fen,
        next_due_on=None if following is None else following.row.due_on,
        next_state=None if following is None else following.state(today),
        settled=following is None,
        payable_fen=record.course.open_fen,
        payoff_fen=None if owed is None else owed.total_fen,
        line_name=line_name,
    )


def _line_row(record: LineRecord, loans: tuple[LoanRecord, ...], today: date) -> AccountRow:
    line = record.fact
    limit = limit_on(line, today)
    before = next((each for each in reversed(line.limits) if limit and each.on < limit.on), None)
    latest = open_statement(line, today)
    used, in_force = used_on_line(record, loans, today), limit_fen_on(line, today)
    raised = limit is not None and in_force != limit.limit_fen
    return AccountRow(
        account=line.ref,
        name=line.name,
        product=record.product,
        lender_name=record.lender_name,
        line_kind=line.kind,
        line_status=None if limit is None else limit.status,
        method=None,
        periods=0,
        outstanding_fen=used,
        limit_fen=in_force,
        limit_was_fen=None if limit is None or before is None or raised else before.limit_fen,
        cost=None,
        next_fen=latest[1] if latest and latest[1] else None,
        next_due_on=latest[0].due_on if latest and latest[1] else None,
        next_state=statement_state(*latest, today)[0] if latest and latest[1] else None,
        settled=limit is not None and limit.status is LineStatus.CLOSED and not used,
        payable_fen=owed_on_line(line, today),
        payoff_fen=None,
    )
