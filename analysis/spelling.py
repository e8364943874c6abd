"""Names of authorities as they are written elsewhere, brought to one plain form.

Ofsted, the Office for National Statistics, the press and councils themselves write "Herefordshire, County of", "Southend
on Sea", "Kensington & Chelsea" or "Royal Borough of Windsor and Maidenhead". What differs is how words are joined, and
what kind of authority it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

_KINDS = re.compile(
    r"\b(?:(?:royal|london|metropolitan|county) )?(?:borough|district|city|county|council) of\b(?: the)?"
    r"|\b(?:(?:metropolitan|london|royal) )?(?:county|city|borough|district|unitary)? ?(?:council|corporation|authority)\b"
    r"|\b(?:county|city|borough|district|unitary|mbc|lbc|cc|bc)$"
    r"|^(?:county|the)\b"
)
"""What kind of authority it is, before or after the name; after a comma too, once punctuation is gone."""


def plain_name(name: str) -> str:
    """Return a name in small letters, with "and" for "&" and blanks for hyphens, full stops and commas."""
    return " ".join(re.sub(r"[^\w]+", " ", re.sub(r"['’]", "", name.casefold()).replace("&", " and ")).split())


def bare_name(name: str) -> str:
    """Return the plain name without what kind of authority it is: "herefordshire" for "Herefordshire, County of"."""
    return " ".join(_KINDS.sub(" ", plain_name(name)).split())


def spellings(names: Mapping[str, Iterable[str | None]]) -> dict[str, str]:
    """Map each spelling to the one name it can mean. ``names``: the name shown, and all others that an authority goes by.

    Keys are plain names, and bare names where no two authorities share one and no plain name is the same.
    """
    plain = {
        plain_name(one): shown for shown, others in names.items() for one in (shown, *others) if isinstance(one, str)
    }
    bare = defaultdict(set)
    for shown, others in names.items():
        for one in (shown, *others):
            if isinstance(one, str) and not any(letter.isdigit() for letter in one):
                bare[bare_name(one)].add(shown)
    return {key: shown.pop() for key, shown in bare.items() if len(shown) == 1 and key} | plain
