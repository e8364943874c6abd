"""Letters that nobody sees and that turn round, cut or overwrite what stands beside them, and texts far too long."""

from __future__ import annotations

import re

HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Control characters but for the tab and the new line, marks of writing from right to left, halves of letters."""
LONGEST = 5_000
"""Letters of one value; the longest that is held has 600."""


def fault_of(text: str) -> str:
    """Say what is wrong with a text that readers are to see; nothing where all is well."""
    if len(text) > LONGEST:
        return f"has {len(text):,} letters; a text has at most {LONGEST:,}. Is it the right file?"
    if found := HIDDEN.search(text):
        return f"holds U+{ord(found[0]):04X}, a letter that nobody sees, after {text[: found.start()][-20:]!r}. Take it out."
    return ""
