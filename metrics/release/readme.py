"""What a person must know of a data package: `README.md` and `CITATION.cff`, in Chinese and in English."""

import json
from collections.abc import Iterator

from ..catalog.columns import described
from ..words import Bilingual, Language
from .extract import AUTHORS, LICENCE, TITLE, Extract, citation

HEADINGS = {
    "about": Bilingual("这是什么", "What this is"),
    "cite": Bilingual("许可与引用", "Licence and citation"),
    "files": Bilingual("文件", "Files"),
    "read": Bilingual("怎样读", "How to read it"),
    "metrics": Bilingual("指标", "Metrics"),
    "columns": Bilingual("data.csv 的列", "Columns of data.csv"),
}
FILES = Bilingual(
    """- `data.csv`：一行一条数据
- `sources.csv`：每条数据的出处
- `datapackage.json`：各列的类型、代码和空单元格的含义（Data Package v2）
- `CITATION.cff`：引用信息""",
    """- `data.csv`: one figure a row
- `sources.csv`: the reports that the figures come from
- `datapackage.json`: types, codes and what an empty cell means, column by column (Data Package v2)
- `CITATION.cff`: how to cite, for programs""",
)
READING = Bilingual(
    """- UTF-8，开头有 BOM，逗号分隔，CRLF 换行。Excel 双击即可；Python 自带的 `csv` 请用 `encoding="utf-8-sig"`。
- `value` 是按基本单位读出的数；`low`、`high` 是报告写法所允许的上下限，空即开口。“近2.5万人”只有上限，“超”只有下限。
- 时段、口径（`basis`）、范围（`scope`）、`label` 不同的数字不能相加，也不宜直接比较；人与人次是两种单位。
- “没有”有四种：没有这一行，即尚未查找；`status` 为 `not-found`，即已查未见（`searched` 是日期）；
  为 `not-applicable`，即不适用；`value` 为 0，即报告说零。
- 文字若以 = + - @ 等开头，前面加了一个撇号，以免表格软件当成公式。""",
    """- UTF-8 with a byte order mark, commas, CRLF. Excel opens it by double click; Python's own `csv` wants `encoding="utf-8-sig"`.
- `value` is what was read, in base units; `low` and `high` are the bounds that the wording allows, empty where open.
  近 (nearly) has an upper bound alone, 超 (over) a lower one.
- Figures that differ in period, `basis`, `scope` or label are not to be added and hardly to be compared;
  persons and person-times are two units.
- There are four kinds of nothing. No row: not searched yet. `status` `not-found`: searched (on `searched`) and not found.
  `not-applicable`. And a `value` of 0: the report says zero.
- A text that begins with = + - @ or the like has an apostrophe before it, lest a spreadsheet takes it for a formula.""",
)


def readme(extract: Extract) -> str:
    return "\n".join([*section(extract, "zh"), "", "---", "", *section(extract, "en")]) + "\n"


def section(extract: Extract, language: Language) -> Iterator[str]:
    yield f"# {TITLE.to(language)}"
    for heading, lines in (
        ("about", about(extract, language)),
        ("cite", licence(extract, language)),
        ("files", [FILES.to(language)]),
        ("read", [READING.to(language)]),
        ("metrics", metrics(extract, language)),
        ("columns", columns(extract, language)),
    ):
        yield f"\n## {HEADINGS[heading].to(language)}\n"
        yield from lines


def about(extract: Extract, language: Language) -> Iterator[str]:
    count = len(extract.frame)
    yield Bilingual(f"- {count} 条数据，各有出处", f"- {count} figures, each with its source").to(language)
    chosen = " ".join(f"`{key}={value if isinstance(value, str) else '~'.join(value)}`" for key, value in extract.filters.items())
    yield Bilingual(f"- 筛选：{chosen}{parts(extract).zh}", f"- Filters: {chosen}{parts(extract).en}").to(language)
    if extract.address:
        yield Bilingual(f"- 同一范围的网页：<{extract.address}>", f"- The same selection as a page: <{extract.address}>").to(language)
    yield Bilingual(f"- 数据版本：{extract.catalog.version}", f"- Data version: {extract.catalog.version}").to(language)


def parts(extract: Extract) -> Bilingual:
    """A file that leaves out parts must say so."""
    if {"rows", "parts"} & set(extract.filters):
        return Bilingual("", "")
    return Bilingual("（只含结对整体；加 `parts=1` 得各部分）", " (whole pairings only; `parts=1` adds their parts)")


def licence(extract: Extract, language: Language) -> Iterator[str]:
    name, cite = f"{LICENCE['name']} ([CC BY 4.0]({LICENCE['url']}))", citation(extract.catalog, extract.address)
    yield from (
        Bilingual(
            f"""汇编采用 {name}。各报告的文字属于其发布者。

引用：{cite.zh}
引用单条数据时，请一并注明它的报告（`publisher`、`title`、`published`、`url`）。""",
            f"""The compilation is under {name}. What the reports say remains theirs.

Cite as: {cite.en}
With a single figure, cite its report too (`publisher`, `title`, `published`, `url`).""",
        )
        .to(language)
        .splitlines()
    )


def metrics(extract: Extract, language: Language) -> Iterator[str]:
    present = set(extract.frame["metric"])
    for name, metric in extract.catalog.metrics.items():
        if name in present:
            yield Bilingual(
                f"- `{name}` {metric.title.zh}：{metric.definition.zh}", f"- `{name}` {metric.title.en}: {metric.definition.en}"
            ).to(language)


def columns(extract: Extract, language: Language) -> Iterator[str]:
    for name in extract.frame.columns:
        one = described(extract.frame[name])
        empty = Bilingual(f"；空：{one.empty.zh}", f"; empty: {one.empty.en}").to(language) if one.empty else ""
        yield f"- `{name}`{'：' if language == 'zh' else ': '}{one.words.to(language)}{empty}"


def citation_file(extract: Extract) -> str:
    """`CITATION.cff`: YAML whose texts are written as JSON, which is YAML too."""
    message = Bilingual("使用这些数据时请引用。", "If you use these data, please cite them.")
    lines = [
        "cff-version: 1.2.0",
        f"message: {as_text(message)}",
        f"title: {as_text(TITLE)}",
        "type: dataset",
        "authors:",
        f"  - name: {json.dumps(AUTHORS)}",
        f"version: {json.dumps(extract.catalog.version)}",
        f"license: {LICENCE['id']}",
    ]
    if extract.address.startswith("http"):
        lines.append(f"url: {json.dumps(extract.address)}")
    return "\n".join(lines) + "\n"


def as_text(words: Bilingual) -> str:
    return json.dumps(f"{words.zh} / {words.en}", ensure_ascii=False)
