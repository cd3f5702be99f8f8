"""Start of the program: to the first painted page, and until it shows its figures, against a bare window."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.bench.grown import grown_book
from tests.bench.ratios import ratio

TODAY = date(2026, 11, 24)
BARE = """
import os
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
class Window(QMainWindow):
    def paintEvent(self, event):
        os._exit(0)
window = Window()
window.setCentralWidget(QLabel("bare"))
window.resize(1280, 800)
window.show()
app.exec()
"""
OURS = """
import os, sys
from datetime import date
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from planner.app import after_first_paint
from planner.i18n import set_language
from planner.ui.fonts import use_bundled_fonts
from planner.ui.main_window import MainWindow
from planner.ui.open_book import OpenBook
from planner.ui.preferences import Preferences
from planner.ui.theme import apply_theme
app = QApplication([])
set_language("zh")
use_bundled_fonts(app)
apply_theme(app, "light")
book = OpenBook(Path(sys.argv[1]), today=date(2026, 11, 24))
window = MainWindow(book, date(2026, 11, 24), Preferences(Path(sys.argv[1] + ".ini")))
if sys.argv[2] == "paint":
    window.first_painted.connect(lambda: os._exit("sqlmodel" in sys.modules or "matplotlib" in sys.modules))
else:
    window.first_painted.connect(lambda: after_first_paint(window), Qt.ConnectionType.QueuedConnection)
    import planner.ui.overview.page as overview_page
    shown = overview_page.OverviewPage._show
    def show(self, view):
        shown(self, view)
        os._exit(0)
    overview_page.OverviewPage._show = show
window.show()
app.exec()
"""


def run(code: str, *words: str) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", code, *words], check=True, env=environment, capture_output=True)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The sample book with 100,000 transactions."""
    return str(grown_book(tmp_path_factory.mktemp("start") / "b.yudu", today=TODAY))


def test_first_paint(benchmark: BenchmarkFixture, book: str) -> None:
    ratio(benchmark, lambda: run(BARE), lambda: run(OURS, book, "paint"), bar=1.5)


def test_first_figures(benchmark: BenchmarkFixture, book: str) -> None:
    ratio(benchmark, lambda: run(BARE), lambda: run(OURS, book, "figures"), bar=6)
