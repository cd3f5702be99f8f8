"""Text as it enters the book."""

from __future__ import annotations


def plain_text(text: str) -> str:
    """Without blanks around it and without NULs, which SQLite's quoting would cut a text at."""
    return text.replace("\0", "").strip()
