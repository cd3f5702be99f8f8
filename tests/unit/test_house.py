"""The rules of the house that no other tool checks: sizes, openings, leftovers, one version, places."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import planner

ROOT = Path(__file__).resolve().parents[2]
OURS = ("planner", "packaging", "tests", "resources", ".ci")
TOP = (
    "pyproject.toml",
    "README.md",
    "README.zh-CN.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "LICENSE",
    ".gitignore",
)
TEXT = {
    ".py",
    ".toml",
    ".txt",
    ".md",
    ".sql",
    ".json",
    ".ts",
    ".svg",
    ".sh",
    ".spec",
    ".desktop",
    ".xml",
    ".yml",
    "",
}
TEST_FOLDERS = {"unit", "property", "gui", "e2e", "bench", "campaigns"}

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def files() -> Iterator[Path]:
    """What belongs to the project; Git is not asked, for it may not be on the machine."""
    for name in OURS:
        for path in sorted((ROOT / name).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path
    for name in TOP:
        if (ROOT / name).is_file():
            yield ROOT / name


def modules(*folders: str) -> Iterator[Path]:
    for path in files():
        if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in folders:
            yield path


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def texts() -> Iterator[tuple[str, str]]:
    for path in files():
        if path.suffix in TEXT:
            yield named(path), path.read_text(encoding="utf-8")


def lines_with(pattern: str) -> list[str]:
    """Where the pattern stands, as `file:line: text`."""
    wanted = re.compile(pattern)
    return [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in texts()
        for number, line in enumerate(text.splitlines(), start=1)
        if wanted.search(line)
    ]


def test_no_module_is_longer_than_500_lines() -> None:
    lengths = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules(*OURS)}
    assert {name: length for name, length in lengths.items() if length > 500} == {}


def test_functions_and_classes_stay_short() -> None:
    limits = {ast.FunctionDef: 40, ast.AsyncFunctionDef: 40, ast.ClassDef: 250}
    long = [
        f"{named(path)}:{node.lineno}: {node.name} has {node.end_lineno - node.lineno + 1} lines"
        for path in modules("planner")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 > limits[type(node)]
    ]
    assert long == []


def test_every_module_says_what_belongs_in_it() -> None:
    silent = [
        named(path)
        for path in modules("planner", "packaging", "tests")
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_nothing_is_left_for_later() -> None:
    marks = "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X"))
    assert lines_with(rf"\b({marks})\b") == []


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?<![\w.])/(wo" + r"rk|fa" + r"rm|ro" + r"ot)/",
        r"--index" + r"-url|https?://\S*/sim" + r"ple\b|\bpypi\." + r"org|files\.python" + r"hosted",
        r"deb\.deb" + r"ian\.org|registry\.npm" + r"js",
    ],
    ids=["machine path", "package index", "other registries"],
)
def test_nothing_names_one_machine_or_a_registry(pattern: str) -> None:
    assert lines_with(pattern) == []


def test_the_version_stands_in_one_place() -> None:
    holders = [
        named(path)
        for path in files()
        if path.suffix in {".py", ".toml", ".spec", ".iss"}
        and f'"{planner.__version__}"' in path.read_text(encoding="utf-8")
    ]
    assert holders == ["planner/__init__.py"]
    assert planner.__version__ in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_test_stands_in_a_known_folder() -> None:
    strays = [
        named(path)
        for path in modules("tests")
        if path.name.startswith("test_") and path.relative_to(ROOT / "tests").parts[0] not in TEST_FOLDERS
    ]
    assert strays == []


def test_a_wheel_carries_every_package() -> None:
    found = {".".join(path.parent.relative_to(ROOT).parts) for path in modules("planner") if path.name == "__init__.py"}
    assert set(PYPROJECT["tool"]["setuptools"]["packages"]) == found | {"planner.resources"}


def test_a_folder_with_modules_is_a_package() -> None:
    bare = {named(path.parent) for path in modules("planner") if not (path.parent / "__init__.py").exists()}
    assert bare == set()


def test_every_requirement_is_pinned_within_its_bounds() -> None:
    pinned = {
        name.lower().replace("_", "-"): version
        for name, version in (
            line.split("==")
            for line in (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
            if not line.startswith("#")
        )
    }
    asked = PYPROJECT["project"]["dependencies"] + PYPROJECT["project"]["optional-dependencies"]["dev"]
    for requirement in asked:
        name, low, high = re.fullmatch(r"([\w-]+)>=([\d.]+),<([\d.]+)", requirement).groups()
        version = numbers(pinned[name.lower()])
        assert numbers(low) <= version < numbers(high), requirement


def numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def test_the_checks_run_what_the_readme_says() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    checks = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert checks[-1] == "python3 packaging/dev.py test"
    assert checks[-1] in readme
    assert "python3 packaging/dev.py run" in readme


def test_the_pictures_of_the_readme_exist() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    pictures = re.findall(r"\(?(resources/screenshots/[\w-]+\.png)", readme)
    assert pictures
    assert [name for name in pictures if not (ROOT / name).is_file()] == []
