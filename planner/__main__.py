"""`python -m planner`: reads the arguments and hands over to the window or the command line."""

from __future__ import annotations

import os
import sys
import traceback

from planner.arguments import arguments

FAULT = 3


def main() -> int:
    """Runs the program; returns the exit status: 3 for a fault of the program."""
    given = arguments().parse_args()
    try:
        if given.command is None:
            from planner.app import open_window

            return open_window(given)
        from planner.cli import run

        return run(given)
    except BrokenPipeError:
        # whoever read the answer has seen enough; nothing more can be said to them
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception:  # whatever the user can put right was told in `run`; this is a fault
        traceback.print_exc()
        return FAULT


if __name__ == "__main__":
    sys.exit(main())
