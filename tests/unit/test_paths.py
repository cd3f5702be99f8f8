"""Resources are found in a source tree, a wheel and a frozen bundle; the user's files are in the user's folders."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from planner import paths

ROOT = Path(__file__).resolve().parents[2]


def test_a_source_tree_has_its_resources_beside_the_code() -> None:
    assert paths.resources() == ROOT / "resources"


def test_a_wheel_has_its_resources_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)
    assert paths.resources() == tmp_path / "resources"


def test_a_frozen_program_has_its_resources_in_the_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "resources"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="folders are named otherwise on other systems")
def test_the_users_files_are_in_the_users_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    assert paths.default_book() == tmp_path / "XDG_DATA_HOME" / "yudu" / "book.yudu"
    assert paths.config_folder() == tmp_path / "XDG_CONFIG_HOME" / "yudu"
    assert paths.cache_folder() == tmp_path / "XDG_CACHE_HOME" / "yudu"
