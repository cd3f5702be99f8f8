"""Qt's Python binding does not lose references to None, True or False.

PySide6 6.12.0 loses one at very many calls; on Python 3.11, where these objects are mortal, the process
aborts after some thousands of them, which no short test shows. This judges an upgrade before it is made.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QSize, QSortFilterProxyModel, QStringListModel
from PySide6.QtGui import QPaintEvent, QStandardItemModel
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

ROUNDS = 2000
# Other code of the process may take or drop a few references meanwhile; a lost one shows ROUNDS times.
NOISE = 200
# Spare references, held for ever: with them a loss is counted here instead of ending the process.
SPARE = [None, True, False] * 100_000


class Painted(QWidget):
    """A widget whose Python paintEvent returns None to Qt."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt calls it so
        self.painted = True


def calls(qtbot: QtBot) -> dict[str, Callable[[], object]]:
    widget, button, painted = QWidget(), QPushButton("x"), Painted()
    for each in (widget, button, painted):
        qtbot.addWidget(each)
    painted.resize(QSize(4, 4))
    model = QStringListModel(["a"])
    table = QStandardItemModel(1, 1)
    proxy = QSortFilterProxyModel()
    return {
        "parent": widget.parent,
        "parentWidget": widget.parentWidget,
        "layout": widget.layout,
        "findChild": lambda: widget.findChild(QLabel, "absent"),
        "property": lambda: widget.property("unset"),
        "focusWidget": widget.focusWidget,
        "focusProxy": widget.focusProxy,
        "itemData": lambda: table.index(0, 0).data(),
        "indexData": lambda: model.index(0).data(999),
        "proxyData": lambda: proxy.data(proxy.index(0, 0)),
        "item": lambda: table.item(0, 0),
        "activeModalWidget": QApplication.activeModalWidget,
        "isEnabled": widget.isEnabled,
        "isVisible": widget.isVisible,
        "setEnabled": lambda: button.setEnabled(True),
        "setText": lambda: button.setText("y"),
        "blockSignals": lambda: button.blockSignals(False),
        "objectParent": lambda: QObject().parent(),
        "paintEvent": painted.grab,
    }


@pytest.mark.parametrize("kept", [None, True, False])
def test_typical_calls_lose_no_reference(qtbot: QtBot, kept: bool | None) -> None:
    lost = {}
    for name, call in calls(qtbot).items():
        call()
        before = sys.getrefcount(kept)
        for _ in range(ROUNDS if name != "paintEvent" else ROUNDS // 5):
            call()
        if sys.getrefcount(kept) < before - NOISE:
            lost[name] = before - sys.getrefcount(kept)
    assert lost == {}
