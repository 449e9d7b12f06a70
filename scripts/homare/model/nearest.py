"""Which known word did the editor most likely mean?"""

import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from homare.problems import Text

_NAMES_ALIKE = 0.8
"""Of 1: a slip or two in a name of ten letters."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word nearest to `word` (full-width letters count as half-width), or None.

    A number is not near to another number.
    """
    typed = unicodedata.normalize("NFKC", word.strip())
    words = list(known)
    if typed in words or typed.isdecimal():
        return typed if typed in words else None
    found = get_close_matches(typed, words, n=1, cutoff=0.5)
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str], otherwise: Text) -> Text:
    """Return the hint 「…ではありませんか」 when something is near, else `otherwise`."""
    return nearest_key(word, {name: name for name in known}, otherwise)


def no_such_case(case_id: str, known: Iterable[str]) -> tuple[Text, Text]:
    """Return what to say of a case id that the library does not have, and what to write instead."""
    otherwise = Text(
        "idは「年-ファイル名」です（例 2020-jonan-yoi-shigoto）。",
        "An id is <edition>-<file name>, e.g. 2020-jonan-yoi-shigoto.",
    )
    message = Text(f"事例「{case_id}」がありません。", f"There is no case “{case_id}”.")
    return message, did_you_mean_case(case_id, known, otherwise)


def did_you_mean_case(case_id: str, known: Iterable[str], otherwise: Text) -> Text:
    """Return the hint that names the case meant by an id, else `otherwise`.

    Only its name is compared, and closely: ids of one edition are half alike, and another winner must not be proposed.
    """
    names = {known_id.partition("-")[2]: known_id for known_id in known}
    found = get_close_matches(case_id.strip().partition("-")[2], names, n=1, cutoff=_NAMES_ALIKE)
    meant = names[found[0]] if found else None
    return Text(f"「{meant}」ではありませんか。", f"Did you mean “{meant}”?") if meant else otherwise


def nearest_key(word: str, names: Mapping[str, str], otherwise: Text) -> Text:
    """Return the hint that names the key meant by `word`, else `otherwise`; `names` maps what people write to keys."""
    name = nearest(word, names)
    if name is None:
        return otherwise
    key = names[name]
    if name in (key, word.strip()):
        return Text(f"「{key}」ではありませんか。", f"Did you mean “{key}”?")
    return Text(f"「{key}」（{name}）ではありませんか。", f"Did you mean “{key}” ({name})?")


def listed(words: Iterable[str], most: int = 12) -> str:
    """Return up to `most` words as one readable list."""
    all_words = list(words)
    return "、".join(all_words[:most]) + (" …" if len(all_words) > most else "")
