"""Write what kit builder and 「自分の地域からさがす」 load in the browser; those of a case come with its page."""

from pathlib import Path

from homare.model.catalogue import Catalogue
from homare.model.kit_view import KitView
from homare.model.sheet_data import kit_data
from homare.model.situation import situation_data
from homare.site.search.browser_data import write_data


def write_study_data(release: Path, catalogue: Catalogue) -> None:
    """Write the data files into the built site. Raises OSError when the disk refuses."""
    write_data(release, "situation", situation_data(catalogue))
    for kit in catalogue.kits:
        write_data(release, f"kit/{kit.id}", kit_data(KitView(catalogue, kit)))
