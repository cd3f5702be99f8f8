"""What warnings are made of: levels, rules with their thresholds and basis, findings, and next steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import IntEnum, StrEnum
from typing import Any

from planner.core.factors import MissingInput
from planner.core.facts import RowRef
from planner.core.law import Law


class Level(IntEnum):
    """How bad it is, in order."""

    OK = 0
    UNKNOWN = 1
    INFO = 2
    CAUTION = 3
    WARNING = 4
    CRITICAL = 5


class NextStep(StrEnum):
    """What to do next, in the order of the advice ladder."""

    STOP_NEW_LOANS = "stop_new_loans"
    LIST_EVERY_DEBT = "list_every_debt"
    PAY_DOWN_LINES = "pay_down_lines"
    STOP_APPLYING = "stop_applying"
    PAY_IN_TIME = "pay_in_time"
    CUT_FLEXIBLE_SPENDING = "cut_flexible_spending"
    PAY_OVERDUE_NOW = "pay_overdue_now"
    CALL_THE_LENDER = "call_the_lender"
    CALL_THE_LENDER_NOW = "call_the_lender_now"
    CHECK_DEBIT_ACCOUNT = "check_debit_account"
    PAY_BY_HAND = "pay_by_hand"
    LOOK_IN_THE_APP = "look_in_the_app"
    ENTER_INCOME = "enter_income"
    ENTER_ESSENTIAL = "enter_essential"
    ENTER_DEBTS = "enter_debts"
    ENTER_APPLICATIONS = "enter_applications"
    CHECK_THE_CONTRACT = "check_the_contract"
    ASK_FOR_REDUCTION = "ask_for_reduction"
    COMPLAIN = "complain"
    AGREE_IN_WRITING = "agree_in_writing"
    COUNT_ON_RECEIVED = "count_on_received"
    COMPARE_DISCLOSURE = "compare_disclosure"
    COMPARE_BY_YEARLY_COST = "compare_by_yearly_cost"
    NAME_THE_LENDER = "name_the_lender"


class CostGap(StrEnum):
    """Why the cost of a loan cannot be judged."""

    NO_SINGLE_COST = "no_single_cost"
    LENDER_KIND = "lender_kind"
    NO_CAP_KNOWN = "no_cap_known"
    LATER_LPR = "later_lpr"
    DISCLOSURE_TABLE = "disclosure_table"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's thresholds by name, with what they rest on. `own_choice`: the number is ours, not a regulator's."""

    id: str
    thresholds: Mapping[str, Decimal]
    source: str
    source_zh: str
    grade: str
    own_choice: bool
    effective_from: date
    effective_to: date | None
    checked_on: date


@dataclass(frozen=True, slots=True)
class Rules:
    """The rule pack, by rule id, and the law that the rules about cost (W01–W08) look up."""

    version: str
    by_id: Mapping[str, Rule]
    law: Law


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found. `values` are the numbers of its sentence: fen, days, counts, or exact ratios; `on` is the
    day it is about, where it is about one."""

    rule_id: str
    level: Level
    values: Mapping[str, int | Decimal]
    rows: tuple[RowRef, ...]
    next_steps: tuple[NextStep, ...]
    missing: MissingInput | CostGap | None = None
    on: date | None = None


def rules_from_json(document: Mapping[str, Any], law: Law) -> Rules:
    """The rules of a rule file. Raises KeyError or ValueError on a broken file."""
    rules = {}
    for entry in document["rules"]:
        until = entry["effective_to"]
        rules[entry["id"]] = Rule(
            id=entry["id"],
            thresholds={name: Decimal(value) for name, value in entry["thresholds"].items()},
            source=entry["source"],
            source_zh=entry["source_zh"],
            grade=entry["grade"],
            own_choice=entry["own_choice"],
            effective_from=date.fromisoformat(entry["effective_from"]),
            effective_to=None if until is None else date.fromisoformat(until),
            checked_on=date.fromisoformat(entry["checked_on"]),
        )
    return Rules(document["version"], rules, law)
