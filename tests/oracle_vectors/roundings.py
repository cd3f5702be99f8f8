"""Other people's roundings by name, exact on fractions."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction

Rounding = Callable[[Fraction], Fraction]
CENT = Fraction(1, 100)


def rounding(name: str | None, unit: Fraction = CENT) -> Rounding:
    """A rounding to multiples of `unit`: half_up (the default), half_even, half_down, up, down, ceiling, floor, none.

    Names may carry `ROUND_` and be written with spaces or hyphens; halves and `up` go away from zero.
    """
    plain = (name or "half_up").lower().replace("round_", "").replace("-", "_").replace(" ", "_")
    plain = {"bankers": "half_even", "nearest": "half_up", "truncate": "down", "ceil": "ceiling"}.get(plain, plain)
    if plain in ("none", "unrounded", "exact"):
        return lambda value: value
    whole = _WHOLE[plain]
    return lambda value: whole(value / unit) * unit


def half_up(value: Fraction, unit: Fraction = CENT) -> Fraction:
    """The usual rounding: halves away from zero, to a cent if nothing else is said."""
    return _half_up(value / unit) * unit


def _signed(magnitude: Callable[[Fraction], int]) -> Callable[[Fraction], int]:
    return lambda value: -magnitude(-value) if value < 0 else magnitude(value)


_half_up = _signed(lambda value: math.floor(value + Fraction(1, 2)))
_WHOLE: dict[str, Callable[[Fraction], int]] = {
    "half_up": _half_up,
    "half_down": _signed(lambda value: math.ceil(value - Fraction(1, 2))),
    "half_even": round,
    "up": _signed(math.ceil),
    "down": math.trunc,
    "ceiling": math.ceil,
    "floor": math.floor,
}
