"""A prefecture or region that the vocabulary does not have, or no place at all."""

from collections.abc import Iterator

from homare.model.nearest import did_you_mean, listed
from homare.model.rules.context import CaseContext
from homare.problems import Problem, Text


def unknown_place(context: CaseContext) -> Iterator[Problem]:
    """Yield a problem when the recipient's place is not in prefectures.yaml or regions.yaml, or is missing."""
    recipient, words = context.case.recipient, context.vocabulary
    regions = [region.key for region in words.regions]
    if recipient.prefecture is None and recipient.region is None:
        yield context.document.problem(
            ("recipient",),
            "missing-place",
            Text("受賞者の所在地がありません。", "The recipient has no place."),
            Text(
                'prefecture: "13" のように都道府県のコードを書きます。'
                "わからないときは region: kanto のように地方を書きます。",
                'Write prefecture: "13", or region: kanto when the prefecture is not known.',
            ),
        )
    if recipient.prefecture and recipient.prefecture not in words.prefectures:
        message = Text(f"都道府県「{recipient.prefecture}」がありません。", f"No prefecture “{recipient.prefecture}”.")
        hint = Text('prefectures.yaml のコード（"01"〜"47"）で書いてください。', 'Use a code "01" to "47".')
        yield context.document.problem(("recipient", "prefecture"), "unknown-term", message, hint)
    if recipient.region and recipient.region not in regions:
        message = Text(f"地方「{recipient.region}」がありません。", f"There is no region “{recipient.region}”.")
        otherwise = Text(f"{listed(regions)} のどれかにしてください。", f"Use one of: {listed(regions)}.")
        hint = did_you_mean(recipient.region, regions, otherwise)
        yield context.document.problem(("recipient", "region"), "unknown-term", message, hint)
