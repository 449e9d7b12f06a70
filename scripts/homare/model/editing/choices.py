"""The words that editors choose from, and what a record writes for each: 「経済産業大臣賞」 is `meti`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from homare.model.case_view import BASIS_TITLES, CERTAINTIES, GRADES, SECTION_TITLES, STATES
from homare.model.vocabulary import Vocabulary

PUBLISHED, DRAFT, DELETED = "公開", "下書き", "削除"
"""What the column 状態 may say of a case; of a part of a case only 削除."""

KINDS = {"programme": "取組", "person": "個人"}
BOUNDS = {"about": "約", "over": "超", "at-least": "以上", "nearly": "近く", "up-to": "以下"}
_FACETS = ("challenges", "themes", "methods", "industries")


@dataclass(frozen=True)
class Choices:
    """One list of choices: value in the record → word in the cell, in the order of the list."""

    words: Mapping[str, str]

    @cached_property
    def values(self) -> Mapping[str, str]:
        """Word → value; a value itself is understood too."""
        return {value: value for value in self.words} | {word: value for value, word in self.words.items()}

    def word_of(self, value: str) -> str:
        """Return what the cell shows for a value; a value that is not in the list stands as it is."""
        return self.words.get(value, value)

    def value_of(self, word: str) -> str | None:
        """Return the value meant by a cell's word, or None when the list has no such word."""
        return self.values.get(word)


def all_choices(vocabulary: Vocabulary) -> Mapping[str, Choices]:
    """Return every list by its name in the layout of the sheets."""
    facets = {name: _labels((key, term.label) for key, term in getattr(vocabulary, name).items()) for name in _FACETS}
    return {
        "action": Choices({word: word for word in (PUBLISHED, DRAFT, DELETED)}),
        "removal": Choices({DELETED: DELETED}),
        "kind": Choices(KINDS),
        "edition": Choices({str(year): str(year) for year in vocabulary.editions}),
        "prize": _labels((key, prize.label) for key, prize in vocabulary.prizes.items()),
        "type": _labels((key, term.label) for key, term in vocabulary.organisation_types.items()),
        "prefecture": _labels((code, f"{code} {place.name}") for code, place in vocabulary.prefectures.items()),
        "region": _labels((region.key, region.label) for region in vocabulary.regions),
        "state": Choices(STATES),
        "section": Choices(SECTION_TITLES),
        "reading": Choices({"lessons": "学び", "conditions": "まねる前に要るもの"}),
        "basis": Choices(BASIS_TITLES),
        "scope": Choices({"related": "関連"}),
        "bound": Choices(BOUNDS),
        "lead": Choices({"true": "はい", "false": "いいえ"}),
        "certainty": Choices(CERTAINTIES),
        "grade": Choices(GRADES),
        **facets,
    }


def _labels(pairs: Iterable[tuple[str, str]]) -> Choices:
    """Two terms with one label, or a label that is another term's key, would not lead back: these show their key."""
    terms = list(pairs)
    labels = [label for _, label in terms]
    keys = {key for key, _ in terms}
    return Choices({key: key if labels.count(label) > 1 or label in keys else label for key, label in terms})
