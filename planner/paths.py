"""Where resources and the user's files are: in a source tree, a wheel, a frozen bundle. Imports nothing of ours."""

from __future__ import annotations

import sys
from pathlib import Path

APP = "yudu"
_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """The folder of icons, fonts, words and data that the program brings."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return Path(bundle) / "resources"
    in_wheel = _PACKAGE / "resources"
    return in_wheel if in_wheel.is_dir() else _PACKAGE.parent / "resources"


def default_book() -> Path:
    """The user's own book."""
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False) / "book.yudu"


def config_folder() -> Path:
    """Where the settings of this machine are."""
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False)


def cache_folder() -> Path:
    """What can be made again, such as matplotlib's list of fonts."""
    from platformdirs import user_cache_path

    return user_cache_path(APP, appauthor=False)
