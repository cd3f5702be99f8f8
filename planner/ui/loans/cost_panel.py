"""The tab of a loan's cost: what was advertised, what it really costs, the law's cap beside it, and the flags."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from planner.core.findings import Level
from planner.core.irr import RateStatus
from planner.core.law import Standing
from planner.core.loan_cost import CapBeside, CostFlag, LoanCost
from planner.core.rates import CostFound
from planner.i18n import tr
from planner.ui.tones import level_tone
from planner.ui.widgets.basics import Pill, label, rule
from planner.ui.widgets.naming import named
from planner.wording.amounts import percent, yuan
from planner.wording.cost_flags import stale_lpr, standing
from planner.wording.costs import cap_basis, cap_name, no_rate, room, stated
from planner.wording.warnings import level, next_step, rule_name, warning_reason, warning_title

SPACING = 8


class CostPanel(QScrollArea):
    """Shows one loan's cost; scrolls where there is no room for all of it."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "loans.cost", tr("Cost and rates"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown: tuple[LoanCost, str] | None = None

    def sizeHint(self) -> QSize:
        return QSize(256, 140)  # it takes the room there is: the page scrolls only when it must

    def clear(self) -> None:
        """Another loan is shown, whose cost is not known yet."""
        self._shown = None
        self.setWidget(QWidget())

    def show_cost(self, view: LoanCost, record: str = "") -> None:
        """A loan's cost, and what its lateness did to the credit record; nothing anew where all is the same."""
        if self._shown == (view, record):
            return
        self._shown = (view, record)
        place = self.verticalScrollBar().value()
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 4, 12, 4)
        self._column.setSpacing(SPACING)
        self._add_rates(view)
        self._add_sums(view)
        self._add_caps(view)
        self._add_flags(view)
        if record:
            self._section(tr("Credit record"))
            self._column.addWidget(named(label(record, "muted", wrap=True), "loans.cost_record"))
        self._column.addStretch()
        self.setWidget(inside)
        self.verticalScrollBar().setValue(place)

    def _section(self, words: str) -> None:
        if self._column.count():
            self._column.addWidget(rule())
        self._column.addWidget(label(words, "heading"))

    def _add_rates(self, view: LoanCost) -> None:
        self._section(tr("Yearly cost"))
        said = QHBoxLayout()
        said.setSpacing(16)
        said.addWidget(label(tr("As advertised"), "muted"), 0, Qt.AlignmentFlag.AlignTop)
        value = _value(stated(view), "stated", wrap=True)
        value.setAlignment(Qt.AlignmentFlag.AlignRight)
        said.addWidget(value, 1)
        self._column.addLayout(said)
        grid = _grid()
        for at, words in enumerate((tr("Simple (nominal)"), tr("Compound (effective)")), start=1):
            grid.addWidget(label(words, "faint"), 0, at, Qt.AlignmentFlag.AlignRight)
        rows = [
            ("agreed", tr("By the contract, month by month (IRR)"), view.agreed),
            ("by_days", tr("By the contract, by days (XIRR)"), view.agreed_by_days),
        ]
        if view.flat_fee is not None:
            rows.append(("fee", tr("The fee by itself"), view.flat_fee.real))
        if view.went_otherwise:
            rows.append(("so_far", tr("As it went, the rest as planned"), view.so_far))
        for at, (name, words, found) in enumerate(rows, start=1):
            _add_cost(grid, at, name, words, found)
        self._column.addLayout(grid)
        if view.flat_fee is not None:
            words = tr("The fee is advertised as {all}% in all, or {yearly}% a year.")
            fee = view.flat_fee
            words = words.format(all=percent(fee.in_all, 2), yearly=percent(fee.advertised_yearly, 2))
            self._column.addWidget(named(label(words, "faint", wrap=True), "loans.cost_fee_words"))
        counted = tr("All fees count, on what was really received, as the central bank's notice of 2021 asks.")
        self._column.addWidget(label(counted, "faint", wrap=True))

    def _add_sums(self, view: LoanCost) -> None:
        self._section(tr("Beside the principal"))
        columns = [("agreed", tr("By the contract"), view.sums_agreed)]
        if view.went_otherwise:
            columns.append(("so_far", tr("As it went"), view.sums))
        grid = _grid()
        for at, (_, words, _sums) in enumerate(columns, start=1):
            grid.addWidget(label(words, "faint"), 0, at, Qt.AlignmentFlag.AlignRight)
        shown = [kind for kind in _kinds() if any(getattr(sums, kind) for *_, sums in columns) or kind == "total_fen"]
        for at, kind in enumerate(shown, start=1):
            total = kind == "total_fen"
            grid.addWidget(label(_kinds()[kind], "heading" if total else "muted"), at, 0)
            for column, (name, _, sums) in enumerate(columns, start=1):
                made = _value(yuan(getattr(sums, kind)), f"{name}_{kind.removesuffix('_fen')}", bold=total)
                grid.addWidget(made, at, column, Qt.AlignmentFlag.AlignRight)
        self._column.addLayout(grid)

    def _add_caps(self, view: LoanCost) -> None:
        self._section(tr("The law's cap"))
        if not view.caps:
            words = tr("No cap is on record for this kind of lender on {day}.").format(day=view.terms.drawn_on)
            self._column.addWidget(named(label(words, "muted", wrap=True), "loans.cost_no_cap"))
        for at, each in enumerate(view.caps):
            self._add_cap(at, each)

    def _add_cap(self, at: int, beside: CapBeside) -> None:
        cap = beside.cap
        pill = Pill()
        if beside.margin is not None:
            above = "risk" if cap.standing is Standing.BINDING else "watch"
            pill = Pill(room(beside.margin), "good" if beside.margin >= 0 else above)
        self._column.addLayout(_headed(named(label(cap_name(cap.id), wrap=True), f"loans.cost_cap_{at}"), pill))
        words = tr("{rate}% simple a year, {standing}")
        said = [words.format(rate=percent(cap.rate, 2), standing=standing(cap.standing))]
        if cap.stale and cap.lpr is not None:
            said.append(stale_lpr(cap.lpr.published_on))
        self._column.addWidget(named(label("\n".join(said), "muted", wrap=True), f"loans.cost_cap_{at}_rate"))
        self._column.addWidget(named(label(cap_basis(cap.basis), "faint", wrap=True), f"loans.cost_cap_{at}_basis"))

    def _add_flags(self, view: LoanCost) -> None:
        self._section(tr("What to look at"))
        for flag in view.flags:
            self._add_flag(flag, view.name)
        if not view.flags:
            self._column.addWidget(label(tr("No rule about cost speaks up for this loan."), "muted", wrap=True))

    def _add_flag(self, flag: CostFlag, name: str) -> None:
        found = flag.finding
        key = f"loans.cost_{found.rule_id}"
        title = rule_name(found.rule_id) if found.level is Level.UNKNOWN else warning_title(found, name)
        pill = Pill(f"{found.rule_id} {level(found.level)}", level_tone(found.level))
        self._column.addLayout(_headed(named(label(title, wrap=True), key), pill))
        self._column.addWidget(named(label(warning_reason(found, flag.rule), "muted", wrap=True), f"{key}_reason"))
        for step in found.next_steps:
            self._column.addWidget(label(f"→ {next_step(step)}", "muted", wrap=True))


def _kinds() -> dict[str, str]:
    """The parts of CostSums by what they are called."""
    return {
        "interest_fen": tr("Interest in all"),
        "fee_fen": tr("Fees in all"),
        "penalty_fen": tr("Penalty"),
        "deducted_fen": tr("Deducted up front"),
        "total_fen": tr("Together"),
    }


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    return grid


def _add_cost(grid: QGridLayout, at: int, name: str, words: str, found: CostFound) -> None:
    """A row of both yearly rates; of several each below the other, and where there is not one, why."""
    grid.addWidget(label(words, "muted", wrap=True), at * 2, 0)
    if found.costs:
        for column, rates in enumerate(
            ([each.nominal for each in found.costs], [each.effective for each in found.costs]), start=1
        ):
            text = "\n".join(f"{percent(rate, 2)}%" for rate in rates)
            made = _value(text, f"{name}_{'simple' if column == 1 else 'compound'}", bold=True)
            made.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(made, at * 2, column, Qt.AlignmentFlag.AlignRight)
    if found.status is not RateStatus.ONE:
        why = named(label(no_rate(found.status), "faint", wrap=True), f"loans.cost_{name}_why")
        grid.addWidget(why, *((at * 2 + 1, 0, 1, 3) if found.costs else (at * 2, 1, 1, 2)))


def _value(text: str, name: str, *, bold: bool = False, wrap: bool = False) -> QLabel:
    return named(label(text, "heading" if bold else "", wrap=wrap), f"loans.cost_{name}")


def _headed(title: QLabel, pill: Pill) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(title, 1)
    row.addWidget(pill, alignment=Qt.AlignmentFlag.AlignTop)
    return row
