"""What the documents lead to is there, and every picture that is kept is shown."""

import re

import pytest

from docs.screenshots import KEPT, MADE, SCREENS

from .browser.server import ROOT

DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "curated" / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
LINKS = re.compile(r"\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_of_a_document_leads_to_a_file(document):
    text = document.read_text(encoding="utf-8")
    assert [link for link in LINKS.findall(text) if not (document.parent / link).exists()] == []


def test_every_picture_kept_is_shown_and_of_a_screen():
    pictures = ROOT / "docs" / "screenshots"
    shown = {document.parent / link for document in DOCUMENTS for link in LINKS.findall(document.read_text(encoding="utf-8"))}
    assert {path.stem for path in pictures.glob("*.png")} == set(KEPT)
    assert set(pictures.glob("*.png")) <= {path.resolve() for path in shown}
    assert {name.split("-")[0] for name in KEPT} <= {*SCREENS, *MADE}
