"""Frames and a selection become frames and sentences that answer a question. Pure: no files, no streamlit, no plotly."""
