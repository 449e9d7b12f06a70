"""A ready-made kit as a Word document, to be changed by whoever runs the session."""

from collections.abc import Iterator, Mapping
from typing import Any

from homare.exports.docx import PAGE_BREAK, document, heading, items, paragraph, table, title


def kit_docx(content: Mapping[str, Any]) -> bytes:
    """Return the .docx of a kit's content (`kit_content`); the same bytes for the same content."""
    return document(_blocks(content))


def _blocks(content: Mapping[str, Any]) -> Iterator[str]:
    yield title(content["title"])
    yield paragraph(content["lead"])
    for name, value in content["facts"]:
        yield paragraph(f"{name}：{value}")
    yield heading(f"進行（{content['minutes']}分）", 1)
    yield table([["経過", "分", "すること", "進め方"], *content["steps"]], (16, 7, 25, 52))
    if content["prepare"]:
        yield heading("前もって調べておいてもらうこと", 2)
        yield items(content["prepare"])
    for brief in content["briefs"]:
        yield from _brief(brief)
    yield PAGE_BREAK
    yield heading("比較表", 1)
    yield _comparison(content["comparison"])
    yield PAGE_BREAK
    yield heading("討議の問い", 1)
    yield items([question["text"] for question in content["questions"]], numbered=True)
    yield PAGE_BREAK
    yield from _worksheet(content)
    yield PAGE_BREAK
    yield heading("出典", 1)
    for group in content["sources"]:
        yield heading(group["title"], 2)
        for source in group["items"]:
            yield paragraph(f"[{source['number']}] {source['text']} {source['url']}".rstrip(), "Small")
    yield paragraph(f"このキットのページ：{content['address']}　本文の利用の条件：{content['licence']}", "Small")


def _brief(brief: Mapping[str, Any]) -> Iterator[str]:
    yield PAGE_BREAK
    yield heading(brief["title"], 1)
    yield paragraph(f"{brief['meta']}　{brief['by']}")
    if brief["view"]:
        yield paragraph(f"ここを見る：{brief['view']}")
    yield paragraph(brief["summary"])
    yield items(f"{figure['label']}：{figure['value']}{figure['unit']}" for figure in brief["figures"])
    for row in (row for column in brief["columns"] for row in column):
        yield heading(row["heading"] + (f"（{row['mark']}）" if row["mark"] else ""), 2)
        yield items(_words(line) for line in row["lines"])


def _comparison(comparison: Mapping[str, Any]) -> str:
    rows = [
        [row["heading"], *("\n".join([*map(_words, cell["lines"]), *_more(cell)]) for cell in row["cells"])]
        for row in comparison["rows"]
    ]
    count = len(comparison["heads"])
    return table([["項目", *comparison["heads"]], *rows], (12, *[88 / count] * count))


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
    yield table([["要るもの", "ある", "つくれる", "ない。代わりに…"], *needs], (55, 9, 11, 25))
    for prompt in content["after"]:
        yield from _field(prompt)


def _field(prompt: Mapping[str, Any]) -> Iterator[str]:
    yield heading(prompt["what"], 2)
    yield paragraph(prompt["hint"], "Small", "<w:keepNext/>")
    yield table([["\n" * int(prompt["lines"])]], (100,), has_head=False)
