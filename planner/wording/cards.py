"""Words for cards: their terms, what happens on them, the cycle, and the ways to pay."""

from __future__ import annotations

from decimal import Decimal

from planner.core.card_entries import CardEntry, EntryKind, InstalmentOf
from planner.core.card_standing import CardInstalment, CardStatement, CardView, PayWay, WayToPay
from planner.core.card_statements import Statement
from planner.core.card_terms import CardTerms, DueRule, GraceLoss, Part, StatementDayPurchase
from planner.i18n import tr
from planner.wording.amounts import titled, yuan
from planner.wording.loans import due_state


def entry_kind(kind: EntryKind) -> str:
    """What happened on a card."""
    return {
        EntryKind.PURCHASE: tr("Purchase"),
        EntryKind.REFUND: tr("Refund"),
        EntryKind.CASH_ADVANCE: tr("Cash advance"),
        EntryKind.FEE: tr("Other fee"),
        EntryKind.ANNUAL_FEE: tr("Annual fee"),
        EntryKind.INTEREST: tr("Interest as charged"),
        EntryKind.LATE_FEE: tr("Late fee as charged"),
        EntryKind.PAYMENT: tr("Payment"),
        EntryKind.INSTALMENT: tr("Put into instalments"),
        EntryKind.INSTALMENT_PAYOFF: tr("Instalment paid off early"),
    }[kind]


def instalment_of(kind: InstalmentOf) -> str:
    """What is paid in instalments."""
    return {
        InstalmentOf.PURCHASE: tr("Purchases not billed yet"),
        InstalmentOf.STATEMENT: tr("The statement"),
        InstalmentOf.NEW: tr("Bought or paid out in instalments"),
    }[kind]


def due_rule(kind: DueRule) -> str:
    """How the due day follows from the statement."""
    return {
        DueRule.DAY_OF_MONTH: tr("A day of the month"),
        DueRule.DAYS_AFTER: tr("Days after the statement"),
        DueRule.DAYS_AFTER_IN_MONTH: tr("Days after it, not beyond a short month"),
    }[kind]


def statement_day_purchase(kind: StatementDayPurchase) -> str:
    """Where a purchase of the statement day goes."""
    return {
        StatementDayPurchase.IN_THIS_STATEMENT: tr("On this statement"),
        StatementDayPurchase.IN_NEXT_STATEMENT: tr("On the next statement"),
    }[kind]


def grace_loss(kind: GraceLoss) -> str:
    """What bears interest once a statement was not paid in full."""
    return {
        GraceLoss.FULL_BALANCE_FROM_POSTING: tr("All of it, from the posting days"),
        GraceLoss.UNPAID_PART_ONLY: tr("What is unpaid, from the posting days"),
        GraceLoss.FROM_DUE_DATE: tr("What is unpaid, from the day after the due date"),
    }[kind]


def part(kind: Part) -> str:
    """What a debt on a card is made of."""
    return {
        Part.ANNUAL_FEE: tr("annual fee"),
        Part.INTEREST: tr("interest"),
        Part.FEE: tr("fees"),
        Part.LATE_FEE: tr("late fee"),
        Part.INSTALMENT: tr("instalments"),
        Part.CASH: tr("cash"),
        Part.PURCHASE: tr("purchases"),
    }[kind]


def pay_way(way: PayWay) -> str:
    """A way to pay."""
    return {
        PayWay.MINIMUM: tr("Only the minimum"),
        PayWay.FIXED: tr("A fixed sum"),
        PayWay.WHOLE: tr("All of it"),
    }[way]


def way_name(way: WayToPay) -> str:
    """The same with the sum where there is one."""
    if way.at_least_fen is not None:
        return tr("{amount} a month").format(amount=yuan(way.at_least_fen))
    return pay_way(way.way)


def way_result(way: WayToPay) -> str:
    """Where a way to pay leads."""
    if not way.ends:
        return tr("never paid off: the payments do not cover the interest")
    if way.last_on is None:
        return tr("nothing more to pay")
    words = tr("1 payment, on {day}") if way.payments == 1 else tr("{count} payments, the last on {day}")
    told = words.format(count=way.payments, day=way.last_on)
    return tr("{result}; it costs {cost}").format(result=told, cost=yuan(way.cost_fen))


def statement_parts(statement: Statement) -> list[tuple[str, int]]:
    """How the balance of a statement came about: words and fen, only what is not zero. They add up to it."""
    sums = [
        (tr("From the statement before"), statement.previous_fen),
        (tr("Purchases"), statement.purchases_fen),
        (tr("Cash advances"), statement.cash_fen),
        (tr("Instalments"), statement.instalments_fen),
        (tr("Fees"), statement.fees_fen),
        (tr("Late fee"), statement.late_fee_fen),
        (tr("Interest of the cycle"), statement.interest_fen),
        (tr("Interest for lateness"), statement.penalty_fen),
        (tr("Not on record"), statement.adjustment_fen),
        (tr("Payments"), -statement.payments_fen),
        (tr("Refunds"), -statement.refunds_fen),
        (tr("Turned into instalments"), -statement.converted_fen),
    ]
    return [(words, fen) for words, fen in sums if fen]


def rate_line(terms: CardTerms) -> str:
    """What a day costs."""
    return tr("{percent}% a day").format(percent=_exact(terms.daily_rate))


def terms_line(terms: CardTerms) -> str:
    """The terms in a line: what a day costs, and the least to pay."""
    minimum = tr("minimum {percent}% and all instalments, fees and interest")
    return " · ".join((rate_line(terms), minimum.format(percent=_exact(terms.minimum.share))))


def _exact(share: Decimal) -> str:
    """A fraction in per cent, as it was entered."""
    return format((share * 100).normalize(), "f")


def revolving(view: CardView) -> str:
    """Whether interest runs, and what of it is on no statement yet."""
    if view.revolving_since is None:
        return tr("Paid in full so far: purchases are free of interest until their due day.")
    words = tr("Not paid in full: interest runs since {day}; {amount} of it is on no statement yet.")
    return words.format(day=view.revolving_since, amount=yuan(view.balance.accrued_fen))


def free_days(view: CardView) -> str:
    """How long purchases are free of interest."""
    cycle = view.cycle
    words = tr("Free of interest if the statement is then paid in full: bought today {days} days, until {day};"
               " bought the day after the next statement {longest} days.")  # fmt: skip
    return words.format(days=cycle.free_days, day=cycle.free_until, longest=cycle.longest_days)


def late_fee(view: CardView) -> str:
    """What a missed minimum costs at once; empty where nothing of it is open or nothing is charged."""
    if not view.late_fee_fen:
        return ""
    return tr("If the minimum is missed, a late fee of {amount} comes on top.").format(amount=yuan(view.late_fee_fen))


def instalment_line(each: CardInstalment) -> str:
    """An instalment that runs."""
    words = tr("{amount} in {count} periods since {day}: {left} left in {more}, next {next} and a fee of {fee} on {on}")
    return words.format(
        amount=yuan(each.principal_fen), count=each.terms.periods, day=each.posted_on, left=yuan(each.left_fen),
        more=each.periods_left, next=yuan(each.next_principal_fen), fee=yuan(each.next_fee_fen), on=each.next_on,
    )  # fmt: skip


def entry_about(entry: CardEntry) -> str:
    """What there is to say of an entry beside its kind and amount."""
    if entry.instalment is not None:
        words = tr("{count} periods, {what}")
        return words.format(count=entry.instalment.periods, what=instalment_of(entry.instalment.of))
    if entry.fee_fen is not None:
        return tr("fee {amount}").format(amount=yuan(entry.fee_fen))
    return ""


def cycle_rows(view: CardView) -> list[tuple[str, str]]:
    """The days of the present cycle as a table, its headings first."""
    cycle = view.cycle
    days = (
        (tr("Statement"), cycle.last_on),
        (tr("To be paid by"), cycle.due_on),
        (tr("Today"), view.today),
        (tr("Next statement"), cycle.next_on),
        (tr("To be paid by"), cycle.next_due_on),
        (tr("Bought today and then paid in full: free of interest until"), cycle.free_until),
    )
    return [(tr("What happens"), tr("Day")), *((words, day.isoformat()) for words, day in days)]


def spoken_cycle(view: CardView) -> str:
    """The same in words."""
    days = "; ".join(f"{words} {day}" for words, day in cycle_rows(view)[1:])
    return titled(tr("The present cycle"), days)


def card_lines(view: CardView) -> tuple[str, ...]:
    """A card in sentences: its cycle, what is owed, what is asked, and the ways to pay."""
    cycle, balance, latest = view.cycle, view.balance, view.latest
    lines = [terms_line(view.terms)]
    days = tr("Statement on {last}, the next on {next}; to be paid by {due}")
    lines.append(days.format(last=cycle.last_on, next=cycle.next_on, due=cycle.next_due_on))
    lines.append(free_days(view))
    sums = tr("Billed {billed}, not billed {unbilled}, instalments to come {instalments}")
    lines.append(
        sums.format(
            billed=yuan(balance.billed_fen), unbilled=yuan(balance.unbilled_fen),
            instalments=yuan(balance.instalments_left_fen),
        )
    )  # fmt: skip
    if latest is not None and latest.open_fen:
        lines.append(open_statement(latest))
    lines.append(revolving(view))
    lines += [each for each in (late_fee(view),) if each]
    lines += [instalment_line(each) for each in view.instalments]
    lines += [titled(way_name(way), way_result(way)) for way in view.ways]
    return tuple(lines)


def open_statement(latest: CardStatement) -> str:
    """What of the latest statement is still to pay."""
    words = tr("Still to pay by {day}: {open}, at least {minimum} ({state})")
    state = "" if latest.state is None else due_state(latest.state)
    return words.format(
        day=latest.statement.due_on, open=yuan(latest.open_fen or 0), minimum=yuan(latest.minimum_open_fen or 0),
        state=state,
    )  # fmt: skip
