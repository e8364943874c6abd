"""The dataset cut down, for tests that ask what was known from fewer documents."""

import dataclasses

from loaders import Dataset

FIVE_DOCUMENTS = ["york/2012-slac", "york/2022-ilacs", "york/2023-focused-visit", "north-yorkshire/2023-ilacs"]
"""The inspections among the five documents that the project began with; the fifth is York's action plan."""


def only(ds: Dataset, inspections: list[str]) -> Dataset:
    """The dataset with the rows of some inspections only."""
    frames = {name: getattr(ds, name) for name in Dataset.frame_names()}
    return dataclasses.replace(
        ds,
        **{
            name: frame[frame["inspection"].isin(inspections)]
            for name, frame in frames.items()
            if "inspection" in frame
        },
    )


def uncoded(ds: Dataset, inspections: list[str]) -> Dataset:
    """The dataset as if the reports of some inspections had not been read: dates and grades stay, codes go."""
    frames = {
        name: getattr(ds, name)
        for name in ("findings", "codes", "recommendations", "recommendation_themes", "links", "speaks_to")
    }
    kept = {name: frame[~frame["inspection"].isin(inspections)] for name, frame in frames.items()}
    depth = ds.inspections["depth"].mask(ds.inspections["inspection"].isin(inspections), "outcome")
    return dataclasses.replace(ds, inspections=ds.inspections.assign(depth=depth), **kept)
