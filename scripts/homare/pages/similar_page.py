"""「自分の地域からさがす」: a form about the reader's own place; the script ranks the cases and gives the reasons."""

from homare.model.catalogue import Catalogue
from homare.model.means import MEANS
from homare.model.vocabulary import Term
from homare.pages.markdown import render
from homare.pages.page import Crumb, Page

ADDRESS = "similar/"
TITLE = "自分の地域からさがす"
LEAD = "自分の地域の様子を選ぶと、近い事例を理由つきで並べます。全部を選ばなくてもかまいません。"


def similar_page(catalogue: Catalogue) -> Page:
    """Return the page with its form; terms without a case are left out."""
    words, counts = catalogue.vocabulary, catalogue.term_counts

    def used(facet: str, counted_as: str) -> list[Term]:
        return [term for key, term in getattr(words, facet).items() if counts[counted_as, key]]

    methods = {key for facet, key in counts if facet == "methods"}
    body = render(
        "similar",
        lead=LEAD,
        total=len(catalogue.cases),
        regions=[
            (region, [words.prefectures[code] for code in region.prefectures if code in words.prefectures])
            for region in words.regions
        ],
        types=used("organisation_types", "type"),
        challenges=used("challenges", "challenges"),
        themes=used("themes", "themes"),
        means=[means for means in MEANS if methods & set(means.methods)],
    )
    return Page(ADDRESS, TITLE, LEAD, body, (Crumb(TITLE, ""),), extra={"scripts": ["assets/js/similar/main.js"]})
