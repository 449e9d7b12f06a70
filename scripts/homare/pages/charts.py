"""Bars as small pictures made at build time: they stretch with their cell, follow the colours, and repeat its text."""

from homare.pages.markdown import Markdown


def bar(value: float, of: float) -> Markdown:
    """Return a bar that fills `value` of `of`. It is hidden from screen readers: the number stands beside it."""
    share = max(0.0, min(100.0, 100 * value / of)) if of else 0.0
    return Markdown(
        '<svg class="hm-bar" aria-hidden="true"><rect class="hm-bar__track" width="100%" height="100%"/>'
        f'<rect class="hm-bar__fill" width="{share:.1f}%" height="100%"/></svg>'
    )
