"""A record whose folder and edition disagree."""

import re
from collections.abc import Iterator

from homare.model.drafts import is_draft
from homare.model.rules.context import CaseContext
from homare.problems import Problem, Text

_YEAR = re.compile(r"\d{4}", re.ASCII)


def edition_folder(context: CaseContext) -> Iterator[Problem]:
    """Yield a problem when cases/2020/ holds a record of another edition, or undated/ one that has an edition."""
    folder = context.case_id.split("-", 1)[0]
    edition = next((text for _, text in context.document.texts("award", "edition")), None)
    if edition is None and is_draft(context.document.data):
        return  # not written yet
    expected = edition or "undated"
    if folder != expected and (edition is None or _YEAR.fullmatch(edition)):
        yield context.document.problem(
            ("award", "edition"),
            "edition-folder",
            Text(
                f"フォルダは「{folder}」ですが、記録の回は「{edition or '不明'}」です。",
                f"The folder is “{folder}”, but the record's edition is “{edition or 'unknown'}”.",
            ),
            Text(
                f"ファイルを {expected} フォルダへ移すか、award の edition を直してください。",
                f"Move the file to the folder {expected}, or correct award.edition.",
            ),
        )
