"""The look of the window: colours by role for light and dark, and one style sheet made from them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from string import Template

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
    faint="#667282", accent="#0B7A84", on_accent="#FFFFFF", accent_soft="#E6F4F6", good="#187A4C", good_soft="#E0F3E9",
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
    source = (resources() / "style.qss").read_text(encoding="utf-8")
    return Template(source).substitute(asdict(theme), arrow=arrow, tick=tick)
