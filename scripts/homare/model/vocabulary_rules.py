"""Rules over the vocabulary: keys defined once, references that lead somewhere, every prefecture in a region."""

from collections.abc import Collection, Iterator, Mapping

from homare.model.nearest import did_you_mean, listed
from homare.model.vocabulary import Vocabulary
from homare.problems import Problem, Text
from homare.records.document import Document, Trail

_UNIQUE = {"editions": ("year",), "prefectures": ("code", "key")}
"""What may not stand twice in a file; `key` where nothing else is named."""


def vocabulary_faults(vocabulary: Vocabulary, documents: Mapping[str, Document]) -> Iterator[Problem]:
    """Yield the faults between terms; `documents` holds the readable vocabulary files by name (without .yaml)."""
    for name, document in documents.items():
        for unique in _UNIQUE.get(name, ("key",)):
            yield from _twice(document, [*document.texts(..., unique)])
        for trail, broader in document.texts(..., "broader"):
            keys = [key for _, key in document.texts(..., "key")]
            yield from _unknown(document, trail, broader, keys, f"{name}.yaml")
    if not {"editions", "prizes"} & vocabulary.unread:
        for trail, _ in documents["editions"].values(..., "winners_announced", ...):
            yield from _unknown(documents["editions"], trail, str(trail[-1]), vocabulary.prizes, "prizes.yaml")
    if not {"regions", "prefectures"} & vocabulary.unread:
        for scheme, _ in documents["regions"].values(...):
            yield from _scheme_faults(documents["regions"], scheme, vocabulary.prefectures)


def _scheme_faults(document: Document, scheme: Trail, prefectures: Collection[str]) -> Iterator[Problem]:
    def inside(*pattern: object) -> list[tuple[Trail, str]]:
        return [(trail, text) for trail, text in document.texts(..., "regions", ..., *pattern) if trail[:1] == scheme]  # type: ignore[arg-type]

    yield from _twice(document, inside("key"))
    placed = inside("prefectures", ...)
    yield from _twice(document, placed)
    for trail, code in placed:
        yield from _unknown(document, trail, code, prefectures, "prefectures.yaml")
    missing = [code for code in prefectures if code not in {code for _, code in placed}]
    if missing:
        yield document.problem(
            (*scheme, "regions"),
            "unplaced-prefecture",
            Text(
                f"どの地方にも入っていない都道府県があります: {listed(missing)}。", f"In no region: {listed(missing)}."
            ),
            Text("どれかの地方の prefectures に足してください。", "Add each to the prefectures of a region."),
        )


def _twice(document: Document, entries: list[tuple[Trail, str]]) -> Iterator[Problem]:
    seen = set()
    for trail, value in entries:
        if value in seen:
            message = Text(f"「{value}」が2回定義されています。", f"“{value}” is defined twice.")
            hint = Text("どちらか一方を消すか、別のキーにしてください。", "Delete one, or give it another key.")
            yield document.problem(trail, "duplicate-term", message, hint)
        seen.add(value)


def _unknown(document: Document, trail: Trail, key: str, known: Collection[str], file: str) -> Iterator[Problem]:
    if key not in known:
        message = Text(f"「{key}」は {file} にありません。", f"“{key}” is not in {file}.")
        otherwise = Text(f"{listed(known)} のどれかにしてください。", f"Use one of: {listed(known)}.")
        yield document.problem(trail, "unknown-term", message, did_you_mean(key, known, otherwise))
