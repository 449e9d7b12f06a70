"""What a build that was cut off leaves behind: found and cleared away by the next one, which says so."""

import shutil
from pathlib import Path

from homare.site.marker import added_files
from homare.site.publishing import repair
from homare.site.releases import unfinished_releases


def clear_leftovers(out: Path) -> list[str]:
    """Clear away what builds of `out` that were cut off have left, and return what happened, as sentences for the user.

    To be called by the sole writer of `out`.
    """
    said = []
    if repair(out):
        said.append("前回のビルドは、サイトを入れかえる途中で止まっていました。確かめ済みのサイトを置きなおしました。")
    left = unfinished_releases(out)
    for path in left:
        shutil.rmtree(path, ignore_errors=True)
    if left:
        said.append(
            "前回のビルドは途中で止まっていました。作りかけのものを片づけました。公開中のサイトは前のまま、こわれていません。"
        )
    added = sorted(path.name for path in added_files(out, below=False))
    if added:
        said.append(
            f"公開中のフォルダに、あとから置かれたファイルがあります（{'、'.join(added[:3])}）。消しませんが、新しいサイトには"
            "入りません。サイトに入れるファイルは docs フォルダに置いてください。"
        )
    return said
