"""Short texts that several pages share: the line about a case, the first sentence of its summary."""

from homare.model.case import Case
from homare.model.catalogue import Catalogue
from homare.pages.dates import year_markdown
from homare.pages.markdown import Markdown, escape

UNKNOWN_EDITION = "受賞年は未確認"


def case_meta(catalogue: Catalogue, case: Case) -> Markdown:
    """Return 「令和2年（2020年）・経済産業大臣賞・城南信用金庫（東京都品川区）」 for cards and lists."""
    edition = year_markdown(case.award.edition) if case.award.edition else Markdown(UNKNOWN_EDITION)
    prize = catalogue.prize_of(case)
    place = catalogue.place_of(case)
    recipient = f"{case.recipient.name}（{place}）" if place else case.recipient.name
    return Markdown("・".join([edition, *([escape(prize.short_label)] if prize else []), escape(recipient)]))


def first_sentence(text: str) -> str:
    """Return the first sentence of a summary."""
    head, stop, _ = text.strip().partition("。")
    return head + stop
