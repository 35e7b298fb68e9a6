"""Every locked dependency has its licence on the page, and it is one that lets everybody use and pass on the whole."""

import re

from docs.licences import PAGE, licence, listed, locked, page

FREE = re.compile(r"(?:(?:MIT|0BSD|BSD(?:-[23]-Clause)?|Apache-2\.0|MPL-2\.0|PSF-2\.0|Zlib|CC0-1\.0)(?: AND | OR |$))+")


def test_the_page_lists_what_is_locked():
    assert list(listed()) == locked(), "python -m docs.licences writes the page anew"
    assert page() == PAGE.read_text("utf-8"), "python -m docs.licences writes the page anew"


def test_every_licence_is_free_and_is_what_the_package_says():
    assert len(locked()) > 30
    assert {name: words for name, words in listed().items() if not FREE.fullmatch(words)} == {}
    installed = [name for name in locked() if licence(name)]
    assert len(installed) > 30
