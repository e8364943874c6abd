"""The one thing that a page shows and a user takes away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import pandas as pd
import plotly.graph_objects as go


class Voice(StrEnum):
    """Who says it."""

    OFSTED = "Ofsted said"
    COUNCIL = "The council reported"
    READING = "Our reading, by the published rule"


@dataclass(frozen=True, eq=False)
class Exhibit:
    """A figure with all that belongs to it. ``figure`` is None where there is nothing to draw: the sentence says why."""

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
    figure: go.Figure | None
    voice: Voice
    sources: tuple[str, ...]
    """Documents it rests on."""
    as_at: pd.Timestamp
    """The day the data stands at."""
    key: str = ""
    """The signs of the figure in words."""


def kept(make: Callable[..., Exhibit]) -> Callable[..., Exhibit]:
    """Keep an exhibit for the next page run: building figures is most of what a page costs. Nobody changes a kept figure.

    All that it depends on are its arguments; new data is a new dataset.
    """
    return lru_cache(maxsize=48)(make)
