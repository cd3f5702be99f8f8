"""Puts the parts of the window together: arguments, fonts, language, theme, the book, the main window."""

from __future__ import annotations

import gc
import logging
import os
import sys
import tempfile
import threading
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from planner.i18n import language, set_language
from planner.paths import cache_folder, config_folder, default_book
from planner.ui.fonts import use_bundled_fonts
from planner.ui.main_window import MainWindow
from planner.ui.open_book import OpenBook
from planner.ui.preferences import Preferences
from planner.ui.problems import watch_for_faults
from planner.ui.theme import apply_theme
from planner.ui.widgets.chart_view import stop_drawing

if TYPE_CHECKING:
    import argparse

COLLECT_MS = 5000


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
        book = OpenBook(_book_path(given, Path(folder), today), today=today, create=True)
        window = MainWindow(book, today, preferences)
        watch_for_faults(window)
        window.restoreGeometry(preferences.geometry)
        window.show()
        collect_garbage_here(app)
        window.first_painted.connect(lambda: after_first_paint(window), Qt.ConnectionType.QueuedConnection)
        status = app.exec()
        book.close()
        stop_drawing()
    return status


def speak_qt(app: QApplication) -> None:
    """Qt's own words (copy, select all) in Chinese where the window speaks it."""
    translator = QTranslator(app)
    name = "qtbase_zh_CN" if language() == "zh" else "qtbase_en"
    if translator.load(name, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)


def collect_garbage_here(app: QApplication) -> None:
    """Cycles are collected on the window's thread alone: a widget that another thread destroys ends the program."""
    gc.disable()
    timer = QTimer(app)
    timer.timeout.connect(lambda: gc.collect(1))
    timer.start(COLLECT_MS)


def after_first_paint(window: MainWindow) -> None:
    """The pages begin, the heavy libraries are imported and the book is looked over, once the window stands."""
    from planner.knowledge import load_knowledge

    window.begin(load_knowledge())
    # not a daemon: the program ends only after its imports, which fail half-way through an interpreter that ends
    threading.Thread(target=_warm_up, name="warm-up").start()
    window.book.check()


def _warm_up() -> None:
    import matplotlib.figure  # noqa: F401
    import sqlmodel  # noqa: F401


def _book_path(given: argparse.Namespace, folder: Path, today: date) -> Path:
    if given.demo:
        from planner.cli import make_sample_book

        return make_sample_book(folder / "sample.yudu", today)
    return default_book() if given.book is None else Path(given.book)
