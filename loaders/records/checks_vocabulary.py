"""Whether the vocabulary makes sense: frameworks, the grade scale, themes, authorities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from . import vocabulary
from .problems import Problem, one_of
from .reading import Records, twice


def vocabulary_problems(records: Records) -> Iterator[Problem]:
    """Find ids that stand twice or lead nowhere, strands with two leading judgements, and fits without a reason."""
    frameworks: vocabulary.Frameworks = records.vocabulary["frameworks"]
    themes: vocabulary.Themes = records.vocabulary["themes"]
    origin = records.origins["frameworks"]
    scale = {grade.id for grade in frameworks.grade_scale}
    strands = {strand.id for strand in frameworks.strands}
    yield from twice(origin, "frameworks", [f.id for f in frameworks.frameworks])
    for i, framework in enumerate(frameworks.frameworks):
        yield from twice(origin, "judgements", [j.id for j in framework.judgements], ("frameworks", i))
        for printed, grade in framework.grades.items():
            if grade is not None and grade not in scale:
                yield origin.problem(("frameworks", i, "grades", printed), one_of(grade, scale, "a grade of the scale"))
        leaders = Counter(j.strand for j in framework.judgements if j.leads)
        for j, judgement in enumerate(framework.judgements):
            where = ("frameworks", i, "judgements", j)
            for strand in (judgement.strand, *judgement.also_covers):
                if strand not in strands:
                    yield origin.problem((*where, "strand"), one_of(strand, strands, "a strand"))
            if judgement.leads and leaders[judgement.strand] > 1:
                yield origin.problem(
                    (*where, "leads"), f"{leaders[judgement.strand]} judgements lead the strand {judgement.strand!r}. Let one lead."
                )
            if judgement.fit != "same" and not judgement.why:
                yield origin.problem((*where, "why"), f"is missing. Say why the fit is {judgement.fit!r}.")
    origin = records.origins["themes"]
    yield from twice(origin, "themes", [theme.id for theme in themes.themes])
    for i, theme in enumerate(themes.themes):
        if theme.group not in themes.groups:
            yield origin.problem(("themes", i, "group"), one_of(theme.group, themes.groups, "a group"))
    authorities = records.vocabulary["authorities"].authorities
    yield from twice(records.origins["authorities"], "authorities", [a.id for a in authorities])
