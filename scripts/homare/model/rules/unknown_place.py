"""A prefecture or region that the vocabulary does not have, or no place at all."""

from collections.abc import Iterator

from homare.model.nearest import listed, nearest_key
from homare.model.rules.context import CaseContext
from homare.problems import Problem, Text


def unknown_place(context: CaseContext) -> Iterator[Problem]:
    """Yield a problem for each place that is not in the vocabulary, and for a recipient without a place."""
    yield from _missing(context)
    if "prefectures" not in context.vocabulary.unread:
        yield from _prefectures(context)
    if "regions" not in context.vocabulary.unread:
        yield from _regions(context)


def _missing(context: CaseContext) -> Iterator[Problem]:
    for trail, recipient in context.document.values("recipient"):
        if isinstance(recipient, dict) and not recipient.get("prefecture") and not recipient.get("region"):
            yield context.document.problem(
                trail,
                "missing-place",
                Text("受賞者の所在地がありません。", "The recipient has no place."),
                Text(
                    'prefecture: "13" のように都道府県のコードを書きます。'
                    "わからないときは region: kanto のように地方を書きます。",
                    'Write prefecture: "13", or region: kanto when the prefecture is not known.',
                ),
            )


def _prefectures(context: CaseContext) -> Iterator[Problem]:
    known = context.vocabulary.prefectures
    for pattern in (("recipient", "prefecture"), ("adaptations", ..., "prefecture"), ("transfers", ..., "prefecture")):
        for trail, code in context.document.texts(*pattern):
            if code not in known:
                names = {code.lstrip("0"): code for code in known} | {
                    prefecture.name: code for code, prefecture in known.items()
                }
                message = Text(f"都道府県「{code}」がありません。", f"There is no prefecture “{code}”.")
                otherwise = Text(
                    'prefectures.yaml のコード（"01"〜"47"）で書いてください。', 'Use a code "01" to "47".'
                )
                yield context.document.problem(trail, "unknown-term", message, nearest_key(code, names, otherwise))


def _regions(context: CaseContext) -> Iterator[Problem]:
    for trail, key in context.document.texts("recipient", "region"):
        if context.vocabulary.region(key) is None:
            known = {region.key: region for region in context.vocabulary.regions}
            names = {key: key for key in known} | {region.label: key for key, region in known.items()}
            message = Text(f"地方「{key}」がありません。", f"There is no region “{key}”.")
            otherwise = Text(f"{listed(known)} のどれかにしてください。", f"Use one of: {listed(known)}.")
            yield context.document.problem(trail, "unknown-term", message, nearest_key(key, names, otherwise))
