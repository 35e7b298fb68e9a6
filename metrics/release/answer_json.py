"""An answer -> JSON: everything that is true of a view, for programs. Figures are named by id; `/data.json` has their rows."""

import json
from dataclasses import asdict
from typing import Any

from ..catalog.catalog import Catalog
from ..comparing.comparability import Reason
from ..comparing.standing import Panel
from ..comparing.summary import Summary
from ..reckoning.consistency import Finding
from ..reckoning.sums import Refusal, Sum
from ..selecting.answer import Answer
from ..words import Bilingual
from .extract import filters, head


def answer_json(answer: Answer, catalog: Catalog, site: str = "") -> bytes:
    """One object; texts are in both languages, bounds null where open. `site` is the address before the first slash."""
    asked = answer.asked
    selection = asked.selection.with_(extra=())
    content = {
        "metadata": {**head(catalog, f"{site}/{selection.to_search()}"), "filters": filters(selection)},
        "problems": [words(problem) for problem in asked.problems],
        "metric": asked.metric.id if asked.metric else None,
        "pairings": [pairing.id for pairing in asked.pairings],
        "years": {"first": asked.first, "last": asked.last},
        "figures": [row.figure for row in answer.drawn],
        "like": answer.chosen.anchor if answer.chosen else None,
        "sets": [asdict(one) | {"rows": len(one.rows)} for one in answer.sets],
        "found": answer.found,
        "categories": answer.categories,
        "levels": answer.levels,
        "panels": [panel_record(panel) for panel in answer.panels],
        "verdict": {"level": answer.verdict.level, "reasons": [reason_record(reason) for reason in answer.verdict.reasons]},
        "summary": summary_record(answer.summary) if answer.summary else None,
        "contradictions": [finding_record(finding) for finding in answer.contradictions],
        "absent": [pairing.id for pairing in answer.absent],
        "parts": answer.parts,
        "undated": answer.undated,
        "sums": [{"pairing": row.pairing, **sum_record(found)} for row, found in answer.sums],
        "missing": [{"figure": one.figure, "pairing": one.pairing, "why": words(one.why)} for one in answer.missing],
        "underivable": {name: words(why) for name, why in answer.underivable.items()},
        "logarithmic": answer.logarithmic,
        "coverage": [[asdict(cell) for cell in line] for line in answer.coverage],
    }
    return f"{json.dumps(content, ensure_ascii=False, allow_nan=False, indent=1)}\n".encode()


def words(text: Bilingual) -> dict[str, str]:
    return text._asdict()


def panel_record(panel: Panel) -> dict[str, Any]:
    """A panel's figures by id; lines and increments name theirs too."""
    names = {row.Index: row.figure for row in panel.figures}
    return {
        "unit": panel.unit,
        "kind": panel.kind,
        "category": words(panel.category) if panel.category else None,
        "level": panel.level,
        "held": panel.held,
        "standing": [row.figure for row in panel.standing],
        "figures": list(names.values()),
        "lines": [{"course": line.course, "figures": [names[row] for row in line.rows]} for line in panel.joined.lines],
        "increments": [
            {
                "earlier": names[step.earlier],
                "later": names[step.later],
                "value": step.value,
                **step.interval.finite(),
            }
            for step in panel.joined.increments
        ],
    }


def reason_record(reason: Reason) -> dict[str, Any]:
    return {**asdict(reason), "sentence": words(reason.sentence)}


def summary_record(summary: Summary) -> dict[str, Any]:
    return {"claim": summary.claim, "count": summary.count, "least": summary.least.figure, "most": summary.most.figure}


def finding_record(finding: Finding) -> dict[str, Any]:
    return {**asdict(finding), "sentence": words(finding.sentence)}


def sum_record(found: Sum | Refusal) -> dict[str, Any]:
    if isinstance(found, Refusal):
        return {"refused": words(found.why), "figures": found.figures}
    return {"value": found.value, **found.interval.finite(), "figures": found.figures}
