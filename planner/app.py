"""Puts the parts of the window together: arguments, fonts, language, theme, the book, the main window."""

from __future__ import annotations

import argparse
import logging
import os
import sys
import tempfile
import threading
from datetime import date
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from planner.cli import book_path, make_sample_book
from planner.i18n import language, set_language
from planner.knowledge import load_knowledge
from planner.paths import cache_folder, config_folder
from planner.ui.fonts import use_bundled_fonts
from planner.ui.main_window import MainWindow
from planner.ui.open_book import OpenBook
from planner.ui.preferences import Preferences
from planner.ui.problems import watch_for_faults
from planner.ui.theme import apply_theme
from planner.ui.widgets.chart_view import stop_drawing


def open_window(given: argparse.Namespace) -> int:
    """Opens the window and stays until it is closed; returns the exit status."""
    logging.basicConfig(level=logging.WARNING)
    os.environ.setdefault("MPLCONFIGDIR", str(cache_folder() / "matplotlib"))
    app = QApplication(sys.argv[:1])
    app.setApplicationName("yudu")
    preferences = Preferences(config_folder() / "window.ini")
    if given.language:
        preferences.language = given.language
    if given.theme:
        preferences.theme = given.theme
    set_language(preferences.language)
    use_bundled_fonts(app)
    speak_qt(app)
    apply_theme(app, preferences.theme)
    today = given.today or date.today()  # the one place where the window looks at the clock
    with tempfile.TemporaryDirectory(prefix="yudu-") as folder:
        path = make_sample_book(Path(folder) / "sample.yudu", today) if given.demo else book_path(given)
        book = OpenBook(path, today=today, create=True)
        window = make_window(book, today, preferences)
        watch_for_faults(window)
        window.restoreGeometry(preferences.geometry)
        window.show()
        QTimer.singleShot(0, lambda: _after_first_paint(book))
        status = app.exec()
        book.close()
        stop_drawing()
    return status


def make_window(book: OpenBook, today: date, preferences: Preferences) -> MainWindow:
    """A window on an open book, with what the program knows."""
    known = load_knowledge()
    return MainWindow(
        book,
        today=today,
        products=known.products,
        rules=known.rules,
        scorecard=known.scorecard,
        preferences=preferences,
    )


def speak_qt(app: QApplication) -> None:
    """Qt's own words (copy, select all) in Chinese where the window speaks it."""
    translator = QTranslator(app)
    name = "qtbase_zh_CN" if language() == "zh" else "qtbase_en"
    if translator.load(name, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)


def _after_first_paint(book: OpenBook) -> None:
    """The heavy libraries are imported, and the book looked over, while the first page stands."""

    def warm_up() -> None:
        import matplotlib.figure  # noqa: F401
        import sqlmodel  # noqa: F401

    threading.Thread(target=warm_up, daemon=True, name="warm-up").start()
    book.check()
