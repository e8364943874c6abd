"""The one thing that a page shows and a user takes away."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.naming import OWN
from loaders import Dataset

TAG = re.compile(r"<(?!(?:br|/?b)>)")
"""The start of what plotly might read as a tag, but for the two that our own texts have: a line's end, and bold."""

FIGURES = 48
"""Exhibits of one kind that are kept with a dataset: each takes up to half a megabyte."""


class Voice(StrEnum):
    """Who says it."""

    OFSTED = "Ofsted said"
    COUNTED = "Counted from what Ofsted published"
    COUNCIL = "The council reported"
    READING = "Our reading, by the published rule"


@dataclass(frozen=True, eq=False)
class Exhibit:
    """A figure with all that belongs to it. ``draw`` is None where there is nothing to draw: the sentence says why."""

    name: str
    """Short name for addresses and files: ``york-grades``."""
    title: str
    """Heading that states the finding."""
    sentence: str
    """What it shows, in one plain sentence or two, computed from the data."""
    alt: str
    """The figure in words, for those who cannot see it."""
    table: pd.DataFrame
    """The rows behind the figure, with headings as shown."""
    draw: Callable[[Dataset, bool], go.Figure] | None
    """Draws the figure of the dataset that the exhibit was made of, for a narrow screen or not. It must not hold the dataset,
    which holds the exhibit: neither could be freed at once."""
    voice: Voice
    sources: tuple[str, ...]
    """Documents it rests on."""
    as_at: pd.Timestamp
    """The day the data stands at."""
    key: str = ""
    """The signs of the figure in words."""
    hint: str = ""
    """What can be done with the figure on the page, or is so on a narrow screen. No picture and no file says it."""
    _drawn: dict[bool, Finished] = field(init=False, repr=False, default_factory=dict)

    @property
    def said_by(self) -> str:
        """The voice and, where it also rests on records that a council added, that it does."""
        if not any(source.startswith(OWN) for source in self.sources):
            return str(self.voice)
        whose = "in a record of its own" if self.voice is Voice.COUNCIL else "and the council’s own record"
        return f"{self.voice}, {whose}, not published by Ofsted"

    def drawn(self, ds: Dataset, narrow: bool = False) -> Finished:
        """Return the figure, finished for a narrow screen or a wide one. Each is drawn once, when it is first asked for.

        ``ds``: the dataset that the exhibit was made of. Raises ``ValueError`` where there is nothing to draw.
        """
        if self.draw is None:
            raise ValueError(f"{self.name} has no figure")
        if narrow not in self._drawn:
            self._drawn[narrow] = Finished(self.draw(ds, narrow))
        return self._drawn[narrow]


class Finished(go.Figure):
    """A figure that nobody changes any more: its dictionary, which a page asks for in each run, is made once, of plain values.

    Its texts have no tags, as plotly makes links of some and records hold what they like.
    """

    def __init__(self, figure: go.Figure) -> None:
        super().__init__()
        made = json.loads(figure.to_json())
        self._finished = _inert(made) if any(map(TAG.search, _texts(made))) else made

    def to_dict(self) -> dict:
        """Return the dictionary of the figure. Never change it."""
        return self._finished


def _texts(part: object) -> Iterator[str]:
    """Every text in a figure's dictionary."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        yield from (text for value in part.values() for text in _texts(value))
    elif isinstance(part, list):
        yield from (text for value in part for text in _texts(value))


def _inert(part: Any) -> Any:
    """A figure's dictionary, or a part of it, in whose texts no tags are left but line ends and bold."""
    if isinstance(part, str):
        return TAG.sub("&lt;", part)
    if isinstance(part, dict):
        return {name: _inert(value) for name, value in part.items()}
    if isinstance(part, list):
        return [_inert(value) for value in part]
    return part
