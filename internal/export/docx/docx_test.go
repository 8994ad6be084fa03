package docx_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/export/docx"
	"briefing/internal/export/officetest"
)

func shown(id, field, stored string) *document.Shown {
	return &document.Shown{
		Ref:    briefing.Ref{Kind: briefing.KindMessage, ID: briefing.ID(id)},
		Fields: []document.ShownField{{Field: field, Stored: stored}},
	}
}

// sample has each kind of block, a citation, a bound figure and marks.
func sample(a briefing.Audience) *document.Document {
	body := shown("M-1", "body_ru", "Отгружено {F-1} за год.")
	title := shown("M-1", "title_ru", "Рост")
	answer := shown("M-2", "answer_ru", "Да.")
	marked := document.Cell{Number: briefing.SomeNum("829"), Mark: "e", Word: "около"}
	return &document.Document{
		Lang: briefing.RU, Form: "pack", Audience: a, Title: "Визит", Author: "Правительство", Subject: "Пакет",
		AsOf: time.Date(2023, 3, 20, 20, 0, 0, 0, time.UTC), Page: document.A4(false),
		HeadLeft: "Визит", HeadRight: "На 20.03.2023", FootLeft: "Проект", Watermark: "ПРОЕКТ", Mark: []string{"Для служебного пользования", "Экз. № 3"},
		Words: document.Words{Contents: "Содержание"},
		Sections: []document.Section{
			{Key: "cover", Silent: true, Blocks: []document.Block{document.Cover{Kicker: "Пакет", Title: "Визит", Contents: true, Facts: []document.LabelValue{{Label: "Место", Lines: []string{"Москва"}}}}}},
			{Key: "points", Number: "1", Level: 1, Title: "Тезисы", NewPage: true, Deck: "Кратко", Blocks: []document.Block{
				document.KeyFigures{Items: []document.KeyFigure{{Word: "около", Number: "90", Unit: "тыс. т", What: "экспорт", Sign: document.SignRise, Change: "+5 %"}}, Legend: []document.KeyLegend{{Sign: document.SignRise, Text: "рост"}}},
				document.Points{Items: []document.Point{
					{Number: "1", Title: "Рост", TitleRuns: []document.Run{{Text: "Рост", Shows: title}}, Runs: []document.Run{
						{Text: "Отгружено ", Shows: body},
						{Text: "около 90 тыс. т", Shows: body, Bound: "{F-1}"},
						{Text: " за год.", Shows: body},
						{Text: "\u00a0"},
						{Text: "[1]", Link: "#source-1"},
					}},
				}},
				document.Paragraph{Style: document.Text, Runs: []document.Run{
					{Text: "Растёт?\n", Bold: true, Shows: shown("M-2", "title_ru", "Растёт?")}, {Text: "Да.", Shows: answer},
				}},
				document.Paragraph{Style: document.Bullet, Runs: document.Plain("Xi Jinping 习近平 приедет")},
				document.Note{Title: "Примечание.", Runs: document.Plain("Текст"), Framed: true},
				document.Picture{Data: []byte("\x89PNG"), PNG: true, Width: 400, Height: 4000, Caption: "Ворота хаба", File: "секрет.png"},
				document.SignOff{Lines: []document.SignLine{{Label: "Утвердил", Post: "начальник", Name: "И. И. Иванов"}}},
			}},
			{Key: "annex", Number: "2", Level: 1, Title: "Приложение", Landscape: true, Blocks: []document.Block{document.Table{
				ID: "T01", Label: "Таблица 1", Title: "Товары", Unit: "т", Source: "Источник: [1].", Stamp: "ОБРАЗЕЦ",
				Columns: []document.Column{{Key: "n", Title: "Товар"}, {Key: "v", Title: "2022", Kind: document.NumberColumn, Decimals: -1}},
				Groups:  []document.HeadGroup{{Title: "Год", From: 1, To: 1}},
				Rows: []document.Row{
					{Kind: document.GroupRow, Cells: []document.Cell{document.Txt("Мясо")}},
					{Cells: []document.Cell{{Text: "Птица", Photo: &document.Picture{Data: []byte("\xff\xd8\xff"), Width: 300, Height: 300, File: "secret.jpg"}}, {Number: briefing.SomeNum("1640.5")}}},
					{Cells: []document.Cell{document.Txt("Говядина"), marked}, Anchor: "source-1"},
					{Kind: document.TotalRow, Cells: []document.Cell{document.Txt("Итого"), {Number: briefing.SomeNum("2469.5")}}},
				},
			}}},
			{Key: "chart", Number: "3", Level: 2, Title: "График", Blocks: []document.Block{document.Chart{
				ID: "F01", Kind: document.Bars, Label: "Рисунок 1", Title: "Экспорт растёт", Alt: "Экспорт", Categories: []string{"2021", "2022"},
				Series: []document.Series{{Points: []document.ChartPoint{{Value: briefing.SomeNum("1"), Label: "1"}, {Value: briefing.SomeNum("2"), Label: "2"}}}},
			}}},
		},
	}
}

func write(t *testing.T, d *document.Document) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := docx.Write(&buf, d); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func parts(t *testing.T, data []byte) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, p := range officetest.Parts(t, data) {
		out[p.Name] = p.Text
	}
	return out
}

func TestTheSameDocumentGivesTheSameBytes(t *testing.T) {
	if !bytes.Equal(write(t, sample(briefing.Leader)), write(t, sample(briefing.Leader))) {
		t.Error("two writings differ")
	}
}

// order lists the children of an element as the schema has them, as far as they
// are used here. Word refuses files that LibreOffice opens when they are not so.
var order = map[string][]string{
	"pPr":     {"pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "shd", "tabs", "spacing", "ind", "jc", "outlineLvl", "sectPr"},
	"rPr":     {"rStyle", "rFonts", "b", "bCs", "i", "iCs", "noProof", "color", "sz", "szCs", "u", "vertAlign", "lang", "numSpacing"},
	"tblPr":   {"tblStyle", "tblW", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook", "tblCaption"},
	"tcPr":    {"tcW", "gridSpan", "tcBorders", "vAlign"},
	"sectPr":  {"headerReference", "footerReference", "type", "pgSz", "pgMar", "cols", "titlePg"},
	"style":   {"name", "basedOn", "next", "qFormat", "pPr", "rPr", "tblPr"},
	"tc":      {"tcPr", "p"},
	"tbl":     {"tblPr", "tblGrid", "tr"},
	"tr":      {"trPr", "tc"},
	"lvl":     {"start", "numFmt", "lvlText", "lvlJc", "pPr", "rPr"},
	"inline":  {"extent", "docPr", "cNvGraphicFramePr", "graphic"},
	"borders": {"top", "left", "bottom", "right", "insideH"},
	"pBdr":    {"top", "left", "bottom", "right"},
	"settings": {
		"zoom", "mirrorMargins", "defaultTabStop", "autoHyphenation", "doNotHyphenateCaps", "characterSpacingControl",
		"compat", "themeFontLang", "decimalSymbol", "listSeparator",
	},
}

func TestStructureIsWhatTheFormatAsksFor(t *testing.T) {
	all := parts(t, write(t, sample(briefing.Leader)))
	for name, text := range all {
		if strings.HasPrefix(name, "word/media/") {
			continue
		}
		checkOrder(t, name, text)
		if strings.HasSuffix(name, ".rels") {
			checkRelations(t, all, name, text)
		} else if name != "[Content_Types].xml" && !strings.Contains(all["[Content_Types].xml"], `PartName="/`+name+`"`) {
			t.Errorf("%s has no content type", name)
		}
	}
	main := all["word/document.xml"]
	for _, want := range []string{
		`<w:pStyle w:val="Heading1"/>`, `<w:pStyle w:val="Heading2"/>`, `<w:tblHeader/>`, `w:orient="landscape"`, `descr="Экспорт. Экспорт растёт`,
		`<w:lang w:val="en-GB" w:eastAsia="zh-CN"/>`, `TOC \o`, `<w:titlePg/>`, `w:anchor="to_source_`,
	} {
		if !strings.Contains(main, want) {
			t.Errorf("document.xml lacks %s", want)
		}
	}
	if !strings.Contains(all["word/header1.xml"], `string="ПРОЕКТ"`) || !strings.Contains(all["word/header3.xml"], "Экз. № 3") ||
		!strings.Contains(all["word/footer1.xml"], "NUMPAGES") {
		t.Error("furniture of the pages is not complete")
	}
	checkBookmarks(t, main)
}

func checkOrder(t *testing.T, part, text string) {
	t.Helper()
	type open struct {
		name string
		at   int
	}
	var stack []open
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", part, err)
		}
		switch e := tok.(type) {
		case xml.StartElement:
			if n := len(stack); n > 0 {
				if list, ok := order[stack[n-1].name]; ok {
					at := slices.Index(list, e.Name.Local)
					if at < stack[n-1].at {
						t.Fatalf("%s: %s stands at the wrong place in %s", part, e.Name.Local, stack[n-1].name)
					}
					stack[n-1].at = at
				}
			}
			stack = append(stack, open{e.Name.Local, 0})
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		}
	}
}

func checkRelations(t *testing.T, all map[string]string, name, text string) {
	t.Helper()
	var rels struct {
		Relationship []struct {
			ID         string `xml:"Id,attr"`
			Target     string `xml:"Target,attr"`
			TargetMode string `xml:"TargetMode,attr"`
		} `xml:"Relationship"`
	}
	if err := xml.Unmarshal([]byte(text), &rels); err != nil {
		t.Fatal(err)
	}
	base := path.Dir(path.Dir(name))
	for _, r := range rels.Relationship {
		if r.TargetMode == "External" {
			continue
		}
		if _, ok := all[path.Join(base, r.Target)]; !ok {
			t.Errorf("%s: %s leads to %s, which is not there", name, r.ID, r.Target)
		}
	}
}

func checkBookmarks(t *testing.T, main string) {
	t.Helper()
	names := map[string]bool{}
	for s := range strings.SplitSeq(main, "<w:bookmarkStart ") {
		_, rest, ok := strings.Cut(s, `w:name="`)
		name, _, _ := strings.Cut(rest, `"`)
		if !ok || strings.HasPrefix(s, "<?xml") {
			continue
		}
		if names[name] || len(name) > 40 {
			t.Errorf("bookmark %q stands twice or is too long", name)
		}
		names[name] = true
	}
	if len(names) < 10 {
		t.Errorf("only %d bookmarks", len(names))
	}
}

func TestWhatGoesToThePartnerCarriesNoIdentifiers(t *testing.T) {
	main := parts(t, write(t, sample(briefing.Partner)))["word/document.xml"]
	if strings.Contains(main, "_Brf") {
		t.Error("the partner's copy has hidden bookmarks")
	}
}

func TestReadGivesBackWhatWasWritten(t *testing.T) {
	d := sample(briefing.Leader)
	pieces, err := docx.Pieces(d)
	if err != nil {
		t.Fatal(err)
	}
	data := write(t, d)
	back, err := docx.Read(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if len(back.Parts) != len(pieces) {
		t.Errorf("%d parts of %d pieces", len(back.Parts), len(pieces))
	}
	fields := 0
	for i, p := range back.Parts {
		if i < len(pieces) && (!p.Known || p.Key != pieces[i].Key || docx.Print(p.Text) != p.Key.Print) {
			t.Errorf("part %d: %+v, written as %+v", i, p, pieces[i])
		}
		if p.Key.Kind == docx.FieldPiece {
			fields++
		}
	}
	if fields != 4 {
		t.Errorf("%d fields, want title and body of M-1, title and answer of M-2", fields)
	}
}

func TestDamagedFilesAreRefused(t *testing.T) {
	data := write(t, sample(briefing.Leader))
	for n := 0; n < len(data); n += len(data)/40 + 1 {
		if _, err := docx.Read(bytes.NewReader(data[:n]), int64(n)); briefing.CodeOf(err) != briefing.CodeWordFile {
			t.Errorf("cut at %d: %v", n, err)
		}
	}
}

func FuzzAnyTextIsWellFormedAndComesBack(f *testing.F) {
	for _, s := range []string{"текст", "a<b>&\"'", "\x00\x01\x1f", "\xff\xfe", "习近平\u2028\ufffe", "{F-1} 90\u202f000", "\r\n\t]]>", strings.Repeat("я", 5000)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := sample(briefing.Leader)
		d.Sections = d.Sections[1:2]
		d.Title, d.HeadLeft, d.Watermark = s, s, s
		d.Sections[0].Title, d.Sections[0].Key = s, s
		d.Sections[0].Blocks = []document.Block{document.Paragraph{Runs: []document.Run{{Text: s, Link: s, Shows: shown("M-9", "body_ru", s)}}}}
		data := write(t, d)
		for name, text := range parts(t, data) {
			checkOrder(t, name, text)
		}
		back, err := docx.Read(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range back.Parts {
			if p.Known && docx.Print(p.Text) != p.Key.Print {
				t.Errorf("%q came back as %q", s, p.Text)
			}
		}
	})
}

// A section of a few items shares the page of what stands before it, as on the
// set pages; others open one of their own.
func TestASectionThatMayJoinBreaksNoPage(t *testing.T) {
	for joins, want := range map[bool]int{false: 2, true: 1} {
		text := func(s string) []document.Block {
			return []document.Block{document.Paragraph{Style: document.Text, Runs: document.Plain(s)}}
		}
		d := &document.Document{Lang: briefing.RU, Page: document.A4(false), Sections: []document.Section{
			{Key: "a", Level: 1, Title: "Первый", Blocks: text("раз")},
			{Key: "b", Level: 1, Title: "Второй", NewPage: true, Joins: joins, Blocks: text("два")},
			{Key: "c", Level: 1, Title: "Третий", NewPage: true, Blocks: text("три")},
		}}
		main := parts(t, write(t, d))["word/document.xml"]
		if got := strings.Count(main, "<w:pageBreakBefore/>"); got != want {
			t.Errorf("joins %v: %d breaks", joins, got)
		}
	}
}
