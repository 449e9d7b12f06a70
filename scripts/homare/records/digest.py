"""What tells the content of a file from any other; imports nothing, so that asking for changes costs little."""

from hashlib import blake2b


def digest_of(content: bytes) -> bytes:
    """Return the digest of the content of a file: 16 bytes."""
    return blake2b(content, digest_size=16).digest()
