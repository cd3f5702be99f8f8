"""Which rows of different statements may be one movement of money: a purchase in two feeds, a card repaid, a transfer.

Pure: rows in, proposals out. What is proposed is never taken for granted; the user confirms it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from planner.core.statement_rows import AccountKind, LinkKind, RowClass

TRANSFER_DAYS = 3
"""A transfer, and a repayment that a card books, may take so many days."""
SAME_DAYS = 1
_NEAREST = 8
"""So many neighbours of a row are looked at on each side: equal amounts of one day stay cheap."""
_DAY_SECONDS = 86_400
_AT_ONCE_SECONDS = 300
_CASH_BOOK = "A5"
_WALLETS = {
    "支付宝": "alipay", "财付通": "wechat", "微信": "wechat", "美团": "meituan", "京东": "jd", "网银在线": "jd",
    "抖音": "douyin",
}  # fmt: skip
_BANKS = {
    "工商银行": "icbc", "工行": "icbc", "建设银行": "ccb", "建行": "ccb", "招商银行": "cmb", "招行": "cmb",
    "中国银行": "boc", "农业银行": "abc", "农行": "abc", "交通银行": "bocom", "中信银行": "citic", "广发银行": "cgb",
    "兴业银行": "cib", "浦发银行": "spdb", "浦东发展": "spdb", "平安银行": "pab", "民生银行": "cmbc",
    "华夏银行": "hxb", "上海银行": "bosc", "邮储银行": "psbc", "邮政储蓄": "psbc",
}  # fmt: skip
_BANK_KEYS = frozenset(_BANKS.values())
_NAMED = re.compile("|".join((*_WALLETS, *_BANKS)))
_TAIL = re.compile(r"(?:尾号|\*+|[(（\[])\s*(\d{4})(?!\d)")
_INSIDE = ("余额", "零钱", "花呗", "信用购", "白条", "月付", "分付", "小荷包", "亲情卡", "亲属卡", "小金库", "钱包")
"""Ways to pay that no bank sees."""
_LEAVES = ("提现", "转出")
_ENTERS = ("充值", "转入", "存入")
_CARD_WORDS = ("信用卡", "银行卡中心", "掌上生活")
_MOVED = frozenset({RowClass.OUT, RowClass.IN, RowClass.N_TRANSFER})
_RANK = {AccountKind.WALLET: 0, AccountKind.DEBIT: 1, AccountKind.CARD: 2, AccountKind.APP: 4}
_INWARD = frozenset({RowClass.IN, RowClass.N_REFUND, RowClass.N_DRAWDOWN, RowClass.N_INTEREST, RowClass.N_CREDIT})
_OUTWARD = frozenset({RowClass.OUT, RowClass.N_REPAYMENT})


class PairKind(StrEnum):
    """How two rows may be one movement."""

    PURCHASE = "purchase"
    """The same money in two feeds: a wallet and its bank, a bill and a cash book, a file and a mail of one bank."""
    CARD_REPAID = "card_repaid"
    """A card's own row of a repayment, and the row of whom it was paid by."""
    TRANSFER = "transfer"
    """Money of one's own that left one feed and came into another."""

    @property
    def link(self) -> LinkKind:
        """What is stored where it is confirmed."""
        return LinkKind.TRANSFER if self is PairKind.TRANSFER else LinkKind.DUPLICATE


class PairRow(NamedTuple):
    """A row as pairing sees it; `fen` has no sign, `generation` is that of its file, `account` its last digits."""

    id: int
    provider: str
    generation: str
    kind: AccountKind
    account: str
    row_class: RowClass
    happened_at: datetime
    fen: int
    direction: str
    text: str
    method: str

    @property
    def feed(self) -> tuple[str, str, str]:
        """Rows of one feed are never one movement: its own keys keep them apart."""
        return self.provider, self.generation, self.account


class PairChoice(NamedTuple):
    """Two rows that the user decides on; `row_id` is the one that would count."""

    kind: LinkKind
    row_id: int
    other_id: int


class Link(NamedTuple):
    """What the user said of two rows: that they are one (`confirmed`), or two."""

    kind: LinkKind
    row_id: int
    other_id: int
    confirmed: bool


@dataclass(frozen=True, slots=True)
class PairProposal:
    """Two rows that may be one movement: `row` tells more and would count, `other` not; of a transfer `row` is where
    the money left. `sure`: nothing else fits either of them as well, and an account or a wallet with the day names
    the other."""

    kind: PairKind
    row: PairRow
    other: PairRow
    sure: bool

    @property
    def key(self) -> tuple[str, int, int]:
        """What it is known by."""
        return self.kind.value, self.row.id, self.other.id

    @property
    def choice(self) -> PairChoice:
        """What is decided on."""
        return PairChoice(self.kind.link, self.row.id, self.other.id)


class _Rule(NamedTuple):
    """Which rows may make a pair: `partner` is the way the other's money goes, by that of the row's."""

    kind: PairKind
    days: int
    partner: Mapping[int, int]
    fits: Callable[[PairRow, PairRow], bool]


class _Candidate(NamedTuple):
    apart: int
    weak: bool
    one: PairRow
    two: PairRow


def row_pairs(rows: Sequence[PairRow], links: Collection[Link] = ()) -> tuple[PairProposal, ...]:
    """The proposals, in order of time: nearest first, each row in one pair of a kind at most, the same for the same
    rows in any order.

    What the user confirmed or refused (`links`) is not proposed again; a row that does not count any more is in none.
    Time: n log n in the rows.
    """
    said = {(each.kind, frozenset((each.row_id, each.other_id))) for each in links}
    gone = {each.other_id for each in links if each.confirmed and each.kind is LinkKind.DUPLICATE}
    taken = {
        kind: {id_ for each in links if each.confirmed and each.kind is kind for id_ in (each.row_id, each.other_id)}
        for kind in LinkKind
    }
    alive = sorted(
        (row for row in rows if row.id not in gone and row.row_class is not RowClass.N_DUPLICATE and row.fen > 0),
        key=lambda row: (row.happened_at, row.id),
    )
    same = _matched(_PURCHASE, [row for row in alive if row.id not in taken[LinkKind.DUPLICATE]], said)
    twice = {each.other.id for each in same}
    paying = [row for row in alive if row.id not in twice and row.row_class is RowClass.N_REPAYMENT]
    repaid = _matched(_CARD_REPAID, paying, said)
    moved = [row for row in alive if row.id not in twice and row.id not in taken[LinkKind.TRANSFER]]
    transfers = _matched(_TRANSFER, moved, said)
    return tuple(sorted((*same, *repaid, *transfers), key=lambda each: (each.row.happened_at, each.key)))


def flow(row: PairRow) -> int:
    """Which way the money of a row went for its account: -1 out, 1 in, 0 where that is not said."""
    if row.kind is AccountKind.CARD and row.row_class is RowClass.N_REPAYMENT:
        return 1
    if row.row_class in _INWARD:
        return 1
    if row.row_class in _OUTWARD:
        return -1
    if row.row_class is not RowClass.N_TRANSFER:
        return 0
    if row.direction in ("支出", "收入"):
        return -1 if row.direction == "支出" else 1
    if any(word in row.text for word in _LEAVES):
        return -1
    return 1 if any(word in row.text for word in _ENTERS) else 0


def banks_named(text: str) -> frozenset[str]:
    """The providers of the banks that a text names."""
    return _names(text) & _BANK_KEYS


def bank_words(provider: str) -> str:
    """What a bank is called in texts; empty for what is no bank."""
    return next((words for words, key in _BANKS.items() if key == provider), "")


@lru_cache(maxsize=100_000)
def _names(text: str) -> frozenset[str]:
    """The providers and the last digits of accounts that a text names."""
    found = {_WALLETS.get(word) or _BANKS[word] for word in _NAMED.findall(text)}
    return frozenset(found | {f"*{tail}" for tail in _TAIL.findall(text)})


def _identity(row: PairRow) -> frozenset[str]:
    return frozenset({row.provider, f"*{row.account}"} if row.account else {row.provider})


def _named_by(row: PairRow) -> frozenset[str]:
    return _names(row.text) | _names(row.method)


def _may_be_one(one: PairRow, two: PairRow) -> bool:
    """Whether what a row was paid with speaks against the other: another bank, another account, a wallet's balance."""
    for paid, bank in ((one, two), (two, one)):
        if paid.kind is not AccountKind.WALLET or bank.kind not in (AccountKind.DEBIT, AccountKind.CARD):
            continue
        named = _names(paid.method)
        banks, tails = named & _BANK_KEYS, {each for each in named if each[0] == "*"}
        if (banks and bank.provider not in banks) or (tails and bank.account and f"*{bank.account}" not in tails):
            return False
        if not named and any(word in paid.method for word in _INSIDE):
            return False
    return True


def _purchase(one: PairRow, two: PairRow) -> bool:
    """One feed names the other, or both are of one account; what a card booked of a repayment is another matter."""
    if one.provider == two.provider:
        return one.generation != two.generation and (not one.account or not two.account or one.account == two.account)
    if AccountKind.APP in (one.kind, two.kind) or not _may_be_one(one, two):
        return False
    if AccountKind.CARD in (one.kind, two.kind) and RowClass.N_REPAYMENT in (one.row_class, two.row_class):
        return False
    wallets = (one.kind is AccountKind.WALLET) + (two.kind is AccountKind.WALLET)
    return wallets == 1 and bool(_named_by(one) & _identity(two) or _named_by(two) & _identity(one))


def _repays_a_card(one: PairRow, two: PairRow) -> bool:
    """What a card booked as a repayment, and what a wallet or a debit account paid to a card, of that bank if named."""
    payer, card = (two, one) if one.kind is AccountKind.CARD else (one, two)
    if card.kind is not AccountKind.CARD or payer.kind in (AccountKind.CARD, AccountKind.APP):
        return False
    banks = _names(payer.text) & _BANK_KEYS
    if card.provider in banks:
        return True
    to_a_card = any(word in payer.text for word in _CARD_WORDS)
    return to_a_card and (not banks or (payer.kind is AccountKind.DEBIT and payer.provider == card.provider))


def _own_accounts(one: PairRow, two: PairRow) -> bool:
    """One account names the other, and the row is no purchase; nothing where both say already that it is a transfer."""
    if {one.row_class, two.row_class} == {RowClass.N_TRANSFER}:
        return False
    kinds = {one.kind, two.kind}
    if kinds & {AccountKind.APP, AccountKind.CARD} or not {one.row_class, two.row_class} <= _MOVED:
        return False
    if one.provider == two.provider and one.account == two.account:
        return False
    forth, back = _named_by(one) & _identity(two), _named_by(two) & _identity(one)
    tails = any(each[0] == "*" for each in forth | back)
    if AccountKind.WALLET not in kinds:
        return tails or bool(forth and back)
    moves = any(word in row.text for row in (one, two) for word in (*_LEAVES, *_ENTERS, "转账", "转存"))
    return moves and bool(forth | back) and _may_be_one(one, two)


_PURCHASE = _Rule(PairKind.PURCHASE, SAME_DAYS, {1: 1, -1: -1}, _purchase)
_CARD_REPAID = _Rule(PairKind.CARD_REPAID, TRANSFER_DAYS, {1: -1, -1: 1}, _repays_a_card)
_TRANSFER = _Rule(PairKind.TRANSFER, TRANSFER_DAYS, {1: -1, -1: 1}, _own_accounts)


def _matched(rule: _Rule, rows: Sequence[PairRow], said: set[tuple[LinkKind, frozenset[int]]]) -> list[PairProposal]:
    """One to one, the nearest first."""
    found = [
        each for each in _candidates(rule, rows) if (rule.kind.link, frozenset((each.one.id, each.two.id))) not in said
    ]
    rivals = Counter((id_, _closeness(each.apart)) for each in found for id_ in (each.one.id, each.two.id))
    nearest: dict[int, int] = {}
    for each in found:
        for id_ in (each.one.id, each.two.id):
            nearest[id_] = min(nearest.get(id_, each.apart), each.apart)
    used: set[int] = set()
    pairs = []
    for each in sorted(found, key=lambda one: (one.apart, one.weak, *sorted((one.one.id, one.two.id)))):
        ids = {each.one.id, each.two.id}
        if ids & used:
            continue
        used |= ids
        close = _closeness(each.apart)
        alone = all(rivals[id_, close] == 1 and _closeness(nearest[id_]) == close for id_ in ids)
        row, other = _in_order(rule.kind, each.one, each.two)
        pairs.append(PairProposal(rule.kind, row, other, alone and not each.weak and close == 0))
    return pairs


def _candidates(rule: _Rule, rows: Sequence[PairRow]) -> Iterator[_Candidate]:
    """Pairs of equal amounts in different feeds, near in time; each pair once. `rows` in order of time."""
    by_amount: defaultdict[tuple[int, int], dict[tuple[str, str, str], list[PairRow]]] = defaultdict(dict)
    for row in rows:
        way = flow(row)
        if way:
            by_amount[row.fen, way].setdefault(row.feed, []).append(row)
    for (fen, way), feeds in by_amount.items():
        partner = rule.partner[way]
        if partner != way and way == 1:
            continue  # from the side where the money left
        others = by_amount.get((fen, partner), {})
        for feed, own in feeds.items():
            for other_feed, theirs in others.items():
                if other_feed == feed or (partner == way and other_feed < feed):
                    continue
                yield from _between(rule, own, theirs)


def _between(rule: _Rule, own: Sequence[PairRow], theirs: Sequence[PairRow]) -> Iterator[_Candidate]:
    moments = [row.happened_at for row in theirs]
    for row in own:
        at = bisect_left(moments, row.happened_at)
        for places in (range(at, min(at + _NEAREST, len(theirs))), range(at - 1, max(at - 1 - _NEAREST, -1), -1)):
            for place in places:
                other = theirs[place]
                if abs((other.happened_at.date() - row.happened_at.date()).days) > rule.days:
                    break
                if rule.fits(row, other):
                    yield _Candidate(_apart(row, other), _is_weak(row, other), row, other)


def _apart(one: PairRow, two: PairRow) -> int:
    """Seconds between two rows; of days where one of them has no hour."""
    if _has_hour(one) and _has_hour(two):
        return abs(int((one.happened_at - two.happened_at).total_seconds()))
    return abs((one.happened_at.date() - two.happened_at.date()).days) * _DAY_SECONDS


def _has_hour(row: PairRow) -> bool:
    moment = row.happened_at
    return bool(moment.hour or moment.minute or moment.second)


def _closeness(apart: int) -> int:
    """0 for at once, or on one day where the hour is not known; then by days."""
    return 0 if apart <= _AT_ONCE_SECONDS else 1 + apart // _DAY_SECONDS


def _is_weak(one: PairRow, two: PairRow) -> bool:
    """A cash book has no order numbers, and says of nothing that it is the same."""
    return _CASH_BOOK in (one.generation, two.generation) and one.provider == two.provider


def _in_order(kind: PairKind, one: PairRow, two: PairRow) -> tuple[PairRow, PairRow]:
    if kind is PairKind.TRANSFER:
        return (one, two) if flow(one) < 0 else (two, one)
    return (one, two) if _detail(one) <= _detail(two) else (two, one)


def _detail(row: PairRow) -> tuple[int, int, int, int]:
    """Which row tells more: a wallet's names the shop, a bank's mostly the wallet; the one with an hour and more words
    of two of a kind; the one that came first."""
    rank = 3 if row.generation == _CASH_BOOK and row.provider == "alipay" else _RANK[row.kind]
    return rank, 0 if _has_hour(row) else 1, -len(row.text), row.id
