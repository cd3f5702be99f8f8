"""Makes the bundled fonts from Noto Sans CJK: Latin, punctuation and all of GB2312, renamed, as small OTF files.

Run with the folder that holds NotoSansCJK-Regular.ttc and NotoSansCJK-Bold.ttc (Debian: fonts-noto-cjk).
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY = "Yudu Sans SC"
FACE_SC = 2
SYMBOLS = "¥￥−–—‘’“”…·•→←↑↓▲▼●■◆○✓×÷≤≥∞％‰°€　、。「」『』《》（），：；？！【】"


def characters() -> set[int]:
    """The code points to keep."""
    wanted = set(range(0x20, 0x7F)) | set(range(0xA0, 0x180)) | {ord(each) for each in SYMBOLS}
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                wanted.add(ord(bytes((high, low)).decode("gb2312")))
            except UnicodeDecodeError:
                continue
    return wanted


def make(source: Path, style: str, target: Path) -> None:
    """One style."""
    font = TTFont(source / f"NotoSansCJK-{style}.ttc", fontNumber=FACE_SC)
    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=["*"], name_languages=[0x409])
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters())
    cutter.subset(font)
    names = font["name"]
    for record in list(names.names):
        if record.nameID in (16, 17, 21, 22):
            names.removeNames(nameID=record.nameID)
    for number, text in (
        (1, FAMILY), (2, style), (3, f"{FAMILY} {style}"), (4, f"{FAMILY} {style}"), (6, f"YuduSansSC-{style}"),
    ):  # fmt: skip
        names.setName(text, number, 3, 1, 0x409)
    if "CFF " in font:
        top = font["CFF "].cff
        top.fontNames = [f"YuduSansSC-{style}"]
    font.save(target / f"YuduSansSC-{style}.otf")


if __name__ == "__main__":
    folder = Path(__file__).resolve().parents[1] / "resources" / "fonts"
    for each in ("Regular", "Bold"):
        make(Path(sys.argv[1]), each, folder)
