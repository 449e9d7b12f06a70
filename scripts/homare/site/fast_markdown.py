"""Our own Markdown to HTML, much faster than Python-Markdown and equal to it by meaning: a test compares all pages.

Made for the Markdown that `pages` writes and for nothing else: CommonMark with tables, blocks of HTML that hold
Markdown (set apart by blank lines), and headings that end in `{: #id }`. Hand-written pages go through Python-Markdown.
"""

import re

from comrak import ExtensionOptions, RenderOptions, render_markdown

_HOLDS_MARKDOWN = (' markdown="block">', " markdown>")
"""The last attribute of an element of HTML that holds Markdown; text has no `>` of its own."""
_HEADING_ID = re.compile(r"<h([1-6])>(.*?) \{: #([a-z][a-z0-9-]*) \}</h\1>")


def html_of(markdown: str) -> str:
    """Return the HTML of a page's Markdown. Raw HTML passes: our templates wrote it, and record text is escaped."""
    plain = str(markdown)
    for attribute in _HOLDS_MARKDOWN:
        plain = plain.replace(attribute, ">")
    html: str = render_markdown(plain, extension_options=_TABLES, render_options=_RAW_HTML)
    html = _HEADING_ID.sub(r'<h\1 id="\3">\2</h\1>', html)
    # HTML has no `align` any more, and inline styles would need an open style policy: the stylesheet knows the class.
    return html.replace(' align="right"', ' class="hm-number"')


def _tables() -> ExtensionOptions:
    options = ExtensionOptions()
    options.table = True
    return options


def _raw_html() -> RenderOptions:
    options = RenderOptions()
    options.unsafe_ = True
    return options


_TABLES, _RAW_HTML = _tables(), _raw_html()
