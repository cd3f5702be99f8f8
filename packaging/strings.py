"""Keeps the Chinese words in step with the code: `update` adds what is new, `check` says what is not done.

The words are in resources/translations/yudu_zh_CN.ts, a Qt Linguist file: edit it by hand or in Linguist.
"""

import ast
import string
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
WORDS = ROOT / "resources" / "translations" / "yudu_zh_CN.ts"


def code() -> list[Path]:
    """The files that may hold words."""
    return sorted((ROOT / "planner").rglob("*.py"))


def update() -> int:
    """Adds the new texts of the code as unfinished and drops those that are gone."""
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    files = [path.relative_to(ROOT).as_posix() for path in code()]
    words = WORDS.relative_to(ROOT).as_posix()
    return subprocess.run(
        [tool, "-locations", "none", "-no-obsolete", *files, "-ts", words], cwd=ROOT, check=False
    ).returncode


def texts(source: str) -> Iterable[tuple[int, str | None]]:
    """(line, text) of each `tr(…)` in a module; None where it is not given one plain string."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
            given = node.args[0] if len(node.args) == 1 and not node.keywords else None
            text = given.value if isinstance(given, ast.Constant) else None
            yield node.lineno, text if isinstance(text, str) else None


def faults(modules: dict[str, str], words: str) -> list[str]:
    """What is wrong between the modules, by name, and the translation file: one line each, empty when all is done."""
    found, used = [], set()
    for name, source in modules.items():
        for line, text in texts(source):
            if text is None:
                found.append(f"{name}:{line}: tr() takes one plain string; put values in with .format()")
            else:
                used.add(text)
    written = set()
    for message in ElementTree.fromstring(words).iter("message"):
        source, translation = message.findtext("source") or "", message.find("translation")
        state = "unfinished" if translation is None else translation.get("type", "")
        text = "" if translation is None else translation.text or ""
        written.add(source)
        if source not in used:
            found.append(f"no longer in the code: {source}")
        elif state or not text:
            found.append(f"{state or 'empty'}: {source}")
        elif placeholders(source) != placeholders(text):
            found.append(f"other placeholders: {source} | {text}")
    return found + [f"not in the file: {source}" for source in sorted(used - written)]


def placeholders(text: str) -> set[str]:
    """What `.format` fills in, with its format."""
    return {f"{name}:{form}" for _, name, form, _ in string.Formatter().parse(text) if name is not None}


def check() -> int:
    """Prints what is not done; 1 when there is something."""
    modules = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in code()}
    found = faults(modules, WORDS.read_text(encoding="utf-8"))
    for each in found:
        print(each)
    return 1 if found else 0


if __name__ == "__main__":
    jobs = {"update": update, "check": check}
    if sys.argv[1:] not in [[name] for name in jobs]:
        sys.exit("usage: strings.py update|check")
    sys.exit(jobs[sys.argv[1]]())
