"""Names where room is short: a recipient without its legal form, with the year that tells two of its cases apart."""

import re
from functools import lru_cache

from homare.model.case import Case

_LEGAL_FORM = re.compile(
    r"^(?:(?:公益|一般)(?:財団|社団)法人|国立(?:研究開発|大学)法人|地方独立行政法人|独立行政法人|学校法人"
    r"|特定非営利活動法人|株式会社|有限会社)\s*"
)
_IN_BRACKETS = re.compile(r"（([^（）]*)）$")
_ABBREVIATION = re.compile(r"[A-Z][A-Z-]{1,9}")
LONGEST = 16
"""From this length on, a mark in a line of text uses the recipient's own abbreviation where it has one."""


@lru_cache(maxsize=4096)
def short_name(name: str, full: bool = False) -> str:
    """Return a recipient's name without legal form and brackets; a long one as its abbreviation unless `full`."""
    bare = _IN_BRACKETS.sub("", _LEGAL_FORM.sub("", name)) or name
    abbreviation = _ABBREVIATION.match(found[1]) if (found := _IN_BRACKETS.search(name)) else None
    return abbreviation[0] if abbreviation and len(bare) > LONGEST and not full else bare


def case_label(case: Case, full: bool = False) -> str:
    """Return 「城南信用金庫（2020）」: who, and the edition; 「受賞年未確認」 where no source shows it."""
    return f"{short_name(case.recipient.name, full)}（{case.award.edition or '受賞年未確認'}）"
