"""A page as one writes it with Dash and Plotly Express: a metric, bars by pairing, lines over time."""

import os

import pandas as pd
import plotly.express as px
from dash import Dash, Input, Output, dcc, html


def plain_dash(frame: pd.DataFrame) -> Dash:
    app = Dash(__name__)
    options = sorted(frame["metric"].unique())
    app.layout = html.Div([dcc.Dropdown(options, "funds", id="metric"), dcc.Graph(id="bars"), dcc.Graph(id="lines")])

    @app.callback(Output("bars", "figure"), Output("lines", "figure"), Input("metric", "value"))
    def show(metric: str) -> tuple[object, object]:
        rows = frame[(frame["metric"] == metric) & (frame["status"] == "reported")]
        first = rows.drop_duplicates("pairing").head(10)
        lines = rows[rows["pairing"].isin(first["pairing"])].sort_values("period_end")
        return px.bar(first, x="value", y="pairing", title=metric), px.line(lines, x="period_end", y="value", color="pairing", title=metric)

    return app


if __name__ == "__main__":
    figures = pd.read_csv(os.environ["DATA"], parse_dates=["period_end"])
    plain_dash(figures[figures["pairing"].isin(os.environ["PAIRINGS"].split("~"))]).run(port=int(os.environ["PORT"]))
