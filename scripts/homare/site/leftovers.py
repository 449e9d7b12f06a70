"""What a build that was cut off leaves behind: found and cleared away by the next one, which says so."""

import shutil
from pathlib import Path

from homare.site.publishing import repair
from homare.site.releases import MARKER, added_files, releases_folder

MAKING = ".making-"
"""Begins the name of every folder in which a build puts a site together, beside its release."""


def clear_leftovers(out: Path, kept: Path) -> list[str]:
    """Clear away what builds of `out` that were cut off have left, and return what happened, as sentences for the user.

    To be called by the sole writer of `out`; `kept` is the folder of files that builds keep for the next one.
    """
    said = []
    if repair(out):
        said.append("前回のビルドは、サイトを入れかえる途中で止まっていました。確かめ済みのサイトを置きなおしました。")
    left = unfinished(out)
    for path in left:
        shutil.rmtree(path, ignore_errors=True)
    for part in kept.glob("*/*.part"):
        part.unlink(missing_ok=True)
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


def unfinished(out: Path) -> list[Path]:
    """Return the folders of releases of `out` that were not finished: of a build that was cut off, or is still on."""
    folder = releases_folder(out)
    return [path for path in folder.iterdir() if not (path / MARKER).is_file()] if folder.is_dir() else []
