"""The minimal page again, with Dash: `python minimal_dash.py PORT`. Dash is no requirement of ours; `pip install dash` to compare."""

import sys

import pandas as pd
import plotly.express as px
from dash import Dash, Input, Output, dcc, html

GRADES = ["Best", "Second", "Third", "Worst"]

inspections = pd.DataFrame(
    [(f"Authority {a}", year, 1 + (a * 7 + year) % 4) for a in range(10) for year in range(2012, 2026, 3)],
    columns=["authority", "year", "rank"],
)
inspections["grade"] = [GRADES[rank - 1] for rank in inspections["rank"]]
names = list(inspections["authority"].unique())

app = Dash(title="Inspections")
app.layout = [
    html.H1("Inspections"),
    dcc.Dropdown(names, names[0], id="authority", clearable=False),
    dcc.Graph(id="over-time"),
    dcc.Graph(figure=px.histogram(inspections, x="year", color="grade")),
    dcc.Graph(figure=px.bar(inspections.groupby("grade", as_index=False).size(), x="grade", y="size")),
]


@app.callback(Output("over-time", "figure"), Input("authority", "value"))
def over_time(chosen):
    return px.scatter(inspections[inspections["authority"] == chosen], x="year", y="rank", color="grade")


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(sys.argv[1]))
