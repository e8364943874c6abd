"""What was worked out from one dataset, once: answers, exhibits and files, kept with the dataset and freed with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable
from functools import partial, wraps
from threading import RLock
from typing import Any, TypeVar

import pandas as pd

T = TypeVar("T")

MOST = 400
"""Answers of one function that are kept: more than there are authorities. The oldest goes first."""


class Kept:
    """The answers of one dataset, by function and arguments. Whatever is kept is never changed.

    ``computed``: how often each function had to work, by its name.
    """

    def __init__(self) -> None:
        self.computed: Counter[str] = Counter()
        self._answers: dict[Callable[..., Any], dict[Hashable, Any]] = {}
        self._working = RLock()

    def answer(self, work: Callable[[], T], function: Callable[..., T], key: Hashable, most: int) -> T:
        """Return the answer to a key; do the work only if it is not kept.

        A reader of what is kept never waits. Those who need work done wait for each other: two threads would not be
        faster at it than one, and what both need is worked out once.
        """
        try:
            return self._answers[function][key]
        except KeyError:
            pass
        with self._working:
            answers = self._answers.setdefault(function, {})
            if key not in answers:
                answer = work()
                self.computed[function.__qualname__] += 1
                while len(answers) >= most:
                    del answers[next(iter(answers))]
                answers[key] = answer
            return answers[key]

    def values(self) -> list[Any]:
        """Return everything that is kept now."""
        return [answer for answers in list(self._answers.values()) for answer in list(answers.values())]


def kept(function: Callable[..., T] | None = None, *, most: int = MOST) -> Any:
    """Keep what a function answers, with the dataset that is its first argument.

    For pure functions: all that the answer depends on are the dataset and the other arguments. Frames, series and
    dictionaries among them are known by their identity, so they should be kept too; lists by what they hold. Nobody may
    change what such a function returns.
    """
    if function is None:
        return partial(kept, most=most)

    @wraps(function)
    def answer(ds: Any, *given: Any, **named: Any) -> T:
        key = (*map(_known, given), *((name, _known(value)) for name, value in named.items()))
        return ds.kept.answer(lambda: function(ds, *given, **named), function, key, most)

    return answer


def _known(argument: Any) -> Hashable:
    """What an argument is known by."""
    if isinstance(argument, pd.DataFrame | pd.Series | dict):
        return _Same(argument)
    return tuple(argument) if isinstance(argument, list) else argument


class _Same:
    """One value as a key. It holds the value, so that no other can get its identity."""

    def __init__(self, value: object) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.value is other.value
