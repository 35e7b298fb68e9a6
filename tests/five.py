"""The five pairings that the dashboard began with, in a folder of their own: real figures, and few enough for a browser to walk."""

import re
import shutil
from pathlib import Path

from metrics.catalog.folder import REPORTS, SHARED
from metrics.catalog.third_reading import THIRD

CURATED = Path(__file__).parents[1] / "curated"
FIVE = ("tianjin-huangnan", "tianjin-gannan", "zhejiang-haixi", "liaoning-nagqu", "liuhe-huangyuan")


def copy_five(folder: Path) -> Path:
    """A folder with those pairings, what they are read by and every report; what holds them stays behind."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in set(SHARED) - {THIRD}:  # it is of figures that stay behind
        shutil.copy(CURATED / name, folder)
    shutil.copytree(CURATED / REPORTS, folder / REPORTS)
    for file in sorted(CURATED.glob("*/*.yaml")):
        if file.stem in FIVE:
            place = folder / file.parent.name
            place.mkdir(exist_ok=True)
            (place / file.name).write_text(re.sub(r"^within: .*\n", "", file.read_text("utf-8"), flags=re.M), "utf-8")
    return folder
