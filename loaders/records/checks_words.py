"""Whether the word lists of the themes, and what they suggest, make sense beside the codebook."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..reports.phrases import Language, Step
from . import schema, vocabulary
from .problems import Problem, one_of
from .reading import Origin, Records, twice


def word_problems(records: Records) -> Iterator[Problem]:
    """Unknown and missing themes, and phrases that stand twice. Nothing where the file did not load."""
    lists: vocabulary.ThemeWordLists | None = records.vocabulary.get("theme_words")
    if lists is None:
        return
    origin = records.origins["theme_words"]
    known = [theme.id for theme in records.vocabulary["themes"].themes]
    yield from twice(origin, "themes", [entry.theme for entry in lists.themes], key="theme")
    for i, entry in enumerate(lists.themes):
        for where, theme in [(("theme",), entry.theme), *((("includes", k), theme) for k, theme in enumerate(entry.includes))]:
            if theme not in known:
                yield origin.problem(("themes", i, *where), one_of(theme, known, "a theme of the codebook"))
    for theme in known:
        if theme not in {entry.theme for entry in lists.themes}:
            yield origin.problem(("themes",), f"holds no words for {theme!r}. Add them, or it is never suggested.", "warning")
    yield from _repeated(lists, origin)


def suggestion_problems(record: schema.Inspection, origin: Origin, themes: Collection[str]) -> Iterator[Problem]:
    """Suggestions of unknown themes, and suggestions beside recommendations that a person has coded."""
    if record.suggested_themes and record.recommendations:
        yield origin.problem(("suggested_themes",), "stands beside coded recommendations. Take the suggestions out.")
    for name, suggested in record.suggested_themes.items():
        for k, theme in enumerate(suggested):
            if theme not in themes:
                yield origin.problem(("suggested_themes", name, k), one_of(theme, themes, "a theme of the codebook"))


def _repeated(lists: vocabulary.ThemeWordLists, origin: Origin) -> Iterator[Problem]:
    """A phrase counts once, and a word stands for all its forms: two forms of one phrase are the same phrase."""
    language = Language(lists.alike)
    first: dict[tuple[Step, ...], str] = {language.steps(phrase): f"{phrase!r} of set_aside" for phrase in lists.set_aside}
    for i, entry in enumerate(lists.themes):
        for kind in ("names", "hints", "otherwise"):
            for k, phrase in enumerate(getattr(entry, kind)):
                steps = language.steps(phrase)
                if steps in first:
                    yield origin.problem(("themes", i, kind, k), f"found {phrase!r}, the same phrase as {first[steps]}. Keep one.")
                first.setdefault(steps, f"{phrase!r} of {entry.theme!r}")
