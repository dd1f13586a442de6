"""How much is read of any input: every article is hostile."""

import zlib
from zipfile import ZipFile, ZipInfo

LARGEST_ARTICLE = 16 * 2**20  # bytes of one article or page, packed or not; a longer one is not an article
LARGEST_MANY = 4 * 2**30  # bytes of a file of many articles, which is read piece by piece
LARGEST_UNPACKED = 32 * 2**30  # bytes of all that comes out of one packed file
DENSEST = 300  # bytes that one packed byte may become; text is packed 3 to 20 to one
TRIFLE = 2**20  # bytes below which density says nothing: many blanks are packed well
MOST_ARTICLES = 1_000_000  # of one file


class TooMuchError(Exception):
    """An input unpacks to more than an article can be; the message says by how much."""


def inflate(content: bytes, largest: int = LARGEST_ARTICLE) -> bytes:
    """Unpacks gzip or deflate, whichever it is, up to a bound."""
    failed: zlib.error | None = None
    for bits in (47, -15):
        unpacker = zlib.decompressobj(bits)
        try:
            out = unpacker.decompress(content, largest + 1)
        except zlib.error as error:
            failed = error
            continue
        check(len(out), len(content), largest)
        return out
    raise failed or zlib.error("empty")


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
