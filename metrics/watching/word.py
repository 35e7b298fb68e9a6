"""What one process tells those that are forked from it: the last of its words, in memory that they share, or a file without a name.

Whoever hears takes a word whole or not at all: in front of it stands its digest, which one that is just being written does not fit.
"""

import os
import struct
import tempfile
import time
from hashlib import sha256

HEAD = struct.Struct("d32s")  # when the one who tells last looked, by a clock that all processes share; the digest of what is told
SILENCE = sha256(b"").digest()


class Word:
    """Made before the fork. `digest` is that of what this process last told or heard."""

    def __init__(self) -> None:
        self.file, self.digest = shared_file(), SILENCE
        self.beat()

    def __del__(self) -> None:
        os.close(self.file)

    def beat(self) -> None:
        """Say that there is nothing new to tell, and that somebody looked."""
        os.pwrite(self.file, HEAD.pack(time.monotonic(), self.digest), 0)

    def tell(self, said: bytes) -> None:
        """Raises `OSError` where it cannot be written; then nobody hears of it."""
        os.ftruncate(self.file, HEAD.size)
        if os.pwrite(self.file, said, HEAD.size) == len(said):
            self.digest = sha256(said).digest()
        self.beat()

    def hear(self) -> bytes | None:
        """What was not heard yet; None where that is nothing, or not there whole."""
        digest = self.head()[1]
        if digest == self.digest:
            return None
        said = os.pread(self.file, os.fstat(self.file).st_size, HEAD.size)
        if sha256(said).digest() != digest:
            return None
        self.digest = digest
        return said

    def head(self) -> tuple[float, bytes]:
        """When the one who tells last looked, and the digest of what it told."""
        looked, digest = HEAD.unpack(os.pread(self.file, HEAD.size, 0))
        return float(looked), bytes(digest)


def shared_file() -> int:
    """An open file without a name, for this process and those that are forked from it."""
    if hasattr(os, "memfd_create"):
        return os.memfd_create("told")
    file, name = tempfile.mkstemp()
    os.unlink(name)
    return file
