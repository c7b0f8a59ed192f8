"""Whether an address is in the house: on this machine or its own network."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

# Names that are never public: RFC 6761 (localhost), RFC 6762 (local), RFC 8375 (home.arpa), and
# internal, which ICANN reserved for private use in 2024.
_PRIVATE_DOMAINS = (".localhost", ".local", ".home.arpa", ".internal")


def host_of(url: str) -> str:
    """The host of an address, "" where it has none that can be read."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def is_this_machine(host: str) -> bool:
    """Whether the host is this computer itself."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def is_in_house(host: str) -> bool:
    """Whether what is sent to this host stays in the house; a name without a dot is the network's own."""
    try:
        address = ip_address(host)
    except ValueError:
        return bool(host) and ("." not in host or host.endswith(_PRIVATE_DOMAINS))
    return address.is_private
