"""Write readings.tsv: run by `make readings`, needs the extra `readings` (SudachiPy with its core dictionary)."""

import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from homare.model.library import build_library
from homare.problems import report
from homare.records.disk import read_folder
from homare.site.search.readings import FILE, recorded_texts

_KANJI = re.compile(r"[々〆㐀-鿿]")
_HIRAGANA = re.compile(r"[ぁ-ゖー]+")
_NAMING = ("名詞", "形状詞", "接頭辞", "接尾辞")
"""Nouns and their like: nobody searches for a verb in kana, and verbs would double the file."""
_TO_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}


def analyse(texts: Iterable[str]) -> dict[str, str]:
    """Return the naming words with a kanji in `texts`, each with its reading in hiragana.

    Words are the analyser's shortest units; a longer one is kept where its reading is not that of its parts.
    """
    from sudachipy import Dictionary, SplitMode  # noqa: PLC0415 — an optional extra

    tokenizer = Dictionary(dict="core").tokenizer(SplitMode.C)
    found: dict[str, str] = {}
    for text in texts:
        for unit in tokenizer.tokenize(text):
            parts = list(unit.split(SplitMode.A))
            if not parts or unit.reading_form() != "".join(part.reading_form() for part in parts):
                parts.append(unit)
            for part in parts:
                word, reading = part.surface(), part.reading_form().translate(_TO_HIRAGANA)
                named = part.part_of_speech()[0] in _NAMING
                if named and _KANJI.search(word) and _HIRAGANA.fullmatch(reading):
                    found.setdefault(word, reading)
    return found


def file_text(words: Mapping[str, str]) -> str:
    """Return the file's text: a line for each reading, its words after a tab, all in order."""
    by_reading: dict[str, list[str]] = {}
    for word, reading in sorted(words.items()):
        by_reading.setdefault(reading, []).append(word)
    return "".join(f"{reading}\t{' '.join(same)}\n" for reading, same in sorted(by_reading.items()))


def main() -> int:
    """Analyse the records in the folder cases/ and write the file beside this module."""
    catalogue, problems = build_library("cases", read_folder(Path("cases")))
    if catalogue is None:
        print(report(problems, "text", "ja"))
        return 1
    words = analyse(recorded_texts(catalogue))
    Path(__file__).with_name(FILE).write_text(file_text(words), "utf-8")
    print(f"{FILE}: {len(words)}語")
    return 0


if __name__ == "__main__":
    sys.exit(main())
