"""The jobs that need no window, one function for each command.
Exit status: 0 done, 1 the user can put it right, 2 wrong usage, 3 a fault of the program.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.core.arithmetic import parse_percent, parse_sum
from planner.core.errors import BookTrouble, Missing, NoSuchLoan, PlannerError
from planner.core.factors import exact
from planner.core.money import plain_yuan
from planner.core.plain_values import plain
from planner.core.products import Product
from planner.core.statement_rows import RowClass
from planner.core.statement_sums import statement_sums
from planner.core.terms import Rate, RatePeriod
from planner.i18n import set_language, system_language, tr
from planner.knowledge import load_knowledge
from planner.paths import default_book
from planner.reports.imports import ImportPreview
from planner.store.book import Book
from planner.store.trouble import BookMissing
from planner.wording.amounts import amount, days_left, percent, yuan
from planner.wording.calendar import event_about, event_title
from planner.wording.costs import cost_lines
from planner.wording.health import band, disclaimer, factor, factor_value
from planner.wording.loans import due_state, method, product_name
from planner.wording.problems import explain, explain_fully, explain_trouble
from planner.wording.statements import category, provider, row_class
from planner.wording.tables import column, member
from planner.wording.warnings import level, next_step, warned_title, warning_reason

if TYPE_CHECKING:
    from planner.exchange.tables_csv import Table, Words
    from planner.reports.courses import LoanRecord
    from planner.reports.loans import ScheduleLine

USER_CAN_FIX = 1


def run(given: argparse.Namespace) -> int:
    """Does one command; returns the exit status. Errors go to stderr in the user's language."""
    set_language(given.language or system_language())
    today = given.today or date.today()  # the one place where the command line looks at the clock
    try:
        return _COMMANDS[given.command](given, today)
    except PlannerError as error:
        print(explain_fully(error), file=sys.stderr)
    except BookTrouble as trouble:
        print(explain_trouble(trouble), file=sys.stderr)
    except BrokenPipeError:
        raise
    except OSError as error:
        where = error.filename or ""
        print(tr("{file} cannot be used: {reason}.").format(file=where, reason=error.strerror), file=sys.stderr)
    return USER_CAN_FIX


def book_path(given: argparse.Namespace) -> Path:
    """The book the arguments name."""
    return given.book if given.book is not None else default_book()


@contextmanager
def sample_book(today: date) -> Iterator[Path]:
    """A fresh copy of the sample book in a folder that goes away."""
    with tempfile.TemporaryDirectory(prefix="yudu-") as folder:
        yield make_sample_book(Path(folder) / "sample.yudu", today)


def make_sample_book(path: Path, today: date) -> Path:
    """Makes the sample book of a day in a new file; returns the file."""
    from planner.actions.sample_book import fill_sample_book

    book = Book.open(path, today=today, create=True)
    book.write(fill_sample_book, today=today, products=load_knowledge().products)
    book.close()
    return path


@contextmanager
def _reading(given: argparse.Namespace, today: date) -> Iterator[Book]:
    if given.demo:
        with sample_book(today) as path:
            yield from _open_to_read(path, today)
    else:
        yield from _open_to_read(book_path(given), today)


def _open_to_read(path: Path, today: date) -> Iterator[Book]:
    book = Book.open_to_read(path, today=today)
    try:
        yield book
    finally:
        book.close()


@contextmanager
def _writing(given: argparse.Namespace, today: date) -> Iterator[Book]:
    if given.demo:
        with sample_book(today) as path:
            yield from _open_to_write(path, today)
    else:
        yield from _open_to_write(book_path(given), today)


def _open_to_write(path: Path, today: date) -> Iterator[Book]:
    book = Book.open(path, today=today, create=True)
    try:
        yield book
    finally:
        book.close()


def _import(given: argparse.Namespace, today: date) -> int:
    from planner.actions.imports import import_statement
    from planner.exchange.statements.recognise import read_statement
    from planner.reports.imports import import_preview

    status, answers, statements = 0, [], []
    for file in given.files:
        try:
            statements.append(read_statement(file))
        except PlannerError as error:
            print(f"{file}: {explain(error)}", file=sys.stderr)
            status = USER_CAN_FIX
    if not statements:
        return status
    with _writing(given, today) as book:
        for statement in statements:
            preview = book.read(import_preview, statement=statement)
            if preview.new or preview.changed or preview.to_review:
                book.write(import_statement, statement=statement, imported_on=today)
            answers.append(import_answer(preview))
    if given.json:
        _print_json(answers)
    for answer in [] if given.json else answers:
        print(tr("{file}: {provider} {generation}, {rows} rows").format(**answer))
        print(tr("  new {new}, changed {changed}, known {known}, to review {to_review}").format(**answer))
        for name, each in answer["classes"].items():
            print(f"  {row_class(RowClass(name))}: {each['n']}  ¥{each['sum']}")
    return status


def import_answer(preview: ImportPreview) -> dict[str, Any]:
    """What `import --json` prints of one file; sums are yuan with two decimals."""
    statement = preview.statement
    sums = statement_sums(statement)
    return {
        "file": statement.file_name,
        "provider": statement.provider,
        "generation": statement.generation,
        "rows": len(statement.rows),
        "new": preview.new,
        "changed": preview.changed,
        "known": preview.known,
        "to_review": preview.to_review,
        "classes": {
            kind.value: {"n": count, "sum": plain_yuan(sum_fen)} for kind, (count, sum_fen) in sums.classes.items()
        },
        "first": None if sums.first is None else sums.first.isoformat(" "),
        "last": None if sums.last is None else sums.last.isoformat(" "),
        "debt_events": [
            {
                "at": None if event.happened_at is None else event.happened_at.isoformat(" "),
                "amount": None if event.amount_fen is None else plain_yuan(event.amount_fen),
                "kind": event.kind.value,
                "product": event.product,
                "text": event.text,
            }
            for event in sums.debt_events
        ],
    }


def _due(given: argparse.Namespace, today: date) -> int:
    from planner.reports.dues import dues

    with _reading(given, today) as book:
        found = book.read(dues, today=today, days=given.days)
    if given.json:
        _print_json(plain(found))
        return 0
    print(tr("Due before {day}: {total}").format(day=found.until, total=yuan(found.total_fen)))
    for due in found.rows:
        part = f" {due.number}/{due.periods}" if due.periods else ""
        print(f"  {due.due_on}  {yuan(due.open_fen):>14}  {due.name}{part}  {days_left(due.days_left)}")
    return 0


def _health(given: argparse.Namespace, today: date) -> int:
    from planner.reports.health import health_report

    with _reading(given, today) as book:
        view = book.read(health_report, today=today, scorecard=load_knowledge().scorecard)
    if given.json:
        _print_json(plain(view))
        return 0
    health = view.health
    known = percent(exact(health.coverage), 0)
    if health.score is None:
        print(tr("Not enough is known for a score: {coverage}% of what counts.").format(coverage=known))
    else:
        words = tr("Limit health {score} ({low}–{high}), {band}; {coverage}% of what counts is known")
        figures = {"score": health.score, "low": health.low, "high": health.high}
        print(words.format(**figures, band=band(health.band), coverage=known))
    for each in health.contributions:
        print(f"  {factor(each.factor_id)}: −{each.deduct} / −{each.most}  {factor_value(each)}")
    print(disclaimer())
    return 0


def _warnings(given: argparse.Namespace, today: date) -> int:
    from planner.reports.warnings import warnings_report

    with _reading(given, today) as book:
        found = book.read(warnings_report, today=today, rules=load_knowledge().rules)
    if given.json:
        _print_json(plain(found))
        return 0
    for each in found.warnings:
        print(f"{each.rule.id} {level(each.finding.level)}: {warned_title(each.finding, each.labels)}")
        print(f"  {warning_reason(each.finding, each.rule)}")
        for step in each.finding.next_steps:
            print(f"  → {next_step(step)}")
    if not found.warnings:
        print(tr("No warnings."))
    for each in found.unknown:
        print(f"{each.rule.id} {level(each.finding.level)}: {warning_reason(each.finding, each.rule)}")
    return 0


def _schedule(given: argparse.Namespace, today: date) -> int:
    from planner.reports.loans import accounts, loan_views

    with _reading(given, today) as book:
        listed = book.read(accounts, today=today).rows
        order = {row.account: at for at, row in enumerate(listed)}  # as the page and the export have them
        found = sorted(book.read(loan_views, today=today), key=lambda each: order[each.account])
    views = [each for each in found if given.loan in (None, str(each.account.id)) or given.loan in each.name]
    if not views:
        raise NoSuchLoan("loan", text=given.loan or "")
    if given.json:
        _print_json(plain(views))
        return 0
    for view in views:
        print(f"{view.name}  {method(view.terms.method)}  {yuan(view.terms.principal_fen)}")
        for row in view.schedule:
            parts = f"{amount(row.principal_fen):>12} {amount(row.interest_fen + row.fee_fen):>10}"
            state = "  ".join((due_state(row.state), *_row_notes(row)))
            print(f"  {row.number:>3}  {row.due_on}  {amount(row.payment_fen):>12} {parts}  {state}")
    return 0


def _row_notes(row: ScheduleLine) -> list[str]:
    """What is out of the ordinary with an instalment."""
    notes = [tr("the lender's own figures")] if row.own else []
    notes += [tr("{amount} paid back beside it").format(amount=yuan(row.prepaid_fen))] if row.prepaid_fen else []
    return [*notes, *([tr("penalty {amount}").format(amount=yuan(row.penalty_fen))] if row.penalty_fen else [])]


def _cost(given: argparse.Namespace, today: date) -> int:
    from planner.reports.cost import loan_cost

    rules = load_knowledge().rules
    with _reading(given, today) as book:
        views = [
            book.read(loan_cost, loan_id=each.id, today=today, rules=rules) for each in _wanted(book, given, today)
        ]
    if given.json:
        _print_json(plain(views))
        return 0
    for view in views:
        assert view is not None
        print(view.name)
        for line in cost_lines(view):
            print(f"  {line}")
    return 0


def _match(given: argparse.Namespace, today: date) -> int:
    from planner.core.matching import match_lender
    from planner.core.matching_rows import row_from_text
    from planner.wording.matching import match_lines

    rows = [row_from_text(text) for text in given.rows]
    period = {"day": RatePeriod.DAILY, "month": RatePeriod.MONTHLY, "year": RatePeriod.YEARLY}[given.per]
    found = match_lender(
        principal_fen=parse_sum(given.principal, "principal"),
        drawn_on=given.drawn,
        periods=given.periods,
        given=rows,
        rate=None if given.rate is None else Rate(parse_percent(given.rate, "rate"), period),
        workdays=load_knowledge().workdays,
    )
    if given.json:
        _print_json({**plain(found), "telling_row": found.telling_row()})
    for line in () if given.json else match_lines(found, rows, rate_known=given.rate is not None):
        print(line)
    return 0


def _wanted(book: Book, given: argparse.Namespace, today: date) -> list[LoanRecord]:
    """The loans that were asked for by a part of their name or their id; all without either."""
    from planner.reports.courses import loan_records

    records = book.read(loan_records, until=today)
    wanted = [each for each in records if given.loan in (None, str(each.id)) or given.loan in each.name]
    if not wanted:
        raise NoSuchLoan("loan", text=given.loan or "")
    return wanted


def _card(given: argparse.Namespace, today: date) -> int:
    from planner.reports.card_view import card_views
    from planner.wording.cards import card_lines

    with _reading(given, today) as book:
        views = book.read(card_views, today=today, wanted=given.line)
    if given.json:
        _print_json(plain(views))
    for view in [] if given.json else views:
        print("\n  ".join((view.name, *card_lines(view))))
    return 0


def _check(given: argparse.Namespace, today: date) -> int:
    with _reading(given, today) as book:
        book.check()
        if given.json:
            _print_json({"book": str(book.path), "ok": True})
        else:
            print(tr("{path}: no damage found.").format(path=book.path))
    return 0


def _export(given: argparse.Namespace, today: date) -> int:
    from planner.exchange.tables_csv import write_tables

    with _reading(given, today) as book:
        words, tables = export_tables(book, today)
    files = write_tables(given.folder, tables, words)
    if given.json:
        _print_json([str(file) for file in files])
    for file in [] if given.json else files:
        print(file)
    return 0


def export_tables(book: Book, today: date) -> tuple[Words, list[Table]]:
    """What is exported, each table from the report that a page or command shows."""
    from planner.exchange import tables_csv as out
    from planner.reports.card_entries import noted_entries
    from planner.reports.dues import dues
    from planner.reports.health import health_report
    from planner.reports.health_history import health_history
    from planner.reports.line_view import line_views
    from planner.reports.loans import accounts, loan_views
    from planner.reports.records import records_of
    from planner.reports.spending import Narrowed, search_spending

    known = load_knowledge()
    words = _export_words(known.products)
    records = book.read(records_of, today=today)
    listed = book.read(accounts, today=today, records=records)
    order = {row.account: at for at, row in enumerate(listed.rows)}
    loans = sorted(book.read(loan_views, today=today, records=records), key=lambda each: order[each.account])
    lines = sorted(book.read(line_views, today=today, records=records), key=lambda each: order[each.account])
    found = book.read(search_spending, words="", narrowed=Narrowed(), most=sys.maxsize)
    health = book.read(health_report, today=today, scorecard=known.scorecard, records=records)
    history = book.read(health_history, today=today, scorecard=known.scorecard, records=records.all_days)
    return words, [
        out.due_table(book.read(dues, today=today, records=records), words),
        out.account_table(listed, words),
        out.schedule_table(loans),
        out.repayment_table(loans, lines),
        out.transaction_table(found.entries, words),
        out.limit_table(lines),
        out.card_entry_table(book.read(noted_entries, today=today)),
        out.health_table(health, words),
        out.history_table(history, words),
    ]


def _export_words(products: Sequence[Product]) -> Words:
    from planner.exchange.tables_csv import Words

    names = {each.key: product_name(each) for each in products}
    return Words(
        column=column,
        member=member,
        product=lambda key: names.get(key, key),
        category=category,
        provider=provider,
        factor=factor,
        factor_value=factor_value,
        band=band,
        limit_health=tr("Limit health"),
    )


def _calendar(given: argparse.Namespace, today: date) -> int:
    from planner.exchange.ics import EventWords, write_calendar
    from planner.reports.calendar import calendar_file

    workdays = load_knowledge().workdays
    with _reading(given, today) as book:
        found = book.read(calendar_file, today=today, days=given.days)
    words = EventWords(tr("Dues"), event_title, lambda due: event_about(due, today, workdays))
    count = write_calendar(given.file, found, words)
    if given.json:
        _print_json({"path": str(given.file), "events": count})
    else:
        print(tr("{file}: {count} dues").format(file=given.file, count=count))
    return 0


def _backup(given: argparse.Namespace, today: date) -> int:
    if given.demo and given.file is None:
        raise Missing("file")  # beside the sample there is nothing that lasts
    with _reading(given, today) as book:
        copy = book.copy_to(given.file)
    if given.json:
        _print_json({"path": str(copy)})
    else:
        print(copy)
    return 0


def _snapshot(given: argparse.Namespace, today: date) -> int:
    from planner.ui.snapshot import render_pages

    with _path(given, today) as path:
        for picture in render_pages(
            path, given.folder, today=today, known=load_knowledge(), size=given.size, theme=given.theme or "light"
        ):
            print(picture)
    return 0


def _self_test(given: argparse.Namespace, today: date) -> int:
    from planner.ui.snapshot import self_test

    with sample_book(today) as path:
        for line in self_test(path, today=today, known=load_knowledge()):
            print(line)
    return 0


@contextmanager
def _path(given: argparse.Namespace, today: date) -> Iterator[Path]:
    if given.demo:
        with sample_book(today) as path:
            yield path
    else:
        if not book_path(given).exists():
            raise BookMissing(path=book_path(given))
        yield book_path(given)


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))


_COMMANDS: dict[str, Callable[[argparse.Namespace, date], int]] = {
    "import": _import,
    "due": _due,
    "health": _health,
    "warnings": _warnings,
    "schedule": _schedule,
    "cost": _cost,
    "card": _card,
    "match": _match,
    "check": _check,
    "export": _export,
    "calendar": _calendar,
    "backup": _backup,
    "snapshot": _snapshot,
    "self-test": _self_test,
}
