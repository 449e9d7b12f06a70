"""A citation for reference managers: BibTeX, RIS and CSL-JSON."""

import re

from homare.exports.json_files import pretty
from homare.model.citation import Citation

_SPECIAL = re.compile(r"[\\{}#$%&_~^]")
_IN_WORDS = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def bibtex(citation: Citation) -> str:
    """Return a BibTeX entry; names and titles are wrapped so that no style takes them apart or changes their case."""
    fields = {
        "author": f"{{{_escaped(citation.author)}}}",
        "title": f"{{{_escaped(citation.title)}}}",
        "howpublished": _escaped(citation.container),
        "year": f"{citation.issued.year}",
        "month": f"{citation.issued.month}",
        "day": f"{citation.issued.day}",
        "url": citation.address,
        "language": "japanese",
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@misc{{homare-{citation.case_id},\n{lines}\n}}\n"


def ris(citation: Citation) -> str:
    """Return a RIS record, with the line ends that the format demands."""
    lines = (
        ("TY", "ELEC"),
        ("ID", f"homare-{citation.case_id}"),
        ("AU", citation.author),
        ("TI", citation.title),
        ("T2", citation.container),
        ("PY", f"{citation.issued.year}"),
        ("DA", f"{citation.issued:%Y/%m/%d}"),
        ("AB", _one_line(citation.abstract)),
        ("LA", "ja"),
        ("UR", citation.address),
        ("ER", ""),
    )
    return "".join(f"{tag}  - {_one_line(value)}\r\n" for tag, value in lines)


def csl_json(citation: Citation) -> str:
    """Return a CSL-JSON list of one item."""
    issued = [citation.issued.year, citation.issued.month, citation.issued.day]
    item = {
        "id": f"homare-{citation.case_id}",
        "type": "webpage",
        "title": citation.title,
        "author": [{"literal": citation.author}],
        "container-title": citation.container,
        "issued": {"date-parts": [issued]},
        "URL": citation.address,
        "language": "ja",
        "abstract": citation.abstract,
    }
    return pretty([item])


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda found: _IN_WORDS.get(found[0], f"\\{found[0]}"), _one_line(text))


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))
