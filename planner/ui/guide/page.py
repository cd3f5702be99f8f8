"""The user guide: its chapters on the left, the text on the right, and a search in it. Nothing is asked of the book."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListWidget, QTextBrowser

from planner.i18n import language, tr
from planner.paths import resources
from planner.ui.page import GAP, NOT_ENOUGH, Desk, Page
from planner.ui.widgets.basics import Card, Header
from planner.ui.widgets.naming import named
from planner.ui.widgets.search import SearchField
from planner.wording.health import disclaimer

CHAPTERS_WIDTH = 224
HEADING_PX = 17
CHAPTERS = {NOT_ENOUGH: 6}
"""The chapters that other pages open, by their numbers: the same in each language."""


def make_page(desk: Desk) -> Page:
    """The guide."""
    return GuidePage(desk)


class GuidePage(Page):
    """The guide in the language of the window."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.search = SearchField("guide.search", tr("Find in the guide"))
        self.search.searched.connect(self._find)
        self.search.returnPressed.connect(self._find_next)
        header = Header(tr("User guide"), self.search)
        header.note.setText(disclaimer())
        self.column.addWidget(header)
        text = (resources() / "guide" / f"{language()}.md").read_text(encoding="utf-8")
        self._text = self._make_text(text)
        self._chapters = self._make_chapters(re.findall(r"^## (.+)$", text, re.MULTILINE))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        left, right = Card(), Card()
        left.body.setContentsMargins(8, 10, 8, 10)
        left.setFixedWidth(CHAPTERS_WIDTH)
        left.body.addWidget(self._chapters)
        right.body.addWidget(self._text)
        row.addWidget(left)
        row.addWidget(right, 1)
        self.column.addLayout(row, 1)

    def show_place(self, place: str) -> None:
        QTimer.singleShot(0, lambda: self.show_chapter(CHAPTERS[place]))  # the text has its height by then

    def show_chapter(self, number: int) -> None:
        """Moves to a chapter, the first being 0."""
        self._chapters.setCurrentRow(number)

    def _make_chapters(self, names: list[str]) -> QListWidget:
        made = named(QListWidget(), "guide.chapters", tr("Chapters"))
        made.addItems(names)
        made.setSpacing(4)
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.currentTextChanged.connect(self._go_to)
        return made

    def _make_text(self, text: str) -> QTextBrowser:
        made = named(QTextBrowser(), "guide.text", tr("User guide"))
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setOpenLinks(False)
        made.setTabChangesFocus(True)
        made.setMarkdown(text)
        _dress(made.document())
        return made

    def _go_to(self, chapter: str) -> None:
        """Scrolls to a chapter's heading, at the top."""
        block = self._text.document().begin()
        while block.isValid():
            if block.text() == chapter and block.blockFormat().headingLevel() == 2:
                self._show_at(QTextCursor(block))
                return
            block = block.next()

    def _show_at(self, cursor: QTextCursor) -> None:
        self._text.moveCursor(QTextCursor.MoveOperation.End)
        self._text.setTextCursor(cursor)  # from the end upwards the line comes to the top

    def _find(self, words: str) -> None:
        """From the top, so that each new word is found where it first stands."""
        self._text.moveCursor(QTextCursor.MoveOperation.Start)
        if words:
            self._look_for(words)

    def _find_next(self) -> None:
        words = self.search.words() if self.search is not None else ""
        if words and not self._look_for(words):
            self._find(words)

    def _look_for(self, words: str) -> bool:
        found = self._text.find(words, QTextDocument.FindFlag(0))
        self._text.setAccessibleDescription("" if found else tr("“{words}” is not in the guide.").format(words=words))
        return found


def _dress(document: QTextDocument) -> None:
    """Room between lines and paragraphs, headings of the window's size, tables without lines."""
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        cursor.setPosition(block.position())
        form = block.blockFormat()
        heading = form.headingLevel() > 0
        in_table = cursor.currentTable() is not None
        form.setTopMargin(18 if heading and block != document.begin() else 0)
        form.setBottomMargin(0 if in_table else 10 if heading else 6)
        form.setLineHeight(128, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(form)
        if heading:
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            letters = QTextCharFormat()
            letters.setProperty(QTextFormat.Property.FontPixelSize, HEADING_PX)
            letters.clearProperty(QTextFormat.Property.FontSizeAdjustment)
            cursor.mergeCharFormat(letters)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            lines = frame.format()
            lines.setBorder(0)
            lines.setCellPadding(7)
            lines.setTopMargin(4)
            lines.setBottomMargin(10)
            frame.setFormat(lines)
