"""Reads what the program knows (products, rules, the points table) from resources into frozen values."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from planner.core.findings import Rules, rules_from_json
from planner.core.law import Law, law_from_json
from planner.core.products import Product, products_from_json
from planner.core.scorecard import Scorecard, scorecard_from_json
from planner.core.workdays import Workdays, workdays_from_json
from planner.paths import resources


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything dated and sourced that the program judges by."""

    products: tuple[Product, ...]
    rules: Rules
    scorecard: Scorecard
    law: Law
    workdays: Workdays


def load_knowledge() -> Knowledge:
    """Reads all data files. A file that is missing or broken is a fault of the installation, not of the user."""
    law = law_from_json(_read("rules/law.json"))
    return Knowledge(
        products_from_json(_read("products/products.json")),
        rules_from_json(_read("rules/warnings.json"), law),
        scorecard_from_json(_read("scorecard/points.json")),
        law,
        workdays_from_json(_read("rules/workdays.json")),
    )


def _read(name: str) -> Any:
    return json.loads((resources() / name).read_text(encoding="utf-8"))
