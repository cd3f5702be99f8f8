"""Words for what a loan truly costs: each yearly rate by its name, and the caps beside it."""

from __future__ import annotations

from decimal import Decimal

from planner.core.findings import Level
from planner.core.irr import RateStatus
from planner.core.law import Basis
from planner.core.loan_cost import CapBeside, CostFlag, CostSums, FlatFee, LoanCost
from planner.core.rates import CostFound, TrueCost
from planner.core.terms import FeeBasis
from planner.i18n import language, tr
from planner.wording.amounts import percent, yuan
from planner.wording.cost_flags import stale_lpr, standing, two_sentences
from planner.wording.loans import rate_period
from planner.wording.warnings import grade, level, next_step, rule_name, warning_reason, warning_title


def cost_lines(view: LoanCost) -> tuple[str, ...]:
    """The cost of a loan in sentences: what was advertised, both yearly rates as agreed and as it went, the sums, the
    caps and the flags. A rate is never without its name, simple or compound."""
    lines = [advertised(view), tr("By the contract: {rates}").format(rates=both_rates(view.agreed))]
    lines.append(tr("By days: {rates}").format(rates=both_rates(view.agreed_by_days)))
    if view.flat_fee is not None:
        lines.append(fee_line(view.flat_fee))
    lines.append(tr("Agreed: {sums}").format(sums=sums(view.sums_agreed)))
    if view.went_otherwise:
        lines.append(tr("As it went, with the rest as planned: {rates}").format(rates=both_rates(view.so_far)))
        lines.append(tr("As it went: {sums}").format(sums=sums(view.sums)))
    lines += cap_lines(view)
    for flag in view.flags:
        lines += flag_words(flag, view.name)
    return tuple(lines)


def simple_rate(cost: TrueCost) -> str:
    """The nominal yearly cost by its name."""
    return tr("simple yearly rate {percent}%").format(percent=percent(cost.nominal, 2))


def compound_rate(cost: TrueCost) -> str:
    """The effective yearly cost by its name."""
    return tr("compound yearly rate {percent}%").format(percent=percent(cost.effective, 2))


def both_rates(found: CostFound) -> str:
    """Both yearly rates by name; of several all of them, and where there is none, why."""
    if not found.costs:
        return no_rate(found.status)
    named = tr("; ").join(
        tr("{simple}, {compound}").format(simple=simple_rate(cost), compound=compound_rate(cost))
        for cost in found.costs
    )
    return named if found.status is RateStatus.ONE else two_sentences(no_rate(found.status), named)


def no_rate(status: RateStatus) -> str:
    """What is said of payments by the number of their rates."""
    return {
        RateStatus.ONE: tr("There is one yearly rate."),
        RateStatus.SEVERAL: tr("Several yearly rates fit these payments; none of them alone is the cost."),
        RateStatus.NO_SIGN_CHANGE: tr("There is no yearly rate: money flows one way only."),
        RateStatus.NO_ROOT: tr("There is no yearly rate at which these payments balance."),
        RateStatus.TOTAL_LOSS: tr("There is no yearly rate: nothing came back."),
    }[status]


def advertised(view: LoanCost) -> str:
    """The rate or fee as the contract states it, as a sentence."""
    return tr("The contract says: {words}").format(words=stated(view))


def stated(view: LoanCost) -> str:
    """The rate or fee as the contract states it."""
    terms = view.terms
    fee = percent(terms.flat_fee_rate, 2)
    by_fee = (
        tr("fee {percent}% each period") if terms.fee_basis is FeeBasis.EACH_PERIOD else tr("fee {percent}% in all")
    )
    if view.stated_rate is None:
        return by_fee.format(percent=fee)
    words = f"{_plain(terms.rate.value)}{rate_period(terms.rate.period)}"
    if view.stated_rate != terms.rate.value:
        words = tr("{rate} ({percent}% a year)").format(rate=words, percent=percent(view.stated_rate, 2))
    if terms.flat_fee_rate:
        words = tr("{interest} and a {fee}").format(interest=words, fee=by_fee.format(percent=fee))
    return words


def fee_line(fee: FlatFee) -> str:
    """An advertised flat fee beside what it really costs."""
    words = tr("The fee is advertised as {all}% in all or {yearly}% a year; by itself it costs: {rates}")
    return words.format(
        all=percent(fee.in_all, 2), yearly=percent(fee.advertised_yearly, 2), rates=both_rates(fee.real)
    )


def sums(parts: CostSums) -> str:
    """What is paid beside the principal, by kind; kinds without an amount are left out."""
    named = (
        (tr("interest {amount}"), parts.interest_fen),
        (tr("fees {amount}"), parts.fee_fen),
        (tr("penalty {amount}"), parts.penalty_fen),
        (tr("deducted up front {amount}"), parts.deducted_fen),
    )
    shown = [words.format(amount=yuan(fen)) for words, fen in named if fen]
    total = tr("{amount} beside the principal").format(amount=yuan(parts.total_fen))
    if len(shown) < 2:
        return total
    return tr("{total} ({parts})").format(total=total, parts=tr(", ").join(shown))


def cap_lines(view: LoanCost) -> tuple[str, ...]:
    """Every cap on the contract with the room below it and what it rests on; or that none is known."""
    if not view.caps:
        return (tr("No cap is on record for this kind of lender on {day}.").format(day=view.terms.drawn_on),)
    return tuple(line for each in view.caps for line in (cap_line(each), cap_basis(each.cap.basis)))


def cap_line(beside: CapBeside) -> str:
    """A cap, how firm it is, and how far the simple yearly rate is from it in percentage points."""
    cap = beside.cap
    words = tr("{name}: {rate}% simple a year, {standing}").format(
        name=cap_name(cap.id), rate=percent(cap.rate, 2), standing=standing(cap.standing)
    )
    if beside.margin is not None:
        words = tr("{cap}; {room}").format(cap=words, room=room(beside.margin))
    if cap.stale and cap.lpr is not None:
        words = tr("{cap}. {stale}").format(cap=words, stale=stale_lpr(cap.lpr.published_on))
    return words


def room(margin: Decimal) -> str:
    """How far a simple yearly rate is below a cap, or above it, in percentage points."""
    words = tr("{points} points of room") if margin >= 0 else tr("{points} points above")
    return words.format(points=percent(abs(margin), 2))


def cap_name(cap_id: str) -> str:
    """What a cap is called."""
    return {
        "private_24_36": tr("Cap on private loans before August 2020"),
        "private_4_lpr": tr("Cap on private loans, four times the one-year LPR"),
        "licensed_24": tr("Cap on licensed lenders"),
        "consumer_finance_20": tr("Line for consumer finance"),
        "micro_4_lpr_announced": tr("Cap on micro-lenders, four times the one-year LPR"),
        "micro_4_lpr": tr("Cap on micro-lenders, four times the one-year LPR"),
    }[cap_id]


def cap_basis(basis: Basis) -> str:
    """What a cap rests on, since when it holds, how sure that is and when it was last checked."""
    source = basis.source_zh if language() == "zh" else basis.source
    words = tr("since {since}, {grade}, checked on {day}: {source}")
    return words.format(since=basis.effective_from, grade=grade(basis.grade), day=basis.checked_on, source=source)


def flag_words(flag: CostFlag, name: str) -> tuple[str, ...]:
    """A flag with its level, its reason and what to do next."""
    finding = flag.finding
    title = rule_name(finding.rule_id) if finding.level is Level.UNKNOWN else warning_title(finding, name)
    head = f"{finding.rule_id} {level(finding.level)}: {title}"
    steps = (f"→ {next_step(step)}" for step in finding.next_steps)
    return (head, warning_reason(finding, flag.rule), *steps)


def _plain(rate: Decimal) -> str:
    """A rate as the contract writes it, in per cent without needless zeros."""
    return f"{(rate * 100).normalize():f}"
