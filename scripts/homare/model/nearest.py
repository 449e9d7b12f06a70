"""Which known word did the editor most likely mean?"""

from collections.abc import Iterable
from difflib import get_close_matches

from homare.problems import Text


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word nearest to `word`, or None when nothing is near."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.5)
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str], otherwise: Text) -> Text:
    """Return the hint 「…ではありませんか」 when something is near, else `otherwise`."""
    candidate = nearest(word, known)
    if candidate is None:
        return otherwise
    return Text(f"「{candidate}」ではありませんか。", f"Did you mean “{candidate}”?")


def listed(words: Iterable[str], most: int = 12) -> str:
    """Return up to `most` words as one readable list."""
    all_words = list(words)
    return "、".join(all_words[:most]) + (" …" if len(all_words) > most else "")
