"""Sums typed into an amount field are exact and end in whole fen; nothing but a sum is accepted."""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.arithmetic import parse_sum
from planner.core.errors import AmountTooLarge, NotAnAmount


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("1,234.56", 123456),
        ("１２３４", 123400),
        ("1.2万", 1200000),
        ("-86.4", -8640),
        ("32.5+18", 5050),
        ("32.5+18-3*2", 4450),
        ("(120-20)*3", 30000),
        ("100/3", 3333),
        ("200/3", 6667),
        ("1.2万-500", 1150000),
        ("10 × 3 ÷ 4", 750),
        ("¥5+¥6", 1100),
        ("-5+8", 300),
        ("3*-2", -600),
        ("５＋６", 1100),
        ("0.01/2", 1),
        ("35块", 3500),
        ("35 块钱", 3500),
        ("1.2w", 1_200_000),
        ("1.2W", 1_200_000),
        ("5k", 500_000),
        ("5K", 500_000),
        ("1.2万元", 1_200_000),
        ("1.2w-500", 1_150_000),
        ("5k-0.5k", 450_000),
        ("35块+1元", 3600),
        ("35块-1", 3400),
    ],
)
def test_sums_of_amounts(text: str, fen: int) -> None:
    assert parse_sum(text) == fen


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1+",
        "*3",
        "(1",
        "1)",
        "1+2)",
        "5/0",
        "1..2+3",
        "abc",
        "1+abc",
        "2**3",
        "__import__('os')",
        "1;2",
        "()",
        "3块5",
        "3元5",
        "块",
        "k",
        "5kk",
        "5wk",
        "1e5",
        "5m",
    ],
)
def test_what_is_no_sum_is_refused_and_names_its_field(text: str) -> None:
    with pytest.raises(NotAnAmount) as caught:
        parse_sum(text, "amount")
    assert caught.value.field == "amount"


def test_a_sum_can_be_too_large_for_a_book() -> None:
    with pytest.raises(AmountTooLarge):
        parse_sum("99999999999*2")


def test_a_very_long_sum_is_refused() -> None:
    with pytest.raises(NotAnAmount):
        parse_sum("+".join("1" * 60))


@given(st.lists(st.integers(-(10**9), 10**9), min_size=2, max_size=5))
def test_adding_up_is_exact(amounts: list[int]) -> None:
    text = "+".join(f"({Fraction(fen, 100).numerator}/{Fraction(fen, 100).denominator})" for fen in amounts)
    if len(text) <= 60:
        assert parse_sum(text) == sum(amounts)


@given(st.text(alphabet="0123456789.,+-*/() 万", max_size=30))
def test_any_text_gives_an_amount_or_a_refusal(text: str) -> None:
    with suppress(NotAnAmount, AmountTooLarge):
        assert isinstance(parse_sum(text), int)
