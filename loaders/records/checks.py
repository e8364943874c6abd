"""Whether a record makes sense: beside the vocabulary, beside the other records, and within itself.

Each check says what was found and what to do. An ``error`` keeps the record out; a ``warning`` is only reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from . import schema, vocabulary
from .checks_codings import coding_problems
from .checks_days import day_problems
from .checks_identity import Words, identity_problems
from .checks_plans import plan_problems
from .checks_vocabulary import vocabulary_problems
from .contents import Origin, Records, twice
from .problems import Problem, at_most, one_of


def check(records: Records) -> Records:
    """Add the problems of every record to ``records.problems`` and drop the records that have errors."""
    if not records.complete_vocabulary:
        records.problems.append(
            Problem(
                "data",
                1,
                "",
                "collection.yaml, frameworks/, scale.yaml, themes.yaml or authorities.csv could not be read, so no record can be understood. Mend it first.",
            )
        )
        records.inspections.clear()
        records.plans.clear()
        records.codings.clear()
        return records
    words = Words(records)
    records.problems += vocabulary_problems(records)
    for record_id, inspection in list(records.inspections.items()):
        found = at_most(inspection_problems(record_id, inspection, records, words))
        _keep(records, records.inspections, record_id, found)
    for record_id in list(records.codings):
        records.problems += at_most(coding_problems(record_id, records))
        if record_id not in records.inspections:
            del records.codings[record_id]
    for record_id, plan in list(records.plans.items()):
        found = at_most(plan_problems(record_id, plan, records))
        _keep(records, records.plans, record_id, found)
    return records


def _keep(records: Records, models: dict, record_id: str, found: list[Problem]) -> None:
    records.problems += found
    if any(problem.severity == "error" for problem in found):
        del models[record_id]


def inspection_problems(record_id: str, record: schema.Inspection, records: Records, words: Words) -> Iterator[Problem]:
    """What makes no sense in one record."""
    origin = records.origins[record_id]
    framework = words.frameworks.get(record.framework)
    yield from identity_problems(record_id, record, origin, words)
    if framework is None:
        yield origin.problem(("framework",), one_of(record.framework, words.frameworks, "a framework"))
        return
    yield from day_problems(record, framework, origin, words.book)
    yield from _grades(record, framework, origin)
    yield from _depth(record, framework, origin)
    yield from _readings(record_id, record, records)
    yield from _paragraphs(record, origin)
    yield from _findings(record_id, record, records, words)
    yield from _recommendations(record_id, record, framework, records, words)
    for i, group in enumerate(record.focus):
        if group not in words.groups:
            yield origin.problem(("focus", i), one_of(group, words.groups, "a group of themes"))
    if record.focus and framework.judgements:
        yield origin.problem(("focus",), "is for visits only. A full inspection looks at everything.")


def _grades(record: schema.Inspection, framework: vocabulary.Framework, origin: Origin) -> Iterator[Problem]:
    known = {judgement.id for judgement in framework.judgements}
    for judgement, grade in record.grades.items():
        where = ("grades", judgement)
        if judgement not in known:
            yield origin.problem(
                where,
                one_of(judgement, known, f"a judgement of {framework.id}")
                if known
                else f"{framework.label} gives no grades. Take it out.",
            )
        elif grade.as_published not in framework.grades:
            yield origin.problem(where, one_of(grade.as_published, framework.grades, "a grade of this framework"))
    due = {judgement.id for judgement in framework.judgements if record.variant not in judgement.not_in}
    missing = due - set(record.grades) - set(record.not_given)
    told = record.depth != schema.Depth.LISTED and record.start.precision != "published"
    if told and missing:
        yield origin.problem(
            ("grades",), f"has no {', '.join(sorted(missing))}. Give each judgement of {framework.id} as published."
        )


def _depth(record: schema.Inspection, framework: vocabulary.Framework, origin: Origin) -> Iterator[Problem]:
    if record.depth == schema.Depth.LISTED:
        for name in ("grades", "recommendations", "findings"):
            if getattr(record, name):
                yield origin.problem(
                    (name,),
                    "a listed inspection has no source here, so it has none of these. Use depth outcome or coded.",
                )
    elif record.source.file is None and record.source.url is None:
        yield origin.problem(
            ("source",),
            f"names no file and no address, but the depth is {record.depth.value}. Say where the facts stand.",
        )
    if record.depth == schema.Depth.CODED and not record.findings:
        yield origin.problem(
            ("findings",), "is empty, but the depth is coded. Code each numbered paragraph, or use depth outcome."
        )
    whole = record.depth == schema.Depth.RECOMMENDATIONS
    if whole and record.findings:
        yield origin.problem(
            ("findings",),
            "is not empty, but the depth is recommendations. Take the findings out, or code every paragraph and use depth coded.",
        )
    said = record.counts.recommendations
    if said is None and whole:
        yield origin.problem(
            ("counts", "recommendations"),
            "is missing. Say how many the report makes, so that it shows whether each one was read.",
        )
    elif said is not None and (record.recommendations or whole):
        held = sum(1 for r in record.recommendations if framework.asks_the_authority(r.set))
        if held != said:
            yield origin.problem(
                ("counts", "recommendations"), f"found {said}, but {held} recommendations are recorded."
            )


READ = (schema.Depth.CODED, schema.Depth.RECOMMENDATIONS)
"""Depths whose themes somebody read and gave."""


def _readings(record_id: str, record: schema.Inspection, records: Records) -> Iterator[Problem]:
    """Whether a record says on how many readings its codes rest, and as many are kept."""
    origin, kept = records.origins[record_id], f"codings/{record_id}" in records.origins
    settled = [row for row in records.codings.get(record_id, []) if row.settled_by_two]
    if record.depth in READ and record.readings is None:
        yield origin.problem(
            ("readings",),
            f"is missing. Say on how many readings the themes rest: 1 or 2, as the depth is {record.depth.value}.",
        )
    elif record.depth not in READ and record.readings is not None:
        said = f"found {record.readings}, but nothing is coded at depth {record.depth.value}. Take it out."
        yield origin.problem(("readings",), said)
    elif record.readings == 2 and not kept:
        yield origin.problem(
            ("readings",), f"found 2, but there are no readings in codings/{record_id}. Add both, or say 1."
        )
    elif record.readings == 1 and settled:
        yield origin.problem(("readings",), f"found 1, but two readings are settled in codings/{record_id}. Say 2.")


def _paragraphs(record: schema.Inspection, origin: Origin) -> Iterator[Problem]:
    """Numbered paragraphs that a record read whole leaves out, and no note speaks of."""
    count = record.counts.numbered_paragraphs
    if record.depth is not schema.Depth.CODED or not count or any("aragraph" in note.text for note in record.notes):
        return
    held = {f.paragraph for f in record.findings} | {r.paragraph for r in record.recommendations}
    numbers = {int(paragraph) for paragraph in held if paragraph and paragraph.isdigit()}
    if len(numbers) < count:  # a report may leave out a number itself
        missing = sorted(set(range(1, max(count, *numbers) + 1)) - numbers)
        which = f"{', '.join(map(str, missing[:5]))}{f' and {len(missing) - 5} more' if len(missing) > 5 else ''}"
        said = f"found {count}, but {len(numbers)} are held: there is no finding of {which}. Read it too, or say in a note why not."
        yield origin.problem(("counts", "numbered_paragraphs"), said, "warning")


def _findings(record_id: str, record: schema.Inspection, records: Records, words: Words) -> Iterator[Problem]:
    origin = records.origins[record_id]
    yield from twice(origin, "findings", [f.paragraph for f in record.findings], key="paragraph")
    recommendations = {r.id for r in record.recommendations}
    for i, finding in enumerate(record.findings):
        for theme in finding.codes:
            if theme not in words.themes:
                found = one_of(theme, words.themes, "a theme of the codebook")
                yield origin.problem(("findings", i, "codes", theme), found)
        for k, name in enumerate(finding.supports):
            if name not in recommendations:
                found = one_of(name, recommendations, "a recommendation of this inspection")
                yield origin.problem(("findings", i, "supports", k), found)
        for k, link in enumerate(finding.speaks_to):
            yield from _link(record_id, record, link, records, ("findings", i, "speaks_to", k))
        if finding.paragraph.startswith("H") and not finding.is_summary:
            yield origin.problem(
                ("findings", i, "is_summary"), "a headline paragraph repeats what follows. Set is_summary: true."
            )


def _recommendations(
    record_id: str, record: schema.Inspection, framework: vocabulary.Framework, records: Records, words: Words
) -> Iterator[Problem]:
    origin = records.origins[record_id]
    yield from twice(origin, "recommendations", [r.id for r in record.recommendations])
    sets = [one.id for one in framework.sets]
    for i, recommendation in enumerate(record.recommendations):
        if recommendation.set is not None and recommendation.set not in sets:
            yield origin.problem(
                ("recommendations", i, "set"), one_of(recommendation.set, sets, f"a set of {framework.id}")
            )
        themes = recommendation.themes
        for name, values in (("primary", themes.primary), ("other", themes.other)):
            for k, theme in enumerate(values):
                if theme not in words.themes:
                    yield origin.problem(
                        ("recommendations", i, "themes", name, k),
                        one_of(theme, words.themes, "a theme of the codebook"),
                    )
        if len(set(themes.primary)) < len(themes.primary):
            yield origin.problem(("recommendations", i, "themes", "primary"), "names a theme twice. Keep one.")
        for theme in set(themes.primary) & set(themes.other):
            yield origin.problem(
                ("recommendations", i, "themes"), f"found {theme!r} as primary and as other. Keep one."
            )
        for k, link in enumerate(recommendation.returns_to):
            yield from _link(record_id, record, link, records, ("recommendations", i, "returns_to", k))


def _link(
    record_id: str, record: schema.Inspection, link: schema.ReturnsTo | schema.SpeaksTo, records: Records, where: tuple
) -> Iterator[Problem]:
    """Whether a link leads back in time, to a recommendation of the same authority."""
    origin = records.origins[record_id]
    if link.inspection not in records.inspection_ids:
        yield origin.problem(
            (*where, "inspection"),
            one_of(link.inspection, sorted(records.inspection_ids), "an inspection of this data"),
        )
        return
    if link.inspection.split("/")[0] != record_id.split("/")[0]:
        yield origin.problem(
            (*where, "inspection"),
            f"found {link.inspection!r}, of another authority. A link leads back to one of its own.",
        )
    earlier = records.inspections.get(link.inspection)
    if earlier is None:
        return
    if earlier.published and earlier.published.first >= record.start.first:
        yield origin.problem(
            (*where, "inspection"),
            f"{link.inspection} was published after this inspection began. A link goes back in time.",
        )
    known = {r.id for r in earlier.recommendations}
    if earlier.recommendations and link.recommendation not in known:
        yield origin.problem(
            (*where, "recommendation"), one_of(link.recommendation, known, f"a recommendation of {link.inspection}")
        )
