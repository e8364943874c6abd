"""The two independent codings of a report and how their differences were settled, a row per theme."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .schema import Model, Text

Given = Literal["strength", "mixed", "concern", "primary", "other"]
"""The verdict on a theme of a paragraph, or whether a theme of a recommendation is primary or other."""


class CodingRow(Model):
    """A row of `data/codings/<authority>/<year>-<kind>.csv`: a theme that either reader gave, and what was decided.

    Each reader coded the whole report before anyone compared them. The record holds what was settled. Where it says
    `readings: 1`, the second reading measures agreement and the first stands: `settled` is `first`, and needs no reason. A
    theme that was dropped when its rule became sharper has an empty `settled`, and the reason.
    """

    paragraph: Annotated[str, StringConstraints(pattern=r"^(H?[1-9][0-9]{0,2}|R[1-9][0-9]?)$")] = Field(
        description="Number of the paragraph, or id of the recommendation."
    )
    theme: Text = Field(description="Id of the theme.")
    first: Given | None = Field(
        description="What the first reader gave: `strength`, `mixed` or `concern`; of a recommendation `primary` or `other`. "
        "Empty where the theme was not given."
    )
    second: Given | None = Field(description="What the second reader gave.")
    settled: Given | None = Field(description="What the record says. Empty where the theme was dropped.")
    reason: Text | None = Field(
        description="Why, by the rules of the codebook, where the three are not the same. "
        "Of a recommendation once, where its primary themes are not the same."
    )

    @property
    def of_recommendation(self) -> bool:
        """Whether the row is about a recommendation."""
        return self.paragraph.startswith("R")

    @property
    def settled_by_two(self) -> bool:
        """Whether the second reading counts too: not where the first stands, or the theme was dropped when looked at again."""
        dropped = self.settled is None and self.reason is not None
        return not dropped and (self.settled != self.first or self.reason is not None)

    @property
    def differs(self) -> bool:
        """Whether the readers differed, or a third overruled both. Other themes of a recommendation decide nothing."""
        given = [self.first, self.second, self.settled]
        return len({value == "primary" for value in given} if self.of_recommendation else set(given)) > 1
