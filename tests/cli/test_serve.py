from __future__ import annotations

import socket

from tests.cli.conftest import Airslot


def test_taken_port_is_a_sentence(airslot: Airslot) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        done = airslot("serve", "--port", str(port))

    assert done.code == 1
    assert f"Nothing can listen on 127.0.0.1 port {port}: Address already in use" in done.err
    assert "choose another port with --port" in done.err


def test_open_address_needs_a_setting_that_says_so(airslot: Airslot) -> None:
    done = airslot("serve", "--host", "0.0.0.0")

    assert done.code == 2
    assert "AIRSLOT_ALLOW_PUBLIC_LISTEN" in done.err
