"""The pages of the real library, rendered once for all tests of what they say."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from homare.model.catalogue import Catalogue
from tests.library.know_how import trees_of


@pytest.fixture(scope="session")
def trees(real_catalogue: Catalogue) -> dict[str, LexborHTMLParser]:
    """Every page of the real catalogue by its address."""
    return trees_of(real_catalogue)
