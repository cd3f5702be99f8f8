"""The guard against network use sees an attempt even where the refusal is swallowed."""

from __future__ import annotations

import contextlib
import socket

import pytest

from tests.no_network import NetworkUsed, network_attempts


def test_a_connection_is_refused_and_remembered() -> None:
    with socket.socket() as connection, pytest.raises(NetworkUsed):
        connection.connect(("127.0.0.1", 9))
    with contextlib.suppress(NetworkUsed):
        socket.getaddrinfo("example.invalid", 80)
    assert [attempt.split("(")[0] for attempt in network_attempts()] == [
        "socket.connect",
        "socket.getaddrinfo",
    ]
    assert network_attempts() == []
