"""What a user says of columns comes back from the book as it was said, or not at all."""

from __future__ import annotations

import json

import pytest

from planner.core.mappings import AmountForm, DateOrder, Mapping, MappingGap, mapping_of
from planner.core.statement_rows import AccountKind

WHOLE = Mapping(
    name="记账本", header=("日期", "金额", "收支"), encoding="big5", account_kind=AccountKind.CARD, currency="HKD",
    date_order=DateOrder.DMY, time=0, amount_form=AmountForm.WORD, amount=1, direction=2, out_words=("支出", "out"),
    in_words=("收入",), idle_words=("转账",), note=5, currency_at=7,
)  # fmt: skip


@pytest.mark.parametrize("mapping", [WHOLE, Mapping(), Mapping(shape="dtn", plus_is_spending=True)])
def test_a_mapping_comes_back(mapping: Mapping) -> None:
    assert mapping_of(mapping.to_json()) == mapping


@pytest.mark.parametrize(
    "changed",
    [
        {"version": 2}, {"time": "0"}, {"time": -1}, {"time": True}, {"amount_form": "other"}, {"header": "x"},
        {"header": [1]}, {"name": 3}, {"plus_is_spending": 1}, {"date_order": "ydm"}, {"account_kind": None},
    ],
)  # fmt: skip
def test_what_is_no_mapping_is_none(changed: dict[str, object]) -> None:
    assert mapping_of(json.dumps(json.loads(WHOLE.to_json()) | changed)) is None


@pytest.mark.parametrize("text", ["", "[]", "{", "null", "[" * 100_000])
def test_what_is_no_json_is_none(text: str) -> None:
    assert mapping_of(text) is None


def test_the_gaps_are_named_in_order() -> None:
    assert Mapping().gaps() == (MappingGap.TIME, MappingGap.AMOUNT)
    assert Mapping(time=0, amount=1).gaps() == (MappingGap.DATE_ORDER,)
    two = Mapping(time=0, date_order=DateOrder.YMD, amount_form=AmountForm.OUT_AND_IN, out=1, into=1)
    assert two.gaps() == (MappingGap.OUT_AND_IN,)
    word = Mapping(time=0, date_order=DateOrder.YMD, amount_form=AmountForm.WORD, amount=1)
    assert word.gaps() == (MappingGap.DIRECTION,)
    assert Mapping(time=0, date_order=DateOrder.YMD, amount_form=AmountForm.WORD, amount=1, direction=2).gaps() == (
        MappingGap.WORDS,
    )
    assert WHOLE.gaps() == ()
