"""Writing to something that hands over what was written while it is being written."""

import io


class Pipe(io.RawIOBase):
    """A file to write to, which `drain` empties. Zip and Parquet writers never go back, so they can write here."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []
        self.written = 0

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self.pieces.append(bytes(data))  # type: ignore[call-overload]
        self.written += len(self.pieces[-1])
        return len(self.pieces[-1])

    def tell(self) -> int:
        return self.written

    def drain(self) -> bytes:
        """What was written since the last time."""
        data = b"".join(self.pieces)
        self.pieces.clear()
        return data
