package clip_test

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/export/clip"
)

func table() *document.Table {
	return &document.Table{
		Label: "Таблица 5", Title: "Экспорт <проба>", Unit: "млн долл. США", Source: "Источник: [1]",
		Columns: []document.Column{{Title: "Товар"}, {Title: "2022 год", Unit: "млн долл. США", Kind: document.NumberColumn}},
		Rows: []document.Row{
			{Cells: []document.Cell{document.Txt("=1+1\tмясо"), {Number: briefing.SomeNum("1234.50")}}},
			{Kind: document.TotalRow, Cells: []document.Cell{document.Txt("Всего")}},
		},
	}
}

func TestATableIsTextWithTabs(t *testing.T) {
	for l, want := range map[briefing.Lang]string{
		briefing.RU: "Товар\t2022 год, млн долл. США\n'=1+1 мясо\t1234,5\nВсего\t\n",
		briefing.EN: "Товар\t2022 год, млн долл. США\n'=1+1 мясо\t1234.5\nВсего\t\n",
	} {
		if got := clip.Text(table(), l); got != want {
			t.Errorf("%s: %q", l, got)
		}
	}
}

func TestATableIsHTML(t *testing.T) {
	got := clip.HTML(table(), briefing.RU)
	for _, want := range []string{
		"<b>Таблица 5 — Экспорт &lt;проба&gt;, млн долл. США</b>", "<th>Товар</th>", "<td align=\"right\">1234,5</td>", "<td>&#39;=1+1 мясо</td>", "<td><b>Всего</b></td>", "<small>Источник: [1]</small>",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
	dec := xml.NewDecoder(strings.NewReader("<html>" + got + "</html>"))
	for {
		if _, err := dec.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
}
