"""A ready-made kit as a Word document, to be changed by whoever runs the session."""

from collections.abc import Iterator, Mapping
from typing import Any

from homare.exports.docx import (
    GAP,
    KEEP,
    PAGE_BREAK,
    WIDE_TEXT_WIDTH,
    Links,
    bullets,
    heading,
    numbered,
    paragraph,
    run,
    runs,
    section_end,
    table,
    title,
)
from homare.exports.docx_file import document


def kit_docx(content: Mapping[str, Any]) -> bytes:
    """Return the .docx of a kit's content (`kit_content`); the same bytes for the same content."""
    links = Links()
    return document(_blocks(content, links), content["title"], links)


def _blocks(content: Mapping[str, Any], links: Links) -> Iterator[str]:
    yield title(content["title"])
    yield paragraph(content["lead"])
    for name, value in content["facts"]:
        yield paragraph(f"{name}：{value}")
    yield heading(f"進行（{content['minutes']}分）", 1)
    yield table([["経過", "分", "すること", "進め方"], *content["steps"]], (16, 7, 25, 52)) + GAP
    if content["prepare"]:
        yield heading("前もって調べておいてもらうこと", 2)
        yield bullets(content["prepare"])
    for brief in content["briefs"]:
        yield from _brief(brief)
    yield section_end()
    yield heading("比較表", 1)
    yield _comparison(content["comparison"])
    yield section_end(wide=True)
    yield heading("討議の問い", 1)
    yield numbered((question["text"], f"もとにした記述：{question['basis']}") for question in content["questions"])
    yield PAGE_BREAK
    yield from _worksheet(content)
    yield PAGE_BREAK
    yield from _sources(content, links)


def _brief(brief: Mapping[str, Any]) -> Iterator[str]:
    yield PAGE_BREAK
    yield heading(brief["title"], 1)
    yield paragraph(f"{brief['meta']}　{brief['by']}")
    if brief["view"]:
        yield paragraph(f"ここを見る：{brief['view']}")
    yield paragraph(brief["summary"])
    yield bullets(f"{figure['label']}：{figure['value']}{figure['unit']}" for figure in brief["figures"])
    for row in (row for column in brief["columns"] for row in column):
        yield heading(row["heading"] + (f"（{row['mark']}）" if row["mark"] else ""), 2)
        yield bullets(_words(line) for line in row["lines"])


def _comparison(comparison: Mapping[str, Any]) -> str:
    rows = [
        [row["heading"], *("\n".join([*map(_words, cell["lines"]), *_more(cell)]) for cell in row["cells"])]
        for row in comparison["rows"]
    ]
    count = len(comparison["heads"])
    return table([["項目", *comparison["heads"]], *rows], (12, *[88 / count] * count), width=WIDE_TEXT_WIDTH)


def _more(cell: Mapping[str, Any]) -> list[str]:
    return [f"ほか{cell['more']}件"] if cell["more"] else []


def _words(line: Mapping[str, str]) -> str:
    note = f"（{line['note']}）" if line["note"] else ""
    return line["text"] + note + (f"［{line['marks']}］" if line["marks"] else "")


def _worksheet(content: Mapping[str, Any]) -> Iterator[str]:
    yield heading("自分の地域に置き換える", 1)
    yield paragraph("地域：　　　　　　　　　　　　名前：　　　　　　　　　　日付：")
    for prompt in content["before"]:
        yield from _field(prompt)
    yield heading("まねる前に要るもの（事例から。編集部の整理）", 2)
    needs = [[f"{need['text']}（{need['case']}）", "", "", ""] for need in content["needs"]]
    yield table([["要るもの", "ある", "つくれる", "ない。代わりに…"], *needs], (55, 9, 11, 25)) + GAP
    for prompt in content["after"]:
        yield from _field(prompt)


def _field(prompt: Mapping[str, Any]) -> Iterator[str]:
    yield heading(prompt["what"], 2)
    yield paragraph(prompt["hint"], "Small", KEEP)
    yield table([["\n" * int(prompt["lines"])]], (100,), has_head=False) + GAP


def _sources(content: Mapping[str, Any], links: Links) -> Iterator[str]:
    yield heading("出典", 1)
    page = links.run(content["address"], content["address"])
    yield runs([run("このキットのページ："), page, run(f"　本文の利用の条件：{content['licence']}")], "Small")
    yield paragraph(content["key"], "Small")
    for group in content["sources"]:
        yield heading(group["title"], 2)
        for source in group["items"]:
            named = links.run(source["title"], source["url"])
            yield runs([run(f"[{source['number']}] "), named, run(f"　{source['about']}")], "Small")
