"""Cut Pagefind's index into smaller files, so that a query fetches the characters it names and little else.

Pagefind puts some 20,000 positions into a file of 30 KB, and a query of five characters may need five of them. Cut
at CHUNK_BYTES the same query needs 10 to 20 KB. The layout is that of the pinned version: metadata is
[version, [[page, number of words], …], [[first word, last word, file], …], …], an index file is [[word entry, …]].
"""

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from homare.site.search.cbor import array_head, array_start, decode, encode, item_end

CHUNK_BYTES = 3_000
"""Size of an index file before compression; a character with more positions than that has a file of its own."""
SIGNATURE = b"pagefind_dcd"
_LEVEL = 6


def read_packed(path: Path) -> bytes:
    """Return the content of one of Pagefind's files. Raises ValueError when it is not one."""
    content = gzip.decompress(path.read_bytes())
    if not content.startswith(SIGNATURE):
        raise ValueError(f"{path.name} is not a Pagefind file")
    return content.removeprefix(SIGNATURE)


def refine(index: Path, names: Mapping[str, str]) -> None:
    """Rewrite the index in the folder `index`: smaller files, short `names` for its pages (address → name).

    Raises ValueError when its layout is not as known, KeyError when a page has no name.
    """
    meta_path = next(index.glob("*.pf_meta"))
    meta = decode(read_packed(meta_path))
    addresses = {path.stem: _address(path) for path in index.glob("fragment/*.pf_fragment")}
    meta[1] = [[names[addresses[key]], words] for key, words in meta[1]]
    meta[2] = _cut(index, [name for _, _, name in meta[2]])
    _write_packed(meta_path, encode(meta))


def _address(fragment: Path) -> str:
    address: str = json.loads(read_packed(fragment))["url"]
    return address.strip("/")


def _cut(index: Path, names: list[str]) -> list[list[str]]:
    """Replace the index files `names` by smaller ones; returns first word, last word and name of each."""
    old = [index / "index" / f"{name}.pf_index" for name in names]
    chunks = [_write_chunk(index, part) for path in old for part in _parts(_entries(read_packed(path)))]
    new = {f"{name}.pf_index" for _, _, name in chunks}
    for path in old:
        if path.name not in new:
            path.unlink()
    return chunks


def _entries(chunk: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield each word of an index file with the bytes of its entry; they are passed on as they are, not decoded."""
    _, at = array_start(chunk, 0)
    number, at = array_start(chunk, at)
    for _ in range(number):
        _, word_at = array_start(chunk, at)
        word, end = decode(chunk[word_at : item_end(chunk, word_at)]), item_end(chunk, at)
        yield word, chunk[at:end]
        at = end


def _parts(entries: Iterable[tuple[str, bytes]]) -> list[list[tuple[str, bytes]]]:
    """Return the entries in runs of about CHUNK_BYTES."""
    parts: list[list[tuple[str, bytes]]] = []
    size = CHUNK_BYTES
    for word, content in entries:
        if size + len(content) > CHUNK_BYTES:
            parts.append([])
            size = 0
        parts[-1].append((word, content))
        size += len(content)
    return parts


def _write_chunk(index: Path, part: list[tuple[str, bytes]]) -> list[str]:
    content = array_head(1) + array_head(len(part)) + b"".join(entry for _, entry in part)
    name = f"und_{hashlib.sha256(content).hexdigest()[:8]}"
    _write_packed(index / "index" / f"{name}.pf_index", content)
    return [part[0][0], part[-1][0], name]


def _write_packed(path: Path, content: bytes) -> None:
    path.write_bytes(gzip.compress(SIGNATURE + content, _LEVEL, mtime=0))
