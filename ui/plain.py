"""Text that our code did not write, made safe for the elements of Streamlit that read markdown."""

from __future__ import annotations

import re

from loaders.records.hidden import HIDDEN

SPACES = re.compile(r"[ \t\r\n\f\v\x1c-\x1f\x85\u2028\u2029]+")
SIGNS = re.compile(r"[\\`*_\[\]<>~$|&#]")
"""Signs of markdown that can stand anywhere in a line."""
START = re.compile(r"^( ?)([-+=]|\d+(?=[.)]))")
"""Signs that make a list, a heading or a rule at the start of a line: a number needs its point escaped."""
JOINED = re.compile(r"(:(?=\S)|www|@(?=\S)|(?:(?<=\s)|^)[<>~-](?=(?:->|-|=|>)(?:\s|$)))", re.IGNORECASE)
"""Where addresses, names of signs and colours, and arrows begin. The page looks for them after it has taken the escapes
away, so only another letter between their own keeps it from making links and pictures of them."""
JOINER = "\u2060"
"""The word joiner: it has no width, allows no break and is read out by nobody."""


def plain(text: object) -> str:
    """Write a text so that Streamlit's markdown shows it letter for letter: no link, picture, sign, formula or colour.

    For whatever comes from a record, a file, an address or a visitor, in every element whose text or label is read as
    markdown: messages, captions, headings, labels, the lines of an expander or of radio buttons. Not for the options of
    select boxes, which are plain already. White space becomes single blanks, so that the text stays in its line, and letters that
    nobody sees go.
    """
    joined = JOINED.sub(rf"\1{JOINER}", HIDDEN.sub("", SPACES.sub(" ", str(text))))
    escaped = SIGNS.sub(r"\\\g<0>", joined)
    return START.sub(lambda found: found[1] + (found[2] + "\\" if found[2].isdigit() else "\\" + found[2]), escaped)
