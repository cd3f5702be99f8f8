"""What was chosen on this machine is there at the next start; a spoilt file is as good as none."""

from __future__ import annotations

import gc
from pathlib import Path

from PySide6.QtCore import QByteArray

from planner.i18n import system_language
from planner.ui.preferences import Preferences


def test_what_was_chosen_is_there_at_the_next_start(tmp_path: Path) -> None:
    other = "en" if system_language() == "zh" else "zh"
    preferences = Preferences(tmp_path / "window.ini")
    preferences.language, preferences.theme, preferences.geometry = other, "dark", QByteArray(b"\x00\x01place")
    del preferences  # settings are written when they go
    gc.collect()
    # under another name, so that Qt reads the file and not what it remembers
    (tmp_path / "window.ini").rename(tmp_path / "next.ini")
    again = Preferences(tmp_path / "next.ini")
    assert (again.language, again.theme, again.geometry) == (other, "dark", QByteArray(b"\x00\x01place"))


def test_at_first_the_system_decides(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "window.ini")
    assert (preferences.language, preferences.theme) == (system_language(), "system")
    assert preferences.geometry.isEmpty()


def test_a_spoilt_file_is_as_good_as_none(tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_text("[General]\nlanguage=fr\ntheme=pink\ngeometry=wide\n", encoding="utf-8")
    preferences = Preferences(tmp_path / "window.ini")
    assert (preferences.language, preferences.theme) == (system_language(), "system")
    assert preferences.geometry.isEmpty()
