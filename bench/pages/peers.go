package main

import (
	"encoding/json"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
)

// write makes the sources of all peers in a folder.
func (c content) write(dir, fonts string, chinese bool) error {
	serif, sans := "PT Serif", "Golos Text"
	if chinese {
		serif, sans = "Noto Sans SC", "Noto Sans SC"
	}
	data, err := json.Marshal(map[string]any{"paragraphs": c.paragraphs, "tables": c.plainTables(), "charts": c.plainCharts()})
	if err != nil {
		return err
	}
	for name, text := range map[string]string{
		"pack.typ":     c.typst(serif, sans),
		"pack.html":    c.page(serif, sans, fonts, true),
		"plain.html":   c.page(serif, sans, fonts, false),
		"pack.json":    string(data),
		"reportlab.py": reportlab,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			return err
		}
	}
	return nil
}

func (c content) plainTables() []map[string]any {
	var out []map[string]any
	for _, t := range c.tables {
		out = append(out, map[string]any{"title": t.title, "rows": t.rows})
	}
	return out
}

func (c content) plainCharts() []map[string]any {
	var out []map[string]any
	for _, h := range c.charts {
		out = append(out, map[string]any{"title": h.title, "values": h.values})
	}
	return out
}

// each calls the three in the order in which our own pack has its blocks.
func (c content) each(paragraph func(string), figure func(chart), tab func(table)) {
	for i, p := range c.paragraphs {
		paragraph(p)
		if i%3 == 2 && i/3 < len(c.charts) {
			figure(c.charts[i/3])
		}
		if i%4 == 3 && i/4 < len(c.tables) {
			tab(c.tables[i/4])
		}
	}
}

func (c content) typst(serif, sans string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "#set page(paper: \"a4\", margin: (left: 20mm, right: 10mm, top: 20mm, bottom: 20mm), numbering: \"1\")\n#set text(font: %q, size: 12pt, lang: \"ru\", hyphenate: true)\n#set par(justify: true, first-line-indent: 12.5mm)\n", serif)
	esc := func(s string) string {
		return strings.NewReplacer("#", "\\#", "*", "\\*", "_", "\\_", "$", "\\$").Replace(s)
	}
	c.each(
		func(p string) { fmt.Fprintf(&b, "%s\n\n", esc(p)) },
		func(h chart) {
			fmt.Fprintf(&b, "#block(breakable: false)[#text(font: %q, size: 10.5pt)[*%s*]\n#box(width: 510pt, height: 140pt)[", sans, esc(h.title))
			for i, v := range h.values {
				x, y := 20+i*40, 126-v*126/200
				fmt.Fprintf(&b, "#place(dx: %dpt, dy: %dpt, rect(width: 26pt, height: %dpt, fill: rgb(\"12436D\")))", x, y, v*126/200)
				fmt.Fprintf(&b, "#place(dx: %dpt, dy: %dpt, text(size: 8pt)[%d])#place(dx: %dpt, dy: 129pt, text(size: 8pt)[%d])", x+4, max(y-10, 0), v, x+8, i+1)
			}
			b.WriteString("]]\n\n")
		},
		func(t table) {
			fmt.Fprintf(&b, "#text(font: %q, size: 8.5pt)[%s\n#table(columns: (1fr, 60pt, 60pt), align: (left, right, right), stroke: 0.35pt, [№], [2021], [2022],", sans, esc(t.title))
			for _, r := range t.rows {
				fmt.Fprintf(&b, "[%s], [%s], [%s],", esc(r[0]), r[1], r[2])
			}
			b.WriteString(")]\n\n")
		},
	)
	return b.String()
}

func (c content) page(serif, sans, fonts string, charts bool) string {
	var b strings.Builder
	b.WriteString("<!doctype html><html lang=ru><meta charset=utf-8><style>")
	for name, file := range map[string]string{"PT Serif": "PTSerif-Regular.ttf", "Golos Text": "GolosText-Regular.ttf", "Noto Sans SC": "NotoSansSC-Regular.ttf"} {
		if name == serif || name == sans {
			fmt.Fprintf(&b, "@font-face{font-family:'%s';src:url('file://%s/%s')}", name, fonts, file)
		}
	}
	fmt.Fprintf(&b, "@page{size:A4;margin:20mm 10mm 20mm 20mm}body{font:12pt/16pt '%s';margin:0}p{text-align:justify;text-indent:12.5mm;hyphens:auto;margin:6pt 0}table{font:8.5pt/11pt '%s';width:100%%;border-collapse:collapse}td,th{border-bottom:.35pt solid #C3CAD3;padding:3pt 2.6pt;text-align:left}td+td,th+th{text-align:right}h4,figure{font:10.5pt '%s';margin:8pt 0 4pt}</style>", serif, sans, sans)
	c.each(
		func(p string) { fmt.Fprintf(&b, "<p>%s</p>", html.EscapeString(p)) },
		func(h chart) {
			if !charts {
				return
			}
			fmt.Fprintf(&b, "<figure><b>%s</b><br><svg width='510pt' height='140pt' viewBox='0 0 510 140'>", html.EscapeString(h.title))
			for i, v := range h.values {
				x, y := 20+i*40, 126-v*126/200
				fmt.Fprintf(&b, "<rect x='%d' y='%d' width='26' height='%d' fill='#12436D'/><text x='%d' y='%d' font-size='8'>%d</text><text x='%d' y='137' font-size='8'>%d</text>", x, y, v*126/200, x+4, max(y-3, 8), v, x+8, i+1)
			}
			b.WriteString("</svg></figure>")
		},
		func(t table) {
			fmt.Fprintf(&b, "<h4>%s</h4><table><thead><tr><th>№<th>2021<th>2022</thead>", html.EscapeString(t.title))
			for _, r := range t.rows {
				fmt.Fprintf(&b, "<tr><td>%s<td>%s<td>%s", html.EscapeString(r[0]), r[1], r[2])
			}
			b.WriteString("</table>")
		},
	)
	return b.String()
}

// reportlab sets the content by that library: its arguments are the content,
// the folder of the fonts, "zh" or "ru", and the file to write.
const reportlab = `import json, sys
from reportlab.graphics.shapes import Drawing, Rect, String
from reportlab.lib import colors
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import KeepTogether, Paragraph, SimpleDocTemplate, Table
data = json.load(open(sys.argv[1], encoding="utf-8"))
fonts, lang, out = sys.argv[2:5]
files = {"serif": "PTSerif-Regular", "sans": "GolosText-Regular"}
if lang == "zh":
    files = {"serif": "NotoSansSC-Regular", "sans": "NotoSansSC-Regular"}
for name, file in files.items():
    pdfmetrics.registerFont(TTFont(name, f"{fonts}/{file}.ttf"))
wrap = "CJK" if lang == "zh" else None
body = ParagraphStyle("b", fontName="serif", fontSize=12, leading=16, alignment=TA_JUSTIFY, firstLineIndent=12.5 * mm, spaceAfter=6, wordWrap=wrap)
head = ParagraphStyle("h", fontName="sans", fontSize=9, leading=12)
story = []
for i, p in enumerate(data["paragraphs"]):
    story.append(Paragraph(p, body))
    if i % 3 == 2 and i // 3 < len(data["charts"]):
        c = data["charts"][i // 3]
        d = Drawing(510, 140)
        for j, v in enumerate(c["values"]):
            h = v * 126 // 200
            d.add(Rect(20 + j * 40, 14, 26, h, fillColor=colors.HexColor("#12436D"), strokeColor=None))
            d.add(String(24 + j * 40, 17 + h, str(v), fontName="sans", fontSize=8))
            d.add(String(28 + j * 40, 3, str(j + 1), fontName="sans", fontSize=8))
        story.append(KeepTogether([Paragraph(c["title"], head), d]))
    if i % 4 == 3 and i // 4 < len(data["tables"]):
        t = data["tables"][i // 4]
        story.append(Paragraph(t["title"], head))
        story.append(Table([["№", "2021", "2022"]] + t["rows"], repeatRows=1, colWidths=[380, 65, 65], style=[
            ("FONT", (0, 0), (-1, -1), "sans", 8.5, 11), ("ALIGN", (1, 0), (-1, -1), "RIGHT"), ("LINEBELOW", (0, 0), (-1, -1), .35, colors.HexColor("#C3CAD3"))]))
SimpleDocTemplate(out, pagesize=A4, leftMargin=20 * mm, rightMargin=10 * mm, topMargin=20 * mm, bottomMargin=20 * mm).build(story)
`
