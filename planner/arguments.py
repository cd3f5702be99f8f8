"""What can be said on the command line. Imports next to nothing: the window is to stand at once."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from planner import __version__


def arguments() -> argparse.ArgumentParser:
    """What can be said on the command line."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--book", type=Path, metavar="FILE", default=argparse.SUPPRESS, help="the book to use")
    common.add_argument("--demo", action="store_true", default=argparse.SUPPRESS, help="use the sample book")
    common.add_argument("--today", type=date.fromisoformat, metavar="YYYY-MM-DD", default=argparse.SUPPRESS)
    common.add_argument("--language", choices=("zh", "en"), default=argparse.SUPPRESS)
    common.add_argument("--theme", choices=("light", "dark", "system"), default=argparse.SUPPRESS)
    parser = argparse.ArgumentParser(
        prog="yudu",
        parents=[common],
        description="An offline planner for consumer credit. Without a command: the window.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    parser.set_defaults(book=None, demo=False, today=None, language=None, theme=None)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    machine = argparse.ArgumentParser(add_help=False)
    machine.add_argument("--json", action="store_true", help="for machines")
    both = [common, machine]
    importing = commands.add_parser("import", parents=both, help="import statement files")
    importing.add_argument("files", nargs="+", type=Path, metavar="FILE")
    due = commands.add_parser("due", parents=both, help="what falls due")
    due.add_argument("--days", type=int, default=30)
    commands.add_parser("health", parents=both, help="the limit-health score and its points")
    commands.add_parser("warnings", parents=both, help="warnings with their reasons")
    schedule = commands.add_parser("schedule", parents=both, help="the schedule of one loan, or of all")
    schedule.add_argument("loan", nargs="?", help="a part of the loan's name, or its id")
    commands.add_parser("check", parents=both, help="look for damage in the book")
    snapshot = commands.add_parser("snapshot", parents=[common], help="render every page to PNG")
    snapshot.add_argument("folder", type=Path)
    snapshot.add_argument("--size", default="1280x800", metavar="WxH")
    commands.add_parser("self-test", parents=[common], help="check that the program is complete")
    return parser
