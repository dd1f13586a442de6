"""A file of packed members, one behind the other, as web archives are: what is damaged is passed over, not read."""

import io
import zlib
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

START = b"\x1f\x8b\x08"
MEMBER = 31  # window bits of a gzip member
PIECE = 2**16
TRIED = 4096  # packed bytes of a member by which its beginning is known
MOST_TRIED = 100_000  # places at which a member may begin again


class DamagedError(Exception):
    """A member cannot be unpacked; reading on goes on with the next one."""


class Packed(io.RawIOBase):
    """The unpacked bytes of all members. Raises DamagedError once a damage, EOFError where the last member is cut off."""

    def __init__(self, raw: IO[bytes], begin: bytes) -> None:
        self.raw, self.begin = raw, begin  # how the content of every member begins
        self._held = b""
        self._member = zlib.decompressobj(MEMBER)
        self._inside = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        room = memoryview(buffer).cast("B")
        while True:
            held = self._held or self.raw.read(PIECE)
            if not held:
                if self._inside:
                    raise EOFError
                return 0
            out = self._unpacked(held, len(room))
            if out:
                room[: len(out)] = out
                return len(out)

    def _unpacked(self, held: bytes, most: int) -> bytes:
        if not self._inside:
            held = held.lstrip(b"\0")  # padding between members
            self._held = held
            if not held:
                return b""
            self._member, self._inside = zlib.decompressobj(MEMBER), True
        try:
            out = self._member.decompress(held, most)
        except zlib.error as error:
            self._inside = False
            self._pass_over(held)
            raise DamagedError from error
        self._held = self._member.unconsumed_tail or self._member.unused_data
        self._inside = not self._member.eof
        return out

    def _pass_over(self, held: bytes) -> None:
        """Goes to where the next member begins; to the end where there is none."""
        for _ in range(MOST_TRIED):
            at = held.find(START, 1)
            if at < 0:
                more = self.raw.read(PIECE)
                held = held[-2:] + more if more else b""
                if not more:
                    break
                continue
            held = held[at:]
            if len(held) < TRIED:
                held += self.raw.read(PIECE)
            if self._begins(held[:TRIED]):
                break
        self._held = held

    def _begins(self, held: bytes) -> bool:
        try:
            return zlib.decompressobj(MEMBER).decompress(held, len(self.begin)) == self.begin
        except zlib.error:
            return False
