"""The program as it is started: the window stands and ends, and says that it is complete."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

WINDOW = """
import sys
import planner.app
from planner.arguments import arguments
began = planner.app.after_first_paint
def then(window):
    began(window)
    window.book.idle.connect(window.close)
planner.app.after_first_paint = then
sys.exit(planner.app.open_window(arguments().parse_args(sys.argv[1:])))
"""


def run(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen", "HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"), "XDG_CACHE_HOME": str(home / "cache"),
    }  # fmt: skip
    return subprocess.run(
        [sys.executable, *words], capture_output=True, text=True, check=False, env=environment, timeout=100
    )


def noise(said: str) -> list[str]:
    return [line for line in said.splitlines() if "propagateSizeHints" not in line]


def test_the_installation_proves_itself(tmp_path: Path) -> None:
    done = run(tmp_path, "-m", "planner", "self-test", "--language", "en")
    assert (done.returncode, noise(done.stderr)) == (0, [])
    assert done.stdout.splitlines()[-1] == "Complete."


def test_the_window_opens_on_a_new_book_and_closes(tmp_path: Path) -> None:
    done = run(tmp_path, "-c", WINDOW, "--language", "zh", "--theme", "dark")
    assert (done.returncode, noise(done.stderr)) == (0, [])
    assert (tmp_path / "data" / "yudu" / "book.yudu").exists()


def test_the_window_opens_on_the_sample_book(tmp_path: Path) -> None:
    done = run(tmp_path, "-c", WINDOW, "--demo")
    assert (done.returncode, noise(done.stderr)) == (0, [])
    assert not (tmp_path / "data" / "yudu").exists()


def test_a_fault_of_the_program_ends_with_three(tmp_path: Path) -> None:
    broken = "import sys, planner.cli, planner.__main__ as m; planner.cli.run = None; sys.argv[1:] = ['due']; "
    broken += "sys.exit(m.main())"
    assert run(tmp_path, "-c", broken).returncode == 3
