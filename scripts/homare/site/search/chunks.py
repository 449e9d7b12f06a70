"""Cut Pagefind's index into smaller files, so that a query fetches the characters it names and little else.

Pagefind puts some 20,000 positions into a file of 30 KB, and a query of five characters may need five of them. Cut
at CHUNK_BYTES the same query needs 10 to 20 KB. The layout is that of the pinned version: metadata is
[version, [[page, number of words], …], [[first word, last word, file], …], …], an index file is [[word entry, …]].
"""

import gzip
import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import cbor2

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


def read_values(path: Path) -> list[Any]:
    """Return what one of Pagefind's files of metadata or words holds. Raises ValueError when it is not one."""
    try:
        values = cbor2.loads(read_packed(path))
    except (cbor2.CBORDecodeError, EOFError) as error:
        raise ValueError(f"{path.name} is damaged") from error
    if not isinstance(values, list):
        raise ValueError(f"{path.name} is not of Pagefind's layout")
    return values


def refine(index: Path, names: Mapping[str, str]) -> None:
    """Rewrite the index in the folder `index`: smaller files, short `names` for its pages (address → name).

    Raises ValueError when its layout is not as known, KeyError when a page has no name.
    """
    meta_path = next(index.glob("*.pf_meta"))
    meta = read_values(meta_path)
    addresses = {path.stem: _address(path) for path in index.glob("fragment/*.pf_fragment")}
    meta[1] = [[names[addresses[key]], words] for key, words in meta[1]]
    meta[2] = _cut(index, [name for _, _, name in meta[2]])
    _write_packed(meta_path, cbor2.dumps(meta))


def _address(fragment: Path) -> str:
    address: str = json.loads(read_packed(fragment))["url"]
    return address.removeprefix("/").removesuffix(".html")


def _cut(index: Path, names: list[str]) -> list[list[str]]:
    """Replace the index files `names` by smaller ones; returns first word, last word and name of each."""
    old = [index / "index" / f"{name}.pf_index" for name in names]
    chunks = [_write_chunk(index, part) for path in old for part in _parts(read_values(path)[0])]
    new = {f"{name}.pf_index" for _, _, name in chunks}
    for path in old:
        if path.name not in new:
            path.unlink()
    return chunks


def _parts(entries: Iterable[list[Any]]) -> list[list[list[Any]]]:
    """Return the entries in runs of about CHUNK_BYTES."""
    parts: list[list[list[Any]]] = []
    size = CHUNK_BYTES
    for entry in entries:
        own = len(cbor2.dumps(entry))
        if size + own > CHUNK_BYTES:
            parts.append([])
            size = 0
        parts[-1].append(entry)
        size += own
    return parts


def _write_chunk(index: Path, part: list[list[Any]]) -> list[str]:
    content = cbor2.dumps([part])
    name = f"und_{hashlib.sha256(content).hexdigest()[:8]}"
    _write_packed(index / "index" / f"{name}.pf_index", content)
    return [part[0][0], part[-1][0], name]


def _write_packed(path: Path, content: bytes) -> None:
    path.write_bytes(gzip.compress(SIGNATURE + content, _LEVEL, mtime=0))
