"""Cut Pagefind's index into smaller files, so that a query fetches the characters it names and little else.

Pagefind puts some 20,000 positions into a file of 30 KB, and a query of five characters may need five of them. Cut
at CHUNK_BYTES the same query needs 10 to 20 KB. The layout is that of the pinned version: metadata is
[version, pages, [[first word, last word, file], …], …], an index file is [[word entries, …]].
"""

import gzip
import hashlib
from pathlib import Path
from typing import Any

from homare.site.search.cbor import decode, encode

CHUNK_BYTES = 3_000
"""Size of an index file before compression; a character with more positions than that has a file of its own."""
SIGNATURE = b"pagefind_dcd"
_LEVEL = 9


def read_packed(path: Path) -> bytes:
    """Return the content of one of Pagefind's files. Raises ValueError when it is not one."""
    content = gzip.decompress(path.read_bytes())
    if not content.startswith(SIGNATURE):
        raise ValueError(f"{path.name} is not a Pagefind file")
    return content.removeprefix(SIGNATURE)


def cut_chunks(index: Path) -> None:
    """Rewrite the index in the folder `index` with smaller files. Raises ValueError when its layout is not as known."""
    meta_path = next(index.glob("*.pf_meta"))
    meta = decode(read_packed(meta_path))
    chunks: list[list[str]] = []
    old_files = sorted(index.glob("index/*.pf_index"))
    for _, _, name in meta[2]:
        [entries] = decode(read_packed(index / "index" / f"{name}.pf_index"))
        chunks += [_write_chunk(index, part) for part in _parts(entries)]
    meta[2] = chunks
    written = {f"{name}.pf_index" for _, _, name in chunks}
    for path in old_files:
        if path.name not in written:
            path.unlink()
    _write_packed(meta_path, encode(meta))


def _parts(entries: list[list[Any]]) -> list[list[tuple[str, bytes]]]:
    """Return the word entries in runs of about CHUNK_BYTES, each entry as its word and its bytes."""
    parts: list[list[tuple[str, bytes]]] = []
    size = CHUNK_BYTES
    for entry in entries:
        content = encode(entry)
        if size + len(content) > CHUNK_BYTES:
            parts.append([])
            size = 0
        parts[-1].append((entry[0], content))
        size += len(content)
    return parts


def _write_chunk(index: Path, part: list[tuple[str, bytes]]) -> list[str]:
    entries = [content for _, content in part]
    content = b"\x81" + encode([0] * len(entries))[: -len(entries)] + b"".join(entries)
    name = f"und_{hashlib.sha256(content).hexdigest()[:8]}"
    _write_packed(index / "index" / f"{name}.pf_index", content)
    return [part[0][0], part[-1][0], name]


def _write_packed(path: Path, content: bytes) -> None:
    path.write_bytes(gzip.compress(SIGNATURE + content, _LEVEL, mtime=0))
