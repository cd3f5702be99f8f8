"""`python -m tests.oracle_vectors FOLDER_OR_FILES…`: runs published vectors; see the package's docstring."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.oracle_vectors.runner import run, summary, vectors_in


def main(arguments: list[str]) -> int:
    """Prints what passed and failed; 0 if all passed, 1 if any failed, 2 without vectors."""
    vectors = [vector for argument in arguments for vector in vectors_in(Path(argument))]
    if not vectors:
        sys.stderr.write("usage: python -m tests.oracle_vectors FOLDER_OR_FILES…\n")
        return 2
    outcomes = [run(vector) for vector in vectors]
    sys.stdout.write("\n".join(summary(outcomes)) + "\n")
    return 0 if all(outcome.passed for outcome in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
