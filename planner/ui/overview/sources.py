"""Where the figures of the overview come from, as the dialog `Origin` shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from planner.core.calendar import add_months
from planner.core.facts import RowLabel
from planner.core.month_ahead import MonthAhead, SumUntil
from planner.core.punctuality import Punctuality
from planner.i18n import tr
from planner.reports.figures import Figures
from planner.reports.overview import Overview
from planner.ui.widgets.origin import Input, Source
from planner.wording.amounts import amount, day_in_words, month_name, percent, short_day, titled, yuan

MOST_PARTS = 5
"""Of more loans than this the formula shows only the first."""


def month_source(view: Overview, found: Figures) -> Source:
    """What falls due in the calendar month."""
    month = view.month
    words = [
        tr("Every instalment and statement that falls due in {month}, paid or not.").format(
            month=month_name(view.today)
        ),
        tr("Paid {paid} · to pay {open}").format(paid=yuan(month.paid_fen), open=yuan(month.open_fen)),
    ]
    if month.overdue_fen:
        words.append(
            tr("{overdue} is overdue; what fell due in earlier months is not in this sum.").format(
                overdue=yuan(month.overdue_fen)
            )
        )
    return Source(
        titled(tr("Due this month"), yuan(month.due_fen)),
        tuple(words),
        tuple(row.label for row in found.month),
        month.due_fen,
    )


def dues_source(view: Overview, found: Figures) -> Source:
    """What is open and falls due in the next 30 days, overdue dues included."""
    dues = view.dues
    words = tr("What is still open of every instalment and statement that falls due before {day}, overdue ones too.")
    rows = tuple(RowLabel(due.ref, due.name, due.due_on, due.open_fen) for due in dues.rows)
    return Source(
        titled(tr("Due in the next 30 days"), yuan(dues.total_fen)),
        (words.format(day=day_in_words(dues.until)), tr("Statements are counted whole, not their minimum.")),
        rows,
        dues.total_fen,
    )


def debt_source(view: Overview, found: Figures) -> Source:
    """What is owed on each loan and line, and how it changed in a month."""
    words = tr("The principal of every loan, and of every line its open statement and what was bought since.")
    before, now = view.debt.month_ago_fen, view.debt.owed_fen
    formulas: tuple[str, ...] = ()
    if before is not None:
        change = f"{amount(now)} − {amount(before)} = {amount(now - before)}"
        formulas = (titled(tr("Change since {day}").format(day=add_months(view.today, -1)), change),)
    return Source(titled(tr("All debt"), yuan(now)), (words,), found.debt, now, formulas=formulas)


def debt_day_source(on: date, today: date, rows: tuple[RowLabel, ...]) -> Source:
    """What is owed on each loan and line on another day."""
    words = tr("The principal of every loan, and of every line its open statement and what was bought since.")
    if on > today:
        words = tr("What is left if every instalment and statement is paid on its day, and nothing is borrowed or"
                   " bought.")  # fmt: skip
    total = sum(row.amount_fen or 0 for row in rows)
    return Source(titled(tr("Debt on {day}").format(day=on), yuan(total)), (words,), rows, total)


def service_source(view: Overview, found: Figures) -> Source:
    """The debt service compared with income."""
    service = found.service
    words = [
        tr("Debt payments {total} = instalments of the next 30 days and overdue ones {instalments}"
           " + a tenth of the average balance of lines {revolving}").format(
            total=yuan(service.total_fen),
            instalments=yuan(service.instalments_fen),
            revolving=yuan(service.revolving_fen),
        )
    ]  # fmt: skip
    if view.debt_to_income is None:
        words.append(tr("Net income a month is not known. Enter it in Settings."))
    else:
        words.append(
            tr("{total} ÷ net income a month {income} = {ratio}%").format(
                total=yuan(service.total_fen), income=yuan(view.income_fen), ratio=percent(view.debt_to_income)
            )
        )
    if service.bullet_left_out_fen:
        words.append(
            tr("Principal of {bullet} that falls due in one sum is left out.").format(
                bullet=yuan(service.bullet_left_out_fen)
            )
        )
    unit = "" if view.debt_to_income is None else "%"
    title = titled(tr("Debt payments to income"), f"{percent(view.debt_to_income)}{unit}")
    return Source(title, tuple(words), service.rows, service.total_fen, inputs=_service_inputs(view, found))


def _service_inputs(view: Overview, found: Figures) -> tuple[Input, ...]:
    service = found.service
    since = "" if service.income is None else tr("entered as of {day}").format(day=service.income.on)
    return (
        Input(tr("Instalments"), amount(service.instalments_fen), tr("next 30 days and overdue")),
        Input(tr("Lines"), amount(service.revolving_fen), tr("a tenth of their six-month average balance")),
        Input(tr("Net income a month"), amount(view.income_fen), since),
    )


def cost_source(view: Overview, found: Figures) -> Source:
    """The average cost, weighted by principal."""
    words = tr("The yearly cost of each loan (fees included, not compounded), weighted by the principal still owed.")
    rows = tuple(replace(row.label, name=f"{row.label.name} · {percent(row.nominal)}%") for row in found.cost)
    unit = "" if view.average_cost is None else "%"
    title = titled(tr("Average yearly cost (simple)"), f"{percent(view.average_cost)}{unit}")
    owed = sum(row.amount_fen or 0 for row in rows)
    return Source(title, (words,), rows, owed, tr("Principal together {total}"), formulas=_weighted(view, found, owed))


def _weighted(view: Overview, found: Figures, owed_fen: int) -> tuple[str, ...]:
    """`(9,000.00 × 14.6% + …) ÷ 23,450.00 = 13.2%`."""
    if view.average_cost is None:
        return ()
    parts = [f"{amount(row.label.amount_fen)} × {percent(row.nominal)}%" for row in found.cost]
    if len(parts) > MOST_PARTS:
        parts = [*parts[: MOST_PARTS - 1], "…"]
    return (f"({' + '.join(parts)}) ÷ {amount(owed_fen)} = {percent(view.average_cost)}%",)


def can_pay_source(view: Overview, found: Figures, ahead: MonthAhead) -> Source:
    """How the sentence on the next 30 days is made: the sum until the day it does not suffice, else until the last."""
    words = [tr("Cash at hand {cash}").format(cash=yuan(ahead.cash_fen))]
    part = ahead.short or ahead.whole
    if part is not None:
        words += _income_words(view, part)
        words.append(
            tr("− dues until {day} {dues}, overdue ones counted today").format(
                day=day_in_words(part.on), dues=yuan(part.dues_fen)
            )
        )
        if part.living_fen is not None:
            words.append(
                tr("− {living} to live on until {day}: {essential} a month, a thirtieth of it each day").format(
                    living=yuan(part.living_fen), day=day_in_words(part.on), essential=yuan(view.essential_fen)
                )
            )
        words.append(tr("= {left} on {day}").format(left=yuan(part.left_fen), day=day_in_words(part.on)))
        words += afterwards(view, ahead)
    if view.essential_fen is None:
        words.append(tr("What you need to live on is not counted: it is not known."))
    if any(due.minimum_fen is not None for due in view.dues.rows):
        words.append(tr("Statements are counted whole, not their minimum."))
    words.append(tr("The dues of a day are counted before its income. Other income and spending are not counted."))
    return Source(can_pay(view, ahead), tuple(words), found.cash)


def _income_words(view: Overview, part: SumUntil) -> list[str]:
    if part.paydays:
        days = tr(", ").join(day_in_words(day) for day in part.paydays)
        return [tr("+ income {income} on {days}").format(income=yuan(part.income_fen), days=days)]
    if not income_known(view):
        return [tr("Income is not counted: enter income and payday to count it.")]
    return [tr("No payday lies before {day}, so no income is counted.").format(day=day_in_words(part.on))]


def income_known(view: Overview) -> bool:
    """What comes in and when; no income needs no day."""
    return view.income_fen == 0 or (view.income_fen is not None and view.payday is not None)


def can_pay(view: Overview, ahead: MonthAhead) -> str:
    """Whether the dues can be paid, in one sentence; what is not known is not counted, and said."""
    if ahead.whole is None:
        return tr("Nothing is due in the next 30 days.")
    found = _left(ahead.whole)
    if ahead.short is not None:
        day, short = day_in_words(ahead.short.on), yuan(ahead.short_fen)
        found = tr("On {day} {short} is missing").format(day=day, short=short)
    if not income_known(view):
        return tr("By cash alone: {found}").format(found=found)
    return found if view.essential_fen is not None else tr("Living costs not counted: {found}").format(found=found)


def _left(whole: SumUntil) -> str:
    if whole.left_fen < 0:
        return tr("{amount} missing after the last due").format(amount=yuan(-whole.left_fen))
    return tr("{left} left after the last due").format(left=yuan(whole.left_fen))


def calculation(view: Overview, ahead: MonthAhead) -> str:
    """What the sentence rests on: its sum, and below it what comes after."""
    day = "" if view.cash_on is None else short_day(view.cash_on, view.today)
    words = [tr("Cash {cash} (as of {day})").format(cash=yuan(ahead.cash_fen), day=day)]
    part = ahead.short or ahead.whole
    if part is not None:
        until = short_day(part.on, view.today)
        if part.paydays:
            days = ", ".join(day.strftime("%m-%d") for day in part.paydays)
            words.append(tr("+ income {income} ({days})").format(income=yuan(part.income_fen), days=days))
        words.append(tr("− dues until {day} {dues}").format(day=until, dues=yuan(part.dues_fen)))
        if part.living_fen is not None:
            living = yuan(part.living_fen)
            words.append(tr("− {living} to live on until {day}").format(living=living, day=until))
        words.append(f"= {yuan(part.left_fen)}")
    return "\n".join(line for line in (" ".join(words), " ".join(afterwards(view, ahead))) if line)


def afterwards(view: Overview, ahead: MonthAhead) -> list[str]:
    """How it goes on after a day that is short, and what no due holds yet; sentences."""
    found = []
    if ahead.short is not None and ahead.whole is not None and ahead.whole.on != ahead.short.on:
        words = tr("With all income and dues until {day}: {left}.")
        found.append(words.format(day=day_in_words(ahead.whole.on), left=_left(ahead.whole)))
    if ahead.short is not None and view.minimum_suffices:
        found.append(tr("With the minimum payments it is enough; what is left of a statement bears interest."))
    if view.unbilled_fen:
        found.append(tr("Bought with lines and not billed yet: {amount}.").format(amount=yuan(view.unbilled_fen)))
    return found


def on_time_source(found: Punctuality) -> Source:
    """The months in a row without a late bill, and the rate."""
    return Source(on_time_title(found), tuple(on_time_words(found)))


def on_time_title(found: Punctuality) -> str:
    """The good news."""
    if found.months_in_row == 1:
        return tr("Everything of the last month was paid in time")
    return tr("{months} months in a row paid in time").format(months=found.months_in_row)


def on_time_words(found: Punctuality) -> Sequence[str]:
    """The on-time rate and how it is made."""
    return (
        tr("On-time rate {rate}%: {in_time} of {bills} bills.").format(
            rate=percent(found.rate, 2), in_time=found.in_time, bills=found.bills
        ),
        tr("Counted are all instalments, statements and overdues on record that fell due by today."),
    )
