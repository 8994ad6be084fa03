#!/usr/bin/python3
"""Makes the font files of assets/fonts from the original faces.

Promises: the same inputs and the same fontTools give the same bytes; PT Serif
and the plain Golos Text files are copied untouched (PT Serif has a reserved
font name, so a changed file would have to be called something else).

    cut.py SOURCES UNIHAN OUT

SOURCES holds golos-text/, pt-serif/ and noto-sans-sc/ as unpacked from npm,
UNIHAN is Unihan_OtherMappings.txt (plain or .bz2), OUT is assets/.
"""

import bz2
import pathlib
import shutil
import sys

from fontTools import subset
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

# Copied as they are.
PLAIN = {
    "GolosText-Regular.ttf": "golos-text/400Regular/GolosText_400Regular.ttf",
    "GolosText-SemiBold.ttf": "golos-text/600SemiBold/GolosText_600SemiBold.ttf",
    "GolosText-Bold.ttf": "golos-text/700Bold/GolosText_700Bold.ttf",
    "PTSerif-Regular.ttf": "pt-serif/400Regular/PTSerif_400Regular.ttf",
    "PTSerif-Italic.ttf": "pt-serif/400Regular_Italic/PTSerif_400Regular_Italic.ttf",
    "PTSerif-Bold.ttf": "pt-serif/700Bold/PTSerif_700Bold.ttf",
    "PTSerif-BoldItalic.ttf": "pt-serif/700Bold_Italic/PTSerif_700Bold_Italic.ttf",
}
TABULAR = {
    "GolosText-Tabular-Regular.ttf": ("GolosText-Regular.ttf", "Regular"),
    "GolosText-Tabular-SemiBold.ttf": ("GolosText-SemiBold.ttf", "SemiBold"),
}
HAN = {
    "NotoSansSC-Regular.ttf": "noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
    "NotoSansSC-Bold.ttf": "noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
}
LICENCES = {
    "OFL-GolosText.txt": "golos-text/LICENSE_FONT",
    "OFL-PTSerif.txt": "pt-serif/LICENSE_FONT",
    "OFL-NotoSansSC.txt": "noto-sans-sc/LICENSE_FONT",
}
# Ascent and descent of Golos Text over 1000 units.
GOLOS = (980, -220)
DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]

# Spaces that Noto Sans SC lacks and our texts use: code point -> advance.
# The figure space takes the advance of the face's own digits.
SPACES = {0x2007: None, 0x2009: 167, 0x202F: 200}
# Signs that Noto Sans SC lacks, drawn with another glyph of the face:
# the ballot box is the white square.
STAND_IN = {0x2610: 0x25A1}
# What the pages and the window set beside Chinese text, beyond GB2312: Latin
# with the vowels of pinyin, Cyrillic, punctuation, arrows, marks, fullwidth
# forms. Ranges are inclusive; code points that the face lacks fall away.
BESIDE = [
    (0x0020, 0x007E), (0x00A0, 0x00FF), (0x0100, 0x017F), (0x01CD, 0x01DC),
    (0x01A0, 0x01A1), (0x01AF, 0x01B0), (0x1E00, 0x1EFF),
    (0x0251, 0x0251), (0x0261, 0x0261), (0x02C6, 0x02CB), (0x02D9, 0x02DC),
    (0x0300, 0x030C), (0x0391, 0x03C9), (0x0401, 0x0401), (0x0410, 0x0451),
    (0x2002, 0x2003), (0x2010, 0x2027), (0x2030, 0x203B), (0x2070, 0x208E),
    (0x20A9, 0x20AC), (0x2103, 0x2103), (0x2113, 0x2122), (0x2150, 0x215E),
    (0x2160, 0x217B), (0x2190, 0x2199), (0x2202, 0x22BF), (0x2460, 0x249B),
    (0x24EA, 0x24FF), (0x2500, 0x254B), (0x25A0, 0x25EF), (0x2605, 0x2642),
    (0x2713, 0x2716), (0x2776, 0x277F), (0x3000, 0x301F), (0x3021, 0x3029),
    (0x3220, 0x3229), (0x3280, 0x3289), (0x338E, 0x33A5), (0xFE30, 0xFE4F),
    (0xFF01, 0xFF5E), (0xFFE0, 0xFFE6),
]


def gb2312():
    """All 7 445 characters of GB/T 2312-1980, with both readings of its dash and dot."""
    chars = {0x00B7, 0x2014}
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                chars.add(ord(bytes([row, cell]).decode("gb2312")))
            except UnicodeDecodeError:
                continue  # an empty cell of the standard
    return chars


def tongyong(unihan):
    """The 8 105 characters of the Table of General Standard Chinese Characters (2013)."""
    raw = unihan.read_bytes()
    if unihan.suffix == ".bz2":
        raw = bz2.decompress(raw)
    chars = set()
    for line in raw.decode("utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) == 3 and cells[1] == "kTGH":
            chars.add(int(cells[0][2:], 16))
    if len(chars) != 8105:
        sys.exit(f"kTGH in {unihan}: {len(chars)} characters, 8105 expected")
    return chars


def rename(font, family, style, postscript):
    """Gives the font a name of its own, so that no program takes it for the original."""
    names = font["name"]
    for name_id in (3, 16, 17, 18, 21, 22, 25):
        names.removeNames(nameID=name_id)
    texts = {1: family, 2: "Regular", 4: f"{family} {style}", 6: postscript, 3: postscript}
    if style == "Bold":
        texts[2] = "Bold"
    elif style != "Regular":
        texts.update({1: f"{family} {style}", 16: family, 17: style})
    for name_id, text in texts.items():
        names.setName(text, name_id, 3, 1, 0x409)


def empty_glyph(font, name, advance):
    font["glyf"][name] = TTGlyphPen(None).glyph()
    font["hmtx"][name] = (advance, 0)
    if "vmtx" in font:
        font["vmtx"][name] = (font["head"].unitsPerEm, 0)


def map_char(font, code, glyph):
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = glyph


def tabular(source, target, style):
    """Golos Text whose digits are its own tabular ones.

    The face's tnum digits are not all of one width (2, 3, 5, 6, 8 and 9 keep the
    proportional advance), so each is centred in the widest of them. A figure space
    of that width is added: the face has none.
    """
    font = TTFont(source, recalcTimestamp=False)
    widest = max(font["hmtx"][d + ".tf"][0] for d in DIGITS)
    for value, digit in enumerate(DIGITS):
        name = digit + ".tf"
        glyph, (advance, bearing) = font["glyf"][name], font["hmtx"][name]
        shift = (widest - advance) // 2
        if shift:
            if glyph.isComposite():
                for part in glyph.components:
                    part.x += shift
            else:
                glyph.coordinates.translate((shift, 0))
            glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (widest, bearing + shift)
        map_char(font, ord("0") + value, name)
    font.setGlyphOrder(font.getGlyphOrder() + ["figurespace"])
    empty_glyph(font, "figurespace", widest)
    map_char(font, 0x2007, "figurespace")
    rename(font, "Golos Text Tabular", style, f"GolosTextTabular-{style}")
    font.save(target)


def settle(font):
    """Gives the face the ascent and descent of Golos Text.

    The window sets the baseline of a line by the tallest font in it: a line with
    one Chinese character would hang 2 px lower than its neighbours and lose its
    foot. The glyphs reach from 880 to -120 and have room.
    """
    ascent, descent = (v * font["head"].unitsPerEm // 1000 for v in GOLOS)
    hhea, os2 = font["hhea"], font["OS/2"]
    hhea.ascent, hhea.descent, hhea.lineGap = ascent, descent, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ascent, descent, 0


def cut_han(source, target, chars):
    """Noto Sans SC with these characters, without hinting and layout tables."""
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options()
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.layout_features = []
    options.recalc_timestamp = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "VORG", "vhea", "vmtx", "gasp", "DSIG"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=chars | set(STAND_IN.values()))
    cutter.subset(font)
    best = font.getBestCmap()
    digit = font["hmtx"][best[ord("0")]][0]
    added = [f"uni{code:04X}" for code in SPACES if code not in best]
    font.setGlyphOrder(font.getGlyphOrder() + added)
    for code, advance in SPACES.items():
        if code not in best:
            empty_glyph(font, f"uni{code:04X}", advance or digit)
            map_char(font, code, f"uni{code:04X}")
    for code, shown in STAND_IN.items():
        if code not in best:
            map_char(font, code, best[shown])
    settle(font)
    font.save(target)


def packed(source, target):
    """The same font with outlines of the Compact Font Format, for the window.

    Its toolkit takes all glyphs of a TrueType font apart when it opens it; these
    it leaves packed until they are drawn. Curves are converted exactly.
    """
    font = TTFont(source, recalcTimestamp=False)
    glyphs, outlines = font.getGlyphSet(), {}
    for name in font.getGlyphOrder():
        pen = T2CharStringPen(font["hmtx"][name][0], glyphs)
        glyphs[name].draw(pen)
        outlines[name] = pen.getCharString()
    for table in ("glyf", "loca"):
        del font[table]
    builder = FontBuilder(font=font)
    builder.isTTF = False
    font.sfntVersion = "OTTO"
    builder.setupCFF(str(font["name"].getName(6, 3, 1, 0x409)), {}, outlines, {})
    counts = font["maxp"]
    counts.tableVersion = 0x5000
    for field in list(vars(counts)):
        if field not in ("tableTag", "tableVersion", "numGlyphs"):
            delattr(counts, field)
    font.save(target)


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sources, unihan, out = (pathlib.Path(a) for a in sys.argv[1:])
    fonts = out / "fonts"
    fonts.mkdir(parents=True, exist_ok=True)
    for name, path in (PLAIN | LICENCES).items():
        shutil.copyfile(sources / path, fonts / name)
    for name, (plain, style) in TABULAR.items():
        tabular(fonts / plain, fonts / name, style)
    promised = gb2312() | tongyong(unihan)
    beside = {c for first, last in BESIDE for c in range(first, last + 1)}
    for name, path in HAN.items():
        cut_han(sources / path, fonts / name, promised | beside)
        packed(fonts / name, (fonts / name).with_suffix(".otf"))
    has = TTFont(fonts / "NotoSansSC-Regular.ttf").getBestCmap()
    lost = sorted(promised - has.keys())
    print("promised, but not in the original face:", " ".join(f"U+{c:04X}" for c in lost) or "none")
    data = out / "testdata"
    data.mkdir(exist_ok=True)
    han = sorted(c for c in promised & has.keys() if c > 0x2E7F)
    lines = ["".join(map(chr, han[i:i + 64])) for i in range(0, len(han), 64)]
    (data / "han.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for path in sorted(fonts.glob("*.?tf")):
        print(f"{path.stat().st_size:>9} {path.name}")


main()
