"""Rules of the folder: which files stand in it and how they are named."""

import os
import re
from pathlib import Path

from ..entries.entries import PairingFile
from ..problems import Breach, Place
from ..words import Bilingual

FIRST = Place(1, 1)
MOST_FILES = 5_000


def folder_has_metrics(path: Path, name: str) -> Breach | None:
    """The folder is there and holds `metrics.yaml`, which names every metric that figures may stand under."""
    if os.path.lexists(path / name):
        return None
    return Breach(
        "folder_has_metrics",
        FIRST,
        Bilingual(f"这里没有 {name}。", f"There is no {name} here."),
        Bilingual("文件夹名写对了吗？用 CURATED=… 指定。", "Is this the right folder? Set it by CURATED=…"),
    )


def folder_has_pairings(path: Path) -> Breach:
    """The folder holds at least one pairing: a check that checked nothing is no check."""
    return Breach(
        "folder_has_pairings",
        FIRST,
        Bilingual("这里没有一个结对的文件。", "There is no pairing file here."),
        Bilingual("每个结对一个文件：支援方-受援方.yaml", "One file per pairing: donor-recipient.yaml"),
    )


def folder_is_small() -> Breach:
    """A folder holds at most five thousand pairings: more are a folder chosen by mistake."""
    return Breach(
        "folder_is_small",
        FIRST,
        Bilingual(f"文件超过 {MOST_FILES} 个，这一个没有读。", f"More than {MOST_FILES} files; this one was not read."),
        Bilingual("分成几个文件夹。", "Split the folder."),
    )


def is_stray(path: Path) -> bool:
    """Whether a file does not even claim to be curated: `x.yaml~`, `desktop.ini`, notes. It is named in a notice, and blocks nothing."""
    return not path.name.startswith(".") and path.suffix.lower() not in (".yaml", ".yml") and not path.is_dir()


def files_end_in_yaml(path: Path) -> Breach | None:
    """A pairing's file is named `donor-recipient.yaml`; nothing that seems to be one is left out in silence for its name."""
    if path.suffix == ".yaml" and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", path.stem):
        return None
    return Breach(
        "files_end_in_yaml",
        FIRST,
        Bilingual("文件名不是“支援方-受援方.yaml”，没有读。", "Not named donor-recipient.yaml, so it was not read."),
        Bilingual(
            "改名（小写字母和连字符，.yaml 结尾），或移出这个文件夹。",
            "Rename it (small letters, hyphens, ending in .yaml), or move it elsewhere.",
        ),
    )


def pairings_have_one_file(first: Path) -> Breach:
    """A pairing has one file, in whichever of the folders: two would each claim the same addresses."""
    return Breach(
        "pairings_have_one_file",
        FIRST,
        Bilingual(f"这个结对已有文件 {first}。", f"This pairing has a file already, {first}."),
        Bilingual("合成一个文件。", "Make one file of them."),
    )


def pairings_stand_with_their_programme(file: PairingFile, path: Path) -> Breach | None:
    """A pairing's file in a folder within the folder stands in that of its programme, where everybody looks for it."""
    name = file.record.text("programme")
    if name is None or name == path.parent.name:
        return None
    return Breach(
        "pairings_stand_with_their_programme",
        file.record.at("programme"),
        Bilingual(f"类别是 {name}，文件却在 {path.parent.name}/ 里。", f"Its programme is {name}, and it stands in {path.parent.name}/."),
        Bilingual(f"移到 {name}/，或改正 programme。", f"Move it to {name}/, or mend the programme."),
    )


def pairings_are_named_like_their_file(file: PairingFile, stem: str) -> Breach | None:
    """The pairing's id is its file's name, so that no two files can claim one pairing."""
    name = file.record.text("pairing")
    if name is None or name == stem:
        return None
    return Breach(
        "pairings_are_named_like_their_file",
        file.record.at("pairing"),
        Bilingual(f"结对名“{name}”和文件名“{stem}”不一致。", f'The pairing "{name}" stands in a file named "{stem}".'),
        Bilingual(f"写成 pairing: {stem}，或给文件改名。", f"Write pairing: {stem}, or rename the file."),
    )
