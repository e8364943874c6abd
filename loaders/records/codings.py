"""The two independent codings of a report and how their differences were settled.

`data/codings/<authority>/<year>-<kind>/first.yaml`, `second.yaml` and `settled.yaml`.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .schema import Model, ParagraphId, RecommendationId, RecommendationThemes, Text, Verdict


class Coding(Model):
    """One reader's coding of a whole report, before anyone compared it."""

    codes: dict[ParagraphId, Annotated[dict[str, Verdict], Field(max_length=4)]] = Field(description="Paragraph, then theme and verdict.")
    recommendations: dict[RecommendationId, RecommendationThemes] = Field(
        {}, description="Recommendation, then its primary and other themes."
    )


class Difference(Model):
    """A theme of a paragraph on which the two readers differed, and what was decided."""

    paragraph: ParagraphId
    theme: Text
    first: Verdict | None = Field(description="Verdict of the first reader; null where the theme was not coded.")
    second: Verdict | None = Field(description="Verdict of the second reader.")
    settled: Verdict | None = Field(description="Verdict in the record; null where the theme was dropped.")
    reason: Text = Field(description="Why, by the rules of the codebook.")


class ThemesSettled(Model):
    """A recommendation whose primary themes the two readers saw differently, or a third overruled."""

    recommendation: RecommendationId
    first: list[Text] = Field(description="Primary themes of the first reader.")
    second: list[Text] = Field(description="Primary themes of the second reader.")
    settled: list[Text] = Field(description="Primary themes in the record.")
    reason: Text = Field(description="Why.")


class Settlement(Model):
    """`settled.yaml`: every difference between the two readings, with a reason."""

    differences: list[Difference]
    recommendations: list[ThemesSettled] = Field([])
