"""The pages' own parameters, as filters of a table: known values narrow it, anything else is refused with a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd

from analysis.days import read_day
from analysis.look_up import tuples
from analysis.naming import inspection_label
from analysis.recommendations.actions import NO_STATUS, STATUS_LABELS
from analysis.selection import authority_names, in_words
from loaders import Dataset, as_known

COLUMNS = {
    "authority": ("authority",),
    "inspection": ("inspection", "record"),
    "theme": ("theme",),
    "strand": ("strand",),
    "verdict": ("verdict",),
    "section": ("section",),
    "status": ("status",),
    "lead": ("leads",),
}
"""For each parameter the columns that it narrows, the first that a table has."""

THROUGH = {
    "findings": ("codes", "paragraph", ("theme", "verdict")),
    "recommendations": ("recommendation_themes", "recommendation", ("theme",)),
}
"""Tables whose rows have themes in another one: that table, the key beside the inspection, the parameters it answers.

A recommendation is found by its primary themes alone, as on the page."""

_DATED = ("inspection", "plan", "record")


class Refused(Exception):
    """An address that cannot be answered: the status to give, and a sentence that says why."""

    def __init__(self, status: int, sentence: str):
        super().__init__(sentence)
        self.status = status


def parameters(frame: pd.DataFrame, name: str) -> list[str]:
    """The parameters that a table takes."""
    known = [parameter for parameter, columns in COLUMNS.items() if any(column in frame for column in columns)]
    known += [parameter for parameter in THROUGH.get(name, ("", "", ()))[2] if parameter not in known]
    if name != "actions":  # elsewhere these columns hold something else
        known = [parameter for parameter in known if parameter not in ("status", "lead")]
    return [*known, "as_at"] if any(column in frame for column in _DATED) else known


def filtered(ds: Dataset, name: str, query: Iterable[tuple[str, str]]) -> pd.DataFrame:
    """The rows of a table that a query asks for; several values of one parameter widen it. Raises ``Refused``."""
    frame: pd.DataFrame = getattr(ds, name)
    takes = parameters(frame, name)
    wanted: dict[str, list[Any]] = {}
    for parameter, value in query:
        if parameter not in takes:
            raise Refused(
                400,
                f"{name} cannot be narrowed by “{parameter[:40]}”. It takes: {', '.join(takes) or 'no parameters'}.",
            )
        wanted.setdefault(parameter, []).append(_value(ds, frame, parameter, value))
    if "as_at" in wanted:
        if len(set(wanted["as_at"])) > 1:
            raise Refused(400, "as_at is given twice. Give one day.")
        frame = getattr(as_known(ds, wanted.pop("as_at")[0]), name)
    if name in THROUGH:
        frame = _through(ds, name, frame, wanted)
    for parameter, values in wanted.items():
        column = next(column for column in COLUMNS[parameter] if column in frame)
        without = frame[column].isna() & (NO_STATUS in values)
        frame = frame[frame[column].isin(values) | without]
    return frame.reset_index(drop=True)


def _value(ds: Dataset, frame: pd.DataFrame, parameter: str, value: str) -> object:
    """What a value means: an id, a day. Raises ``Refused`` where this data does not know it."""
    words = in_words(parameter, value, ds)
    look_up: dict[str, Callable[[], dict[Any, Any]]] = {
        "authority": lambda: authority_names(ds),
        "inspection": lambda: {inspection_label(ds, name): name for name in ds.inspections["inspection"]},
        "theme": lambda: dict(tuples(ds.themes, "label", "theme")),
        "strand": lambda: dict(tuples(ds.strands, "label", "strand")),
        "as_at": lambda: {words: words and read_day(words)},
        "verdict": lambda: {words: words},
        "status": lambda: {**{label: status for status, label in STATUS_LABELS.items()}, **{s: s for s in STATUS_LABELS}, NO_STATUS: NO_STATUS},
    }  # fmt: skip
    known = (
        look_up[parameter]() if parameter in look_up else {text: text for text in frame[COLUMNS[parameter][0]].dropna()}
    )
    if words is None or words not in known:
        day = (
            f" Write a day as 2023-12-31, up to {ds.as_at:%Y-%m-%d}."
            if parameter == "as_at"
            else " /data/schema.json explains the columns."
        )
        raise Refused(400, f"{parameter}=“{value[:80]}” is not in this data.{day}")
    return known[words]


def _through(ds: Dataset, name: str, frame: pd.DataFrame, wanted: dict[str, list]) -> pd.DataFrame:
    """Rows with a code that has both the theme and the verdict asked for. Takes these parameters out of ``wanted``."""
    other, key, answers = THROUGH[name]
    codes: pd.DataFrame = getattr(ds, other)
    codes = codes[codes["primary"]] if "primary" in codes else codes
    asked = [parameter for parameter in answers if parameter in wanted]
    for parameter in asked:
        codes = codes[codes[parameter].isin(wanted.pop(parameter))]
    return frame.merge(codes[["inspection", key]].drop_duplicates()) if asked else frame
