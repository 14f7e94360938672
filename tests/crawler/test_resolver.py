"""The resolver leads the hosts it is told to lead, port and all, and leaves the others alone."""

from __future__ import annotations

from typing import Any

from twisted.internet.address import IPv4Address
from twisted.internet.interfaces import IHostnameResolver
from zope.interface.verify import verifyObject  # type: ignore[import-untyped]

from crawler.resolver import LedHosts


class Others:
    """The resolver that is asked for other hosts."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def resolveHostName(self, receiver: Any, name: str, *rest: Any) -> str:  # noqa: N802
        self.asked.append(name)
        return "theirs"


class Receiver:
    """What a connection learns."""

    def __init__(self) -> None:
        self.told: list[Any] = []

    def resolutionBegan(self, resolution: Any) -> None:  # noqa: N802
        self.told.append("began")

    def addressResolved(self, address: Any) -> None:  # noqa: N802
        self.told.append(address)

    def resolutionComplete(self) -> None:  # noqa: N802
        self.told.append("complete")


def test_a_led_host_is_reached_at_its_port_whatever_port_the_address_has() -> None:
    resolver, receiver = LedHosts({"tcnn.test": "127.0.0.1:8123"}, Others()), Receiver()
    resolver.resolveHostName(receiver, "tcnn.test", 80)
    assert receiver.told == ["began", IPv4Address("TCP", "127.0.0.1", 8123), "complete"]


def test_other_hosts_are_left_to_the_resolver_that_was_there() -> None:
    others, receiver = Others(), Receiver()
    assert LedHosts({"tcnn.test": "127.0.0.1:8123"}, others).resolveHostName(receiver, "tcnn.vn", 443) == "theirs"
    assert (others.asked, receiver.told) == (["tcnn.vn"], [])


def test_it_is_a_resolver_as_twisted_wants_one() -> None:
    assert verifyObject(IHostnameResolver, LedHosts({}, Others()), tentative=True)
