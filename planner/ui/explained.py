"""The explanations of rows of the book as the dialog `Origin` shows them: instalments, loans, repayments."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from planner.core.explained import PrincipalRule, RowExplained, RowOrigin
from planner.core.overdue import Penalty
from planner.core.terms import LoanTerms
from planner.i18n import tr
from planner.reports.explained import InstalmentExplained, LoanOwed, RepaymentExplained
from planner.reports.explained_rows import EntryExplained, Explained, LineExplained, Stated, StatementExplained
from planner.ui.explained_rows import entry_source, line_source, stated_source, statement_source
from planner.ui.page import Desk
from planner.ui.widgets.origin import Input, Source
from planner.wording.amounts import amount, titled, yuan
from planner.wording.cost_flags import two_sentences
from planner.wording.explained import (
    days_words,
    fee_formula,
    interest_formulas,
    origin_words,
    penalty_base_words,
    penalty_formulas,
    principal_formula,
    principal_words,
    rate_words,
    rounding_words,
    size_formula,
    size_words,
    span_words,
)
from planner.wording.loans import due_state, method, product_name


def row_source(desk: Desk, found: Explained) -> Source:
    """How the numbers of a row come about."""
    sources: dict[type, Callable[[Any], Source]] = {
        InstalmentExplained: lambda each: instalment_source(desk, each),
        LoanOwed: owed_source,
        RepaymentExplained: repayment_source,
        LineExplained: line_source,
        StatementExplained: statement_source,
        EntryExplained: entry_source,
        Stated: stated_source,
    }
    return sources[type(found)](found)


def instalment_source(desk: Desk, found: InstalmentExplained) -> Source:
    """An instalment: its interest, principal, fee and penalty with the numbers put in, and what was paid to it."""
    how, row = found.how, found.how.row
    words = [origin_words(how), principal_words(how) if how.origin is not RowOrigin.LENDER else ""]
    if _sized(how) and how.size is not None:
        words.append(size_words(how.size))
    words.append(_standing(found))
    if found.penalty is not None:
        words.append(penalty_base_words(found.terms))
    title = tr("Instalment {number} of {name}").format(number=row.number, name=found.label.name)
    return Source(
        titled(title, yuan(row.payment_fen)),
        tuple(each for each in words if each),
        rows=(found.loan, *found.paid),
        formulas=tuple(_row_formulas(found.terms, how, found.penalty)),
        inputs=tuple(_row_inputs(desk, found)),
        rounding=_row_rounding(how),
    )


def _sized(how: RowExplained) -> bool:
    return how.principal_rule is PrincipalRule.SIZE and how.size is not None


def _row_formulas(terms: LoanTerms, how: RowExplained, penalty: Penalty | None) -> list[str]:
    row = how.row
    found = []
    if how.slices:
        lines = interest_formulas(terms, how.slices, row.interest_fen, each=how.each_rounded)
        found.append(titled(tr("Interest of the period"), lines[0]))
        found += lines[1:]
    if how.carried_fen or how.left_fen:
        found.append(_carried(how))
    if _sized(how) and how.size is not None:
        found.append(titled(tr("Equal instalment"), size_formula(terms, how.size)))
    if how.origin is not RowOrigin.LENDER and how.principal_rule is not PrincipalRule.NOTHING:
        found.append(titled(tr("Principal"), principal_formula(how)))
    if how.fee is not None:
        found.append(titled(tr("Fee"), fee_formula(how.fee, row.fee_fen)))
    found.append(_together(how))
    if penalty is not None:
        lines = penalty_formulas(terms, penalty.slices, penalty.row.penalty_fen)
        found.append(titled(tr("Penalty beside it"), lines[0]))
        found += lines[1:]
    return found


def _carried(how: RowExplained) -> str:
    """Interest of a loan repaid any time that was not paid before, or is not paid now."""
    words = []
    if how.carried_fen:
        words.append(tr("+ {amount} interest of the days before that was not paid").format(
            amount=amount(how.carried_fen)))  # fmt: skip
    if how.left_fen:
        words.append(tr("− {amount} that is not paid yet").format(amount=amount(how.left_fen)))
    return f"{' '.join(words)} = {amount(how.row.interest_fen)}"


def _together(how: RowExplained) -> str:
    row = how.row
    parts = [
        tr("principal {amount}").format(amount=amount(row.principal_fen)),
        tr("interest {amount}").format(amount=amount(row.interest_fen)),
    ]
    if row.fee_fen:
        parts.append(tr("fee {amount}").format(amount=amount(row.fee_fen)))
    return titled(tr("Together"), f"{' + '.join(parts)} = {amount(row.payment_fen)}")


def _row_inputs(desk: Desk, found: InstalmentExplained) -> list[Input]:
    how, row = found.how, found.how.row
    before = tr("after instalment {number}").format(number=row.number - 1)
    first = tr("the loan, drawn on {day}").format(day=found.loan.on)
    inputs = [Input(tr("Principal before"), amount(how.balance_fen), before if row.number > 1 else first)]
    if row.prepaid_fen:
        told = tr("paid back beside the instalments, taken off before")
        inputs.append(Input(tr("Prepaid"), amount(row.prepaid_fen), told))
    if how.slices:
        inputs.append(Input(tr("Rate"), rate_words(how.rate), rate_origin(desk, found.product, found.terms, how)))
        start, end = how.slices[0].start, how.slices[-1].end
        inputs.append(Input(tr("Days"), days_words((end - start).days), span_words(start, end)))
    if how.size is not None and _sized(how):
        told = tr("solved before instalment {number} on {balance}, {count} periods left").format(
            number=how.size.number, balance=amount(how.size.balance_fen), count=how.size.periods
        )
        inputs.append(Input(tr("Equal instalment"), amount(how.size.payment_fen), told))
    inputs.append(Input(tr("Principal after"), amount(row.balance_fen)))
    return inputs


def rate_origin(desk: Desk, product: str, terms: LoanTerms, how: RowExplained) -> str:
    """Where the rate is from: a change since a day, or the contract, and whether that is as the product's template."""
    if how.rate_changed:
        return tr("changed, since {day}").format(day=how.rate_since)
    template = desk.product(product)
    if template is not None and template.loan.rate == terms.rate:
        return tr("contract of {day}, as in the template of {product}").format(
            day=terms.drawn_on, product=product_name(template)
        )
    return tr("contract of {day}, as you entered it").format(day=terms.drawn_on)


def _row_rounding(how: RowExplained) -> str:
    if not how.slices:
        return ""
    words = rounding_words(each=how.each_rounded)
    if _sized(how):
        sizing = tr("The equal instalment is rounded half-up as well; the last one takes the rest.")
        words = two_sentences(words, sizing)
    return words


def _standing(found: InstalmentExplained) -> str:
    words = tr("{state}: {paid} paid, {open} still to pay.").format(
        state=due_state(found.state), paid=yuan(found.paid_fen), open=yuan(found.open_fen)
    )
    if found.waived_fen:
        words = two_sentences(words, tr("{amount} is not asked any more.").format(amount=yuan(found.waived_fen)))
    return words


def owed_source(found: LoanOwed) -> Source:
    """The principal left: what was borrowed less what was repaid of it."""
    terms = found.terms
    words = [method(terms.method)]
    result = f"{amount(terms.principal_fen)} − {amount(found.repaid_fen)} = {amount(found.outstanding_fen)}"
    if terms.principal_fen - found.repaid_fen != found.outstanding_fen:
        result = f"{amount(terms.principal_fen)} − {amount(found.repaid_fen)} → {amount(found.outstanding_fen)}"
        words.append(tr("From {day} on the lender asks no more.").format(day=found.closed_on))
    inputs = [
        Input(tr("Borrowed"), amount(terms.principal_fen), tr("contract of {day}").format(day=terms.drawn_on)),
        Input(tr("Principal repaid"), amount(found.repaid_fen), tr("the repayments below")),
        Input(tr("Still to pay with interest"), amount(found.open_fen), tr("by the schedule")),
    ]
    name = tr("Principal left of {name}").format(name=found.loan.name)
    return Source(
        titled(name, yuan(found.outstanding_fen)),
        tuple(words),
        rows=found.repaid or (found.loan,),
        sum_fen=found.repaid_fen if found.repaid else None,
        sum_words=tr("Principal repaid {total}"),
        formulas=(titled(tr("Principal left"), result),),
        inputs=tuple(inputs),
    )


def open_source(found: LoanOwed) -> Source:
    """What the schedule still asks: the open part of each instalment."""
    words = tr("What is still open of every instalment, interest to come included. Paying the loan off today costs"
               " less, as interest to come is not due then.")  # fmt: skip
    return Source(
        titled(tr("Still to pay"), yuan(found.open_fen)), (words,), rows=found.open, sum_fen=found.open_fen,
    )  # fmt: skip


def charges_source(found: LoanOwed) -> Source:
    """The interest and fees of the whole schedule."""
    total = found.interest_fen + found.fee_fen
    formula = f"{amount(found.interest_fen)} + {amount(found.fee_fen)} = {amount(total)}"
    return Source(
        titled(tr("Interest and fees"), yuan(total)),
        (tr("The interest and the fee of every instalment, paid or not."),),
        rows=found.costs,
        sum_fen=total,
        formulas=(titled(tr("Interest + fees"), formula),),
    )


def repayment_source(found: RepaymentExplained) -> Source:
    """What a repayment paid: penalty, interest, fee, principal, and of which instalments."""
    parts = [
        (tr("penalty {amount}"), found.penalty_fen),
        (tr("interest {amount}"), found.interest_fen),
        (tr("fee {amount}"), found.fee_fen),
        (tr("principal {amount}"), found.principal_fen),
        (tr("more than was owed {amount}"), found.surplus_fen),
    ]
    shown = [words.format(amount=amount(fen)) for words, fen in parts if fen]
    words = [tr("A repayment settles the instalments in the order of their due days; of each first the interest, then"
                " the fee, then the principal.")]  # fmt: skip
    if found.prepays:
        words = [tr("Paid back beside the instalments: all of it is principal, but for the fee of paying early.")]
    if found.pays_off:
        words.append(tr("It paid the loan off: beyond the principal left it is interest and fees."))
    if found.penalty_fen:
        words.append(tr("The penalty part is as it was entered; it settles nothing of the schedule."))
    return Source(
        titled(tr("Repayment of {day}").format(day=found.label.on), yuan(found.amount_fen)),
        tuple(words),
        rows=tuple(label for label, _ in found.parts if label is not None) or (found.loan,),
        formulas=(f"{amount(found.amount_fen)} = {' + '.join(shown)}",),
        inputs=(Input(tr("Amount"), amount(found.amount_fen), tr("entered for {day}").format(day=found.label.on)),),
    )
