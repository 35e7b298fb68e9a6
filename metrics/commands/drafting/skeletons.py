"""What `new` and `add` write: fields with nothing behind the colon, and above them what belongs there.

Lines that stand in comments explain; blanks are breaches of `values_are_written`, so that `check` leads
through them one by one.
"""

EDITOR = "# yaml-language-server: $schema=schema.json"
EDITOR_OF_REPORTS = "# yaml-language-server: $schema=../reports.schema.json"
EDITOR_WITHIN = EDITOR.replace("schema.json", "../schema.json")  # of a file in a programme's folder

PAIRING = """{editor}
# 在冒号后面填空。哪里还空着，python -m metrics check 会指出来。不知道的可选字段，整行删去。
# Fill in behind the colons; python -m metrics check tells what is still blank. Remove an optional line that you cannot fill.

pairing: {pairing}
# code: GB/T 2260 行政区划代码，六位 / the six-digit division code
donor: {{zh: , en: , code: }}
recipient: {{zh: , en: , code: }}
province: {{zh: , en: , code: }}
# {programmes}
programme:{programme}
# 可选：哪年开始 / optional: since when
since:

# 每份报告、每个数字用下面的命令添加 / each report and each figure is added by
#   python -m metrics add {pairing}{folder} --report https://…
sources:

figures:
"""

SOURCE = """{name}:
  # 可选：标题，照印 / optional: the title as printed
  title:
  # 谁发布的 / who published it
  publisher:
  # 可选：年、月或日，如 2024-08；只知最早是哪年，2024/.. / optional: day, month or year; 2024/.. at the earliest
  published: {published}
  # 可选：网址 / optional: where it can be read
  url: {url}
  # zh-Hans, zh-Hant, en
  language:
  # A 官方网站或首发媒体 / B 有原名的转载 / C 第三方转载
  tier:
"""

FIGURE = """- id: {id}
  # 照印：限定词、数字、单位，如 近2.5万人 / as printed: qualifier, number, unit
  stated:
  # 2023, 2023-08, 2010/2024-08, ../2024, unstated
  period:
  # {bases}
  basis:
  # 只计其中一部分，加一行 category / for a part of the metric add a line category: {categories}
  source: {source}
  # 第几段，如 ¶3；摘记写 digest / the paragraph, such as ¶3; of a digest, digest
  locator:
"""


def bare(text: str) -> str:
    """Without what is explained, for those who know it."""
    return "".join(line for line in text.splitlines(keepends=True) if not line.lstrip().startswith("#"))


def indented(text: str, blanks: int) -> list[str]:
    return [f"{' ' * blanks}{line}".rstrip() for line in text.splitlines()]
