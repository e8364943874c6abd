"""Whether the vocabulary makes sense: frameworks, the grade scale, themes, authorities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from . import vocabulary
from .contents import Records, twice
from .problems import Problem, one_of


def vocabulary_problems(records: Records) -> Iterator[Problem]:
    """Find ids that stand twice or lead nowhere, strands with two leading judgements, and fits without a reason."""
    frameworks: vocabulary.Frameworks = records.vocabulary["frameworks"]
    for framework in frameworks.frameworks:
        yield from _framework(framework, records)
    themes: vocabulary.Themes = records.vocabulary["themes"]
    origin = records.origins["themes"]
    yield from twice(origin, "themes", [theme.id for theme in themes.themes])
    for i, theme in enumerate(themes.themes):
        if theme.group not in themes.groups:
            yield origin.problem(("themes", i, "group"), one_of(theme.group, themes.groups, "a group"))
    yield from _authorities(records.vocabulary["authorities"], records)


def _authorities(known: vocabulary.Authorities, records: Records) -> Iterator[Problem]:
    origin = records.origins["authorities"]
    ids = [authority.id for authority in known.authorities]
    yield from twice(origin, "authorities", ids, key="authority")
    for i, authority in enumerate(known.authorities):
        for successor in authority.successors:
            if successor not in ids:
                yield origin.problem(
                    ("authorities", i, "successors"), one_of(successor, ids, "an authority of this file")
                )
    for i, row in enumerate(known.neighbours):
        for column, name in (("authority", row.authority), ("neighbour", row.neighbour)):
            if name not in ids:
                where = ("neighbours", i, column)
                yield records.origins["neighbours"].problem(where, one_of(name, ids, "an authority of authorities.csv"))


def _framework(framework: vocabulary.Framework, records: Records) -> Iterator[Problem]:
    origin = records.origins[f"frameworks/{framework.id}"]
    scale = {grade.id for grade in records.vocabulary["scale"].grades}
    known = {other.id for other in records.vocabulary["frameworks"].frameworks}
    if framework.part_of and framework.part_of not in known:
        yield origin.problem(("part_of",), one_of(framework.part_of, known, "a framework"))
    for printed, grade in framework.grades.items():
        if grade is not None and grade not in scale:
            yield origin.problem(("grades", printed), one_of(grade, scale, "a grade of the scale"))
    yield from twice(origin, "sets", [one.id for one in framework.sets])
    yield from twice(origin, "judgements", [judgement.id for judgement in framework.judgements])
    if framework.judgements and not framework.grades:
        yield origin.problem(
            ("grades",), "is empty, but there are judgements. Give the grade words that reports print."
        )
    leaders = Counter(judgement.strand for judgement in framework.judgements if judgement.leads)
    for j, judgement in enumerate(framework.judgements):
        yield from _judgement(framework, judgement, ("judgements", j), records)
        if judgement.leads and leaders[judgement.strand] > 1:
            message = f"{leaders[judgement.strand]} judgements lead the strand {judgement.strand!r}. Let one lead."
            yield origin.problem(("judgements", j, "leads"), message)


def _judgement(
    framework: vocabulary.Framework, judgement: vocabulary.Judgement, where: tuple, records: Records
) -> Iterator[Problem]:
    origin = records.origins[f"frameworks/{framework.id}"]
    strands = {strand.id for strand in records.vocabulary["scale"].strands}
    for strand in (judgement.strand, *judgement.also_covers):
        if strand not in strands:
            yield origin.problem((*where, "strand"), one_of(strand, strands, "a strand"))
    sets = [one.id for one in framework.sets]
    if judgement.set is not None and judgement.set not in sets:
        yield origin.problem((*where, "set"), one_of(judgement.set, sets, "a set of this framework"))
    if judgement.fit != "same" and not judgement.why:
        yield origin.problem((*where, "why"), f"is missing. Say why the fit is {judgement.fit!r}.")
