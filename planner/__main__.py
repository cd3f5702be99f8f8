"""`python -m planner`: reads the arguments and hands over to the window or the command line."""

from __future__ import annotations

import sys


def main() -> int:
    """Runs the program; returns the exit status."""
    from planner.cli import arguments, run

    given = arguments().parse_args()
    if given.command is None:
        from planner.app import open_window

        return open_window(given)
    return run(given)


if __name__ == "__main__":
    sys.exit(main())
