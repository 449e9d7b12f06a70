"""The pages of the EPUB casebook as XHTML; every text is escaped here."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

Part = Mapping[str, Any]
RELATED_NOTE = "受賞者についての事実です。受賞した取組と結び付ける資料は見つかっていません。"


def xhtml_page(title: str, body: str) -> str:
    """Return a whole page."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
        ' lang="ja" xml:lang="ja">\n'
        f'<head><title>{escape(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def title_body(content: Part) -> str:
    """Return the title page."""
    selection = f"<p>{escape(content['selection'])}</p>" if content["selection"] else ""
    years = f"（{escape(content['years'])}の回）" if content["years"] else ""
    return (
        f'<section epub:type="titlepage"><h1>{escape(content["title"])}</h1><p>{escape(content["subtitle"])}</p>'
        f"{selection}<p>{content['count']}件の事例{years}</p><p>{escape(content['date_words'])}</p></section>"
    )


def chapter_body(chapter: Part) -> str:
    """Return the first page of a chapter: its cases."""
    cases = "".join(
        f'<li><a href="case-{case["id"]}.xhtml">{escape(case["title"])}</a>　{escape(case["recipient"])}</li>'
        for case in chapter["cases"]
    )
    return f'<section epub:type="chapter"><h1>{escape(chapter["title"])}</h1><ol class="plain">{cases}</ol></section>'


def case_body(case: Part) -> str:
    """Return a case, in the order of its page."""
    recipient = escape(case["recipient"])
    post = f"（{escape(case['post'])}）" if case["post"] else ""
    facts = "".join(f"<dt>{escape(row['label'])}</dt><dd>{escape(row['text'])}</dd>" for row in case["facts"])
    figures = "".join(
        f"<li><b>{escape(item['number'])}</b>{escape(item['unit'])} {_figure_about(item)}</li>"
        for item in case["key_figures"]
    )
    related = "".join(_part(part, "h3") for part in case["related"])
    return "\n".join(
        [
            f'<article id="case"><p class="prize">{escape(case["prize"])}　{escape(case["edition"])}</p>',
            f"<h1>{escape(case['title'])}</h1>",
            f'<p class="who"><b>{escape(case["programme"])}</b>　{recipient}{post}　{escape(case["place"])}</p>',
            f'<p class="lead">{escape(case["summary"])}</p>',
            f'<ul class="plain figures">{figures}</ul>' if figures else "",
            f'<dl class="facts">{facts}</dl>',
            *(_part(part, "h2") for part in case["parts"]),
            f"<section><h2>関連する取組</h2><p>{RELATED_NOTE}</p>{related}</section>" if related else "",
            _readings("学び", case["lessons"]),
            _readings("まねる前に要るもの", case["conditions"]),
            _list("確かめられていないこと", (escape(note) for note in case["notes"])),
            _sources(case["sources"]),
            "</article>",
        ]
    )


def _part(part: Part, heading: str) -> str:
    title = f"<{heading}>{escape(part['title'])}</{heading}>"
    if "events" in part:
        rows = (
            f"<li><b>{escape(item['date'])}</b>　{escape(item['text'])}{_marks(item)}</li>" for item in part["events"]
        )
        return f'<section>{title}<ul class="plain">{"".join(rows)}</ul></section>'
    statements = "".join(f"<p>{escape(item['text'])}{_marks(item)}</p>" for item in part["statements"])
    rows = (
        f'<tr><th scope="row">{_figure_about(item)}{_marks(item)}</th>'
        f"<td><b>{escape(item['number'])}</b> {escape(item['unit'])}</td></tr>"
        for item in part["figures"]
    )
    figures = f"<table><tbody>{''.join(rows)}</tbody></table>" if part["figures"] else ""
    adaptations = "".join(
        f"<p><b>{escape(item['to'])}</b>（{escape(item['about'])}）<br/>{escape(item['text'])}{_marks(item)}</p>"
        for item in part["adaptations"]
    )
    return f"<section>{title}{statements}{figures}{adaptations}</section>"


def _figure_about(figure: Part) -> str:
    when = f"（{escape(figure['when'])}）" if figure["when"] else ""
    earlier = f"。{escape(figure['earlier'])}" if figure.get("earlier") else ""
    return f"{escape(figure['label'])}{when}{earlier}"


def _marks(item: Part) -> str:
    numbers = [number for number in item["marks"].split("・") if number]
    links = (f'<a epub:type="noteref" role="doc-noteref" href="#source-{number}">{number}</a>' for number in numbers)
    return f"<sup>{'・'.join(links)}</sup>" if numbers else ""


def _readings(title: str, items: Iterable[Part]) -> str:
    rows = "".join(f"<p>{escape(item['text'])}<small>（もと：{escape(item['basis'])}）</small></p>" for item in items)
    label = '<p class="label">編集部の整理</p>'
    return f'<section class="reading"><h2>{title}</h2>{label}{rows}</section>' if rows else ""


def _list(title: str, items: Iterable[str]) -> str:
    rows = "".join(f"<li>{item}</li>" for item in items)
    return f"<section><h2>{title}</h2><ul>{rows}</ul></section>" if rows else ""


def _sources(sources: Iterable[Part]) -> str:
    rows = []
    for source in sources:
        title = escape(source["title"])
        linked = f'<a href="{escape(source["address"])}">{title}</a>' if source["address"] else title
        published = f"、{escape(source['published'])}" if source["published"] else ""
        about = f"{escape(source['publisher'])}{published}（{escape(source['grade'])}）"
        rows.append(f'<li id="source-{source["number"]}" value="{source["number"]}">{linked}　{about}</li>')
    return f'<section class="sources"><h2>出典</h2><ol>{"".join(rows)}</ol></section>'


def index_body(content: Part) -> str:
    """Return the indexes: each term with the cases that have it."""
    titles = {case["id"]: case["title"] for chapter in content["chapters"] for case in chapter["cases"]}
    parts = []
    for index in content["indexes"]:
        rows = "".join(
            f"<li><b>{escape(entry['label'])}</b><ul>"
            + "".join(f'<li><a href="case-{case}.xhtml">{escape(titles[case])}</a></li>' for case in entry["cases"])
            + "</ul></li>"
            for entry in index["entries"]
        )
        if rows:
            parts.append(f"<section><h2>{escape(index['title'])}から</h2><ul class='plain'>{rows}</ul></section>")
    return f'<section epub:type="index"><h1>索引</h1>{"".join(parts)}</section>'


def how_to_read_body(content: Part) -> str:
    """Return the page that says what marks and words mean."""
    return f'<section epub:type="preface"><h1>読み方</h1><p>{escape(content["how_to_read"])}</p></section>'


def _licence(content: Part) -> str:
    return f'<a href="{escape(content["licence_address"])}">{escape(content["licence"])}</a>'


def colophon_body(content: Part) -> str:
    """Return the colophon."""
    rows = (
        ("書名", escape(content["title"])),
        ("編集", escape(content["editors"])),
        ("版", f"{escape(content['version'])}（{escape(content['date_words'])}）"),
        ("収録", f"{content['count']}件"),
        ("利用の条件", f"{_licence(content)}。{escape(content['rights'])}"),
        ("アドレス", f'<a href="{escape(content["site"])}">{escape(content["site"])}</a>'),
    )
    facts = "".join(f"<dt>{label}</dt><dd>{value}</dd>" for label, value in rows)
    about = escape(content["about"])
    return f'<section epub:type="colophon"><h1>奥付</h1><dl class="facts">{facts}</dl><p>{about}</p></section>'
