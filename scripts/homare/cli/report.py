"""`homare report`: what needs the editors' care, the most urgent first; with --online also the sources' addresses."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path

import click

from homare.cli.library import read_dataset
from homare.cli.project import show_count
from homare.model.catalogue import Catalogue
from homare.model.date_words import date_words
from homare.model.upkeep import FACETS, STALE_YEARS, Drift, Upkeep, part_title, upkeep
from homare.online.source_links import LinkFinding, check_addresses, source_addresses
from homare.problems import visible

MOST_SHOWN = 20
"""Lines of one list on a terminal; --all and JSON show every one."""
STATES = {"dead": "なくなりました", "moved": "移りました", "unsure": "いまは確かめられません"}


@click.command()
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="出力の形")
@click.option(
    "--online", is_flag=True, help="出典のアドレスに問い合わせ、切れたものと移ったものも示す（数分かかります）"
)
@click.option("--all", "everything", is_flag=True, help=f"{MOST_SHOWN}件で切らずに、すべて示す")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="この日から見て古いものを数える（省くと今日）")
@click.option(
    "--cases", "cases_folder", type=click.Path(exists=True, file_okay=False, path_type=Path), help="記録のフォルダ"
)
def report(format_: str, online: bool, everything: bool, today: datetime | None, cases_folder: Path | None) -> None:
    """手入れの要るところを、優先の順に示します。記録は変えません。"""
    catalogue = read_dataset(cases_folder).catalogue
    found = upkeep(catalogue, today.date() if today else date.today())
    links = _ask(catalogue) if online else None
    if format_ == "json":
        click.echo(json.dumps(_as_json(found, links), ensure_ascii=False, indent=2))
    else:
        most = None if everything else MOST_SHOWN
        lines = [line for part in _parts(catalogue, found, links) for line in _shown(*part, most)]
        click.echo(visible("\n".join(lines)))  # a server may have sent its reader to any address


def _ask(catalogue: Catalogue) -> list[LinkFinding]:
    addresses = source_addresses(catalogue.cases)
    return check_addresses(addresses, lambda done, all_: show_count("出典のアドレスを確かめています", done, all_))


def _parts(
    catalogue: Catalogue, found: Upkeep, links: list[LinkFinding] | None
) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Yield title, advice and lines of each list."""
    yield (
        f"記録の少ない事例（{found.cases}件のうち空きのあるもの{len(found.gaps)}件、空きの多い順）",
        "資料をさがして、空いた項目を出典つきで書き足します。",
        [f"{gap.case.id}  空き{len(gap.empty)}: {'、'.join(map(part_title, gap.empty))}" for gap in found.gaps],
    )
    yield (
        "受賞した取組のしくみが分からない事例",
        "取組のしくみを述べた資料をさがします。見つからなければ、このままでかまいません。",
        [f"{case.id}  {case.title}" for case in found.thin],
    )
    yield (
        f"いまの状態を{STALE_YEARS}年以上確かめていない事例（古い順）",
        "受賞者のサイトなどで確かめ、status の checked と sources を新しくします。",
        [
            f"{entry.case.id}  {f'最後の資料は{date_words(entry.checked)}' if entry.checked else '資料なし'}"
            for entry in found.stale
        ],
    )
    yield (
        "見なおしたい言葉",
        "使われない言葉は消すか記録に付け、広すぎる言葉は分け、似た言葉は一つにまとめられないかを考えます。",
        [_drift_line(catalogue, drift) for drift in found.drift],
    )
    if links is not None:
        yield (
            "出典のアドレス",
            "移ったものは新しいアドレスに直します。なくなったものは、出典の記録を残し、写しがあれば足します。",
            [_link_line(link) for link in links],
        )


def _shown(title: str, advice: str, lines: Sequence[str], most: int | None) -> Iterator[str]:
    yield f"■ {title}: {len(lines)}件"
    if lines:
        yield f"  → {advice}"
    yield from (f"  {line}" for line in lines[:most])
    if most is not None and len(lines) > most:
        yield f"  ほか{len(lines) - most}件（--all ですべて示します）"
    yield ""


def _drift_line(catalogue: Catalogue, drift: Drift) -> str:
    terms = getattr(catalogue.vocabulary, drift.facet)
    names = "と".join(f"「{terms[key].label}」({key})" for key in drift.keys)
    what = {
        "unused": "使う事例がありません",
        "broad": f"{drift.cases}件の事例にあり、広すぎます",
        "same-name": "同じ言い方を含みます",
        "like-label": "名前が似ています",
        "like-cases": f"ほとんど同じ事例に付いています（重なり{drift.cases}件）",
    }[drift.kind]
    return f"{FACETS[drift.facet]}{names}: {what}"


def _link_line(link: LinkFinding) -> str:
    where = f" → {link.target}" if link.target else ""
    return f"{STATES[link.state]}（{link.reason}）: {link.url}{where}  [{'、'.join(link.named_by)}]"


def _as_json(found: Upkeep, links: list[LinkFinding] | None) -> dict[str, object]:
    return {
        "cases": found.cases,
        "incomplete": [{"case": gap.case.id, "empty": list(gap.empty)} for gap in found.gaps],
        "thin": [case.id for case in found.thin],
        "stale": [{"case": entry.case.id, "checked": entry.checked} for entry in found.stale],
        "vocabulary": [asdict(drift) for drift in found.drift],
        "links": None if links is None else [asdict(link) for link in links],
    }
