"""Makes the bundled fonts from Noto Sans CJK, renamed, as small OTF files.

`Yudu Sans SC` has Latin, punctuation and all of GB2312. `Yudu Sans` has Latin alone, with quotes, dots and ellipsis
as Latin text wants them: the Chinese face sets them as wide as a character.
Run with the folder that holds NotoSansCJK-Regular.ttc and NotoSansCJK-Bold.ttc (Debian: fonts-noto-cjk).
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FACE_KR, FACE_SC = 1, 2
"""Faces of the collection; the Korean one has quotes of Latin width."""
SYMBOLS = "¥￥−–—‘’“”…·•→←↑↓▲▼●■◆○✓×÷≤≥∞％‰°€　、。「」『』《》（），：；？！【】"
LATIN = set(range(0x20, 0x7F)) | set(range(0xA0, 0x180)) | {ord(each) for each in "¥−–—‘’“”…·•×÷≤≥‰€"}
LATIN_ELLIPSIS = "cid63163"
"""The glyph of … that the font keeps for Western text (its `locl` feature)."""


def chinese() -> set[int]:
    """The code points of Latin text and GB2312."""
    wanted = LATIN | {ord(each) for each in SYMBOLS}
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                wanted.add(ord(bytes((high, low)).decode("gb2312")))
            except UnicodeDecodeError:
                continue
    return wanted


def make(collection: Path, face: int, characters: set[int], family: str, style: str, folder: Path) -> None:
    """Writes one style of one family."""
    font = TTFont(collection, fontNumber=face)
    if face == FACE_KR:
        for table in font["cmap"].tables:
            table.cmap[0x2026] = LATIN_ELLIPSIS
    cutter = subset.Subsetter(
        subset.Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=["*"], name_languages=[0x409])
    )
    cutter.populate(unicodes=characters)
    cutter.subset(font)
    short = f"{family.replace(' ', '')}-{style}"
    names = font["name"]
    for record in list(names.names):
        if record.nameID in (16, 17, 21, 22):
            names.removeNames(nameID=record.nameID)
    for number, text in ((1, family), (2, style), (3, f"{family} {style}"), (4, f"{family} {style}"), (6, short)):
        names.setName(text, number, 3, 1, 0x409)
    font["CFF "].cff.fontNames = [short]
    font.save(folder / f"{short}.otf")


if __name__ == "__main__":
    target = Path(__file__).resolve().parents[1] / "resources" / "fonts"
    for each in ("Regular", "Bold"):
        source = Path(sys.argv[1]) / f"NotoSansCJK-{each}.ttc"
        make(source, FACE_SC, chinese(), "Yudu Sans SC", each, target)
        make(source, FACE_KR, LATIN, "Yudu Sans", each, target)
