"""``docs/suggested-themes.md``: how themes are suggested and how often that is right, written by the machine."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..data_folder import DATA
from ..records import reading as records
from . import suggest
from .suggestion_quality import Case, Score, cases, printed_words, short_words, two_readers

DOCUMENT = DATA.parent / "docs" / "suggested-themes.md"
SOURCES = [DATA.parent.parent / "shared" / "sources", DATA.parent.parent / "shared" / "reports"]

_INTRODUCTION = """# Suggested themes

This page is written by `python -m loaders suggestions --write`; a test holds it to the data.

{rules}

The words stand in `data/theme_words.yaml`. Each suggestion shows the phrase that led to it.

## How far to trust them

Measured against the recommendations coded by hand here, each read twice and settled. A theme is right where the
record holds it too, primary or not. Precision is the share of suggested themes that are right, recall the share of
coded themes that are suggested, F1 their harmonic mean; all three add up themes over recommendations (micro average).

**What was held out.** The words come from the codebook's definitions and from recommendations in 129 reports of other
authorities. No recommendation of the inspections below was read to choose a word, so each of them is measured as one
left out. Three things make the figures kinder than a stranger's would be: the codebook was written with these reports
in view; the rules of this dashboard, known to whoever chose the words, name the matter of some recommendations; and
after a first measurement (F1 0.815 on the records' words, primary themes 0.667) the lists were changed once more, from
the codebook's rules and the other authorities' reports alone. The numbers are small: read a percentage as give or take
eight points for all themes together, and a theme's row as a hint only.
"""

_HEADINGS = ("themes", "coded", "suggested", "right", "precision", "recall", "F1")


def document(read: records.Records, folders: list[Path]) -> str:
    """The whole page. The sources of every coded inspection must lie in ``folders``."""
    return from_records(read) + from_reports(read, folders)


def from_records(read: records.Records) -> str:
    """The part of the page that needs no source document."""
    found = cases(read, short_words)
    blocks = [
        _INTRODUCTION.format(rules=suggest.__doc__.strip()).replace("``", "`"),
        f"## On the words of the records\n\nQuote and summary of {len(found)} recommendations.\n",
        _overall(found),
        "Two careful readers, before they met (the second measured by the first):\n",
        _table(_HEADINGS, [(name, *_cells(score)) for name, score in zip(("all", "primary"), two_readers(read), strict=True)]),
        "How sure, and how often right:\n",
        _by_certainty(found),
        "Inspection by inspection, all themes:\n",
        _by_inspection(found),
        "Theme by theme:\n",
        _by_theme(found, read),
    ]
    return "\n".join(blocks)


def from_reports(read: records.Records, folders: list[Path]) -> str:
    """The part of the page that is measured on the recommendations as printed."""
    found = cases(read, printed_words(folders))
    blocks = [
        f"\n## On the words as printed\n\nThe whole of {len(found)} recommendations, as the reports print them. This is what a draft of a new\nreport is given.\n",
        _overall(found),
        "How sure, and how often right:\n",
        _by_certainty(found),
        "Inspection by inspection, all themes:\n",
        _by_inspection(found),
    ]
    return "\n".join(blocks)


def _overall(found: list[Case]) -> str:
    hit = sum(bool(case.primary & case.suggested_primary) for case in found)
    rows = [("all", *_cells(Score.of(case.all_themes for case in found)))]
    rows += [("primary", *_cells(Score.of(case.primary_themes for case in found)))]
    return f"{_table(_HEADINGS, rows)}\nAt least one primary theme is right in {hit} of {len(found)} recommendations.\n"


def _by_certainty(found: list[Case]) -> str:
    scores = {name: Score.of((case.coded, case.suggested([name])) for case in found) for name in suggest.CERTAINTIES}
    rows = [(name, score.suggested, score.right, _share(score.precision)) for name, score in scores.items()]
    return _table(("how sure", "suggested", "right", "precision"), rows)


def _by_inspection(found: list[Case]) -> str:
    names = sorted({case.inspection for case in found})
    scores = [(name, Score.of(case.all_themes for case in found if case.inspection == name)) for name in names]
    return _table(("inspection", *_HEADINGS[1:]), [(f"`{name}`", *_cells(score)) for name, score in scores])


def _by_theme(found: list[Case], read: records.Records) -> str:
    rows, silent = [], []
    for theme in read.vocabulary["themes"].themes:
        only = frozenset([theme.id])
        score = Score.of((coded & only, suggested & only) for coded, suggested in (case.all_themes for case in found))
        if score.coded or score.suggested:
            rows.append((theme.label, *_cells(score)[:-1]))
        else:
            silent.append(theme.label)
    rest = f"\nNever coded nor suggested here, so not measured: {'; '.join(silent)}.\n" if silent else ""
    return _table(("theme", *_HEADINGS[1:-1]), rows) + rest


def _cells(score: Score) -> tuple:
    return score.coded, score.suggested, score.right, *map(_share, (score.precision, score.recall, score.f1))


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _table(headings: Iterable[str], rows: Iterable[tuple]) -> str:
    lines = [tuple(headings), *rows]
    marks = "|".join("---" if i == 0 else "---:" for i in range(len(lines[0])))
    printed = ["| " + " | ".join(map(str, line)) + " |" for line in lines]
    return "\n".join([printed[0], f"|{marks}|", *printed[1:]]) + "\n"
