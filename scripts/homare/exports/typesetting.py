"""Typeset a template with its data by typst, with the Noto fonts from the lock and nothing else from the machine."""

import hashlib
import json
import tempfile
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

import noto_cjk_sans_jp_bold
import noto_cjk_sans_jp_regular
import typst

_FONTS = (noto_cjk_sans_jp_regular, noto_cjk_sans_jp_bold)
_PACKAGES = ("typst", "noto-cjk-sans-jp-regular", "noto-cjk-sans-jp-bold")


def inputs_of(name: str, content: Any) -> dict[str, bytes]:
    """Return what a document is typeset from (file name → content): the template `name` and its data.

    Texts reach typst as JSON, so that no word of them is read as markup.
    """
    template = files("homare.exports").joinpath(f"{name}.typ").read_bytes()
    return {f"{name}.typ": template, f"{name}.json": json.dumps(content, ensure_ascii=False).encode()}


def accessible_pdf(name: str, content: Mapping[str, Any]) -> bytes:
    """Return the document as PDF/UA-1, whose headings, lists and links a reader's software can follow."""
    pdf = typeset(name, inputs_of(name, content), format="pdf", pdf_standards="ua-1")
    assert isinstance(pdf, bytes)
    return pdf


def typeset(name: str, inputs: Mapping[str, bytes], **form: Any) -> bytes | list[bytes]:
    """Return what typst makes of `inputs`: one result, or for pictures one a page. The same inputs give the same bytes.

    The folder of the run holds only `inputs`, and typst reads nothing outside of it. `form` says which format and how.
    """
    with tempfile.TemporaryDirectory(prefix="homare-typst-") as folder:
        for path, content in inputs.items():
            (Path(folder) / path).write_bytes(content)
        made: bytes | list[bytes] = typst.compile(
            str(Path(folder) / f"{name}.typ"),
            root=folder,
            font_paths=[str(Path(str(package.__file__)).parent) for package in _FONTS],
            ignore_system_fonts=True,
            **form,
        )
    return made


def fingerprint(inputs: Mapping[str, bytes]) -> str:
    """Return 32 hexadecimal digits that change with what is typeset: the inputs, typst, the fonts."""
    parts = (part for path, content in inputs.items() for part in (path.encode(), content))
    return hashlib.sha256(b"\0".join([_versions(), *parts])).hexdigest()[:32]


@cache
def _versions() -> bytes:
    """To look them up takes a millisecond, and every case has a picture."""
    return " ".join(version(name) for name in _PACKAGES).encode()
