#!/usr/bin/python3
"""Turns the strokes of assets/icons/*.svg into filled shapes, assets/icons/outlines.txt.

The window's toolkit takes stroke widths for pixels whatever an icon's size and
recolours fills only, so the program shows shapes and people edit strokes.
Each line of the result: name, weight, path (tabs between), in a box of 960
steps, 40 a unit. Needs Debian's python3-shapely and python3-fonttools.

    outline.py ICONS_DIR
"""

import math
import pathlib
import sys
import xml.etree.ElementTree as ET

from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import parse_path
from shapely.geometry import LineString, MultiPolygon, Point
from shapely.geometry.polygon import orient
from shapely.ops import unary_union

GRID = 40  # steps a unit, so that both half widths are whole
WEIGHTS = {"regular": 1.75, "bold": 2.1}
CURVE_STEPS = 24
TOLERANCE = 0.012  # units; a tenth of a pixel at 180 px
SVG = "{http://www.w3.org/2000/svg}"


class Flat(BasePen):
    """Collects the lines of a path, curves cut into short pieces."""

    def __init__(self):
        super().__init__(None)
        self.lines = []

    def _moveTo(self, p):
        self.lines.append([p])

    def _lineTo(self, p):
        self.lines[-1].append(p)

    def _curveToOne(self, b, c, d):
        a = self.lines[-1][-1]
        for i in range(1, CURVE_STEPS + 1):
            t = i / CURVE_STEPS
            u = 1 - t
            self.lines[-1].append(tuple(
                u ** 3 * a[k] + 3 * u * u * t * b[k] + 3 * u * t * t * c[k] + t ** 3 * d[k] for k in (0, 1)))

    def _closePath(self):
        if self.lines[-1][0] != self.lines[-1][-1]:
            self.lines[-1].append(self.lines[-1][0])

    def _endPath(self):
        pass


def path_of(element):
    """The element as path data."""
    get = lambda name: float(element.get(name, "0"))
    if element.tag == SVG + "path":
        return element.get("d")
    if element.tag == SVG + "circle":
        x, y, r = get("cx"), get("cy"), get("r")
        return f"M{x - r} {y}a{r} {r} 0 0 1 {2 * r} 0a{r} {r} 0 0 1 {-2 * r} 0z"
    if element.tag == SVG + "rect":
        x, y, w, h, r = get("x"), get("y"), get("width"), get("height"), get("rx")
        return (f"M{x + r} {y}h{w - 2 * r}a{r} {r} 0 0 1 {r} {r}v{h - 2 * r}a{r} {r} 0 0 1 {-r} {r}"
                f"h{2 * r - w}a{r} {r} 0 0 1 {-r} {-r}v{2 * r - h}a{r} {r} 0 0 1 {r} {-r}z")
    sys.exit(f"{element.tag}: an element that icons may not use")


def shape_of(root, width):
    strokes = []
    for element in root:
        pen = Flat()
        parse_path(path_of(element), pen)
        for line in pen.lines:
            dot = len(line) == 1 or max(math.dist(line[0], p) for p in line) < 0.05
            strokes.append((Point(line[0]) if dot else LineString(line)).buffer(width / 2, 16))
    return unary_union(strokes).simplify(TOLERANCE)


def ring(points):
    at = [(round(x * GRID), round(y * GRID)) for x, y in points]
    text = "M%d %d" % at[0]
    for (ax, ay), (bx, by) in zip(at, at[1:-1]):
        if (ax, ay) != (bx, by):
            text += "l%d %d" % (bx - ax, by - ay)
    return text + "z"


def path_text(shape):
    parts = shape.geoms if isinstance(shape, MultiPolygon) else [shape]
    text = ""
    for polygon in sorted(parts, key=lambda p: p.bounds):
        polygon = orient(polygon)
        text += ring(polygon.exterior.coords) + "".join(ring(hole.coords) for hole in polygon.interiors)
    return text


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    lines = []
    for file in sorted(folder.glob("*.svg")):
        root = ET.parse(file).getroot()
        for weight, width in WEIGHTS.items():
            lines.append(f"{file.stem}\t{weight}\t{path_text(shape_of(root, width))}\n")
    (folder / "outlines.txt").write_text("".join(lines), encoding="utf-8")


main()
