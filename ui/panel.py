"""The one panel in which every exhibit stands: heading, figure, sentence, table, downloads, source and date."""

from __future__ import annotations

import streamlit as st

from analysis import wording
from exhibits import Exhibit
from exports.tables import csv_bytes
from ui.html import table

CONFIG = {
    "displaylogo": False,
    "modeBarButtonsToRemove": ["zoom2d", "pan2d", "select2d", "lasso2d", "zoomIn2d", "zoomOut2d", "autoScale2d", "resetScale2d"],
    "toImageButtonOptions": {"format": "svg"},
}


def show(exhibit: Exhibit, table_open: bool = False) -> None:
    """Draw an exhibit."""
    with st.container(border=True):
        st.subheader(exhibit.title, anchor=False)
        st.markdown(f"**{exhibit.voice}.** {exhibit.sentence}")
        if exhibit.figure is not None:
            st.plotly_chart(
                exhibit.figure,
                theme=None,
                alt=exhibit.alt,
                key=f"chart-{exhibit.name}",
                config=CONFIG | {"toImageButtonOptions": {"format": "svg", "filename": exhibit.name}},
            )
            if exhibit.key:
                st.caption(exhibit.key)
        if len(exhibit.table):
            with st.expander("The table behind this chart", expanded=table_open):
                st.html(table(exhibit.table, exhibit.title))
            st.download_button(
                "Download the table (CSV)",
                data=lambda: csv_bytes(exhibit.table),
                file_name=f"{exhibit.name}.csv",
                mime="text/csv",
                on_click="ignore",
                key=f"csv-{exhibit.name}",
            )
        st.caption(f"Source: {'; '.join(exhibit.sources) or 'none held'}. Data as at {wording.day(exhibit.as_at)}.")
