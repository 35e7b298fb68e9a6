"""A map of squares: where each province stands, seven across and eight down, so that neighbours are near. No boundary is drawn."""

from dataclasses import dataclass

from metrics.words import Bilingual

WIDE = 7


@dataclass(frozen=True)
class Tile:
    """A province: its names, the letters of ISO 3166-2, and its square, counted from the upper left."""

    name: Bilingual
    letters: str
    row: int
    column: int

    @property
    def id(self) -> str:
        """As addresses have it: inner-mongolia."""
        return self.name.en.casefold().replace(" ", "-")


# By the first two digits of GB/T 2260, in reading order: by row, then by column.
TILES: dict[str, Tile] = {
    "23": Tile(Bilingual("黑龙江", "Heilongjiang"), "HL", 1, 7),
    "15": Tile(Bilingual("内蒙古", "Inner Mongolia"), "NM", 2, 4),
    "11": Tile(Bilingual("北京", "Beijing"), "BJ", 2, 5),
    "21": Tile(Bilingual("辽宁", "Liaoning"), "LN", 2, 6),
    "22": Tile(Bilingual("吉林", "Jilin"), "JL", 2, 7),
    "65": Tile(Bilingual("新疆", "Xinjiang"), "XJ", 3, 1),
    "62": Tile(Bilingual("甘肃", "Gansu"), "GS", 3, 2),
    "64": Tile(Bilingual("宁夏", "Ningxia"), "NX", 3, 3),
    "14": Tile(Bilingual("山西", "Shanxi"), "SX", 3, 4),
    "13": Tile(Bilingual("河北", "Hebei"), "HE", 3, 5),
    "12": Tile(Bilingual("天津", "Tianjin"), "TJ", 3, 6),
    "54": Tile(Bilingual("西藏", "Tibet"), "XZ", 4, 1),
    "63": Tile(Bilingual("青海", "Qinghai"), "QH", 4, 2),
    "61": Tile(Bilingual("陕西", "Shaanxi"), "SN", 4, 3),
    "41": Tile(Bilingual("河南", "Henan"), "HA", 4, 4),
    "37": Tile(Bilingual("山东", "Shandong"), "SD", 4, 5),
    "51": Tile(Bilingual("四川", "Sichuan"), "SC", 5, 2),
    "50": Tile(Bilingual("重庆", "Chongqing"), "CQ", 5, 3),
    "42": Tile(Bilingual("湖北", "Hubei"), "HB", 5, 4),
    "34": Tile(Bilingual("安徽", "Anhui"), "AH", 5, 5),
    "32": Tile(Bilingual("江苏", "Jiangsu"), "JS", 5, 6),
    "31": Tile(Bilingual("上海", "Shanghai"), "SH", 5, 7),
    "53": Tile(Bilingual("云南", "Yunnan"), "YN", 6, 2),
    "52": Tile(Bilingual("贵州", "Guizhou"), "GZ", 6, 3),
    "43": Tile(Bilingual("湖南", "Hunan"), "HN", 6, 4),
    "36": Tile(Bilingual("江西", "Jiangxi"), "JX", 6, 5),
    "33": Tile(Bilingual("浙江", "Zhejiang"), "ZJ", 6, 6),
    "45": Tile(Bilingual("广西", "Guangxi"), "GX", 7, 3),
    "44": Tile(Bilingual("广东", "Guangdong"), "GD", 7, 4),
    "35": Tile(Bilingual("福建", "Fujian"), "FJ", 7, 5),
    "71": Tile(Bilingual("台湾", "Taiwan"), "TW", 7, 6),
    "46": Tile(Bilingual("海南", "Hainan"), "HI", 8, 3),
    "82": Tile(Bilingual("澳门", "Macao"), "MO", 8, 4),
    "81": Tile(Bilingual("香港", "Hong Kong"), "HK", 8, 5),
}
