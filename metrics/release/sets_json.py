"""The sets of a metric as JSON, for analysts: which figures compare, what they share, and how well."""

import json

from ..catalog.catalog import Catalog
from ..comparing.comparability import verdict
from ..comparing.sets import sets
from ..entries.vocabulary import Metric
from ..reckoning.derived import derive_rows
from ..selecting.profile import rows_of
from .extract import head


def sets_json(metric: Metric, by: str, catalog: Catalog, site: str = "") -> bytes:
    """Every set of a metric, the largest first. `by`: a derivation, empty for figures as printed."""
    rows, _ = derive_rows(rows_of("metric", metric.id, catalog), by, catalog)
    by_label = {row.Index: row for row in rows}
    records = [
        {
            "anchor": one.anchor,
            "figures": one.figures,
            "pairings": one.pairings,
            "shared": one.shared,
            "starts": one.starts,
            "ends": one.ends,
            "level": verdict([by_label[label] for label in one.rows]).level,
            "address": f"{site}/?metric={metric.id}{f'&by={by}' if by else ''}&like={one.anchor}",
        }
        for one in sets(rows)
    ]
    content = {"metadata": head(catalog, f"{site}/?metric={metric.id}"), "metric": metric.id, "by": by or None, "sets": records}
    return f"{json.dumps(content, ensure_ascii=False, indent=1)}\n".encode()
