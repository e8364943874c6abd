"""All frames of one data folder, as one value that never changes."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

import pandas as pd

from .kept import Kept


@dataclass(frozen=True, eq=False)
class Dataset:
    """All frames of the contract (columns: ``loaders/dataset/contract.yaml``), the day they stand at and their fingerprint."""

    authorities: pd.DataFrame
    neighbours: pd.DataFrame
    inspections: pd.DataFrame
    grades: pd.DataFrame
    findings: pd.DataFrame
    codes: pd.DataFrame
    recommendations: pd.DataFrame
    recommendation_themes: pd.DataFrame
    links: pd.DataFrame
    speaks_to: pd.DataFrame
    outcome_links: pd.DataFrame
    plans: pd.DataFrame
    plan_versions: pd.DataFrame
    plan_recommendations: pd.DataFrame
    actions: pd.DataFrame
    action_versions: pd.DataFrame
    expected_outcomes: pd.DataFrame
    frameworks: pd.DataFrame
    sets: pd.DataFrame
    judgements: pd.DataFrame
    grade_scale: pd.DataFrame
    grade_words: pd.DataFrame
    strands: pd.DataFrame
    fits: pd.DataFrame
    no_grade: pd.DataFrame
    themes: pd.DataFrame
    verdicts: pd.DataFrame
    coding_rules: pd.DataFrame
    glossary: pd.DataFrame
    synonyms: pd.DataFrame
    question_rules: pd.DataFrame
    barriers: pd.DataFrame
    sources: pd.DataFrame
    notes: pd.DataFrame
    official_figures: pd.DataFrame
    collection: pd.DataFrame
    lists: pd.DataFrame
    codings: pd.DataFrame
    settlements: pd.DataFrame
    recommendation_codings: pd.DataFrame
    problems: pd.DataFrame
    as_at: pd.Timestamp
    fingerprint: str
    outdated: bool = False
    """Whether files have changed since, with errors, so that these frames are still those from before. ``problems`` names them."""
    kept: Kept = field(init=False, repr=False, default_factory=Kept)
    """What was worked out from these frames (``kept.py``)."""

    @property
    def statistics_as_at(self) -> pd.Timestamp:
        """The day that Ofsted's statistics reach: every full inspection begun by then is here. Missing where none were taken in."""
        return self.official_figures["as_at"].max()

    @classmethod
    def frame_names(cls) -> list[str]:
        """Names of the frames, in order."""
        return [one.name for one in fields(cls) if one.name not in ("as_at", "fingerprint", "outdated", "kept")]
