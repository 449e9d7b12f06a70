"""Write what compare page, kit builder and 「自分の地域から探す」 load in the browser."""

from pathlib import Path

from homare.model.catalogue import Catalogue
from homare.model.kit_view import KitView
from homare.model.sheet import CaseSheet
from homare.model.sheet_data import kit_data, sheet_data
from homare.model.situation import situation_data
from homare.site.search.browser_data import write_data


def write_study_data(release: Path, catalogue: Catalogue) -> None:
    """Write the data files into the built site. Raises OSError when the disk refuses."""
    write_data(release, "situation", situation_data(catalogue))
    for case in catalogue.cases:
        write_data(release, f"sheet/{case.id}", sheet_data(CaseSheet(catalogue, case)))
    for kit in catalogue.kits:
        write_data(release, f"kit/{kit.id}", kit_data(KitView(catalogue, kit)))
