"""One question to a web server and its answer: over a connection to a checked address, bounded in size and time."""

import http.client
import socket
import ssl
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from threading import Timer

from parley.sources.fetching.addresses import Address
from parley.sources.fetching.refusal import FetchError
from parley.sources.limits import LARGEST_ARTICLE, TooMuchError, inflate

SECONDS = 30.0  # of the whole exchange: a host that trickles is cut off too
SECONDS_TO_CONNECT = 10.0
MOST_TRIED = 3  # of a host's addresses
PIECE = 2**16
TRY_LATER = "try again later, or save the page as a file"


@dataclass(frozen=True, slots=True)
class Answer:
    """`headers` by names in small letters; `body` unpacked."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class _Connection(http.client.HTTPConnection):
    """Connects to the numeric address that was checked, whatever the name leads to by now."""

    def __init__(self, address: Address, numeric: str, seconds: float) -> None:
        super().__init__(address.host, address.port, timeout=seconds)
        self.address, self.numeric, self.seconds, self.late = address, numeric, seconds, False

    def connect(self) -> None:
        self.sock = socket.create_connection((self.numeric, self.address.port), min(self.seconds, SECONDS_TO_CONNECT))
        self.sock.settimeout(self.seconds)
        if self.address.scheme == "https":
            # the handshake comes after, when the connection can be cut
            secured = _trust().wrap_socket(self.sock, server_hostname=self.address.host, do_handshake_on_connect=False)
            self.sock = secured
            secured.do_handshake()

    def cut(self) -> None:
        """Ends whatever waits for this connection, from another thread."""
        self.late = True
        if self.sock is not None:
            try:
                socket.socket.shutdown(self.sock, socket.SHUT_RDWR)
            except OSError:
                return  # it was closed in between


@cache
def _trust() -> ssl.SSLContext:
    """The authorities that this machine trusts, and those of certifi for machines that come without."""
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def exchange(
    address: Address, hosts: Sequence[str], headers: Mapping[str, str], largest: int = LARGEST_ARTICLE,
    seconds: float = SECONDS,
) -> Answer:  # fmt: skip
    """What the first of the numeric `hosts` that can be reached answers. Raises FetchError."""
    failed: FetchError | None = None
    for numeric in hosts[:MOST_TRIED]:
        connection = _Connection(address, numeric, seconds)
        timer = Timer(seconds, connection.cut)
        timer.daemon = True
        timer.start()
        try:
            return _unpacked(_asked(connection, headers, largest), largest)
        except (OSError, http.client.HTTPException) as error:
            failed = _told(error, connection)
        finally:
            timer.cancel()
            connection.close()
        if connection.late:
            break
    raise failed or FetchError("its host was not found", TRY_LATER, later=True)


def _asked(connection: _Connection, headers: Mapping[str, str], largest: int) -> Answer:
    connection.request("GET", connection.address.target, headers=dict(headers))
    response = connection.getresponse()
    pieces: list[bytes] = []
    got = 0
    while got <= largest and (piece := response.read(PIECE)):
        pieces.append(piece)
        got += len(piece)
    if got > largest:
        raise FetchError(f"is larger than {largest:,} bytes", "save what is needed of it as a file")
    if connection.late or response.length:
        raise http.client.IncompleteRead(b"", response.length)
    found = {name.lower(): value.strip() for name, value in response.getheaders()}
    return Answer(response.status, found, b"".join(pieces))


def _unpacked(answer: Answer, largest: int) -> Answer:
    packing = answer.headers.get("content-encoding", "").lower().strip()
    if packing in ("", "identity") or not answer.body:
        return answer
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise FetchError(f"is packed in a way that is not read ({packing[:20]})", "save the page as a file")
    try:
        return Answer(answer.status, answer.headers, inflate(answer.body, largest))
    except (TooMuchError, zlib.error) as error:
        raise FetchError(f"cannot be unpacked ({error})", "save the page as a file") from error


def _told(error: Exception, connection: _Connection) -> FetchError:
    if connection.late or isinstance(error, TimeoutError):
        return FetchError(f"its host did not answer within {connection.seconds:g} seconds", TRY_LATER, later=True)
    if isinstance(error, ssl.SSLCertVerificationError):
        return FetchError(f"its certificate is not valid ({error.verify_message})", "look at the address")
    if isinstance(error, http.client.IncompleteRead):
        return FetchError("its answer was cut off", TRY_LATER, later=True)
    if isinstance(error, http.client.HTTPException):
        return FetchError(f"its host does not speak HTTP ({type(error).__name__})", "look at the address")
    told = error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
    return FetchError(f"its host cannot be reached ({told})", TRY_LATER, later=True)
