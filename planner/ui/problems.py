"""What the window says when something is wrong: troubles with the book, and faults of the program."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from planner.core.errors import BookTrouble
from planner.i18n import tr

log = logging.getLogger("planner")


def show_trouble(parent: QWidget, trouble: BookTrouble, again: Callable[[], object]) -> QMessageBox:
    """Says what is the matter with the book and what to do; `again` is called when the user wants another try."""
    from planner.wording.problems import explain_trouble

    box = _show(parent, QMessageBox.Icon.Warning, tr("The book"), explain_trouble(trouble))
    retry = box.addButton(tr("Try again"), QMessageBox.ButtonRole.ActionRole)
    retry.clicked.connect(lambda _checked=False: again())
    leave = box.addButton(tr("Quit"), QMessageBox.ButtonRole.DestructiveRole)
    leave.clicked.connect(lambda _checked=False: parent.close())
    return box


def watch_for_faults(parent: QWidget) -> None:
    """From now on a fault of the program is shown with a report to copy; names and amounts are not in it."""

    def fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        import traceback

        frames = traceback.extract_tb(trace)
        report = "\n".join(f"{frame.filename.rsplit('planner', 1)[-1]}:{frame.lineno} {frame.name}" for frame in frames)
        log.error("%s\n%s", kind.__name__, report)
        words = tr("Something went wrong in the program. Your book is safe: what was saved before is there.")
        box = _show(parent, QMessageBox.Icon.Critical, tr("A fault of the program"), words)
        box.setDetailedText(f"{kind.__name__}\n{report}")
        copying = box.addButton(tr("Copy the report"), QMessageBox.ButtonRole.ActionRole)
        copying.clicked.connect(lambda: QGuiApplication.clipboard().setText(box.detailedText()))

    sys.excepthook = fault


def _show(parent: QWidget, icon: QMessageBox.Icon, title: str, words: str) -> QMessageBox:
    box = QMessageBox(icon, title, words, QMessageBox.StandardButton.Ok, parent)
    box.setObjectName("problem")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
