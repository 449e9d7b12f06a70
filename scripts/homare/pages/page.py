"""A page before it is written: where it goes, what it says about itself, and its Markdown."""

from dataclasses import dataclass, field
from json import JSONEncoder

_encoded = JSONEncoder(ensure_ascii=False).encode


@dataclass(frozen=True)
class Crumb:
    """One step of the breadcrumb; `url` is relative to the page, "" for the page itself."""

    label: str
    url: str


def uri_of(address: str) -> str:
    """Return the Markdown file of the page at an address: the address without its slash, "index.md" for home."""
    return f"{address.removesuffix('/') or 'index'}.md"


@dataclass(frozen=True)
class Page:
    """One page. `address` is its URL without the leading slash: "" for home, "themes/finance/" for a term."""

    address: str
    title: str
    description: str
    body: str
    breadcrumb: tuple[Crumb, ...] = ()
    extra: dict[str, object] = field(default_factory=dict)

    @property
    def uri(self) -> str:
        """The Markdown file that MkDocs turns into this address. No page needs a folder of its own for it."""
        return uri_of(self.address)

    @property
    def about(self) -> dict[str, object]:
        """What the theme is told about the page: its front matter."""
        about: dict[str, object] = {"title": self.title, "description": self.description}
        if self.breadcrumb:
            about["breadcrumb"] = [{"label": crumb.label, "url": crumb.url} for crumb in self.breadcrumb]
        return about | self.extra

    def markdown(self) -> str:
        """Return the page with its front matter. JSON is YAML, so every value is quoted without a rule of our own."""
        lines = [f"{key}: {_encoded(value)}" for key, value in self.about.items()]
        return "\n".join(["---", *lines, "---", "", self.body.strip(), ""])
