"""Prints, provider by provider, how many files and rows of a folder agree with its manifest."""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from tests.statement_samples.compare import Compared, compare_folder


def table(found: list[Compared]) -> str:
    """One line a provider, then what differs."""
    by_provider: dict[str, list[Compared]] = defaultdict(list)
    for each in found:
        by_provider[each.provider].append(each)
    lines = [f"{'provider':10} files agree  rows  read"]
    for provider, files in [*sorted(by_provider.items()), ("all", found)]:
        agree = sum(not each.differences for each in files)
        rows, read = sum(each.truth_rows for each in files), sum(each.read_rows for each in files)
        lines.append(f"{provider:10} {len(files):5} {agree:5} {rows:5} {read:5}")
    lines += [f"{each.path}: {words}" for each in found for words in each.differences]
    return "\n".join(lines)


if __name__ == "__main__":
    compared = compare_folder(Path(sys.argv[1]), sys.argv[2:])
    sys.stdout.write(table(compared) + "\n")
    sys.exit(any(each.differences for each in compared))
