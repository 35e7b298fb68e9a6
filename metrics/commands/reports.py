"""A collection of reports: `reports.yaml` lists their digests and documents, `documents/` holds whole texts by name.

It is nobody's curated file: other programs write it, so it is read leniently, as plain data.
"""

import re
import unicodedata
from pathlib import Path

import yaml

from .terminal.arguments import WrongUse

LIST, DOCUMENTS = "reports.yaml", "documents"


class Reports:
    """The texts of a collection by report id, each read when it is asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.entries = listed(folder / LIST)
        self.texts: dict[str, str] = {}

    def text(self, report: str) -> str:
        """A report's text without blanks and line ends; empty where the collection has none of it."""
        if report not in self.texts:
            entry = self.entries.get(report, {"document": f"{DOCUMENTS}/{report}"})
            parts = [str(entry.get("digest") or ""), self.document(str(entry.get("document") or ""))]
            self.texts[report] = compact("\n".join(parts))  # a figure may stand in either
        return self.texts[report]

    def document(self, name: str) -> str:
        """A whole text; nothing from outside the collection."""
        path = (self.folder / name).resolve()
        return path.read_text("utf-8", errors="replace") if path.is_relative_to(self.folder) and path.is_file() else ""


def listed(path: Path) -> dict[str, dict[str, object]]:
    """The entries of the list by id. Raises `WrongUse` where there is no list."""
    try:
        return {str(entry["id"]): entry for entry in yaml.safe_load(path.read_bytes())}
    except (OSError, yaml.YAMLError, TypeError, KeyError) as error:
        raise WrongUse(f"读不到报告的清单 {path}：{error}", f"The list of reports cannot be read at {path}: {error}") from error


def compact(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))
