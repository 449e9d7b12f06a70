"""Libraries of any size for measurements: invented records of our model, the same for the same number and seed.

Run `python benchmarks/synthetic_library.py FOLDER NUMBER`, or NUMBER-full: writes NUMBER records and the real
vocabulary to FOLDER.
"""

import random
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import yaml
from full_record import in_full

ROOT = Path(__file__).parents[1]
VOCABULARY = ROOT / "cases" / "vocabulary"
SEED = 20261123

_WHO = (
    "町工場の二代目",
    "公設試験場の技師",
    "信用金庫の支店",
    "商工会の経営指導員",
    "高校の教員",
    "漁協の若手",
    "大学の研究室",
    "市の職員",
)
_DID = (
    "毎月の勉強会を開き",
    "試作の費用を分け合い",
    "道具と測定器を貸し出し",
    "売り先への訪問に付き添い",
    "失敗の記録を持ち寄り",
    "技術の相談を受け付け",
)
_WITH = (
    "近くの十社と",
    "隣の県の仲間と",
    "取引のなかった会社と",
    "退職した技術者と",
    "地元の金融機関と",
    "県外の買い手と",
)
_SO = (
    "新しい部品の注文につなげました。",
    "若い人が仕事を覚える場にしました。",
    "検査の手間を半分に減らしました。",
    "共同で見本市に出ました。",
    "次の年の計画に書き込みました。",
    "困りごとを早く見つけています。",
)
_PLACE = ("沢", "谷", "浜", "原", "台", "島", "峠", "野")
_THING = ("木工", "鋳物", "織物", "醸造", "水産加工", "金型", "薬草", "陶器", "果樹", "印刷")
_SECTIONS = ("challenge", "approach", "organisation", "funding", "results", "obstacles")
_UNITS = (("参加した会社", "社"), ("修了者", "人"), ("試作した品", "点"), ("相談", "件"), ("売上", "百万円"))


@dataclass(frozen=True)
class Library:
    """How many records a library has, and whether they have all that real ones have.

    Those that do not have 3.4 KB of YAML and 3.6 KB as the Markdown that the site offers, in ten sections: what the
    records of the measurements had that our goals come from (3.4 and 3.1 KB).
    """

    number: int
    is_full: bool = False

    @classmethod
    def named(cls, name: str) -> "Library":
        """Return the library that a command calls 1000 or 1000-full. Raises ValueError for another name."""
        number, _, kind = name.partition("-")
        if not number.isdecimal() or kind not in ("", "full"):
            raise ValueError(f"{name}: a library is called 1000 or 1000-full")
        return cls(int(number), kind == "full")


def synthetic_records(library: Library, seed: int = SEED) -> Iterator[tuple[str, str]]:
    """Yield the path within the library and the YAML of its records."""
    chance = random.Random(seed)
    facets = ("challenges", "themes", "methods", "industries", "organisation_types", "prizes")
    terms = {facet: [term["key"] for term in _terms(facet)] for facet in facets}
    prefectures = [term["code"] for term in _terms("prefectures")]
    editions = [term["year"] for term in _terms("editions")]
    before: list[str] = []
    for place in range(library.number):
        edition = editions[place % len(editions)]
        record = _record(chance, terms, prefectures, edition=edition, place=place)
        if library.is_full:
            record = in_full(record, chance, partial(_text, chance), prefectures, before)
            before.append(f"{edition}-s{place:05d}")
        yield f"{edition}/s{place:05d}.yaml", yaml.dump(record, allow_unicode=True, sort_keys=False, width=10_000)


def write_library(folder: Path, library: Library, seed: int = SEED) -> None:
    """Write the records and the real vocabulary to `folder`, which must not exist."""
    shutil.copytree(VOCABULARY, folder / "vocabulary")
    for path, text in synthetic_records(library, seed):
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, "utf-8")


def _terms(name: str) -> list[dict[str, str]]:
    terms: list[dict[str, str]] = yaml.load((VOCABULARY / f"{name}.yaml").read_text("utf-8"), yaml.BaseLoader)
    return terms


def _record(
    chance: random.Random, terms: dict[str, list[str]], prefectures: list[str], *, edition: str, place: int
) -> dict[str, object]:
    town, thing = f"{chance.choice(_PLACE)}{chance.choice(_PLACE)}", chance.choice(_THING)
    return {
        "title": f"{town}の{thing}をつなぐ第{place + 1}の試み",
        "kind": "programme",
        "award": {"edition": edition, "prize": chance.choice(terms["prizes"][:3]), "evidence": ["official"]},
        "recipient": {
            "name": f"{town}{thing}振興会{place + 1}",
            "type": chance.choice(terms["organisation_types"]),
            "prefecture": chance.choice(prefectures),
        },
        "status": {"state": "unknown"},
        **{facet: chance.sample(terms[facet], 2) for facet in ("challenges", "themes", "methods")},
        "industries": chance.sample(terms["industries"], 1),
        "summary": _text(chance, 5)[:120],
        "statements": {
            section: [{"text": _text(chance, 1), "sources": [chance.choice(("official", "news"))]}]
            for section in _SECTIONS
        },
        "history": [
            {"date": str(year), "text": _text(chance, 1), "sources": ["official"]}
            for year in sorted(_years(chance, edition))
        ],
        "figures": [
            {"label": label, "value": chance.randint(2, 900), "unit": unit, "date": int(edition), "sources": ["news"]}
            for label, unit in chance.sample(_UNITS, 3)
        ],
        "lessons": [{"text": _text(chance, 1), "basis": ["approach"]}],
        "conditions": [{"text": _text(chance, 1), "basis": ["organisation"]}],
        "sources": {
            key: {
                "title": f"{town}の{thing}についての{title}",
                "publisher": publisher,
                "url": f"https://example.org/{key}/{place}",
                "grade": grade,
                "accessed": "2026-11-01",
            }
            for key, title, publisher, grade in (
                ("official", "報告", "架空の協議会", "primary"),
                ("news", "記事", "架空の新聞", "secondary"),
            )
        },
        "recorded": "2026-11-01",
    }


def _text(chance: random.Random, sentences: int) -> str:
    parts = (_WHO, _DID, _WITH, _SO)
    return "".join("{}が、{}、{}{}".format(*(chance.choice(part) for part in parts)) for _ in range(sentences))


def _years(chance: random.Random, edition: str) -> list[int]:
    return chance.sample(range(int(edition) - 9, int(edition) + 3), 3)


if __name__ == "__main__":
    write_library(Path(sys.argv[1]), Library.named(sys.argv[2]))
