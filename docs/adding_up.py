"""`python -m docs.adding_up`: write `docs/overview.md` anew from the curated data."""

from pathlib import Path

from components.parts.overview_blocks import Block, blocks
from components.wording.strings import t
from metrics import load
from metrics.selecting.overview import overview

PAGE = Path(__file__).with_name("overview.md")
CURATED = PAGE.parent.parent / "curated"


def page() -> str:
    """The overview in English, as Markdown."""
    catalog = load(CURATED)
    head = f"# {t('overview_title', 'en')}\n\n{t('overview_intro', 'en')}\n"
    return "\n".join([head, *map(section, blocks(overview(catalog), catalog, "en"))])


def section(block: Block) -> str:
    tables = "".join(f"**{title}**\n\n{table(rows)}\n" for title, rows in block.tables.items())
    notes = "".join(f"* {note}\n" for note in block.notes)
    return f"## {block.name}\n\n{block.lead}\n\n{tables}{notes}"


def table(rows: list[tuple[str, ...]]) -> str:
    lines = [rows[0], tuple("---" for _ in rows[0]), *rows[1:]]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8", newline="\n")
