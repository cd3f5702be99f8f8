"""The explanations of lines, statements, transactions and what was typed in, as the dialog `Origin` shows them."""

from __future__ import annotations

from planner.core.card_statements import Statement
from planner.core.facts import RowKind, RowLabel
from planner.core.line_limits import USABLE
from planner.core.statement_rows import RowClass
from planner.i18n import tr
from planner.reports.explained_rows import EntryExplained, LineExplained, Stated, StatementExplained
from planner.ui.widgets.origin import Input, Source
from planner.wording.amounts import UNKNOWN, amount, titled, yuan
from planner.wording.currencies import in_currency, money
from planner.wording.loans import line_status, row_label
from planner.wording.statements import provider, refund_use, review_reason, row_class

MOST_RAW = 400


def line_source(found: LineExplained) -> Source:
    """What is used of a line: the open rest of its statement, what was bought since, and the loans under it."""
    rows = (*_some(found.statement), *found.payments, *found.charges, *found.loans)
    return Source(
        titled(tr("Used of {name}").format(name=found.line.name), yuan(found.used_fen)),
        (_line_words(found),),
        rows=rows,
        formulas=(*_billed(found), titled(tr("Used"), _used(found))),
        inputs=tuple(_line_inputs(found)),
    )


def available_source(found: LineExplained) -> Source:
    """What is left of a line's limit."""
    limits, words = found.limits, []
    left, usable = limits.available_fen, limits.in_force_fen is not None and limits.used_fen is not None
    formula = tr("No limit is on record, so nothing is said to be available.")
    if limits.status is not None and limits.status not in USABLE:
        formula = tr("{status}: nothing is available.").format(status=line_status(limits.status))
    elif limits.in_force_fen is not None and limits.used_fen is None:
        formula = tr("What is used is not known, so nothing is said to be available.")
    elif usable:
        formula = _left(found)
        if left == 0:
            words.append(tr("More is used than the limit: nothing is available."))
    group = limits.group
    if group is not None and group.rest_fen is not None:
        shared = tr("{name}, shared by {lines} lines: {rest} of {limit} is left. The smaller of both counts.")
        rest, limit = yuan(group.rest_fen), yuan(group.limit_fen)
        words.append(shared.format(name=group.name, lines=len(group.lines), rest=rest, limit=limit))
    words.append(tr("Some lenders free the limit again only days after a repayment; the app of the line says so."))
    return Source(
        titled(tr("Available of {name}").format(name=found.line.name), yuan(left)),
        tuple(words),
        rows=(*_some(found.limit), *_some(found.statement), *found.loans),
        formulas=(titled(tr("Available"), formula), titled(tr("Used"), _used(found))),
        inputs=tuple(_line_inputs(found)),
    )


def _left(found: LineExplained) -> str:
    """Limit − used, and what that comes to: nothing below zero, and no more than a shared limit leaves."""
    limits = found.limits
    exact = (limits.in_force_fen or 0) - (limits.used_fen or 0) == limits.available_fen
    parts = f"{amount(limits.in_force_fen)} − {amount(limits.used_fen)}"
    return f"{parts} {'=' if exact else '→'} {amount(limits.available_fen)}"


def limit_source(found: LineExplained) -> Source:
    """The limit in force."""
    limit, limits = found.limit, found.limits
    if limit is None:
        return Source(titled(tr("Limit"), UNKNOWN), (tr("No limit is on record by this day."),), rows=(found.line,))
    words = [tr("The latest entry of the limit history; it is as you entered it.")]
    if limits.raised_until is not None:
        raised = tr("A temporary limit, in force until {day}; it is as you entered it.")
        words = [raised.format(day=limits.raised_until)]
    return Source(
        titled(tr("Limit of {name}").format(name=found.line.name), yuan(limits.in_force_fen)),
        tuple(words),
        rows=(limit,),
        inputs=tuple(_limit_inputs(found)),
    )


def _line_words(found: LineExplained) -> str:
    if found.reckoned:
        return tr(
            "Reckoned day by day from the contract's terms and what is on record: what is billed and open, what is not"
            " billed yet, instalments to come, and the loans under it."
        )
    if found.statement is None and found.charges:
        return tr("No statement is on record: purchases less refunds and payments run from nothing, never below it.")
    return tr("The open rest of the latest statement, what was bought since, and the principal of the loans under it.")


def _billed(found: LineExplained) -> list[str]:
    if found.statement is None:
        return []
    balance = found.statement.amount_fen or 0
    sign = "=" if balance - found.paid_fen == found.billed_fen else "→"
    parts = f"{amount(balance)} − {amount(found.paid_fen)} {sign} {amount(found.billed_fen)}"
    return [titled(tr("Statement less payments since"), parts)]


def _used(found: LineExplained) -> str:
    parts = (
        (tr("statement {amount}"), found.billed_fen),
        (tr("bought since {amount}"), found.unbilled_fen),
        (tr("instalments to come {amount}"), found.instalments_fen),
        (tr("loans {amount}"), found.loans_fen),
    )
    shown = [words.format(amount=amount(fen)) for words, fen in parts if fen]
    return f"{' + '.join(shown) or amount(0)} = {amount(found.used_fen)}"


def _line_inputs(found: LineExplained) -> list[Input]:
    inputs = _limit_inputs(found)
    if found.statement is not None:
        told = tr("statement of {day}, reckoned") if found.statement.ref.kind is RowKind.LINE else tr(
            "statement of {day}, as you entered it")  # fmt: skip
        inputs.append(Input(tr("Statement"), amount(found.statement.amount_fen), told.format(day=found.statement.on)))
    if found.payments:
        told = tr("{count} payments").format(count=len(found.payments))
        inputs.append(Input(tr("Paid since"), amount(found.paid_fen), told))
    if found.charges:
        bought = sum(each.amount_fen or 0 for each in found.charges)
        inputs.append(Input(tr("Bought since"), amount(bought), tr("from imported statements, less refunds")))
    if found.loans:
        told = tr("{count} loans, their principal left").format(count=len(found.loans))
        inputs.append(Input(tr("Loans under it"), amount(found.loans_fen), told))
    return inputs


def _limit_inputs(found: LineExplained) -> list[Input]:
    if found.limit is None:
        return []
    since = tr("in force since {day}").format(day=found.limit.on)
    inputs = [Input(tr("Limit"), amount(found.limit.amount_fen), since)]
    if found.limits.raised_until is not None:
        told = tr("temporary, until {day}").format(day=found.limits.raised_until)
        inputs.append(Input(tr("Raised to"), amount(found.limits.in_force_fen), told))
    return inputs


def _some(label: RowLabel | None) -> tuple[RowLabel, ...]:
    return () if label is None else (label,)


def statement_source(found: StatementExplained) -> Source:
    """A statement: its balance, part by part where it was reckoned, less what was paid of it."""
    balance = found.label.amount_fen or 0
    sign = "=" if balance - found.paid_fen == found.open_fen else "→"
    words = [_statement_words(found)]
    if found.next_on is not None:
        words.append(tr("The statement of {day} took up what was left of it.").format(day=found.next_on))
    formulas = [] if found.parts is None else [titled(tr("Balance"), _statement_sum(found.parts))]
    formulas.append(
        titled(tr("Still open"), f"{amount(balance)} − {amount(found.paid_fen)} {sign} {amount(found.open_fen)}")
    )
    minimum = tr("as you entered it") if found.stated and found.minimum_fen is not None else ""
    inputs = [
        Input(tr("Balance"), amount(balance), tr("statement of {day}").format(day=found.label.on)),
        Input(tr("Minimum"), amount(found.minimum_fen), minimum),
        Input(tr("Due"), found.due_on.isoformat()),
    ]
    return Source(
        titled(tr("Statement of {name}").format(name=found.label.name), yuan(balance)),
        tuple(words),
        rows=found.payments or (found.label,),
        sum_fen=sum(each.amount_fen or 0 for each in found.payments) if found.payments else None,
        sum_words=tr("Paid {total}"),
        formulas=tuple(formulas),
        inputs=tuple(inputs),
    )


def _statement_words(found: StatementExplained) -> str:
    if not found.stated:
        return tr("Reckoned from the contract's terms and what is on record; the lender's statement may differ.")
    if found.parts is not None and found.parts.adjustment_fen:
        return tr("The balance is the lender's, as you entered it; the difference to what was reckoned is named.")
    return tr("The balance is as you entered it from the lender's statement; nothing of it is worked out.")


def _statement_sum(parts: Statement) -> str:
    """What a reckoned statement is the sum of, its parts by name; those without an amount are left out."""
    named = (
        (tr("statement before {amount}"), parts.previous_fen),
        (tr("purchases {amount}"), parts.purchases_fen),
        (tr("cash {amount}"), parts.cash_fen),
        (tr("instalments {amount}"), parts.instalments_fen),
        (tr("fees {amount}"), parts.fees_fen),
        (tr("late fee {amount}"), parts.late_fee_fen),
        (tr("interest {amount}"), parts.interest_fen),
        (tr("penalty {amount}"), parts.penalty_fen),
        (tr("difference to the lender's {amount}"), parts.adjustment_fen),
        (tr("payments {amount}"), -parts.payments_fen),
        (tr("refunds {amount}"), -parts.refunds_fen),
        (tr("made into instalments {amount}"), -parts.converted_fen),
    )
    shown = ""
    for words, fen in named:
        if fen:
            told = words.format(amount=amount(abs(fen)))
            shown += f" {'−' if fen < 0 else '+'} {told}" if shown else f"{'−' if fen < 0 else ''}{told}"
    return f"{shown or amount(0)} = {amount(parts.balance_fen)}"


def entry_source(found: EntryExplained) -> Source:
    """A transaction: its file, its line there and its text, and what refunds took off it."""
    entry = found.entry
    words = [row_class(entry.row_class)]
    if entry.refund_use is not None:
        words.append(refund_use(entry.refund_use))
    if entry.review is not None:
        words.append(review_reason(entry.review))
    if not entry.own and entry.raw:
        words.append(entry.raw if len(entry.raw) <= MOST_RAW else f"{entry.raw[:MOST_RAW]}…")
    formulas: tuple[str, ...] = ()
    if entry.row_class is RowClass.OUT and entry.refunded_fen:
        net = f"{amount(entry.amount_fen)} − {amount(entry.refunded_fen)} = {amount(entry.net_fen)}"
        formulas = (titled(tr("Paid less refunds"), net),)
    when = UNKNOWN if entry.happened_at is None else f"{entry.happened_at:%Y-%m-%d}"
    inputs = [Input(tr("Amount"), amount(entry.amount_fen), _where(found)), Input(tr("Day"), when)]
    if entry.foreign_hundredths is not None:
        inputs.append(Input(tr("In the file"), in_currency(entry.foreign_hundredths, entry.currency)))
    name = entry.counterparty or entry.description or tr("Transaction")
    return Source(
        titled(name, money(entry.net_fen, entry.foreign_hundredths, entry.currency)),
        tuple(words),
        rows=found.refunds,
        sum_fen=entry.refunded_fen if found.refunds else None,
        sum_words=tr("Refunded {total}"),
        formulas=formulas,
        inputs=tuple(inputs),
    )


def _where(found: EntryExplained) -> str:
    if found.entry.own:
        return tr("noted by hand")
    return tr("{provider}, {file}, line {line}, imported on {day}").format(
        provider=provider(found.entry.provider), file=found.file_name, line=found.entry.line, day=found.imported_on
    )


def stated_source(found: Stated) -> Source:
    """A number that was typed in, or a payment to a line."""
    label = found.label
    words = tr("It is as it was entered; nothing of it is worked out.")
    if label.ref.kind is RowKind.REPAYMENT:
        words = tr("A payment to a line, as it was entered: it pays the latest statement first, then what was bought"
                   " since.")  # fmt: skip
    return Source(row_label(label), (words,), rows=(label,))
