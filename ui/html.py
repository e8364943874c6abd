"""Real HTML tables: a caption, headers with scope, a region that scrolls and takes the focus."""

from __future__ import annotations

from html import escape

import pandas as pd


def table(frame: pd.DataFrame, caption: str) -> str:
    """A frame as an accessible table. The first column heads its row."""
    head = "".join(f'<th scope="col">{escape(str(name))}</th>' for name in frame.columns)
    rows = "".join(_row(row) for row in frame.itertuples(index=False))
    return f'<div class="table-region" role="region" tabindex="0" aria-label="{escape(caption)}"><table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


def _row(row: tuple) -> str:
    first, *others = ("" if pd.isna(value) else escape(str(value)) for value in row)
    return f'<tr><th scope="row">{first}</th>' + "".join(f"<td>{value}</td>" for value in others) + "</tr>"
