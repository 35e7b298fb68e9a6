"""The same page with Vizro, as its documentation has it; run in an environment of its own (`requirements.txt` beside this file)."""

import os

import pandas as pd
import vizro.models as vm
import vizro.plotly.express as px
from vizro import Vizro

frame = pd.read_csv(os.environ["DATA"], parse_dates=["period_end"])
page = vm.Page(
    title="Figures",
    components=[
        vm.Graph(figure=px.bar(frame, x="value", y="pairing")),
        vm.Graph(figure=px.line(frame, x="period_end", y="value", color="pairing")),
    ],
    controls=[vm.Filter(column="metric", selector=vm.Dropdown(multi=False, value="funds"))],
)

if __name__ == "__main__":
    Vizro().build(vm.Dashboard(pages=[page])).run(port=int(os.environ["PORT"]))
