"""The parts of the page beside its charts: verdict, finding, notices, table, coverage.

It must not know how a chart is drawn, nor where on the page a part stands. Begin with `verdict`, then `finding` (the view
in one sentence), `notices` (what was not understood, left out or added up), `table` and `coverage_table`.
"""
