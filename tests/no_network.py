"""Fails every test in which anything of this process uses a socket: nothing may leave the computer.

`conftest.py` loads this as a plugin. Libraries may import `socket`; they may not connect,
bind or look up a name.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

FORBIDDEN = frozenset(
    {
        "socket.bind",
        "socket.connect",
        "socket.getaddrinfo",
        "socket.gethostbyaddr",
        "socket.gethostbyname",
        "socket.sendmsg",
        "socket.sendto",
    }
)
_seen: list[str] = []


class NetworkUsed(Exception):
    """A test, or what it called, reached for the network."""


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event in FORBIDDEN:
        _seen.append(f"{event}{arguments[-1:]}")
        raise NetworkUsed(event)


sys.addaudithook(_refuse)


def network_attempts() -> list[str]:
    """Take what was tried since the last call; the code that tried may have swallowed the refusal."""
    attempts = list(_seen)
    _seen.clear()
    return attempts


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    yield
    attempts = network_attempts()
    assert not attempts, f"the network was used: {attempts}"
