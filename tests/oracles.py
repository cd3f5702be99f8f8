"""Where the published numbers are: `../shared` beside the checkout. Tests that read it skip where it is absent."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


def shared(path: str) -> Path:
    """A file or folder under `../shared`; skips the test where it is absent."""
    found = SHARED / path
    if not found.exists():
        pytest.skip(f"../shared/{path} is not here")
    return found


def domain_vectors() -> dict[str, dict[str, Any]]:
    """The vectors of domain.json by their id."""
    entries = json.loads(shared("oracles/domain.json").read_text(encoding="utf-8"))
    return {entry["id"]: entry for entry in entries}
