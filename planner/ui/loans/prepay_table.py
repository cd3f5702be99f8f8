"""The two ways on after principal is paid back early, beside the plan as it is: figures in columns, and every row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from planner.core.events import PrepayMode
from planner.i18n import tr
from planner.reports.prepaying import Path, PlanRow, Prepaying
from planner.ui.widgets.basics import label
from planner.ui.widgets.naming import named
from planner.ui.widgets.table import Column, DataTable
from planner.wording.amounts import UNKNOWN, amount, yuan
from planner.wording.payoff import short_cost, short_mode

PLANS = ("present", "shorter", "lower")


class Comparison(QWidget):
    """Three columns of figures: the plan as it is, and both ways on."""

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(0, 130)
        self._cells: dict[tuple[str, str], QLabel] = {}
        self._heads = [label("", "heading") for _ in PLANS]
        for column, head in enumerate(self._heads, start=1):
            grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignRight)
        for at, (key, words) in enumerate(_figures().items(), start=1):
            strong = "heading" if key in ("instalment", "net") else ""
            grid.addWidget(label(words, strong or "muted", wrap=True), at, 0)
            for column, plan in enumerate(PLANS, start=1):
                cell = named(label("", strong), f"prepay_form.{plan}_{key}")
                self._cells[plan, key] = cell
                grid.addWidget(cell, at, column, Qt.AlignmentFlag.AlignRight)

    def show_paths(self, found: Prepaying) -> None:
        """Other figures."""
        for head, plan, path in zip(self._heads, PLANS, _paths(found), strict=True):
            name = short_mode(path.mode)
            head.setText(name)
            for key, value in _values(path, found.fee_fen).items():
                cell = self._cells[plan, key]
                cell.setText(value)
                cell.setAccessibleName(f"{name}, {_figures()[key]}: {value}")


def _figures() -> dict[str, str]:
    return {
        "instalment": tr("Instalment from then on"),
        "periods": tr("Periods left"),
        "last": tr("Last due on"),
        "charges": tr("Interest and fees still to pay"),
        "saved": tr("Interest and fees saved"),
        "fee": tr("Price of paying early"),
        "net": tr("Saved in all"),
        "simple": tr("Yearly cost, simple"),
        "compound": tr("Yearly cost, compound"),
    }


def _values(path: Path, fee_fen: int) -> dict[str, str]:
    simple, compound = short_cost(path.cost)
    prepaid = path.mode is not None
    return {
        "instalment": yuan(path.instalment_fen),
        "periods": str(path.periods_left),
        "last": UNKNOWN if path.last_due_on is None else path.last_due_on.isoformat(),
        "charges": yuan(path.charges_fen),
        "saved": yuan(path.saved_fen) if prepaid else UNKNOWN,
        "fee": yuan(fee_fen) if prepaid else UNKNOWN,
        "net": yuan(path.net_fen) if prepaid else UNKNOWN,
        "simple": simple,
        "compound": compound,
    }


def _paths(found: Prepaying) -> tuple[Path, Path, Path]:
    return found.present, found.shorter, found.lower


@dataclass(frozen=True, slots=True)
class Beside:
    """One instalment in all three plans; None where a plan has it no more."""

    number: int
    due_on: date
    present: PlanRow | None
    shorter: PlanRow | None
    lower: PlanRow | None


def beside_rows(found: Prepaying) -> list[Beside]:
    """Every instalment left in any of the plans, in order."""
    return list(_beside(found))


def _beside(found: Prepaying) -> Iterator[Beside]:
    by_number = [{row.number: row for row in path.rows} for path in _paths(found)]
    for number in sorted({number for rows in by_number for number in rows}):
        each = [rows.get(number) for rows in by_number]
        due_on = next(row.due_on for row in each if row is not None)
        yield Beside(number, due_on, each[0], each[1], each[2])


def plans_table() -> DataTable:
    """The rows of the three plans."""
    return DataTable(
        "prepay_form.rows",
        tr("Instalments of all three plans"),
        [
            Column(tr("No."), lambda row: str(row.number), width=44, order=lambda row: row.number),
            Column(tr("Due"), lambda row: row.due_on.isoformat(), width=96, order=lambda row: row.due_on),
            Column(short_mode(None), lambda row: _payment(row.present), right=True, stretch=True),
            Column(short_mode(PrepayMode.SHORTER_TERM), lambda row: _payment(row.shorter), right=True, stretch=True,
                   bold=True),
            Column(short_mode(PrepayMode.LOWER_PAYMENT), lambda row: _payment(row.lower), right=True, stretch=True,
                   bold=True),
        ],
        lambda row: row.number,
    )  # fmt: skip


def _payment(row: PlanRow | None) -> str:
    return UNKNOWN if row is None else amount(row.payment_fen)
