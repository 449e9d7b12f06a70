"""A summary cut to what a list has room for."""


def first_sentence(text: str) -> str:
    """Return the first sentence of a summary."""
    head, stop, _ = text.strip().partition("。")
    return head + stop
