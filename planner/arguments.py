"""What can be said on the command line. Imports next to nothing: the window is to stand at once."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from planner import __version__

MOST_DAYS = 3650
MOST_PERIODS = 480
FIRST_YEAR, LAST_YEAR = 1980, 2199


def day(text: str) -> date:
    """A day as 2026-01-15."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day like 2026-01-15") from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day between {FIRST_YEAR} and {LAST_YEAR}")
    return found


def days(text: str) -> int:
    """A number of days from 1 to 3650."""
    if not text.isdecimal() or not 1 <= int(text) <= MOST_DAYS:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to {MOST_DAYS}")
    return int(text)


def periods(text: str) -> int:
    """A number of instalments from 1 to 480."""
    if not text.isdecimal() or not 1 <= int(text) <= MOST_PERIODS:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to {MOST_PERIODS}")
    return int(text)


def size(text: str) -> tuple[int, int]:
    """The size of a picture as 1280x800; the window is at least 1024x680."""
    wide, _, high = text.partition("x")
    if not (wide.isdecimal() and high.isdecimal() and 1024 <= int(wide) <= 7680 and 680 <= int(high) <= 4320):
        raise argparse.ArgumentTypeError(f"{text!r} is not a size from 1024x680 to 7680x4320")
    return int(wide), int(high)


def _common() -> argparse.ArgumentParser:
    """What may stand before the command or after it; new each time, or a command would forget what stood before."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--book", type=Path, metavar="FILE", default=argparse.SUPPRESS, help="the book to use")
    common.add_argument("--demo", action="store_true", default=argparse.SUPPRESS, help="use the sample book")
    common.add_argument("--today", type=day, metavar="YYYY-MM-DD", default=argparse.SUPPRESS)
    common.add_argument("--language", choices=("zh", "en"), default=argparse.SUPPRESS)
    common.add_argument("--theme", choices=("light", "dark", "system"), default=argparse.SUPPRESS)
    return common


def _matching(matching: argparse.ArgumentParser) -> None:
    """What the search for a lender's terms takes."""
    matching.add_argument("--principal", required=True, metavar="AMOUNT", help="the amount borrowed: 10000, 1.2万")
    matching.add_argument("--drawn", required=True, type=day, metavar="YYYY-MM-DD", help="the day it was drawn")
    matching.add_argument("--periods", required=True, type=periods, metavar="N", help="the number of instalments")
    matching.add_argument("--rate", metavar="PERCENT", help="the rate, if it is known: 0.04")
    matching.add_argument("--per", choices=("day", "month", "year"), default="year", help="what the rate is for")
    matching.add_argument(
        "--row", action="append", required=True, dest="rows", metavar='"N [DAY] PAYMENT [PRINCIPAL [INTEREST]]"',
        help="a row as the lender shows it, - for what is not known; once for each row",
    )  # fmt: skip


def arguments() -> argparse.ArgumentParser:
    """What can be said on the command line."""
    parser = argparse.ArgumentParser(
        prog="yudu",
        parents=[_common()],
        description="An offline planner for consumer credit. Without a command: the window.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    parser.set_defaults(book=None, demo=False, today=None, language=None, theme=None)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    machine = argparse.ArgumentParser(add_help=False)
    machine.add_argument("--json", action="store_true", help="for machines")
    both = [_common(), machine]
    importing = commands.add_parser("import", parents=both, help="import statement files")
    importing.add_argument("files", nargs="+", type=Path, metavar="FILE")
    due = commands.add_parser("due", parents=both, help="what falls due")
    due.add_argument("--days", type=days, default=30, help="how many days ahead, 1 to 3650")
    commands.add_parser("health", parents=both, help="the limit-health score and its points")
    commands.add_parser("warnings", parents=both, help="warnings with their reasons")
    schedule = commands.add_parser("schedule", parents=both, help="the schedule of one loan, or of all")
    schedule.add_argument("loan", nargs="?", help="a part of the loan's name, or its id")
    cost = commands.add_parser("cost", parents=both, help="what one loan truly costs a year, or all of them")
    cost.add_argument("loan", nargs="?", help="a part of the loan's name, or its id")
    card = commands.add_parser("card", parents=both, help="the cycle of one card and the ways to pay it, or of all")
    card.add_argument("line", nargs="?", help="a part of the line's name, or its id")
    _matching(commands.add_parser("match", parents=both, help="find the terms that give rows of a lender's plan"))
    commands.add_parser("check", parents=both, help="look for damage in the book")
    exporting = commands.add_parser("export", parents=both, help="write the reports as CSV tables")
    exporting.add_argument("folder", type=Path, metavar="FOLDER")
    calendar = commands.add_parser("calendar", parents=both, help="write the dues as a calendar file (.ics)")
    calendar.add_argument("file", type=Path, metavar="FILE.ics", help="a new file")
    calendar.add_argument("--days", type=days, default=365, help="how many days ahead, 1 to 3650")
    backup = commands.add_parser("backup", parents=both, help="copy the book")
    backup.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a new file; else beside the other copies")
    snapshot = commands.add_parser("snapshot", parents=[_common()], help="render every page to PNG")
    snapshot.add_argument("folder", type=Path)
    snapshot.add_argument("--size", type=size, default=(1280, 800), metavar="WxH")
    commands.add_parser("self-test", parents=[_common()], help="check that the program is complete")
    return parser
