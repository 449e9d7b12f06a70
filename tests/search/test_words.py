"""The words that help a query: readings, synonyms, terms, spellings."""

import gzip
import json
import re
from pathlib import Path

from homare.model.catalogue import Catalogue
from homare.site.search.readings import read_readings, readings_data, recorded_texts

SHARE_KNOWN = 0.97


def data(site: Path, name: str) -> object:
    return json.loads(gzip.decompress((site / f"assets/search/{name}.json.gz").read_bytes()))


def test_readings_know_nearly_every_kanji_of_the_records(real_catalogue: Catalogue) -> None:
    """When this fails, many new words have come in: run `make readings`. Verbs are left out of the file on purpose."""
    known = re.compile("|".join(sorted({word for word, _ in read_readings()}, key=len, reverse=True)))
    compounds = [word for text in recorded_texts(real_catalogue) for word in re.findall(r"[一-鿿々]{2,}", text)]
    unread = {word for word in compounds if re.search("[一-鿿]{2}", known.sub("", word))}
    share = sum(word not in unread for word in compounds) / len(compounds)
    assert share >= SHARE_KNOWN, f"run `make readings`; not known: {sorted(unread)[:30]}"


def test_the_readings_file_is_in_order_and_in_hiragana() -> None:
    pairs = list(read_readings())
    readings = list(dict.fromkeys(reading for _, reading in pairs))
    assert readings == sorted(readings)
    assert all(re.fullmatch(r"[ぁ-ゖー]+", reading) for reading in readings)


def test_corrections_and_names_of_places_come_before_the_analyser(real_catalogue: Catalogue) -> None:
    readings = readings_data(real_catalogue)
    assert readings["こうせつし"] == ["公設試"]
    assert readings["つばめ"] == ["燕"]
    assert readings["いしかわ"][0] == "石川"
    assert "石川県" in readings["いしかわけん"]
    assert "京都" in readings["きょうと"]


def test_the_data_files_are_the_same_bytes_every_time(real_site: Path) -> None:
    for path in sorted((real_site / "assets/search").glob("*.json.gz")):
        content = path.read_bytes()
        assert content[4:8] == bytes(4), f"{path.name} holds a time"


def test_every_synonym_of_a_group_is_searchable_text(real_site: Path) -> None:
    groups = data(real_site, "words")["groups"]  # type: ignore[index]
    assert len(groups) > 50
    assert all(word == word.strip().lower() and word for same, narrower in groups for word in [*same, *narrower])


def test_the_spellings_hold_terms_names_and_compounds(real_site: Path) -> None:
    spellings = data(real_site, "spelling")
    assert isinstance(spellings, list)
    assert {"産学官連携", "公設試験研究機関", "コーディネーター", "城南信用金庫", "プロテオグリカン"} <= set(spellings)
