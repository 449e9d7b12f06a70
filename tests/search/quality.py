"""How good search is: what each query must find, by rule over the visible text, and how close the hits come."""

import random
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from homare.model.catalogue import Catalogue

QUERIES = Path(__file__).with_name("queries.yaml")


@dataclass(frozen=True)
class Expected:
    """A query with what it must find."""

    id: str
    kind: str
    query: str
    relevant: frozenset[str]
    top: str | None = None


@dataclass(frozen=True)
class Score:
    """How one query did."""

    expected: Expected
    hits: tuple[str, ...]
    first_title: str

    @property
    def recall(self) -> float:
        """Share of the relevant cases that were found; 1 or 0 for a query that must find nothing."""
        if not self.expected.relevant:
            return float(not self.hits)
        return len(self.expected.relevant & set(self.hits)) / len(self.expected.relevant)

    @property
    def precision(self) -> float | None:
        """Share of the hits that are relevant; None when there is no hit."""
        return len(self.expected.relevant & set(self.hits)) / len(self.hits) if self.hits else None

    @property
    def top_right(self) -> bool:
        """True when the first hit's title is as expected, or nothing is expected of it."""
        return self.expected.top is None or bool(re.search(self.expected.top, self.first_title))


def normalised(text: str) -> str:
    """Return the text as rules see it: NFKC, lower case, without the spaces that no Japanese reader sees."""
    plain = unicodedata.normalize("NFKC", text).lower()
    return re.sub(r"(?<![!-~])[ \t]+|[ \t]+(?![!-~])", "", plain)


def own_queries(texts: Mapping[str, str], catalogue: Catalogue) -> list[Expected]:
    """Return the queries of queries.yaml. `texts` maps case ids to visible text."""
    entries = yaml.safe_load(QUERIES.read_text("utf-8"))["queries"]
    plain = {case_id: normalised(text) for case_id, text in texts.items()}
    return [
        Expected(entry["id"], entry["kind"], entry["q"], _relevant(entry, plain, catalogue), entry.get("top"))
        for entry in entries
    ]


def _relevant(entry: Mapping[str, Any], texts: Mapping[str, str], catalogue: Catalogue) -> frozenset[str]:
    if entry.get("none"):
        return frozenset()
    if "term" in entry:
        facet, key = entry["term"].split("/")
        found = frozenset(case.id for case in catalogue.with_term(facet, key))
    else:
        patterns = entry.get("all") or [entry["rel"]]
        found = frozenset(
            case_id for case_id, text in texts.items() if all(re.search(pattern, text) for pattern in patterns)
        )
    assert found, f"{entry['id']} {entry['q']}: no case is relevant, so the query measures nothing"
    return found


def random_queries(texts: Mapping[str, str], count: int, seed: int) -> list[Expected]:
    """Return `count` strings drawn from the texts: half whole compounds, half fragments of 2 to 5 characters.

    Expected are the cases whose text holds the string; inside 東京 the string 京 does not count (the guard).
    """
    source = random.Random(seed)
    plain = {
        case_id: normalised(text).replace("東京", "東\N{OBJECT REPLACEMENT CHARACTER}")
        for case_id, text in texts.items()
    }
    lines = [line for text in texts.values() for line in normalised(text).splitlines()]
    compounds = sorted({word for line in lines for word in re.findall(r"[一-鿿々]{3,8}|[ァ-ヴー]{3,12}", line)})
    fragments = [_fragment(source, line) for line in source.choices([x for x in lines if len(x) > 9], k=count * 4)]
    chosen = source.sample(compounds, count // 2) + [piece for piece in fragments if piece][: count - count // 2]
    return [_literal(f"h{number:03}", query, plain) for number, query in enumerate(chosen)]


def _fragment(source: random.Random, line: str) -> str | None:
    length = source.randint(2, 5)
    start = source.randrange(len(line) - length)
    piece = line[start : start + length]
    cuts_word = bool(re.search(r"[a-z]", line[max(0, start - 1) : start + length + 1]))
    return None if cuts_word or re.search(r"[\s\"「」『』“”]", piece) or not re.search(r"\w", piece) else piece


def _literal(number: str, query: str, texts: Mapping[str, str]) -> Expected:
    wanted = _guarded(query)
    return Expected(number, "random", query, frozenset(id_ for id_, text in texts.items() if wanted in text))


def _guarded(text: str) -> str:
    return text.replace("東京", "東\N{OBJECT REPLACEMENT CHARACTER}")


def mean(values: Iterable[float]) -> float:
    """Return the mean. Raises ZeroDivisionError when there are no values."""
    found = list(values)
    return sum(found) / len(found)


def recall(scores: Sequence[Score]) -> float:
    """Return the macro recall."""
    return mean(score.recall for score in scores)


def precision(scores: Sequence[Score]) -> float:
    """Return the macro precision over the queries with hits."""
    return mean(score.precision for score in scores if score.precision is not None)


def table(scores: Sequence[Score]) -> str:
    """Return recall, precision and number of queries by kind, and the queries that are not perfect."""
    kinds = dict.fromkeys(score.expected.kind for score in scores)
    lines = ["kind          n  recall  precision"]
    for kind in [*kinds, "all"]:
        same = [score for score in scores if kind in (score.expected.kind, "all")]
        shown = f"{precision(same):9.3f}" if any(score.hits for score in same) else "        –"
        lines.append(f"{kind:<11} {len(same):>3} {recall(same):7.3f}  {shown}")
    faults = [score for score in scores if score.recall < 1 or (score.precision or 1) < 1 or not score.top_right]
    return "\n".join([*lines, "", *map(_fault, faults)])


def _fault(score: Score) -> str:
    expected, hits = score.expected.relevant, set(score.hits)
    missed, wrong = sorted(expected - hits), sorted(hits - expected)
    words = [f"{score.expected.id} {score.expected.query}: {len(expected & hits)}/{len(expected)}"]
    words += [f"missed {', '.join(missed[:4])}"] if missed else []
    words += [f"wrong {', '.join(wrong[:4])} ({len(wrong)})"] if wrong else []
    words += [] if score.top_right else [f"first title {score.first_title}"]
    return "; ".join(words)
