"""What a vector wants beside what was found, at the vector's own tolerance."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from tests.oracle_vectors.exact import exact, is_number

_COUNTS = ("months", "periods", "payments", "days", "full_unit_periods", "new_term_months_remaining")
_NO_RATE = ("no_sign_change", "no_root", "total_loss", "error")
_NOTHING = ("none", "nan", "null", "nil", "undefined")


class OneOf(tuple[Any, ...]):
    """Several right answers (every root of an ambiguous rate): one of them must be the wanted one."""


def differences(want: Any, got: Any, tolerance: Mapping[str, Any], path: tuple[str, ...] = ()) -> Iterator[str]:
    """Every difference as `place: wanted …, found …`. A function in `got` is asked with the key or item wanted."""
    if isinstance(want, dict):
        for key, value in want.items():
            if callable(got) or key in (got or {}):
                yield from differences(value, got(key) if callable(got) else got[key], tolerance, (*path, key))
            else:
                yield f"{'.'.join((*path, key))}: nothing was computed"
    elif isinstance(want, list):
        yield from _list_differences(want, got, tolerance, path)
    elif not _same(want, got, tolerance, path):
        yield f"{'.'.join(path)}: wanted {want}, found {_shown(got)}"


def _list_differences(want: list[Any], got: Any, tolerance: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    if callable(got):
        got = [got(item) for item in want]
    if not isinstance(got, list | tuple) or len(got) != len(want):
        yield f"{'.'.join(path)}: wanted {len(want)} items, found {_shown(got)}"
        return
    for index, (one, other) in enumerate(zip(want, got, strict=True)):
        yield from differences(one, other, tolerance, (*path, str(index)))


def _same(want: Any, got: Any, tolerance: Mapping[str, Any], path: tuple[str, ...]) -> bool:
    if str(want).lower() in _NOTHING:
        return got is None or (isinstance(got, OneOf) and not got)
    if isinstance(got, OneOf):
        return any(_same(want, each, tolerance, path) for each in got)
    if got is None or isinstance(want, bool):
        return bool(want is got)
    if path[-1] == "status":
        return same_status(str(want), str(got))
    if not is_number(want) or not is_number(got):
        return str(want).lower() == str(got).lower()
    return abs(exact(want) - exact(got)) <= allowed(path, want, tolerance)


def same_status(want: str, got: str) -> bool:
    """Whether a published word for "no rate" fits what was found; the published ones differ between programs."""
    word = want.lower().replace("-", " ").replace("_", " ")
    if got == "never":
        return any(part in word for part in ("never", "infinit", "grow", "no end", "not "))
    if got not in _NO_RATE:
        return word == got.lower()
    if "total" in word or "100 %" in word or "100%" in word:
        return got == "total_loss"
    if "sign" in word:
        return got in ("no_sign_change", "total_loss")
    return True


def allowed(path: tuple[str, ...], want: Any, tolerance: Mapping[str, Any]) -> Fraction:
    """How far the number at a place may be from the wanted one."""
    key = next((part for part in reversed(path) if not part.isdigit()), "")
    if key in _COUNTS or key.endswith(("_months", "_1dp")):
        return exact(tolerance.get("months", 0)) if key.endswith("months") else Fraction(0)
    for names in _TOLERANCES:
        if names[0](key):
            return max(_tolerance(name, want, tolerance) for name in names[1])
    return max(_tolerance(name, want, tolerance) for name in ("money_abs", "abs", "rel"))


def _tolerance(name: str, want: Any, tolerance: Mapping[str, Any]) -> Fraction:
    if name == "printed":
        return printed_unit(want)
    if name == "root":
        return (1 + abs(exact(want))) / 10**9
    value = exact(tolerance.get(name, 0))
    return value * abs(exact(want)) if name.endswith("rel") else value


def printed_unit(want: Any) -> Fraction:
    """One unit of the last digit that was printed."""
    text = str(want).lower()
    mantissa, _, exponent = text.partition("e")
    decimals = len(mantissa.partition(".")[2])
    return Fraction(10) ** (int(exponent or 0) - decimals)


def _shown(got: Any) -> str:
    if isinstance(got, Fraction):
        return f"{float(got):.16g}"
    if isinstance(got, OneOf):
        return "one of " + ", ".join(_shown(each) for each in got)
    return str(got)


def _named(*names: str) -> Callable[[str], bool]:
    return lambda key: key in names


_TOLERANCES: tuple[tuple[Callable[[str], bool], tuple[str, ...]], ...] = (
    (_named("rate"), ("rate_abs", "rate_rel", "abs", "rel")),
    (_named("all_roots"), ("root",)),
    (_named("rate_percent"), ("rate_percent_abs", "rate_percent_rel")),
    (_named("fraction"), ("fraction_abs",)),
    (lambda key: key.endswith("percent") or "factor" in key.split("_")[-1:], ("printed",)),
)
