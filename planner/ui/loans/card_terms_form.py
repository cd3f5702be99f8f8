"""The form of what the contract of a card agrees: begun from the product's template, with what that rests on."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QCheckBox, QWidget

from planner.core.card_defaults import CardDefaults
from planner.core.card_terms import (
    CardTerms,
    CashTerms,
    DueRule,
    GraceLoss,
    MinimumRule,
    ShareWithin,
    StatementDayPurchase,
)
from planner.core.errors import OutOfRange
from planner.core.products import Product
from planner.i18n import tr
from planner.reports.line_view import LineView
from planner.ui.loans.evidence import Evidence
from planner.ui.loans.saving import SavingForm
from planner.ui.page import Desk
from planner.ui.widgets.basics import label
from planner.ui.widgets.fields import ChoiceField, MoneyField, NumberField, PercentField, percent_text
from planner.ui.widgets.naming import named
from planner.wording import cards as words
from planner.wording import problems

_USUAL = "credit_card"
"""The template of a line whose product has none."""


class CardTermsForm(SavingForm):
    """The terms on record, or those of the template with the line's own days."""

    def __init__(self, desk: Desk, parent: QWidget, line: LineView) -> None:
        title = tr("Card terms of {name}").format(name=line.name)
        super().__init__(parent, "card_terms_form", title, self._save)
        self._desk, self._line = desk, line
        self.resize(580, 640)
        product = desk.product(line.product)
        if product is None or product.card is None:
            product = desk.product(_USUAL)
        self._defaults = None if product is None else product.card
        self._make_fields()
        self._add_rows(product)
        self.due_rule.currentIndexChanged.connect(self._arrange)
        self._show(line.terms or _begun(self._defaults, line))
        self._arrange()
        self.first_field = self.statement_day

    def _make_fields(self) -> None:
        name = "card_terms_form"
        self.statement_day = NumberField("statement_day", f"{name}.statement_day")
        self.due_rule = ChoiceField(f"{name}.due_rule", ((k, words.due_rule(k)) for k in DueRule))
        self.due_day = NumberField("due_day", f"{name}.due_day")
        self.days_after = NumberField("days_after", f"{name}.days_after")
        choices = ((k, words.statement_day_purchase(k)) for k in StatementDayPurchase)
        self.purchase = ChoiceField(f"{name}.statement_day_purchase", choices)
        self.daily_rate = PercentField("daily_rate", f"{name}.daily_rate")
        self.grace_loss = ChoiceField(f"{name}.grace_loss", ((k, words.grace_loss(k)) for k in GraceLoss))
        self.compounds = named(QCheckBox(tr("Interest bears interest, month by month")), f"{name}.compounds")
        self.overdue_rate = PercentField("overdue_rate", f"{name}.overdue_rate", optional=True)
        self.share = PercentField("minimum_share", f"{name}.minimum_share")
        self.cash_share = PercentField("cash_share", f"{name}.cash_share", optional=True)
        self.floor = MoneyField("minimum_floor", f"{name}.minimum_floor", optional=True)
        self.whole_at = MoneyField("whole_at", f"{name}.whole_at", optional=True)
        self.late = _ShareFields(name, "late")
        self.cash = _ShareFields(name, "cash_fee")
        self.cash_rate = PercentField("cash_rate", f"{name}.cash_rate", optional=True)
        self.tolerance = MoneyField("tolerance", f"{name}.tolerance", optional=True)
        self.grace_days = NumberField("grace_days", f"{name}.grace_days", optional=True)

    def _add_rows(self, product: Product | None) -> None:
        self.evidence = Evidence("card_terms_form", self.rows)
        if product is not None:
            self.evidence.show_product(replace(product, evidence=product.card_evidence))
        assumed = () if self._defaults is None else self._defaults.assumed
        told = tr(", ").join(problems.field(each) for each in assumed)
        if told:
            words_ = tr("Only assumed, no source states it: {fields}").format(fields=told)
            self.rows.addRow("", named(label(words_, "faint", wrap=True), "card_terms_form.assumed"))
        self.add("statement_day", tr("Statement day"), self.statement_day)
        self.add("due_rule", tr("To be paid by"), self.due_rule)
        self.add("due_day", tr("Day of the month"), self.due_day)
        self.add("days_after", tr("Days after the statement day"), self.days_after)
        self.add("statement_day_purchase", tr("Bought on the statement day"), self.purchase)
        self.section(tr("Interest"))
        self.add("daily_rate", tr("Daily rate, %"), self.daily_rate)
        self.add("grace_loss", tr("Not paid in full, it bears"), self.grace_loss)
        self.add("compounds", "", self.compounds)
        self.add("overdue_rate", tr("Daily rate when late, %"), self.overdue_rate, tr("Empty where it is the same"))
        self.section(tr("Minimum payment"))
        self.add("minimum_share", tr("% of purchases and cash"), self.share)
        self.add("cash_share", tr("% of cash, if another"), self.cash_share)
        self.add("minimum_floor", tr("At least"), self.floor)
        self.add("whole_at", tr("All of it up to"), self.whole_at, tr("Where purchases and cash come to no more"))
        self.section(tr("Late fee"))
        self.late.add_to(self, tr("% of the unpaid minimum"))
        self.section(tr("Cash advance"))
        self.cash.add_to(self, tr("Fee, % of the cash"))
        self.add("cash_rate", tr("Daily rate of cash, %"), self.cash_rate, tr("Empty where it is the same"))
        self.section(tr("Let pass by the issuer"))
        hint = tr("What happened is reckoned with it; no plan ever counts on it")
        self.add("tolerance", tr("Shortfall up to"), self.tolerance)
        self.add("grace_days", tr("Days late up to"), self.grace_days, hint)

    def _arrange(self, _changed: object = None) -> None:
        """The due rule asks for a day of the month or for a number of days."""
        by_month = self.due_rule.chosen(DueRule) is DueRule.DAY_OF_MONTH
        self.set_shown(self.due_day, by_month)
        self.set_shown(self.days_after, not by_month)

    def _show(self, terms: CardTerms) -> None:
        self.statement_day.setText(str(terms.statement_day))
        self.due_rule.choose(terms.due_rule)
        self.due_day.setText(str(terms.due_day))
        self.days_after.setText(str(terms.days_after))
        self.purchase.choose(terms.statement_day_purchase)
        self.daily_rate.set_fraction(terms.daily_rate)
        self.grace_loss.choose(terms.grace_loss)
        self.compounds.setChecked(terms.compounds)
        self.share.set_fraction(terms.minimum.share)
        for field, rate in (
            (self.overdue_rate, terms.overdue_rate),
            (self.cash_share, terms.minimum.cash_share),
            (self.cash_rate, terms.cash.daily_rate),
        ):
            field.setText("" if rate is None else percent_text(rate))
        self.floor.set_fen(terms.minimum.floor_fen or None)
        self.whole_at.set_fen(terms.minimum.whole_at_fen or None)
        self.late.show(terms.late_fee)
        self.cash.show(terms.cash.fee)
        self.tolerance.set_fen(terms.tolerance_fen or None)
        self.grace_days.setText(str(terms.grace_days) if terms.grace_days else "")

    def _terms(self) -> CardTerms:
        rule = self.due_rule.chosen(DueRule)
        by_month = rule is DueRule.DAY_OF_MONTH
        before = self._line.terms or _begun(self._defaults, self._line)
        return CardTerms(
            statement_day=self.statement_day.needed_number(),
            due_rule=rule,
            due_day=self.due_day.needed_number() if by_month else before.due_day,
            days_after=before.days_after if by_month else self.days_after.needed_number(),
            statement_day_purchase=self.purchase.chosen(StatementDayPurchase),
            daily_rate=self.daily_rate.fraction(),
            grace_loss=self.grace_loss.chosen(GraceLoss),
            compounds=self.compounds.isChecked(),
            overdue_rate=self.overdue_rate.fraction_or_none(),
            minimum=MinimumRule(
                self.share.fraction(),
                self.cash_share.fraction_or_none(),
                self.floor.fen() or 0,
                self.whole_at.fen() or 0,
            ),
            late_fee=self.late.share_within(),
            cash=CashTerms(self.cash.share_within(), self.cash_rate.fraction_or_none()),
            order=before.order,
            tolerance_fen=self.tolerance.fen() or 0,
            grace_days=self.grace_days.number() or 0,
        )

    def _save(self) -> None:
        from planner.actions.cards import set_card_terms

        self.do(self._desk.book, set_card_terms, line_id=self._line.account.id, terms=self._terms())


class _ShareFields:
    """A share with its floor and cap."""

    def __init__(self, form: str, name: str) -> None:
        self._name = name
        self.share = PercentField(f"{name}_share", f"{form}.{name}_share")
        self.floor = MoneyField(f"{name}_floor", f"{form}.{name}_floor", optional=True)
        self.cap = MoneyField(f"{name}_cap", f"{form}.{name}_cap", optional=True)

    def add_to(self, form: SavingForm, words_: str) -> None:
        form.add(f"{self._name}_share", words_, self.share)
        form.add(f"{self._name}_floor", tr("At least"), self.floor)
        form.add(f"{self._name}_cap", tr("At most"), self.cap, tr("Empty for no limit"))

    def show(self, fee: ShareWithin) -> None:
        self.share.set_fraction(fee.share)
        self.floor.set_fen(fee.floor_fen or None)
        self.cap.set_fen(fee.cap_fen)

    def share_within(self) -> ShareWithin:
        """What is typed. Raises OutOfRange with the field of this share."""
        try:
            return ShareWithin(self.share.fraction(), self.floor.fen() or 0, self.cap.fen())
        except OutOfRange as error:
            raise (
                OutOfRange(f"{self._name}_{error.field}", **error.values) if error.field in _PARTS else error
            ) from None


_PARTS = ("share", "floor", "cap")


def _begun(defaults: CardDefaults | None, line: LineView) -> CardTerms:
    """The template's terms with the days that the line has."""
    terms = CardTerms(line.statement_day or 1, daily_rate=Decimal("0.0005")) if defaults is None else defaults.terms
    return replace(
        terms, statement_day=line.statement_day or terms.statement_day, due_day=line.due_day or terms.due_day
    )
