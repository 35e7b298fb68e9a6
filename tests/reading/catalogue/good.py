"""The good file that most cases of the catalogue spoil in one line."""

FILE = """\
pairing: tianjin-huangnan
donor: {zh: 天津市, en: Tianjin, code: 120000}
recipient: {zh: 黄南藏族自治州, en: Huangnan, code: 632300}
province: {zh: 青海省, en: Qinghai, code: 630000}
programme: qinghai
since: 2010
sources:
  command-post-2024:
    title: 天津对口支援青海省黄南州
    publisher: 天津市对口支援青海省黄南藏族自治州工作前方指挥部
    published: 2024-08
    language: zh-Hans
    tier: B
figures:
  funds:
    - id: funds-1
      stated: 18.51亿元
      period: 2010/2024-08
      basis: spent
      source: command-post-2024
      locator: ¶1
"""
Case = tuple[str, str | bytes, str]


def line(number: int, *instead: str) -> str:
    """The good file with one line replaced."""
    lines = FILE.splitlines()
    return "\n".join([*lines[: number - 1], *instead, *lines[number:], ""])


def title(text: str) -> str:
    return line(9, f"    title: {text}")


def value(text: str) -> str:
    return line(17, "      stated: 18.51亿元", f"      value: {text}")


def period(text: str) -> str:
    return line(18, f"      period: {text}")
