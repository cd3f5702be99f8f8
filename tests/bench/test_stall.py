"""The longest time the window does not answer while a loan of 360 rows is derived, shown and drawn, against idling.

A heartbeat beats on the GUI thread as often as it can; its longest gap is the stall. The real threads do the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from planner.actions.loans import add_loan
from planner.core.facts import LenderKind, RowKind, RowRef
from planner.core.terms import Accrual, DayCountBasis, LoanTerms, Rate, RatePeriod, RepaymentMethod
from planner.store.book import Book
from planner.ui.widgets.chart_view import ChartView
from tests.gui.desk import Person, person_at

TODAY = date(2026, 11, 24)
BAR = 10
ROUNDS = 7


def test_a_loan_of_360_rows(benchmark: BenchmarkFixture, qtbot: QtBot, tmp_path: Path) -> None:
    book = Book.open(tmp_path / "book.yudu", today=TODAY, create=True)
    loans = [book.write(add_loan, **mortgage(number)) for number in (1, 2)]
    book.close()
    idle: list[float] = []
    stalls: list[float] = []
    with person_at(qtbot, tmp_path / "book.yudu", tmp_path, today=TODAY, threaded=True) as person:
        person.key("2")
        beat = Heartbeat()

        def look() -> None:
            loan = loans[(len(stalls) + 1) % 2]  # the page opens with the first one
            stalls.append(beat.longest(lambda: shown(person, qtbot, RowRef(RowKind.LOAN, loan))))

        def rest() -> None:
            idle.append(beat.longest(lambda: qtbot.wait(200)))

        benchmark.pedantic(look, setup=rest, rounds=ROUNDS, warmup_rounds=1)
    found = median(stalls[1:]) / median(idle[1:])
    benchmark.extra_info.update(stall_ms=round(median(stalls[1:]) * 1000, 1), ratio=round(found, 2), bar=BAR)
    print(
        f"\nlongest stall {found:.1f} × that of an idle heartbeat (bar {BAR}): {median(stalls[1:]) * 1000:.0f} ms"
        f" against {median(idle[1:]) * 1000:.0f} ms"
    )


class Heartbeat:
    """Beats on the GUI thread and remembers its longest gap."""

    def longest(self, work: Callable[[], object]) -> float:
        """The longest gap between two beats while something is done, seconds."""
        beats = [perf_counter()]
        timer = QTimer()
        timer.setInterval(0)
        timer.timeout.connect(lambda: beats.append(perf_counter()))
        timer.start()
        work()
        timer.stop()
        beats.append(perf_counter())
        return max(after - before for before, after in pairwise(beats))


def shown(person: Person, bot: QtBot, loan: RowRef) -> None:
    """Opens the loan's page and waits until its chart is drawn and painted."""
    chart = person.find("loans.chart", ChartView)
    with bot.waitSignal(chart.drawn, timeout=20_000):
        person.window.open_row(loan)
    person.settle()
    QApplication.processEvents()


def mortgage(number: int) -> dict[str, object]:
    """A mortgage of thirty years."""
    terms = LoanTerms(
        100_000_000 * number, 100_000_000 * number, RepaymentMethod.EQUAL_INSTALMENT, Accrual.MONTHLY,
        Rate(Decimal("0.0305"), RatePeriod.YEARLY), DayCountBasis.DAYS_360, date(2026, 1, 15), 360,
    )  # fmt: skip
    return {
        "lender_name": "建设银行",
        "lender_kind": LenderKind.BANK,
        "name": f"房贷 {number}",
        "product": "",
        "terms": terms,
        "paid_in_time_before": TODAY,
    }
