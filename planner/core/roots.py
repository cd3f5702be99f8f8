"""All real zeros of a sum of exponentials Σ a·e^(−x·t), the equation behind every rate of return.

With x = ln(1+r) it is the worth of payments `a` at times `t`, and each zero is a rate. Descartes' rule bounds the
number of zeros by the number of sign changes of the amounts in order of time, and its proof finds them: after
multiplying by e^(x·τ), with τ between two payments of unlike sign, the derivative has one sign change less, and
between two of its zeros the sum is monotone, so that it has one zero there or none. No bracket is guessed, so rates
near −100 % and of many thousand per cent are found as well as any other.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

_EPSILON = 2.0**-52
_TOUCHING = 8 * _EPSILON
"""A sum below this part of its terms is a zero: floats know no better, and the two halves of a double root meet."""
_SMALL = 1e-3
_MOST_STEPS = 200
_MOST_DOUBLINGS = 60


def zeros(times: Sequence[float], amounts: Sequence[float]) -> list[float]:
    """Every real x with Σ amounts·e^(−x·times) = 0, ascending, a double zero once.

    `times` are finite and strictly ascending, `amounts` finite and not zero. Zeros are exact to a few units of the
    last binary digit where the sum is well conditioned; two that lie closer than about 1e-8/(span of the times)
    count as one. Times and amounts may be of any size, the amounts at most 1e300 apart.
    """
    if not _sign_changes(amounts):
        return []
    span = times[-1] - times[0]
    places = [(time - times[0]) / span for time in times]
    sizes = [math.frexp(amount)[1] for amount in amounts]
    middle = (max(sizes) + min(sizes)) // 2  # a power of two changes no digit, and keeps sums in range
    sums = [_Sum(places, [math.ldexp(amount, -middle) for amount in amounts])]
    while sums[-1].sign_changes > 1:
        sums.append(sums[-1].derivative())
    found: list[float] = []
    for level in reversed(sums):
        found = level.zeros_between(found)
    return [place / span for place in found]


def _sign_changes(amounts: Sequence[float]) -> list[int]:
    """The indices of the amounts that are followed by one of the other sign."""
    return [index for index in range(len(amounts) - 1) if (amounts[index] > 0) != (amounts[index + 1] > 0)]


class _Sum:
    """A sum of exponentials with its times stretched to [0, 1]."""

    def __init__(self, times: Sequence[float], amounts: Sequence[float]) -> None:
        self._times, self._amounts = times, amounts
        self._changes = _sign_changes(amounts)
        self.sign_changes = len(self._changes)
        self._plus = [(t, a) for t, a in zip(times, amounts, strict=True) if a > 0]
        self._minus = [(t, -a) for t, a in zip(times, amounts, strict=True) if a < 0]

    def derivative(self) -> _Sum:
        """The derivative after moving the middle sign change to time zero: one sign change less."""
        index = self._changes[len(self._changes) // 2]
        middle = (self._times[index] + self._times[index + 1]) / 2
        amounts = [a * (middle - t) for t, a in zip(self._times, self._amounts, strict=True)]
        largest = max(map(abs, amounts))
        kept = [(t, a / largest) for t, a in zip(self._times, amounts, strict=True) if a / largest]
        return _Sum([t for t, _ in kept], [a for _, a in kept])

    def zeros_between(self, turns: Sequence[float]) -> list[float]:
        """The zeros, given ascending places between which the sum (times some e^(x·τ)) is monotone."""
        found: list[float] = []
        left, left_sign = -math.inf, math.copysign(1.0, self._amounts[-1])
        for right in (*turns, math.inf):
            right_sign = math.copysign(1.0, self._amounts[0]) if right == math.inf else self._sign(right)
            if left_sign * right_sign < 0:
                found.append(self._zero(left, right, left_sign))
            if right_sign == 0:
                found.append(right)
            left, left_sign = right, right_sign
        return found

    def _worths(self, x: float) -> tuple[float, float, float]:
        """What the positive and the negative terms are worth, by a common factor that keeps both in range, and
        the slope of ln(plus/minus): the difference of their mean times."""
        origin = 0.0 if x >= 0 else 1.0
        plus = plus_weight = minus = minus_weight = 0.0
        exp = math.exp
        for t, a in self._plus:
            worth = a * exp(x * (origin - t))
            plus += worth
            plus_weight += worth * t
        for t, a in self._minus:
            worth = a * exp(x * (origin - t))
            minus += worth
            minus_weight += worth * t
        slope = minus_weight / minus - plus_weight / plus if plus and minus else 0.0
        return plus, minus, slope

    def _sign(self, x: float) -> float:
        """−1, 0 or 1; 0 where the terms cancel to the last digits."""
        plus, minus, _ = self._worths(x)
        if abs(plus - minus) <= _TOUCHING * (plus + minus):
            return 0.0
        return 1.0 if plus > minus else -1.0

    def _zero(self, left: float, right: float, left_sign: float) -> float:
        """The one zero between two places (either may be infinite) of unlike sign.

        Newton's steps on ln(plus/minus), which is nearly straight, kept inside a bracket; where they do not at
        least halve from one to the next, the bracket is halved. They stop on the step in x, not on the sum.
        """
        low, high = self._finite(left, right, left_sign)
        x, last_step = 0.0 if low < 0.0 < high else (low + high) / 2, math.inf
        for _ in range(_MOST_STEPS):
            plus, minus, slope = self._worths(x)
            if plus == minus:
                return x
            if (plus > minus) == (left_sign > 0):
                low = x
            else:
                high = x
            ratio = plus / minus if minus else math.inf
            step = math.log(ratio) / slope if slope and 0 < ratio < math.inf else math.nan
            if low <= x - step <= high and abs(step) < last_step / 2:
                x, last_step = x - step, abs(step)
                # what is left of a Newton step is its square times the bend (at most 1/8) over the slope
                if step * step <= _EPSILON * abs(slope) * (abs(x) + _SMALL):
                    return x
            else:
                x, before, last_step = (low + high) / 2, x, high - low
                if abs(x - before) <= 2 * _EPSILON * abs(x):
                    return x
        return x

    def _finite(self, left: float, right: float, left_sign: float) -> tuple[float, float]:
        """The same bracket with finite ends: from an infinite one, steps that double until the sign is reached."""
        step = 1.0
        if left == -math.inf:
            start = 0.0 if right == math.inf else right
            left = start - step
            for _ in range(_MOST_DOUBLINGS):
                if self._sign(left) == left_sign:
                    break
                step *= 2
                left = start - step
        if right == math.inf:
            start = max(left, 0.0)
            step, right = 1.0, start + 1.0
            for _ in range(_MOST_DOUBLINGS):
                if self._sign(right) == -left_sign:
                    break
                step *= 2
                right = start + step
        return left, right
