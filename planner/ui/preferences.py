"""What is about this machine and not about money: language, theme, the window's place, the last folder. An INI file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from planner.i18n import LANGUAGES, system_language

THEMES = ("system", "light", "dark")


class Preferences:
    """Settings of this machine, read and written at once."""

    def __init__(self, file: Path) -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """`zh` or `en`; the system's until one is chosen."""
        chosen = str(self._settings.value("language", ""))
        return chosen if chosen in LANGUAGES else system_language()

    @language.setter
    def language(self, code: str) -> None:
        self._settings.setValue("language", code)

    @property
    def theme(self) -> str:
        """`system`, `light` or `dark`."""
        chosen = str(self._settings.value("theme", "system"))
        return chosen if chosen in THEMES else "system"

    @theme.setter
    def theme(self, name: str) -> None:
        self._settings.setValue("theme", name)

    @property
    def last_folder(self) -> str:
        """Where a statement was last chosen; empty at first."""
        return str(self._settings.value("last_folder", ""))

    @last_folder.setter
    def last_folder(self, folder: str) -> None:
        self._settings.setValue("last_folder", folder)

    @property
    def last_export_folder(self) -> str:
        """Where a calendar file was last saved; empty at first."""
        return str(self._settings.value("last_export_folder", ""))

    @last_export_folder.setter
    def last_export_folder(self, folder: str) -> None:
        self._settings.setValue("last_export_folder", folder)

    @property
    def geometry(self) -> QByteArray:
        """Where the window was; empty at first."""
        found = self._settings.value("geometry")
        return found if isinstance(found, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._settings.setValue("geometry", value)
