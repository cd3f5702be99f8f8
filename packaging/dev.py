"""Sets up a checkout on a machine that has only Python, then runs the program or its checks.

    python3 packaging/dev.py run [ARGUMENTS]   the window on the sample book (without a display: pictures)
    python3 packaging/dev.py test              every check and test (`poe check`)
    python3 packaging/dev.py check TASK …      one of them, by its name in pyproject.toml

Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "set-up.sha256"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
PICTURES = Path("build", "pictures")

# The system libraries of Qt on Debian and Ubuntu. Alternatives stand side by side, the newer name first.
VENV_PACKAGE = [[f"python{sys.version_info[0]}.{sys.version_info[1]}-venv", "python3-venv"]]
QT_PACKAGES = [
    ["libglib2.0-0t64", "libglib2.0-0"],
    ["libgl1"],
    ["libegl1"],
    ["libxkbcommon0"],
    ["libfontconfig1"],
    ["libdbus-1-3"],
]
WINDOW_PACKAGES = [
    ["libxkbcommon-x11-0"],
    ["libxcb-cursor0"],
    ["libxcb-icccm4"],
    ["libxcb-keysyms1"],
    ["libxcb-shape0"],
    ["libwayland-cursor0"],
]

IMPORT_QT = "import PySide6.QtCore, PySide6.QtGui, PySide6.QtWidgets, PySide6.QtSvg"
START_QT = "from PySide6.QtWidgets import QApplication; QApplication([])"


class Stop(Exception):
    """Set-up cannot go on; the text says what the person at the keyboard can do."""


# --- commands ---------------------------------------------------------------------------------------------


def quietly(command: list[str], **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in the checkout and keep its output, to be shown only if it matters."""
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def must(command: list[str], otherwise: str, **environment: str) -> None:
    done = quietly(command, **environment)
    if done.returncode:
        raise Stop(f"{done.stdout.rstrip()}\n\n{otherwise}")


def say(text: str) -> None:
    print(text, flush=True)


# --- the virtual environment ------------------------------------------------------------------------------


def venv_python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def wanted_stamp() -> str:
    """A digest of all that decides what the virtual environment must contain."""
    digest = hashlib.sha256(f"{ROOT}\n{sys.version_info[:2]}\n".encode())
    for file in (ROOT / "pyproject.toml", CONSTRAINTS):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def prepare_venv() -> None:
    """Bring `.venv` up to date; one that was left half-made (no stamp, or no working pip) is made anew."""
    wanted = wanted_stamp()
    found = STAMP.read_text(encoding="ascii") if STAMP.exists() else ""
    if found == wanted and venv_python().exists():
        return
    if not found or not venv_has_pip():
        make_venv()
    STAMP.unlink(missing_ok=True)
    say("Installing what Yudu needs (about 250 MB the first time; this takes a few minutes) …")
    must(
        [
            str(venv_python()),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--constraint",
            str(CONSTRAINTS),
            "--editable",
            ".[dev]",
        ],
        "The installation failed; pip's own words stand above. Run the same command again to retry.",
        PIP_DISABLE_PIP_VERSION_CHECK="1",
    )
    STAMP.write_text(wanted, encoding="ascii")


def venv_has_pip() -> bool:
    return venv_python().exists() and not quietly([str(venv_python()), "-m", "pip", "--version"]).returncode


def make_venv() -> None:
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        need(VENV_PACKAGE, "Python's own `venv` is missing.")
    say(f"Making {VENV.name} with Python {sys.version.split()[0]} …")
    if VENV.exists():
        shutil.rmtree(VENV)
    must([sys.executable, "-m", "venv", str(VENV)], "Python could not make a virtual environment.")


# --- system libraries -------------------------------------------------------------------------------------


def need(packages: list[list[str]], reason: str) -> None:
    """Install what is missing of these Debian packages as root; anyone else is told the exact line."""
    has_apt = shutil.which("apt-get") is not None
    if has_apt:
        packages = [names for names in packages if not any(map(is_installed, names))]
    if not packages:
        return
    say(reason)
    if not has_apt:
        wanted = " ".join(names[-1] for names in packages)
        raise Stop(f"Install what your system calls these Debian packages, then run this again:\n  {wanted}")
    if sys.platform == "win32" or os.geteuid() != 0:
        line = ["sudo", "apt-get", "install", "--no-install-recommends", *names_known_to_apt(packages)]
        raise Stop(f"Run this line, then try again:\n  {shlex.join(line)}")
    # One unreachable source does not matter if the others have the packages: the installation decides.
    quietly(["apt-get", "update"])
    names = names_known_to_apt(packages)
    say(f"Installing {' '.join(names)} …")
    must(
        ["apt-get", "install", "--yes", "--no-install-recommends", *names],
        "apt-get could not install them; its own words stand above.",
        DEBIAN_FRONTEND="noninteractive",
    )


def is_installed(name: str) -> bool:
    shown = quietly(["dpkg-query", "--show", "--showformat=${db:Status-Status}", name])
    return not shown.returncode and shown.stdout == "installed"


def names_known_to_apt(packages: list[list[str]]) -> list[str]:
    """Of each package's names the first that this release of Debian or Ubuntu has, else the older one."""
    return [
        next((name for name in names if not quietly(["apt-cache", "show", name]).returncode), names[-1])
        for names in packages
    ]


def prepare_qt() -> None:
    """Ask for Qt's system libraries only where importing it fails without them."""
    command = [str(venv_python()), "-c", IMPORT_QT]
    if quietly(command).returncode:
        if not sys.platform.startswith("linux"):
            must(command, "Qt cannot be loaded on this system.")
        need(QT_PACKAGES, "Qt needs libraries that are not on this system.")
        must(command, "Qt still cannot be loaded.")


def prepare_window() -> None:
    command = [str(venv_python()), "-c", START_QT]
    if quietly(command).returncode:
        if not sys.platform.startswith("linux"):
            must(command, "Qt cannot open a window on this system.")
        need(WINDOW_PACKAGES, "Qt needs more libraries before it can open a window here.")
        must(command, "Qt still cannot open a window on this display.")


# --- what can be asked for --------------------------------------------------------------------------------


def has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def planner(*arguments: str, **environment: str) -> int:
    command = [str(venv_python()), "-m", "planner", *arguments]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=False).returncode


def run(arguments: list[str]) -> int:
    if has_display():
        prepare_window()
        return planner("--demo", *arguments)
    say("There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.")
    say("Drawing every page of the sample book instead:")
    status = planner("snapshot", str(PICTURES), "--demo", *arguments, QT_QPA_PLATFORM="offscreen")
    for job in ("due", "health", "warnings"):
        say("")
        status = planner(job, "--demo", *arguments) or status
    if not status:
        say(f"\nThe pictures are in {ROOT / PICTURES}")
    return status


def check(tasks: list[str]) -> int:
    """Run a task of pyproject.toml with the virtual environment's programs first on the path."""
    path = os.pathsep.join([str(venv_python().parent), os.environ.get("PATH", "")])
    environment = {**os.environ, "PATH": path, "VIRTUAL_ENV": str(VENV)}
    command = [str(venv_python()), "-m", "poethepoet", *tasks]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def main(arguments: list[str]) -> int:
    if sys.version_info < OLDEST_PYTHON:
        found = sys.version.split()[0]
        sys.stderr.write(f"Yudu needs Python 3.11 or newer; this is Python {found} ({sys.executable}).\n")
        return 1
    job, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if job not in ("run", "test", "check") or (job == "test" and rest) or (job == "check" and not rest):
        sys.stderr.write((__doc__ or "").split("\n\n")[1] + "\n")
        return 2
    try:
        prepare_venv()
        prepare_qt()
        return run(rest) if job == "run" else check(rest or ["check"])
    except Stop as stop:
        sys.stderr.write(f"{stop}\n")
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
