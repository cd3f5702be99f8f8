"""What a repayment makes good: each fen of it once."""

from __future__ import annotations

import pytest

from planner.core.failed_payments import made_good


@pytest.mark.parametrize(
    ("waiting", "paid", "good"),
    [
        ([], 100, []),
        ([100], 99, []),
        ([100], 101, [0]),
        ([30_000, 50_000], 50_000, [1]),  # its own amount before the first that it covers
        ([30_000, 50_000], 79_999, [0]),
        ([30_000, 50_000], 80_000, [0, 1]),
        ([50_000, 30_000, 20_000], 49_999, [1]),
    ],
)
def test_a_repayment_makes_good_what_it_covers(waiting: list[int], paid: int, good: list[int]) -> None:
    assert made_good(waiting, paid) == good
