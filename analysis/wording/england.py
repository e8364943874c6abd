"""What is counted over England, and nothing else: reasons and cautions stand beside the signs of a figure."""

from __future__ import annotations

import pandas as pd

from .comparison import years
from .plain import counted, day, number, sentence


def regions_sentence(table: pd.DataFrame) -> str:
    """How many regions there are, and how large: described, never ranked."""
    regions = table.groupby("region")["authorities"].sum()
    return sentence(f"{number(len(regions))} regions of {regions.min()} to {regions.max()} authorities")


def time_between_sentence(pairs: pd.DataFrame) -> str:
    """How long it was from one full inspection to the next."""
    if pairs.empty:
        return "No two full inspections of one authority are known yet."
    low, high = pairs["days"].quantile([0.25, 0.75])
    return f"Half of the {len(pairs)} gaps between two full inspections lasted from {years(low)} to {years(high)}. The middle gap (the median) is {int(pairs['days'].median()):,} days."


def focused_visits_sentence(visits: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp) -> str:
    """What focused visits looked at in the years that are held."""
    if visits.empty:
        return "No focused visit is known by this day."
    every, most = int(visits["visits"].sum()), visits.iloc[0]
    began = sentence(f"{counted(every, 'focused visit')} that began between {day(first, 'month')} and {day(last, 'month')}")[:-1]
    return f"{began} {'is' if every == 1 else 'are'} held. Most often they looked at “{most['visit_theme']}” ({most['visits']})."
