"""Files written whole or not at all: beside what is there, then put in its place. Who wants to write the same waits."""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows, where a file that is being replaced cannot be replaced by somebody else
    fcntl = None  # type: ignore[assignment]

Pieces = Iterable[bytes]


def write(path: Path, data: bytes) -> None:
    """The whole of a file, or what was there; the folder is to be there. Raises `OSError` that names the file."""
    write_all({path: [data]})


def write_new(path: Path, data: bytes) -> bool:
    """Whether the file was made; one that is there is never overwritten."""
    with locked(path.parent):
        if os.path.lexists(path):
            return False
        write(path, data)
    return True


def write_all(files: Mapping[Path, Pieces]) -> None:
    """Every file, or what was there: none is put in its place before all are written."""
    parts: dict[Path, Path] = {}
    try:
        for path, pieces in files.items():
            with naming(path):
                real = Path(os.path.realpath(path))  # what a link leads to is written, and the link stays
                parts[real] = real.with_name(f".{real.name}.{os.getpid()}.part")
                fill(parts[real], pieces, like=real)
        for path, part in parts.items():
            with naming(path):
                part.replace(path)
    finally:
        for part in parts.values():
            with suppress(OSError):  # where there is none, or no folder for one
                part.unlink()


def fill(part: Path, pieces: Pieces, like: Path) -> None:
    """Write a part, down to the disk, with the rights of what it is to replace."""
    with part.open("wb") as file:
        file.writelines(pieces)
        file.flush()
        os.fsync(file.fileno())  # a disk may say only now that it is full
    with suppress(FileNotFoundError):
        shutil.copymode(like, part)


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Errors of the system say which file they are about: that of a full disk does not by itself."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Nobody else of ours writes in the folder while the block lasts. The lock ends with the process, however that ends."""
    handle = os.open(folder, os.O_RDONLY) if fcntl else None
    try:
        if handle is not None:
            with suppress(OSError):  # of a network's folder that knows no locks: files are written whole all the same
                fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        if handle is not None:
            os.close(handle)
