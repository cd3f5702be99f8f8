"""Amounts that may be in another currency than yuan: with the code of ISO 4217, as every country writes it."""

from __future__ import annotations

from planner.core.statement_rows import CNY, RowClass, StatementRow
from planner.i18n import tr
from planner.wording.amounts import amount, yuan

_INWARD = frozenset({RowClass.IN, RowClass.N_INTEREST, RowClass.N_REFUND, RowClass.N_DRAWDOWN})
_OUTWARD = frozenset({RowClass.OUT, RowClass.N_REPAYMENT})


def in_currency(hundredths: int | None, currency: str) -> str:
    """`1,234.56` of yuan, `USD 3.72` of anything else; a dash where it is not known."""
    return amount(hundredths) if currency == CNY or hundredths is None else f"{currency} {amount(hundredths)}"


def signed_amount(kind: RowClass, hundredths: int | None, currency: str) -> str:
    """The same with the sign that the class of its row says."""
    words = in_currency(hundredths, currency)
    if hundredths is not None and kind in _INWARD:
        return f"+{words}"
    return f"−{words}" if hundredths and kind in _OUTWARD else words


def money(amount_fen: int | None, foreign_hundredths: int | None, currency: str) -> str:
    """`¥1,234.56`; of what moved in another currency and whose yuan are not known `USD 3.72`."""
    if amount_fen is None and foreign_hundredths is not None:
        return in_currency(foreign_hundredths, currency)
    return yuan(amount_fen)


def row_amount(row: StatementRow) -> str:
    """The amount of a statement's row."""
    return signed_amount(row.row_class, row.amount_fen, row.currency)


def not_in_sums(rows: int) -> str:
    """Of rows in other currencies, beside a sum of yuan."""
    return tr("{count} rows in other currencies are not in the sums").format(count=rows)
