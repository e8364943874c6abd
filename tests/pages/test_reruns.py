"""A page that is shown again picks what is kept: nothing is worked out again, and nothing that is kept is changed."""

import dataclasses
import gc
import weakref
from collections import Counter
from collections.abc import Iterator

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest
from pandas.core.generic import NDFrame

import loaders
from loaders import Dataset
from tests.builders import SAMPLE
from tests.pages.driver import PAGES, open_page

VIEWS = [
    *((page, {}) for page in PAGES),
    ("grades", {"view": "As published"}),
    ("grades", {"with": "Its statistical neighbours", "strands": "Leaders"}),
    ("findings", {"q": "homeless teenagers"}),
    ("findings", {"of": "All of England", "theme": "Supervision", "stands": "Weak", "region": "London"}),
    ("actions", {"show": "All that was asked"}),
    ("actions", {"show": "All that was asked", "of": "All of England", "q": "homeless teenagers"}),
    ("overview", {"meeting": "true"}),
    *(
        ("england", {"england": view})
        for view in (
            "What reports say",
            "Themes over time",
            "What Ofsted asks for",
            "How grades moved",
            "Year by year",
            "How long it takes",
            "Every authority",
            "Check against Ofsted",
        )
    ),
]


@pytest.fixture(scope="module")
def ds():
    return loaders.load(SAMPLE)


@pytest.fixture(autouse=True)
def shown(ds, monkeypatch):
    """Let the pages show this dataset."""
    monkeypatch.setattr(loaders, "current", lambda: ds)


def datasets(ds: Dataset) -> Iterator[Dataset]:
    """The dataset, and those cut from it to a day."""
    yield ds
    for value in ds.kept.values():
        if isinstance(value, Dataset):
            yield from datasets(value)


def worked_out(ds: Dataset) -> Counter:
    """How often each function had to work."""
    return sum((one.kept.computed for one in datasets(ds)), Counter())


@pytest.mark.parametrize(("page", "more"), VIEWS)
@pytest.mark.parametrize("day", [None, "31 December 2023"])
def test_a_rerun_works_nothing_out_again(page, more, day, ds, monkeypatch):
    at = open_page(page, authority=["York", "Leeds"], **more, **({"as_at": day} if day else {}))
    at.run()
    assert not at.exception
    before, frames = worked_out(ds), Counter()
    build = NDFrame.__init__

    def counted(self, *given, **named):
        frames[type(self).__name__] += 1
        build(self, *given, **named)

    monkeypatch.setattr(NDFrame, "__init__", counted)
    at.run()
    assert not at.exception
    assert worked_out(ds) - before == Counter()
    assert frames == Counter(), "a page only picks frames; who builds them keeps them"


def written(value: object) -> str:
    """A value as text, as far as a change of it would show."""
    match value:
        case pd.DataFrame() | pd.Series():
            return value.to_json(orient="split", date_format="iso", default_handler=str)
        case go.Figure():
            return value.to_json()
        case np.ndarray():
            return str(value.tolist())
        case dict():
            return str([(written(key), written(one)) for key, one in value.items()])
        case list() | tuple():
            return str([written(one) for one in value])
        case set() | frozenset():
            return str(sorted(map(written, value)))
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, Dataset):
            return written(vars(value))
        case _:
            return (
                f"{type(value).__name__} {value}" if isinstance(value, str | int | float | bytes | pd.Timestamp) else ""
            )


def test_no_page_changes_what_is_kept_nor_the_data(ds):
    def everything() -> list[str]:
        frames = [getattr(ds, name) for name in ds.frame_names()]
        return [written(value) for value in [*frames, *(kept for one in datasets(ds) for kept in one.kept.values())]]

    def open_all() -> None:
        for page, more in VIEWS:
            assert not open_page(page, authority=["York", "North Yorkshire"], **more).exception

    open_all()
    before = everything()
    open_all()
    assert everything() == before


def test_new_data_free_the_old_and_all_that_was_kept_of_them(ds, monkeypatch):
    now = [loaders.load(SAMPLE)]
    monkeypatch.setattr(loaders, "current", lambda: now[0])
    for page, more in VIEWS:
        open_page(page, authority="York", **more)
        open_page(page, authority="York", as_at="31 December 2023", **more)
    assert len(now[0].kept.values()) > 100
    old = weakref.ref(now[0])
    now[0] = ds
    open_page("about")  # Streamlit holds the names of the latest run
    gc.collect()
    assert old() is None
