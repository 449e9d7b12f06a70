import pytest

from homare.exports.dataset import Dataset
from homare.model.catalogue import Catalogue
from homare.model.site_words import DEFAULT_SITE


@pytest.fixture(scope="session")
def dataset(real_catalogue: Catalogue) -> Dataset:
    """The real library as it is published."""
    return Dataset(real_catalogue, DEFAULT_SITE)
