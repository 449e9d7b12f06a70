"""Files that builds keep for the next one, each sealed with what it was made from: a torn or outdated one is none."""

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

from homare.site.writing import open_over, write_over

_SEAL = 16
"""Bytes of a seal."""


def mark_of(parts: Iterable[str | bytes]) -> str:
    """Return the mark of what something is made from: 32 hexadecimal digits."""
    whole = blake2b(digest_size=16)
    for part in parts:
        content = part if isinstance(part, bytes) else part.encode()
        whole.update(b"%d\0" % len(content) + content)
    return whole.hexdigest()


def read_sealed(path: Path | str, made_from: str) -> bytes | None:
    """Return what was kept, or None when it is not there, was made from something else, or is not whole."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 — two for each case
            found = file.read()
    except OSError:
        return None
    content = found[_SEAL:]
    return content if found[:_SEAL] == _seal(made_from, content) else None


def write_sealed(path: Path | str, made_from: str, content: bytes) -> None:
    """Keep `content` as made from what has the mark `made_from`. Raises OSError when the disk refuses."""
    write_over(path, sealed(made_from, content))


def sealed(made_from: str, content: bytes) -> bytes:
    """Return `content` with the seal that `read_sealed` asks for."""
    return _seal(made_from, content) + content


def write_sealed_pieces(path: Path, made_from: str, pieces: Iterable[bytes]) -> None:
    """Keep what the pieces make together, as `write_sealed` does, without holding all of it.

    The seal comes last, so that a torn file has none. Raises OSError when the disk refuses.
    """
    seal = _begun(made_from)
    with open_over(path) as file:
        file.write(bytes(_SEAL))
        for piece in pieces:
            seal.update(piece)
            file.write(piece)
        file.truncate()
        file.seek(0)
        file.write(seal.digest())


def _seal(made_from: str, content: bytes) -> bytes:
    seal = _begun(made_from)
    seal.update(content)
    return seal.digest()


def _begun(made_from: str) -> blake2b:
    return blake2b(digest_size=_SEAL, key=made_from.encode())
