"""Limits of cards: permanent and temporary, by date, and limits that several cards share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from planner.core.errors import OutOfRange


@dataclass(frozen=True, slots=True)
class LimitStep:
    """From `on`, the permanent limit is `limit_fen` (fen, ≥ 0). Raises OutOfRange (limit)."""

    on: date
    limit_fen: int

    def __post_init__(self) -> None:
        if self.limit_fen < 0:
            raise OutOfRange("limit", low=0, high=None)


@dataclass(frozen=True, slots=True)
class TemporaryLimit:
    """From `first_on` to `last_on`, both counted, the limit in all is `limit_fen`, the permanent one in it.
    Raises OutOfRange (last_on, limit)."""

    first_on: date
    last_on: date
    limit_fen: int

    def __post_init__(self) -> None:
        if self.last_on < self.first_on:
            raise OutOfRange("last_on", low=self.first_on, high=None)
        if self.limit_fen < 0:
            raise OutOfRange("limit", low=0, high=None)


@dataclass(frozen=True, slots=True)
class CardLimits:
    """The limits of a card, or of a group of cards that share one. Steps of one day count in their order."""

    steps: tuple[LimitStep, ...] = ()
    temporary: tuple[TemporaryLimit, ...] = ()

    def permanent_on(self, on: date) -> int | None:
        """The permanent limit in force on a day, fen; None where none is known by then."""
        known = [each for each in self.steps if each.on <= on]
        return max(known, key=lambda each: (each.on, self.steps.index(each))).limit_fen if known else None

    def limit_on(self, on: date) -> int | None:
        """The limit in force on a day, fen: the permanent one, or a temporary one that is higher."""
        raised = [each.limit_fen for each in self.temporary if each.first_on <= on <= each.last_on]
        permanent = self.permanent_on(on)
        return max([*raised, *([] if permanent is None else [permanent])], default=None)


NO_LIMIT_KNOWN = CardLimits()


@dataclass(frozen=True, slots=True)
class CardUse:
    """A card's limits and what of them is used (fen; negative where more was paid than owed)."""

    limits: CardLimits
    used_fen: int

    def available_fen(self, on: date) -> int | None:
        """What can still be used, never below zero; None where the limit is not known."""
        limit = self.limits.limit_on(on)
        return None if limit is None else max(limit - self.used_fen, 0)

    def over_limit_fen(self, on: date) -> int:
        """What is used above the limit; nothing where the limit is not known."""
        limit = self.limits.limit_on(on)
        return 0 if limit is None else max(self.used_fen - limit, 0)


def utilisation(use: CardUse, on: date) -> Fraction | None:
    """Used / limit in force on the day; None where the limit is unknown or zero. A credit counts as nothing used."""
    limit = use.limits.limit_on(on)
    return None if not limit else Fraction(max(use.used_fen, 0), limit)


def available_in_group(group: CardLimits, cards: Sequence[CardUse], on: date) -> tuple[int | None, ...]:
    """What can still be used on each card of a group, in order: its own limit's rest, and never more than the group's.

    None where neither limit is known. The sum of the answers may exceed the group's rest: each fen can be used once.
    """
    rest = CardUse(group, sum(each.used_fen for each in cards)).available_fen(on)
    found = []
    for card in cards:
        known = [each for each in (card.available_fen(on), rest) if each is not None]
        found.append(min(known) if known else None)
    return tuple(found)


def group_limit_on(group: CardLimits, cards: Sequence[CardUse], on: date) -> int | None:
    """What all cards of a group can owe together: the group's limit, or their own limits' sum where that is less.

    None where the group's limit is unknown and a card's is too.
    """
    own = [each.limits.limit_on(on) for each in cards]
    known = [each for each in own if each is not None]
    total, shared = sum(known), group.limit_on(on)
    if len(known) < len(own) or not own:
        return shared
    return total if shared is None else min(total, shared)


def group_utilisation(group: CardLimits, cards: Sequence[CardUse], on: date) -> Fraction | None:
    """Used / limit of a whole group: the shared limit counts once. None where it is unknown or zero."""
    limit = group_limit_on(group, cards, on)
    used = sum(max(each.used_fen, 0) for each in cards)
    return None if not limit else Fraction(used, limit)
