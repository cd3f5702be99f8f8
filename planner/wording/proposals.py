"""Words for what statements propose: which debt a row settles and why, and which rows are one movement."""

from __future__ import annotations

from planner.core.debt_matching import DebtProposal
from planner.core.debt_targets import Fit, Part, Target
from planner.core.facts import RowKind
from planner.core.row_pairs import PairKind, PairProposal
from planner.core.statement_rows import DebtKind
from planner.i18n import tr
from planner.wording.amounts import short_name, yuan
from planner.wording.statements import provider

GOOD, WATCH, NEUTRAL, ACCENT, RISK = "good", "watch", "neutral", "accent", "risk"


def fit_reason(fit: Fit) -> str:
    """Why a row may belong there."""
    return {
        Fit.ENTERED: tr("You entered this repayment by hand"),
        Fit.INSTALMENT: tr("The instalment's amount, near its due day"),
        Fit.SEVERAL: tr("The instalments of several loans of one day"),
        Fit.ARREARS: tr("What was due by then"),
        Fit.PAYOFF: tr("Pays the loan off on that day"),
        Fit.STATEMENT: tr("The statement whole"),
        Fit.MINIMUM: tr("The statement's minimum"),
        Fit.DRAWN: tr("A loan of the book, drawn then"),
        Fit.ANOTHER_DAY: tr("The next instalment's amount, far from its due day"),
        Fit.AFTER_OTHERS: tr("An instalment of that day, but earlier ones are open and are paid first"),
        Fit.PART: tr("A part of what is due next"),
        Fit.OTHER_AMOUNT: tr("The product fits, the amount is another"),
        Fit.BY_HAND: tr("Chosen by hand"),
    }[fit]


def target_name(target: Target) -> str:
    """`借呗 instalment 2/12`: the debts and the instalments that the money would go to."""
    return " + ".join(_part_name(part) for part in target.parts)


def _part_name(part: Part) -> str:
    name = short_name(part.name)
    if part.closes:
        return tr("{name}, paid off").format(name=name)
    if part.account.kind is RowKind.LINE and part.due_on is not None and part.repayment_id is None:
        return tr("{name}, statement due {day}").format(name=name, day=f"{part.due_on:%m-%d}")
    if not part.settles:
        return name
    first, last = part.settles[0], part.settles[-1]
    if first.number == last.number:
        return tr("{name} instalment {number}/{count}").format(name=name, number=first.number, count=first.periods)
    return tr("{name} instalments {first}–{last}/{count}").format(
        name=name, first=first.number, last=last.number, count=first.periods
    )


def target_split(target: Target) -> str:
    """What of the money is principal, interest, fee and penalty by the schedule; empty where no schedule says."""
    sums = [
        (tr("principal {amount}"), sum(part.principal_fen for part in target.parts)),
        (tr("interest {amount}"), sum(part.interest_fen for part in target.parts)),
        (tr("fee {amount}"), sum(part.fee_fen for part in target.parts)),
        (tr("penalty {amount}"), sum(part.penalty_fen for part in target.parts)),
    ]
    return " + ".join(words.format(amount=yuan(fen)) for words, fen in sums if fen)


def debt_meaning(found: DebtProposal) -> str:
    """What a debt row would do, for a column."""
    best = found.best
    if found.row.kind is DebtKind.DRAWDOWN:
        words = tr("Loan paid out → {target}")
        return tr("Loan paid out, never income") if best is None else words.format(target=target_name(best))
    words = tr("Repayment → {target}")
    return tr("Repayment, never spending") if best is None else words.format(target=target_name(best))


def debt_badge(found: DebtProposal) -> tuple[str, str] | None:
    """(word, tone); None where there is nothing to say."""
    best = found.best
    if best is None:
        return (tr("New loan?"), WATCH) if found.row.kind is DebtKind.DRAWDOWN else None
    if found.sure:
        return tr("Loan matched"), ACCENT
    return (tr("Which debt?"), WATCH) if best.fit.strength <= 1 else (tr("Perhaps"), NEUTRAL)


def pair_badge(found: PairProposal) -> tuple[str, str]:
    """(word, tone)."""
    return (tr("Transfer?") if found.kind is PairKind.TRANSFER else tr("Duplicate?")), WATCH


def pair_meaning(found: PairProposal) -> str:
    """What two rows may be, for a column."""
    if found.kind is PairKind.TRANSFER:
        return tr("Transfer between {one} and {two}?").format(
            one=provider(found.row.provider), two=provider(found.other.provider)
        )
    repaid = found.kind is PairKind.CARD_REPAID
    words = tr("One repayment in {one} and {two}?") if repaid else tr("The same in {one} and {two}?")
    return words.format(one=provider(found.row.provider), two=provider(found.other.provider))


def pair_outcome(found: PairProposal) -> str:
    """What confirming it does."""
    if found.kind is PairKind.TRANSFER:
        return tr("Confirmed, neither counts as income or spending")
    return tr("Confirmed, the row of {one} counts and that of {two} does not").format(
        one=provider(found.row.provider), two=provider(found.other.provider)
    )


def failed_words(times: int, first: str, last: str) -> str:
    """When a repayment failed."""
    if times == 1:
        return tr("Repayment failed on {day}, still owed").format(day=last)
    return tr("Repayment failed {count} times, {first} to {last}, still owed").format(
        count=times, first=first, last=last
    )


def failed_advice() -> str:
    """What to do about it."""
    return tr("See that the paying account holds enough, or pay it by hand in the app.")
