"""Each import contract of pyproject.toml reports what is planted against it; no contract goes untested."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = {each["id"]: each["name"] for each in PYPROJECT["tool"]["importlinter"]["contracts"]}
BANNED = PYPROJECT["tool"]["ruff"]["lint"]["flake8-tidy-imports"]["banned-api"]

# Contract → (module that gets the import, what it imports). Where the module exists the line is added to it.
PLANTED = {
    "layers": [
        ("planner.core.planted", "planner.reports"),
        ("planner.paths", "planner.i18n"),
        ("planner.i18n", "planner.wording"),
        ("planner.wording", "planner.store.book"),
        ("planner.store.planted", "planner.reports"),
        ("planner.reports.planted", "planner.charts"),
        ("planner.actions.planted", "planner.exchange"),
        ("planner.exchange.planted", "planner.ui"),
        ("planner.ui.planted", "planner.cli"),
        ("planner.knowledge", "planner.app"),
        ("planner.app", "planner.training"),
        ("planner.core.planted_paths", "planner.paths"),
    ],
    "training": [("planner.training.planted", "planner.reports")],
    "no-network": [("planner.core.planted", "socket"), ("planner.ui.planted", "http.client")],
    "core": [("planner.core.planted", "sqlite3"), ("planner.paths", "PySide6.QtCore")],
    "words": [("planner.wording", "PySide6.QtCore"), ("planner.i18n", "matplotlib.text")],
    "no-sentences": [
        ("planner.actions.planted", "planner.wording"),
        ("planner.exchange.planted", "planner.i18n"),
    ],
    "store": [("planner.store.planted", "PySide6.QtCore")],
    "reports": [
        ("planner.reports.planted", "sqlalchemy"),
        ("planner.reports.planted_too", "planner.actions"),
    ],
    "actions": [("planner.actions.planted", "matplotlib.figure")],
    "charts": [
        ("planner.charts.planted", "planner.store.book"),
        ("planner.charts.planted_too", "PySide6.QtGui"),
    ],
    "exchange": [("planner.exchange.planted", "planner.store.book")],
    "calendar-files": [("planner.reports.planted", "icalendar"), ("planner.ui.planted_too", "icalendar")],
    "ui": [
        ("planner.ui.planted", "planner.store.book"),
        ("planner.ui.open_book", "planner.store.planted"),
        ("planner.ui.planted_too", "sqlite3"),
    ],
    "cli": [("planner.cli", "PySide6.QtWidgets"), ("planner.cli", "planner.ui.planted_window")],
}


def module_file(tree: Path, module: str) -> Path:
    """The module's file in the tree; it and the packages above it are made where they are not there yet."""
    *packages, name = module.split(".")
    folder = tree
    for package in packages:
        folder = folder / package
        folder.mkdir(exist_ok=True)
        (folder / "__init__.py").touch()
    inside = folder / name / "__init__.py"
    return inside if inside.exists() else folder / f"{name}.py"


def plant(tree: Path, module: str, imported: str) -> None:
    file = module_file(tree, module)
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    file.write_text(f"{text}\nimport {imported}\n", encoding="utf-8")


def lint(tree: Path) -> str:
    """What `lint-imports` says of the tree, without colours."""
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command; lint_imports_command()",
    ]
    done = subprocess.run(
        [*command, "--no-cache", "--no-logo"],
        cwd=tree,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={"PYTHONPATH": str(tree), "PYTHONIOENCODING": "utf-8", "COLUMNS": "200"},
    )
    return re.sub(r"\x1b\[[0-9;]*m", "", done.stdout + done.stderr)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of our modules to plant imports in."""
    copy = tmp_path_factory.mktemp("tree")
    shutil.copytree(ROOT / "planner", copy / "planner", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


@pytest.fixture(scope="module")
def report(tree: Path) -> dict[str, str]:
    """Per contract what is said of the tree once every import is planted in it."""
    for planted in PLANTED.values():
        for module, imported in planted:
            plant(tree, module, imported)
    for needed in (
        "planner.__main__",
        "planner.store.book",
        "planner.store.planted",
        "planner.ui.planted_window",
    ):
        module_file(tree, needed).touch()
    plant(tree, "planner.ui.planted_window", "PySide6.QtWidgets")
    (tree / "planner" / "stray.py").touch()
    said = lint(tree)
    assert "Broken contracts" in said, said
    broken = said.split("Broken contracts")[-1]
    starts = {each: broken.find(f"\n{name}\n") for each, name in CONTRACTS.items()}
    ordered = sorted((start, each) for each, start in starts.items() if start >= 0)
    ends = [start for start, _ in ordered[1:]] + [len(broken)]
    return {each: broken[start:end] for (start, each), end in zip(ordered, ends, strict=True)}


def test_every_contract_has_an_import_planted_against_it() -> None:
    assert set(PLANTED) == set(CONTRACTS)


@pytest.mark.parametrize(
    ("contract", "module", "imported"), [(each, *planted) for each in PLANTED for planted in PLANTED[each]]
)
def test_a_planted_import_is_reported(report: dict[str, str], contract: str, module: str, imported: str) -> None:
    # Of other people's packages import-linter knows the first name only.
    target = imported if imported.startswith("planner.") else imported.split(".", maxsplit=1)[0]
    assert re.search(rf"{re.escape(module)} -> {re.escape(target)}\b", report[contract]), report[contract]


def test_a_module_without_a_layer_is_reported(report: dict[str, str]) -> None:
    assert "- planner.stray" in report["layers"]


@pytest.mark.parametrize("module", sorted(BANNED))
def test_a_banned_submodule_is_reported(tmp_path: Path, module: str) -> None:
    package, name = module.rsplit(".", maxsplit=1)
    planted = tmp_path / "planted.py"
    planted.write_text(f"import {module}\nfrom {package} import {name}\nfrom {module} import x\n", encoding="utf-8")
    ruff = [sys.executable, "-m", "ruff", "check", "--config", str(ROOT / "pyproject.toml"), "--no-cache"]
    done = subprocess.run(
        [*ruff, "--select", "TID251", "--output-format", "concise", str(planted)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert [line for line in (1, 2, 3) if f"planted.py:{line}:" not in done.stdout] == [], done.stdout


def test_the_modules_that_stand_keep_every_contract() -> None:
    said = lint(ROOT)
    assert "Contracts: " in said, said
    assert re.search(r"\b0 broken", said), said
