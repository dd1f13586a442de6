"""How much is read of any input: every article is hostile."""

import zlib
from zipfile import ZipFile, ZipInfo

LARGEST_ARTICLE = 16 * 2**20  # bytes of one article or page, packed or not; a longer one is not an article
LARGEST_MANY = 4 * 2**30  # bytes of a file of many articles, which is read piece by piece
LARGEST_UNPACKED = 32 * 2**30  # bytes of all that comes out of one packed file
DENSEST = 300  # bytes that one packed byte may become; text is packed 3 to 20 to one
TRIFLE = 2**20  # bytes below which density says nothing: many blanks are packed well
GZIP_OR_ZLIB, DEFLATE = 47, -15  # window bits by which zlib knows the format
GZIP_START = b"\x1f\x8b"
MOST_PARTS = 100  # of one packed file
MOST_ARTICLES = 1_000_000  # of one file


class TooMuchError(Exception):
    """An input unpacks to more than an article can be; the message says by how much."""


def inflate(content: bytes, largest: int = LARGEST_ARTICLE) -> bytes:
    """Unpacks gzip (of several parts too) or deflate, whichever it is, up to a bound. Raises zlib.error where it is cut
    off."""
    try:
        out, rest = _part(content, GZIP_OR_ZLIB, largest)
    except zlib.error:
        out, rest = _part(content, DEFLATE, largest)
    for _ in range(MOST_PARTS):
        if not rest.startswith(GZIP_START) or len(out) > largest:
            break
        more, rest = _part(rest, GZIP_OR_ZLIB, largest - len(out))
        out += more
    check(len(out), len(content), largest)
    return out


def _part(content: bytes, bits: int, largest: int) -> tuple[bytes, bytes]:
    """What unpacks, at most one byte over the bound, and what stands behind it."""
    unpacker = zlib.decompressobj(bits)
    out = unpacker.decompress(content, largest + 1)
    if len(out) <= largest and not unpacker.eof:
        raise zlib.error("it is cut off")
    return out, unpacker.unused_data


def check(unpacked: int, packed: int, largest: int = LARGEST_ARTICLE) -> None:
    """Raises TooMuchError where the unpacked size, or its ratio to the packed one, is no article's."""
    if unpacked > largest:
        raise TooMuchError(f"unpacks to more than {largest:,} bytes")
    if unpacked > TRIFLE and unpacked > DENSEST * max(1, packed):
        raise TooMuchError(f"unpacks to {unpacked // max(1, packed):,} times its size")


def unzipped(archive: ZipFile, entry: ZipInfo, largest: int = LARGEST_ARTICLE) -> bytes:
    """One file of a zip archive; what the archive says of its size is not believed."""
    check(entry.file_size, entry.compress_size, largest)
    with archive.open(entry) as file:
        content = file.read(largest + 1)
    check(len(content), entry.compress_size, largest)
    return content
