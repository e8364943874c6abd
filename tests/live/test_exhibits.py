"""Every exhibit is whole, whatever is held."""

import inspect

import pytest

from analysis.selection import Selection
from tests.examples import example
from tests.exhibits.whole import whole
from tests.test_docstrings import FUNCTIONS

DRAWN = {
    name: function
    for name, function in FUNCTIONS.items()
    if name.startswith("exhibits.") and "Exhibit" in str(inspect.signature(function).return_annotation)
}


@pytest.mark.parametrize("name", DRAWN)
def test_an_exhibit_is_whole(ds, renewed, name):
    for authority in renewed:
        given = example(DRAWN[name], ds)
        if "selection" in given:
            given["selection"] = Selection(authorities=(authority,))
        exhibit = DRAWN[name](*given.values())
        if exhibit is not None:
            whole(ds, exhibit)
