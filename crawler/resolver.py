"""Hosts that are led to a server of our own: the setting `PARINDEX_HOSTS` maps a host to `address:port`.

Addresses stay as they are, without a port: only the connection goes elsewhere. The demo leads its hosts to the bundled
press this way; every other host is resolved as usual.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from scrapy.resolver import CachingThreadedResolver, HostResolution
from twisted.internet.address import IPv4Address
from twisted.internet.interfaces import IHostnameResolver
from zope.interface import implementer  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


@implementer(IHostnameResolver)
class LedHosts:
    """A name resolver that answers for the hosts it leads and asks another one for the rest."""

    def __init__(self, hosts: Mapping[str, str], others: Any) -> None:
        self._led = {host: place.rpartition(":") for host, place in hosts.items()}
        self._others = others

    def resolveHostName(self, receiver: Any, name: str, *rest: Any, **options: Any) -> Any:  # noqa: N802 - Twisted's
        """Tell the receiver the address and the port that the host is led to, or have the other resolver tell."""
        if name not in self._led:
            return self._others.resolveHostName(receiver, name, *rest, **options)
        address, _, port = self._led[name]
        resolution = HostResolution(name)
        receiver.resolutionBegan(resolution)
        receiver.addressResolved(IPv4Address("TCP", address, int(port)))
        receiver.resolutionComplete()
        return resolution


class Resolver(CachingThreadedResolver):
    """Scrapy's resolver, with the hosts of `PARINDEX_HOSTS` led where the setting says."""

    hosts: Mapping[str, str] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: Any) -> Resolver:
        """The resolver of a process with these settings."""
        resolver = super().from_crawler(crawler, reactor)
        resolver.hosts = crawler.settings.getdict("PARINDEX_HOSTS")
        return resolver

    def install_on_reactor(self) -> None:
        """Have the reactor ask this resolver."""
        super().install_on_reactor()
        led: Any = LedHosts(self.hosts, self.reactor.nameResolver)
        self.reactor.installNameResolver(led)
