"""Which addresses may be fetched: http and https, on hosts that stand on the public internet and nowhere else."""

import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import quote, urljoin, urlsplit

from parley.sources.fetching.refusal import FetchError

PORTS = {"http": 80, "https": 443}
OPEN_PORTS = (80, 443, 8000, 8080, 8443)  # a link may not make us talk to a mail server or a database
LONGEST = 4_000  # characters
KEPT = "%/:?@!$&'()*+,;=-._~[]|"  # of a path or query as it was given
TRANSLATED = ip_network("64:ff9b::/96")  # IPv6 addresses that lead to the IPv4 address in their last bytes
LOOK_AGAIN = "look at the address"


@dataclass(frozen=True, slots=True)
class Address:
    """An http(s) address in parts; `target` is what a request asks the host for."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def site(self) -> str:
        """Scheme, host and port: what one robots.txt speaks for."""
        port = "" if self.port == PORTS[self.scheme] else f":{self.port}"
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}{port}"

    @property
    def url(self) -> str:
        return self.site + self.target

    def next(self, target: str) -> "Address":
        """Where a redirection or a link leads from here. Raises FetchError."""
        return address_of(urljoin(self.url, target.strip()))


def address_of(url: str) -> Address:
    """Raises FetchError for what is no address that may be fetched."""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname or ""
        host = host if ":" in host else host.encode("idna").decode("ascii")
        port = parts.port or PORTS.get(parts.scheme, 0)
    except (ValueError, UnicodeError) as error:
        raise FetchError("is not an address", LOOK_AGAIN) from error
    if parts.scheme not in PORTS or not host or len(url) > LONGEST:
        raise FetchError("is not an address of the web (http or https)", LOOK_AGAIN)
    if parts.username is not None or parts.password is not None:
        raise FetchError("holds a name or password, which are not sent", "leave them out")
    path = quote(parts.path or "/", safe=KEPT)
    query = f"?{quote(parts.query, safe=KEPT)}" if parts.query else ""
    return Address(parts.scheme, host.lower(), port, path + query)


def public_hosts(address: Address) -> list[str]:
    """The numeric addresses behind the name, looked up once, so that no later answer can lead elsewhere.

    Raises FetchError where one of them is private, loopback, link-local or otherwise not public.
    """
    if address.port not in OPEN_PORTS:
        raise FetchError(f"asks for port {address.port}, where no web server is expected", LOOK_AGAIN)
    try:
        told = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError("its host was not found", "look at the address and the connection", later=True) from error
    found = list(dict.fromkeys(str(entry[4][0]) for entry in told))
    if not found or not all(map(is_public, found)):
        raise FetchError("leads to a private address, which is never fetched", "save the page as a file")
    return found


def is_public(told: str) -> bool:
    """Whether a numeric address stands on the public internet, and the one that it may carry inside as well."""
    try:
        at = ip_address(told.split("%")[0])
    except ValueError:
        return False
    inner = _carried(at) if isinstance(at, IPv6Address) else None
    if inner is not None:
        return is_public(str(inner))
    return at.is_global and not (at.is_multicast or at.is_reserved or at.is_unspecified)


def _carried(at: IPv6Address) -> IPv4Address | None:
    if at in TRANSLATED:
        return IPv4Address(at.packed[-4:])
    return at.ipv4_mapped or at.sixtofour or (at.teredo[1] if at.teredo else None)
