"""The look of the window: colours by role for light and dark, and one style sheet made from them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from planner.paths import resources

TONES = ("neutral", "good", "watch", "risk", "accent")


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by role. `faint` is for what may be overlooked; all three texts have a contrast of 4.5 or more."""

    name: str
    ground: str
    surface: str
    line: str
    text: str
    muted: str
    faint: str
    accent: str
    on_accent: str
    accent_soft: str
    good: str
    good_soft: str
    watch: str
    watch_soft: str
    risk: str
    risk_soft: str
    neutral_soft: str

    def fill(self, tone: str) -> str:
        """The colour of a bar or arc in a state: shapes need less contrast than words."""
        fills = LIGHT_FILLS if self.name == "light" else {}
        return fills.get(tone, self.tone(tone)[0])

    def tone(self, tone: str) -> tuple[str, str]:
        """(text, ground) of a state: neutral, good, watch, risk or accent."""
        return {
            "neutral": (self.muted, self.neutral_soft),
            "good": (self.good, self.good_soft),
            "watch": (self.watch, self.watch_soft),
            "risk": (self.risk, self.risk_soft),
            "accent": (self.accent, self.accent_soft),
        }[tone]


LIGHT = Theme(
    name="light", ground="#F5F6F8", surface="#FFFFFF", line="#E2E6EB", text="#1A222C", muted="#5F6B7A",
    faint="#687484", accent="#0B7A84", on_accent="#FFFFFF", accent_soft="#DFF1F3", good="#187A4C", good_soft="#E0F3E9",
    watch="#8F5B08", watch_soft="#FBF0DC", risk="#B92F26", risk_soft="#FBE4E2", neutral_soft="#F0F2F5",
)  # fmt: skip
LIGHT_FILLS = {"good": "#1D8A57", "watch": "#B4730B", "risk": "#C2352B"}
DARK = Theme(
    name="dark", ground="#12161B", surface="#1A2027", line="#2B343E", text="#E4E9EF", muted="#9AA7B6",
    faint="#8592A0", accent="#3DB4BE", on_accent="#0B1418", accent_soft="#173438", good="#4FBF8B", good_soft="#17332A",
    watch="#E3A53A", watch_soft="#3A2F18", risk="#EF7A70", risk_soft="#3D2223", neutral_soft="#242C35",
)  # fmt: skip

_current = [LIGHT]


def current() -> Theme:
    """The theme in force."""
    return _current[0]


def apply_theme(app: QApplication, name: str) -> Theme:
    """Puts on `light`, `dark`, or what the system has (`system`)."""
    hints = app.styleHints()
    if name == "system":
        hints.unsetColorScheme()
        name = "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"
    else:
        hints.setColorScheme(Qt.ColorScheme.Dark if name == "dark" else Qt.ColorScheme.Light)
    theme = DARK if name == "dark" else LIGHT
    _current[0] = theme
    app.setStyle("Fusion")
    app.setPalette(_palette(theme))
    app.setStyleSheet(_style_sheet(theme))
    return theme


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.ground,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.surface,
        QPalette.ColorRole.AlternateBase: theme.ground,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.faint,
        QPalette.ColorRole.Button: theme.surface,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.ToolTipBase: theme.surface,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.Mid: theme.line,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.faint))
    return palette


def _style_sheet(theme: Theme) -> str:
    arrow = (resources() / "icons" / f"arrow-{theme.name}.svg").as_posix()
    tick = (resources() / "icons" / f"tick-{theme.name}.svg").as_posix()
    return f"""
    QToolTip {{ background: {theme.surface}; color: {theme.text}; border: 1px solid {theme.line}; padding: 4px; }}
    QFrame[card="true"] {{ background: {theme.surface}; border: 1px solid {theme.line}; border-radius: 12px; }}
    QFrame[card="drop"] {{ background: {theme.surface}; border: 1px dashed {theme.faint}; border-radius: 12px; }}
    QFrame#sidebar {{ background: {theme.surface}; border: none; border-right: 1px solid {theme.line}; }}
    QFrame[rule="true"] {{ background: {theme.line}; border: none; max-height: 1px; min-height: 1px; }}
    QLabel[role="title"] {{ font-size: 20px; font-weight: bold; }}
    QLabel[role="heading"] {{ font-weight: bold; }}
    QLabel[role="muted"] {{ color: {theme.muted}; }}
    QLabel[role="faint"] {{ color: {theme.faint}; font-size: 12px; }}
    QLabel[role="figure"] {{ font-size: 24px; font-weight: bold; }}
    QLabel[role="error"] {{ color: {theme.risk}; font-size: 12px; }}
    QPushButton {{ background: {theme.surface}; border: 1px solid {theme.line}; border-radius: 8px;
        padding: 7px 14px; color: {theme.text}; }}
    QPushButton:hover {{ border-color: {theme.accent}; }}
    QPushButton:focus {{ border: 2px solid {theme.accent}; padding: 6px 13px; }}
    QPushButton:disabled {{ color: {theme.faint}; background: {theme.ground}; }}
    QPushButton[primary="true"] {{ background: {theme.accent}; border-color: {theme.accent};
        color: {theme.on_accent}; }}
    QPushButton[primary="true"]:focus {{ border: 2px solid {theme.text}; }}
    QPushButton[primary="true"]:disabled {{ background: {theme.neutral_soft}; border-color: {theme.line};
        color: {theme.faint}; }}
    QPushButton[link="true"] {{ background: transparent; border: none; color: {theme.accent}; padding: 2px 4px; }}
    QPushButton[link="true"]:focus {{ border: 1px solid {theme.accent}; border-radius: 4px; padding: 1px 3px; }}
    QToolButton {{ border: 1px solid transparent; border-radius: 8px; padding: 6px; color: {theme.text}; }}
    QToolButton:hover {{ background: {theme.neutral_soft}; }}
    QToolButton:focus {{ border-color: {theme.accent}; }}
    QToolButton[nav="true"] {{ padding: 8px 10px; text-align: left; color: {theme.muted}; }}
    QToolButton[nav="true"]:checked {{ background: {theme.accent_soft}; color: {theme.accent}; font-weight: bold; }}
    QLineEdit, QComboBox, QDateEdit, QSpinBox {{ background: {theme.surface}; border: 1px solid {theme.line};
        border-radius: 8px; padding: 6px 8px; color: {theme.text}; selection-background-color: {theme.accent};
        selection-color: {theme.on_accent}; }}
    QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus {{ border: 1px solid {theme.accent}; }}
    QLineEdit[wrong="true"] {{ border: 1px solid {theme.risk}; }}
    QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: 22px; }}
    QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url("{arrow}"); width: 12px; height: 12px; }}
    QCheckBox::indicator {{ width: 14px; height: 14px; border: 1px solid {theme.faint}; border-radius: 4px;
        background: {theme.surface}; }}
    QCheckBox::indicator:checked {{ border-color: {theme.accent}; background: {theme.accent}; image: url("{tick}"); }}
    QCheckBox::indicator:focus {{ border: 2px solid {theme.accent}; }}
    QComboBox QAbstractItemView {{ background: {theme.surface}; border: 1px solid {theme.line}; outline: none;
        selection-background-color: {theme.accent_soft}; selection-color: {theme.text}; }}
    QTableView {{ background: transparent; border: none; gridline-color: transparent; outline: none;
        selection-background-color: {theme.accent_soft}; selection-color: {theme.text}; }}
    QHeaderView {{ background: transparent; }}
    QHeaderView::section {{ background: transparent; color: {theme.muted}; border: none;
        border-bottom: 1px solid {theme.line}; padding: 6px 8px; font-size: 12px; font-weight: normal; }}
    QTabBar {{ background: transparent; }}
    QTabBar::tab {{ background: transparent; color: {theme.muted}; padding: 8px 2px; margin-right: 16px;
        border-bottom: 2px solid transparent; }}
    QTabBar::tab:selected {{ color: {theme.accent}; border-bottom: 2px solid {theme.accent}; font-weight: bold; }}
    QTabBar::tab:focus {{ background: {theme.accent_soft}; }}
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
    QScrollBar::handle {{ background: {theme.line}; border-radius: 4px; min-height: 24px; min-width: 24px;
        margin: 1px; }}
    QScrollBar::handle:hover {{ background: {theme.faint}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
    QDialog {{ background: {theme.surface}; }}
    QDialog QScrollArea > QWidget > QWidget {{ background: {theme.surface}; }}
    QMenu {{ background: {theme.surface}; border: 1px solid {theme.line}; padding: 4px; }}
    QMenu::item {{ padding: 6px 20px; border-radius: 6px; color: {theme.text}; }}
    QMenu::item:selected {{ background: {theme.accent_soft}; }}
    QProgressBar {{ background: {theme.neutral_soft}; border: none; border-radius: 3px; min-height: 6px;
        max-height: 6px; }}
    QProgressBar::chunk {{ background: {theme.accent}; border-radius: 3px; }}
    QTableView QTableCornerButton::section {{ background: transparent; border: none; }}
    """
