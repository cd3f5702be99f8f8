"""The words of the program in the user's language: English in the code, Chinese from the translation file.

The Qt Linguist file is read directly, so the command line speaks Chinese without Qt and nothing has to be built.
"""

from __future__ import annotations

import locale
from functools import cache
from xml.etree import ElementTree

from planner.paths import resources

LANGUAGES = ("zh", "en")
_chosen = ["en"]


def tr(source: str) -> str:
    """The text in the chosen language; placeholders stay for `.format`."""
    return source if _chosen[0] == "en" else _chinese().get(source, source)


def language() -> str:
    """The chosen language, `zh` or `en`."""
    return _chosen[0]


def set_language(code: str) -> None:
    """Chooses the language; texts already shown must be asked for again."""
    if code not in LANGUAGES:
        raise ValueError(code)
    _chosen[0] = code


def system_language() -> str:
    """Chinese where the system speaks Chinese, else English."""
    name = locale.getlocale()[0] or ""
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"


@cache
def _chinese() -> dict[str, str]:
    root = ElementTree.parse(resources() / "translations" / "yudu_zh_CN.ts").getroot()
    found = {}
    for message in root.iter("message"):
        source, translation = message.findtext("source"), message.findtext("translation")
        if source and translation:
            found[source] = translation
    return found
