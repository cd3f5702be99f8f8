"""Where files are dropped, one by one or as folders."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame

ENDINGS = (".csv", ".txt", ".tsv", ".xlsx", ".xls", ".eml", ".html", ".htm", ".zip", ".pdf", ".ofx", ".qfx", ".qif")
"""What statements are called; of a folder only these are taken, a file that is chosen may be called anything."""
_MOST_OF_A_FOLDER = 500
_MOST_LOOKED_AT = 20_000


class DropArea(QFrame):
    """Where files are dropped."""

    dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "drop")
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = files_of(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        if files:
            self.dropped.emit(files)


def files_of(paths: Iterable[Path]) -> list[Path]:
    """The files, and of each folder the files in it that are called like statements, by name; a folder without any
    stays itself, so that it is told of."""
    found: list[Path] = []
    for path in paths:
        inside = _inside(path) if path.is_dir() else []
        found += inside or [path]
    return found


def _inside(folder: Path) -> list[Path]:
    """A large tree is looked at in part only: nobody keeps statements in one."""
    try:
        some = list(islice(folder.rglob("*"), _MOST_LOOKED_AT))
    except OSError:
        return []
    files = (
        each for each in some if each.suffix.lower() in ENDINGS and not each.name.startswith(".") and each.is_file()
    )
    return sorted(files)[:_MOST_OF_A_FOLDER]
