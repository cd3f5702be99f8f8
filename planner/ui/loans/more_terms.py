"""What most contracts leave as the template has it: days without work, rounding, lateness, and paying early."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from planner.core.arithmetic import parse_percent
from planner.core.errors import NotARate, OutOfRange
from planner.core.products import LoanDefaults
from planner.core.terms import (
    HolidayShift,
    LoanTerms,
    PenaltyBase,
    PenaltyTerms,
    PrepayFee,
    PrepayTerms,
    RemainderIn,
)
from planner.i18n import tr
from planner.ui.loans.saving import SavingForm
from planner.ui.widgets.fields import ChoiceField, NumberField, PercentField, percent_text
from planner.ui.widgets.naming import named
from planner.wording import loans as words

MOST_MONTHS = 24


class MoreTerms:
    """Rows of a form, shown when `opener` is ticked. `values` are what LoanTerms takes."""

    def __init__(self, form: SavingForm) -> None:
        self._form = form
        self.opener = named(QCheckBox(tr("More of the contract")), "loan_form.more")
        self._make_fields()
        self._add_rows()
        self.opener.toggled.connect(self._arrange)
        for choice in (self.shift, self.prepay_fee):
            choice.currentIndexChanged.connect(self._arrange)
        self.prepay_allowed.toggled.connect(self._arrange)
        self._arrange()

    def _make_fields(self) -> None:
        self.shift = ChoiceField("loan_form.holiday_shift", ((k, words.holiday_shift(k)) for k in HolidayShift))
        self.shift_accrues = named(QCheckBox(tr("With interest for those days")), "loan_form.shift_accrues")
        self.remainder = ChoiceField("loan_form.remainder_in", ((k, words.remainder_in(k)) for k in RemainderIn))
        self.least_days = NumberField("least_days", "loan_form.least_days")
        self.penalty_base = ChoiceField("loan_form.penalty_base", ((k, words.penalty_base(k)) for k in PenaltyBase))
        self.multiplier = PercentField("penalty_multiplier", "loan_form.penalty_multiplier")
        self.penalty_rate = PercentField("penalty_rate", "loan_form.penalty_rate", optional=True)
        self.replaces = named(QCheckBox(tr("Instead of the normal interest")), "loan_form.penalty_replaces")
        self.compounds = named(QCheckBox(tr("Unpaid interest bears it too")), "loan_form.penalty_compounds")
        self.prepay_allowed = named(QCheckBox(tr("It can be repaid early")), "loan_form.prepay_allowed")
        self.prepay_partial = named(QCheckBox(tr("Also a part of it")), "loan_form.prepay_partial")
        self.prepay_fee = ChoiceField("loan_form.prepay_fee", ((k, words.prepay_fee(k)) for k in PrepayFee))
        self.prepay_rate = PercentField("prepay_rate", "loan_form.prepay_rate")
        self.prepay_months = NumberField("prepay_months", "loan_form.prepay_months")
        self.prepay_steps = named(QLineEdit(), "loan_form.prepay_steps")
        self.prepay_steps.setPlaceholderText("0: 3, 12: 2, 24: 1, 36: 0")

    def _add_rows(self) -> None:
        add = self._form.add
        add("more", "", self.opener)
        add("holiday_shift", tr("Due on a day off"), self.shift)
        add("shift_accrues", "", self.shift_accrues)
        add("remainder_in", tr("Rest of rounding"), self.remainder)
        add("least_days", tr("Least days of interest"), self.least_days)
        add("penalty_base", tr("Penalty interest on"), self.penalty_base)
        add("penalty_multiplier", tr("Penalty, % of the rate"), self.multiplier, tr("Mostly 150; 0 for none"))
        add("penalty_rate", tr("Or a rate, % a day"), self.penalty_rate, tr("Where the contract states one of its own"))
        add("penalty_replaces", "", self.replaces)
        add("penalty_compounds", "", self.compounds)
        add("prepay_allowed", "", self.prepay_allowed)
        add("prepay_partial", "", self.prepay_partial)
        add("prepay_fee", tr("Price of that"), self.prepay_fee)
        add("prepay_rate", tr("% of what is repaid early"), self.prepay_rate)
        add("prepay_months", tr("Months of interest"), self.prepay_months)
        add("prepay_steps", tr("% by age"), self.prepay_steps, tr("Months of age: % of what is repaid early"))

    def show(self, terms: LoanTerms | LoanDefaults, *, keep_typed: bool = False) -> None:
        """What a template or a loan has; typed text stays where it is to be kept."""
        penalty, prepay = terms.penalty, terms.prepay
        self.show_plan(terms)
        self.penalty_base.choose(penalty.base)
        self.replaces.setChecked(penalty.replaces_interest)
        self.compounds.setChecked(penalty.compounds)
        self.prepay_allowed.setChecked(prepay.allowed)
        self.prepay_partial.setChecked(prepay.partial_allowed)
        self.prepay_fee.choose(prepay.fee)
        months = prepay.fee is PrepayFee.MONTHS_OF_INTEREST
        texts = {
            self.least_days: str(terms.least_days),
            self.multiplier: percent_text(penalty.multiplier),
            self.penalty_rate: "" if penalty.daily_rate is None else percent_text(penalty.daily_rate),
            self.prepay_rate: percent_text(Decimal(0) if months else prepay.rate),
            self.prepay_months: f"{prepay.rate:f}" if months else "1",
            self.prepay_steps: ", ".join(f"{age}: {percent_text(share)}" for age, share in prepay.steps),
        }
        for field, text in texts.items():
            if not (keep_typed and field.isModified()):
                field.setText(text)
        self._arrange()

    def show_plan(self, terms: LoanTerms | LoanDefaults) -> None:
        """What of it makes the plan."""
        self.shift.choose(terms.holiday_shift)
        self.shift_accrues.setChecked(terms.shift_accrues)
        self.remainder.choose(terms.remainder_in)

    def values(self) -> dict[str, Any]:
        """What stands in the fields. Raises Missing, NotANumber, NotARate or OutOfRange."""
        return {
            "holiday_shift": self.shift.chosen(HolidayShift),
            "shift_accrues": self.shift_accrues.isChecked(),
            "remainder_in": self.remainder.chosen(RemainderIn),
            "least_days": self.least_days.needed_number(),
            "penalty": PenaltyTerms(
                self.penalty_base.chosen(PenaltyBase),
                self.multiplier.fraction(),
                self.penalty_rate.fraction_or_none(),
                self.replaces.isChecked(),
                self.compounds.isChecked(),
            ),
            "prepay": self._prepay(),
        }

    def open_for(self, field: str) -> None:
        """Shows the rows where an error names one of their fields."""
        if field in self._rows():
            self.opener.setChecked(True)

    def _prepay(self) -> PrepayTerms:
        fee = self.prepay_fee.chosen(PrepayFee)
        rate, steps = Decimal(0), tuple[tuple[int, Decimal], ...]()
        if fee is PrepayFee.SHARE_OF_PREPAID:
            rate = self.prepay_rate.fraction()
        elif fee is PrepayFee.MONTHS_OF_INTEREST:
            months = self.prepay_months.needed_number()
            if not 0 <= months <= MOST_MONTHS:
                raise OutOfRange("prepay_months", low=0, high=MOST_MONTHS)
            rate = Decimal(months)
        elif fee is PrepayFee.STEPS:
            steps = tuple(_steps(self.prepay_steps.text()))
        return PrepayTerms(self.prepay_allowed.isChecked(), self.prepay_partial.isChecked(), fee, rate, steps)

    def _rows(self) -> dict[str, tuple[QWidget, bool]]:
        """Every row by the field that errors name, and whether what is chosen asks for it."""
        fee, early = self.prepay_fee.chosen(PrepayFee), self.prepay_allowed.isChecked()
        return {
            "holiday_shift": (self.shift, True),
            "shift_accrues": (self.shift_accrues, self.shift.chosen(HolidayShift) is not HolidayShift.NONE),
            "remainder_in": (self.remainder, True),
            "least_days": (self.least_days, True),
            "penalty_base": (self.penalty_base, True),
            "penalty_multiplier": (self.multiplier, True),
            "penalty_rate": (self.penalty_rate, True),
            "penalty_replaces": (self.replaces, True),
            "penalty_compounds": (self.compounds, True),
            "prepay_allowed": (self.prepay_allowed, True),
            "prepay_partial": (self.prepay_partial, early),
            "prepay_fee": (self.prepay_fee, True),
            "prepay_rate": (self.prepay_rate, fee is PrepayFee.SHARE_OF_PREPAID),
            "prepay_months": (self.prepay_months, fee is PrepayFee.MONTHS_OF_INTEREST),
            "prepay_steps": (self.prepay_steps, fee is PrepayFee.STEPS),
        }

    def _arrange(self, _changed: object = None) -> None:
        opened = self.opener.isChecked()
        for widget, asked_for in self._rows().values():
            self._form.set_shown(widget, opened and asked_for)


def _steps(text: str) -> Iterator[tuple[int, Decimal]]:
    """`0: 3, 12: 2` as full months of age and fractions. Raises NotARate (prepay_steps)."""
    plain = text.replace("，", ",").replace("：", ":")
    for step in plain.split(","):
        age, colon, share = step.partition(":")
        if not colon or not age.strip().isdecimal() or not share.strip():
            raise NotARate("prepay_steps", text=text)
        fraction = parse_percent(share, "prepay_steps")
        if not 0 <= fraction <= 1:
            raise OutOfRange("prepay_steps", low=Decimal(0), high=Decimal(1))
        yield int(age), fraction
