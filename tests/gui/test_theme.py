"""Both themes can be read, the bundled fonts have every character needed, and the window starts light."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QFontMetrics, QPalette, QRawFont
from PySide6.QtWidgets import QApplication

from planner.i18n import set_language
from planner.paths import resources
from planner.ui.fonts import FAMILY, LATIN, use_bundled_fonts
from planner.ui.icons import icon, pixmap
from planner.ui.theme import DARK, LIGHT, TONES, Theme, apply_theme, current

LEAST_CONTRAST = 4.5
HEAVY = ("matplotlib", "sqlmodel", "sqlalchemy", "numpy", "PySide6.QtNetwork")


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2."""
    channels = [value / 255 for value in QColor(colour).getRgb()[:3]]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def pairs(theme: Theme) -> dict[str, tuple[str, str]]:
    """Every text colour with every ground it stands on."""
    grounds = {"ground": theme.ground, "surface": theme.surface}
    texts = ("text", "muted", "faint", "accent", "good", "watch", "risk")
    found = {f"{text} on {name}": (getattr(theme, text), ground) for text in texts for name, ground in grounds.items()}
    found |= {f"{tone} pill": theme.tone(tone) for tone in TONES}
    chosen = {text: (getattr(theme, text), theme.accent_soft) for text in ("text", "muted")}
    return found | {f"{text} on a chosen row": pair for text, pair in chosen.items()} | {
        "a filled button": (theme.on_accent, theme.accent),
        "the count in the sidebar": (theme.surface, theme.risk),
    }  # fmt: skip


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_every_text_can_be_read_on_its_ground(theme: Theme) -> None:
    weak = {name: round(contrast(*pair), 2) for name, pair in pairs(theme).items() if contrast(*pair) < LEAST_CONTRAST}
    assert weak == {}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_every_colour_is_a_colour(theme: Theme) -> None:
    values = {field.name: getattr(theme, field.name) for field in fields(theme) if field.name != "name"}
    assert [name for name, value in values.items() if not QColor.isValidColorName(value)] == []


def test_a_theme_reaches_the_palette(qapp: QApplication) -> None:
    apply_theme(qapp, "dark")
    assert current() is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.ground)
    apply_theme(qapp, "light")
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.ground)


def test_the_systems_theme_is_light_where_the_system_says_nothing(qapp: QApplication) -> None:
    apply_theme(qapp, "system")
    assert current() is (DARK if qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT)


def test_the_bundled_fonts_come_first(qapp: QApplication) -> None:
    assert {FAMILY, LATIN} <= set(QFontDatabase.families())
    assert QFontInfo(qapp.font()).family() == LATIN
    set_language("zh")
    use_bundled_fonts(qapp)
    assert QFontInfo(qapp.font()).family() == FAMILY


@pytest.mark.parametrize("style", ["Regular", "Bold"])
def test_no_character_of_gb2312_is_missing(qapp: QApplication, style: str) -> None:
    font = QRawFont(str(resources() / "fonts" / f"YuduSansSC-{style}.otf"), 14)
    rows = [bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF)]
    characters = "".join(row.decode("gb2312", errors="ignore") for row in rows)
    assert len(characters) == 6763
    assert [each for each in characters + "¥−–…·•→▲▼●■◆○✓%‰“”" if not font.supportsCharacter(ord(each))] == []


def test_figures_are_equally_wide(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_english_quotes_are_narrower_than_chinese_ones(qapp: QApplication) -> None:
    english = QFontMetrics(qapp.font()).horizontalAdvance("“")
    set_language("zh")
    use_bundled_fonts(qapp)
    assert english < QFontMetrics(qapp.font()).horizontalAdvance("“")


def test_an_icon_has_the_colour_asked_for(qapp: QApplication) -> None:
    picture = pixmap("house", "#B92F26", 18).toImage()
    inks = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert inks == {"#b92f26"}


def test_every_icon_can_be_drawn(qapp: QApplication) -> None:
    files = sorted((resources() / "icons").glob("*.svg"))
    assert [file.stem for file in files if icon(file.stem, "#000000").isNull()] == []
    assert len(files) > 15


def test_the_window_can_be_painted_before_anything_heavy_is_imported() -> None:
    code = (
        "import sys\n"
        "import planner.app, planner.ui.preferences\n"
        "from planner.ui.widgets import basics, chart_view, fields, form, gauge, naming, sidebar, table\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
