"""What a build depends on, as one fingerprint: when it is that of the published site, there is nothing to build.

Imports hardly anything of homare, so that `homare build` can answer before it loads what a build needs.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from homare.records.digest import digest_of
from homare.records.disk import folder_beside
from homare.site.environment import DATE, REPOSITORY, SITE
from homare.site.marker import has_all_files, inputs_of

_CODE = Path(__file__).parents[1]
_BESIDES = ("mkdocs.yml", "requirements.lock")


class Inputs(NamedTuple):
    """What a site is made from: one fingerprint of all, and the digests of the library's files by their paths there."""

    fingerprint: str
    digests: Mapping[str, bytes]


def inputs(root: Path, cases: Path, drafts: bool = False) -> Inputs:
    """Return what the site of `cases` is made from; the fingerprint has 32 hexadecimal digits.

    Raises OSError when a file cannot be read.
    """
    code, digests = code_fingerprint(root), dict(_digests(cases, {}))
    return Inputs(_with_digests(code, cases, drafts, digests.items()), digests)


def with_records(code: str, cases: Path, drafts: bool, digests: Mapping[str, bytes]) -> str:
    """Return the fingerprint of what has the fingerprint `code`, of the records and of the sessions beside them.

    `digests` are those of files under `cases` that were read already (relative path → digest).
    """
    return _with_digests(code, cases, drafts, _digests(cases, digests))


def _with_digests(code: str, cases: Path, drafts: bool, digests: Iterable[tuple[str, bytes]]) -> str:
    content = _begun(f"{code}\0{drafts}")
    _add(content, digests)
    sessions = folder_beside(cases, "sessions")
    _add(content, _digests(sessions, {}) if sessions else ())
    return content.hexdigest()


def code_fingerprint(root: Path) -> str:
    """Return the fingerprint of all that makes a site of records: 32 hexadecimal digits.

    That is our code, the locked packages, the settings and the hand-written pages of the project at `root`. Raises
    OSError when a file cannot be read.
    """
    besides = [path.read_bytes().hex() if path.is_file() else "" for path in map(root.joinpath, _BESIDES)]
    settings = (os.environ.get(name, "") for name in (SITE, REPOSITORY, DATE))
    content = _begun("\0".join([sys.version, *settings, *besides]))
    for folder in (root / "docs", _CODE):
        _add(content, _digests(folder, {}))
    return content.hexdigest()


def _begun(begin: str) -> blake2b:
    return blake2b(begin.encode("utf-8", "surrogateescape"), digest_size=16)


def _add(content: blake2b, digests: Iterable[tuple[str, bytes]]) -> None:
    """Add the names and the content of all files of a folder."""
    content.update(b"\0\0")
    for name, digest in digests:
        content.update(f"{name}\0".encode("utf-8", "surrogateescape") + digest)


def _digests(folder: Path, known: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the digest of every file below `folder`, if there is one."""
    for name, file in _files(str(folder)) if folder.is_dir() else ():
        yield name, known.get(name) or _digest(file)


def _digest(file: str) -> bytes:
    with open(file, "rb", buffering=0) as stream:  # noqa: PTH123 — 10,000 Path objects take longer than this
        return digest_of(stream.read())


def is_current(out: Path, inputs: str) -> bool:
    """Return whether the site at `out` was made from what has this fingerprint, and no file of it has gone."""
    return inputs_of(out) == inputs and has_all_files(out)


def _files(folder: str, within: str = "") -> Iterator[tuple[str, str]]:
    """Yield the name within the folder and the path of every file below `folder`, in the order of names.

    What leads to no file is not one: Emacs keeps such a link while a file is open. Links to folders are not followed.
    """
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{within}{entry.name}/") if entry.name != "__pycache__" else ()
            elif entry.is_file():
                yield within + entry.name, entry.path
