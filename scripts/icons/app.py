#!/usr/bin/python3
"""Renders the application's icon: PNG for the window, .icns for macOS, .ico for Windows.

Sources are assets/icon/icon.svg and, for 16 and 20 pixels, icon-small.svg, which
lies on a grid of 16. Needs Debian's librsvg2-bin and icoutils. The same
sources and tools give the same bytes.

    app.py REPOSITORY
"""

import pathlib
import struct
import subprocess
import sys
import tempfile

WINDOW = [256, 512, 1024]
# Types of an .icns whose content is PNG, with the side of each.
ICNS = [
    (b"ic11", 32), (b"ic12", 64), (b"ic07", 128), (b"ic13", 256), (b"ic08", 256),
    (b"ic14", 512), (b"ic09", 512), (b"ic10", 1024),
]
ICO = [16, 20, 24, 32, 40, 48, 64, 256]
SMALL = 20
# macOS draws icons with a margin: the plate takes 824 of 1024 points.
MAC_PLATE = 824 / 1024


def render(svg, side, target):
    subprocess.run(["rsvg-convert", "-w", str(side), "-h", str(side), str(svg), "-o", str(target)], check=True)
    return target


def padded(svg, target):
    """The drawing with the margin that macOS expects."""
    text = svg.read_text(encoding="utf-8")
    body = text[text.index(">") + 1:text.rindex("</svg>")]
    shift = 1024 * (1 - MAC_PLATE) / 2
    target.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1024 1024">'
                      f'<g transform="translate({shift} {shift}) scale({MAC_PLATE})">{body}</g></svg>',
                      encoding="utf-8")
    return target


def icns(svg, work):
    chunks = b""
    for kind, side in ICNS:
        data = render(svg, side, work / f"mac-{side}.png").read_bytes()
        chunks += kind + struct.pack(">I", len(data) + 8) + data
    return b"icns" + struct.pack(">I", len(chunks) + 8) + chunks


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    root = pathlib.Path(sys.argv[1])
    source = root / "assets" / "icon"
    large, small = source / "icon.svg", source / "icon-small.svg"
    for side in WINDOW:
        render(large, side, source / f"icon-{side}.png")
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        mac = padded(large, work / "mac.svg")
        (root / "packaging" / "macos" / "briefing.icns").write_bytes(icns(mac, work))
        files = [render(small if side <= SMALL else large, side, work / f"{side}.png") for side in ICO]
        # Windows reads a PNG entry of 256 everywhere, smaller ones as bitmaps.
        command = ["icotool", "--create", "--output", str(root / "packaging" / "windows" / "briefing.ico")]
        for side, file in zip(ICO, files):
            command += ["--raw", str(file)] if side == 256 else [str(file)]
        subprocess.run(command, check=True)


main()
