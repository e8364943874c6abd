"""The page that others are measured against: what a beginner writes with Streamlit, three plotly charts and one filter."""

import pandas as pd
import plotly.express as px
import streamlit as st

GRADES = ["Best", "Second", "Third", "Worst"]

inspections = pd.DataFrame(
    [(f"Authority {a}", year, 1 + (a * 7 + year) % 4) for a in range(10) for year in range(2012, 2026, 3)],
    columns=["authority", "year", "rank"],
)
inspections["grade"] = [GRADES[rank - 1] for rank in inspections["rank"]]

st.title("Inspections")
chosen = st.selectbox("Authority", inspections["authority"].unique())
mine = inspections[inspections["authority"] == chosen]
st.plotly_chart(px.scatter(mine, x="year", y="rank", color="grade"), key="over-time")
st.plotly_chart(px.histogram(inspections, x="year", color="grade"), key="by-year")
st.plotly_chart(px.bar(inspections.groupby("grade", as_index=False).size(), x="grade", y="size"), key="by-grade")
