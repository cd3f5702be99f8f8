"""Pictures of every page without a display, and the proof that an installation is complete."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from planner.i18n import language, tr
from planner.paths import resources
from planner.ui.fonts import FAMILY, use_bundled_fonts
from planner.ui.main_window import PAGES, MainWindow
from planner.ui.open_book import InlineExecutor, OpenBook
from planner.ui.page import Known
from planner.ui.preferences import Preferences
from planner.ui.theme import apply_theme
from planner.ui.widgets.chart_view import draw_with

LOOPS = 6
"""Rounds of the event loop until layouts and charts stand still."""


def render_pages(
    book: Path, folder: Path, *, today: date, known: Known, size: tuple[int, int], theme: str
) -> Iterator[Path]:
    """Draws every page of a book into `folder` as PAGE-LANGUAGE-THEME-WIDTHxHEIGHT.png; yields the files."""
    app = _application()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="yudu-") as private:
        preferences = Preferences(Path(private) / "window.ini")
        preferences.language, preferences.theme = language(), theme
        use_bundled_fonts(app)
        apply_theme(app, theme)
        wrong: list[BaseException] = []
        before = sys.excepthook
        window, opened = _window(book, today, known, preferences, wrong)
        try:
            window.resize(*size)
            window.show()
            for key in PAGES:
                window.go_to(key)
                _settle()
                if wrong:
                    raise wrong[0]
                file = folder / f"{key}-{language()}-{theme}-{size[0]}x{size[1]}.png"
                window.grab().save(str(file))
                yield file
        finally:
            sys.excepthook = before
            window.close()
            opened.close()
            window.deleteLater()
            _settle()


def self_test(book: Path, *, today: date, known: Known) -> Iterator[str]:
    """Checks that fonts, words, icons, data, the book and every page are there; yields a line for each.

    Raises where something is missing.
    """
    with tempfile.TemporaryDirectory(prefix="yudu-") as folder:
        for file in render_pages(book, Path(folder), today=today, known=known, size=(1024, 680), theme="light"):
            yield tr("{page}: drawn").format(page=file.stem.split("-")[0])
    if FAMILY not in QFontDatabase.families():
        raise FileNotFoundError(resources() / "fonts")
    yield tr("{count} products, {rules} rules, points table {version}").format(
        count=len(known.products), rules=len(known.rules.by_id), version=known.scorecard.version
    )
    yield tr("Complete.")


def _application() -> QApplication:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QApplication(["yudu"])


def _window(
    book: Path, today: date, known: Known, preferences: Preferences, wrong: list[BaseException]
) -> tuple[MainWindow, OpenBook]:
    """A window that draws at once; what goes wrong in it, which Qt would swallow, is put into `wrong`."""
    draw_with(InlineExecutor())
    sys.excepthook = lambda _kind, error, _trace: wrong.append(error)
    opened = OpenBook(book, today=today, executor=InlineExecutor())
    opened.trouble.connect(wrong.append)
    window = MainWindow(opened, today, preferences)
    window.begin(known)
    return window, opened


def _settle() -> None:
    from time import sleep

    for _ in range(LOOPS):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        sleep(0.02)
