"""Two rows that may be one movement: what is proposed, what is sure, and what is never paired."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

import pytest

from planner.core.row_pairs import Link, PairKind, PairProposal, PairRow, bank_words, banks_named, row_pairs
from planner.core.statement_rows import AccountKind, LinkKind, RowClass

NOON = datetime(2026, 11, 20, 12, 30, 5)
MIDNIGHT = datetime(2026, 11, 20)


def wallet(number: int, fen: int = 8640, kind: RowClass = RowClass.OUT, **more: object) -> PairRow:
    made = PairRow(
        number, "alipay", "A4", AccountKind.WALLET, "", kind, NOON, fen, "", "盒马鲜生 订单", "招商银行储蓄卡(1234)"
    )
    return made._replace(**more)  # type: ignore[arg-type]


def bank(number: int, fen: int = 8640, kind: RowClass = RowClass.OUT, **more: object) -> PairRow:
    made = PairRow(
        number, "cmb", "debit", AccountKind.DEBIT, "1234", kind, MIDNIGHT, fen, "", "快捷支付 支付宝-盒马鲜生", ""
    )
    return made._replace(**more)  # type: ignore[arg-type]


def said(pairs: tuple[PairProposal, ...]) -> list[tuple[str, int, int, bool]]:
    return [(*each.key, each.sure) for each in pairs]


def test_a_purchase_in_wallet_and_bank_is_one_and_the_wallets_row_counts() -> None:
    assert said(row_pairs([bank(1), wallet(2)])) == [("purchase", 2, 1, True)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (wallet(1), bank(2, fen=8641)),
        (wallet(1), bank(2, happened_at=MIDNIGHT + timedelta(days=2))),
        (wallet(1, method="招商银行储蓄卡(9999)"), bank(2)),
        (wallet(1, method="建设银行储蓄卡"), bank(2, account="")),
        (wallet(1, method="余额宝"), bank(2)),
        (wallet(1, method="花呗"), bank(2)),
        (wallet(1, method=""), bank(2, text="ATM 取款")),
        (wallet(1, method=""), bank(2, text="财付通-盒马")),
        (wallet(1), bank(2, kind=RowClass.IN)),
        (wallet(1), wallet(2)),
        (wallet(1), bank(2, kind=RowClass.N_DUPLICATE)),
        (bank(1, text="转账"), bank(2, provider="icbc", account="9", text="转账")),
    ],
    ids=["amount", "days", "another account", "another bank", "balance", "pay later", "no words", "another wallet",
         "way", "one feed", "counts no more", "nobody named"],
)  # fmt: skip
def test_what_is_not_one(one: PairRow, two: PairRow) -> None:
    assert row_pairs([one, two]) == ()


def test_a_day_apart_is_proposed_but_not_sure() -> None:
    late = bank(2, happened_at=MIDNIGHT + timedelta(days=1))
    assert said(row_pairs([wallet(1), late])) == [("purchase", 1, 2, False)]


def test_two_that_fit_equally_are_not_sure_and_nearer_comes_first() -> None:
    found = row_pairs([wallet(1), wallet(2, happened_at=NOON + timedelta(hours=3)), bank(3)])
    assert said(found) == [("purchase", 1, 3, False)]
    timed = bank(3, happened_at=NOON + timedelta(hours=3, seconds=8))
    assert said(row_pairs([wallet(1), wallet(2, happened_at=NOON + timedelta(hours=3)), timed])) == [
        ("purchase", 2, 3, True)
    ]


def test_two_equal_purchases_make_two_pairs() -> None:
    rows = [wallet(1), wallet(2, happened_at=NOON + timedelta(hours=1)), bank(3), bank(4)]
    assert [each.key for each in row_pairs(rows)] == [("purchase", 1, 3), ("purchase", 2, 4)]


def test_the_order_of_the_rows_does_not_matter() -> None:
    rows = [wallet(n, happened_at=NOON + timedelta(hours=n)) for n in range(5)]
    rows += [bank(n, happened_at=MIDNIGHT + timedelta(days=n % 2)) for n in range(10, 16)]
    wanted = row_pairs(rows)
    for seed in range(5):
        random.Random(seed).shuffle(rows)
        assert row_pairs(rows) == wanted


def test_a_refund_and_a_repayment_are_seen_by_the_bank_too() -> None:
    back = wallet(1, kind=RowClass.N_REFUND), bank(2, kind=RowClass.IN, text="支付宝-退款")
    assert said(row_pairs(back)) == [("purchase", 1, 2, True)]
    paid = wallet(1, kind=RowClass.N_REPAYMENT, text="花呗 花呗还款"), bank(2, text="支付宝-花呗")
    assert said(row_pairs(paid)) == [("purchase", 1, 2, True)]


def test_a_bill_and_a_cash_book_are_never_sure() -> None:
    book = wallet(2, generation="A5", happened_at=NOON, text="餐饮")
    assert said(row_pairs([book, wallet(1)])) == [("purchase", 1, 2, False)]


def test_a_file_and_a_mail_of_one_bank_are_one() -> None:
    mail = bank(2, generation="mail", text="盒马鲜生")
    assert [each.key for each in row_pairs([bank(1), mail])] == [("purchase", 1, 2)]
    assert row_pairs([bank(1), mail._replace(account="9999")]) == ()


def test_a_card_repaid_from_an_account_through_a_wallet_counts_once() -> None:
    paying = wallet(1, kind=RowClass.N_REPAYMENT, text="招商银行 信用卡还款")
    debit = bank(2, kind=RowClass.N_REPAYMENT, text="支付宝-信用卡还款")
    card = bank(3, kind=RowClass.N_REPAYMENT, text="支付宝还款", generation="card", account="6428",
                happened_at=MIDNIGHT + timedelta(days=1))._replace(kind=AccountKind.CARD)  # fmt: skip
    found = said(row_pairs([paying, debit, card]))
    assert found == [("card_repaid", 1, 3, False), ("purchase", 1, 2, True)]
    assert row_pairs([paying._replace(text="中信银行 信用卡还款"), card]) == ()


def test_a_withdrawal_and_a_top_up_are_transfers() -> None:
    out = wallet(1, kind=RowClass.N_TRANSFER, text="提现 余额提现", method="招商银行(1234)")
    assert said(row_pairs([out, bank(2, kind=RowClass.IN, text="支付宝 提现")])) == [("transfer", 1, 2, True)]
    top_up = wallet(1, kind=RowClass.N_TRANSFER, text="余额宝-转入", method="招商银行储蓄卡(1234)")
    assert said(row_pairs([top_up, bank(2, text="支付宝-余额宝")])) == [("transfer", 2, 1, True)]
    assert row_pairs([out, bank(2, kind=RowClass.N_TRANSFER, direction="收入", text="支付宝 提现")]) == ()


def test_between_two_banks_an_account_must_be_named() -> None:
    out = bank(1, text="转账 尾号5678")
    into = bank(2, provider="icbc", account="5678", kind=RowClass.IN, text="招商银行 跨行汇入")
    assert [each.key for each in row_pairs([out, into])] == [("transfer", 1, 2)]
    assert row_pairs([out._replace(text="转账"), into._replace(text="汇入")]) == ()


def test_what_the_user_said_is_not_asked_again() -> None:
    for confirmed in (True, False):
        assert row_pairs([wallet(1), bank(2)], [Link(LinkKind.DUPLICATE, 1, 2, confirmed)]) == ()
    # a row that is one with another is not one with a third
    link = Link(LinkKind.DUPLICATE, 1, 2, confirmed=True)
    assert row_pairs([wallet(1), bank(2), bank(3)], [link]) == ()
    refused = Link(LinkKind.DUPLICATE, 1, 2, confirmed=False)
    assert said(row_pairs([wallet(1), bank(2), bank(3)], [refused])) == [("purchase", 1, 3, True)]


def test_banks_have_names() -> None:
    assert banks_named("中信银行信用卡还款") == {"citic"}
    assert bank_words("cmb") == "招商银行"
    assert bank_words("alipay") == ""
    assert PairKind.CARD_REPAID.link is LinkKind.DUPLICATE
