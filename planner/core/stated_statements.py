"""On which days a card's statements are cut: by its terms, or where the issuer's own statements say so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.core.calendar import add_months
from planner.core.card_entries import StatedStatement
from planner.core.card_terms import CardTerms
from planner.core.cycles import next_statement_day, previous_statement_day


class StatementCalendar:
    """The statement days one after the other, from the first on or after a day.

    A statement that the issuer states belongs to the computed day it lies nearest to, and takes its place.
    """

    def __init__(self, terms: CardTerms, first: date, stated: Sequence[StatedStatement]) -> None:
        self._terms = terms
        self._stated = {
            nearest_statement_day(terms, each.on): each for each in sorted(stated, key=lambda each: each.on)
        }
        self._anchor = next_statement_day(terms, first)
        before = previous_statement_day(terms, first)
        if before in self._stated and self._stated[before].on >= first:
            self._anchor = before
        elif self.next_on < first:  # that statement is older than all that is on record
            self.move_on()

    @property
    def next_on(self) -> date:
        """The day of the next statement."""
        stated = self._stated.get(self._anchor)
        return self._anchor if stated is None else stated.on

    def stated_now(self) -> StatedStatement | None:
        """The next statement as the issuer states it."""
        return self._stated.get(self._anchor)

    def move_on(self) -> None:
        """To the statement after."""
        self._anchor = add_months(self._anchor, 1, self._terms.statement_day)


def nearest_statement_day(terms: CardTerms, on: date) -> date:
    """The computed statement day that a day lies nearest to; the later one of two."""
    before, after = previous_statement_day(terms, on), next_statement_day(terms, on)
    return before if (on - before).days < (after - on).days else after
