"""Whether the days of a record make sense beside each other, beside its framework, and beside what it says of its source."""

from __future__ import annotations

from collections.abc import Iterator

from . import schema, vocabulary
from .contents import Origin
from .problems import Problem


def day_problems(
    record: schema.Inspection, framework: vocabulary.Framework, origin: Origin, book: vocabulary.Frameworks
) -> Iterator[Problem]:
    """What makes no sense in the days of one record. ``book``: all frameworks."""
    start = record.start.first
    for name, later in (("end", record.end), ("published", record.published)):
        if later and later.last < start:
            yield origin.problem((name,), f"found {later}, before the start on {record.start}. Mend one of the two.")
    if (
        record.end
        and record.published
        and "day" == record.end.precision == record.published.precision
        and record.published.first < record.end.first
    ):
        yield origin.problem(
            ("published",), f"found {record.published}, before the end on {record.end}. Mend one of the two."
        )
    if record.start.precision != "published" and not framework.in_force(start):
        yield origin.problem(
            ("framework",),
            f"found {framework.id!r}, which was not in force on {record.start}. The day the inspection began decides the framework.",
            "error" if len(book.versions(framework.kind)) > 1 else "warning",
        )
    for i, name in enumerate(record.not_printed):
        if getattr(record, name) is None:
            yield origin.problem(("not_printed", i), f"found {name!r}, but the record gives no such day. Take it out.")
    if record.not_printed and not record.notes:
        yield origin.problem(
            ("not_printed",), "needs a note that says from where each of these days is known. Write it under notes."
        )
