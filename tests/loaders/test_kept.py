"""What is kept with a dataset: worked out once, bounded, and freed with it."""

import gc
import threading
import time
import weakref

import pandas as pd
import pytest

from loaders import as_known, kept, load
from tests.builders import SAMPLE


@pytest.fixture
def ds():
    return load(SAMPLE)


def test_the_same_question_is_worked_out_once(ds):
    asked = []

    @kept
    def answer(ds, words, most=1):
        asked.append((words, most))
        return [words]

    assert answer(ds, "a") is answer(ds, "a")
    assert answer(ds, "a", most=2) is not answer(ds, "a")
    assert asked == [("a", 1), ("a", 2)]
    assert sum(ds.kept.computed.values()) == 2


def test_frames_are_known_by_identity_and_lists_by_what_they_hold(ds):
    @kept
    def rows(ds, frame, names):
        return [len(frame), *names]

    frame = pd.DataFrame({"a": [1, 2]})
    assert rows(ds, frame, ["x"]) is rows(ds, frame, ["x"])
    assert rows(ds, frame.copy(), ["x"]) is not rows(ds, frame, ["x"])


def test_the_oldest_answer_goes_first(ds):
    asked = []

    @kept(most=2)
    def answer(ds, number):
        asked.append(number)
        return number

    for number in (1, 2, 3, 3, 2, 1):
        answer(ds, number)
    assert asked == [1, 2, 3, 1]
    assert len(ds.kept.values()) == 2


def test_what_fails_is_not_kept(ds):
    asked = []

    @kept
    def answer(ds):
        asked.append(1)
        raise ValueError("not now")

    for _ in range(2):
        with pytest.raises(ValueError, match="not now"):
            answer(ds)
    assert len(asked) == 2


def test_threads_that_ask_at_once_work_it_out_once_and_nobody_waits_for_what_is_kept(ds):
    started, done, asked = threading.Event(), threading.Event(), []

    @kept
    def slow(ds):
        asked.append(1)
        started.set()
        done.wait(10)
        return "slow"

    @kept
    def quick(ds):
        return "quick"

    quick(ds)
    threads = [threading.Thread(target=slow, args=(ds,)) for _ in range(3)]
    for thread in threads:
        thread.start()
    started.wait(10)
    before = time.monotonic()
    assert quick(ds) == "quick"
    assert time.monotonic() - before < 5
    done.set()
    for thread in threads:
        thread.join()
    assert len(asked) == 1


def test_a_day_has_answers_of_its_own_and_both_go_without_the_help_of_the_collector():
    ds = load(SAMPLE)
    cut = as_known(ds, pd.Timestamp("2023-12-31"))
    assert as_known(ds, pd.Timestamp("2023-12-31")) is cut
    assert as_known(ds, ds.as_at) is ds
    assert cut.kept is not ds.kept
    gone = weakref.ref(ds), weakref.ref(cut)
    gc.disable()
    try:
        del ds, cut
        assert [one() for one in gone] == [None, None]
    finally:
        gc.enable()
