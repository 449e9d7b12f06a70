"""What the environment tells about the site: where it is published, and where its records are kept."""

import os

from homare.model.site_words import DEFAULT_SITE

SITE, REPOSITORY, DATE = "HOMARE_SITE_URL", "HOMARE_REPOSITORY_URL", "SOURCE_DATE_EPOCH"
"""The variables that change a site."""


def site_address() -> str:
    """The address of the site, with a slash at its end."""
    return (os.environ.get(SITE) or DEFAULT_SITE).rstrip("/") + "/"


def repository_address() -> str:
    """The address of the repository, for links to its forms; "" when nobody has set it, as on an editor's machine."""
    return os.environ.get(REPOSITORY, "").rstrip("/")
