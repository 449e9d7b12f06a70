"""The sitemap, kept from build to build: while the site has the same pages of the same days, it says the same."""

from collections.abc import Mapping
from pathlib import Path

import cbor2

from homare.site.frame import Frame
from homare.site.sealed_files import mark_of, read_sealed, write_sealed


def kept_sitemap(
    frame: Frame, days: Mapping[str, str], note: Path, code: str, *, forgetful: bool
) -> Mapping[str, bytes]:
    """Return what `frame.sitemap` does, from the file `note`, unless that is old or all is `forgetful`.

    `code` is the mark of all that is common to the pages. Raises OSError when the disk refuses.
    """
    told = (f"{address} {days[address]}" for address in sorted(days))
    made_from = mark_of([code, str(frame.moment), "\n".join(told)])
    packed = None if forgetful else read_sealed(note, made_from)
    if packed is not None:
        files: Mapping[str, bytes] = cbor2.loads(packed)
        return files
    made = frame.sitemap(days)
    write_sealed(note, made_from, cbor2.dumps(dict(made)))
    return made
