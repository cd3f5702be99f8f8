"""Which failed repayments a repayment makes good: no fen of it counts twice."""

from __future__ import annotations

from collections.abc import Sequence


def made_good(waiting_fen: Sequence[int], paid_fen: int) -> list[int]:
    """The places of the failed repayments (fen, in order of time) that one repayment makes good: the first of its own
    amount, else each in turn that what is left of it covers."""
    if paid_fen in waiting_fen:
        return [waiting_fen.index(paid_fen)]
    found, left = [], paid_fen
    for at, fen in enumerate(waiting_fen):
        if fen <= left:
            found.append(at)
            left -= fen
    return found
