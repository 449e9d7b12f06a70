"""The matrix page: challenge × method and theme × region; every count leads to its cases, and blanks are to be seen."""

from collections.abc import Callable

from homare.model.catalogue import Catalogue
from homare.model.matrix import Matrix, challenge_method_matrix, theme_region_matrix
from homare.pages.addresses import region_address, relative, term_address
from homare.pages.markdown import Markdown, render
from homare.pages.page import Crumb, Page

ADDRESS = "matrix/"
TITLE = "課題・手法・地域の早見表"
LEAD = (
    "どの課題にどの手法で、どの地方でどのテーマに取り組んだかを、事例の数で示します。数を選ぶと、その事例に移ります。"
)


def matrix_page(catalogue: Catalogue) -> Page:
    """Return the page with both tables."""
    regions = {region.key: region for region in catalogue.vocabulary.regions}

    def link(target: str) -> Markdown:
        return Markdown(relative(ADDRESS, target))

    def term_link(facet: str) -> Callable[[str], Markdown]:
        return lambda key: link(region_address(regions[key]) if facet == "regions" else term_address(facet, key))

    def cell_link(facet: str, part: str) -> Callable[[str, str], Markdown]:
        """A cell leads to the row's page, where the cases stand grouped by the column's term."""
        return lambda row, column: Markdown(f"{link(term_address(facet, row))}#{part}-{column}")

    body = render(
        "matrix",
        lead=LEAD,
        matrices=[
            (
                challenge_method_matrix(catalogue),
                ("課題", "手法"),
                term_link("challenges"),
                term_link("methods"),
                cell_link("challenges", "method"),
            ),
            (
                theme_region_matrix(catalogue),
                ("テーマ", "地方"),
                term_link("themes"),
                term_link("regions"),
                cell_link("themes", "region"),
            ),
        ],
        shade=shade,
        find=link("find/"),
    )
    return Page(ADDRESS, TITLE, LEAD, body, (Crumb(TITLE, ""),))


def shade(matrix: Matrix, count: int) -> str:
    """Return none, some or many: the number itself stands in the cell, so the shade is a second sign only."""
    return "none" if not count else "many" if count > 2 and 2 * count > matrix.most else "some"
