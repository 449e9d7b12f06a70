"""Texts of records on their way into a file, as objects of their own."""


def short_lived(text: str) -> str:
    """Return the text as another object.

    A text that was once asked for its UTF-8 keeps it as long as it lives, and those of records live as long as the
    catalogue, which would grow by a quarter.
    """
    return text[:1] + text[1:]
